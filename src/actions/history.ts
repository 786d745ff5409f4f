// What undo and redo would do, from the journal alone, so that it holds after a restart. The journal only grows: an undo is
// a change of its own that names the one it takes back.

import { type FileRecord, inverseOf, type JournalRecord, type World } from "../domain/index.ts";
import { applyPatches, diffTexts, type Patch, rebasePatches } from "../page/index.ts";

/** A change that can be taken back or done again. */
export interface HistoryStep {
  /** Id of the change that the person made. */
  id: string;
  summary: string;
  /** The record whose inverse is to be applied: the change itself, its last redo, or its undo. */
  record: JournalRecord;
}

export interface History {
  /** All that can be taken back, the last first. */
  done: HistoryStep[];
  undo: HistoryStep | null;
  redo: HistoryStep | null;
}

/** How many changes back undo reaches. */
const REACH = 500;

/** The steps that undo and redo would take: a change undone moves to redo, and a new change empties redo. */
export function historyOf(world: World): History {
  const done: HistoryStep[] = [];
  let undone: HistoryStep[] = [];
  for (const record of world.store.journal(REACH)) {
    // A forecast that was kept is no change of the person's: nothing was asked to be written.
    if (record.action === "forecast") continue;
    const target = record.undoes ?? record.redoes;
    if (target === null) {
      done.push({ id: record.id, summary: record.summary, record });
      undone = [];
      continue;
    }
    const [from, to] = record.undoes !== null ? [done, undone] : [undone, done];
    const at = from.findLastIndex((step) => step.id === target);
    if (at < 0) continue;
    const [step] = from.splice(at, 1);
    to.push({ id: target, summary: step!.summary, record });
  }
  return { done: done.toReversed(), undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
}

/**
 * The inverse of a recorded change, carried over everything that happened to the file since, by nunc or by others.
 * Null where something else has touched the same place, or where what was there can no longer be told.
 * @param recall the text with a hash, where it is still remembered: bridges changes that the journal does not know
 */
export function rebasedInverse(
  journal: readonly JournalRecord[],
  file: FileRecord,
  current: { text: string; hash: string },
  recall: (hash: string) => string | null,
): Patch[] | null {
  const inverse = inverseOf(file);
  if (current.hash === file.after) return inverse;
  const after = recall(file.after) ?? rebuildText(journal, file.file, file.after, current);
  return after === null ? null : rebaseEach(inverse, diffTexts(after, current.text), after);
}

/** The text that the file had at a hash, by taking back what the journal knows from the current text on; null across a gap. */
function rebuildText(
  journal: readonly JournalRecord[],
  file: string,
  wanted: string,
  current: { text: string; hash: string },
): string | null {
  let { text, hash } = current;
  for (let at = journal.length - 1; at >= 0 && hash !== wanted; at--) {
    const one = journal[at]!.files.find((each) => each.file === file && each.after === hash);
    if (one?.before == null) continue;
    text = applyPatches(text, inverseOf(one));
    hash = one.before;
  }
  return hash === wanted ? text : null;
}

/** Rebases all patches or none, except that one in the front matter (a `lastmod`) may fall out: others update it too. */
function rebaseEach(patches: readonly Patch[], over: readonly Patch[], text: string): Patch[] | null {
  const whole = rebasePatches(patches, over);
  if (whole !== null) return whole;
  const head = frontMatterEnd(text);
  const rest = patches.filter((patch) => patch.to > head || rebasePatches([patch], over) !== null);
  return rest.length < patches.length && rest.length > 0 ? rebasePatches(rest, over) : null;
}

/** Where the front matter ends; 0 where there is none. */
function frontMatterEnd(text: string): number {
  return /^\ufeff?(---|\+\+\+)[^\S\n]*\r?\n[\s\S]*?\n\1[^\S\n]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
}
