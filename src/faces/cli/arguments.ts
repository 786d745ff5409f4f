// From the words of a command line to an action and its raw input. Options and arguments are derived from the action's
// params; nothing about a single command is known here.

import type { ParseArgsConfig } from "node:util";
import { ACTION_NAMES, type Action, type Param } from "../../actions/index.ts";
import { AppError, likeness, type Tongue } from "../../base/index.ts";
import { say } from "./messages.ts";
import { type ReportWish, reportForms, takeReport } from "./report.ts";

// Imported, node:util would load all that it can give, comparing and colours included, at each start.
const { parseArgs } = process.getBuiltinModule("node:util");

/** Options that every command has. */
export interface CommonOptions {
  home: string | null;
  page: string | null;
  lang: string | null;
  json: boolean;
  dryRun: boolean;
  help: boolean;
  version: boolean;
}

export interface Call {
  action: Action;
  input: Record<string, unknown>;
  options: CommonOptions;
  /** The answer as a table or a picture; null: in words. */
  report: ReportWish | null;
}

/** Common options that take a value. */
export const WITH_VALUE = ["--home", "--page", "--lang"];
/** What a person types to take a value back, where the param is clearable. */
const NONE = /^\s*(none|null|无|没有|清除|-)?\s*$/i;

/** What starts with `-` and is text all the same: a list entry, a number, a shift of days. An option holds no blanks before its value. */
const DASHED_TEXT = /^-(?:\d|(?!-?[a-zA-Z][a-zA-Z-]*=)\S*\s)/;
/** Stands for such a text while the options are told from the rest. */
const STAND_IN = "\u0000";

/** The command's name and the words without it; `now` where none is given. */
export function splitName(argv: readonly string[]): { name: string | null; rest: string[] } {
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!;
    if (word === "--") break;
    if (WITH_VALUE.includes(word)) at++;
    else if (!word.startsWith("-") || word === "-")
      return { name: word, rest: argv.filter((_, index) => index !== at) };
  }
  return { name: null, rest: [...argv] };
}

/**
 * The command and the words without its name. Two words may name one (`record add` is `record-add`), where the first is no
 * command by itself.
 */
export function splitCommand(argv: readonly string[]): { name: string | null; rest: string[] } {
  const { name, rest } = splitName(argv);
  if (name === null || ACTION_NAMES.includes(name)) return { name, rest };
  const second = splitName(rest);
  const joined = `${name}-${second.name}`;
  return second.name !== null && ACTION_NAMES.includes(joined)
    ? { name: joined, rest: second.rest }
    : { name, rest };
}

/** Value of an option that matters before anything else is read; null where it is not given. */
export function peekOption(argv: readonly string[], name: string): string | null {
  for (let at = 0; at < argv.length && argv[at] !== "--"; at++) {
    if (argv[at] === name) return argv[at + 1] ?? null;
    if (argv[at]!.startsWith(`${name}=`)) return argv[at]!.slice(name.length + 1);
  }
  return null;
}

/**
 * The words of a command line as its action understands them.
 * @throws AppError usage on an unknown option, or a superfluous word.
 */
export function readCall(argv: readonly string[], action: Action, tongue: Tongue): Call {
  const { rest } = splitCommand(argv);
  const { wish: report, rest: plain } = takeReport(action, rest, tongue);
  const { values, words } = parseWords(action, longNames(action, plain), tongue);
  const textOf = (key: string): string | null => (values[key] as string | undefined) ?? null;
  const options: CommonOptions = {
    home: textOf("home"),
    page: textOf("page"),
    lang: textOf("lang"),
    json: values.json === true,
    dryRun: values["dry-run"] === true,
    help: values.help === true,
    version: values.version === true,
  };
  const input: Record<string, unknown> = {};
  for (const param of [...namedParams(action), ...placedByName(action)]) {
    const value = values[optionName(param).slice(2)];
    if (value !== undefined) input[param.name] = value;
  }
  for (const param of positionals(action)) {
    if (words.length === 0) break;
    if (input[param.name] !== undefined) continue;
    if (param.rest) input[param.name] = words.splice(0).join(" ");
    else input[param.name] = param.kind === "items" ? words.splice(0) : words.shift();
  }
  if (words.length > 0)
    throw new AppError("usage", say(tongue).excessArguments(action.name), {
      hint: say(tongue).seeHelp(action.name),
    });
  for (const param of action.params) if (param.clearable) clearNone(input, param.name);
  if (report !== null && options.json)
    throw new AppError("usage", say(tongue).oneReport("json", report.form), {
      hint: say(tongue).seeHelp(action.name),
    });
  return { action, input, options, report };
}

/** `-p=high` means `--priority=high`. */
function longNames(action: Action, args: readonly string[]): string[] {
  const end = args.indexOf("--");
  return args.map((arg, at) => {
    const short = (end < 0 || at < end) && /^-([a-zA-Z])=/.exec(arg)?.[1];
    const param = short && namedParams(action).find((one) => one.short === short);
    return param ? `${optionName(param)}${arg.slice(2)}` : arg;
  });
}

function clearNone(input: Record<string, unknown>, name: string): void {
  const value = input[name];
  if (typeof value === "string" && NONE.test(value)) input[name] = null;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

const COMMON: Options = {
  home: { type: "string" },
  page: { type: "string" },
  lang: { type: "string" },
  json: { type: "boolean" },
  "dry-run": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
};

/** The words by the action's options. `util.parseArgs` loads in no time, which no library does. */
function parseWords(action: Action, args: readonly string[], tongue: Tongue) {
  const options: Options = { ...COMMON };
  for (const param of [...namedParams(action), ...placedByName(action)]) {
    const type = param.kind === "flag" ? "boolean" : "string";
    options[optionName(param).slice(2)] = {
      type,
      ...(param.short === undefined ? {} : { short: param.short }),
    };
  }
  try {
    const texts: string[] = [];
    const end = args.indexOf("--");
    const hidden = args.map((arg, at) => {
      if ((end >= 0 && at >= end) || !DASHED_TEXT.test(arg)) return arg;
      return `${STAND_IN}${texts.push(arg) - 1}`;
    });
    const shown = <T>(value: T): T | string =>
      typeof value === "string" && value.startsWith(STAND_IN) ? texts[Number(value.slice(1))]! : value;
    const {
      values,
      positionals: words,
      tokens,
    } = parseArgs({ args: hidden, options, allowPositionals: true, strict: true, tokens: true });
    for (const [at, token] of tokens.entries()) {
      if (token.kind !== "option" || token.value === undefined || token.name in COMMON) continue;
      // Of two values only one could count.
      const isTwice = tokens.slice(0, at).some((one) => one.kind === "option" && one.name === token.name);
      if (isTwice)
        throw new AppError("usage", say(tongue).optionTwice(`--${token.name}`), {
          hint: say(tongue).seeHelp(action.name),
        });
    }
    const known = Object.entries(values).map(([name, value]) => [name, shown(value)]);
    return {
      values: Object.fromEntries(known) as Record<string, string | boolean | undefined>,
      words: words.map(shown),
    };
  } catch (error) {
    const known = [...Object.keys(options), ...reportForms(action)];
    throw usageError(error as NodeJS.ErrnoException, action, known, tongue);
  }
}

function usageError(error: NodeJS.ErrnoException, action: Action, known: string[], tongue: Tongue): Error {
  const texts = say(tongue);
  const option = /'(?:-\w, )?(-[^' ]*)/.exec(error.message)?.[1] ?? "";
  if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const near = known.map((name) => `--${name}`).filter((name) => likeness(name, option) >= 0.5);
    near.sort((a, b) => likeness(b, option) - likeness(a, option));
    const hint = near[0] === undefined ? texts.seeHelp(action.name) : texts.didYouMeanOption(near[0]);
    return new AppError("usage", texts.unknownOption(action.name, option), { hint });
  }
  if (error.code !== "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") return error;
  const takesNone = /does not take an argument/.test(error.message);
  const message = takesNone ? texts.optionTakesNone(option) : texts.optionNeedsValue(option);
  return new AppError("usage", message, { hint: texts.seeHelp(action.name) });
}

export function positionals(action: Action): Param[] {
  return action.params.filter((param) => param.positional && !param.internal);
}

/** The named options of an action. */
export function namedParams(action: Action): Param[] {
  return action.params.filter((param) => !param.positional && !param.internal);
}

/** Arguments that may be said by name as well: `days --from 2021-01-01` for `days 2021-01-01`. */
function placedByName(action: Action): Param[] {
  return positionals(action).filter((param) => param.kind !== "items" && !(param.name in COMMON));
}

/** `--no-browser` from `noBrowser`. */
export function optionName(param: Param): string {
  return `--${param.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** How the arguments look in help: `ITEM…`, `[TEXT…]`, `--priority PRIORITY`. */
export function argumentWord(param: Param): string {
  const word = `${param.name.toUpperCase()}${param.rest || param.kind === "items" ? "…" : ""}`;
  return param.required || param.requiredTyped ? word : `[${word}]`;
}
