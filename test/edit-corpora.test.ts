// Edits over pages that people wrote. Always over those in test/pages; with NUNC_CORPORA=folder also over the corpora, and
// over histories: an edit of one revision is carried over to the next, where it is a conflict or reads back right.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AppError, decodeText } from "../src/base/index.ts";
import { matchItems } from "../src/domain/edit/match.ts";
import {
  type EditRequest,
  editAndVerify,
  type Item,
  type PageView,
  type Place,
  type Section,
  verifyEdit,
} from "../src/domain/index.ts";
import { applyPatches, diffTexts, invertPatches, type Patch, rebasePatches } from "../src/page/index.ts";
import { describeRequest, type Random, randomRequest, seeded } from "./edit-random.ts";
import { read } from "./edit-table.ts";

const SEED = Number(process.env.NUNC_SEED ?? 20260101);
const CORPORA = process.env.NUNC_CORPORA;
const PAGES = new URL("pages", import.meta.url).pathname;

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function load(file: string): PageView {
  return read(decodeText(readFileSync(file)), file.split("/").pop()!);
}

interface Tally {
  tried: number;
  verified: number;
  refused: Record<string, number>;
}

/** Tries random edits of a page; every one that is not refused must read back, and be undone by its inverse. */
function tryEdits(view: PageView, file: string, random: Random, count: number, tally: Tally): void {
  for (let round = 0; round < count; round++) {
    const request = randomRequest(view, random);
    if (request === null) return;
    tally.tried++;
    const made = make(view, request, tally);
    if (made === null) continue;
    const { text } = view.page;
    const edited = applyPatches(text, made.patches);
    const told = `${file}: ${describeRequest(request)} (seed ${SEED})`;
    expect(verifyEdit(view, read(edited, view.page.name), made.expected), told).toBeNull();
    expect(applyPatches(edited, invertPatches(text, made.patches)) === text, told).toBe(true);
    if (!/(?<!\r)\n/.test(text)) expect(/(?<!\r)\n/.test(edited), told).toBe(false);
    tally.verified++;
  }
}

function make(
  view: PageView,
  request: EditRequest,
  tally: Tally,
): { patches: Patch[]; expected: EditRequest } | null {
  try {
    return editAndVerify(view, request);
  } catch (error) {
    if (!(error instanceof AppError) || !["usage", "missing", "invalid"].includes(error.code)) throw error;
    const key = `${request.kind} ${error.code}`;
    tally.refused[key] = (tally.refused[key] ?? 0) + 1;
    return null;
  }
}

function report(name: string, tally: Tally): void {
  const refused = Object.entries(tally.refused).sort((a, b) => b[1] - a[1]);
  const sum = refused.reduce((total, [, count]) => total + count, 0);
  console.info(
    `${name}: ${tally.tried} edits tried, ${tally.verified} read back right, ${sum} refused (${refused.map(([key, count]) => `${key} ${count}`).join(", ")}); seed ${SEED}`,
  );
}

function runFolder(name: string, folder: string, count: number): void {
  const tally: Tally = { tried: 0, verified: 0, refused: {} };
  for (const [index, file] of pagesIn(folder).entries())
    tryEdits(load(file), file, seeded(SEED + index), count, tally);
  report(name, tally);
  expect(tally.verified).toBeGreaterThan(0);
}

test("random edits of the pages in test/pages read back", { timeout: 180_000 }, () => {
  runFolder("test/pages", PAGES, 8);
});

describe.skipIf(CORPORA === undefined || !existsSync(CORPORA))(
  "corpora (set NUNC_CORPORA to their folder)",
  () => {
    for (const [name, count] of [
      ["nowpages", 4],
      ["others", 12],
      ["others_history", 4],
    ] as const) {
      test(`random edits of ${name} read back`, { timeout: 120_000 }, () =>
        runFolder(name, join(CORPORA!, name), count),
      );
    }

    test("edits of a revision, carried over to the next one", { timeout: 120_000 }, () => {
      const histories = [
        join(CORPORA!, "nowpages"),
        ...readdirSync(join(CORPORA!, "others_history")).map((name) =>
          join(CORPORA!, "others_history", name),
        ),
      ];
      const counts = { carried: 0, conflicts: 0, right: 0, gone: 0, caught: 0, refused: 0 };
      const tally: Tally = { tried: 0, verified: 0, refused: {} };
      for (const [index, folder] of histories.entries()) {
        if (!existsSync(folder) || folder.endsWith(".csv")) continue;
        const files = pagesIn(folder).filter((file) => file.slice(folder.length + 1).indexOf("/") === -1);
        const random = seeded(SEED + index);
        for (let at = 0; at + 1 < files.length; at++)
          carryOver(load(files[at]!), load(files[at + 1]!), random, counts, tally);
      }
      console.info(`histories: ${JSON.stringify(counts)}; seed ${SEED}`);
      expect(counts.right).toBeGreaterThan(0);
      // What the other revision made of the page around it may turn the meaning of a line; the check must say so, never pass it.
      expect(counts.caught).toBeLessThan(counts.carried / 20);
    });
  },
);

type Counts = Record<"carried" | "conflicts" | "right" | "gone" | "caught" | "refused", number>;

function carryOver(old: PageView, next: PageView, random: Random, counts: Counts, tally: Tally): void {
  const over = diffTexts(old.page.text, next.page.text);
  const matched = matchItems(old, next, over);
  for (let round = 0; round < 2; round++) {
    const request = randomRequest(old, random);
    if (request === null) return;
    const made = make(old, request, tally);
    if (made === null) {
      counts.refused++;
      continue;
    }
    counts.carried++;
    const rebased = rebasePatches(made.patches, over);
    if (rebased === null) {
      counts.conflicts++;
      continue;
    }
    const wanted = translate(request, matched.after, old, next);
    if (wanted === null) {
      counts.gone++;
      continue;
    }
    const after = read(applyPatches(next.page.text, rebased), next.page.name);
    if (verifyEdit(next, after, { ...wanted, patches: rebased }) === null) counts.right++;
    else counts.caught++;
  }
}

/** The same request for the next revision; null where what it speaks of is no longer there. */
function translate(
  request: EditRequest,
  map: ReadonlyMap<Item, Item>,
  old: PageView,
  next: PageView,
): EditRequest | null {
  const items = (all: readonly Item[]): Item[] | null => {
    const found = all.map((item) => map.get(item));
    return found.some((item) => item === undefined) ? null : (found as Item[]);
  };
  const section = (wanted: Section | undefined): Section | undefined =>
    next.sections.find(({ title, role }) => title === wanted?.title && role === wanted.role);
  const place = (wanted: Place): Place | null => {
    const translated: Place = { ...wanted };
    for (const key of ["before", "after", "under"] as const) {
      if (wanted[key] === undefined) continue;
      const found = map.get(wanted[key]);
      if (found === undefined) return null;
      translated[key] = found;
    }
    if (wanted.section !== undefined) {
      const found = section(wanted.section);
      if (found === undefined) return null;
      translated.section = found;
    }
    return translated;
  };
  switch (request.kind) {
    case "add": {
      const where = place(request.place);
      return where === null ? null : { ...request, place: where };
    }
    case "move": {
      const where = place(request.place);
      const found = items(request.items);
      return where === null || found === null ? null : { ...request, items: found, place: where };
    }
    case "state": {
      const found = items(request.items);
      return found === null ? null : { ...request, items: found };
    }
    case "edit":
    case "progress": {
      const found = map.get(request.item);
      return found === undefined ? null : { ...request, item: found };
    }
    case "log-add": {
      const { entry } = request.input;
      const found = next.log.find(({ title }) => title === entry?.title);
      return entry !== undefined && found === undefined
        ? null
        : { ...request, input: { ...request.input, ...(found === undefined ? {} : { entry: found }) } };
    }
    case "log-edit":
    case "log-remove": {
      const bullet = old.log
        .flatMap((entry) => [{ line: entry.line, text: entry.title }, ...entry.bullets])
        .find(({ line }) => line === request.line);
      const same = next.log
        .flatMap((entry) => [{ line: entry.line, text: entry.title }, ...entry.bullets])
        .filter(({ text }) => text === bullet?.text);
      return same.length === 1 ? { ...request, line: same[0]!.line } : null;
    }
    default:
      return request;
  }
}
