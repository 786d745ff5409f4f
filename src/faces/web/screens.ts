// The screens, in the order of the navigation: route, name, icon, the key that follows `g`. A screen is one file in
// screens/ with one component and its texts; big ones load when they are first opened.

import { type ComponentType, lazy } from "react";
import type { IconName } from "./parts/icon.tsx";
import { ListScreen } from "./screens/list.tsx";
import { ReadingScreen } from "./screens/reading.tsx";

export interface Screen {
  route: "list" | "reading" | "log" | "page";
  icon: IconName;
  /** Opens the screen after `g`. */
  key: string;
  component: ComponentType;
}

export const SCREENS: readonly Screen[] = [
  { route: "list", icon: "list", key: "l", component: ListScreen },
  { route: "reading", icon: "book", key: "r", component: ReadingScreen },
  {
    route: "log",
    icon: "log",
    key: "o",
    component: lazy(async () => ({ default: (await import("./screens/log.tsx")).LogScreen })),
  },
  {
    route: "page",
    icon: "page",
    key: "p",
    component: lazy(async () => ({ default: (await import("./screens/page.tsx")).PageScreen })),
  },
];
