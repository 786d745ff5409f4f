// Completion in shells: three short scripts that ask `nunc __complete WORDS…`, which answers from the table of actions and
// the page: one candidate a line, with a tab and what it is. The last word is the one being typed.

import { ACTIONS, type Action, makeContext, type Param } from "../../actions/index.ts";
import { AppError, type Tongue } from "../../base/index.ts";
import { namedParams, optionName, peekOption, positionals, splitCommand, WITH_VALUE } from "./arguments.ts";
import type { CliDesk } from "./desk.ts";
import { say } from "./messages.ts";
import { plainLine } from "./paint.ts";
import { reportForms, reportNames } from "./report.ts";

interface Candidate {
  value: string;
  says: string;
}

/** Told to the shell: complete with files. */
const FILES: Candidate = { value: "__files", says: "" };

export async function complete(desk: CliDesk, words: readonly string[], tongue: Tongue): Promise<number> {
  const typed = unquote(words.at(-1) ?? "");
  const candidates = await candidatesFor(desk, words.slice(0, -1), typed, tongue);
  const wanted = typed.normalize("NFKC").toLowerCase();
  for (const { value, says } of candidates) {
    if (value !== FILES.value && !value.normalize("NFKC").toLowerCase().startsWith(wanted)) continue;
    desk.out.write(`${plainLine(value)}\t${plainLine(says)}\n`);
  }
  return 0;
}

async function candidatesFor(
  desk: CliDesk,
  before: readonly string[],
  typed: string,
  tongue: Tongue,
): Promise<Candidate[]> {
  const last = before.at(-1) ?? "";
  if (last === "--home" || last === "--page") return [FILES];
  if (last === "--lang")
    return [
      { value: "zh", says: "中文" },
      { value: "en", says: "English" },
    ];
  const { name, rest } = splitCommand(before);
  if (name === null) return typed.startsWith("-") ? commonOptions(tongue) : commands(tongue);
  if (name === "help") return commands(tongue);
  const action = ACTIONS.find((one) => one.name === name && !one.internal);
  if (action === undefined) return secondWords(name, tongue);
  const form = reportForms(action).find((one) => last === `--${one}`);
  if (form !== undefined && !typed.startsWith("-"))
    return reportNames(action, form).map((value) => ({ value, says: "" }));
  const valued = namedParams(action).find((param) => param.kind !== "flag" && isOption(param, last));
  if (valued !== undefined) return valuesOf(desk, valued, before, tongue);
  if (typed.startsWith("-")) return [...optionsOf(action, tongue), ...commonOptions(tongue)];
  const placed = positionals(action);
  const given = rest.filter((word, at) => !word.startsWith("-") && !takesValue(action, rest[at - 1])).length;
  const param = placed[Math.min(given, placed.length - 1)];
  if (param === undefined || (given >= placed.length && param.kind !== "items")) return [];
  return valuesOf(desk, param, before, tongue);
}

function isOption(param: Param, word: string): boolean {
  return word === optionName(param) || (param.short !== undefined && word === `-${param.short}`);
}

function takesValue(action: Action, word: string | undefined): boolean {
  if (word === undefined || !word.startsWith("-")) return false;
  if (WITH_VALUE.includes(word) || reportForms(action).some((form) => word === `--${form}`)) return true;
  return namedParams(action).some((param) => param.kind !== "flag" && isOption(param, word));
}

function commands(tongue: Tongue): Candidate[] {
  const known = ACTIONS.filter((action) => !action.internal).map((action) => ({
    value: action.name,
    says: action.summary[tongue],
  }));
  return [...known, { value: "help", says: say(tongue).common.help[1]! }];
}

/** What may follow the first word of a command of two: `add` behind `record`. */
function secondWords(first: string, tongue: Tongue): Candidate[] {
  return commands(tongue)
    .filter(({ value }) => value.startsWith(`${first}-`))
    .map(({ value, says }) => ({ value: value.slice(first.length + 1), says }));
}

function commonOptions(tongue: Tongue): Candidate[] {
  return Object.values(say(tongue).common).map(([names = "", says = ""]) => ({
    value: /--[a-z-]+/.exec(names)![0],
    says,
  }));
}

function optionsOf(action: Action, tongue: Tongue): Candidate[] {
  const reports = reportForms(action).map((form) => ({
    value: `--${form}`,
    says: say(tongue)[form](reportNames(action, form)),
  }));
  return [
    ...namedParams(action).map((param) => ({ value: optionName(param), says: param.help[tongue] })),
    ...reports,
  ];
}

async function valuesOf(
  desk: CliDesk,
  param: Param,
  before: readonly string[],
  tongue: Tongue,
): Promise<Candidate[]> {
  if (param.kind === "file") return [FILES];
  if (param.kind === "choice") {
    const words = Object.entries(param.aliases ?? {}).filter(
      ([word]) => tongue === "zh" && /\p{Script=Han}/u.test(word),
    );
    return [
      ...(param.choices ?? []).map((value) => ({ value, says: "" })),
      ...words.map(([value, says]) => ({ value, says })),
    ];
  }
  if (param.kind !== "item" && param.kind !== "items") return [];
  try {
    const where = { home: peekOption(before, "--home"), page: peekOption(before, "--page") };
    const { world } = await desk.openHome(where, tongue);
    const pages = makeContext(world, { tongue }).reading.pages();
    const titles = new Map<string, number>();
    const items = pages.flatMap(({ view }) => view.items);
    for (const { title } of items) titles.set(title, (titles.get(title) ?? 0) + 1);
    // A title that several items share does not name one: its path does.
    return items.map((item) => ({
      value: titles.get(item.title) === 1 ? item.title : item.path,
      says: say(tongue).states[item.state],
    }));
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

/** What the shell hands over may still have its quotes and backslashes. */
function unquote(word: string): string {
  return word.replace(/^["']/, "").replace(/["']$/, "").replace(/\\(.)/g, "$1");
}

export function completionScript(shell: "bash" | "zsh" | "fish"): string {
  return { bash: BASH, zsh: ZSH, fish: FISH }[shell];
}

const BASH = `# bash completion of nunc: source this, or put it into ~/.local/share/bash-completion/completions/nunc
_nunc() {
  local line value quoted cur="\${COMP_WORDS[COMP_CWORD]}"
  local -a words=("\${COMP_WORDS[@]:1:COMP_CWORD}")
  COMPREPLY=()
  while IFS= read -r line; do
    value="\${line%%$'\\t'*}"
    if [ "$value" = __files ]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$cur")
      return
    fi
    case $cur in
      \\"*|\\'*) quoted="$value" ;;
      *) printf -v quoted '%q' "$value" ;;
    esac
    COMPREPLY+=("$quoted")
  done < <(nunc __complete "\${words[@]}" 2>/dev/null)
}
complete -F _nunc nunc
`;

const ZSH = `#compdef nunc
# zsh completion of nunc: put this as _nunc into a folder of $fpath
_nunc() {
  local -a values says
  local line
  for line in "\${(@f)$(nunc __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -z $line ]] && continue
    [[ \${line%%$'\\t'*} == __files ]] && { _files; return }
    values+=("\${line%%$'\\t'*}")
    says+=("\${line//$'\\t'/  }")
  done
  (( $#values )) && compadd -U -l -d says -- "\${values[@]}"
}
if [ "$funcstack[1]" = "_nunc" ]; then _nunc "$@"; else compdef _nunc nunc; fi
`;

const FISH = `# fish completion of nunc: put this into ~/.config/fish/completions/nunc.fish
function __nunc_complete
  set -l words (commandline -opc) (commandline -ct)
  set -l answer (nunc __complete $words[2..-1] 2>/dev/null)
  if string match -q '__files*' -- $answer[1]
    __fish_complete_path (commandline -ct)
  else
    printf '%s\\n' $answer
  end
end
complete -c nunc -f -a '(__nunc_complete)'
`;
