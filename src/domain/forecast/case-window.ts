// The latest finished tasks, kept sorted by ratio so that quantiles are one walk. An old one makes room for each new one
// beyond the limit.

/** A finished task as it is remembered. Names are numbers, which compare quickest. */
export interface Remembered {
  ratio: number;
  /** Size in steps of the kernel's table. */
  step: number;
  person: number;
  project: number;
  category: number;
  /** Which one of its person it is, from 0. */
  number: number;
}

/** Invariant: `sorted` holds the latest `limit` cases in ascending order of ratio. */
export class CaseWindow {
  readonly sorted: Remembered[] = [];
  private readonly limit: number;
  /** In the order in which they came, from `first` on. */
  private readonly order: Remembered[] = [];
  private first = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Returns the case that had to go, or null. */
  add(one: Remembered): Remembered | null {
    this.sorted.splice(firstAbove(this.sorted, one.ratio), 0, one);
    this.order.push(one);
    if (this.sorted.length <= this.limit) return null;
    const oldest = this.order[this.first++]!;
    this.sorted.splice(this.sorted.indexOf(oldest, firstFrom(this.sorted, oldest.ratio)), 1);
    if (this.first > 4096) {
      this.order.splice(0, this.first);
      this.first = 0;
    }
    return oldest;
  }
}

function firstAbove(sorted: readonly Remembered[], ratio: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]!.ratio <= ratio) from = middle + 1;
    else to = middle;
  }
  return from;
}

function firstFrom(sorted: readonly Remembered[], ratio: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]!.ratio < ratio) from = middle + 1;
    else to = middle;
  }
  return from;
}
