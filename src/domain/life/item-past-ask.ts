// Asking the past of items: what a text of a day meant on that day, and how the item stood then. A text means the item whose
// title path it begins with; paths of that very day come first, then those of today, then former and later ones.

import type { LocalDate } from "../../base/index.ts";
import { canonical } from "../day/references.ts";
import type { Priority } from "../item.ts";
import type { PastItem, PastSpell } from "./item-past.ts";

/** An item as it stood on a day. */
export interface PastPlace {
  item: PastItem;
  spell: PastSpell;
  /** The item of a list of its own that it is, or is a step of. */
  outermost: PastItem;
}

export interface ItemsPast {
  readonly items: readonly PastItem[];
  /** What a text of a day means; null where it means no item. */
  resolveAt(text: string, date: LocalDate): PastPlace | null;
  /** Priority of the item with this path as of a day; null where it has none, or there is no such item. */
  priorityAt(path: string, date: LocalDate): Priority | null;
  /** The item with this path on the page of today. */
  itemNow(path: string): PastItem | null;
  outermostOf(item: PastItem, date: LocalDate): PastItem;
}

/** How an item stood on a day: before it came as at first, while it was away as it was last. */
export function spellAt(item: PastItem, date: LocalDate): PastSpell {
  const { spells } = item;
  for (let at = spells.length - 1; at > 0; at--) if (spells[at]!.from <= date) return spells[at]!;
  return spells[0]!;
}

function covers({ from, to }: PastSpell, date: LocalDate): boolean {
  return from <= date && (to === null || date < to);
}

interface Names {
  /** By canonical name. */
  paths: Map<string, { item: PastItem; spell: PastSpell }[]>;
  /** By canonical title of a step. */
  steps: Map<string, { item: PastItem; spell: PastSpell }[]>;
}

/** Made once for a past, asked often. */
export function openPast(items: readonly PastItem[]): ItemsPast {
  let made: Names | null = null;
  const names = (): Names => {
    made ??= namesOf(items);
    return made;
  };
  const now = new Map<string, PastItem>();
  for (const item of items) if (item.isOnPage && !now.has(item.path)) now.set(item.path, item);
  /** Texts that mean nothing on any day, and items that are found whatever the day. */
  const fixed = new Map<string, PastItem | null>();

  const find = (text: string, date: LocalDate): PastItem | null => {
    const known = fixed.get(text);
    if (known !== undefined) return known;
    const { paths, steps } = names();
    const whole = canonical(text);
    const prefixes = prefixesOf(whole);
    if (!prefixes.some((name) => paths.has(name) || steps.has(name))) {
      fixed.set(text, null);
      return null;
    }
    const own = paths.get(whole);
    if (own?.every(({ item }) => item === own[0]!.item)) {
      fixed.set(text, own[0]!.item);
      return own[0]!.item;
    }
    const standing = (name: string): PastItem | null =>
      paths.get(name)?.find(({ spell }) => covers(spell, date))?.item ?? null;
    // It had another name that day, but it was there: rather than one that came later.
    const there = (name: string): PastItem | null =>
      nearest(
        paths.get(name)?.filter(({ item }) => item.spells.some((spell) => covers(spell, date))) ?? [],
        date,
      );
    const step = (name: string): PastItem | null => {
      const found = new Set(
        steps
          .get(name)
          ?.filter(({ spell }) => covers(spell, date))
          .map(({ item }) => item),
      );
      return found.size === 1 ? [...found][0]! : null;
    };
    const ever = (name: string): PastItem | null => nearest(paths.get(name) ?? [], date);
    const onlyStep = (name: string): PastItem | null => {
      const found = new Set(steps.get(name)?.map(({ item }) => item));
      return found.size === 1 ? [...found][0]! : null;
    };
    const exact = standing(whole) ?? there(whole) ?? now.get(text) ?? ever(whole) ?? step(whole);
    if (exact !== null) return exact;
    for (const name of prefixes) {
      const found = standing(name) ?? step(name);
      if (found !== null) return found;
    }
    for (const name of prefixes) {
      const found = ever(name) ?? onlyStep(name);
      if (found !== null) return found;
    }
    return null;
  };
  const outermostOf = (item: PastItem, date: LocalDate): PastItem => {
    const { path } = spellAt(item, date);
    const end = path.indexOf(" › ");
    return end < 0 ? item : (find(path.slice(0, end), date) ?? item);
  };
  return {
    items,
    resolveAt: (text, date) => {
      const item = find(text, date);
      return item === null ? null : { item, spell: spellAt(item, date), outermost: outermostOf(item, date) };
    },
    priorityAt: (path, date) => {
      const item = now.get(path) ?? find(path, date);
      return item === null ? null : spellAt(item, date).priority;
    },
    itemNow: (path) => now.get(path) ?? null,
    outermostOf,
  };
}

function namesOf(items: readonly PastItem[]): Names {
  const names: Names = { paths: new Map(), steps: new Map() };
  const add = (map: Names["paths"], name: string, item: PastItem, spell: PastSpell): void => {
    const key = canonical(name);
    const list = map.get(key);
    if (list === undefined) map.set(key, [{ item, spell }]);
    else list.push({ item, spell });
  };
  for (const item of items)
    for (const spell of item.spells) {
      add(names.paths, spell.path, item, spell);
      const last = spell.path.lastIndexOf(" › ");
      if (last >= 0) add(names.steps, spell.path.slice(last + 3), item, spell);
    }
  return names;
}

/** The item whose spell under a name lies nearest to a day. */
function nearest(
  candidates: readonly { item: PastItem; spell: PastSpell }[],
  date: LocalDate,
): PastItem | null {
  let best: { item: PastItem; spell: PastSpell } | null = null;
  for (const one of candidates) {
    const isLater = one.spell.from > date;
    if (best === null) best = one;
    else if (
      best.spell.from > date ? one.spell.from < best.spell.from : !isLater && one.spell.from > best.spell.from
    )
      best = one;
  }
  return best?.item ?? null;
}

/** A canonical text and what it begins with, up to the end of each word, the longest first. */
function prefixesOf(text: string): string[] {
  const found = [text];
  for (let at = text.length - 1; at > 0; at--) {
    const sign = text[at]!;
    if (sign === " " || sign === ":" || sign === "," || sign === "›") found.push(text.slice(0, at));
  }
  return found;
}
