// `--csv [NAME]` and `--svg [NAME]`: the figures of a report as a table, or as a picture. Which names there are, the action says.

import type { Action } from "../../actions/index.ts";
import { AppError, type Tongue } from "../../base/index.ts";
import { say } from "./messages.ts";

export type ReportForm = "csv" | "svg";

export interface ReportWish {
  form: ReportForm;
  /** Null: the only one there is. */
  name: string | null;
}

const FORMS: readonly ReportForm[] = ["csv", "svg"];

/** In which forms an action can answer. */
export function reportForms(action: Action): ReportForm[] {
  return FORMS.filter((form) => reportNames(action, form).length > 0);
}

export function reportNames({ reports }: Action, form: ReportForm): readonly string[] {
  return (form === "csv" ? reports?.tables : reports?.charts) ?? [];
}

/**
 * Takes `--csv`, `--csv NAME` and `--csv=NAME` out of the words. The word behind it is the name unless it begins with `-`.
 * @throws AppError usage where there is no such name, none was said of several, or two forms are asked for
 */
export function takeReport(
  action: Action,
  args: readonly string[],
  tongue: Tongue,
): { wish: ReportWish | null; rest: string[] } {
  const rest: string[] = [];
  let wish: ReportWish | null = null;
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!;
    if (word === "--") return { wish, rest: [...rest, ...args.slice(at)] };
    const form = reportForms(action).find((one) => word === `--${one}` || word.startsWith(`--${one}=`));
    if (form === undefined) {
      rest.push(word);
      continue;
    }
    const texts = say(tongue);
    if (wish !== null) {
      const said = wish.form === form ? texts.optionTwice(`--${form}`) : texts.oneReport(wish.form, form);
      throw new AppError("usage", said, { hint: texts.seeHelp(action.name) });
    }
    const next = args[at + 1];
    const isNamed = word.includes("=");
    const isNext = !isNamed && next !== undefined && !next.startsWith("-");
    const typed = isNamed ? word.slice(word.indexOf("=") + 1) : isNext ? next : null;
    if (isNext) at++;
    wish = { form, name: checkName(action, form, typed, tongue) };
  }
  return { wish, rest };
}

function checkName(action: Action, form: ReportForm, typed: string | null, tongue: Tongue): string {
  const names = reportNames(action, form);
  const texts = say(tongue);
  const hint = texts.reportsAre(form, names);
  if (typed === null) {
    if (names.length === 1) return names[0]!;
    throw new AppError("usage", texts.whichReport(action.name, form), { hint });
  }
  const found = names.find((name) => name === typed.trim().toLowerCase());
  if (found === undefined)
    throw new AppError("usage", texts.noSuchReport(action.name, form, typed), { hint });
  return found;
}
