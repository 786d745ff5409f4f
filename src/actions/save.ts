// save: a whole text from an editor, merged with what others wrote since it was opened. Where both touched the same place,
// nothing is written and both texts come back.

import { AppError, dominantLineEnd } from "../base/index.ts";
import { applyPatches, diffTexts, mergeTexts } from "../page/index.ts";
import type { Action, Context } from "./action.ts";
import { archivesOf } from "./archive-files.ts";
import { INBOX_FILE } from "./inbox.ts";
import { say } from "./messages.ts";

export const save: Action = {
  name: "save",
  group: "machine",
  writes: true,
  internal: true,
  summary: { en: "Save a whole text from an editor", zh: "保存编辑器里的全文" },
  params: [
    {
      name: "file",
      kind: "file",
      required: true,
      help: { en: "the page, an archive or the inbox", zh: "页面、归档或收件箱" },
    },
    {
      name: "base",
      kind: "text",
      required: true,
      help: { en: "the text that the editor started from", zh: "编辑器开始时的文本" },
    },
    {
      name: "text",
      kind: "text",
      required: true,
      help: { en: "the text as it should be", zh: "要保存的文本" },
    },
  ],
  examples: [],
  run: (context, input) => {
    const file = input.text("file")!;
    const base = input.text("base")!;
    const mine = restoreLineEnds(base, input.text("text")!);
    const texts = say(context.tongue);
    const editable = [...context.world.config.pages, INBOX_FILE];
    const current = editable.includes(file) || isArchive(context, file) ? context.reading.text(file) : null;
    if (current === null) throw new AppError("missing", texts.notAPage(file));
    const theirs = current.text;
    const merged =
      theirs === base ? { text: mine, patches: diffTexts(base, mine) } : mergeTexts(base, mine, theirs);
    if (merged.text === null) {
      throw new AppError("conflict", texts.saveConflict(context.reading.nameOf(file)), {
        hint: texts.saveConflictHint(),
        data: { mine, theirs, base },
      });
    }
    return {
      data: { file, merged: theirs !== base },
      summary: texts.saved(context.reading.nameOf(file)),
      edits: [{ file, hash: current.hash, patches: merged.patches }],
      // What a person cut in an editor they saw; an empty page is more likely a mistake.
      ...(mine.trim() !== "" && { allowShrink: true as const }),
    };
  },
};

function isArchive(context: Context, file: string): boolean {
  return archivesOf(context).includes(file);
}

/**
 * Editors of the browser know only LF. Where the base has other line ends and the text has none, lines that were not edited
 * get theirs back, and new ones the page's usual one.
 */
export function restoreLineEnds(base: string, text: string): string {
  if (!base.includes("\r") || text.includes("\r")) return text;
  const starts: number[] = [];
  let plain = "";
  for (let at = 0; at < base.length; at++) {
    starts.push(at);
    if (base[at] === "\r") {
      plain += "\n";
      if (base[at + 1] === "\n") at++;
    } else plain += base[at];
  }
  starts.push(base.length);
  const lineEnd = dominantLineEnd(base);
  const patches = diffTexts(plain, text).map(({ from, to, insert }) => ({
    from: starts[from]!,
    to: starts[to]!,
    insert: insert.replaceAll("\n", lineEnd),
  }));
  return applyPatches(base, patches);
}
