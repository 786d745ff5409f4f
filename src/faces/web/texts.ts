// Texts in two languages. A catalogue is a plain object beside the screen that speaks it; each entry has `en` and
// `zh`, a string or a function of the same arguments. A missing language or a missing key is a type error.
//
//   const texts = catalogue({ add: { en: "Add", zh: "添加" }, left: { en: (n: number) => `${n} left`, zh: (n) => `还剩 ${n} 个` } });
//   const t = useTexts(texts);   t.add   t.left(3)

import type { Tongue } from "../../base/index.ts";
import { currentTongue, preferences } from "./preferences.ts";

// biome-ignore lint/suspicious/noExplicitAny: a catalogue may hold functions of any arguments
type Phrase = string | ((...args: any[]) => string);
type Catalogue = Record<string, { en: Phrase; zh: Phrase }>;
export type Texts<C extends Catalogue> = {
  readonly [K in keyof C]: C[K]["en"] extends string ? string : C[K]["en"];
};

/** Checks that both languages take the same arguments. */
export function catalogue<P extends Record<string, Phrase>>(
  entries: {
    [K in keyof P]: { en: P[K]; zh: P[K] extends string ? string : P[K] };
  },
): { [K in keyof P]: { en: P[K]; zh: P[K] } } {
  return entries as { [K in keyof P]: { en: P[K]; zh: P[K] } };
}

const picked = new Map<Tongue, WeakMap<Catalogue, object>>([
  ["en", new WeakMap()],
  ["zh", new WeakMap()],
]);

/** The texts of a catalogue in one language. */
export function textsIn<C extends Catalogue>(texts: C, tongue: Tongue): Texts<C> {
  const cache = picked.get(tongue)!;
  let found = cache.get(texts) as Texts<C> | undefined;
  if (found === undefined) {
    found = Object.fromEntries(Object.entries(texts).map(([key, both]) => [key, both[tongue]])) as Texts<C>;
    cache.set(texts, found);
  }
  return found;
}

export function useTongue(): Tongue {
  preferences.use((state) => state.language);
  return currentTongue();
}

export function useTexts<C extends Catalogue>(texts: C): Texts<C> {
  return textsIn(texts, useTongue());
}

/** For code outside components, such as messages made by a failed save. */
export function textsNow<C extends Catalogue>(texts: C): Texts<C> {
  return textsIn(texts, currentTongue());
}

export { localeOf } from "./preferences.ts";
