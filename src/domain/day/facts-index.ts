// What the days of one year come to, packed: numbers in one array, texts in another, so that a year is read in no time and a
// day of it is unpacked only where somebody asks. Packed for one reading of what texts point to, which its key names.

import { dateOfEpochDay, epochDayOf, type LocalDate } from "../../base/index.ts";
import { PRIORITIES, type Priority } from "../item.ts";
import type { Stamp } from "../ports.ts";
import type { BlockState, ConditionKind, DayFacts } from "./day.ts";

/** To be raised where what is packed, or what a day comes to by the same key, changes. */
export const FACTS_VERSION = 1;

/** Plain data, as it is kept. Days ascend; the numbers of day `i` are `numbers[starts[i]]` to before `starts[i + 1]`. */
export interface PackedYear {
  version: number;
  key: string;
  days: Int32Array;
  /** Four numbers a day: which state of its file was read. */
  stamps: Float64Array;
  starts: Int32Array;
  numbers: Int32Array;
  texts: string[];
}

/** Stands for null: no minute, line or amount is so far below zero. */
const NULL = -2_147_483_648;
const STATES: readonly BlockState[] = ["planned", "done", "moved", "dropped"];
const KINDS: readonly ConditionKind[] = ["healthy", "abnormal"];
const SHARES = [...PRIORITIES, "none", "other"] as const;
/** Amounts of a day that are plain numbers, in the order in which they are packed. */
const AMOUNTS = [
  "plannedMin",
  "keptMin",
  "blocks",
  "keptBlocks",
  "recordedMin",
  "interruptedMin",
  "interruptions",
  "movedBlocks",
  "droppedBlocks",
  "bufferMin",
  "bufferSpentMin",
] as const satisfies readonly (keyof DayFacts)[];
const OTHERS = [
  "date",
  "isOff",
  "hasPlan",
  "plannedAt",
  "slips",
  "byPriority",
  "byReference",
  "plannedByReference",
  "stretches",
  "answers",
] as const satisfies readonly (keyof DayFacts)[];
/** Invariant: everything of a day is packed. A new field is an error here until it is. */
type Unpacked = Exclude<keyof DayFacts, (typeof AMOUNTS)[number] | (typeof OTHERS)[number]>;
const PACKS_ALL: [Unpacked] extends [never] ? true : never = true;

/** A year as it grows: unpacked days over packed ones. */
export class YearIndex {
  readonly key: string;
  private readonly packed: PackedYear | null;
  private readonly places = new Map<LocalDate, number>();
  private readonly added = new Map<LocalDate, { stamp: Stamp; facts: DayFacts }>();

  /** @param kept what was kept of the year, of any make; null, or of another version or key: an empty year */
  constructor(kept: unknown, key: string) {
    this.key = key;
    this.packed = isPacked(kept, key) ? kept : null;
    this.packed?.days.forEach((day, at) => {
      this.places.set(dateOfEpochDay(day), at);
    });
  }

  get isChanged(): boolean {
    return this.added.size > 0;
  }

  /** Whether the day of a file in this state is known. */
  has(date: LocalDate, stamp: Stamp): boolean {
    const added = this.added.get(date);
    if (added !== undefined) return isSame(added.stamp, stamp, 0);
    const at = this.places.get(date);
    return at !== undefined && isSame(this.packed!.stamps, stamp, at * 4);
  }

  /** What a day comes to by its file in this state; null where that is not known. */
  get(date: LocalDate, stamp: Stamp): DayFacts | null {
    if (!this.has(date, stamp)) return null;
    return this.added.get(date)?.facts ?? unpack(this.packed!, this.places.get(date)!);
  }

  set(date: LocalDate, stamp: Stamp, facts: DayFacts): void {
    this.added.set(date, { stamp, facts });
  }

  /** The year with its new days, to be kept. Days that cannot be packed (an amount that is no whole number) are left out. */
  pack(): PackedYear {
    const dates = [...new Set([...this.places.keys(), ...this.added.keys()])].sort();
    const packer = new Packer();
    const days: number[] = [];
    const stamps: number[] = [];
    const starts: number[] = [0];
    for (const date of dates) {
      const added = this.added.get(date);
      const at = this.places.get(date);
      const stamp = added?.stamp ?? [...this.packed!.stamps.subarray(at! * 4, at! * 4 + 4)];
      if (!packer.add(added?.facts ?? unpack(this.packed!, at!))) continue;
      days.push(epochDayOf(date));
      stamps.push(...stamp);
      starts.push(packer.numbers.length);
    }
    return {
      version: FACTS_VERSION,
      key: this.key,
      days: Int32Array.from(days),
      stamps: Float64Array.from(stamps),
      starts: Int32Array.from(starts),
      numbers: Int32Array.from(packer.numbers),
      texts: [...packer.texts.keys()],
    };
  }
}

function isPacked(kept: unknown, key: string): kept is PackedYear {
  const { version, key: other } = (kept ?? {}) as Partial<PackedYear>;
  return PACKS_ALL && version === FACTS_VERSION && other === key;
}

function isSame(stamps: ArrayLike<number>, stamp: Stamp, from: number): boolean {
  for (let at = 0; at < stamp.length; at++) if (stamps[from + at] !== stamp[at]) return false;
  return true;
}

class Packer {
  readonly numbers: number[] = [];
  readonly texts = new Map<string, number>();

  add(facts: DayFacts): boolean {
    const { numbers } = this;
    const start = numbers.length;
    numbers.push(epochDayOf(facts.date), Number(facts.isOff), Number(facts.hasPlan), facts.plannedAt ?? NULL);
    for (const key of AMOUNTS) numbers.push(facts[key]);
    for (const key of SHARES) numbers.push(facts.byPriority[key]);
    for (const map of [facts.byReference, facts.plannedByReference]) {
      numbers.push(map.size);
      for (const [text, min] of map) numbers.push(this.text(text), min);
    }
    numbers.push(facts.slips.length);
    for (const { from, to, reference, isItem, state, keptMin } of facts.slips)
      numbers.push(from, to, this.text(reference), Number(isItem), STATES.indexOf(state), keptMin);
    numbers.push(facts.stretches.length);
    for (const { from, to, reference, priority } of facts.stretches)
      numbers.push(from, to, this.text(reference), priority === null ? NULL : PRIORITIES.indexOf(priority));
    numbers.push(facts.answers.length);
    for (const { line, kind, name, holds, evidence, range } of facts.answers)
      numbers.push(
        line,
        KINDS.indexOf(kind),
        this.text(name),
        Number(holds),
        evidence === null ? NULL : this.text(evidence),
        range.from,
        range.to,
      );
    const fits = numbers.slice(start).every((number) => number === (number | 0));
    if (!fits) numbers.length = start;
    return fits;
  }

  private text(text: string): number {
    let at = this.texts.get(text);
    if (at === undefined) {
      at = this.texts.size;
      this.texts.set(text, at);
    }
    return at;
  }
}

function unpack({ numbers, starts, texts }: PackedYear, day: number): DayFacts {
  let at = starts[day]!;
  const next = (): number => numbers[at++]!;
  const orNull = (number: number): number | null => (number === NULL ? null : number);
  const list = <T>(read: () => T): T[] => {
    const found: T[] = [];
    for (let left = next(); left > 0; left--) found.push(read());
    return found;
  };
  const sums = (): Map<string, number> => new Map(list(() => [texts[next()]!, next()] as const));
  const date = dateOfEpochDay(next());
  const head = { date, isOff: next() === 1, hasPlan: next() === 1, plannedAt: orNull(next()) };
  const amounts = {} as Record<(typeof AMOUNTS)[number], number>;
  for (const key of AMOUNTS) amounts[key] = next();
  const byPriority = {} as Record<(typeof SHARES)[number], number>;
  for (const key of SHARES) byPriority[key] = next();
  return {
    ...head,
    ...amounts,
    byPriority,
    byReference: sums(),
    plannedByReference: sums(),
    slips: list(() => ({
      from: next(),
      to: next(),
      reference: texts[next()]!,
      isItem: next() === 1,
      state: STATES[next()]!,
      keptMin: next(),
    })),
    stretches: list(() => ({
      from: next(),
      to: next(),
      reference: texts[next()]!,
      priority: priorityOf(next()),
    })),
    answers: list(() => ({
      line: next(),
      kind: KINDS[next()]!,
      name: texts[next()]!,
      holds: next() === 1,
      evidence: textOrNull(texts, next()),
      range: { from: next(), to: next() },
    })),
  };
}

function priorityOf(number: number): Priority | null {
  return number === NULL ? null : PRIORITIES[number]!;
}

function textOrNull(texts: readonly string[], number: number): string | null {
  return number === NULL ? null : texts[number]!;
}
