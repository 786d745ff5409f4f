// Days in a terminal: one day with its clock, plan, record, check and facts; many days as a calendar of marks.

import type {
  BlockJson,
  ClockJson,
  DayData,
  DayFactsJson,
  DayJson,
  DayMarkJson,
  DaysData,
  RecordJson,
} from "../../actions/index.ts";
import { formatDuration, parseLocalDate, weekdayOf } from "../../base/index.ts";
import { clockText, minuteOf, type ShownDay, zoneToTell } from "./day-times.ts";
import { cutTo, padTo, plainLine, widthOf } from "./paint.ts";
import type { Printer } from "./print.ts";
import { printRecallDue } from "./print-recall.ts";

const MARKS = { planned: "[ ]", done: "[x]", moved: "[>]", dropped: "[-]" } as const;
/** The text of a line is never cut shorter than this. */
const LEAST_TEXT = 12;

export function printDay(printer: Printer, data: DayData): void {
  const { paint, texts } = printer;
  printHead(printer, data);
  if (data.clock !== null) {
    printClock(printer, data.clock, data);
    printer.line("");
  }
  if (data.blocks.length + data.records.length === 0) {
    printer.line(paint.dim(texts.emptyDay));
    if (answersOf(data).length + data.check.remarks.length + data.diagnostics.length > 0) printer.line("");
  }
  printPlan(printer, data);
  printRecords(printer, data);
  printChecked(printer, data);
  printFacts(printer, data.facts);
  printRecallDue(printer, data.recall);
  for (const { line, message, hint } of data.diagnostics) {
    printer.line(`${paint.warm(`${data.file}:${line}:`)} ${plainLine(message)}`);
    if (hint !== null) printer.line(paint.dim(`  ${plainLine(hint)}`));
  }
}

/** The top of a bare `nunc`: what runs, what was planned, and how far it is. */
export function printToday(printer: Printer, day: DayJson, clock: ClockJson | null): void {
  const { paint, texts } = printer;
  printHead(printer, day);
  if (clock !== null) {
    printClock(printer, clock, day);
    printer.line("");
  }
  if (day.blocks.length > 0) printPlan(printer, day);
  else if (!day.isOff) printer.line(paint.dim(texts.noPlan));
  if (day.blocks.length + day.records.length > 0) printFacts(printer, day.facts);
  if (day.diagnostics.length > 0)
    printer.line(paint.warm(texts.dayProblems(day.diagnostics.length, day.date)));
  if (day.check.isDue && !day.check.isDone) printer.line(paint.dim(texts.checkDue));
  printer.line("");
}

/** The day, whether it is off, and in which zone its times are where that is not clear. */
function printHead(printer: Printer, day: DayJson): void {
  const { paint, texts } = printer;
  const zone = zoneToTell(day);
  const facts = [day.isOff ? texts.dayOff : null, zone === null ? null : texts.timesOf(zone)];
  const behind = facts.filter((fact) => fact !== null).map((fact) => `  ${fact}`);
  printer.line(`${paint.bold(dateText(printer, day.date))}${paint.dim(behind.join(""))}`);
  printer.line("");
}

function dateText({ texts }: Printer, date: string): string {
  const day = parseLocalDate(date);
  return day === null ? date : `${date} ${texts.weekdays[weekdayOf(day) - 1]}`;
}

function spanText({ from, to }: { from: string; to: string | null }, day: ShownDay): string {
  return `${clockText(from, day)}-${to === null ? "…" : clockText(to, day)}`;
}

function length({ texts }: Printer, min: number): string {
  return formatDuration(min, texts.tongue);
}

function printClock(printer: Printer, clock: ClockJson, today: DayJson): void {
  const { paint, texts } = printer;
  const since = clock.date === today.date ? "" : `${clock.date} `;
  const day = { ...today, date: clock.date };
  const facts = [
    texts.since(`${since}${clockText(clock.from, day)}`),
    length(printer, clock.min),
    ...(clock.blockEnd === null ? [] : [texts.until(clockText(clock.blockEnd, day))]),
  ].join("  ");
  const sign = clock.doubt === null ? paint.good("▶") : paint.warm("?");
  const text = clock.kind === "interruption" ? texts.interruption(clock.text) : clock.text;
  printer.line(row(printer, `${sign} `, 2, plainLine(text), facts));
  if (clock.doubt !== null) printer.line(`  ${paint.warm(texts.doubts[clock.doubt])}`);
}

function printPlan(printer: Printer, day: DayJson): void {
  const { paint, texts } = printer;
  if (day.blocks.length === 0) return;
  const width = Math.max(...day.blocks.map((block) => widthOf(spanText(block, day))));
  let isMarked = !day.isToday;
  const markNow = (): void => {
    isMarked = true;
    const now = clockText(day.now, day);
    printer.line(paint.accent(`${padTo(`▸ ${now}`, width + 8)}${texts.nowMark}`));
  };
  printer.line(paint.bold(texts.plan));
  for (const block of [...day.blocks].sort(byStart)) {
    if (!isMarked && isBefore(day.now, block.from)) markNow();
    const isNow =
      !isMarked && isBefore(day.now, block.to) && block.state !== "moved" && block.state !== "dropped";
    const lead = `${isNow ? paint.accent("▸") : " "} ${mark(printer, block)} `;
    const time = padTo(spanText(block, day), width);
    const head = `${lead}${paint.dim(time)}  `;
    if (isNow) isMarked = true;
    printer.line(row(printer, head, width + 8, blockText(printer, block), blockFacts(printer, block)));
  }
  if (!isMarked) markNow();
  printer.line("");
}

function byStart(a: { from: string; line: number }, b: { from: string; line: number }): number {
  return minuteOf(a.from) - minuteOf(b.from) || a.line - b.line;
}

function isBefore(iso: string, other: string): boolean {
  return minuteOf(iso) < minuteOf(other);
}

function mark({ paint }: Printer, block: BlockJson): string {
  const sign = MARKS[block.state];
  if (block.state === "done") return paint.good(sign);
  return block.state === "planned" ? sign : paint.dim(sign);
}

function blockText({ texts, paint }: Printer, block: BlockJson): string {
  const text = plainLine(
    block.kind === "buffer"
      ? texts.buffer
      : block.kind === "interruption"
        ? texts.interruption(block.text)
        : block.text,
  );
  return block.state === "moved" || block.state === "dropped" ? paint.dim(text) : text;
}

function blockFacts(printer: Printer, block: BlockJson): string {
  const { texts } = printer;
  const parts = [
    block.priority === null ? null : texts.priorities[block.priority],
    block.pinned ? texts.pinnedBlock : null,
    block.keptMin > 0 ? texts.keptOf(length(printer, block.keptMin)) : null,
    block.state === "moved" ? texts.movedAway : block.state === "dropped" ? droppedText(texts, block) : null,
  ];
  return parts.filter((part) => part !== null).join("  ");
}

/** What of the buffer fell out was spent on an interruption. */
function droppedText(texts: Printer["texts"], { kind }: BlockJson): string {
  return kind === "buffer" ? texts.spentBuffer : texts.fellOut;
}

function printRecords(printer: Printer, day: DayData): void {
  const { paint, texts } = printer;
  if (day.records.length === 0) return;
  const width = Math.max(...day.records.map((record) => widthOf(spanText(record, day))));
  printer.line(paint.bold(texts.record));
  for (const record of [...day.records].sort(byStart)) {
    const time = padTo(spanText(record, day), width);
    const head = `  ${paint.dim(time)}  `;
    printer.line(row(printer, head, width + 4, recordText(printer, record), length(printer, record.min)));
  }
  printer.line("");
}

function recordText({ texts }: Printer, record: RecordJson): string {
  return plainLine(record.kind === "interruption" ? texts.interruption(record.text) : record.text);
}

/** What was answered in the day's note. */
function answersOf({ check }: DayJson): DayJson["check"]["answers"] {
  return check.answers.filter(({ holds, line }) => holds !== null && line !== null);
}

function printChecked(printer: Printer, day: DayData): void {
  const { paint, texts } = printer;
  const { check } = day;
  const answered = answersOf(day);
  if (answered.length + check.remarks.length === 0) return;
  printer.line(paint.bold(texts.check));
  for (const { kind, name, holds } of answered) {
    const isGood = (kind === "healthy") === holds;
    const sign = holds ? (isGood ? paint.good("✓") : paint.warm("!")) : paint.dim("·");
    printer.line(`  ${sign} ${plainLine(name)}  ${paint.dim(holds ? texts.held : texts.heldNot)}`);
  }
  for (const remark of check.remarks) printer.line(`  ${plainLine(remark)}`);
  printer.line("");
}

/** The figures of a day, those that say something. */
function printFacts(printer: Printer, facts: DayFactsJson): void {
  const { paint, texts } = printer;
  const of = (min: number): string => length(printer, min);
  const parts = [
    facts.plannedMin > 0
      ? texts.factsPlan(of(facts.plannedMin), of(facts.keptMin), facts.keptBlocks, facts.blocks)
      : null,
    facts.recordedMin > 0 ? texts.factsRecorded(of(facts.recordedMin)) : null,
    facts.interruptions > 0 ? texts.factsInterrupted(facts.interruptions, of(facts.interruptedMin)) : null,
    facts.bufferMin > 0 ? texts.factsBuffer(of(facts.bufferMin), of(facts.bufferSpentMin)) : null,
  ].filter((part) => part !== null);
  if (parts.length > 0) printer.line(paint.dim(parts.join("  ")));
  const shares = (["highest", "high", "medium", "low", "none", "other"] as const)
    .filter((priority) => facts.byPriority[priority] > 0)
    .map((priority) => `${shareName(printer, priority)} ${of(facts.byPriority[priority])}`);
  if (shares.length > 0) printer.line(paint.dim(shares.join("  ")));
}

function shareName({ texts }: Printer, priority: keyof DayFactsJson["byPriority"]): string {
  if (priority === "none") return texts.noPriority;
  return priority === "other" ? texts.otherWork : texts.priorities[priority];
}

/** A text with what is known of it behind; where the terminal is too narrow, first the text gives way, then the rest. */
function row(
  { paint, columns }: Printer,
  lead: string,
  leadWidth: number,
  text: string,
  facts: string,
): string {
  const room = columns - leadWidth;
  if (facts === "" || room - widthOf(facts) - 2 < LEAST_TEXT) return lead + cutTo(text, room);
  return `${lead}${cutTo(text, room - widthOf(facts) - 2)}  ${paint.dim(facts)}`;
}

/** How much of the plan was kept, as one character: the fuller the more. Without a plan, whether something was recorded. */
function signOf({ paint }: Printer, day: DayMarkJson): string {
  if (day.unreadable) return paint.warm("?");
  const { plannedMin, keptMin, recordedMin } = day.facts;
  if (plannedMin > 0) {
    const share = keptMin / plannedMin;
    if (share >= 0.75) return paint.good("█");
    if (share >= 0.5) return paint.good("▓");
    return share >= 0.25 ? paint.warm("▒") : paint.warm("░");
  }
  if (recordedMin > 0) return paint.accent("•");
  return paint.dim(day.isOff ? " " : "·");
}

/** A week a row, from Monday to Sunday, with what it comes to. */
export function printDays(printer: Printer, { days, today }: DaysData): void {
  const { paint, texts } = printer;
  const weeks: DayMarkJson[][] = [];
  for (const day of days) {
    const isMonday = weekdayOf(parseLocalDate(day.date)!) === 1;
    if (isMonday || weeks.length === 0) weeks.push([]);
    weeks.at(-1)!.push(day);
  }
  const names = texts.weekdayLetters.map((name) => padTo(name, 3)).join("");
  printer.line(paint.dim(`${" ".repeat(12)}${names}`));
  for (const week of weeks) {
    const first = weekdayOf(parseLocalDate(week[0]!.date)!);
    const cells = week.map((day) => cellOf(printer, day, today)).join("");
    const width = 12 + (first - 1) * 3 + week.length * 3;
    const lead = `${week[0]!.date}  ${"   ".repeat(first - 1)}${cells}${" ".repeat(Math.max(0, 33 - width))}`;
    printer.line(row(printer, lead, 33, weekText(printer, week), ""));
  }
  printer.line("");
  printer.line(paint.dim(texts.daysLegend));
  for (const { date, unreadable } of days)
    if (unreadable) printer.line(paint.warm(texts.unreadableDay(date)));
}

function cellOf(printer: Printer, day: DayMarkJson, today: string): string {
  const sign = signOf(printer, day);
  const behind = day.date === today ? "‹" : day.abnormal > 0 ? printer.paint.warm("!") : " ";
  return `${sign}${behind} `;
}

function weekText(printer: Printer, week: readonly DayMarkJson[]): string {
  const { texts } = printer;
  const sum = (of: (facts: DayFactsJson) => number): number =>
    week.reduce((total, { facts }) => total + of(facts), 0);
  const planned = sum((facts) => facts.plannedMin);
  const kept = sum((facts) => facts.keptMin);
  const recorded = sum((facts) => facts.recordedMin);
  const parts = [
    recorded > 0 ? texts.factsRecorded(length(printer, recorded)) : null,
    planned > 0 ? texts.weekKept(Math.round((kept / planned) * 100)) : null,
  ];
  return parts.filter((part) => part !== null).join("  ");
}
