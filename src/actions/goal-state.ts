// goals.md as it stands, with what the page and the days add to it: which items its names mean, how far they are, what was
// recorded for them. Nothing is written here.

import { addDays, type Diagnostic, fold, type LocalDate, likeness } from "../base/index.ts";
import {
  type DayFacts,
  GOALS_FILE,
  type Goal,
  type GoalScope,
  type Goals,
  goalRatio,
  goalsOfWork,
  isOverdue,
  itemRatio,
  type KeyProblem,
  type KeyResult,
  openPast,
  periodGone,
  readGoals,
  resolveReference,
  resultRatio,
  type Service,
  type Work,
  workOfDays,
} from "../domain/index.ts";
import type { Context, ItemAddress } from "./action.ts";
import { doubtedUntil } from "./clock-state.ts";
import { daysBetween, dayWords, notedDays } from "./day-read.ts";
import { sayGoals } from "./goal-messages.ts";
import type { GoalJson, GoalsData, ProblemJson, ResultJson, ServiceJson } from "./goals-json.ts";
import { readItemFiles } from "./item-file.ts";
import { pastOf } from "./item-past.ts";
import type { FoundItem } from "./reading.ts";

/** Goals without a first day are counted over so many days. */
const PLAIN_DAYS = 28;

interface GoalsReading {
  goals: Goals;
  /** Null where there is no goals.md. */
  hash: string | null;
}

const readings = new WeakMap<Context, GoalsReading>();

/** goals.md, understood; empty where there is none. Throws what `Store.read` throws. */
export function goalsOf(context: Context): GoalsReading {
  let reading = readings.get(context);
  if (reading === undefined) {
    const stored = context.reading.text(GOALS_FILE);
    reading = {
      goals: readGoals(stored?.text ?? "", context.tongue),
      get hash() {
        return stored?.hash ?? null;
      },
    };
    readings.set(context, reading);
  }
  return reading;
}

/** The item that a name in goals.md means; null where the page has none of that name. */
export function itemNamed(context: Context, name: string): FoundItem | null {
  const { references, items } = dayWords(context);
  const found = resolveReference(references, name);
  return found === null ? null : (items.get(found.path) ?? null);
}

export function addressOf({ page, item }: FoundItem): ItemAddress {
  return { file: page.file, line: item.line, hash: page.hash, path: item.path };
}

/** @param range over which hours are counted; without it, each goal's own period up to today */
export function toGoalsData(
  context: Context,
  { goals, hash }: GoalsReading,
  range: { from: LocalDate; to: LocalDate } | null = null,
): GoalsData {
  const { today } = context;
  let results = 0;
  let problems = 0;
  const toProblem = (problem: KeyProblem): ProblemJson => problemJson(problem, ++problems);
  const shown = goals.goals.map((goal, index): GoalJson => {
    const counted = range ?? rangeOf(goal, today);
    const days = daysBetween(context, counted.from, counted.to, { doubted: doubtedUntil(context) });
    const scope = scopeOf(context, goal);
    const works = worksIn(context, days, scope);
    const ownResults = goal.results.map((result) => resultJson(context, result, ++results));
    return {
      number: index + 1,
      line: goal.line,
      title: goal.title,
      period: goal.period,
      state: goal.state,
      closedOn: goal.closedOn,
      ratio: goalRatio(ownResults.map(({ ratio }) => ratio)),
      gone: periodGone(goal.period, today),
      overdue: isOverdue(goal, today),
      results: ownResults,
      problems: goal.problems.map(toProblem),
      services: goal.services.map((service) => serviceJson(context, service, works)),
      minutes: sumOf(works, (work) => goalsOfWork(work, [scope]).length > 0),
      range: { ...counted, noted: notedDays(context, counted.from, counted.to).length },
    };
  });
  return {
    file: GOALS_FILE,
    hash,
    today,
    goals: shown,
    problems: goals.problems.map(toProblem),
    diagnostics: [...goals.diagnostics, ...nameDiagnostics(context, goals)].sort((a, b) => a.line - b.line),
  };
}

/** A goal's days so far, and not beyond its end. */
function rangeOf({ period, closedOn }: Goal, today: LocalDate): { from: LocalDate; to: LocalDate } {
  const last = [today, closedOn ?? today, period?.to ?? today].sort()[0]!;
  const from = period?.from ?? addDays(last, 1 - PLAIN_DAYS);
  return from > last ? { from: last, to: last } : { from, to: last };
}

function resultJson(context: Context, result: KeyResult, number: number): ResultJson {
  const { line, title, measure, ticked, points } = result;
  const named = measure?.kind === "items" ? measure.names.flatMap((name) => namesIn(context, name)) : [];
  const items = named.map((name) => {
    const found = itemNamed(context, name);
    return { name, path: found?.item.path ?? null, ratio: found === null ? null : itemRatio(found.item) };
  });
  const known = measure?.kind === "items" ? { ...result, measure: { ...measure, names: named } } : result;
  const ratio = resultRatio(known, (name) => items.find((item) => item.name === name)?.ratio ?? null);
  return { number, line, title, measure, ticked, ratio, points, items };
}

/** A name, or several between commas where only so they are items of the page. */
function namesIn(context: Context, text: string): string[] {
  if (itemNamed(context, text) !== null) return [text];
  const parts = text.split(/\s*(?:[,，、]|\band\b|和)\s*/).filter((part) => part !== "");
  return parts.length > 1 && parts.some((part) => itemNamed(context, part) !== null) ? parts : [text];
}

function problemJson(problem: KeyProblem, number: number): ProblemJson {
  const { line, text, solved, solvedOn, trials } = problem;
  return { number, line, text, solved, solvedOn, trials };
}

function serviceJson(context: Context, service: Service, works: readonly Work[]): ServiceJson {
  const { line, name, answers, points } = service;
  const found = itemNamed(context, name);
  const path = found?.item.path ?? null;
  const estimate = path === null ? null : estimateOf(context, path);
  const effortFrom = answers.effortMin !== null ? "goals" : estimate !== null ? "estimate" : null;
  return {
    line,
    name,
    path,
    title: found?.item.title ?? name,
    address: found && addressOf(found),
    state: found?.item.state ?? null,
    priority: found?.item.priority ?? null,
    ratio: found && itemRatio(found.item),
    ...answers,
    effortMin: answers.effortMin ?? estimate,
    effortFrom,
    points,
    minutes:
      path === null ? 0 : sumOf(works, ({ place }) => place !== null && isWithin(place.item.path, path)),
  };
}

const estimates = new WeakMap<Context, ReturnType<typeof readItemFiles>>();

/** What the person estimates an item at in its own file, in minutes. */
export function estimateOf(context: Context, path: string): number | null {
  let known = estimates.get(context);
  if (known === undefined) {
    known = readItemFiles(context);
    estimates.set(context, known);
  }
  return known.get(path)?.estimateMin ?? null;
}

/** A goal as hours are counted for it: by the items that serve it today, on the days of its period. */
export function scopeOf(context: Context, { title, services, period, closedOn }: Goal): GoalScope {
  const ends = [closedOn, period?.to ?? null].filter((end) => end !== null).sort();
  const paths = services.flatMap(({ name }) => itemNamed(context, name)?.item.path ?? []);
  return { title, paths, from: period?.from ?? null, to: ends[0] ?? null };
}

/** What was recorded on the days of a goal, each text with what it meant on its day. */
function worksIn(context: Context, days: readonly DayFacts[], { from, to }: GoalScope): Work[] {
  const counted = days.filter(({ date }) => date >= (from ?? date) && date <= (to ?? date));
  // Goals are shown without a page too; then no text means an item.
  const hasPage = context.world.config.pages.some((file) => context.reading.page(file) !== null);
  const past = hasPage ? pastOf(context).past : openPast([]);
  return workOfDays(counted, past);
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer} › `);
}

function sumOf(works: readonly Work[], isWanted: (work: Work) => boolean): number {
  return works.reduce((sum, work) => (isWanted(work) ? sum + work.amount : sum), 0);
}

/** Names that mean no item, and items that serve one goal twice. */
function nameDiagnostics(context: Context, goals: Goals): Diagnostic[] {
  const found: Diagnostic[] = [];
  const texts = sayGoals(context.tongue);
  const report = (line: number, code: string, said: { message: string; hint: string }) =>
    found.push({ line, column: 1, code, ...said });
  for (const goal of goals.goals) {
    if (goal.state !== "open") continue;
    const seen = new Map<string, number>();
    for (const { name, line } of goal.services) {
      const path = itemNamed(context, name)?.item.path;
      if (path === undefined) report(line, "serve-unknown", texts.unknownItem(name, nearName(context, name)));
      else if (seen.has(path)) report(line, "serve-twice", texts.servesTwice(name, seen.get(path)!));
      else seen.set(path, line);
    }
    for (const { measure, line } of goal.results)
      if (measure?.kind === "items")
        for (const name of measure.names.flatMap((one) => namesIn(context, one)))
          if (itemNamed(context, name) === null)
            report(line, "key-result-item", texts.unknownItem(name, nearName(context, name)));
  }
  return found;
}

function nearName(context: Context, name: string): string | null {
  const wanted = fold(name);
  const near = [...dayWords(context).items.values()]
    .map(({ item }) => ({
      path: item.path,
      score: Math.max(likeness(wanted, fold(item.title)), likeness(wanted, fold(item.path))),
    }))
    .sort((a, b) => b.score - a.score)[0];
  return near !== undefined && near.score > 0.35 ? near.path : null;
}
