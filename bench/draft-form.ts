// How well a new entry takes the form of a log: from each page with three dated entries or more, the newest one is taken away
// and written again with its own dates and bullets. Counted is how often the heading, the bullets and the blank lines read
// as the person had written them. Run: node bench/draft-form.ts [FOLDER…] [--show]; default test/pages, and the pages of
// NUNC_CORPORA where that is set.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { decodeText, type LocalDate } from "../src/base/index.ts";
import {
  addLogTexts,
  type LogEntry,
  type PageView,
  removeLogText,
  understandPage,
} from "../src/domain/index.ts";
import { applyPatches, parsePage } from "../src/page/index.ts";

interface Case {
  page: string;
  /** Whether another entry has its date in the same form, so that the page says what the form is. */
  isUsual: boolean;
  title: string;
  heading: boolean;
  bullets: boolean;
  whole: boolean;
  wrong: string[];
}

const args = process.argv.slice(2);
const shows = args.includes("--show");
const corpora = process.env.NUNC_CORPORA;
const folders = args.filter((one) => !one.startsWith("--"));
if (folders.length === 0) {
  folders.push(join(import.meta.dirname, "..", "test", "pages"));
  if (corpora !== undefined) folders.push(join(corpora, "others"), join(corpora, "nowpages"));
}

const cases = folders.flatMap((folder) => {
  const found: Case[] = [];
  // Revisions of one page write the same entry again and again: each entry counts once.
  const seen = new Set<string>();
  for (const file of pagesIn(folder)) {
    const one = tryPage(file);
    if (one === null || seen.has(one.title)) continue;
    if (/\d{3}_\d{4}-\d{2}-\d{2}_/.test(file)) seen.add(one.title);
    found.push(one);
  }
  return found;
});

for (const { page, isUsual, title, heading, bullets, whole, wrong } of cases) {
  if (whole && !shows) continue;
  const said = [heading ? "" : "heading", bullets ? "" : "bullets", whole ? "" : "blank lines or place"];
  console.log(
    `${whole ? "same" : said.find((one) => one !== "")}\t${isUsual ? "usual" : "alone"}\t${page}\t${title}`,
  );
  if (shows) for (const line of wrong) console.log(`\t${line}`);
}
const usual = cases.filter(({ isUsual }) => isUsual);
for (const [name, some] of [
  ["entries whose form another entry has", usual],
  ["all entries", cases],
] as const) {
  const share = (fits: (one: Case) => boolean): string => {
    const count = some.filter(fits).length;
    return `${count} of ${some.length} (${Math.round((100 * count) / some.length)} %)`;
  };
  console.log(name);
  console.log(`  heading as it was:                     ${share(({ heading }) => heading)}`);
  console.log(`  heading, bullets, blank lines as they were: ${share(({ bullets }) => bullets)}`);
  console.log(`  the whole page byte by byte:           ${share(({ whole }) => whole)}`);
}

function pagesIn(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((file) => /\.(?:md|mdx|markdown)$/.test(file) && statSync(file).isFile())
    .sort();
}

function read(text: string, name: string): PageView {
  return understandPage(parsePage(text, name));
}

/** Null for a page with fewer than three dated entries, or whose newest one holds more than a list of plain lines. */
function tryPage(file: string): Case | null {
  const text = decodeText(readFileSync(file));
  const view = read(text, basename(file));
  const dated = view.log.filter((entry) => entry.from !== null && entry.to !== null);
  if (dated.length < 3) return null;
  const newest = dated.reduce((best, entry) => (entry.from! > best.from! ? entry : best));
  if (!isPlain(view, newest)) return null;
  const page = basename(file).slice(0, 40);
  const isUsual = dated.some((entry) => entry !== newest && shapeOf(entry.title) === shapeOf(newest.title));
  try {
    const rest = read(applyPatches(text, removeLogText(view, newest.line)), basename(file));
    const bullets = newest.bullets.map((one) => ({ text: sourceOf(view, one), depth: one.depth }));
    const { patches } = addLogTexts(rest, { from: newest.from!, to: newest.to as LocalDate, bullets });
    const now = applyPatches(rest.page.text, patches);
    return compare({ page, isUsual }, view, read(now, basename(file)), newest);
  } catch (error) {
    const wrong = [String((error as Error).message)];
    return { page, isUsual, title: newest.title, heading: false, bullets: false, whole: false, wrong };
  }
}

/** A list of one-line bullets and nothing else. */
function isPlain(view: PageView, entry: LogEntry): boolean {
  if (entry.bullets.length === 0) return false;
  const own = entry.bullets.reduce((sum, { entry: one }) => sum + (one.blocks.length > 1 ? 1 : 0), 0);
  const lines = linesOf(view, entry).filter((line) => line.trim() !== "");
  const isInline = entry.bullets[0]!.line === entry.line;
  return own === 0 && lines.length === entry.bullets.length + (isInline ? 0 : 1);
}

/** The Markdown of a bullet's line behind its marker and box. */
function sourceOf(view: PageView, { text, entry }: LogEntry["bullets"][number]): string {
  const { plain } = entry;
  if (plain === null) return text;
  const start = plain.text.length - text.length;
  if (start === 0) return view.page.text.slice(plain.from, plain.to);
  return view.page.text.slice(plain.offsets[start] ?? plain.from, plain.to);
}

function linesOf({ page }: PageView, { line, endLine }: LogEntry): string[] {
  return Array.from({ length: endLine - line + 1 }, (_, at) => page.lines.line(line + at));
}

/** `2021-09-13 - 2021-09-17` and `2021-08-31 - 2021-09-01` are of one shape, `Sep 13 - 17` is of another. */
function shapeOf(title: string): string {
  return title.replace(/\d+/g, "0").replace(/[a-z]+/gi, "a");
}

function compare(
  what: Pick<Case, "page" | "isUsual">,
  before: PageView,
  after: PageView,
  entry: LogEntry,
): Case {
  const made = after.log.find(({ from, to }) => from === entry.from && to === entry.to);
  const old = linesOf(before, entry);
  const now = made === undefined ? [] : linesOf(after, made);
  return {
    ...what,
    title: entry.title,
    heading: old[0]?.trimEnd() === now[0]?.trimEnd(),
    bullets: old.join("\n") === now.join("\n"),
    whole: before.page.text === after.page.text,
    wrong:
      old.join("\n") === now.join("\n")
        ? []
        : [...old.map((line) => `- ${line}`), ...now.map((line) => `+ ${line}`)],
  };
}
