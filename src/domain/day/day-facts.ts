// What a day comes to, in minutes. Records decide what was kept: a block is covered by what was recorded of the same
// reference that day, whenever in the day, and each recorded minute covers one planned minute at most.

import type { EpochMin } from "../../base/index.ts";
import type { Priority } from "../item.ts";
import type { DayBlock, DayFacts, DayNote, DayRecord, DaySlip } from "./day.ts";
import { type References, type Topic, topicOf } from "./references.ts";

export interface FactsContext {
  references: References;
  priorityOf(path: string): Priority | null;
  isOff: boolean;
  now: EpochMin;
  /** Up to when a running record counts, where its clock is in doubt. Without it: up to `now`, on its own day and for at most 12 hours. */
  runningTo?: EpochMin | null;
}

/** A block is kept that was covered to at least this share. */
const KEPT_SHARE = 0.5;
/** A gap of so many minutes does not end a stretch. */
const STRETCH_GAP_MIN = 5;
const BELIEVED_MIN = 12 * 60;

/** A stretch of recorded work. */
interface Work {
  topic: Topic;
  from: EpochMin;
  to: EpochMin;
}

export function factsOf(note: DayNote, context: FactsContext): DayFacts {
  const facts = {
    date: note.frame.date,
    isOff: context.isOff,
    hasPlan: note.blocks.length > 0,
    plannedAt: note.plannedAt,
    plannedMin: 0,
    keptMin: 0,
    blocks: 0,
    keptBlocks: 0,
    movedBlocks: 0,
    droppedBlocks: 0,
    slips: [] as DaySlip[],
    recordedMin: 0,
    interruptedMin: 0,
    interruptions: 0,
    bufferMin: 0,
    bufferSpentMin: 0,
    byPriority: { highest: 0, high: 0, medium: 0, low: 0, none: 0, other: 0 },
    byReference: new Map<string, number>(),
    plannedByReference: new Map<string, number>(),
    stretches: [] as (DayFacts["stretches"][number] & { to: number })[],
    answers: note.answers,
  };
  const works: Work[] = [];
  for (const record of note.records) {
    const { from } = record;
    const to = recordedTo(record, note, context);
    if (record.kind === "interruption") {
      facts.interruptions++;
      facts.interruptedMin += to - from;
      continue;
    }
    if (to <= from) continue;
    const topic = topicOf(context.references, record.text);
    works.push({ topic, from, to });
    facts.recordedMin += to - from;
    facts.byReference.set(topic.name, (facts.byReference.get(topic.name) ?? 0) + to - from);
    facts.byPriority[topic.isItem ? (context.priorityOf(topic.name) ?? "none") : "other"] += to - from;
  }

  const wanted: Wanted[] = [];
  const moved: DayBlock[] = [];
  for (const block of note.blocks) {
    if (note.plannedAt === null && (facts.plannedAt === null || block.from < facts.plannedAt))
      facts.plannedAt = block.from;
    if (block.state === "moved") {
      if (block.kind === "work") moved.push(block);
      continue;
    }
    const min = block.to - block.from;
    if (block.kind === "buffer") {
      facts.bufferMin += min;
      if (block.state === "dropped") facts.bufferSpentMin += min;
    }
    if (block.kind !== "work") continue;
    const topic = topicOf(context.references, block.text);
    wanted.push({ block, topic, min, kept: 0 });
    facts.plannedMin += min;
    facts.blocks++;
    if (block.state === "dropped") facts.droppedBlocks++;
    facts.plannedByReference.set(topic.name, (facts.plannedByReference.get(topic.name) ?? 0) + min);
  }
  cover(wanted, works);
  for (const { min, kept } of wanted) {
    facts.keptMin += kept;
    if (kept >= min * KEPT_SHARE) facts.keptBlocks++;
  }
  facts.movedBlocks = moved.length;
  if (facts.keptBlocks < facts.blocks || moved.length > 0) facts.slips = slipsOf(wanted, moved, context);

  if (works.some(({ from }, index) => index > 0 && from < works[index - 1]!.from))
    works.sort((a, b) => a.from - b.from);
  for (const { topic, from, to } of works) {
    const last = facts.stretches.at(-1);
    const reference = topic.name;
    if (last?.reference === reference && from - last.to <= STRETCH_GAP_MIN) last.to = Math.max(last.to, to);
    else {
      const priority = topic.isItem ? context.priorityOf(topic.name) : null;
      facts.stretches.push({ from, to, reference, priority });
    }
  }
  return facts;
}

function slipsOf(
  wanted: readonly Wanted[],
  moved: readonly DayBlock[],
  { references }: FactsContext,
): DaySlip[] {
  const slip = ({ from, to, state }: DayBlock, topic: Topic, keptMin: number): DaySlip => {
    return { from, to, reference: topic.name, isItem: topic.isItem, state, keptMin };
  };
  const missed = wanted
    .filter(({ min, kept }) => kept < min * KEPT_SHARE)
    .map(({ block, topic, kept }) => slip(block, topic, kept));
  const stands = new Set(wanted.map(({ topic }) => topic));
  const away = moved
    .map((block) => ({ block, topic: topicOf(references, block.text) }))
    .filter(({ topic }) => !stands.has(topic))
    .map(({ block, topic }) => slip(block, topic, 0));
  return [...missed, ...away].sort((a, b) => a.from - b.from);
}

/** Recorded minutes that count for each work block, by its line; moved blocks have none. */
export function keptByLine(
  note: DayNote,
  context: Pick<FactsContext, "references" | "now" | "runningTo">,
): ReadonlyMap<number, number> {
  const works = note.records
    .filter(({ kind }) => kind === "work")
    .map((record) => ({
      topic: topicOf(context.references, record.text),
      from: record.from,
      to: recordedTo(record, note, context),
    }));
  const wanted = note.blocks
    .filter(({ kind, state }) => kind === "work" && state !== "moved")
    .map((block) => ({
      block,
      topic: topicOf(context.references, block.text),
      min: block.to - block.from,
      kept: 0,
    }));
  cover(wanted, works);
  return new Map(wanted.map(({ block, kept }) => [block.line, kept]));
}

/** A planned block, and how much of it was kept. */
interface Wanted {
  block: DayBlock;
  topic: Topic;
  min: number;
  kept: number;
}

/** Lays recorded minutes over planned ones: first of the same topic, then of what lies below the item, then of what is above it. */
function cover(wanted: Wanted[], works: readonly Work[]): void {
  if (wanted.some(({ block }, index) => index > 0 && block.from < wanted[index - 1]!.block.from))
    wanted.sort((a, b) => a.block.from - b.block.from || a.block.line - b.block.line);
  const left = new Map<Topic, number>();
  for (const { topic, from, to } of works) left.set(topic, (left.get(topic) ?? 0) + to - from);
  let isShort = false;
  for (const one of wanted) {
    lay(one, one.topic, left);
    if (one.kept < one.min) isShort = true;
  }
  if (!isShort) return;
  for (const one of wanted) if (one.kept < one.min) layRelated(one, left, true);
  for (const one of wanted) if (one.kept < one.min) layRelated(one, left, false);
}

/**
 * Lays what was recorded of the items below a block's item, or of those above it. By their paths as written: an item that has
 * another title by now, or is gone, was one on its day all the same.
 */
function layRelated(one: Wanted, left: Map<Topic, number>, isBelow: boolean): void {
  const { topic } = one;
  for (const [other, min] of left) {
    if (min === 0 || other.outermost !== topic.outermost) continue;
    const inner = isBelow ? other.name : topic.name;
    const outer = isBelow ? topic.name : other.name;
    if (inner.length > outer.length && inner.startsWith(outer) && inner.startsWith(" › ", outer.length))
      lay(one, other, left);
  }
}

function lay(one: Wanted, topic: Topic, left: Map<Topic, number>): void {
  const min = left.get(topic);
  if (min === undefined || min === 0) return;
  const laid = Math.min(min, one.min - one.kept);
  one.kept += laid;
  left.set(topic, min - laid);
}

function recordedTo(
  { from, to }: DayRecord,
  note: DayNote,
  { now, runningTo }: Pick<FactsContext, "now" | "runningTo">,
): EpochMin {
  if (to !== null) return to;
  if (runningTo !== undefined && runningTo !== null) return Math.max(from, runningTo);
  const isBelieved = now < note.frame.to && now - from <= BELIEVED_MIN;
  return isBelieved ? Math.max(from, now) : from;
}
