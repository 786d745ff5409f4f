// Forecasts, their scores and the back-test in a terminal.

import type {
  BackTestGroupJson,
  BackTestJson,
  BasisJson,
  DateQuantiles,
  ForecastData,
  ForecastItemJson,
  ForecastScoresJson,
} from "../../actions/index.ts";
import { FEW_CASES, METHODS, type Scores } from "../../domain/index.ts";
import { type ForecastTexts, sayForecast } from "./forecast-messages.ts";
import { padTo, plainLine, widthOf } from "./paint.ts";
import type { Printer } from "./print.ts";
import { printProse } from "./print-prose.ts";

export type AnyForecast = ForecastData | BackTestJson | ForecastScoresJson;

export function printForecast(printer: Printer, data: AnyForecast): void {
  if ("groups" in data) printBackTest(printer, data);
  else if ("kept" in data) printScores(printer, data);
  else printItems(printer, data);
}

function printItems(printer: Printer, data: ForecastData): void {
  const { paint } = printer;
  const texts = sayForecast(printer.texts.tongue);
  for (const item of data.items) {
    printer.line(paint.bold(plainLine(item.title)));
    printForecastOf(printer, item);
  }
  if (data.lists.length > 0) printLists(printer, texts, data);
  for (const goal of data.goals) {
    printer.line(paint.bold(texts.goal(plainLine(goal.title))));
    const count = goal.by === "pace" ? texts.cases : texts.weeks;
    const basis = `${texts.items(goal.items)}${texts.comma}${basisText(texts, goal, count)}`;
    printSpread(printer, `  ${texts.done}  `, datesText(texts, goal.dates), basis);
    if (goal.inTime !== null) printer.line(`  ${texts.inTime(goal.inTime, goal.end!)}`);
    if (goal.unestimated.length > 0)
      printProse(printer, "  ", texts.unestimated(goal.unestimated.length), paint.dim);
  }
}

function printLists(printer: Printer, texts: ForecastTexts, { lists, unestimated }: ForecastData): void {
  const { paint } = printer;
  printer.line(paint.bold(texts.lists));
  const width = Math.max(...lists.map(({ priority }) => widthOf(texts.lanes[priority])));
  for (const { priority, dates, items } of lists) {
    const name = padTo(texts.lanes[priority], width);
    printSpread(printer, `  ${name}  `, datesText(texts, dates), texts.items(items));
  }
  printProse(printer, "  ", basisText(texts, lists[0]!, texts.weeks), paint.dim);
  if (unestimated.length > 0) printProse(printer, "  ", texts.unestimated(unestimated.length), paint.dim);
}

/** What an item takes and when it is done, a line each. */
export function printForecastOf(
  printer: Printer,
  { effort, finish }: Pick<ForecastItemJson, "effort" | "finish">,
): void {
  const texts = sayForecast(printer.texts.tongue);
  const width = Math.max(widthOf(texts.takes), widthOf(texts.done));
  if (effort !== null) {
    const [low, lower, median, upper, high] = effort.totalMin.map(texts.min);
    const spent = effort.spentMin > 0 ? `${texts.comma}${texts.spent(effort.spentMin)}` : "";
    const text = texts.spread(median!, [lower!, upper!], [low!, high!]);
    const basis = basisText(texts, effort, texts.cases);
    printSpread(printer, `  ${padTo(texts.takes, width)}  `, text, `${basis}${spent}`);
  }
  if (finish !== null) {
    const basis = basisText(texts, finish, finish.by === "hours" ? texts.weeks : texts.cases);
    printSpread(printer, `  ${padTo(texts.done, width)}  `, datesText(texts, finish.dates), basis);
  }
}

/** On one line where it fits; else what it rests on stands below. */
function printSpread(printer: Printer, lead: string, spread: string, basis: string): void {
  const { columns, line, paint } = printer;
  if (widthOf(`${lead}${spread}  ${basis}`) <= columns) line(`${lead}${spread}  ${paint.dim(basis)}`);
  else {
    printProse(printer, lead, spread);
    printProse(printer, " ".repeat(widthOf(lead)), basis, paint.dim);
  }
}

function datesText(texts: ForecastTexts, dates: DateQuantiles): string {
  const [low, lower, median, upper, high] = dates.map((date) => date ?? texts.never);
  if (dates[2] === null) return dates[0] === null ? texts.later : texts.hardlyEver(low!);
  return texts.spread(median!, [lower!, upper!], [low!, high!]);
}

function basisText(
  texts: ForecastTexts,
  { cases, restsOnPrior }: BasisJson,
  count: (cases: number) => string,
): string {
  if (!restsOnPrior) return count(cases);
  return cases < FEW_CASES ? texts.onPrior(count(cases)) : texts.onPriorEffort(count(cases));
}

function printScores(printer: Printer, data: ForecastScoresJson): void {
  const texts = sayForecast(printer.texts.tongue);
  const rows = (["effort", "finish", "goal"] as const).flatMap((kind) => {
    const scores = data[kind];
    return scores === null ? [] : [[texts.kinds[kind], ...scoreCells(scores)]];
  });
  if (rows.length === 0) return;
  printTable(printer, ["", ...texts.columns], rows);
  printer.line(printer.paint.dim(texts.legend));
}

function printBackTest(printer: Printer, data: BackTestJson): void {
  const { paint } = printer;
  const texts = sayForecast(printer.texts.tongue);
  const nameOf = ({ person, first }: BackTestGroupJson): string => {
    if (first !== null) return texts.first(first);
    return person === null ? texts.everybody : plainLine(person) || texts.nobody;
  };
  // Of a single person, all is the same as that person.
  const groups = data.groups.filter(({ person }) => data.persons > 1 || person === null || person !== "");
  const rows = groups.map((group) => [
    nameOf(group),
    ...METHODS.map((method) => [texts.methods[method], ...scoreCells(group.methods[method])]),
  ]) as [string, ...string[][]][];
  const all = rows.flatMap(([, ...methods]) => methods);
  const widths = [0, 1, 2, 3, 4, 5, 6].map((column) =>
    Math.max(widthOf(texts.columns[column - 1] ?? ""), ...all.map((row) => widthOf(row[column]!))),
  );
  const row = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 0
          ? padTo(cell, widths[0]!)
          : `${" ".repeat(Math.max(0, widths[column]! - widthOf(cell)))}${cell}`,
      )
      .join("  ");
  for (const [name, ...methods] of rows) {
    printer.line(paint.bold(name));
    printer.line(paint.dim(`  ${row(["", ...texts.columns])}`));
    methods.forEach((cells, index) => {
      printer.line(`  ${index === 0 ? paint.good(row(cells)) : row(cells)}`);
    });
  }
  printer.line("");
  printer.line(paint.dim(texts.legend));
  printer.line(paint.dim(texts.plain));
}

function scoreCells({ n, meanAbsoluteError, pinball, coverage50, coverage90, width90 }: Scores): string[] {
  return [
    String(n),
    meanAbsoluteError.toFixed(3),
    pinball.toFixed(4),
    coverage50.toFixed(3),
    coverage90.toFixed(3),
    `× ${Math.exp(width90).toPrecision(3)}`,
  ];
}

function printTable(printer: Printer, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((name, column) =>
    Math.max(widthOf(name), ...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  for (const [index, row] of [head, ...rows].entries()) {
    const text = row.map((cell, column) => padTo(cell, widths[column]!)).join("  ");
    printer.line(index === 0 ? printer.paint.dim(text) : text);
  }
}
