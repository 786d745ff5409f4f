// Ways to the screens: the rail on a wide window, the bar at the bottom of a phone, and what stands at the end of
// the top bar (undo, commands, language, theme).

import { Menu } from "@base-ui/react/menu";
import { preferences, type Theme } from "../preferences.ts";
import { linkTo } from "../route.ts";
import { SCREENS } from "../screens.ts";
import { app, openOverlay, redo, undo, usePage } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { Icon } from "./icon.tsx";

export function Rail({ current }: { current: string }) {
  const t = useTexts(shellTexts);
  const root = app.use((state) => state.snapshot?.root ?? "");
  const waiting = app.use((state) => state.snapshot?.inbox.notes.length ?? 0);
  return (
    <nav className="rail" aria-label={t.screens}>
      <p className="brand">
        nunc <small title={root}>{root.split("/").filter(Boolean).at(-1) ?? ""}</small>
      </p>
      {SCREENS.map(({ route, icon }) => (
        <a
          key={route}
          className="rail-link"
          href={linkTo(route)}
          aria-current={route === current ? "page" : undefined}
        >
          <Icon name={icon} />
          {t[route]}
        </a>
      ))}
      <button type="button" className="rail-link" onClick={() => openOverlay("inbox")}>
        <Icon name="inbox" />
        {t.inbox}
        {waiting > 0 && <span className="count">{waiting}</span>}
      </button>
      <div className="rail-foot">
        <SettingsMenu side="top" />
        <button
          type="button"
          className="icon-button"
          aria-label={t.keys}
          title={`${t.keys} (?)`}
          onClick={() => openOverlay("help")}
        >
          <Icon name="keyboard" />
        </button>
      </div>
    </nav>
  );
}

export function BottomBar({ current }: { current: string }) {
  const t = useTexts(shellTexts);
  const waiting = app.use((state) => state.snapshot?.inbox.notes.length ?? 0);
  return (
    <nav className="bottom" aria-label={t.screens}>
      {SCREENS.map(({ route, icon }) => (
        <a key={route} href={linkTo(route)} aria-current={route === current ? "page" : undefined}>
          <Icon name={icon} size={22} />
          {t[route]}
        </a>
      ))}
      <button type="button" onClick={() => openOverlay("inbox")}>
        <Icon name="inbox" size={22} />
        {t.inbox}
        {waiting > 0 && <span className="count">{waiting}</span>}
      </button>
    </nav>
  );
}

export function TopEnd() {
  const t = useTexts(shellTexts);
  const undoes = app.use((state) => state.snapshot?.undo ?? null);
  const redoes = app.use((state) => state.snapshot?.redo ?? null);
  const undoName = undoes === null ? t.nothingToUndo : t.undoWhat(undoes);
  const redoName = redoes === null ? t.nothingToRedo : t.redoWhat(redoes);
  return (
    <div className="top-end">
      <div className="phone-only">
        <SettingsMenu />
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label={undoName}
        title={undoName}
        disabled={undoes === null}
        onClick={undo}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        className="icon-button wide-only"
        aria-label={redoName}
        title={redoName}
        disabled={redoes === null}
        onClick={redo}
      >
        <Icon name="redo" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t.commands}
        title={`${t.commands} (Ctrl K)`}
        onClick={() => openOverlay("palette")}
      >
        <Icon name="search" />
      </button>
    </div>
  );
}

/** Switch between the pages of a home that has several, such as one a language. */
export function PageSwitch() {
  const t = useTexts(shellTexts);
  const pages = app.use((state) => state.snapshot?.pages);
  const current = usePage();
  if (pages === undefined || pages.length < 2) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a frame that a switch does not want
    <div className="pages" role="group" aria-label={t.whichPage}>
      {pages.map((page) => (
        <button
          key={page.file}
          type="button"
          title={page.file}
          aria-pressed={page.file === current?.file}
          onClick={() => preferences.set({ page: page.file })}
        >
          {page.title ?? page.file}
        </button>
      ))}
    </div>
  );
}

function SettingsMenu({ side = "bottom" }: { side?: "top" | "bottom" }) {
  const t = useTexts(shellTexts);
  const language = preferences.use((state) => state.language);
  const theme = preferences.use((state) => state.theme);
  const label = `${t.language} · ${t.theme}`;
  return (
    <Menu.Root>
      <Menu.Trigger className="icon-button" aria-label={label} title={label}>
        <Icon name="language" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side={side} align="start" sideOffset={6}>
          <Menu.Popup className="menu">
            <Menu.Group>
              <Menu.GroupLabel className="menu-title">{t.language}</Menu.GroupLabel>
              <Menu.RadioGroup
                value={language}
                onValueChange={(value) => preferences.set({ language: value })}
              >
                <Choice value="auto" label={t.automatic} />
                <Choice value="zh" label="中文" />
                <Choice value="en" label="English" />
              </Menu.RadioGroup>
            </Menu.Group>
            <div className="menu-line" />
            <Menu.Group>
              <Menu.GroupLabel className="menu-title">{t.theme}</Menu.GroupLabel>
              <Menu.RadioGroup
                value={theme}
                onValueChange={(value: Theme) => preferences.set({ theme: value })}
              >
                <Choice value="auto" label={t.automatic} />
                <Choice value="light" label={t.light} />
                <Choice value="dark" label={t.dark} />
              </Menu.RadioGroup>
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Choice({ value, label }: { value: string; label: string }) {
  return (
    <Menu.RadioItem className="menu-item" value={value} closeOnClick>
      {label}
      <Menu.RadioItemIndicator className="menu-note">
        <Icon name="check" size={16} />
      </Menu.RadioItemIndicator>
    </Menu.RadioItem>
  );
}
