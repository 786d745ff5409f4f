// A condition by what a person types: its name, its number in the list, or a part of its name that no other has.

import { AppError, fold, likeness } from "../base/index.ts";
import { CONDITIONS_FILE, type Condition } from "../domain/index.ts";
import type { Context } from "./action.ts";
import { sayChecks } from "./check-messages.ts";
import { conditionsOf } from "./check-state.ts";

/** @throws AppError missing where none fits, usage where several do. */
export function findNamed(context: Context, name: string): Condition {
  const { conditions } = conditionsOf(context).conditions;
  const texts = sayChecks(context.tongue);
  const wanted = fold(name);
  const exact = conditions.find((one) => fold(one.name) === wanted);
  if (exact !== undefined) return exact;
  const numbered = /^\d{1,3}$/.test(wanted) ? conditions[Number(wanted) - 1] : undefined;
  if (numbered !== undefined) return numbered;
  const parts = wanted === "" ? [] : conditions.filter((one) => fold(one.name).includes(wanted));
  if (parts.length === 1) return parts[0]!;
  if (parts.length > 1) {
    const names = parts.map((one) => one.name);
    throw new AppError("usage", texts.severalConditions(name), { hint: texts.conditionsAre(names) });
  }
  const near = [...conditions]
    .sort((a, b) => likeness(fold(b.name), wanted) - likeness(fold(a.name), wanted))
    .slice(0, 5)
    .map((one) => one.name);
  throw new AppError("missing", texts.noCondition(name), {
    hint: near.length === 0 ? texts.noConditionsHint() : texts.conditionsAre(near),
    at: { file: CONDITIONS_FILE },
  });
}

/** Several: numbers apart by commas or blanks, names by semicolons or line breaks. */
export function findAllNamed(context: Context, text: string): Condition[] {
  const parts = /^[\d\s,，、]+$/.test(text) ? text.split(/[\s,，、]+/) : text.split(/[;；\r\n]+/);
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => findNamed(context, part));
}
