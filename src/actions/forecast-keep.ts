// Forecasts are kept as they are given, and scored when the truth is known: lines that are only ever added to forecasts/.

import { epochDayOf, type LocalDate } from "../base/index.ts";
import {
  type FileEdit,
  FORECASTS_FOLDER,
  type ForecastNotes,
  forecastFile,
  formatForecast,
  formatTruth,
  type Item,
  isoAt,
  type KeptForecast,
  type KeptTruth,
  readForecasts,
  scoreForecasts,
  scoresOfKind,
} from "../domain/index.ts";
import type { Context, Outcome } from "./action.ts";
import { type ForecastHome, readForecastHome } from "./forecast-home.ts";
import type {
  ForecastData,
  ForecastGoalJson,
  ForecastItemJson,
  ForecastScoresJson,
} from "./forecast-json.ts";
import { sayForecast } from "./forecast-messages.ts";
import { goalsOf } from "./goal-state.ts";
import { nowMin } from "./time-input.ts";

/**
 * Every forecast that is given is kept, wherever it is shown: at most one a day for each item, the first of that day.
 * What was said of one on that day already is not said again, so that a look writes nothing twice.
 */
export function keepForecasts(
  context: Context,
  { items, goals }: Pick<ForecastData, "items" | "goals">,
): FileEdit[] {
  const at = isoAt(nowMin(context), context.zone);
  const day = (moment: string): string => moment.slice(0, 10);
  const known = readNotes(context).forecasts;
  const keyOf = (one: KeptForecast): string => JSON.stringify([one.kind, one.item, day(one.at)]);
  const said = new Set(known.map(keyOf));
  const fresh = [...items.flatMap((item) => toKept(item, at)), ...goals.map((goal) => toKeptGoal(goal, at))];
  const edit = appendLines(context, fresh.filter((one) => !said.has(keyOf(one))).map(formatForecast));
  return edit === null ? [] : [edit];
}

function toKept({ path, effort, finish }: ForecastItemJson, at: string): KeptForecast[] {
  const found: KeptForecast[] = [];
  if (effort !== null)
    found.push({ kind: "effort", at, item: path, values: effort.totalMin, cases: effort.cases });
  if (finish !== null)
    found.push({
      kind: "finish",
      at,
      item: path,
      values: finish.dates.map(epochDayOrNull),
      cases: finish.cases,
    });
  return found;
}

function toKeptGoal({ title, dates, cases }: ForecastGoalJson, at: string): KeptForecast {
  return { kind: "goal", at, item: title, values: dates.map(epochDayOrNull), cases };
}

function epochDayOrNull(date: string | null): number | null {
  return date === null ? null : epochDayOf(date as LocalDate);
}

/** Scores what was kept. Truths that are known by now are written beside the forecasts first, so that they stay known. */
export function scoreKept(context: Context): Outcome {
  const texts = sayForecast(context.tongue);
  const notes = readNotes(context);
  const found =
    notes.forecasts.length === 0 ? { truths: [], open: new Set<string>() } : newTruths(context, notes);
  // What was finished and is open again, or given up since, is not true any more.
  const truths = [...notes.truths, ...found.truths].filter((one) => !found.open.has(nameOf(one)));
  const scored = scoreForecasts({ forecasts: notes.forecasts, truths });
  const data: ForecastScoresJson = {
    kept: notes.forecasts.length,
    known: scored.length,
    effort: scoresOfKind(scored, "effort"),
    finish: scoresOfKind(scored, "finish"),
    goal: scoresOfKind(scored, "goal"),
  };
  const edit = appendLines(context, found.truths.map(formatTruth));
  const summary = data.kept === 0 ? texts.noForecasts() : texts.scores(data.known, data.kept);
  return { data, summary, edits: edit === null ? [] : [edit], detail: { isLook: true } };
}

function readNotes(context: Context): ForecastNotes {
  const all: ForecastNotes = { forecasts: [], truths: [] };
  for (const file of context.world.store.list(FORECASTS_FOLDER)) {
    if (!file.endsWith(".md")) continue;
    const { forecasts, truths } = readForecasts(context.reading.text(file)?.text ?? "");
    all.forecasts.push(...forecasts);
    all.truths.push(...truths);
  }
  return all;
}

/**
 * What is known by now of items that were forecast and is not written yet: the recorded time of a finished item, and the day
 * on which it was finished. `open`: those that are not finished.
 */
function newTruths(
  context: Context,
  { forecasts, truths }: ForecastNotes,
): { truths: KeptTruth[]; open: Set<string> } {
  const home = readForecastHome(context);
  const at = isoAt(nowMin(context), context.zone);
  const seen = new Set<string>();
  const open = new Set<string>();
  const found: KeptTruth[] = [];
  for (const { kind, item: path } of forecasts) {
    const key = JSON.stringify([kind, path]);
    if (seen.has(key)) continue;
    seen.add(key);
    const { isOpen, value } = kind === "goal" ? goalNow(context, path) : itemNow(home, path, kind);
    if (isOpen) open.add(nameOf({ kind, item: path }));
    const known = truths.findLast((one) => one.kind === kind && one.item === path);
    if (value !== null && known?.value !== value) found.push({ kind, at, item: path, value });
  }
  return { truths: found, open };
}

/** An item and a goal may have the same name. */
function nameOf({ kind, item }: Pick<KeptForecast, "kind" | "item">): string {
  return JSON.stringify([kind === "goal", item]);
}

/** How things stand now: whether it is there and not done (given up counts), and the truth where that is known. */
interface Standing {
  isOpen: boolean;
  value: number | null;
}

function goalNow(context: Context, title: string): Standing {
  const goal = goalsOf(context).goals.goals.find((one) => one.title === title);
  const isReached = goal?.state === "reached" && goal.closedOn !== null;
  return {
    isOpen: goal !== undefined && !isReached,
    value: isReached ? epochDayOf(goal.closedOn as LocalDate) : null,
  };
}

function itemNow(home: ForecastHome, path: string, kind: KeptForecast["kind"]): Standing {
  const item = findNow(home, path);
  return {
    isOpen: item !== null && item.state !== "done",
    value: item?.state === "done" ? truthOf(home, item, kind) : null,
  };
}

/** The item that once had that path. */
function findNow(home: ForecastHome, path: string): Item | null {
  const now = home.facts.has(path)
    ? path
    : ([...home.facts.values()].find(({ former }) => former.includes(path))?.title ?? path);
  return home.page.view.items.find((item) => item.path === now) ?? null;
}

function truthOf(home: ForecastHome, item: Item, kind: KeptForecast["kind"]): number | null {
  const spent = home.spent.get(item.path);
  if (kind === "effort") return spent?.min ?? null;
  const day = item.doneOn ?? spent?.days.at(-1);
  return day === undefined ? null : epochDayOf(day);
}

function appendLines(context: Context, lines: readonly string[]): FileEdit | null {
  if (lines.length === 0) return null;
  const file = forecastFile(context.today);
  const stored = context.reading.text(file);
  const text = stored?.text ?? "";
  const head = text === "" ? `# ${context.today.slice(0, 7)}\n\n` : text.endsWith("\n") ? "" : "\n";
  const insert = `${head}${lines.map((line) => `${line}\n`).join("")}`;
  return { file, hash: stored?.hash ?? null, patches: [{ from: text.length, to: text.length, insert }] };
}
