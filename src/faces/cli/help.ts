// Help that teaches: what a command does, its arguments, and examples one can type. Derived from the table of actions.

import { ACTIONS, type Action, type ActionGroup, choicesOf } from "../../actions/index.ts";
import type { Tongue } from "../../base/index.ts";
import { argumentWord, namedParams, optionName, positionals } from "./arguments.ts";
import { say } from "./messages.ts";
import { type Paint, padTo, widthOf } from "./paint.ts";
import { reportForms, reportNames } from "./report.ts";

const GROUPS: readonly ActionGroup[] = ["look", "day", "goals", "list", "log", "history", "home"];

/** A command with more arguments than fit into so many columns stands out of line. */
const MOST_SIGNATURE = 24;

/** `nunc --help`: every command with one line. */
export function formatHelp(tongue: Tongue, paint: Paint): string {
  const texts = say(tongue);
  const lines = [
    texts.tagline,
    "",
    `${paint.bold(texts.usage)}nunc [${texts.command}] [${texts.options.toUpperCase()}]`,
  ];
  const widths = ACTIONS.filter((action) => !action.internal).map((action) => widthOf(signature(action)));
  const width = Math.min(MOST_SIGNATURE, Math.max(...widths));
  for (const group of GROUPS) {
    lines.push("", paint.bold(texts.groups[group]));
    for (const action of ACTIONS) {
      if (action.group === group && !action.internal)
        lines.push(`  ${padTo(signature(action), width)}  ${paint.dim(action.summary[tongue])}`);
    }
  }
  lines.push("", paint.bold(texts.options), ...table(Object.values(texts.common), paint));
  lines.push("", texts.aboutItems, texts.moreHelp, "");
  return lines.join("\n");
}

/** `nunc help COMMAND`. */
export function formatActionHelp(action: Action, tongue: Tongue, paint: Paint): string {
  const texts = say(tongue);
  const named = namedParams(action);
  const options = named.length > 0 ? ` [${texts.options.toUpperCase()}]` : "";
  const lines = [
    `${action.summary[tongue]}${tongue === "zh" ? "。" : "."}`,
    "",
    `${paint.bold(texts.usage)}nunc ${signature(action)}${options}`,
  ];
  if (action.more !== undefined) lines.push("", action.more[tongue]);
  const placed = positionals(action);
  if (placed.length > 0)
    lines.push(
      "",
      paint.bold(texts.arguments),
      ...table(
        placed.map((param) => [argumentWord(param), param.help[tongue]]),
        paint,
      ),
    );
  const rows = named.map((param) => {
    const short = param.short === undefined ? "" : `-${param.short}, `;
    const value = param.kind === "flag" ? "" : ` ${param.kind.toUpperCase()}`;
    const words = param.choices === undefined ? value : ` ${choicesOf(param).join("|")}`;
    return [`${short}${optionName(param)}${words}`, param.help[tongue]];
  });
  const { home, page, json, dryRun } = texts.common;
  const reports = reportForms(action).map((form) => [
    reportNames(action, form).length === 1 ? `--${form}` : `--${form} NAME`,
    texts[form](reportNames(action, form)),
  ]);
  const common = [...reports, home!, page!, json!, ...(action.writes ? [dryRun!] : [])];
  lines.push("", paint.bold(texts.options), ...table([...rows, ...common], paint));
  if (action.examples.length > 0) {
    lines.push("", paint.bold(texts.examples));
    for (const { args, says } of action.examples) {
      lines.push(`  ${paint.accent(`nunc ${args[tongue]}`.trimEnd())}`, paint.dim(`      ${says[tongue]}`));
    }
  }
  lines.push("");
  return lines.join("\n");
}

function signature(action: Action): string {
  return [action.name, ...positionals(action).map(argumentWord)].join(" ");
}

function table(rows: readonly (readonly string[])[], paint: Paint): string[] {
  const width = Math.min(34, Math.max(...rows.map(([name = ""]) => widthOf(name))));
  return rows.flatMap(([name = "", text = ""]) =>
    widthOf(name) > width
      ? [`  ${name}`, `  ${" ".repeat(width)}  ${paint.dim(text)}`]
      : [`  ${padTo(name, width)}  ${paint.dim(text)}`],
  );
}
