// Ways to write one thing, tried in order of preference: the first that reads back as what was asked is taken. A page may
// give a word a meaning that no rule here foresees; what counts is what the reader says of the page afterwards.

import { AppError } from "../../base/index.ts";
import { applyPatches, normalizePatches, type Patch, parsePage } from "../../page/index.ts";
import type { PageView } from "../item.ts";
import { understandPage } from "../read/page-view.ts";
import { composePatches } from "./compose.ts";
import { sayEdit } from "./messages.ts";
import type { Problem } from "./problem.ts";
import type { EditOptions, EditRequest } from "./request.ts";
import { verifyEdit } from "./verify.ts";

/** The page as it reads once its text is this. */
export function readAgain(view: PageView, text: string, options: EditOptions): PageView {
  const { overrules, tongue = "en" } = options;
  return understandPage(
    parsePage(text, view.page.name, tongue),
    overrules === undefined ? { tongue } : { overrules, tongue },
  );
}

/** One way to write it; made only when the ways before it have failed. */
export type Way = () => Patch[];

export interface Tried {
  patches: Patch[];
  after: PageView;
}

/**
 * The first way that reads back as what was asked.
 * @throws AppError invalid where none does, with what would be wrong.
 */
export function tryWays(
  view: PageView,
  request: EditRequest,
  ways: Iterable<Way>,
  options: EditOptions,
): Tried {
  let first: Problem | null = null;
  const { text } = view.page;
  for (const way of ways) {
    const patches = normalizeOrNull(way, text);
    if (patches === null) continue;
    if (
      patches.length === 0 &&
      request.kind !== "move" &&
      request.kind !== "state" &&
      request.kind !== "edit" &&
      request.kind !== "progress"
    )
      continue;
    const after = patches.length === 0 ? view : readAgain(view, applyPatches(text, patches), options);
    const problem = verifyEdit(view, after, { ...request, patches }, options.tongue);
    if (problem === null) return { patches, after };
    first ??= problem;
  }
  const { notReadBack, writeByHand } = sayEdit(options.tongue ?? "en");
  throw new AppError("invalid", notReadBack(first?.message ?? "-"), {
    hint: writeByHand(),
    ...(first === null || first.line === 0 ? {} : { at: { file: view.page.name, line: first.line } }),
  });
}

/** Null for a way that does not fit this page: two of its patches would touch one place. */
function normalizeOrNull(way: Way, text: string): Patch[] | null {
  try {
    return normalizePatches(way(), text);
  } catch (error) {
    if (error instanceof AppError && error.code === "internal") return null;
    throw error;
  }
}

/** Goes on from what was tried: the patches of both as one edit of the first page. */
export function joinTried(view: PageView, first: Tried, second: Tried): Tried {
  return {
    patches: normalizePatches(composePatches(view.page.text, first.patches, second.patches), view.page.text),
    after: second.after,
  };
}
