// Which of the two themes is shown now: the one that was chosen, else the one of the system.

import { useSyncExternalStore } from "react";
import type { ChartTheme } from "../../../domain/index.ts";
import { preferences } from "../preferences.ts";

const dark = matchMedia("(prefers-color-scheme: dark)");

function subscribe(listener: () => void): () => void {
  dark.addEventListener("change", listener);
  return () => dark.removeEventListener("change", listener);
}

export function useTheme(): ChartTheme {
  const isDark = useSyncExternalStore(subscribe, () => dark.matches);
  const chosen = preferences.use((state) => state.theme);
  if (chosen !== "auto") return chosen;
  return isDark ? "dark" : "light";
}
