// From the words of a command line to an action and its raw input. Options and arguments are derived from the action's
// params; nothing about a single command is known here.

import { Command, CommanderError, Option } from "commander";
import { type Action, findAction, type Param } from "../../actions/index.ts";
import { AppError, type Tongue } from "../../base/index.ts";
import { say } from "./messages.ts";

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
}

const WITH_VALUE = ["--home", "--page", "--lang"];

/** The command's name and the words without it; `now` where none is given. */
export function splitName(argv: readonly string[]): { name: string | null; rest: string[] } {
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!;
    if (word === "--") break;
    if (WITH_VALUE.includes(word)) at++;
    else if (!word.startsWith("-") || word === "-") return { name: word, rest: argv.filter((_, index) => index !== at) };
  }
  return { name: null, rest: [...argv] };
}

/** Value of an option that matters before anything else is read; null where it is not given. */
export function peekOption(argv: readonly string[], name: string): string | null {
  for (let at = 0; at < argv.length && argv[at] !== "--"; at++) {
    if (argv[at] === name) return argv[at + 1] ?? null;
    if (argv[at]!.startsWith(`${name}=`)) return argv[at]!.slice(name.length + 1);
  }
  return null;
}

/** @throws AppError usage on an unknown command or option, or a missing or superfluous argument. */
export function readCall(argv: readonly string[], tongue: Tongue): Call {
  const { name, rest } = splitName(argv);
  const action = findAction(name ?? "now", tongue);
  if (action.internal) findAction(`${name} `, tongue);
  const command = makeCommand(action);
  try {
    command.parse(rest, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) throw usageError(error, action, tongue);
    throw error;
  }
  const values = command.opts<Record<string, unknown>>();
  const options: CommonOptions = {
    home: (values.home as string | undefined) ?? null,
    page: (values.page as string | undefined) ?? null,
    lang: (values.lang as string | undefined) ?? null,
    json: values.json === true,
    dryRun: values.dryRun === true,
    help: values.help === true,
    version: values.version === true,
  };
  const input: Record<string, unknown> = {};
  action.params.forEach((param) => {
    const value = param.positional ? undefined : values[optionKey(param)];
    if (value !== undefined) input[param.name] = isNegated(param) ? value === false || undefined : value;
  });
  positionals(action).forEach((param, index) => {
    const value = command.processedArgs[index] as string | string[] | undefined;
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return;
    input[param.name] = param.rest && Array.isArray(value) ? value.join(" ") : value;
  });
  return { action, input, options };
}

export function positionals(action: Action): Param[] {
  return action.params.filter((param) => param.positional && !param.internal);
}

/** The named options of an action. */
export function namedParams(action: Action): Param[] {
  return action.params.filter((param) => !param.positional && !param.internal);
}

/** `--no-browser` from `noBrowser`. */
export function optionName(param: Param): string {
  return `--${param.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** How the arguments look in help: `ITEM…`, `[TEXT…]`, `--priority PRIORITY`. */
export function argumentWord(param: Param): string {
  const word = `${param.name.toUpperCase()}${param.rest || param.kind === "items" ? "…" : ""}`;
  return param.required ? word : `[${word}]`;
}

function isNegated(param: Param): boolean {
  return /^no[A-Z]/.test(param.name);
}

function optionKey(param: Param): string {
  return isNegated(param) ? param.name.charAt(2).toLowerCase() + param.name.slice(3) : param.name;
}

function makeCommand(action: Action): Command {
  const command = new Command(action.name)
    .helpOption(false)
    .exitOverride()
    .allowExcessArguments(false)
    .configureOutput({ writeErr: () => {}, writeOut: () => {} });
  command.option("--home <folder>").option("--page <file>").option("--lang <lang>").option("--json");
  command.option("-h, --help").option("--dry-run").option("-V, --version");
  for (const param of namedParams(action)) {
    const short = param.short === undefined ? "" : `-${param.short}, `;
    const value = param.kind === "flag" ? "" : param.kind === "items" ? " <items...>" : " <value>";
    command.addOption(new Option(`${short}${optionName(param)}${value}`));
  }
  for (const param of positionals(action)) {
    const dots = param.rest || param.kind === "items" ? "..." : "";
    // A missing argument is told by the action's own check, after --help had its say.
    command.argument(`[${param.name}${dots}]`);
  }
  command.action(() => {});
  return command;
}

function usageError(error: CommanderError, action: Action, tongue: Tongue): AppError {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const near = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message)?.[1];
  const texts = say(tongue);
  const message =
    {
      "commander.unknownOption": texts.unknownOption(action.name, quoted),
      "commander.excessArguments": texts.excessArguments(action.name),
      "commander.optionMissingArgument": texts.optionNeedsValue(quoted),
    }[error.code] ?? error.message.replace(/^error: /, "");
  const hint = near === undefined ? texts.seeHelp(action.name) : texts.didYouMeanOption(near.trim());
  return new AppError("usage", message, { hint });
}
