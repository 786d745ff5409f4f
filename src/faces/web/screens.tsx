// The screens, in the order of the navigation: route, name, icon, the key that follows `g`. A screen is one file in
// screens/ with one component and its texts, and is fetched when it is first opened.

import { type Later, later, type Waiting } from "./later.tsx";
import type { IconName } from "./parts/icon.tsx";
import { useTexts } from "./texts.ts";
import { shellTexts } from "./texts-shell.ts";

export type Screen = MainScreen | InnerScreen;

/** A screen with a place in the navigation. */
export interface MainScreen {
  route: "today" | "list" | "reading" | "log" | "goals" | "review" | "lives" | "page";
  icon: IconName;
  component: Later<object>;
  /** Opens the screen after `g`. */
  key: string;
  /** Has a place of its own at the bottom of a phone, which holds five; the others are behind "More". */
  isInBar: boolean;
}

export const SCREENS: readonly MainScreen[] = [
  {
    route: "today",
    icon: "today",
    key: "t",
    isInBar: true,
    component: later(async () => (await import("./screens/today.tsx")).TodayScreen, Opening),
  },
  {
    route: "list",
    icon: "list",
    key: "l",
    isInBar: true,
    component: later(async () => (await import("./screens/list.tsx")).ListScreen, Opening),
  },
  {
    route: "reading",
    icon: "book",
    key: "r",
    isInBar: false,
    component: later(async () => (await import("./screens/reading.tsx")).ReadingScreen, Opening),
  },
  {
    route: "log",
    icon: "log",
    key: "o",
    isInBar: true,
    component: later(async () => (await import("./screens/log.tsx")).LogScreen, Opening),
  },
  {
    route: "goals",
    icon: "goal",
    key: "g",
    isInBar: true,
    component: later(async () => (await import("./screens/goals.tsx")).GoalsScreen, Opening),
  },
  {
    route: "review",
    icon: "review",
    key: "v",
    isInBar: true,
    component: later(async () => (await import("./screens/review.tsx")).ReviewScreen, Opening),
  },
  {
    route: "lives",
    icon: "lives",
    key: "i",
    isInBar: false,
    component: later(async () => (await import("./screens/lives.tsx")).LivesScreen, Opening),
  },
  {
    route: "page",
    icon: "page",
    key: "p",
    isInBar: false,
    component: later(async () => (await import("./screens/page.tsx")).PageScreen, Opening),
  },
];

/** A screen that one comes to from others; the navigation shows where it belongs. */
interface InnerScreen {
  route: "item" | "recall";
  under: MainScreen["route"];
  component: Later<object>;
}

const INNER_SCREENS: readonly InnerScreen[] = [
  {
    // Everything about one item: opened from wherever the item stands.
    route: "item",
    under: "list",
    component: later(async () => (await import("./screens/item.tsx")).ItemScreen, Opening),
  },
  {
    route: "recall",
    under: "today",
    component: later(async () => (await import("./screens/recall.tsx")).RecallScreen, Opening),
  },
];

/** The screen of an address; the first one where it names none. */
export function screenOf(route: string): InnerScreen | (MainScreen & { under?: undefined }) {
  const all = [...SCREENS, ...INNER_SCREENS];
  return all.find((screen) => screen.route === route) ?? SCREENS[0]!;
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
