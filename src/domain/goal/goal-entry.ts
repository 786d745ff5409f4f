// One entry of a part of a goal: a key result, a key problem, an item that serves. Null where it says nothing.

import type { KeyProblem, KeyResult, Measure, Point, Service, Trial } from "./goal.ts";
import { readAnswers } from "./goal-answers.ts";
import { type GoalEntry, type GoalLine, withoutEmphasis } from "./goal-lines.ts";
import { type ReadMeasure, readMeasure } from "./goal-measure.ts";
import { DATE_TEXT, readDate } from "./goal-period.ts";
import { SOLVED, TRIAL } from "./goal-words.ts";
import type { sayGoal } from "./messages.ts";

export interface Reporter {
  said: ReturnType<typeof sayGoal>;
  report(code: string, said: { message: string; hint: string | null }): void;
}

/** Lines longer than this are prose, not entries of a list. */
const MAX_LENGTH = 1000;

/** @param skip length of a prefix such as `KR1: ` in the entry's text */
export function readKeyResult(entry: GoalEntry, skip: number, { said, report }: Reporter): KeyResult | null {
  const raw = entry.raw.slice(skip);
  if (raw.trim() === "" || raw.length > MAX_LENGTH) return null;
  const points = pointsOf(entry);
  const read = readMeasure(raw);
  let measure: Measure | null = null;
  if (read !== null && "problem" in read)
    report(`key-result-${read.problem}`, said.badMeasure(raw, read.problem));
  else if (read !== null) measure = checked(read, entry.text, { said, report });
  const nowRange = read !== null && !("problem" in read) ? read.nowRange : null;
  const title = plain(measure === null ? raw : read!.title) || plain(raw);
  if (measure === null)
    measure = points.length > 0 ? { kind: "points" } : entry.checkbox !== null ? { kind: "tick" } : null;
  if (measure === null) report("key-result-unmeasured", said.unmeasured(title));
  const from = entry.at + skip;
  return {
    line: entry.line,
    endLine: entry.endLine,
    title,
    ticked: isTicked(entry),
    measure,
    nowRange: nowRange === null ? null : { from: from + nowRange.from, to: from + nowRange.to },
    points,
    range: entry.range,
  };
}

function checked({ measure }: ReadMeasure, text: string, { said, report }: Reporter): Measure {
  const isOver =
    (measure.kind === "number" && measure.done > measure.total) ||
    (measure.kind === "percent" && measure.percent > 100);
  if (isOver) report("key-result-over", said.overFull(text));
  return measure;
}

export function readKeyProblem(
  entry: GoalEntry,
  skip: number,
  { said, report }: Reporter,
): KeyProblem | null {
  const raw = entry.raw.slice(skip);
  if (raw.trim() === "") return null;
  const solved = SOLVED.exec(raw);
  const on = solved?.[2] === undefined ? null : readDate(solved[2]);
  const text = plain(solved === null ? raw : raw.slice(0, solved.index));
  if (solved?.[2] !== undefined && on === null) report("problem-solved-when", said.notADay(solved[2].trim()));
  return {
    line: entry.line,
    endLine: entry.endLine,
    text,
    solved: solved !== null || isTicked(entry),
    solvedOn: on,
    trials: entry.below.map(trialOf).filter((trial) => trial !== null),
    range: entry.range,
  };
}

const SINCE = new RegExp(
  `\\s*[（(]\\s*(?:since|from|自)?\\s*(${DATE_TEXT})\\s*(?:起|开始)?\\s*[）)]\\s*$`,
  "iu",
);

function trialOf({ line, raw }: GoalLine): Trial | null {
  const said = TRIAL.exec(raw)?.[1];
  if (said === undefined) return null;
  const since = SINCE.exec(said);
  const date = since === null ? null : readDate(since[1]!);
  const text = plain(date === null ? said : said.slice(0, since!.index));
  return text === "" ? null : { line, text, since: date };
}

export function readService(entry: GoalEntry, skip: number, { said, report }: Reporter): Service | null {
  const raw = entry.raw.slice(skip);
  if (raw.trim() === "" || raw.length > MAX_LENGTH) return null;
  const { name, end, answers, unknown } = readAnswers(raw);
  if (unknown.length > 0) report("serve-answer", said.unknownAnswer(unknown[0]!));
  const from = entry.at + skip;
  return {
    line: entry.line,
    endLine: entry.endLine,
    name: plain(name),
    answers,
    answersRange: { from: from + end, to: from + raw.trimEnd().length },
    points: pointsOf(entry),
    range: entry.range,
  };
}

function pointsOf(entry: GoalEntry): Point[] {
  return entry.below
    .filter(({ checkbox }) => checkbox !== null && checkbox !== "-")
    .map(({ line, text, checkbox }) => ({ line, text, done: /[xX]/.test(checkbox!) }));
}

function isTicked({ checkbox }: GoalLine): boolean {
  return checkbox !== null && /[xX]/.test(checkbox);
}

/** Without emphasis and link targets, as page titles are read. */
function plain(text: string): string {
  return withoutEmphasis(text)
    .replace(/\[([^\]]*)\]\([^()\s]*\)/g, "$1")
    .trim();
}
