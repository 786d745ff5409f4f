// The one way in which an action is carried out, for every face: check the input, read, run, then show the diff or write.
// Where a file changed between reading and writing, everything is read again and the action run anew, until it is through:
// items are found again by their title path, and where that is not possible it is a conflict. What was written is read back
// and checked; a write after which the page does not say what was asked is taken back at once.

import { AppError } from "../base/index.ts";
import { type FileEdit, type JournalRecord, verifyEdit, type World } from "../domain/index.ts";
import { applyPatches, formatDiff, invertPatches, normalizePatches } from "../page/index.ts";
import type { Action, Check, Context, Outcome } from "./action.ts";
import { makeContext, type Performed, type PerformOptions, runAction } from "./context.ts";
import { withLastmod } from "./lastmod.ts";
import { say } from "./messages.ts";

/** Each failed attempt is another writer's success, so that this many in a row mean a file that is written all the time. */
const ATTEMPTS = 20;

/**
 * Carries out an action.
 * @throws AppError as the action does; conflict where a file keeps changing or the edit no longer fits.
 */
export function performAction(
  world: World,
  action: Action,
  raw: Readonly<Record<string, unknown>>,
  options: PerformOptions,
): Performed {
  const known: Context["known"] = new Map();
  let clash: unknown = null;
  let target: string | undefined;
  for (let attempt = 1; ; attempt++) {
    const context = makeContext(world, options, known);
    const outcome = runAction(context, action, raw);
    // What was last when the person said undo is no longer last: another change is not theirs to lose.
    if (attempt > 1 && (outcome.undoes ?? outcome.redoes) !== target) throw clash;
    target = outcome.undoes ?? outcome.redoes;
    const edits = prepareEdits(context, action, outcome.edits ?? []);
    const shown = {
      action,
      data: outcome.data,
      summary: outcome.summary,
      diff: edits.map((edit) => diffOf(context, edit)).join(""),
      detail: outcome.detail,
      ...(outcome.report && { report: outcome.report }),
    };
    if (options.dryRun || edits.length === 0) return { ...shown, record: null };
    let record: JournalRecord;
    try {
      record = commit(context, action, outcome, edits);
    } catch (error) {
      if (outcome.isAside && error instanceof AppError && error.code === "blocked")
        return { ...shown, diff: "", record: null };
      const isChanged = error instanceof AppError && error.code === "conflict";
      if (!isChanged || attempt >= ATTEMPTS || countsLines(action, raw)) throw error;
      clash = error;
      continue;
    }
    checkWritten(context, record, outcome, edits);
    return { ...shown, record };
  }
}

/** Whether the input says a line or a number as it was counted in a text: in another text it means something else. */
function countsLines(action: Action, raw: Readonly<Record<string, unknown>>): boolean {
  return action.params.some((param) => param.counted && raw[param.name] != null);
}

/** Puts patches in order, drops edits that change nothing, and keeps the `lastmod` of pages. */
function prepareEdits(context: Context, action: Action, edits: readonly FileEdit[]): FileEdit[] {
  const prepared: FileEdit[] = [];
  for (const edit of edits) {
    const text = textOf(context, edit);
    let patches = normalizePatches(edit.patches, text);
    const isNew = edit.hash === null;
    if (patches.length === 0 && !isNew && !edit.remove) continue;
    if (action.group !== "history" && context.world.config.pages.includes(edit.file)) {
      patches = withLastmod(context, edit.file, text, patches);
    }
    prepared.push({ ...edit, patches });
  }
  return prepared;
}

function textOf(context: Context, edit: FileEdit): string {
  return edit.hash === null ? "" : (context.reading.text(edit.file)?.text ?? "");
}

function diffOf(context: Context, edit: FileEdit): string {
  const before = textOf(context, edit);
  return formatDiff(context.reading.nameOf(edit.file), before, applyPatches(before, edit.patches));
}

function commit(context: Context, action: Action, outcome: Outcome, edits: FileEdit[]): JournalRecord {
  return context.world.store.commit({
    action: outcome.isAside ? "forecast" : action.name,
    summary: outcome.undoName ?? outcome.summary,
    edits,
    ...(outcome.allowShrink && { allowShrink: true as const }),
    ...(outcome.undoes === undefined ? {} : { undoes: outcome.undoes }),
    ...(outcome.redoes === undefined ? {} : { redoes: outcome.redoes }),
  });
}

/** Reads back what stands on disk and checks that it says what was asked and that nothing else changed. */
function checkWritten(context: Context, record: JournalRecord, outcome: Outcome, edits: FileEdit[]): void {
  const { store } = context.world;
  for (const edit of edits) {
    const expected = applyPatches(textOf(context, edit), edit.patches);
    const hash = record.files.find((file) => file.file === edit.file)?.after;
    if (hash !== undefined) context.outside.remember?.(hash, expected);
    if (edit.remove) continue;
    let found = store.read(edit.file);
    // Another nunc went on from what was written here: then that is what is checked.
    if (
      found !== null &&
      hash !== undefined &&
      found.text !== expected &&
      isFollowed(context, edit.file, hash)
    )
      found = { ...found, text: expected, hash };
    const check = outcome.checks?.find((one) => one.file === edit.file);
    const wrong = found === null ? say(context.tongue).fileGone() : findWrong(context, edit, found, check);
    if (wrong === null) continue;
    const name = context.reading.nameOf(edit.file);
    if (found?.text !== expected) {
      // Somebody else wrote right behind us. Their text stays; the person is told that it no longer says what was asked.
      throw new AppError("conflict", say(context.tongue).changedBehind(name, wrong), {
        hint: say(context.tongue).lookAgain(),
      });
    }
    takeBack(context, record, edits);
    throw new AppError("internal", say(context.tongue).checkFailed(name, wrong), {
      hint: say(context.tongue).takenBack(),
    });
  }
}

/** Whether a later change of the journal was made on the text with this hash. */
function isFollowed(context: Context, file: string, hash: string): boolean {
  const { store } = context.world;
  // A change without edits writes nothing, but waits until whoever is writing has noted it in the journal.
  store.commit({ action: "wait", summary: "", edits: [] });
  return store
    .journal(100)
    .some((later) => later.files.some((one) => one.file === file && one.before === hash));
}

/** What the text does not say though it should, as a sentence; null where all is well. */
function findWrong(
  context: Context,
  edit: FileEdit,
  after: { text: string; hash: string },
  check: Check | undefined,
): string | null {
  const before = edit.hash === null ? null : context.reading.page(edit.file);
  if (before === null || check === undefined) return null;
  const view = context.reading.understand(edit.file, after).view;
  const expected = { ...check.expected, patches: edit.patches };
  return verifyEdit(before.view, view, expected, context.tongue)?.message ?? null;
}

/** Undoes a write at once; where somebody has written again meanwhile, their text stays. */
function takeBack(context: Context, record: JournalRecord, edits: readonly FileEdit[]): void {
  const back: FileEdit[] = [];
  for (const edit of edits) {
    const before = textOf(context, edit);
    const now = context.world.store.read(edit.file);
    if (now === null || now.text !== applyPatches(before, edit.patches)) continue;
    back.push({ file: edit.file, hash: now.hash, patches: invertPatches(before, edit.patches) });
  }
  if (back.length === 0) return;
  context.world.store.commit({
    action: "undo",
    summary: say(context.tongue).undone(record.summary),
    edits: back,
    undoes: record.id,
  });
}
