// One item in a terminal: what the page says, then a block for each thing that is known of it; what is not known has no block.

import type { ItemData, ItemRecordJson } from "../../actions/index.ts";
import { formatDuration } from "../../base/index.ts";
import { sayItem } from "./item-messages.ts";
import { padTo, plainLine, widthOf, wrapTo } from "./paint.ts";
import type { Printer } from "./print.ts";
import { printForecastOf } from "./print-forecast.ts";
import { facts, mark } from "./print-items.ts";
import { lineOfEvent } from "./print-lives.ts";

/** So many records, weeks, entries of the log and events are written out; the rest is counted. */
const RECORDS = 8;
const WEEKS = 8;
const ENTRIES = 6;
const EVENTS = 12;
const BAR = 16;
/** Wider lines of prose are hard to read. */
const PROSE = 100;

/** @param sentence what became of an item that is gone */
export function printItem(printer: Printer, data: ItemData, sentence: string): void {
  printHead(printer, data);
  if (data.item === null) printer.line(sentence);
  const blocks = [printPage, printNotes, printGoals, printForecast, printTime, printLog, printLife];
  for (const print of blocks) print(printer, data);
}

function printHead(printer: Printer, { item, path, title, today }: ItemData): void {
  const { paint, texts } = printer;
  printer.line(paint.bold(plainLine(title)));
  if (item === null) {
    if (path.includes(" › ")) printer.line(paint.dim(plainLine(path)));
    return;
  }
  const above = [item.headings, item.parents].map((list) =>
    list.map((one) => plainLine(one.title)).join(" › "),
  );
  const group = item.group === null || item.parents.length > 0 ? "" : plainLine(item.group);
  const where = [above[0]!, group, above[1]!].filter((part) => part !== "");
  if (where.length > 0) printer.line(paint.dim(where.join(" · ")));
  const why = item.reasons.find(({ what }) => what === "priority");
  const priority = item.priority === null ? texts.noPriority : texts.priorities[item.priority];
  const because = why === undefined ? "" : paint.dim(` (${plainLine(why.says)})`);
  const pieces = [texts.states[item.state], `${priority}${because}`, ...facts(printer, item, today)];
  printer.line(`${mark(printer, item)} ${pieces.join("  ")}`);
  printer.line("");
}

function printPage(printer: Printer, { item }: ItemData): void {
  if (item === null) return;
  const { paint } = printer;
  printer.line(paint.bold(sayItem(printer.texts.tongue).onPage(`${item.file}:${item.line}`)));
  for (const row of item.markdown.split(/\r\n|\r|\n/)) printer.line(`  ${plainLine(row)}`);
  for (const { url } of item.links) printer.line(paint.dim(`  ${plainLine(url)}`));
  printer.line("");
}

function printNotes(printer: Printer, { file, title }: ItemData): void {
  if (file === null) return;
  const { paint } = printer;
  const texts = sayItem(printer.texts.tongue);
  const former = file.former.filter((one) => one !== title).map(plainLine);
  if (file.notes === "" && former.length === 0) return;
  printer.line(paint.bold(texts.notes(file.file)));
  if (former.length > 0) printer.line(paint.dim(`  ${texts.former(former.join("; "))}`));
  for (const row of file.notes === "" ? [] : file.notes.split("\n"))
    for (const line of wrapTo(plainLine(row), Math.min(printer.columns, PROSE) - 2))
      printer.line(`  ${line}`);
  printer.line("");
}

function printGoals(printer: Printer, { goals, importance, path }: ItemData): void {
  if (goals.length === 0) return;
  const { paint } = printer;
  const texts = sayItem(printer.texts.tongue);
  printer.line(paint.bold(texts.goals));
  for (const { goal, path: by, service } of goals) {
    const { help, effortMin, people, names, points } = service;
    const said = [
      texts.help(help),
      texts.effort(effortMin),
      texts.people(people, names),
      points.length === 0 ? "" : texts.points(points.filter(({ done }) => done).length, points.length),
      by === path ? "" : texts.byStep(by),
    ].filter((part) => part !== "");
    printer.line(`  ${plainLine(goal.title)}  ${paint.dim(said.map(plainLine).join("  "))}`);
  }
  if (importance !== null)
    printer.line(`  ${texts.importance(importance.value)}  ${paint.dim(plainLine(importance.reason))}`);
  printer.line("");
}

function printForecast(printer: Printer, { forecast }: ItemData): void {
  if (forecast === null) return;
  printer.line(printer.paint.bold(sayItem(printer.texts.tongue).forecast));
  printForecastOf(printer, forecast);
  printer.line("");
}

function printTime(printer: Printer, { time, actual, path }: ItemData): void {
  const { paint } = printer;
  const texts = sayItem(printer.texts.tongue);
  const { recordedMin, days, first, last, plannedMin, keptMin, keptBlocks, blocks, next } = time;
  if (first === null && blocks === 0 && next === null) return;
  printer.line(paint.bold(texts.time));
  const sum = first === null ? texts.nothingRecorded : texts.recorded(recordedMin, days, first, last!);
  printer.line(`  ${sum}`);
  if (actual !== null) printer.line(`  ${texts.estimate(actual.estimateMin, actual.ratio, actual.isFinal)}`);
  if (blocks > 0) printer.line(`  ${texts.planned(plannedMin, keptMin, keptBlocks, blocks)}`);
  if (next !== null) printer.line(`  ${texts.next(next.date, spanOf(printer, next.from, next.to))}`);
  printWeeks(printer, time.weeks);
  const records = time.records.slice(0, RECORDS);
  const lengths = records.map(({ min }) => formatDuration(min, printer.texts.tongue));
  const width = Math.max(0, ...lengths.map(widthOf));
  for (const [at, record] of records.entries())
    printRecord(printer, record, padTo(lengths[at]!, width), path);
  printMore(printer, time.records.length - RECORDS);
  printer.line("");
}

/** The last weeks with a record, as bars of one scale. */
function printWeeks(printer: Printer, weeks: ItemData["time"]["weeks"]): void {
  const shown = weeks.filter(({ recordedMin }) => recordedMin > 0).slice(-WEEKS);
  if (shown.length < 2) return;
  const { paint, texts } = printer;
  const most = Math.max(...shown.map(({ recordedMin }) => recordedMin));
  for (const { from, recordedMin } of shown) {
    const bar = "█".repeat(Math.max(1, Math.round((recordedMin / most) * BAR)));
    const name = paint.dim(sayItem(texts.tongue).week(from));
    printer.line(`  ${name}  ${padTo(bar, BAR)}  ${formatDuration(recordedMin, texts.tongue)}`);
  }
}

function printRecord(printer: Printer, record: ItemRecordJson, length: string, path: string): void {
  const { paint } = printer;
  const step = record.path === path ? "" : record.path.slice(path.length + 3);
  const said = [step, record.text].filter((part) => part !== "").map(plainLine);
  const lead = `${record.date}  ${spanOf(printer, record.from, record.to)}`;
  printer.line(`  ${paint.dim(lead)}  ${length}  ${said.join("：")}`);
}

function spanOf({ texts }: Printer, from: string, to: string | null): string {
  return `${from.slice(11, 16)} - ${to === null ? sayItem(texts.tongue).running : to.slice(11, 16)}`;
}

function printLog(printer: Printer, { log }: ItemData): void {
  if (log.length === 0) return;
  const { paint } = printer;
  printer.line(paint.bold(sayItem(printer.texts.tongue).log));
  for (const { title, file, bullets } of log.slice(0, ENTRIES)) {
    printer.line(`  ${plainLine(title)}  ${paint.dim(plainLine(`${file}:${bullets[0]!.line}`))}`);
    for (const { text } of bullets)
      for (const [at, row] of wrapTo(plainLine(text), Math.min(printer.columns, PROSE) - 6).entries())
        printer.line(`    ${at === 0 ? "-" : " "} ${row}`);
  }
  printMore(printer, log.length - ENTRIES);
  printer.line("");
}

function printLife(printer: Printer, { life, item }: ItemData): void {
  if (life === null) return;
  const { paint } = printer;
  const { tongue } = printer.texts;
  const texts = sayItem(tongue);
  const since = life.cameAt.slice(0, 10);
  printer.line(paint.bold(item === null ? texts.lifeGone : texts.life(life.source, since)));
  for (const event of life.events.slice(-EVENTS)) printer.line(`  ${lineOfEvent(event, tongue)}`);
  printMore(printer, life.events.length - EVENTS);
  printer.line("");
}

function printMore(printer: Printer, count: number): void {
  if (count > 0) printer.line(printer.paint.dim(`  ${sayItem(printer.texts.tongue).more(count)}`));
}
