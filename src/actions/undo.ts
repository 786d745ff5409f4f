// undo and redo: any change, one at a time, also after a restart. Both are changes themselves, journaled like all others.

import { AppError } from "../base/index.ts";
import {
  type FileEdit,
  type FileRecord,
  inverseOf,
  type JournalRecord,
  type StoredText,
} from "../domain/index.ts";
import { applyPatches, normalizePatches } from "../page/index.ts";
import type { Action, Context, Outcome } from "./action.ts";
import { type HistoryStep, historyOf, rebasedInverse } from "./history.ts";
import { say } from "./messages.ts";

export const undo: Action = {
  name: "undo",
  group: "history",
  writes: true,
  summary: { en: "Take back the last change", zh: "撤销上一次修改" },
  params: [
    {
      name: "skip",
      kind: "flag",
      help: {
        en: "pass over what can no longer be taken back, to the change before it",
        zh: "跳过已无法撤销的修改，撤销更早的一次",
      },
    },
  ],
  examples: [
    {
      args: { en: "undo", zh: "undo" },
      says: {
        en: "takes back what was changed last, also after a restart",
        zh: "撤销最近一次修改，重启之后也行",
      },
    },
    {
      args: { en: "undo --dry-run", zh: "undo --dry-run" },
      says: { en: "shows what would change", zh: "只看会改什么" },
    },
  ],
  more: {
    en: "Only what nunc wrote is taken back. What you or others changed since stays; where both touch the same place, undo says so and changes nothing.",
    zh: "只撤销 nunc 写的内容。之后你或别人改过的地方会保留；如果改到了同一处，undo 会说明，什么也不动。",
  },
  run: (context, input) => step(context, "undo", input.flag("skip") ?? false),
};

export const redo: Action = {
  name: "redo",
  group: "history",
  writes: true,
  summary: { en: "Do again what undo took back", zh: "重做刚撤销的修改" },
  params: [],
  examples: [
    {
      args: { en: "redo", zh: "redo" },
      says: { en: "brings back the change that was undone last", zh: "恢复刚撤销的修改" },
    },
  ],
  run: (context) => step(context, "redo", false),
};

function step(context: Context, which: "undo" | "redo", skip: boolean): Outcome {
  const texts = say(context.tongue);
  const history = historyOf(context.world);
  const target = (skip ? history.done.find((one) => isFree(context, one)) : undefined) ?? history[which];
  if (target === null)
    throw new AppError("missing", which === "undo" ? texts.nothingToUndo() : texts.nothingToRedo());
  const edits = inverseEdits(context, target);
  return {
    data: { id: target.id, summary: target.summary, files: edits.map((edit) => edit.file) },
    summary: which === "undo" ? texts.undone(target.summary) : texts.redone(target.summary),
    edits,
    allowShrink: true,
    ...(which === "undo" ? { undoes: target.id } : { redoes: target.id }),
  };
}

/** Whether a change can be taken back on the texts as they are. */
function isFree(context: Context, target: HistoryStep): boolean {
  try {
    return inverseEdits(context, target).length > 0;
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return false;
    throw error;
  }
}

function inverseEdits(context: Context, target: HistoryStep): FileEdit[] {
  const journal = context.world.store.journal();
  return target.record.files.map((file) => {
    const current = context.reading.text(file.file);
    const edit = inverseEdit(context, journal, file, current);
    if (edit !== null) return edit;
    const name = context.reading.nameOf(file.file);
    const texts = say(context.tongue);
    const message =
      current === null ? texts.undoGone(target.summary, name) : texts.undoConflict(target.summary, name);
    throw new AppError("conflict", message, {
      hint: current === null ? texts.undoGoneHint() : texts.undoConflictHint(),
      at: { file: name },
      data: { file: file.file, change: target.id },
    });
  });
}

/** Takes back what a change did to one file; null where something else touched the same place. */
function inverseEdit(
  context: Context,
  journal: readonly JournalRecord[],
  file: FileRecord,
  current: StoredText | null,
): FileEdit | null {
  if (file.removed || current === null) {
    // A file that went away comes back whole, unless another took its name.
    const isGone = file.removed && current === null;
    return isGone ? { file: file.file, hash: null, patches: inverseOf(file) } : null;
  }
  const patches = rebasedInverse(journal, file, current, (hash) => context.outside.recall?.(hash) ?? null);
  if (patches === null) return null;
  const edit = { file: file.file, hash: current.hash, patches };
  // A file that the change created goes away with its text; where others wrote into it since, it stays with theirs.
  const isEmpty =
    file.before === null && applyPatches(current.text, normalizePatches(patches, current.text)) === "";
  return isEmpty ? { ...edit, remove: true } : edit;
}
