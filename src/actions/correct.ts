// correct, corrections, correction-judge: what is done against an abnormal condition, as an experiment with a day on which it
// is judged by what came before and since.

import { AppError, addDays, fold, type LocalDate } from "../base/index.ts";
import {
  applyConditionPatches,
  CONDITIONS_FILE,
  type Condition,
  type ConditionEdit,
  type Correction,
  type CorrectionOutcome,
  findCondition,
} from "../domain/index.ts";
import type { Action, Context, Outcome } from "./action.ts";
import { sayChecks } from "./check-messages.ts";
import { conditionsOf, correctionsOf, toCorrectionJson } from "./check-state.ts";
import { conditionParam, editConditions } from "./condition.ts";
import { findNamed } from "./condition-find.ts";
import type { CorrectionJson } from "./day-json.ts";
import { readDayOf, tongueOfNote } from "./day-read.ts";
import { dayEdit } from "./record-write.ts";
import { CORRECTIONS_TABLES, correctionsTables } from "./report-tables.ts";

/** What `nunc corrections --json` prints. */
export interface CorrectionsData {
  corrections: CorrectionJson[];
}

const TRIAL_DAYS = 14;

export const correct: Action = {
  name: "correct",
  group: "day",
  writes: true,
  summary: { en: "Try something against an abnormal condition", zh: "针对一条异常状态试一个做法" },
  params: [
    conditionParam,
    {
      name: "text",
      kind: "text",
      requiredTyped: true,
      positional: true,
      rest: true,
      help: { en: "one concrete sentence: what you will do", zh: "一句具体的话：你要怎么做" },
    },
    {
      name: "from",
      kind: "date",
      help: {
        en: "from when; else today, or tomorrow where today is answered",
        zh: "从哪天起；默认今天，今天已回答则明天",
      },
    },
    {
      name: "judgeOn",
      kind: "date",
      help: { en: "when to judge it; else two weeks later", zh: "哪天看效果；默认两周后" },
    },
  ],
  examples: [
    {
      args: { en: 'correct "Late again" alarm at 21:30', zh: "correct 又熬夜了 21:30 响铃收工" },
      says: { en: "judged in two weeks by before and since", zh: "两周后拿之前和之后对照" },
    },
  ],
  run: (context, input) => {
    const { condition, text: typed } = namedBefore(context, input.text("condition")!, input.text("text"));
    const texts = sayChecks(context.tongue);
    if (condition.kind !== "abnormal") throw new AppError("usage", texts.onlyAbnormal(condition.name));
    const running = condition.corrections.find(({ outcome }) => outcome === null);
    if (running !== undefined)
      throw new AppError("usage", texts.underWay(condition.name, running.text), {
        hint: texts.judgeFirst(condition.name),
      });
    const text = sentence(context, typed);
    const from = input.date("from") ?? firstDay(context, condition);
    const judgeOn = input.date("judgeOn") ?? addDays(from, TRIAL_DAYS);
    if (judgeOn <= from) throw new AppError("usage", texts.judgeEarly(from, judgeOn));
    return change(
      context,
      condition,
      [{ kind: "correct", name: condition.name, text, from, judgeOn }],
      noteLine(context, condition.name, text, judgeOn),
      texts.corrected(condition.name, judgeOn),
      ({ corrections }) => corrections.at(-1)!,
    );
  },
};

export const corrections: Action = {
  name: "corrections",
  group: "day",
  writes: false,
  reports: { tables: CORRECTIONS_TABLES, charts: [] },
  summary: { en: "Show corrections and what came of them", zh: "看纠错和它们的效果" },
  params: [],
  examples: [
    {
      args: { en: "corrections", zh: "corrections" },
      says: {
        en: "how often it came before and since, and the chance that it helps",
        zh: "之前之后各出现几次，真的有用的可能性",
      },
    },
  ],
  run: (context) => {
    const data: CorrectionsData = { corrections: correctionsOf(context) };
    const running = data.corrections.filter(({ outcome }) => outcome === null).length;
    const summary = sayChecks(context.tongue).correctionsCount(running, data.corrections.length);
    return { data, summary, report: () => ({ tables: correctionsTables(data, context.tongue), charts: [] }) };
  },
};

const OUTCOME_ALIASES: Readonly<Record<string, CorrectionOutcome>> = {
  保留: "keep",
  继续: "keep",
  改: "change",
  修改: "change",
  放弃: "drop",
};

export const correctionJudge: Action = {
  name: "correction-judge",
  group: "day",
  writes: true,
  summary: { en: "Keep, change or drop a correction", zh: "保留、改或放弃一个纠错" },
  params: [
    conditionParam,
    {
      name: "outcome",
      kind: "choice",
      choices: ["keep", "change", "drop"],
      aliases: OUTCOME_ALIASES,
      required: true,
      positional: true,
      help: { en: "keep, change or drop", zh: "保留、改、放弃" },
    },
    {
      name: "text",
      kind: "text",
      positional: true,
      rest: true,
      help: { en: "for change: what you will do instead", zh: "改的时候：换成什么做法" },
    },
  ],
  examples: [
    {
      args: { en: 'correction judge "Late again" keep', zh: "correction judge 又熬夜了 保留" },
      says: { en: "it has helped and stays", zh: "有用，留下" },
    },
  ],
  run: (context, input) => {
    const condition = findNamed(context, input.text("condition")!);
    const outcome = input.text("outcome") as CorrectionOutcome;
    const texts = sayChecks(context.tongue);
    const running = condition.corrections.find((one) => one.outcome === null);
    if (running === undefined)
      throw new AppError("missing", texts.noneUnderWay(condition.name), { hint: texts.seeCorrections() });
    const today = context.today;
    if (running.from > today && outcome === "keep") throw new AppError("usage", texts.notBegun(running.from));
    const judge: ConditionEdit = { kind: "judge", line: running.line, outcome, on: today };
    const summary = texts.judged(condition.name, outcome);
    if (outcome !== "change") {
      const said = sayChecks(noteTongue(context)).judgedLine(condition.name, running.text, outcome);
      return change(context, condition, [judge], said, summary, (after) => sameLine(after, running));
    }
    if ((input.text("text") ?? "").trim() === "")
      throw new AppError("usage", texts.changeToWhat(), { hint: texts.changeForm(condition.name) });
    const text = sentence(context, input.text("text")!);
    const from = addDays(today, 1);
    const judgeOn = addDays(from, TRIAL_DAYS);
    return change(
      context,
      condition,
      [judge, { kind: "correct", name: condition.name, text, from, judgeOn }],
      noteLine(context, condition.name, text, judgeOn),
      summary,
      ({ corrections: all }) => all.at(-1)!,
    );
  },
};

/** `correct late again: shoes on at ten`: where the first words up to a colon name the condition, they are no part of the text. */
function namedBefore(
  context: Context,
  name: string,
  typed: string | undefined,
): { condition: Condition; text: string } {
  // All in one word.
  const parts = typed === undefined ? /^([^:：]+)[:：]\s*(.+)$/s.exec(name) : null;
  if (parts !== null) return { condition: findNamed(context, parts[1]!), text: parts[2]! };
  const text = typed ?? "";
  const colon = /[:：]\s*/.exec(text);
  const { conditions: known } = conditionsOf(context);
  const isWhole = /^\d+$/.test(name) || findCondition(known, name) !== null;
  if (colon !== null && !isWhole && !/[:：]/.test(name)) {
    const found = conditionNamed(context, `${name} ${text.slice(0, colon.index)}`);
    if (found !== null) return { condition: found, text: text.slice(colon.index + colon[0].length) };
  }
  return { condition: findNamed(context, isWhole ? name : name.replace(/\s*[:：]$/, "")), text };
}

/** The condition, or null where none or several have that name. */
function conditionNamed(context: Context, name: string): Condition | null {
  try {
    return findNamed(context, name);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function sameLine({ corrections: all }: Condition, { line }: Correction): Correction {
  return all.find((one) => one.line === line)!;
}

/** Edits of conditions.md with a line in today's note, as one change. */
function change(
  context: Context,
  { name }: Condition,
  edits: readonly ConditionEdit[],
  line: string,
  summary: string,
  shown: (after: Condition) => Correction,
): Outcome {
  const { conditions, hash } = conditionsOf(context);
  const patches = editConditions(context, edits);
  const after = findCondition(applyConditionPatches(conditions, patches, context.tongue), name)!;
  const today = readDayOf(context, context.today);
  return {
    data: toCorrectionJson(context, after, shown(after)),
    summary,
    edits: [
      { file: CONDITIONS_FILE, hash, patches },
      dayEdit(context, today, [{ kind: "correction", text: line }]),
    ],
  };
}

function noteTongue(context: Context): "en" | "zh" {
  return tongueOfNote(context, readDayOf(context, context.today).note);
}

function noteLine(context: Context, name: string, text: string, judgeOn: LocalDate): string {
  return sayChecks(noteTongue(context)).correctionLine(name, text, judgeOn);
}

/** Where today was answered already, a correction can only change tomorrow. */
function firstDay(context: Context, { name }: Condition): LocalDate {
  const { answers } = readDayOf(context, context.today).note;
  const isAnswered = answers.some((answer) => fold(answer.name) === fold(name));
  return isAnswered ? addDays(context.today, 1) : context.today;
}

/** @throws AppError usage where it is empty. */
function sentence(context: Context, text: string): string {
  const line = text.trim().replace(/\s*[\r\n]+\s*/g, " ");
  if (line !== "") return line;
  throw new AppError("usage", sayChecks(context.tongue).emptyCorrection());
}
