// What this browser remembers of this person: language, theme, layout, the page that was open last.
// Only taste lives here, never content; losing it loses nothing.

import { type Tongue, tongueOf } from "../../base/index.ts";
import { createStore } from "./create-store.ts";

export type Theme = "auto" | "light" | "dark";

export interface Preferences {
  language: Tongue | "auto";
  theme: Theme;
  /** The page that is shown, where a home has several. */
  page: string | null;
  layout: "board" | "outline";
  /** Whether rows of the list say when they will be done. */
  listForecasts: boolean;
  /** Keys of what was folded (`column:low`), and of what was unfolded against its default (`done:low`). */
  toggled: readonly string[];
  /** Kinds of notices that this browser does not tell. */
  mutedNotices: readonly ("block" | "clock" | "check")[];
}

const KEY = "nunc.preferences";
const DEFAULTS: Preferences = {
  language: "auto",
  theme: "auto",
  page: null,
  layout: "board",
  listForecasts: false,
  toggled: [],
  mutedNotices: [],
};

function read(): Preferences {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Preferences>) };
  } catch {
    return DEFAULTS;
  }
}

export const preferences = createStore<Preferences>(read());

preferences.subscribe(() => {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences.get()));
  } catch {
    // Private windows may refuse storage; the preference then lasts as long as the tab.
  }
  applyPreferences();
});

/** The language in use: the chosen one, else the browser's. */
export function currentTongue(): Tongue {
  const { language } = preferences.get();
  return language === "auto" ? tongueOf(navigator.language) : language;
}

/** BCP 47 tag for Intl, `lang` and requests. */
export function localeOf(tongue: Tongue): string {
  return tongue === "zh" ? "zh-CN" : "en";
}

/** Puts language and theme onto <html>, where CSS and screen readers look for them. */
export function applyPreferences(): void {
  const root = document.documentElement;
  const { theme } = preferences.get();
  root.lang = localeOf(currentTongue());
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
}

/** A fold that remembers itself. `folded` is the state that it has when nobody touched it. */
export function useFold(key: string, folded: boolean): [folded: boolean, toggle: () => void] {
  const touched = preferences.use((state) => state.toggled.includes(key));
  const toggle = () => {
    const { toggled } = preferences.get();
    preferences.set({
      toggled: touched ? toggled.filter((other) => other !== key) : [...toggled, key].slice(-500),
    });
  };
  return [touched !== folded, toggle];
}
