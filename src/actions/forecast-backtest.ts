// forecast --backtest: what our forecasts and the plain ones would have been worth on a table of estimates.

import { AppError } from "../base/index.ts";
import { backTest, FIRST_TASKS, LEVELS, quantilesOf, readEstimateFile } from "../domain/index.ts";
import type { Context, Outcome } from "./action.ts";
import type { BackTestJson } from "./forecast-json.ts";
import { sayForecast } from "./forecast-messages.ts";

/** @throws AppError missing where the file cannot be read, invalid where it lacks columns or usable rows. */
export function testEstimates(context: Context, file: string, withCases: boolean): Outcome {
  const texts = sayForecast(context.tongue);
  const { readFile } = context.outside;
  if (readFile === undefined) throw new AppError("usage", texts.notHere());
  const text = readFile(file);
  if (text === null) throw new AppError("missing", texts.noFile(file));
  const { rows, skipped, missing } = readEstimateFile(text);
  if (missing.length > 0)
    throw new AppError("invalid", texts.missingColumns(file, missing), {
      at: { file, line: 1 },
      hint: texts.columnsAre(),
    });
  const left = skipped.map(({ why, count, line }) => texts.skipped(why, count, line));
  if (rows.length === 0)
    throw new AppError("invalid", texts.noRows(file), {
      at: { file },
      hint: left.join(" ") || texts.columnsAre(),
    });
  const test = backTest(rows);
  const data: BackTestJson = {
    file,
    n: test.n,
    persons: test.persons,
    skipped,
    levels: LEVELS,
    groups: test.groups.map(({ person, firstOnly, scores }) => ({
      person,
      first: firstOnly ? FIRST_TASKS : null,
      methods: scores,
    })),
  };
  if (withCases)
    data.cases = test.cases.nunc.map((one) => ({
      id: one.row.id,
      line: one.row.line,
      person: one.row.person,
      estimate: one.row.estimate,
      actual: one.row.actual,
      cases: one.given.cases,
      quantiles: quantilesOf(one),
    }));
  return {
    data,
    summary: [texts.tested(test.n, test.persons), ...left].join("\n"),
    detail: { isLook: true },
  };
}
