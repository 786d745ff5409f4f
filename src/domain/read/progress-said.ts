// How far something is, as a text away from the page says it: a life's event, a record of a day. The same forms as on the page.

import type { Unit } from "../item.ts";
import { findProgress } from "./progress.ts";

export interface SaidProgress {
  done: number;
  total: number;
  unit: Unit | null;
  /** 0 to 1, rounded to 4 digits. */
  ratio: number;
}

/** `296/572`, `进度 20%`, `chapter 3, page 120/740`; null where it says none. */
export function readSaidProgress(text: string, role: "learning" | "reading"): SaidProgress | null {
  // A segment of its own in front: what is at the start of an item would be its title.
  const plain = `: ${text}`;
  const found = findProgress(
    {
      text: plain,
      offsets: Array.from({ length: plain.length + 1 }, (_, at) => at),
      flags: Array(plain.length).fill(0),
      links: [],
      from: 0,
      to: plain.length,
    },
    role,
  );
  if (found === null) return null;
  const { done, total, unit } = found;
  return { done, total, unit, ratio: Math.round((done / total) * 10_000) / 10_000 };
}
