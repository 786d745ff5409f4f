// The self-check of a day as it stands: each condition with its answer and what was detected, how the day compares with the
// weeks before, what keeps returning, which corrections are to be judged. Nothing is written here.

import { addDays, type EpochMin, fold, type LocalDate } from "../base/index.ts";
import {
  type CheckedDay,
  CONDITIONS_FILE,
  type Condition,
  type Conditions,
  type Correction,
  comesLater,
  correctionWindows,
  type DayAnswer,
  type DayFacts,
  type DayNote,
  type DetectContext,
  type Detected,
  detect,
  detectorDays,
  isDayOff,
  judgeCorrection,
  minAtWall,
  PRIORITIES,
  type Priority,
  readConditions,
  returning,
  tallyOf,
  workSpans,
} from "../domain/index.ts";
import type { Context } from "./action.ts";
import { doubtedUntil } from "./clock-state.ts";
import type { AnswerJson, CheckJson, CorrectionJson } from "./day-json.ts";
import { daySettings, dayWords, factsOfNote, notedDays, readOrEmpty } from "./day-read.ts";
import { nowMin } from "./time-input.ts";

/** Comparing a day with those before goes so far back. */
const COMPARE_DAYS = 28;
/** Ten checked working days lie within so many days, or what returns is not known well enough. */
const RETURNING_DAYS = 60;
/** So far back the last record of an item is looked for. */
const TOUCHED_DAYS = 366;
const FIRST_DAY = "1000-01-01" as LocalDate;

interface ConditionsReading {
  conditions: Conditions;
  /** Null where there is no conditions.md. */
  hash: string | null;
}

const readings = new WeakMap<Context, ConditionsReading>();

/** conditions.md, understood; empty where there is none. Throws what `Store.read` throws. */
export function conditionsOf(context: Context): ConditionsReading {
  let reading = readings.get(context);
  if (reading === undefined) {
    const stored = context.reading.text(CONDITIONS_FILE);
    const conditions = readConditions(stored?.text ?? "", context.tongue);
    reading = {
      conditions,
      get hash() {
        return stored?.hash ?? null;
      },
    };
    readings.set(context, reading);
  }
  return reading;
}

const noted = new WeakMap<Context, Map<LocalDate, DayNote>>();

/** What `work` gives where a day's note is another one: as it will be once it is written. */
export function supposingNote<T>(context: Context, date: LocalDate, note: DayNote, work: () => T): T {
  const before = noted.get(context);
  noted.set(context, new Map([...(before ?? []), [date, note]]));
  try {
    return work();
  } finally {
    noted.set(context, before ?? new Map());
  }
}

function noteOf(context: Context, date: LocalDate): DayNote {
  return noted.get(context)?.get(date) ?? readOrEmpty(context, date).note;
}

function answersOn(context: Context, date: LocalDate): readonly DayAnswer[] {
  return (noted.get(context)?.get(date) ?? factsOn(context, date)).answers;
}

/** The days of a range that have a note, also one that is only about to be written; ascending. */
function daysWithNote(context: Context, from: LocalDate, to: LocalDate): LocalDate[] {
  const isWithin = (date: LocalDate): boolean => date >= from && date <= to;
  const found = knownDays(context).dates.filter(isWithin);
  const more = [...(noted.get(context)?.keys() ?? [])].filter(
    (date) => isWithin(date) && !found.includes(date),
  );
  return more.length === 0 ? found : [...found, ...more].sort();
}

export function checkOf(context: Context, date: LocalDate): CheckJson {
  const { conditions } = conditionsOf(context).conditions;
  const { answers: given, remarks } = noteOf(context, date);
  const answers = conditions.map((condition) => answerOf(context, condition, given, date));
  const others = given.filter(({ name }) => conditions.every((one) => fold(one.name) !== fold(name)));
  for (const { kind, name, holds, evidence, line } of others)
    answers.push({ kind, name, holds, evidence, detected: null, later: false, line });
  const isOff = isDayOff(date, daySettings(context));
  const isOver = isDayOver(context, date);
  const isDone = answers.every(({ holds, later }) => holds !== null || (later && isOver));
  const isToday = date === context.today;
  // Gone through, though something was skipped: all that was seen is written.
  const isAnswered =
    given.length > 0 && answers.every(({ holds, detected }) => holds !== null || detected === null);
  return {
    isDone,
    isDue: isToday && !isOff && !isDone && !isAnswered && isCheckTime(context, date),
    answers,
    remarks: remarks.map(({ text }) => text),
    compare: isOff || date > context.today ? null : compareWith(context, date, answers),
    returning: isToday ? returningOf(context, conditions, date) : [],
    judge: isToday ? correctionsOf(context, isToJudge) : [],
  };

  function isToJudge({ outcome, judgeOn }: Correction): boolean {
    return outcome === null && judgeOn <= context.today;
  }
}

function answerOf(
  context: Context,
  condition: Condition,
  given: readonly DayAnswer[],
  date: LocalDate,
): AnswerJson {
  const { kind, name, detector } = condition;
  const answer = given.find((one) => fold(one.name) === fold(name)) ?? null;
  const seen = detectOn(context, condition, date);
  return {
    kind,
    name,
    holds: answer?.holds ?? null,
    evidence: seen?.evidence ?? answer?.evidence ?? null,
    detected: seen?.holds ?? null,
    later:
      detector !== null &&
      seen === null &&
      answer === null &&
      comesLater(detector, detectContext(context, date)),
    line: answer?.line ?? null,
  };
}

// What detectors are given

/** What a condition's detector says about a day; null where it has none or cannot tell. */
function detectOn(context: Context, { detector }: Condition, date: LocalDate): Detected | null {
  if (detector === null || date > context.today) return null;
  // What an item's state was on a past day is not known.
  if (detector.kind === "untouched" && date !== context.today) return null;
  const days = factsBetween(context, addDays(date, 1 - detectorDays(detector)), date);
  const where = detectContext(context, date, detector.kind === "untouched");
  return detect(detector, days, where, context.tongue);
}

function detectContext(context: Context, date: LocalDate, withDoing = false): DetectContext {
  const settings = daySettings(context);
  return {
    frame: noteOf(context, date).frame,
    now: nowMin(context),
    isOver: isDayOver(context, date),
    isOff: (day) => isDayOff(day, settings),
    top: topPriority(context),
    doing: withDoing ? doingItems(context, date) : [],
  };
}

const known = new WeakMap<Context, { facts: Map<LocalDate, DayFacts>; dates: LocalDate[] }>();

/** What was read of days for this context: the notes that there are are listed once. */
function knownDays(context: Context): { facts: Map<LocalDate, DayFacts>; dates: LocalDate[] } {
  let days = known.get(context);
  if (days === undefined) {
    days = { facts: new Map(), dates: notedDays(context, FIRST_DAY, context.today) };
    known.set(context, days);
  }
  return days;
}

function factsOn(context: Context, date: LocalDate): DayFacts {
  const { facts } = knownDays(context);
  let found = facts.get(date);
  if (found === undefined) {
    found = factsOfNote(context, date, { doubted: doubtedUntil(context) });
    facts.set(date, found);
  }
  return found;
}

function factsBetween(context: Context, from: LocalDate, to: LocalDate): DayFacts[] {
  const found: DayFacts[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) found.push(factsOn(context, date));
  return found;
}

/** Past, or its working hours are, or its check has come. */
function isDayOver(context: Context, date: LocalDate): boolean {
  const { frame } = noteOf(context, date);
  const now = nowMin(context);
  const lastWork = workSpans(frame, daySettings(context)).at(-1)?.to ?? frame.to;
  return now >= Math.min(lastWork, frame.to, checkTime(context, date) ?? frame.to);
}

function isCheckTime(context: Context, date: LocalDate): boolean {
  const at = checkTime(context, date);
  return at !== null && nowMin(context) >= at;
}

function checkTime(context: Context, date: LocalDate): EpochMin | null {
  const { checkAtMin } = daySettings(context);
  const { frame } = noteOf(context, date);
  if (checkAtMin === null) return null;
  return minAtWall(frame, checkAtMin < frame.dayEndMin ? checkAtMin + 1440 : checkAtMin);
}

/** The highest priority among what is open or being done. */
function topPriority(context: Context): Priority {
  const used = new Set<Priority | null>();
  for (const { item } of dayWords(context).items.values())
    if (item.state === "open" || item.state === "doing") used.add(item.priority);
  return PRIORITIES.find((one) => used.has(one)) ?? "highest";
}

/** Items that are being done with the last day of a record; one of a step, or of what it is a step of, counts. */
function doingItems(context: Context, date: LocalDate): DetectContext["doing"] {
  const doing = [...dayWords(context).items.values()].filter(({ item }) => item.state === "doing");
  const touched = new Map<string, LocalDate>();
  if (doing.length === 0) return [];
  for (const day of daysWithNote(context, addDays(date, -TOUCHED_DAYS), date).reverse()) {
    for (const reference of factsOn(context, day).byReference.keys())
      for (const { item } of doing)
        if (!touched.has(item.path) && isRelated(item.path, reference)) touched.set(item.path, day);
    if (touched.size === doing.length) break;
  }
  return doing.map(({ item }) => ({ path: item.path, touched: touched.get(item.path) ?? null }));
}

function isRelated(path: string, reference: string): boolean {
  return path === reference || path.startsWith(`${reference} › `) || reference.startsWith(`${path} › `);
}

// Many days

/**
 * The working days of a range on which a condition was checked, ascending: its answer stands in the note, or the note has
 * answers and its detector, which could not tell then, can tell now.
 */
export function checkedDays(
  context: Context,
  condition: Condition,
  from: LocalDate,
  to: LocalDate,
): CheckedDay[] {
  const settings = daySettings(context);
  const found: CheckedDay[] = [];
  for (const date of daysWithNote(context, from, to)) {
    const answers = answersOn(context, date);
    if (answers.length === 0 || isDayOff(date, settings)) continue;
    const answer = answers.find(({ name }) => fold(name) === fold(condition.name));
    const holds =
      answer?.holds ?? (date < context.today ? detectOn(context, condition, date)?.holds : undefined);
    if (holds !== undefined) found.push({ date, held: holds });
  }
  return found;
}

function returningOf(
  context: Context,
  conditions: readonly Condition[],
  date: LocalDate,
): CheckJson["returning"] {
  const from = addDays(date, -RETURNING_DAYS);
  return returning(conditions, (condition) => checkedDays(context, condition, from, date)).map(
    ({ condition, held, of }) => ({ name: condition.name, days: held, of }),
  );
}

/** Conditions that hold today, by kind, and on an average of the checked working days of the four weeks before. */
function compareWith(
  context: Context,
  date: LocalDate,
  answers: readonly AnswerJson[],
): CheckJson["compare"] {
  const known = answers.filter(({ holds, detected }) => (holds ?? detected) !== null);
  if (known.length === 0) return null;
  const settings = daySettings(context);
  const before = daysWithNote(context, addDays(date, -COMPARE_DAYS), addDays(date, -1))
    .filter((day) => !isDayOff(day, settings))
    .map((day) => answersOn(context, day))
    .filter((found) => found.length > 0);
  const mean = (kind: DayAnswer["kind"]): number | null => {
    const held = before.flat().filter((answer) => answer.kind === kind && answer.holds).length;
    return before.length === 0 ? null : held / before.length;
  };
  const count = (kind: DayAnswer["kind"]): number =>
    known.filter((answer) => answer.kind === kind && (answer.holds ?? answer.detected)).length;
  return {
    healthy: count("healthy"),
    healthyBefore: mean("healthy"),
    abnormal: count("abnormal"),
    abnormalBefore: mean("abnormal"),
    days: before.length,
  };
}

/** Corrections with what came of them so far, by their beginning. */
export function correctionsOf(
  context: Context,
  isWanted: (correction: Correction) => boolean = () => true,
): CorrectionJson[] {
  const { conditions } = conditionsOf(context).conditions;
  return conditions
    .flatMap((condition) =>
      condition.corrections.filter(isWanted).map((one) => toCorrectionJson(context, condition, one)),
    )
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

export function toCorrectionJson(
  context: Context,
  condition: Condition,
  correction: Correction,
): CorrectionJson {
  const windows = correctionWindows(correction, context.today);
  const tally = ({ from, to }: { from: LocalDate; to: LocalDate }) =>
    tallyOf(checkedDays(context, condition, from, to));
  const tallies = { before: tally(windows.before), since: tally(windows.since) };
  const { text, from, judgeOn, outcome, line } = correction;
  return {
    condition: condition.name,
    text,
    from,
    judgeOn,
    outcome,
    ...tallies,
    ...judgeCorrection(tallies, context.tongue),
    line,
  };
}
