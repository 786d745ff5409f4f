// A range of days as reports take it: from, to, and what is meant where one of them is not said.

import { AppError, addDays, type LocalDate } from "../base/index.ts";
import type { Context, Input, Param } from "./action.ts";
import { sayGoals } from "./goal-messages.ts";

/** Eleven years. */
const MOST_DAYS = 4018;

export const fromParam: Param = {
  name: "from",
  kind: "date",
  positional: true,
  help: { en: "the first day: 2021-09-30, -7d, -4w", zh: "第一天：2021-09-30、-7d、-4w" },
};

export const toParam: Param = {
  name: "to",
  kind: "date",
  positional: true,
  help: { en: "the last day; else today", zh: "最后一天；默认今天" },
};

/**
 * @param days how many days are meant where the first one is not said
 * @throws AppError usage where it ends before it begins, or is too long
 */
export function checkRange(context: Context, input: Input, days: number): { from: LocalDate; to: LocalDate } {
  const to = input.date("to") ?? context.today;
  const from = input.date("from") ?? addDays(to, 1 - days);
  const texts = sayGoals(context.tongue);
  if (from > to) throw new AppError("usage", texts.backwards(from, to));
  if (addDays(from, MOST_DAYS) < to) throw new AppError("usage", texts.tooLong(MOST_DAYS));
  return { from, to };
}
