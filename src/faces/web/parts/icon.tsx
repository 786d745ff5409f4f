// Our icons: strokes on a 20-unit grid, drawn in the colour of the text. Decoration only: whatever carries an icon
// has a name of its own.

const PATHS = {
  list: "M3.5 5h1M7.5 5h9M3.5 10h1M7.5 10h9M3.5 15h1M7.5 15h9",
  book: "M10 5.2C8.4 4 6 3.6 3.2 3.8v11.4c2.8-.2 5.2.2 6.8 1.4 1.6-1.2 4-1.6 6.8-1.4V3.8C14 3.6 11.6 4 10 5.2Zm0 0v11.4",
  log: "M10 3a7 7 0 1 1-6.3 4M3.4 3.6v3.7h3.7M10 6.2V10l2.8 1.8",
  page: "M5 2.8h6.5L15.5 7v10.2H5zM11.2 3v4.3h4.1M7.6 10.5h5.2M7.6 13.5h5.2",
  inbox: "M3 11.5 5 4h10l2 7.5v4.7H3zM3 11.5h4.2l1 2h3.6l1-2H17",
  plus: "M10 4v12M4 10h12",
  search: "M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM13 13l3.7 3.7",
  undo: "M7.5 4 3.8 7.7l3.7 3.7M4 7.7h7.7a4.2 4.2 0 0 1 0 8.4H8",
  redo: "M12.5 4l3.7 3.7-3.7 3.7M16 7.7H8.3a4.2 4.2 0 0 0 0 8.4H12",
  chevron: "M7.5 5l5 5-5 5",
  more: "M4.6 10h.1M10 10h.1M15.4 10h.1",
  grip: "M7.5 5.5h.1M12.4 5.5h.1M7.5 10h.1M12.4 10h.1M7.5 14.5h.1M12.4 14.5h.1",
  close: "M5 5l10 10M15 5 5 15",
  link: "M8 5.5H5v9.5h9.5v-3M11 4.5h4.5V9M15.2 4.8 9 11",
  check: "M4.5 10.5 8.2 14l7.3-8",
  sun: "M10 6.7a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6ZM10 2.2v1.6M10 16.2v1.6M2.2 10h1.6M16.2 10h1.6M4.5 4.5l1.1 1.1M14.4 14.4l1.1 1.1M4.5 15.5l1.1-1.1M14.4 5.6l1.1-1.1",
  moon: "M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z",
  auto: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm0 0v14M10 6l5 0M10 9h6.6M10 12h6.4M10 15h4.6",
  language: "M3 5h8M7 3v2M9.4 5c-.7 3-2.9 5.6-6 7M4.8 7.4c1 2 2.7 3.5 5 4.4M9.8 17l3.7-9 3.7 9M11 14.2h5",
  keyboard: "M2.5 5.5h15v9h-15zM5.5 8.5h.1M8.5 8.5h.1M11.5 8.5h.1M14.5 8.5h.1M6.5 11.8h7",
  pin: "M7 3h6l-.8 5.2 2.3 2.6v1.4h-9v-1.4l2.3-2.6zM10 12.2V17",
  clock: "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM10 6v4.2l2.8 1.7",
  calendar: "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3M13 3v3",
  board: "M3.5 4h3.6v12H3.5zM8.2 4h3.6v8H8.2zM12.9 4h3.6v10h-3.6z",
  outline: "M3.5 4.5h13M6.5 8.2h10M6.5 11.9h10M3.5 15.6h13",
  alert: "M10 3.2 17.5 16.5h-15zM10 8.2v4M10 14.4h.1",
  filter: "M3 5h14M5.5 10h9M8 15h4",
  today: "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM3.4 10h13.2M10 6.3V10",
  goal: "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM10 6.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8ZM10 10h.1",
  review: "M3.5 16.5h13M5.5 13.5v-3M9 13.5V7M12.5 13.5V9M16 13.5V4",
  lives: "M3 5h7M12.5 5H17M3 10h4.5M10 10h7M3 15h10.5M16 15h1",
  play: "M6.5 4.5v11l9-5.5z",
  stop: "M5.5 5.5h9v9h-9z",
  bolt: "M11 2.8 4.8 11.4h4.4L8.6 17.2l6.6-9h-4.6z",
  repeat: "M4 9a6 6 0 0 1 10.6-3.3M14.8 2.8v3.3h-3.3M16 11a6 6 0 0 1-10.6 3.3M5.2 17.2v-3.3h3.3",
  buffer: "M10 3 15.8 5v4.6c0 3.4-2.3 6-5.8 7.4-3.5-1.4-5.8-4-5.8-7.4V5z",
  sparkle: "M10 3.2 11.7 8.3 16.8 10l-5.1 1.7L10 16.8l-1.7-5.1L3.2 10l5.1-1.7z",
  up: "M10 15.5v-11M5.5 9 10 4.5 14.5 9",
  down: "M10 4.5v11M5.5 11 10 15.5 14.5 11",
  forecast: "M2.5 10H6M14 10h3.5M6 7.2h8v5.6H6zM10 4.8v10.4",
  open: "M4 10h11.5M11 5.5 15.5 10 11 14.5",
  minus: "M4 10h12",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
