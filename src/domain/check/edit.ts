// Edits of conditions.md as patches: a condition more or less, a correction, its outcome. New lines copy their neighbours'
// markers and indentation. Every edit is read back before it is handed out: what was asked stands there, and nothing else
// of what the file says has changed.

import { fold, LineIndex, type LocalDate, type Tongue } from "../../base/index.ts";
import { applyPatches, normalizePatches, type Patch } from "../../page/index.ts";
import type { ConditionKind } from "../day/day.ts";
import { lineAt, lineEndFor, lineOf, wholeRange } from "../outline-edit.ts";
import type { Condition, Conditions, CorrectionOutcome } from "./condition.ts";
import { readConditions } from "./read.ts";
import { correctionLine, DETECT_WORD, outcomeText, SECTION_HEADINGS } from "./words.ts";

export type ConditionEdit =
  | { kind: "add"; condition: ConditionKind; name: string; detectorText: string | null }
  | { kind: "remove"; name: string }
  | { kind: "correct"; name: string; text: string; from: LocalDate; judgeOn: LocalDate }
  /** `line` is the correction's. */
  | { kind: "judge"; line: number; outcome: CorrectionOutcome; on: LocalDate };

/** The condition of that name; width, case and blanks do not matter. */
export function findCondition(conditions: Conditions, name: string): Condition | null {
  return conditions.conditions.find((one) => fold(one.name) === fold(name)) ?? null;
}

/**
 * Several edits as patches of one text; all refer to it as given.
 * @param tongue for a file that has no heading yet
 * @returns null where it cannot be written so that it reads back as asked; the person must do it by hand
 */
export function conditionPatches(
  conditions: Conditions,
  edits: readonly ConditionEdit[],
  tongue: Tongue,
): Patch[] | null {
  const { text } = conditions;
  const patches: Patch[] = [];
  for (const edit of edits) {
    const made = patchesOf(conditions, edit, conditions.tongue ?? tongue);
    if (made === null) return null;
    patches.push(...made);
  }
  const ordered = normalizePatches(patches, text);
  const after = readConditions(applyPatches(text, ordered), tongue);
  const expected = edits.reduce((told, edit) => tellEdit(told, edit, conditions), tell(conditions));
  const isRight = JSON.stringify(sorted(tell(after))) === JSON.stringify(sorted(expected));
  return isRight && after.diagnostics.length <= conditions.diagnostics.length ? ordered : null;
}

/** The file as it reads once patches of it are applied. */
export function applyConditionPatches(
  conditions: Conditions,
  patches: readonly Patch[],
  tongue: Tongue,
): Conditions {
  return readConditions(applyPatches(conditions.text, patches), tongue);
}

function patchesOf(conditions: Conditions, edit: ConditionEdit, tongue: Tongue): Patch[] | null {
  switch (edit.kind) {
    case "add":
      return addPatches(conditions, edit, tongue);
    case "remove": {
      const condition = findCondition(conditions, edit.name);
      return condition === null ? null : [{ ...wholeRange(conditions.text, condition), insert: "" }];
    }
    case "correct": {
      const condition = findCondition(conditions, edit.name);
      if (condition === null) return null;
      const line = correctionLine(edit.text, edit.from, edit.judgeOn, tongue);
      return [
        lineAt(conditions.text, condition.range.to, `${markerBelow(conditions.text, condition)}${line}`),
      ];
    }
    case "judge": {
      const all = conditions.conditions.flatMap(({ corrections }) => corrections);
      const found = all.find(({ line }) => line === edit.line);
      if (found === undefined || (found.outcome === null && found.tail.to > found.tail.from)) return null;
      return [{ ...found.tail, insert: outcomeText(edit.outcome, edit.on, tongue) }];
    }
  }
}

/** Behind the last condition of its section; a section that is missing comes at the end. */
function addPatches(
  conditions: Conditions,
  edit: ConditionEdit & { kind: "add" },
  tongue: Tongue,
): Patch[] | null {
  const { text, sections } = conditions;
  if (findCondition(conditions, edit.name) !== null) return null;
  const end = lineEndFor(text);
  const section = sections.findLast(({ kind }) => kind === edit.condition);
  const entries = conditions.conditions.filter(({ kind }) => kind === edit.condition);
  const inSection = entries.filter(({ line }) => section !== undefined && line > section.line);
  const last = inSection[inSection.length - 1];
  const marker = last === undefined ? "- " : nextMarker(text, last);
  let indent: string | null = null;
  for (const one of entries) indent ??= indentBelow(text, one);
  const detect = edit.detectorText === null ? [] : [`${DETECT_WORD[tongue]}${edit.detectorText}`];
  const below = indent ?? `${" ".repeat(marker.length)}- `;
  const lines = [`${marker}${edit.name}`, ...detect.map((line) => `${below}${line}`)].join(end);
  if (last !== undefined) return [lineAt(text, last.range.to, lines)];
  if (section !== undefined) return [lineAt(text, section.end, `${end}${lines}`)];
  const level = sections[0] === undefined ? 2 : headingLevel(text, sections[0].line);
  const heading = `${"#".repeat(level)} ${SECTION_HEADINGS[edit.condition][tongue]}${end}${end}`;
  const body = text.replace(/^\ufeff/, "");
  const gap = body === "" || /(?:\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(body) ? "" : end;
  return [lineAt(text, text.length, `${gap}${heading}${lines}`)];
}

const MARKER = /^([ \t]*)([-*+]|(\d{1,9})([.)]))([ \t]+)(\[[^\]\r\n]\][ \t]+)?/;

/** The marker of an entry behind this one; numbers go on. */
function nextMarker(text: string, condition: Condition): string {
  const marker = MARKER.exec(lineOf(text, condition.line));
  if (marker === null) return "- ";
  const [, indent, bullet, number, point, blanks] = marker;
  return `${indent}${number === undefined ? bullet : `${Number(number) + 1}${point}`}${blanks}`;
}

/** Indentation and marker of what stands below the condition already; null where nothing does. */
function indentBelow(text: string, condition: Condition): string | null {
  if (condition.endLine === condition.line) return null;
  const lines = new LineIndex(text);
  for (let line = condition.line + 1; line <= condition.endLine; line++) {
    const marker = MARKER.exec(lines.line(line));
    if (marker !== null && marker[1] !== "") return `${marker[1]}${marker[2]}${marker[5]}`;
  }
  return null;
}

function markerBelow(text: string, condition: Condition): string {
  const known = indentBelow(text, condition);
  if (known !== null && !/\d/.test(known)) return known;
  const marker = MARKER.exec(lineOf(text, condition.line));
  const width = marker === null ? 2 : marker[1]!.length + marker[2]!.length + marker[5]!.length;
  const indent = known === null ? " ".repeat(width) : /^[ \t]*/.exec(known)![0];
  return `${indent}${marker === null || marker[3] !== undefined ? "-" : marker[2]} `;
}

function headingLevel(text: string, line: number): number {
  return /^[\ufeff ]*(#{1,6})/.exec(lineOf(text, line))?.[1]?.length ?? 2;
}

// Reading back

/** What the file says, without places. */
interface Told {
  kind: ConditionKind;
  name: string;
  detector: string | null;
  corrections: string[];
}

function tell(conditions: Conditions): Told[] {
  return conditions.conditions.map(({ kind, name, detectorText, corrections }) => ({
    kind,
    name,
    detector: detectorText,
    corrections: corrections.map(({ text, from, judgeOn, outcome, judgedOn }) =>
      JSON.stringify([text, from, judgeOn, outcome, judgedOn]),
    ),
  }));
}

function tellEdit(told: readonly Told[], edit: ConditionEdit, conditions: Conditions): Told[] {
  if (edit.kind === "add")
    return [...told, { kind: edit.condition, name: edit.name, detector: edit.detectorText, corrections: [] }];
  if (edit.kind === "remove") return told.filter(({ name }) => fold(name) !== fold(edit.name));
  return told.map((one) => {
    const condition = findCondition(conditions, one.name);
    if (edit.kind === "correct") {
      if (fold(one.name) !== fold(edit.name)) return one;
      const more = JSON.stringify([edit.text, edit.from, edit.judgeOn, null, null]);
      return { ...one, corrections: [...one.corrections, more] };
    }
    const at = condition?.corrections.findIndex(({ line }) => line === edit.line) ?? -1;
    if (at < 0) return one;
    const [text, from, judgeOn] = JSON.parse(one.corrections[at]!) as unknown[];
    return {
      ...one,
      corrections: one.corrections.with(at, JSON.stringify([text, from, judgeOn, edit.outcome, edit.on])),
    };
  });
}

/** A new condition may stand anywhere; those of the file keep their order. */
function sorted(told: readonly Told[]): Told[] {
  return [...told].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
