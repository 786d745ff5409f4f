// The screens, in the order of the navigation: route, name, icon, the key that follows `g`. A screen is one file in
// screens/ with one component and its texts, and is fetched when it is first opened.

import { type Later, later, type Waiting } from "./later.tsx";
import type { IconName } from "./parts/icon.tsx";
import { useTexts } from "./texts.ts";
import { shellTexts } from "./texts-shell.ts";

export interface Screen {
  route: "today" | "list" | "reading" | "log" | "goals" | "review" | "page" | "recall";
  icon: IconName;
  component: Later<object>;
}

/** A screen with a place in the navigation. */
export interface MainScreen extends Screen {
  /** Opens the screen after `g`. */
  key: string;
}

export const SCREENS: readonly MainScreen[] = [
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
    route: "review",
    icon: "review",
    key: "v",
    component: later(async () => (await import("./screens/review.tsx")).ReviewScreen, Opening),
  },
  {
    route: "page",
    icon: "page",
    key: "p",
    component: later(async () => (await import("./screens/page.tsx")).PageScreen, Opening),
  },
];

/** Everything about one item: opened from wherever the item stands, so it has no place in the navigation but that of the list. */
const ITEM_SCREEN: Pick<Screen, "component"> & { route: "item"; under: Screen["route"] } = {
  route: "item",
  under: "list",
  component: later(async () => (await import("./screens/item.tsx")).ItemScreen, Opening),
};

/** The screen of an address; the first one where it names none. */
export function screenOf(route: string): Pick<Screen, "component"> & {
  route: Screen["route"] | "item";
  /** The screen of the navigation that it belongs to, where it has no place of its own. */
  under?: Screen["route"];
} {
  if (route === ITEM_SCREEN.route) return ITEM_SCREEN;
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
