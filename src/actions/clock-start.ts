// What is to be clocked, and its first line: an item by its name, a commitment, a planned text, or free text; with the patch
// that would mark the item as being done, where the page has that habit.

import { AppError, type EpochMin, fold } from "../base/index.ts";
import { setStates } from "../domain/index.ts";
import { applyPatches, formatDiff, normalizePatches, type Patch } from "../page/index.ts";
import type { Context, Input, Outcome } from "./action.ts";
import { markStart, type RunningClock } from "./clock-state.ts";
import { sayDay } from "./day-messages.ts";
import { dayWords, plainFrame, readOrEmpty, subjectOf } from "./day-read.ts";
import { findItem } from "./item-find.ts";
import { editOptions, editPage } from "./page-edit.ts";
import type { FoundItem, PageReading } from "./reading.ts";
import {
  type DayEdits,
  dayOfRecord,
  overlapping,
  recordText,
  refuseOverlap,
  timeText,
} from "./record-write.ts";
import { nowMin, readTime } from "./time-input.ts";

/** What is to be clocked: the text of its record, and the item where it is one. */
export interface Wanted {
  text: string;
  found: FoundItem | null;
}

/** @throws AppError usage where nothing or two things are named, missing where a name fits nothing. */
export function wantedOf(context: Context, input: Input): Wanted | null {
  const item = input.item("item");
  const text = input.text("text");
  const texts = sayDay(context.tongue);
  if (item !== undefined && text !== undefined) throw new AppError("usage", texts.itemOrText());
  if (text !== undefined) return aboutText(context, recordText(context, text));
  if (item === undefined) return null;
  try {
    const found = findItem(context, item);
    return { text: found.item.path, found };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "missing" || typeof item !== "string") throw error;
    const named = namedText(context, item);
    if (named !== null) return { text: named, found: null };
    const { hint, at, data } = error;
    throw new AppError("missing", error.message, {
      hint: hint === undefined ? texts.orText() : `${hint}\n${texts.orText()}`,
      ...(at !== undefined && { at }),
      data,
    });
  }
}

export function aboutText(context: Context, text: string): Wanted {
  const words = dayWords(context);
  const { reference } = subjectOf(words, text);
  return { text, found: reference === null ? null : (words.items.get(reference) ?? null) };
}

/** A commitment, or what today's plan calls so. */
function namedText(context: Context, name: string): string | null {
  const wanted = fold(name);
  const planned = readOrEmpty(context, context.today).note.blocks.filter(({ kind }) => kind === "work");
  const known = [
    ...dayWords(context).commitments.map(({ title }) => title),
    ...planned.map(({ text }) => text),
  ];
  return known.find((one) => fold(one) === wanted) ?? null;
}

/** A block that begins so soon is what the plan says for now. */
const SOON_MIN = 15;

/** What the plan of today says for now, or for the next minutes; null where it says nothing. */
export function plannedNow(context: Context): Wanted | null {
  const now = nowMin(context);
  const blocks = readOrEmpty(context, context.today).note.blocks.filter(
    ({ kind, state }) => kind === "work" && (state === "planned" || state === "done"),
  );
  const running = blocks.find(({ from, to }) => from <= now && now < to);
  const soon = blocks
    .filter(({ from }) => from > now && from <= now + SOON_MIN)
    .sort((one, other) => one.from - other.from)[0];
  const block = running ?? soon;
  return block === undefined ? null : aboutText(context, block.text);
}

/** What the plan of today says next, or null. */
export function plannedNext(context: Context): { text: string; from: EpochMin } | null {
  const now = nowMin(context);
  const ahead = readOrEmpty(context, context.today).note.blocks.filter(
    ({ kind, state, from }) => kind === "work" && state === "planned" && from > now,
  );
  return ahead.sort((a, b) => a.from - b.from)[0] ?? null;
}

/** When it began, or now. @throws AppError usage for a time to come. */
export function startOf(context: Context, input: Input): EpochMin {
  const at = input.text("at");
  const now = nowMin(context);
  if (at === undefined) return now;
  const { min } = readTime(context, at, plainFrame(context, context.today));
  if (min > now) throw new AppError("usage", sayDay(context.tongue).inFuture(timeText(context, min)));
  return min;
}

/**
 * Adds the record that runs from now on.
 * @param stopped the clock that ends with the same change, which is not in the way
 */
export function begin(
  context: Context,
  edits: DayEdits,
  { text, from, stopped }: { text: string; from: EpochMin; stopped: RunningClock | null },
): void {
  const day = dayOfRecord(context, from);
  const span = { from, to: Math.max(nowMin(context), from + 1) };
  const others = overlapping(
    context,
    day.date,
    span,
    (placed) => placed.day.file === stopped?.day.file && placed.record.line === stopped.record.line,
  );
  const end = others.at(-1)?.record.to;
  const texts = sayDay(context.tongue);
  const hint =
    end == null || end > nowMin(context) ? texts.otherTime() : texts.startHint(timeText(context, end));
  refuseOverlap(context, others, hint);
  edits.add(day, { kind: "add-record", from, to: null, record: "work", text });
  markStart(context, day.file, from);
}

export interface PagePatch {
  file: string;
  diff: string;
}

/** What marking the item as being done would write, and the parts of an outcome that write it. */
export interface Marking {
  shown: PagePatch;
  outcome: Pick<Outcome, "edits" | "checks">;
}

/** Null where the item is not open, and where the page does not mark what is being done. */
export function markDoing(context: Context, found: FoundItem | null): Marking | null {
  if (found === null || found.item.state !== "open" || !marksDoing(found)) return null;
  const { page, item } = found;
  let patches: Patch[];
  try {
    patches = setStates(page.view, [item], "doing", { on: context.today }, editOptions(context));
  } catch (error) {
    // A page that cannot say it is not asked to.
    if (error instanceof AppError) return null;
    throw error;
  }
  const ordered = normalizePatches(patches, page.text);
  if (ordered.length === 0) return null;
  return {
    shown: { file: page.file, diff: diffOf(context, page, ordered) },
    outcome: editPage(page, patches, { kind: "state", items: [item], state: "doing", on: context.today }),
  };
}

function diffOf(context: Context, page: PageReading, patches: readonly Patch[]): string {
  return formatDiff(context.reading.nameOf(page.file), page.text, applyPatches(page.text, patches));
}

const OWN_WORD = new Set(["checkbox", "item-word", "keyword", "sign", "field", "mark", "label"]);

/** Whether some item of its kind says by a mark, a box or its label that it is being done. */
function marksDoing({ page, item }: FoundItem): boolean {
  const said = new Set(
    page.view.reasons
      .filter(({ what, value, rule }) => what === "state" && value === "doing" && OWN_WORD.has(rule))
      .map(({ line }) => line),
  );
  return page.view.items.some(
    ({ role, state, line }) => role === item.role && state === "doing" && said.has(line),
  );
}
