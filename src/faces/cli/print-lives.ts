// Lives in a terminal: a line for each item, or everything that happened to one.

import type { LivesData, LivesDetail } from "../../actions/index.ts";
import type { Tongue } from "../../base/index.ts";
import { cutTo, padTo, plainLine, widthOf } from "./paint.ts";
import type { Printer } from "./print.ts";

type Life = LivesData["items"][number];
type Event = Life["events"][number];

const ENDS = { finished: "●", gone: "×" } as const;

const en = {
  kinds: {
    came: "came",
    reworded: "reworded",
    priority: "priority",
    section: "section",
    parent: "parent",
    state: "state",
    progress: "progress",
    gone: "gone",
    back: "back",
    finished: "finished",
  } as Record<Event["kind"], string>,
  nothing: "none",
  unsure: (percent: number) => `${percent} % sure`,
  now: "now",
  aka: "before",
};

const zh: typeof en = {
  kinds: {
    came: "出现",
    reworded: "改写",
    priority: "优先级",
    section: "章节",
    parent: "上级",
    state: "状态",
    progress: "进度",
    gone: "消失",
    back: "回来",
    finished: "完成",
  },
  nothing: "无",
  unsure: (percent) => `把握 ${percent}%`,
  now: "现在",
  aka: "原题",
};

export function printLives(printer: Printer, data: LivesData, detail: LivesDetail, tongue: Tongue): void {
  const words = tongue === "zh" ? zh : en;
  if (detail.one !== null) printLife(printer, detail.one, detail.source, words);
  else for (const life of data.items) printRow(printer, life, words);
}

/** `2021-08-09  2022-03-31  ○  Title  (4)`: since when, until when, how it ended, how often it changed. */
function printRow({ paint, columns, line }: Printer, life: Life, words: typeof en): void {
  const until = life.endedAt === null ? padTo(words.now, 10) : life.endedAt.slice(0, 10);
  const mark = life.end === null ? "○" : ENDS[life.end];
  const head = `${life.cameAt.slice(0, 10)}  ${until}  `;
  const count = life.events.length;
  const tail = `  ${count}`;
  const room = columns - widthOf(head) - 2 - widthOf(tail);
  const title = Number.isFinite(room)
    ? cutTo(plainLine(life.title), Math.max(10, room))
    : plainLine(life.title);
  const shown = life.end === "gone" ? paint.dim(title) : title;
  line(`${paint.dim(head)}${life.end === "finished" ? paint.good(mark) : mark} ${shown}${paint.dim(tail)}`);
}

function printLife(
  { paint, line }: Printer,
  life: Life,
  source: LivesDetail["source"],
  words: typeof en,
): void {
  line(paint.bold(plainLine(life.title)));
  line(paint.dim(life.id));
  for (const { title, from } of life.titles)
    if (title !== life.title) line(paint.dim(`${words.aka} ${from.slice(0, 10)}  ${plainLine(title)}`));
  line("");
  const width = Math.max(...Object.values(words.kinds).map(widthOf));
  for (const event of life.events) {
    const says = changeOf(event, words);
    const doubt = event.sure < 0.8 ? paint.warm(`  ${words.unsure(Math.round(event.sure * 100))}`) : "";
    const stands = event.line === null ? "" : `:${event.line}`;
    // The journal's names of revisions say nothing to a person.
    const place = source === "git" ? `${event.revision.slice(0, 8)}${stands}` : stands;
    line(
      `${event.at.slice(0, 10)}  ${padTo(words.kinds[event.kind], width)}  ${says}${doubt}  ${paint.dim(place)}`,
    );
  }
}

/** `2021-08-09  came       Title`: one event without its place. */
export function sayLifeEvent(event: Event, tongue: Tongue): string {
  const words = tongue === "zh" ? zh : en;
  const width = Math.max(...Object.values(words.kinds).map(widthOf));
  return `${event.at.slice(0, 10)}  ${padTo(words.kinds[event.kind], width)}  ${changeOf(event, words)}`;
}

function changeOf({ kind, from, to }: Event, words: typeof en): string {
  const [before, after] = [from, to].map((value) => (value === null ? words.nothing : plainLine(value)));
  if (kind === "came" || kind === "back") return after!;
  if (kind === "gone") return before!;
  return kind === "finished" ? "" : `${before} → ${after}`;
}
