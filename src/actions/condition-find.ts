// A condition by what a person types: its name, its number in the list, or what only one name has: its beginning, a part of
// it, some of its words in any order.

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
  for (const fits of wanted === "" ? [] : tiers(wanted)) {
    const found = conditions.filter((one) => fits(fold(one.name)));
    if (found.length === 1) return found[0]!;
    if (found.length === 0) continue;
    const names = found.map((one) => one.name);
    throw new AppError("usage", texts.severalConditions(name), { hint: texts.conditionsAre(names) });
  }
  if (/^\d+$/.test(wanted) && conditions.length > 0)
    throw new AppError("missing", texts.noCondition(name), {
      hint: texts.numbersAre(conditions.length),
      at: { file: CONDITIONS_FILE },
    });
  const near = [...conditions]
    .sort((a, b) => likeness(fold(b.name), wanted) - likeness(fold(a.name), wanted))
    .slice(0, 5)
    .map((one) => one.name);
  throw new AppError("missing", texts.noCondition(name), {
    hint: near.length === 0 ? texts.noConditionsHint() : texts.conditionsAre(near),
    at: { file: CONDITIONS_FILE },
  });
}

function tiers(wanted: string): ((name: string) => boolean)[] {
  const words = wanted.split(/\s+/);
  return [
    (name) => name.startsWith(wanted),
    (name) => name.includes(wanted),
    (name) => words.every((word) => name.split(/[\s\p{P}]+/u).some((one) => one.startsWith(word))),
    (name) => words.every((word) => name.includes(word)),
  ];
}

const COMMAS = /[,，、]+/;

/** Several: numbers apart by commas or blanks, names by semicolons, line breaks or, where no name has them, commas. */
export function findAllNamed(context: Context, text: string): Condition[] {
  if (/^[\d\s,，、;；]+$/.test(text)) return findEach(context, text.split(/[\s,，、;；]+/));
  return text.split(/[;；\r\n]+/).flatMap((part) => {
    const names = part.split(COMMAS);
    const isOne = names.length === 1 || fitsOne(context, part);
    return findEach(context, isOne ? [part] : names);
  });
}

function findEach(context: Context, names: readonly string[]): Condition[] {
  const said = names.map((name) => name.trim()).filter((name) => name !== "");
  return said.map((name) => findNamed(context, name));
}

function fitsOne(context: Context, name: string): boolean {
  const { conditions } = conditionsOf(context).conditions;
  const wanted = fold(name.trim());
  return conditions.some((one) => fold(one.name).includes(wanted));
}
