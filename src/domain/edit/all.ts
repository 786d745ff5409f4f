// One door to all edits of one page: makes the edit that was asked for, and hands back with it what the page must say
// afterwards, so that it can be checked again before and after it is written.

import { applyPatches, type Patch } from "../../page/index.ts";
import type { PageView } from "../item.ts";
import { addItem } from "./add.ts";
import { editItem } from "./item.ts";
import { addLogText, editLogText, removeLogText } from "./log.ts";
import { moveItems } from "./move.ts";
import { setProgress } from "./progress.ts";
import type { EditOptions, EditRequest } from "./request.ts";
import { setStates } from "./state.ts";
import { readAgain } from "./try.ts";

export interface VerifiedEdit {
  patches: Patch[];
  /** For `verifyEdit`, with the patches. */
  expected: EditRequest;
  /** The page as it reads afterwards. */
  after: PageView;
}

/**
 * Makes an edit and reads it back. The same request, without its patches, can be made again on a page that has changed.
 * @throws AppError as the edit does.
 */
export function editAndVerify(view: PageView, request: EditRequest, options: EditOptions = {}): VerifiedEdit {
  const patches = makePatches(view, request, options);
  const after = patches.length === 0 ? view : readAgain(view, applyPatches(view.page.text, patches), options);
  return { patches, expected: { ...request, patches }, after };
}

function makePatches(view: PageView, request: EditRequest, options: EditOptions): Patch[] {
  switch (request.kind) {
    case "add":
      return addItem(view, request.input, request.place, options);
    case "edit":
      return editItem(view, request.item, request.texts, options);
    case "move":
      return moveItems(view, request.items, request.place, options);
    case "state":
      return setStates(view, request.items, request.state, { on: request.on }, options);
    case "progress":
      return setProgress(view, request.item, request.text, options);
    case "log-add":
      return addLogText(view, request.input, options);
    case "log-edit":
      return editLogText(view, request.line, request.text, options);
    case "log-remove":
      return removeLogText(view, request.line, options);
    default:
      return [...(request.patches ?? [])];
  }
}
