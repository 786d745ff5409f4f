// Compares what the reader understood with labels made by hand: precision and recall of items and log entries, and the share
// of found items whose fields are right. Used by the tests and by `bench/recognition.ts`.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { decodeText } from "../src/base/index.ts";
import { type Item, type LogEntry, type PageView, understandPage } from "../src/domain/index.ts";
import { parsePage } from "../src/page/index.ts";

export interface LabelledItem {
  line: number;
  /** The title itself (own pages) or the first 12 hex digits of its SHA-256 (corpora). */
  title?: string;
  role?: string;
  section?: number | null;
  group?: string | null;
  parent?: number | null;
  depth?: number;
  priority: string | null;
  rank?: number | null;
  state: string;
  progress: { done: number | null; total: number | null; ratio: number } | null;
  doneOn?: string | null;
  skip?: string[];
}

export interface LabelledEntry {
  line: number;
  from: string | null;
  to: string | null;
  open: boolean;
  skip?: string[];
}

export interface Labels {
  file?: string;
  sha256?: string;
  /** Only lines up to here were labelled. */
  upTo?: number;
  items: LabelledItem[];
  log: LabelledEntry[];
  diagnosticLines?: number[];
}

export interface Tally {
  right: number;
  missed: number;
  extra: number;
}

export type Scores = Record<string, Tally>;

export const FIELDS = [
  "items",
  "title",
  "role",
  "parent",
  "depth",
  "group",
  "section",
  "priority",
  "rank",
  "state",
  "progress",
  "doneOn",
  "log",
  "dates",
  "diagnostics",
] as const;

export function emptyScores(): Scores {
  return Object.fromEntries(FIELDS.map((field) => [field, { right: 0, missed: 0, extra: 0 }]));
}

export function addScores(into: Scores, scores: Scores): void {
  for (const [field, tally] of Object.entries(scores)) {
    into[field]!.right += tally.right;
    into[field]!.missed += tally.missed;
    into[field]!.extra += tally.extra;
  }
}

/** 1 where nothing was asked for. */
export function precision({ right, extra }: Tally): number {
  return right + extra === 0 ? 1 : right / (right + extra);
}

export function recall({ right, missed }: Tally): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

export function viewFile(path: string, name = path): PageView {
  return understandPage(parsePage(decodeText(readFileSync(path)), name));
}

/** Compares one page; every difference becomes one line of `problems`. */
export function scorePage(view: PageView, labels: Labels): { scores: Scores; problems: string[] } {
  const scores = emptyScores();
  const problems: string[] = [];
  const upTo = labels.upTo ?? Number.POSITIVE_INFINITY;
  scoreItems(
    view.items.filter((item) => item.line <= upTo),
    labels.items,
    scores,
    problems,
  );
  scoreLog(
    view.log.filter((entry) => entry.line <= upTo),
    labels.log,
    scores,
    problems,
  );
  if (labels.diagnosticLines !== undefined) {
    const found = new Set(view.diagnostics.map(({ line }) => line));
    count(scores.diagnostics!, "diagnostic", labels.diagnosticLines, [...found], problems);
  }
  return { scores, problems };
}

function count(
  tally: Tally,
  what: string,
  wanted: readonly number[],
  found: readonly number[],
  problems: string[],
): void {
  for (const line of wanted) {
    if (found.includes(line)) tally.right++;
    else {
      tally.missed++;
      problems.push(`${line}: ${what} missed`);
    }
  }
  for (const line of found) {
    if (wanted.includes(line)) continue;
    tally.extra++;
    problems.push(`${line}: ${what} that is none`);
  }
}

function scoreItems(
  items: readonly Item[],
  wanted: readonly LabelledItem[],
  scores: Scores,
  problems: string[],
): void {
  const byLine = new Map(items.map((item) => [item.line, item]));
  count(
    scores.items!,
    "item",
    wanted.map(({ line }) => line),
    items.map(({ line }) => line),
    problems,
  );
  for (const label of wanted) {
    const item = byLine.get(label.line);
    if (item === undefined) continue;
    const is: Record<string, unknown> = {
      title:
        label.title !== undefined && /^[0-9a-f]{12}$/.test(label.title) ? hashTitle(item.title) : item.title,
      role: item.role,
      section: item.section.line === 0 ? null : item.section.line,
      group: item.group,
      parent: item.parent?.line ?? null,
      depth: item.depth,
      priority: item.priority,
      rank: item.rank,
      state: item.state,
      progress: item.progress === null ? null : Math.round(item.progress.ratio * 1000),
      doneOn: item.doneOn,
    };
    const want: Record<string, unknown> = {
      ...label,
      progress: label.progress === null ? null : Math.round(label.progress.ratio * 1000),
    };
    for (const field of Object.keys(is)) {
      if (!(field in label) || label.skip?.includes(field)) continue;
      const tally = scores[field]!;
      if (is[field] === want[field] || (field === "progress" && near(is[field], want[field]))) {
        if (want[field] !== null || field === "title") tally.right++;
        continue;
      }
      if (want[field] !== null) tally.missed++;
      if (is[field] !== null) tally.extra++;
      problems.push(
        `${label.line}: ${field} is ${JSON.stringify(is[field])}, wanted ${JSON.stringify(want[field])} (${item.title})`,
      );
    }
  }
}

function near(a: unknown, b: unknown): boolean {
  return typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= 1;
}

function scoreLog(
  log: readonly LogEntry[],
  wanted: readonly LabelledEntry[],
  scores: Scores,
  problems: string[],
): void {
  count(
    scores.log!,
    "log entry",
    wanted.map(({ line }) => line),
    log.map(({ line }) => line),
    problems,
  );
  for (const label of wanted) {
    const entry = log.find(({ line }) => line === label.line);
    if (entry === undefined) continue;
    for (const field of ["from", "to", "open"] as const) {
      if (label.skip?.includes(field)) continue;
      if (entry[field] === label[field]) {
        if (label[field] !== null && field !== "open") scores.dates!.right++;
        continue;
      }
      if (label[field] !== null) scores.dates!.missed++;
      if (entry[field] !== null) scores.dates!.extra++;
      problems.push(`${label.line}: ${field} is ${entry[field]}, wanted ${label[field]}`);
    }
  }
}

export function hashTitle(title: string): string {
  return createHash("sha256").update(title).digest("hex").slice(0, 12);
}
