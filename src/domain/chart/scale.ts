// Axes: where ticks stand and what they say. Steps are those that people count in: hours by 1, 2, 5, 10; parts of an hour by
// 5, 10, 15, 30 minutes.

export interface Tick {
  value: number;
  text: string;
}

const MINUTES = [1, 2, 5, 10, 15, 30];
const STEPS = [1, 2, 5];

/** Hours without needless zeros: `0`, `0.25`, `1.5`, `40`; from one hour on to a tenth. */
export function sayHours(min: number): string {
  const hours = min / 60;
  return String(hours >= 1 ? Math.round(hours * 10) / 10 : Math.round(hours * 100) / 100);
}

export function sayPercent(ratio: number): string {
  return `${Math.round(ratio * 100)}%`;
}

/**
 * Ticks from 0 to the first that is not below `most`, at most `count` + 1 of them.
 * @param most above zero
 */
export function linearTicks(most: number, count: number, format: "min" | "count" | "ratio"): Tick[] {
  if (format === "ratio") return [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, text: sayPercent(value) }));
  const step = niceStep(most / count, format);
  const ticks: Tick[] = [];
  for (let index = 0; ; index++) {
    const value = index * step;
    ticks.push({ value, text: format === "min" ? sayHours(value) : String(value) });
    if (value >= most) return ticks;
  }
}

/** The least step of 1, 2, 5 times a power of ten (of hours, where it is time) that is not below `least`. */
function niceStep(least: number, format: "min" | "count"): number {
  const unit = format === "min" ? 60 : 1;
  if (format === "min" && least <= 30) return MINUTES.find((step) => step >= least)!;
  for (let power = 1; ; power *= 10)
    for (const step of STEPS) if (step * power * unit >= least) return step * power * unit;
}

/** Ticks of a logarithmic axis of minutes, at the lengths that people think in. */
const LENGTHS = [
  5, 15, 30, 60, 120, 300, 600, 1200, 3000, 6000, 12_000, 30_000, 60_000, 120_000, 300_000, 600_000,
];

/** From the last length that is not above `least` to the first that is not below `most`. */
export function logTicks(least: number, most: number): Tick[] {
  const from = Math.max(
    0,
    LENGTHS.findLastIndex((length) => length <= least),
  );
  const found = LENGTHS.findIndex((length) => length >= most);
  const to = Math.max(found < 0 ? LENGTHS.length - 1 : found, from + 1);
  return LENGTHS.slice(from, to + 1).map((value) => ({ value, text: sayHours(value) }));
}

/**
 * Which of the labels along an axis are written, so that none comes closer than `gap` to the next: each second, third, … of
 * them, the last one always.
 */
export function spreadLabels(widths: readonly number[], step: number, gap: number): boolean[] {
  const widest = Math.max(0, ...widths);
  const every = Math.max(1, Math.ceil((widest + gap) / step));
  return widths.map((_, index) => (widths.length - 1 - index) % every === 0);
}
