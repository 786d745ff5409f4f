// Ways to the screens: the rail on a wide window, the bar at the bottom of a phone, and what stands at the end of
// the top bar (undo, commands, language, theme).

import { useRef, useState } from "react";
import { later } from "../later.tsx";
import { preferences } from "../preferences.ts";
import { linkTo } from "../route.ts";
import { SCREENS } from "../screens.tsx";
import { app, openOverlay, redo, undo, usePage } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { nameOf, usePresent } from "../today/day-state.ts";
import { splitPath } from "../today/layout.ts";
import { todayTexts } from "../today/texts-today.ts";
import { minuteOf, sayMinutes } from "../today/time.ts";
import { Icon } from "./icon.tsx";

const MoreScreens = later(async () => (await import("./more-screens.tsx")).MoreScreens);
const Settings = later(async () => (await import("./settings.tsx")).Settings);

export function Rail({ current }: { current: string }) {
  const t = useTexts(shellTexts);
  const home = useHomeName();
  const waiting = app.use((state) => state.snapshot?.inbox.notes.length ?? 0);
  return (
    <nav className="rail" aria-label={t.screens}>
      <p className="brand">
        nunc <small title={home.path}>{home.name}</small>
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
      {current !== "today" && <RunningClock />}
      <div className="rail-foot">
        <SettingsButton side="top" />
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

/** What the clock runs for, while another screen is open. */
function RunningClock() {
  const t = useTexts(todayTexts);
  const tongue = useTongue();
  const clock = app.use((state) => state.snapshot?.clock ?? null);
  const now = usePresent();
  if (clock === null) return null;
  const min = Math.max(0, now - minuteOf(clock.from));
  return (
    <a className="rail-clock" href={linkTo("today")} aria-label={`${t.clock}: ${nameOf(clock, t)}`}>
      <span className="running-dot" aria-hidden="true" />
      <span className="rail-clock-name">{splitPath(nameOf(clock, t)).leaf}</span>
      <span className="count">{sayMinutes(min, tongue)}</span>
    </a>
  );
}

/** Name of the home's folder; of a page without a home of its own, that of the page. */
function useHomeName(): { name: string; path: string } {
  const root = app.use((state) => state.snapshot?.root ?? "");
  const file = usePage()?.file ?? "";
  const isAlone = file.startsWith("/");
  const path = isAlone ? file : root;
  const parts = path.split("/").filter(Boolean);
  return { path, name: isAlone ? parts.slice(-2).join("/") : (parts.at(-1) ?? "") };
}

/** What is needed daily; the rest is one tap further. */
export function BottomBar({ current }: { current: string }) {
  const t = useTexts(shellTexts);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const waiting = app.use((state) => state.snapshot?.inbox.notes.length ?? 0);
  const within = SCREENS.find(({ route, isInBar }) => route === current && !isInBar);
  return (
    <nav className="bottom" aria-label={t.screens}>
      {SCREENS.filter(({ isInBar }) => isInBar).map(({ route, icon }) => (
        <a key={route} href={linkTo(route)} aria-current={route === current ? "page" : undefined}>
          <Icon name={icon} size={22} />
          {t[route]}
        </a>
      ))}
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-current={within === undefined ? undefined : "true"}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" size={22} />
        <span>
          {t.more}
          {within !== undefined && <span className="unseen">{t.moreAt(t[within.route])}</span>}
        </span>
        {waiting > 0 && (
          <span className="count">
            <span className="unseen">{t.inbox}: </span>
            {waiting}
          </span>
        )}
      </button>
      {open && <MoreScreens current={current} button={button} onClose={() => setOpen(false)} />}
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
        <SettingsButton />
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

/** Opens the menu of language and theme. */
function SettingsButton({ side = "bottom" }: { side?: "top" | "bottom" }) {
  const t = useTexts(shellTexts);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const label = `${t.language} · ${t.theme}`;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="icon-button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        title={label}
        onClick={() => setOpen(!open)}
      >
        <Icon name="language" />
      </button>
      {open && <Settings button={button} side={side} onClose={() => setOpen(false)} />}
    </>
  );
}
