// The screens, in the order of the navigation: route, name, icon, the key that follows `g`. A screen is one file in
// screens/ with one component and its texts, and is fetched when it is first opened.

import { type Later, later, type Waiting } from "./later.tsx";
import type { IconName } from "./parts/icon.tsx";
import { useTexts } from "./texts.ts";
import { shellTexts } from "./texts-shell.ts";

export interface Screen {
  route: "today" | "list" | "reading" | "log" | "goals" | "page";
  icon: IconName;
  /** Opens the screen after `g`. */
  key: string;
  component: Later<object>;
}

export const SCREENS: readonly Screen[] = [
  {
    route: "today",
    icon: "today",
    key: "t",
    component: later(async () => (await import("./screens/today.tsx")).TodayScreen, Opening),
  },
  {
    route: "list",
    icon: "list",
    key: "l",
    component: later(async () => (await import("./screens/list.tsx")).ListScreen, Opening),
  },
  {
    route: "reading",
    icon: "book",
    key: "r",
    component: later(async () => (await import("./screens/reading.tsx")).ReadingScreen, Opening),
  },
  {
    route: "log",
    icon: "log",
    key: "o",
    component: later(async () => (await import("./screens/log.tsx")).LogScreen, Opening),
  },
  {
    route: "goals",
    icon: "goal",
    key: "g",
    component: later(async () => (await import("./screens/goals.tsx")).GoalsScreen, Opening),
  },
  {
    route: "page",
    icon: "page",
    key: "p",
    component: later(async () => (await import("./screens/page.tsx")).PageScreen, Opening),
  },
];

/** The screen of an address; the first one where it names none. */
export function screenOf(route: string): Screen {
  return SCREENS.find((screen) => screen.route === route) ?? SCREENS[0]!;
}

function Opening({ failed, retry }: Waiting) {
  const t = useTexts(shellTexts);
  if (!failed) return <p className="centre">{t.loading}</p>;
  return (
    <div className="centre" role="alert">
      <h1>{t.failedToOpen}</h1>
      <p>{t.problemNetwork}</p>
      <button type="button" className="button is-main" onClick={retry}>
        {t.retry}
      </button>
    </div>
  );
}
