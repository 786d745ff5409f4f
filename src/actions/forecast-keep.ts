// Forecasts are kept as they are given, and scored when the truth is known: lines that are only ever added to forecasts/.

import { epochDayOf } from "../base/index.ts";
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
import type { ForecastScoresJson } from "./forecast-json.ts";
import { sayForecast } from "./forecast-messages.ts";
import { nowMin } from "./time-input.ts";

/** Adds what was not yet said about the item on that day; null where that is nothing. */
export function keepForecasts(context: Context, forecasts: readonly KeptForecast[]): FileEdit | null {
  const day = (at: string): string => at.slice(0, 10);
  const known = readNotes(context).forecasts;
  const said = new Set(known.map(({ kind, item, at }) => JSON.stringify([kind, item, day(at)])));
  const fresh = forecasts.filter(({ kind, item, at }) => !said.has(JSON.stringify([kind, item, day(at)])));
  return appendLines(context, fresh.map(formatForecast));
}

/** Scores what was kept. Truths that are known by now are written beside the forecasts first, so that they stay known. */
export function scoreKept(context: Context): Outcome {
  const texts = sayForecast(context.tongue);
  const notes = readNotes(context);
  const found =
    notes.forecasts.length === 0 ? { truths: [], open: new Set<string>() } : newTruths(context, notes);
  // What was finished and is open again is not true any more.
  const truths = [...notes.truths, ...found.truths].filter(({ item }) => !found.open.has(item));
  const scored = scoreForecasts({ forecasts: notes.forecasts, truths });
  const data: ForecastScoresJson = {
    kept: notes.forecasts.length,
    known: scored.length,
    effort: scoresOfKind(scored, "effort"),
    finish: scoresOfKind(scored, "finish"),
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
    const item = findNow(home, path);
    if (item?.state === "open" || item?.state === "doing") open.add(path);
    const value = item?.state === "done" ? truthOf(home, item, kind) : null;
    const known = truths.findLast((one) => one.kind === kind && one.item === path);
    if (value !== null && known?.value !== value) found.push({ kind, at, item: path, value });
  }
  return { truths: found, open };
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
  const day = item.doneOn ?? spent?.lastDay;
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
