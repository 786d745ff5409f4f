// What nunc took each line for, gathered from the snapshot by line: for the editor's margin, the line below it and the
// answer to "why?".

import type { Diagnostic, PageSnapshot, Priority, Reason, Role, State } from "../contract.ts";
import { FROM_PARENT } from "./page-rules.ts";

export interface Meaning {
  /** 1-based. */
  line: number;
  kind: "section" | "item" | "entry" | "label" | "skipped" | "none";
  role: Role | null;
  priority: Priority | null;
  state: State | null;
  /** Nesting of an item. */
  depth: number;
  /** What an entry covers, what an item's progress is. */
  from: string | null;
  to: string | null;
  open: boolean;
  progress: string | null;
  reasons: (Reason & { /** Where the word stands, if on another line. */ from?: number })[];
  diagnostics: Diagnostic[];
}

export type Meanings = ReadonlyMap<number, Meaning>;

/** Invariant: every line that is a section, item, entry or label, or that a reason or diagnostic names, has one. */
export function readMeanings(page: PageSnapshot): Meanings {
  const found = new Map<number, Meaning>();
  const at = (line: number): Meaning => {
    const known = found.get(line);
    if (known !== undefined) return known;
    const fresh: Meaning = {
      line,
      kind: "none",
      role: null,
      priority: null,
      state: null,
      depth: 0,
      from: null,
      to: null,
      open: false,
      progress: null,
      reasons: [],
      diagnostics: [],
    };
    found.set(line, fresh);
    return fresh;
  };
  for (const reason of page.reasons) {
    const meaning = at(reason.line);
    meaning.reasons.push(reason);
    if (reason.what === "skipped") meaning.kind = "skipped";
  }
  for (const { line, role, priority, state } of page.sections) {
    if (line > 0) Object.assign(at(line), { kind: "section", role, priority, state });
  }
  for (const { line, priority, state } of page.labels)
    Object.assign(at(line), { kind: "label", priority, state });
  for (const { line, from, to, open } of page.log)
    Object.assign(at(line), { kind: "entry", role: "log", from, to, open });
  for (const { line, role, priority, state, depth, progress } of page.items) {
    Object.assign(at(line), { kind: "item", role, priority, state, depth, progress: progress?.text ?? null });
  }
  for (const item of page.items) addInherited(page, item, found);
  for (const diagnostic of page.diagnostics) at(diagnostic.line).diagnostics.push(diagnostic);
  return found;
}

/** What an item takes from the entry, label or headings above it has its reason there; it is told here as well. */
function addInherited(
  page: PageSnapshot,
  item: PageSnapshot["items"][number],
  found: Map<number, Meaning>,
): void {
  const meaning = found.get(item.line)!;
  for (const what of ["role", "priority", "state"] as const) {
    const value = item[what];
    const own = meaning.reasons.findIndex((reason) => reason.what === what && reason.word !== null);
    if (value === null || own >= 0 || (what === "state" && value === "open")) continue;
    const source = sourcesOf(page, item)
      .map(({ line, rule }) => ({ rule, reason: wordFor(found.get(line), what, value) }))
      .find(({ reason }) => reason !== undefined);
    if (source?.reason === undefined) continue;
    meaning.reasons = meaning.reasons.filter((reason) => reason.what !== what);
    meaning.reasons.push({ ...source.reason, rule: source.rule, line: item.line, from: source.reason.line });
  }
}

function wordFor(meaning: Meaning | undefined, what: Reason["what"], value: string): Reason | undefined {
  return meaning?.reasons.find(
    (reason) =>
      reason.what === what && reason.value === value && reason.word !== null && reason.from === undefined,
  );
}

/** Lines that speak for an item, nearest first. */
function sourcesOf(
  page: PageSnapshot,
  item: PageSnapshot["items"][number],
): { line: number; rule: string }[] {
  const sources: { line: number; rule: string }[] = [];
  const seen = new Set<number>();
  for (let line = item.parent; line !== null && !seen.has(line); ) {
    seen.add(line);
    sources.push({ line, rule: FROM_PARENT });
    line = page.items.find((other) => other.line === line)?.parent ?? null;
  }
  const label = page.labels.findLast(({ line, text }) => text === item.group && line < item.line);
  if (label !== undefined) sources.push({ line: label.line, rule: "label" });
  let level = Number.POSITIVE_INFINITY;
  for (const section of page.sections.filter(({ line }) => line <= (item.section ?? 0)).reverse()) {
    if (section.level >= level) continue;
    level = section.level;
    sources.push({ line: section.line, rule: "heading" });
  }
  return sources;
}
