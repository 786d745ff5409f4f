// Forecasts as they were given, one file a month in `forecasts/`, one line each; what came true is a line of its own. Lines
// are only ever added. Everything else that stands in such a file is left alone.
//
//   - 2021-09-02T09:30+08:00 effort: Kubernetes = 8h 10h 13h 17h 28h (12 cases)
//   - 2021-09-02T09:30+08:00 finish: SICP = 2021-11-01 2021-12-05 2022-01-10 2022-03-01 later (6 cases)
//   - 2021-09-02T09:30+08:00 goal: Ship it = 2021-11-01 2021-12-05 2022-01-10 2022-03-01 later (6 cases)
//   - 2022-01-03T21:04+08:00 came: finish: SICP = 2021-12-30
//
// The five values are those at 5, 25, 50, 75 and 95 %; `later` is not within ten years.

import {
  dateOfEpochDay,
  epochDayOf,
  formatDuration,
  type LocalDate,
  parseDurationMin,
  parseLocalDate,
} from "../../base/index.ts";
import type { Quantiles } from "./case.ts";
import { HORIZON_DAYS } from "./pace.ts";
import { type Scored, type Scores, scoresOf } from "./score.ts";

export const FORECASTS_FOLDER = "forecasts";

/** Of effort: the minutes that an item takes in all. Of finish: the day on which it is done. Of goal: that on which a goal is reached. */
export type ForecastKind = "effort" | "finish" | "goal";

export interface KeptForecast {
  kind: ForecastKind;
  /** ISO with offset, to the minute. */
  at: string;
  /** Title path; of a goal its title. */
  item: string;
  /** Minutes, or days since 1970; null: later than ten years from then. */
  values: readonly (number | null)[];
  cases: number;
}

/** What came true. */
export interface KeptTruth {
  kind: ForecastKind;
  at: string;
  item: string;
  value: number;
}

export interface ForecastNotes {
  forecasts: KeptForecast[];
  truths: KeptTruth[];
}

export function forecastFile(date: LocalDate): string {
  return `${FORECASTS_FOLDER}/${date.slice(0, 7)}.md`;
}

const VALUE = "(?:\\d{4}-\\d{2}-\\d{2}|later|\\d+h(?:\\d+m)?|\\d+m)";
const GIVEN = new RegExp(
  `^[-*] (\\S+) (effort|finish|goal): (.*) = (${VALUE}(?: ${VALUE}){4}) \\((\\d+) cases?\\)\\s*$`,
);
const CAME = new RegExp(`^[-*] (\\S+) came: (effort|finish|goal): (.*) = (${VALUE})\\s*$`);

export function readForecasts(text: string): ForecastNotes {
  const notes: ForecastNotes = { forecasts: [], truths: [] };
  for (const line of text.split(/\r?\n/)) {
    const came = CAME.exec(line);
    const given = came === null ? GIVEN.exec(line) : null;
    if (came !== null) {
      const kind = came[2] as ForecastKind;
      const value = readValue(kind, came[4]!);
      if (value !== null) notes.truths.push({ kind, at: came[1]!, item: came[3]!, value });
    } else if (given !== null) {
      const kind = given[2] as ForecastKind;
      const values = given[4]!.split(" ").map((value) => readValue(kind, value));
      notes.forecasts.push({ kind, at: given[1]!, item: given[3]!, values, cases: Number(given[5]) });
    }
  }
  return notes;
}

/** The line without a line end. */
export function formatForecast({ kind, at, item, values, cases }: KeptForecast): string {
  const written = values.map((value) => formatValue(kind, value)).join(" ");
  return `- ${at} ${kind}: ${item} = ${written} (${cases} ${cases === 1 ? "case" : "cases"})`;
}

export function formatTruth({ kind, at, item, value }: KeptTruth): string {
  return `- ${at} came: ${kind}: ${item} = ${formatValue(kind, value)}`;
}

function readValue(kind: ForecastKind, text: string): number | null {
  if (kind === "effort") return parseDurationMin(text);
  const date = parseLocalDate(text);
  return date === null ? null : epochDayOf(date);
}

function formatValue(kind: ForecastKind, value: number | null): string {
  if (value === null) return "later";
  return kind === "effort" ? formatDuration(Math.max(1, value)) : dateOfEpochDay(value);
}

/** A forecast whose truth is known. */
export interface ScoredForecast {
  forecast: KeptForecast;
  truth: number;
  /** Logarithms: of minutes, or of days from when it was given, at least a half. */
  scored: Scored;
}

/** The last truth counts, for all forecasts of its item and kind that were given before it was known. */
export function scoreForecasts({ forecasts, truths }: ForecastNotes): ScoredForecast[] {
  const found: ScoredForecast[] = [];
  for (const forecast of forecasts) {
    const truth = truths.findLast(
      ({ kind, item, at }) => kind === forecast.kind && item === forecast.item && at >= forecast.at,
    );
    const given = parseLocalDate(forecast.at.slice(0, 10));
    if (truth === undefined || given === null) continue;
    const base = forecast.kind === "effort" ? 0 : epochDayOf(given);
    const log = (value: number | null): number =>
      Math.log(Math.max(0.5, (value ?? base + HORIZON_DAYS) - base));
    const quantiles = forecast.values.map(log) as unknown as Quantiles;
    found.push({ forecast, truth: truth.value, scored: { quantiles, truth: log(truth.value) } });
  }
  return found;
}

/** Calibration and losses of kept forecasts, of one kind; null where none can be scored. */
export function scoresOfKind(all: readonly ScoredForecast[], kind: ForecastKind): Scores | null {
  return scoresOf(all.filter(({ forecast }) => forecast.kind === kind).map(({ scored }) => scored));
}
