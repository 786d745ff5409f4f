// Chance that can be repeated: the same seed gives the same year on every machine. And days of the calendar as texts. Shares
// nothing with src/, so that a mistake there is not made here again.

export interface Chance {
  /** 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  /** True in so many of a hundred cases. */
  percent(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** So many different ones, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[];
  shuffle<T>(list: readonly T[]): T[];
  /** One of the keys, the heavier the likelier. */
  weigh<T>(weights: readonly (readonly [T, number])[]): T;
  /** Chance of its own for a part, so that a change in one part leaves the others as they are. */
  fork(name: string): Chance;
}

/** Mulberry32 (Tommy Ettinger, public domain), seeded by FNV-1a of the seed's text. */
export function makeChance(seed: string): Chance {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ char.codePointAt(0)!, 0x01000193) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const chance: Chance = {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    percent: (share) => next() * 100 < share,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    some: (list, count) => {
      const taken = new Set(chance.shuffle(list.map((_, index) => index)).slice(0, count));
      return list.filter((_, index) => taken.has(index));
    },
    shuffle: (list) => {
      const mixed = [...list];
      for (let at = mixed.length - 1; at > 0; at--) {
        const other = chance.int(0, at);
        [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
      }
      return mixed;
    },
    weigh: (weights) => {
      let left = next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of weights) {
        left -= weight;
        if (left < 0) return key;
      }
      return weights.at(-1)![0];
    },
    fork: (name) => makeChance(`${seed}/${name}`),
  };
  return chance;
}

const DAY_MS = 86_400_000;

export function numberOfDay(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

export function dayOfNumber(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(date: string, count: number): string {
  return dayOfNumber(numberOfDay(date) + count);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return ((numberOfDay(date) + 3) % 7) + 1;
}

export function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}

/** Every day from the first to the last, both included. */
export function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(date);
  return days;
}

/** Minutes east of UTC at noon UTC of a day, and as text: `+02:00`. */
export function offsetText(date: string, zone: string): string {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  const parts = format.formatToParts(new Date(`${date}T12:00:00Z`));
  const name = parts.find(({ type }) => type === "timeZoneName")!.value.replace("GMT", "");
  return name === "" ? "+00:00" : name;
}
