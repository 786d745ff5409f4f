// What days come to, kept in the index of the home by the state of their notes and by what their texts point to: a note that
// has not been written to is not read again. A day with a running record is another one each minute and is never kept.

import { fingerprint, type LocalDate, yearOf } from "../base/index.ts";
import { type DayFacts, dayFile, type Index, type Stamp, YearIndex } from "../domain/index.ts";
import type { Context } from "./action.ts";

/** The years that were asked for so far, for one reading of what texts point to. */
interface KeptYears {
  key: string;
  years: Map<number, YearIndex>;
}

const remembered = new WeakMap<Index, KeptYears>();

const opened = new WeakMap<Context, KeptDays>();

/**
 * The days that the index of the home knows; null where it has none.
 * @param words same where all texts of days point to the same, with the same settings
 */
export function keptDays(context: Context, words: () => string): KeptDays | null {
  const { index } = context.outside;
  if (index === undefined) return null;
  let kept = opened.get(context);
  if (kept === undefined) {
    kept = new KeptDays(context, index, words());
    opened.set(context, kept);
  }
  return kept;
}

/** Keeps what was learned of days, once an action is through. */
export function saveKeptDays(context: Context): void {
  opened.get(context)?.save();
}

/** The days that are kept for what texts point to now. */
export class KeptDays {
  private readonly context: Context;
  private readonly index: Index;
  private readonly kept: KeptYears;
  /** Each file is asked once, before it is read. */
  private readonly stamps = new Map<LocalDate, Stamp | null>();

  constructor(context: Context, index: Index, words: string) {
    const key = fingerprint(words);
    let kept = remembered.get(index);
    if (kept?.key !== key) {
      kept = { key, years: new Map() };
      remembered.set(index, kept);
    }
    this.context = context;
    this.index = index;
    this.kept = kept;
  }

  /** Null where the note has to be read. */
  get(date: LocalDate): DayFacts | null {
    const stamp = this.stampOf(date);
    return stamp === null ? null : this.yearOf(date).get(date, stamp);
  }

  has(date: LocalDate): boolean {
    const stamp = this.stampOf(date);
    return stamp !== null && this.yearOf(date).has(date, stamp);
  }

  /** What a note comes to that was read behind `get` or `has`. */
  set(date: LocalDate, facts: DayFacts): void {
    const stamp = this.stampOf(date);
    if (stamp !== null) this.yearOf(date).set(date, stamp, facts);
  }

  /** Writes the years that have changed. */
  save(): void {
    for (const [year, days] of this.kept.years) {
      if (!days.isChanged) continue;
      const packed = days.pack();
      this.index.write(nameOf(year), packed);
      this.kept.years.set(year, new YearIndex(packed, this.kept.key));
    }
  }

  private stampOf(date: LocalDate): Stamp | null {
    let stamp = this.stamps.get(date);
    if (stamp === undefined) {
      const file = dayFile(date);
      // A text that was read before its stamp was taken may be older than that says.
      stamp = this.context.reading.hasRead(file) ? null : this.index.stamp(file);
      this.stamps.set(date, stamp);
    }
    return stamp;
  }

  private yearOf(date: LocalDate): YearIndex {
    const year = yearOf(date);
    let days = this.kept.years.get(year);
    if (days === undefined) {
      days = new YearIndex(this.index.read(nameOf(year)), this.kept.key);
      this.kept.years.set(year, days);
    }
    return days;
  }
}

function nameOf(year: number): string {
  return `days-${year}`;
}
