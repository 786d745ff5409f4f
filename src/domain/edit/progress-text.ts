// What a person types as progress: `35/740`, `35`, `20%`, `chapter 3 of 14`, `第 3 章`.

import type { Progress, Unit } from "../item.ts";
import { UNIT_WORDS } from "../read/vocabulary.ts";
import { foldText } from "../read/words.ts";

export interface TypedProgress {
  done: number;
  total: number;
  unit: Unit | null;
  /** Only a number, or no total: the rest comes from the item. */
  partial: boolean;
}

/** `bad`: no progress; `no-total`: a number without a total, and the item has none; `beyond`: more done than there is. */
export type ProgressFault = "bad" | "no-total" | "beyond";

const NUMBER = /-?\d+(?:\.\d+)?/g;

/** Reads what was typed; a number alone counts in the item's own unit, up to its total. */
export function parseProgress(
  typed: string,
  known: Pick<Progress, "done" | "total" | "unit"> | null,
): TypedProgress | ProgressFault {
  const text = foldText(typed).trim();
  const unit = unitIn(text);
  const numbers = [...text.matchAll(NUMBER)].map((match) => Number(match[0]));
  const words = text
    .replace(NUMBER, " ")
    .replace(/[\s/%.,:;，。：第共全了到读看学已至of()（）#~-]+/gu, " ")
    .trim();
  if (
    numbers.length === 0 ||
    numbers.length > 2 ||
    (unit === null &&
      words !== "" &&
      !/^(?:进度|完成|read|up to|to|through|at|done|about|out|the| )+$/.test(words))
  )
    return "bad";
  if (/%/.test(text)) {
    const [percent] = numbers;
    if (numbers.length > 1 || percent! < 0) return "bad";
    return percent! > 100 ? "beyond" : { done: percent!, total: 100, unit: "percent", partial: false };
  }
  if (numbers.some((number) => number < 0)) return "bad";
  // 全 14 章，读到第 3 章
  const totalFirst = /^(?:全书?|共|总共|一共)/.test(text);
  const [done, total] = totalFirst ? [numbers[1], numbers[0]] : numbers;
  if (done === undefined) return "bad";
  if (total !== undefined) {
    if (!(total > 0) || !Number.isInteger(done) || !Number.isInteger(total)) return "bad";
    return done > total ? "beyond" : { done, total, unit, partial: false };
  }
  if (known === null) return "no-total";
  const fits = unit === null || known.unit === null || unit === known.unit;
  if (!fits || known.total <= 0) return "no-total";
  if (!Number.isInteger(done) && known.unit !== "percent") return "bad";
  return done > known.total ? "beyond" : { done, total: known.total, unit: known.unit, partial: true };
}

function unitIn(text: string): Unit | null {
  for (const unit of ["page", "chapter", "item"] as const) {
    const { zh, en } = UNIT_WORDS[unit];
    if (new RegExp(`(?:${zh})|(?<![a-z])(?:${en})(?![a-z])`, "u").test(text)) return unit;
  }
  return null;
}
