// check: the day compared with the conditions. Without answers it shows how things stand; answers, and what detectors saw,
// go into the day's note.

import { AppError, fold, type LocalDate } from "../base/index.ts";
import { type DayEdit, type DayNote, isDayOff, readDay } from "../domain/index.ts";
import { applyPatches, normalizePatches } from "../page/index.ts";
import type { Action, Context, Input, Outcome } from "./action.ts";
import { sayChecks } from "./check-messages.ts";
import { checkOf, supposingNote } from "./check-state.ts";
import { findAllNamed, findNamed } from "./condition-find.ts";
import type { AnswerJson, CheckJson } from "./day-json.ts";
import { type DayReading, daySettings, readDayOf, tongueOfNote } from "./day-read.ts";
import { joinSentences } from "./messages.ts";
import { dayEdit } from "./record-write.ts";

/** What `nunc check --json` prints. */
export type CheckData = CheckJson & {
  date: string;
  /** A day off counts for nothing: it is not asked about, but may be answered. */
  isOff: boolean;
};

export const check: Action = {
  name: "check",
  group: "day",
  writes: true,
  summary: { en: "Compare the day with your conditions", zh: "拿你的状态对照这一天" },
  params: [
    {
      name: "date",
      kind: "date",
      positional: true,
      help: { en: "the day; else today", zh: "哪一天；默认今天" },
    },
    {
      name: "yes",
      kind: "text",
      help: {
        en: "conditions that held: numbers, or names apart by ;",
        zh: "出现了的状态：编号，或用 ; 隔开的名称",
      },
    },
    {
      name: "no",
      kind: "text",
      help: { en: "conditions that did not hold", zh: "没有出现的状态" },
    },
    { name: "note", kind: "text", help: { en: "one line for the note", zh: "写进日志的一行话" } },
    {
      name: "done",
      kind: "flag",
      help: {
        en: "write what was detected, and leave the rest unanswered",
        zh: "写下检测到的，其余不回答",
      },
    },
    {
      name: "answers",
      kind: "answers",
      internal: true,
      help: { en: "answers by name", zh: "按名称回答" },
    },
  ],
  more: {
    en: "In a terminal it asks what no detector can see, one condition at a time: y, n, or Enter to skip. Conditions stand in conditions.md; their numbers are those of `nunc conditions`.",
    zh: "在终端里，检测不到的会一条一条地问：y、n，或回车跳过。状态写在 conditions.md 里，编号见 `nunc conditions`。",
  },
  examples: [
    {
      args: { en: "check", zh: "check" },
      says: { en: "half a minute at the end of the day", zh: "一天结束时花半分钟" },
    },
    {
      args: {
        en: 'check --yes 3 --no "4,5" --note "slept badly"',
        zh: 'check --yes 3 --no "4,5" --note "没睡好"',
      },
      says: { en: "the same without questions", zh: "不用提问，直接回答" },
    },
  ],
  run: (context, input) => {
    const date = input.date("date") ?? context.today;
    const texts = sayChecks(context.tongue);
    if (date > context.today) throw new AppError("usage", texts.notYet(date));
    const given = givenAnswers(context, input);
    const note = (input.text("note") ?? "").trim();
    const before = checkOf(context, date);
    if (given.size === 0 && note === "" && input.flag("done") !== true) return look(context, date, before);
    const day = readDayOf(context, date);
    const edits = editsFor(inTongueOf(context, day, before), day.note, given, input.flag("done") === true);
    if (note !== "") edits.push({ kind: "remark", text: note });
    if (edits.length === 0) return look(context, date, before);
    const edit = dayEdit(context, day, edits);
    const after = supposingNote(context, date, noteAfter(context, day, edit.patches), () =>
      checkOf(context, date),
    );
    const held = (kind: AnswerJson["kind"]): number =>
      after.answers.filter((answer) => answer.kind === kind && answer.holds === true).length;
    const open = openQuestions(after).length;
    const summary =
      after.answers.length === 0
        ? texts.checkNoted(date)
        : after.isDone || open === 0
          ? texts.checkDone(date, held("healthy"), held("abnormal"))
          : texts.checkSaved(date, open);
    return { data: toCheckData(context, date, after), summary, undoName: texts.checkOf(date), edits: [edit] };
  },
};

/** Conditions that only the person can answer, and has not yet. */
export function openQuestions({ answers }: Pick<CheckJson, "answers">): AnswerJson[] {
  return answers.filter(({ holds, detected, later }) => holds === null && detected === null && !later);
}

function look(context: Context, date: LocalDate, data: CheckJson): Outcome {
  const texts = sayChecks(context.tongue);
  const isEmpty = data.answers.length === 0;
  return {
    data: toCheckData(context, date, data),
    summary: isEmpty
      ? joinSentences(context.tongue, [texts.noConditions(), texts.noConditionsHint()])
      : texts.checkLook(date, openQuestions(data).length),
    detail: { isLook: true },
  };
}

function toCheckData(context: Context, date: LocalDate, check: CheckJson): CheckData {
  return { date, isOff: isDayOff(date, daySettings(context)), ...check };
}

/** The check with its evidence in the language of the note that it is written into. */
function inTongueOf(context: Context, day: DayReading, check: CheckJson): CheckJson {
  const tongue = tongueOfNote(context, day.note);
  return tongue === context.tongue ? check : checkOf({ ...context, tongue }, day.date);
}

/** What the person says, by folded name. */
function givenAnswers(context: Context, input: Input): Map<string, boolean> {
  const given = new Map<string, boolean>();
  const say = (name: string, holds: boolean): void => {
    const key = fold(name);
    if (given.has(key) && given.get(key) !== holds)
      throw new AppError("usage", sayChecks(context.tongue).bothAnswers(name));
    given.set(key, holds);
  };
  for (const { name, holds } of input.answers("answers")) say(findNamed(context, name).name, holds);
  for (const { name } of findAllNamed(context, input.text("yes") ?? "")) say(name, true);
  for (const { name } of findAllNamed(context, input.text("no") ?? "")) say(name, false);
  return given;
}

/** What is written: the answers given; and once nothing is left to ask, what was detected and is not answered. */
function editsFor(
  before: CheckJson,
  note: DayNote,
  given: ReadonlyMap<string, boolean>,
  isDone: boolean,
): DayEdit[] {
  const open = openQuestions(before).filter(({ name }) => !given.has(fold(name)));
  const isComplete = isDone || (open.length === 0 && given.size > 0);
  const edits: DayEdit[] = [];
  for (const { kind, name, holds, detected, evidence } of before.answers) {
    const said = given.get(fold(name));
    const answer = said ?? (isComplete && holds === null ? detected : null);
    if (answer === null) continue;
    const old = note.answers.find((one) => fold(one.name) === fold(name));
    // The person's word against what was seen: evidence that says otherwise goes, other text below the answer stays.
    const isStale = old !== undefined && old.evidence === evidence && answer !== detected;
    const below = answer === detected ? { evidence } : isStale ? { evidence: null } : {};
    if (old?.holds === answer && (answer !== detected || old.evidence === evidence)) continue;
    edits.push({ kind: "answer", condition: kind, name, holds: answer, ...below });
  }
  return edits;
}

function noteAfter(
  context: Context,
  day: DayReading,
  patches: Parameters<typeof normalizePatches>[0],
): DayNote {
  const { text } = day.note;
  return readDay(applyPatches(text, normalizePatches(patches, text)), {
    date: day.date,
    zone: context.zone,
    dayEndMin: daySettings(context).dayEndMin,
    tongue: context.tongue,
  });
}
