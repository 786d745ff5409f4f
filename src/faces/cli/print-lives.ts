// Lives in a terminal: what they come to, a line for each item, the story of one, the page of a day.

import type { LivesData, LivesDetail, PageAtJson } from "../../actions/index.ts";
import { formatDays, type Tongue } from "../../base/index.ts";
import {
  dayOfLife,
  daysOfLife,
  ENOUGH_LIVES,
  type FinishTime,
  type LifeNote,
  type LivesOverview,
  sayLife,
  sayLifeEvent,
  sayLives,
} from "../../domain/index.ts";
import { type LivesTexts, livesTexts } from "./lives-messages.ts";
import { cutTo, padTo, plainLine, widthOf } from "./paint.ts";
import type { Printer } from "./print.ts";
import { printProse } from "./print-prose.ts";

type Life = LivesData["items"][number];

const ENDS = { finished: "●", gone: "×" } as const;
/** Lists of the overview in a terminal. */
const LISTED = 5;
/** Of fewer there is no middle to speak of. */
const LEAST_FINISHED = 3;

export function printLives(printer: Printer, data: LivesData, detail: LivesDetail, tongue: Tongue): void {
  const words = livesTexts(tongue);
  if (detail.one !== null) printLife(printer, detail.one, data, detail, tongue);
  else if (detail.all || data.overview === undefined)
    for (const life of data.items) printRow(printer, life, words);
  else printOverview(printer, data.overview, data, words, tongue);
}

/** `2021-08-09  2022-03-31  ○  Title  (4)`: since when, until when, how it ended, how often it changed. */
function printRow({ paint, columns, line }: Printer, life: Life, words: LivesTexts): void {
  const until = life.endedAt === null ? padTo(words.now, 10) : dayOfLife(life.endedAt);
  const mark = life.end === null ? "○" : ENDS[life.end];
  const head = `${dayOfLife(life.cameAt)}  ${until}  `;
  const count = life.events.length;
  const tail = `  ${count}`;
  const room = columns - widthOf(head) - 2 - widthOf(tail);
  const title = Number.isFinite(room)
    ? cutTo(plainLine(life.title), Math.max(10, room))
    : plainLine(life.title);
  const shown = life.end === "gone" ? paint.dim(title) : title;
  line(`${paint.dim(head)}${life.end === "finished" ? paint.good(mark) : mark} ${shown}${paint.dim(tail)}`);
}

function printLife(
  { paint, line }: Printer,
  life: Life,
  { revisions, source }: LivesData,
  { today }: LivesDetail,
  tongue: Tongue,
): void {
  const words = livesTexts(tongue);
  const since = revisions[0]?.at ?? null;
  line(paint.bold(plainLine(life.path)));
  line(paint.dim(life.id));
  for (const { title, from } of life.titles)
    if (title !== life.title) line(paint.dim(words.aka(dayOfLife(from), plainLine(title))));
  line("");
  line(plainLine(sayLife(life, today, since, tongue)));
  line("");
  let before: string | null = null;
  for (const event of life.events) {
    // The state's own event says no more than the finish behind it.
    const isDoubled =
      event.kind === "state" &&
      event.to === "done" &&
      life.events.some((one) => one.kind === "finished" && one.revision === event.revision);
    if (isDoubled) continue;
    const day = dayOfLife(event.at);
    const gap = before === null || before === day ? "" : `+${formatDays(daysOfLife(before, day), tongue)}`;
    const doubt = event.sure < 0.8 ? paint.warm(`  ${words.unsure(Math.round(event.sure * 100))}`) : "";
    const stands = event.line === null ? "" : `:${event.line}`;
    // The journal's names of revisions say nothing to a person.
    const place = source === "git" ? `${event.revision.slice(0, 8)}${stands}` : stands;
    const shown = day === before ? " ".repeat(10) : day;
    line(
      `${shown}  ${paint.dim(padTo(gap, words.gapWidth))}  ${plainLine(sayLifeEvent(event, tongue))}${doubt}  ${paint.dim(place)}`,
    );
    before = day;
  }
}

/** `2021-09-13  raised from low to high`: its day and what happened. */
export function lineOfEvent(event: Life["events"][number], tongue: Tongue): string {
  return `${dayOfLife(event.at)}  ${plainLine(sayLifeEvent(event, tongue))}`;
}

function printOverview(
  printer: Printer,
  overview: LivesOverview,
  { shallow, source }: LivesData,
  words: LivesTexts,
  tongue: Tongue,
): void {
  const { paint, line } = printer;
  const { counts, since, until } = overview;
  if (since === null || until === null) return;
  line(paint.bold(words.lead(since, until, overview.revisions)));
  printProse(printer, "", words.counts(counts));
  if (shallow) printProse(printer, "", words.shallow, paint.warm);
  if (source === "journal") printProse(printer, "", words.journal(since), paint.dim);
  if (overview.revisions < 2) {
    printProse(printer, "", words.young);
    return;
  }
  line("");
  printYears(printer, overview, words);
  printTimes(printer, overview.times, words, tongue);
  const { top } = overview;
  const priority = top === null ? "" : sayLives(tongue).priorities[top];
  printNotes(printer, words.neverMoved(priority), overview.neverMoved, words, tongue);
  printNotes(printer, words.begun, overview.begun, words, tongue);
  printNotes(printer, words.standing, overview.standing, words, tongue);
  printNotes(printer, words.mostMoved, overview.mostMoved, words, tongue, true);
  printNotes(printer, words.dropped, overview.droppedQuietly, words, tongue);
}

function printYears({ paint, line }: Printer, { years }: LivesOverview, words: LivesTexts): void {
  const heads = words.yearHeads;
  const widths = heads.map((head) => Math.max(6, widthOf(head)) + 2);
  const row = (cells: readonly string[]): string =>
    cells.map((cell, at) => " ".repeat(Math.max(0, widths[at]! - widthOf(cell))) + cell).join("");
  line(paint.dim(row(heads)));
  for (const { year, found, came, finished, gone, moves, standing } of years)
    line(
      row([year, came, finished, gone, moves, standing].map((value) => (value === 0 ? "·" : String(value)))) +
        (found > 0 ? paint.dim(`  ${words.found(found)}`) : ""),
    );
  line("");
}

function printTimes(
  { paint, columns, line }: Printer,
  times: readonly FinishTime[],
  words: LivesTexts,
  tongue: Tongue,
): void {
  if (times.length === 0) return;
  line(paint.bold(words.times));
  const names = times.map(({ by, key }) => words.kind(by, key));
  const width = Math.min(28, Math.max(...names.map(widthOf)));
  times.forEach((one, at) => {
    const { cases, finished, medianDays, finishedInYear, goneInYear } = one;
    const parts = [words.cases(finished, cases)];
    if (medianDays !== null && finished >= LEAST_FINISHED)
      parts.push(words.median(formatDays(medianDays, tongue)));
    if (finishedInYear !== null)
      parts.push(words.inYear(Math.round(finishedInYear * 100), Math.round((goneInYear ?? 0) * 100)));
    const few = cases < ENOUGH_LIVES ? paint.warm(`  ${words.few}`) : "";
    line(`  ${padTo(cutTo(plainLine(names[at]!), width), width)}  ${parts.join(words.comma)}${few}`);
  });
  printProse({ columns, line }, "  ", words.timesNote, paint.dim);
  line("");
}

function printNotes(
  { paint, columns, line }: Printer,
  head: string,
  notes: readonly LifeNote[],
  words: LivesTexts,
  tongue: Tongue,
  byCount = false,
): void {
  if (notes.length === 0) return;
  line(paint.bold(head));
  for (const { title, days, isOlder, count, from, to } of notes.slice(0, LISTED)) {
    const span = formatDays(days, tongue);
    const much = byCount ? words.times_(count) : isOlder ? `≥ ${span}` : span;
    const when = paint.dim(`${from} – ${to ?? words.now}`);
    const room = columns - 2 - 18 - 26;
    const shown = Number.isFinite(room) ? cutTo(plainLine(title), Math.max(12, room)) : plainLine(title);
    line(`  ${padTo(much, 18)}${when}  ${shown}`);
  }
  if (notes.length > LISTED) line(paint.dim(`  ${words.more(notes.length - LISTED)}`));
  line("");
}

/** The page of a day with its lines marked, then what became of its items. */
export function printPageAt({ paint, line }: Printer, { lines, since }: PageAtJson, tongue: Tongue): void {
  const words = livesTexts(tongue);
  for (const { sign, text } of lines) {
    const shown = `${sign} ${plainLine(text)}`;
    line(sign === "-" ? paint.bad(shown) : sign === "+" ? paint.good(shown) : shown);
  }
  line("");
  for (const key of ["finished", "gone", "came", "moved", "turned", "reworded"] as const) {
    const items = since[key];
    if (items.length === 0) continue;
    line(paint.bold(words.since[key](items.length)));
    for (const { title, from, to } of items)
      line(`  ${plainLine(words.sinceItem(key, title, from, to, tongue))}`);
  }
  line("");
}
