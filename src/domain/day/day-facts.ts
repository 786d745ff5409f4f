// What a day comes to, in minutes. Records decide what was kept: a block is covered by what was recorded of the same
// reference that day, whenever in the day, and each recorded minute covers one planned minute at most.

import { type EpochMin, fold } from "../../base/index.ts";
import type { Priority } from "../item.ts";
import type { DayBlock, DayFacts, DayNote, DayRecord } from "./day.ts";
import { plainTopic, type References, resolveReference } from "./references.ts";

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

/** Work on one thing: an item's title path, or the topic of a plain text. */
interface Topic {
  key: string;
  name: string;
  isItem: boolean;
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
  const names = new Map<string, string>();
  const nameOf = (topic: Topic): string => {
    const known = names.get(topic.key);
    if (known !== undefined) return known;
    names.set(topic.key, topic.name);
    return topic.name;
  };

  const works: { topic: Topic; from: EpochMin; to: EpochMin }[] = [];
  for (const record of note.records) {
    const to = recordedTo(record, note, context);
    if (record.kind === "interruption") {
      facts.interruptions++;
      facts.interruptedMin += to - record.from;
      continue;
    }
    const topic = topicOf(record.text, context.references);
    if (to > record.from) works.push({ topic, from: record.from, to });
  }
  for (const { topic, from, to } of works) {
    const name = nameOf(topic);
    facts.recordedMin += to - from;
    facts.byReference.set(name, (facts.byReference.get(name) ?? 0) + to - from);
    facts.byPriority[topic.isItem ? (context.priorityOf(topic.name) ?? "none") : "other"] += to - from;
  }

  for (const block of note.blocks) {
    if (note.plannedAt === null && (facts.plannedAt === null || block.from < facts.plannedAt))
      facts.plannedAt = block.from;
    if (block.state === "moved") continue;
    const min = block.to - block.from;
    if (block.kind === "buffer") {
      facts.bufferMin += min;
      if (block.state === "dropped") facts.bufferSpentMin += min;
    }
    if (block.kind !== "work") continue;
    const name = nameOf(topicOf(block.text, context.references));
    facts.plannedMin += min;
    facts.blocks++;
    facts.plannedByReference.set(name, (facts.plannedByReference.get(name) ?? 0) + min);
  }
  for (const { block, min } of covered(note, works, context.references)) {
    facts.keptMin += min;
    if (min >= (block.to - block.from) * KEPT_SHARE) facts.keptBlocks++;
  }

  if (works.some(({ from }, index) => index > 0 && from < works[index - 1]!.from))
    works.sort((a, b) => a.from - b.from);
  for (const { topic, from, to } of works) {
    const last = facts.stretches.at(-1);
    const reference = nameOf(topic);
    if (last?.reference === reference && from - last.to <= STRETCH_GAP_MIN) last.to = Math.max(last.to, to);
    else {
      const priority = topic.isItem ? context.priorityOf(topic.name) : null;
      facts.stretches.push({ from, to, reference, priority });
    }
  }
  return facts;
}

/** Recorded minutes that count for each work block, by its line; moved blocks have none. */
export function keptByLine(
  note: DayNote,
  context: Pick<FactsContext, "references" | "now" | "runningTo">,
): ReadonlyMap<number, number> {
  const works = note.records
    .filter(({ kind }) => kind === "work")
    .map((record) => ({
      topic: topicOf(record.text, context.references),
      from: record.from,
      to: recordedTo(record, note, context),
    }));
  return new Map(covered(note, works, context.references).map(({ block, min }) => [block.line, min]));
}

/** How much of each work block the records cover: first of the same reference, then of what lies below it, then above. */
function covered(
  note: DayNote,
  works: readonly { topic: Topic; from: EpochMin; to: EpochMin }[],
  references: References,
): { block: DayBlock; min: number }[] {
  const supply = new Map<string, { left: number; isItem: boolean }>();
  for (const { topic, from, to } of works) {
    const known = supply.get(topic.key);
    if (known === undefined) supply.set(topic.key, { left: to - from, isItem: topic.isItem });
    else known.left += to - from;
  }
  const wanted = note.blocks
    .filter(({ kind, state }) => kind === "work" && state !== "moved")
    .sort((a, b) => a.from - b.from || a.line - b.line)
    .map((block) => ({ block, min: 0, topic: topicOf(block.text, references) }));
  const cover = (one: (typeof wanted)[number], from: { left: number }): void => {
    const min = Math.min(from.left, one.block.to - one.block.from - one.min);
    one.min += min;
    from.left -= min;
  };
  for (const one of wanted) {
    const same = supply.get(one.topic.key);
    if (same !== undefined) cover(one, same);
  }
  for (const isRelated of [
    (work: string, block: string) => work.startsWith(`${block} › `),
    (work: string, block: string) => block.startsWith(`${work} › `),
  ])
    for (const one of wanted) {
      if (!one.topic.isItem || one.min >= one.block.to - one.block.from) continue;
      for (const [key, from] of supply)
        if (from.left > 0 && from.isItem && isRelated(key, one.topic.key)) cover(one, from);
    }
  return wanted;
}

function topicOf(text: string, references: References): Topic {
  const reference = resolveReference(references, text);
  if (reference !== null) return { key: reference.path, name: reference.path, isItem: true };
  const name = plainTopic(text);
  // A line feed cannot be part of a title path: plain topics and items are never taken for one another.
  return { key: `\n${fold(name)}`, name, isItem: false };
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
