// Goals, importance and commitments in a terminal.

import type {
  CommitmentsData,
  GoalJson,
  GoalsData,
  ImportanceData,
  ProblemJson,
  ServiceJson,
} from "../../actions/index.ts";
import type { Diagnostic } from "../../base/index.ts";
import { sayGoal } from "./goal-messages.ts";
import { padTo, plainLine } from "./paint.ts";
import type { Printer } from "./print.ts";

const BAR = 10;

export function printGoals(printer: Printer, data: GoalsData): void {
  const texts = sayGoal(printer.texts.tongue);
  const { paint } = printer;
  for (const goal of data.goals) {
    printGoal(printer, goal);
    printer.line("");
  }
  if (data.problems.length > 0) {
    printer.line(paint.bold(texts.noGoalProblems));
    for (const problem of data.problems) printProblem(printer, problem, "  ");
    printer.line("");
  }
  printDiagnostics(printer, data.file, data.diagnostics);
}

function printGoal(printer: Printer, goal: GoalJson): void {
  const { paint } = printer;
  const texts = sayGoal(printer.texts.tongue);
  const ended = goal.state === "open" ? [] : [`${texts.states[goal.state]} ${goal.closedOn ?? ""}`.trim()];
  const time = goal.overdue ? [paint.warm(texts.overdue)] : goal.gone === null ? [] : [texts.gone(goal.gone)];
  const facts = [goal.period?.text ?? "", ...ended, ...(goal.state === "open" ? time : [])].filter(
    (one) => one !== "",
  );
  const title = goal.state === "open" ? paint.bold(plainLine(goal.title)) : paint.dim(plainLine(goal.title));
  printer.line(`${paint.dim(String(goal.number))} ${title}  ${facts.map(plainLine).join("  ")}`);
  if (goal.ratio !== null) printer.line(`  ${bar(printer, goal.ratio)}`);
  printer.line(paint.dim(`  ${texts.hours(goal.minutes, goal.range)}`));
  if (goal.results.length > 0) printer.line(`  ${texts.results}`);
  for (const result of goal.results) {
    const shown =
      result.ratio === null ? `${padTo("", BAR)} ${texts.unmeasured}` : bar(printer, result.ratio);
    const figures = paint.dim(plainLine(texts.figures(result)));
    printer.line(
      `    ${paint.dim(String(result.number).padStart(2))} ${shown} ${plainLine(result.title)}  ${figures}`,
    );
    for (const { text, done } of result.points)
      printer.line(
        `    ${" ".repeat(3)}${padTo("", BAR + 5)}${done ? paint.good("✓") : "·"} ${plainLine(text)}`,
      );
  }
  if (goal.problems.length > 0) printer.line(`  ${texts.problems}`);
  for (const problem of goal.problems) printProblem(printer, problem, "    ");
  if (goal.services.length > 0) printer.line(`  ${texts.services}`);
  for (const service of goal.services) printService(printer, service);
}

function printProblem(
  printer: Printer,
  { number, text, solved, solvedOn, trials }: ProblemJson,
  indent: string,
): void {
  const { paint } = printer;
  const texts = sayGoal(printer.texts.tongue);
  const end = solved ? paint.dim(`  ${texts.solved(solvedOn)}`) : "";
  const sign = solved ? paint.good("✓") : paint.warm("!");
  printer.line(`${indent}${paint.dim(String(number).padStart(2))} ${sign} ${plainLine(text)}${end}`);
  for (const trial of trials)
    printer.line(paint.dim(`${indent}     ${plainLine(texts.trying(trial.text, trial.since))}`));
}

function printService(printer: Printer, service: ServiceJson): void {
  const { paint } = printer;
  const texts = sayGoal(printer.texts.tongue);
  const { help, effortMin, effortFrom, people, names, priority, points, minutes } = service;
  const facts = [
    texts.help(help),
    texts.effort(effortMin, effortFrom),
    texts.people(people, names),
    priority === null ? "" : texts.priorities[priority]!,
    points.length === 0 ? "" : texts.points(points.filter(({ done }) => done).length, points.length),
    minutes === 0 ? "" : texts.recorded(minutes),
  ].filter((fact) => fact !== "");
  const isDone = service.state === "done";
  const sign = service.path === null ? paint.warm("?") : isDone ? paint.good("✓") : "·";
  const missing = service.path === null ? `  ${paint.warm(texts.noItem)}` : "";
  const name = plainLine(service.path ?? service.name);
  printer.line(`     ${sign} ${name}  ${paint.dim(facts.map(plainLine).join("  "))}${missing}`);
}

function bar(printer: Printer, ratio: number): string {
  const full = Math.round(ratio * BAR);
  const percent = `${Math.round(ratio * 100)}%`.padStart(4);
  return `${printer.paint.accent("█".repeat(full))}${printer.paint.dim("░".repeat(BAR - full))} ${percent}`;
}

/** By value, with reasons; then where the page disagrees, each with the command that settles it. */
export function printImportance(printer: Printer, data: ImportanceData): void {
  const { paint } = printer;
  const texts = sayGoal(printer.texts.tongue);
  for (const item of data.items) {
    const value = item.value === null ? "  –" : String(item.value).padStart(3);
    const priority = item.priority === null ? "" : paint.dim(texts.priorities[item.priority]!);
    printer.line(`${paint.bold(value)}  ${plainLine(item.path)}  ${priority}`);
    printer.line(paint.dim(`     ${plainLine(item.reason)}`));
  }
  if (data.items.length > 0) printer.line("");
  if (data.disagreements.length === 0) {
    if (data.items.some(({ value }) => value !== null)) printer.line(texts.noDisagreement);
    return;
  }
  printer.line(paint.bold(texts.disagreements));
  for (const { says, rests, sureness, path, to } of data.disagreements) {
    printer.line(`  ${plainLine(says)}  ${paint.dim(texts.sureness[sureness])}`);
    printer.line(paint.dim(`    ${plainLine(rests)}`));
    printer.line(`    ${paint.accent(plainLine(texts.settle(path, to)))}`);
  }
  printer.line("");
}

const SIGNS = { kept: "■", broken: "□", running: "▒", off: "·", unknown: "·" } as const;
/** So many of the last periods are written out. */
const LAST = 4;

export function printCommitments(printer: Printer, data: CommitmentsData): void {
  const { paint } = printer;
  const texts = sayGoal(printer.texts.tongue);
  for (const commitment of data.commitments) {
    const { says, periods, kept, of, streak, times } = commitment;
    const row = periods
      .map(({ verdict }) =>
        verdict === "kept"
          ? paint.good(SIGNS.kept)
          : verdict === "broken"
            ? paint.warm(SIGNS.broken)
            : SIGNS[verdict],
      )
      .join("");
    printer.line(paint.bold(plainLine(says)));
    const facts = [texts.kept(kept, of), ...(streak > 1 ? [texts.streak(streak)] : [])].join("  ");
    printer.line(`  ${row}  ${facts}`);
    for (const { from, to, verdict, recordedMin, recordedTimes, said } of periods.slice(-LAST)) {
      const days = from === to ? from : `${from} – ${to}`;
      const amount = texts.amount(recordedMin, recordedTimes, times !== null);
      const check = said === null ? "" : `  ${texts.said(said)}`;
      printer.line(paint.dim(`  ${days}  ${padTo(amount, 8)}  ${texts.verdicts[verdict]}${check}`));
    }
    printer.line("");
  }
  if (data.commitments.length > 0) printer.line(paint.dim(texts.legend));
  printDiagnostics(printer, "goals.md", data.diagnostics);
}

function printDiagnostics(printer: Printer, file: string, diagnostics: readonly Diagnostic[]): void {
  const { paint } = printer;
  for (const { line, message, hint } of diagnostics) {
    printer.line(`${paint.warm(`${file}:${line}:`)} ${plainLine(message)}`);
    if (hint !== null) printer.line(paint.dim(`  ${plainLine(hint)}`));
  }
  if (diagnostics.length > 0) printer.line("");
}
