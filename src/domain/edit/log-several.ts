// Several bullets of the log as one edit: each is written and read back before the next, so that nesting and the form of the
// page are those that single bullets get.

import { AppError } from "../../base/index.ts";
import { applyPatches, type Patch } from "../../page/index.ts";
import type { LogEntry, PageView } from "../item.ts";
import { composePatches } from "./compose.ts";
import { addLogText, extendEntry } from "./log.ts";
import { sayEdit } from "./messages.ts";
import type { EditOptions, LogTexts } from "./request.ts";
import { readAgain } from "./try.ts";

export interface LogTextsWritten {
  patches: Patch[];
  after: PageView;
  /** The entry as it is on the page after. */
  entry: LogEntry;
}

/** @throws AppError as `addLogText`; usage for no bullets. */
export function addLogTexts(view: PageView, texts: LogTexts, options: EditOptions = {}): LogTextsWritten {
  const { from, to, bullets } = texts;
  let patches: Patch[] = [];
  let now = view;
  let entry = texts.entry;
  for (const { text, depth } of bullets) {
    const where = entry === undefined ? { from, to } : { entry };
    const step = addLogText(now, { ...where, text, ...(depth > 0 ? { depth } : {}) }, options);
    patches = composePatches(view.page.text, patches, step);
    const line = entry?.line;
    now = readAgain(view, applyPatches(now.page.text, step), options);
    entry = now.log.find(
      (one) =>
        (texts.entry === undefined ? one.from === from && one.to === to : one.title === texts.entry.title) &&
        (line === undefined || texts.entry === undefined || one.line === line),
    );
    if (entry === undefined) break;
  }
  if (entry !== undefined && bullets.length > 0 && texts.until !== undefined) {
    const { line } = entry;
    const step = extendEntry(now, entry, texts.until, options);
    patches = composePatches(view.page.text, patches, step);
    now = readAgain(view, applyPatches(now.page.text, step), options);
    entry = now.log.find((one) => one.line === line);
  }
  if (entry === undefined || bullets.length === 0)
    throw new AppError("usage", sayEdit(options.tongue ?? "en").emptyText());
  return { patches, after: now, entry };
}
