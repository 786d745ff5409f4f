// The time of one item: what days recorded for it and its steps, what was planned and kept, which block comes next. What a text
// of a day means is asked as of that day, so that records under a former title count.

import { addDays, type LocalDate, weekdayOf } from "../base/index.ts";
import { type DayBlock, type DayRecord, isoAt, keptByLine, resolveReference } from "../domain/index.ts";
import type { Context } from "./action.ts";
import { doubtedUntil } from "./clock-state.ts";
import { type DayReading, daysBetween, dayWords, notedDays, readOrEmpty } from "./day-read.ts";
import type { ItemRecordJson, ItemTimeJson } from "./item-json.ts";
import { pastOf } from "./item-past.ts";
import { nowMin } from "./time-input.ts";

const FIRST_DAY = "1000-01-01" as LocalDate;
const LAST_DAY = "9999-12-31" as LocalDate;
/** A block is kept that was covered to at least this share, as in a day's facts. */
const KEPT_SHARE = 0.5;

/** @param path title path as the page has it now, or had it last */
export function itemTime(context: Context, path: string): ItemTimeJson {
  const own = makeOwner(context, path);
  const noted = notedDays(context, FIRST_DAY, LAST_DAY);
  const time: ItemTimeJson = {
    recordedMin: 0,
    days: 0,
    first: null,
    last: null,
    weeks: [],
    records: [],
    plannedMin: 0,
    keptMin: 0,
    blocks: 0,
    keptBlocks: 0,
    next: null,
  };
  const weeks = new Map<string, { recordedMin: number; plannedMin: number }>();
  const doubted = doubtedUntil(context);
  const start = noted.find((date) => date <= context.today);
  const past = start === undefined ? [] : daysBetween(context, start, context.today, { doubted });
  for (const { date, byReference, plannedByReference } of past) {
    const recordedMin = sumOf(byReference, date, own);
    const isPlanned = [...plannedByReference.keys()].some((name) => own(name, date) !== null);
    if (recordedMin === null && !isPlanned) continue;
    const day = readOrEmpty(context, date);
    const planned = planOf(context, day, own);
    time.plannedMin += planned.min;
    time.keptMin += planned.keptMin;
    time.blocks += planned.blocks;
    time.keptBlocks += planned.keptBlocks;
    if (recordedMin !== null) {
      time.recordedMin += recordedMin;
      time.days++;
      time.first ??= date;
      time.last = date;
      time.records.push(...recordsOf(context, day, own));
    }
    const week = weeks.get(mondayOf(date)) ?? { recordedMin: 0, plannedMin: 0 };
    week.recordedMin += recordedMin ?? 0;
    week.plannedMin += planned.min;
    weeks.set(mondayOf(date), week);
  }
  time.records.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
  const [first] = weeks.keys();
  const last = mondayOf(context.today);
  for (let from = first as LocalDate | undefined; from !== undefined && from <= last; from = addDays(from, 7))
    time.weeks.push({ from, ...(weeks.get(from) ?? { recordedMin: 0, plannedMin: 0 }) });
  time.next = nextBlock(context, noted, own);
  return time;
}

/** The item's path, or that of a step of it, where a text of a day means it; else null. */
type Owner = (text: string, date: LocalDate) => string | null;

function makeOwner(context: Context, path: string): Owner {
  const { past } = pastOf(context);
  const { references } = dayWords(context);
  return (text, date) => {
    // A former title may be known to the item's private file alone.
    const meant = past.resolveAt(text, date)?.item.path ?? resolveReference(references, text)?.path ?? null;
    return meant !== null && (meant === path || meant.startsWith(`${path} › `)) ? meant : null;
  };
}

/** Minutes of what is the item's; null where nothing is. */
function sumOf(minutes: ReadonlyMap<string, number>, date: LocalDate, own: Owner): number | null {
  let sum: number | null = null;
  for (const [name, min] of minutes) if (own(name, date) !== null) sum = (sum ?? 0) + min;
  return sum;
}

function recordsOf(context: Context, day: DayReading, own: Owner): ItemRecordJson[] {
  const { zone } = day.note.frame;
  return day.note.records.flatMap((record): ItemRecordJson[] => {
    const path = record.kind === "work" ? own(record.text, day.date) : null;
    if (path === null) return [];
    return [
      {
        date: day.date,
        line: record.line,
        from: isoAt(record.from, zone),
        to: record.to === null ? null : isoAt(record.to, zone),
        min: Math.max(0, endOf(context, day, record) - record.from),
        path,
        text: restOf(context, record.text, day.date),
      },
    ];
  });
}

/** A running record counts up to now, or as far as its clock is believed. */
function endOf(context: Context, day: DayReading, { to }: DayRecord): number {
  const doubted = doubtedUntil(context);
  return to ?? (doubted?.file === day.file ? doubted.until : nowMin(context));
}

/** What a text says behind the name that it begins with. */
function restOf(context: Context, text: string, date: LocalDate): string {
  const known = resolveReference(dayWords(context).references, text);
  if (known !== null) return known.rest;
  // A name of then: a whole path, or the title of a step alone.
  const path = pastOf(context).past.resolveAt(text, date)?.spell.path ?? "";
  const names = [path, path.slice(path.lastIndexOf(" › ") + 1).replace(/^› /, "")];
  const name = names.find((one) => one !== "" && text.toLowerCase().startsWith(one.toLowerCase())) ?? "";
  return text.slice(name.length).replace(/^[\s:：，]+/, "");
}

interface Planned {
  min: number;
  keptMin: number;
  blocks: number;
  keptBlocks: number;
}

function planOf(context: Context, day: DayReading, own: Owner): Planned {
  const { references } = dayWords(context);
  const doubted = doubtedUntil(context);
  const runningTo = doubted?.file === day.file ? doubted.until : null;
  const kept = keptByLine(day.note, { references, now: nowMin(context), runningTo });
  const planned = { min: 0, keptMin: 0, blocks: 0, keptBlocks: 0 };
  for (const block of day.note.blocks) {
    if (block.kind !== "work" || block.state === "moved" || own(block.text, day.date) === null) continue;
    const min = block.to - block.from;
    const keptMin = Math.min(min, kept.get(block.line) ?? 0);
    planned.min += min;
    planned.keptMin += keptMin;
    planned.blocks++;
    if (keptMin >= KEPT_SHARE * min) planned.keptBlocks++;
  }
  return planned;
}

function nextBlock(context: Context, noted: readonly LocalDate[], own: Owner): ItemTimeJson["next"] {
  const now = nowMin(context);
  for (const date of noted) {
    if (date < context.today) continue;
    const { note } = readOrEmpty(context, date);
    const isComing = (block: DayBlock): boolean =>
      block.kind === "work" && block.state === "planned" && block.to > now && own(block.text, date) !== null;
    const [next] = note.blocks.filter(isComing).sort((a, b) => a.from - b.from);
    if (next === undefined) continue;
    const { zone } = note.frame;
    return {
      date,
      from: isoAt(next.from, zone),
      to: isoAt(next.to, zone),
      min: next.to - next.from,
      path: own(next.text, date)!,
    };
  }
  return null;
}

function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}
