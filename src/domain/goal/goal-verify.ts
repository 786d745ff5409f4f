// Reading back an edit of goals.md: what the file says afterwards is what it said before with exactly what was asked.

import { fold } from "../../base/index.ts";
import { readCommitments } from "./commitment-read.ts";
import type { Goal, Goals, KeyProblem, KeyResult, Service } from "./goal.ts";
import type { GoalEdit } from "./goal-edit.ts";
import { readKeyResult } from "./goal-entry.ts";
import { withNow } from "./goal-measure.ts";
import { readPeriod } from "./goal-period.ts";
import { sayGoal } from "./messages.ts";

/** Whether `after` says what `before` said and the edit asked, and has no diagnostics more. */
export function readsAsAsked(before: Goals, after: Goals, edit: GoalEdit): boolean {
  const expected = tell(before);
  if (!expect(expected, before, edit)) return false;
  return (
    JSON.stringify(plain(expected)) === JSON.stringify(plain(tell(after))) &&
    after.diagnostics.length <= before.diagnostics.length + (mayBeUnmeasured(edit) ? 1 : 0)
  );
}

/** A key result without a measure is not forbidden, only frowned at. */
function mayBeUnmeasured(edit: GoalEdit): boolean {
  return edit.kind === "add-result" || edit.kind === "remove";
}

/** What a file says, without places. `line` finds an entry of the text as it was, and is not compared. */
type ToldResult = Pick<KeyResult, "title" | "ticked" | "measure"> & { line: number; points: ToldPoint[] };
type ToldPoint = { line: number; text: string; done: boolean };
type ToldProblem = Pick<KeyProblem, "text" | "solved" | "solvedOn"> & {
  line: number;
  trials: { text: string; since: string | null }[];
};
type ToldService = Pick<Service, "name" | "answers"> & { line: number; points: ToldPoint[] };
type ToldGoal = Pick<Goal, "title" | "state" | "closedOn"> & {
  line: number;
  period: { from: string | null; to: string } | null;
  results: ToldResult[];
  problems: ToldProblem[];
  services: ToldService[];
};
interface Told {
  goals: ToldGoal[];
  problems: ToldProblem[];
  commitments: unknown;
}

function tell({ text, goals, problems }: Goals): Told {
  const commitments = readCommitments(text, "en").commitments.map(
    ({ line: _line, range: _range, ...one }) => one,
  );
  return { goals: goals.map(tellGoal), problems: problems.map(tellProblem), commitments };
}

function tellGoal({ line, title, period, state, closedOn, results, problems, services }: Goal): ToldGoal {
  return {
    line,
    title,
    period: period && { from: period.from, to: period.to },
    state,
    closedOn,
    results: results.map(tellResult),
    problems: problems.map(tellProblem),
    services: services.map(({ line: at, name, answers, points }) => ({
      line: at,
      name,
      answers,
      points: [...points],
    })),
  };
}

function tellResult({ line, title, ticked, measure, points }: KeyResult): ToldResult {
  return { line, title, ticked, measure, points: [...points] };
}

function tellProblem({ line, text, solved, solvedOn, trials }: KeyProblem): ToldProblem {
  return {
    line,
    text,
    solved,
    solvedOn,
    trials: trials.map(({ text: said, since }) => ({ text: said, since })),
  };
}

/** Makes of what is told what the edit asks for. False where it asks for what is not there. */
function expect(told: Told, before: Goals, edit: GoalEdit): boolean {
  switch (edit.kind) {
    case "add-goal": {
      const period = edit.period === null ? null : readPeriod(edit.period);
      if (told.goals.some(({ title, state }) => state === "open" && fold(title) === fold(edit.title)))
        return false;
      if (edit.period !== null && period === null) return false;
      const added = { line: 0, title: edit.title, period: period && { from: period.from, to: period.to } };
      told.goals.push({ ...added, state: "open", closedOn: null, results: [], problems: [], services: [] });
      return true;
    }
    case "set-goal": {
      const goal = told.goals.find(({ line }) => line === edit.goal);
      if (goal === undefined) return false;
      if (edit.title !== undefined) goal.title = edit.title;
      if (edit.period === undefined) return true;
      const period = edit.period === null ? null : readPeriod(edit.period);
      goal.period = period && { from: period.from, to: period.to };
      return edit.period === null || period !== null;
    }
    case "close-goal": {
      const goal = told.goals.find(({ line }) => line === edit.goal);
      if (goal !== undefined) Object.assign(goal, { state: edit.state, closedOn: edit.on });
      return goal !== undefined;
    }
    case "add-result": {
      const goal = told.goals.find(({ line }) => line === edit.goal);
      const read = readAlone(edit.text, edit.points);
      if (goal === undefined || read === null) return false;
      goal.results.push(read);
      return true;
    }
    case "progress": {
      const result = told.goals.flatMap(({ results }) => results).find(({ line }) => line === edit.line);
      const measure = withNow(result?.measure ?? null, edit.now);
      if (result === undefined || measure === null) return false;
      result.measure = measure;
      return true;
    }
    case "tick":
      return expectTick(told, edit);
    case "add-point": {
      const entries = told.goals.flatMap(({ results, services }) => [...results, ...services]);
      const entry = entries.find(({ line }) => line === edit.line);
      if (entry === undefined) return false;
      entry.points.push({ line: 0, text: edit.text, done: false });
      if ("measure" in entry && (entry.measure === null || entry.measure.kind === "tick"))
        entry.measure = { kind: "points" };
      return true;
    }
    case "add-problem": {
      const goal = told.goals.find(({ line }) => line === edit.goal);
      if (edit.goal !== null && goal === undefined) return false;
      const trials = edit.trial === null ? [] : [{ text: edit.trial, since: edit.on }];
      const problem = { line: 0, text: edit.text, solved: false, solvedOn: null, trials };
      (goal?.problems ?? told.problems).push(problem);
      return true;
    }
    case "try":
    case "solve": {
      const problems = [...told.goals.flatMap((goal) => goal.problems), ...told.problems];
      const problem = problems.find(({ line }) => line === edit.line);
      if (problem === undefined) return false;
      if (edit.kind === "try") problem.trials.push({ text: edit.text, since: edit.on });
      else Object.assign(problem, { solved: true, solvedOn: edit.on });
      return true;
    }
    case "serve": {
      const goal = told.goals.find(({ line }) => line === edit.goal);
      goal?.services.push({ line: 0, name: edit.name, answers: edit.answers, points: [] });
      return goal !== undefined;
    }
    case "answer": {
      const service = told.goals.flatMap(({ services }) => services).find(({ line }) => line === edit.line);
      if (service !== undefined) service.answers = edit.answers;
      return service !== undefined;
    }
    case "remove": {
      const others = <One extends { line: number }>(list: One[]): One[] =>
        list.filter(({ line }) => line !== edit.line);
      for (const goal of told.goals) {
        goal.results = others(goal.results);
        goal.problems = others(goal.problems);
        goal.services = others(goal.services);
      }
      told.problems = others(told.problems);
      return before.text !== "";
    }
  }
}

function expectTick(told: Told, { line, done }: GoalEdit & { kind: "tick" }): boolean {
  for (const { results, services } of told.goals) {
    const result = results.find((one) => one.line === line);
    if (result !== undefined) {
      result.ticked = done;
      result.measure ??= { kind: "tick" };
      return true;
    }
    for (const entry of [...results, ...services]) {
      const index = entry.points.findIndex((point) => point.line === line);
      if (index < 0) continue;
      entry.points[index] = { ...entry.points[index]!, done };
      return true;
    }
  }
  return false;
}

/** A key result as it reads by itself. */
function readAlone(text: string, points: readonly string[]): ToldResult | null {
  if (/[\r\n]/.test(text)) return null;
  const line = { line: 0, checkbox: null, text, raw: text.trimEnd(), at: 0, column: 1, lead: "- " };
  const below = points.map((one) => ({ ...line, text: one, raw: one, checkbox: " " }));
  const entry = { ...line, endLine: 0, range: { from: 0, to: 0 }, below };
  const read = readKeyResult(entry, 0, { said: sayGoal("en"), report: () => undefined });
  return read === null ? null : tellResult(read);
}

/** Without lines; a new entry may stand anywhere among those of its part, and a box that came with a list's habit is no matter. */
function plain(told: Told): unknown {
  const byText = (list: readonly object[]): string[] => list.map((one) => strip(one)).sort();
  return {
    ...told,
    goals: told.goals
      .map((goal) => ({
        ...goal,
        line: 0,
        results: byText(goal.results.map((one) => (isBare(one) ? { ...one, measure: null } : one))),
        problems: byText(goal.problems),
        services: byText(goal.services),
      }))
      .sort((a, b) => (strip(a) < strip(b) ? -1 : 1)),
    problems: byText(told.problems),
  };
}

function isBare({ measure, ticked }: ToldResult): boolean {
  return measure?.kind === "tick" && !ticked;
}

function strip(value: object): string {
  return JSON.stringify(value, (key, one) => (key === "line" ? undefined : one));
}
