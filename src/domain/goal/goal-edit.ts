// Edits of goals.md as patches: goals, key results, key problems, which items serve. New lines copy their neighbours' markers
// and indentation. Every edit is read back before it is handed out (goal-verify.ts): what was asked stands there, and
// nothing else of what the file says has changed.

import { LineIndex, type LocalDate, type Tongue } from "../../base/index.ts";
import { applyPatches, normalizePatches, type Patch } from "../../page/index.ts";
import { blockAt, lineAt, lineEndFor, lineOf, wholeRange } from "../outline-edit.ts";
import { commitmentSections } from "./commitment-read.ts";
import type { Answers, Goal, GoalPart, GoalState, Goals, KeyProblem, KeyResult, Service } from "./goal.ts";
import { readGoalSections } from "./goal-lines.ts";
import { nowText } from "./goal-measure.ts";
import { readGoals } from "./goal-read.ts";
import { readsAsAsked } from "./goal-verify.ts";
import {
  answersText,
  closingText,
  ENTRY_PREFIXES,
  GOALS_HEADING,
  goalHeading,
  isGoalsHeading,
  PART_HEADINGS,
  solvedText,
  trialText,
} from "./goal-words.ts";

/** Lines and `goal` (the line of a goal's heading) are those of the text that was read. */
export type GoalEdit =
  | { kind: "add-goal"; title: string; period: string | null }
  | { kind: "set-goal"; goal: number; title?: string; period?: string | null }
  | { kind: "close-goal"; goal: number; state: GoalState; on: LocalDate | null }
  /** `text` with its measure: `Paying users: 3/5`. */
  | { kind: "add-result"; goal: number; text: string; points: readonly string[] }
  /** The figure of today. */
  | { kind: "progress"; line: number; now: number }
  /** The checkbox of a key result, or of a check point. */
  | { kind: "tick"; line: number; done: boolean }
  /** A check point below a key result or an item that serves. */
  | { kind: "add-point"; line: number; text: string }
  | { kind: "add-problem"; goal: number | null; text: string; trial: string | null; on: LocalDate }
  | { kind: "try"; line: number; text: string; on: LocalDate }
  | { kind: "solve"; line: number; on: LocalDate }
  | { kind: "serve"; goal: number; name: string; answers: Answers }
  | { kind: "answer"; line: number; answers: Answers }
  /** A key result, a key problem or an item that serves goes away with what is indented below it. */
  | { kind: "remove"; line: number };

/**
 * One edit as patches of the text.
 * @param tongue for a file that has no goal yet
 * @returns null where it cannot be written so that it reads back as asked; the person must do it by hand
 */
export function goalPatches(goals: Goals, edit: GoalEdit, tongue: Tongue): Patch[] | null {
  const made = patchesOf(goals, edit, goals.tongue ?? tongue);
  if (made === null) return null;
  const patches = normalizePatches(made, goals.text);
  const after = readGoals(applyPatches(goals.text, patches), tongue);
  return readsAsAsked(goals, after, edit) ? patches : null;
}

function patchesOf(goals: Goals, edit: GoalEdit, tongue: Tongue): Patch[] | null {
  const { text } = goals;
  switch (edit.kind) {
    case "add-goal":
      return [addGoal(goals, goalHeading(edit.title, edit.period, tongue), tongue)];
    case "set-goal":
      return setGoal(goals, edit, tongue);
    case "close-goal": {
      const goal = goalAt(goals, edit.goal);
      if (goal === null) return null;
      const insert =
        edit.state === "open" ? "" : edit.on === null ? null : closingText(edit.state, edit.on, tongue);
      return insert === null ? null : [{ ...goal.closeRange, insert }];
    }
    case "add-result": {
      const goal = goalAt(goals, edit.goal);
      return (
        goal && [
          addEntry(goals, goal, "results", [edit.text, ...edit.points.map((one) => `[ ] ${one}`)], tongue),
        ]
      );
    }
    case "progress": {
      const result = resultAt(goals, edit.line);
      if (result?.nowRange == null) return null;
      return [{ ...result.nowRange, insert: nowText(result, edit.now, tongue) }];
    }
    case "tick":
      return tick(text, edit.line, edit.done);
    case "add-point": {
      const entry = resultAt(goals, edit.line) ?? serviceAt(goals, edit.line);
      return entry && [below(text, entry, `[ ] ${edit.text}`)];
    }
    case "add-problem": {
      const goal = edit.goal === null ? null : goalAt(goals, edit.goal);
      if (edit.goal !== null && goal === null) return null;
      const lines = edit.trial === null ? [] : [trialText(edit.trial, edit.on, tongue)];
      return [addEntry(goals, goal, "problems", [edit.text, ...lines], tongue)];
    }
    case "try": {
      const problem = problemAt(goals, edit.line);
      return problem && [below(text, problem, trialText(edit.text, edit.on, tongue))];
    }
    case "solve": {
      const problem = problemAt(goals, edit.line);
      if (problem === null || problem.solved) return null;
      const end = endOfLine(text, edit.line);
      const box = /\[[^\]\r\n]\][ \t]/.test(leadOf(text, edit.line))
        ? (tick(text, edit.line, true) ?? [])
        : [];
      return [...box, { from: end, to: end, insert: solvedText(edit.on, tongue) }];
    }
    case "serve": {
      const goal = goalAt(goals, edit.goal);
      const said = `${edit.name}${answersText(edit.answers, tongue)}`;
      return goal && [addEntry(goals, goal, "services", [said], tongue)];
    }
    case "answer": {
      const service = serviceAt(goals, edit.line);
      return service && [{ ...service.answersRange, insert: answersText(edit.answers, tongue) }];
    }
    case "remove": {
      const entry = resultAt(goals, edit.line) ?? serviceAt(goals, edit.line) ?? problemAt(goals, edit.line);
      return entry && [{ ...wholeRange(text, entry), insert: "" }];
    }
  }
}

// Finding by line

export function goalAt(goals: Goals, line: number): Goal | null {
  return goals.goals.find((goal) => goal.line === line) ?? null;
}

export function resultAt(goals: Goals, line: number): KeyResult | null {
  return goals.goals.flatMap(({ results }) => results).find((one) => one.line === line) ?? null;
}

export function serviceAt(goals: Goals, line: number): Service | null {
  return goals.goals.flatMap(({ services }) => services).find((one) => one.line === line) ?? null;
}

export function problemAt(goals: Goals, line: number): KeyProblem | null {
  const all = [...goals.goals.flatMap(({ problems }) => problems), ...goals.problems];
  return all.find((one) => one.line === line) ?? null;
}

// Goals

/** Behind the last goal, else below the heading Goals, else before the commitments, else at the end. */
function addGoal(goals: Goals, words: string, tongue: Tongue): Patch {
  const { text } = goals;
  const end = lineEndFor(text);
  const last = goals.goals.at(-1);
  const sections = readGoalSections(text);
  const above = sections.find(({ level, heading }) => level > 0 && isGoalsHeading(heading));
  const mark = (level: number): string => "#".repeat(Math.min(level, 6));
  if (last !== undefined) return blockAt(text, last.end, `${mark(last.level)} ${words}${end}`);
  if (above !== undefined) return blockAt(text, above.end, `${mark(above.level + 1)} ${words}${end}`);
  const first = commitmentSections(text)[0];
  const level = sections.some((section) => section.level > 0) ? (first?.level ?? 2) : 2;
  const title = sections.some((section) => section.level > 0) ? "" : `# ${GOALS_HEADING[tongue]}${end}${end}`;
  const at = first === undefined ? text.length : startOfLine(text, first.line);
  return blockAt(text, at, `${title}${mark(level)} ${words}${end}`);
}

function setGoal(goals: Goals, edit: GoalEdit & { kind: "set-goal" }, tongue: Tongue): Patch[] | null {
  const goal = goalAt(goals, edit.goal);
  if (goal === null) return null;
  const patches: Patch[] = [];
  if (edit.title !== undefined) patches.push({ ...goal.titleRange, insert: edit.title });
  if (edit.period === undefined) return patches;
  const { periodRange } = goal;
  const [open, close] = tongue === "zh" ? ["（", "）"] : [" (", ")"];
  if (periodRange !== null && edit.period !== null) patches.push({ ...periodRange, insert: edit.period });
  else if (periodRange !== null) {
    const around = bracketsAround(goals.text, periodRange);
    if (around === null) return null;
    patches.push({ ...around, insert: "" });
  } else if (edit.period !== null) {
    const at = goal.titleRange.to;
    patches.push({ from: at, to: at, insert: `${open}${edit.period}${close}` });
  }
  return patches;
}

function bracketsAround(text: string, { from, to }: { from: number; to: number }) {
  const before = /[ \t]*[（(]$/.exec(text.slice(0, from))?.[0];
  return before === undefined || !/[)）]/.test(text[to] ?? "")
    ? null
    : { from: from - before.length, to: to + 1 };
}

// Entries

/**
 * A new entry of a part, behind its last one. A part that is missing is opened: before the parts that usually follow it.
 * @param lines the entry, and what is indented below it
 */
function addEntry(
  goals: Goals,
  goal: Goal | null,
  part: GoalPart,
  lines: readonly string[],
  tongue: Tongue,
): Patch {
  const { text } = goals;
  const end = lineEndFor(text);
  const owner = goal ?? { results: [], services: [], problems: goals.problems };
  const entries: readonly { line: number; range: { to: number } }[] = owner[part];
  const place = goal === null ? goals.problemsPlace : goal.parts[part];
  const last = place === null ? entries.at(-1) : entries.findLast(({ line }) => line > place.line);
  if (last !== undefined) {
    const [first = "", ...more] = lines;
    const words = `${place === null ? nextPrefix(text, last.line, part) : ""}${first}`;
    return lineAt(text, last.range.to, entryText(nextLead(text, last.line), [words, ...more], end));
  }
  const bullet = `${bulletOf(text)} `;
  const entry = entryText(bullet, lines, end);
  if (place !== null) return blockAt(text, place.end, `${entry}${end}`);
  if (goal === null) {
    const first = commitmentSections(text)[0];
    const level = goals.goals[0]?.level ?? first?.level ?? 2;
    const words = `${"#".repeat(level)} ${PART_HEADINGS.problems[tongue]}`;
    const at = first === undefined ? text.length : startOfLine(text, first.line);
    return blockAt(text, at, `${words}${end}${end}${entry}${end}`);
  }
  const order: readonly GoalPart[] = ["results", "problems", "services"];
  const later = order.slice(order.indexOf(part) + 1).map((one) => goal.parts[one]);
  const others = order.map((one) => goal.parts[one]).filter((one) => one !== null);
  const words = PART_HEADINGS[part][tongue];
  const isLabel = others.length > 0 && others.every((one) => one.isLabel);
  const colon = tongue === "zh" ? "：" : ":";
  const head = isLabel ? `${words}${colon}` : `${"#".repeat(Math.min(goal.level + 1, 6))} ${words}`;
  const next = later.find((one) => one !== null && one.line > goal.line);
  return blockAt(text, next?.from ?? goal.end, `${head}${end}${end}${entry}${end}`);
}

function entryText(lead: string, [first = "", ...more]: readonly string[], end: string): string {
  const indent = " ".repeat(lead.replace(/\[[^\]]\][ \t]+$/, "").length);
  const bullet = /[-*+]/.exec(lead)?.[0] ?? "-";
  return [`${lead}${first}`, ...more.map((line) => `${indent}${bullet} ${line}`)].join(end);
}

/** One line indented below an entry, behind what stands there. */
function below(
  text: string,
  entry: { line: number; endLine: number; range: { to: number } },
  words: string,
): Patch {
  const lead = leadOf(text, entry.line);
  const known = /^([ \t]+)([-*+])([ \t]+)/.exec(lineOf(text, entry.endLine));
  const width = lead.replace(/\[[^\]]\][ \t]+$/, "").length;
  const bullet = /[-*+]/.exec(lead)?.[0] ?? "-";
  const isNested = known !== null && entry.endLine > entry.line;
  const own = isNested ? known[0] : `${" ".repeat(width)}${bullet} `;
  return lineAt(text, entry.range.to, `${own}${words}`);
}

/** Sets the box of a line; a key result without one gets it. */
function tick(text: string, line: number, done: boolean): Patch[] | null {
  const lead = leadOf(text, line);
  const start = startOfLine(text, line) + (lineOf(text, line).startsWith("\ufeff") ? 1 : 0);
  const box = /\[([^\]\r\n])\]/.exec(lead);
  if (box !== null)
    return [{ from: start + box.index + 1, to: start + box.index + 2, insert: done ? "x" : " " }];
  if (lead === "") return null;
  return [{ from: start + lead.length, to: start + lead.length, insert: done ? "[x] " : "[ ] " }];
}

const LEAD = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)(\[[^\]\r\n]\][ \t]+)?/;

function leadOf(text: string, line: number): string {
  return LEAD.exec(lineOf(text, line).replace(/^\ufeff/, ""))?.[0] ?? "";
}

/** The marker of an entry behind this one: numbers go on, boxes are empty. */
function nextLead(text: string, line: number): string {
  const [, indent = "", marker = "-", blanks = " ", box = ""] = LEAD.exec(lineOf(text, line)) ?? [];
  const next = marker.replace(/\d+/, (number) => String(Number(number) + 1));
  return `${indent}${next}${blanks}${box.replace(/\[.\]/, "[ ]")}`;
}

/** `KR3: ` behind an entry that begins with `KR2: `, right below a goal. */
function nextPrefix(text: string, line: number, part: GoalPart): string {
  const words = lineOf(text, line)
    .replace(/^\ufeff/, "")
    .slice(leadOf(text, line).length);
  const pattern = ENTRY_PREFIXES.find(([one]) => one === part)?.[1];
  const prefix = pattern?.exec(words)?.[0] ?? "";
  return prefix.replace(/\d+/, (number) => String(Number(number) + 1));
}

/** The list marker that the file uses; `-` where it has no list. */
function bulletOf(text: string): string {
  const leads = readGoalSections(text).flatMap(({ entries }) => entries.map(({ lead }) => lead.trim()[0]!));
  return leads.find((mark) => mark === "*" || mark === "+" || mark === "-") ?? "-";
}

// Lines

function startOfLine(text: string, line: number): number {
  return new LineIndex(text).start(line);
}

function endOfLine(text: string, line: number): number {
  const index = new LineIndex(text);
  return index.start(line) + index.line(line).trimEnd().length;
}
