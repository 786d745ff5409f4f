// Edits of a day note as patches. What is not asked for never changes, not by a byte; new lines look like their neighbours
// and stand in order of time. An edit is read back before it is given: what the note then says is what was asked, else it is refused.

import { AppError, type EpochMin, fold, type Tongue } from "../../base/index.ts";
import { applyPatches, normalizePatches, type Patch } from "../../page/index.ts";
import type { BlockKind, BlockState, ConditionKind, DayNote } from "./day.ts";
import { NoteWriter } from "./day-edit-lines.ts";
import { type DayLayout, readLayout, type TimedLine } from "./day-read.ts";
import { DAY_KEYWORDS, keywordOf, PIN } from "./day-words.ts";
import { sayDay } from "./messages.ts";

/** One edit. Lines are those of the note that is given, also where several edits are made at once. */
export type DayEdit =
  | {
      kind: "add-block";
      from: EpochMin;
      to: EpochMin;
      block: BlockKind;
      text: string;
      pinned?: boolean;
      reason?: string;
      state?: BlockState;
    }
  | {
      kind: "set-block";
      line: number;
      from?: EpochMin;
      to?: EpochMin;
      text?: string;
      pinned?: boolean;
      state?: BlockState;
      reason?: string | null;
    }
  | { kind: "remove-block"; line: number }
  | {
      kind: "add-record";
      from: EpochMin;
      /** Null: it is running. */
      to: EpochMin | null;
      record: "work" | "interruption";
      text: string;
    }
  | { kind: "set-record"; line: number; from?: EpochMin; to?: EpochMin | null; text?: string }
  | { kind: "remove-record"; line: number }
  /** Takes the place of an answer of that name. */
  | { kind: "answer"; condition: ConditionKind; name: string; holds: boolean; evidence?: string | null }
  | { kind: "remark"; text: string }
  | { kind: "correction"; text: string }
  /** When the plan was first accepted. */
  | { kind: "planned-at"; at: EpochMin };

export interface DayEditOptions {
  /** Of a new note's headings, and of messages. */
  tongue: Tongue;
  /** Where the person is now: times get that zone's offset where it differs from the note's. */
  zone: string;
}

/** A line that an edit concerns, as it will be. */
export interface SetLine {
  line: TimedLine;
  from: EpochMin;
  to: EpochMin | null;
  text?: string;
  pinned?: boolean;
  state?: BlockState;
  reason?: string | null;
}

export interface NewTimed {
  part: "plan" | "record";
  from: EpochMin;
  to: EpochMin | null;
  kind: BlockKind;
  text: string;
  pinned: boolean;
  state: BlockState | null;
  reason: string | null;
}

export interface NewAnswer {
  condition: ConditionKind;
  name: string;
  holds: boolean;
  evidence: string | null | undefined;
}

/** All edits of a note, put in order. */
export interface DayEdits {
  sets: SetLine[];
  removes: TimedLine[];
  adds: NewTimed[];
  answers: NewAnswer[];
  corrections: string[];
  remarks: string[];
  plannedAt: EpochMin | null;
}

/**
 * The patches for edits of a note; for a note with an empty text those that make it, with front matter and headings.
 * @throws AppError missing where a line is none of the note; usage where times or texts cannot be; invalid where what was
 * asked cannot be written so that it reads back.
 */
export function editDay(note: DayNote, edits: readonly DayEdit[], options: DayEditOptions): Patch[] {
  if (edits.length === 0) return [];
  const layout = layoutOf(note.text, note, options.tongue);
  const ordered = orderEdits(layout, edits, options.tongue);
  const wanted = wantedState(layout, ordered);
  for (const joint of ["", ": "]) {
    const patches = normalizePatches(new NoteWriter(layout, ordered, options, joint).write(), note.text);
    const after = layoutOf(applyPatches(note.text, patches), note, options.tongue);
    if (stateOf(after) === wanted) return patches;
  }
  const said = sayDay(options.tongue).notReadBack(firstText(edits));
  throw new AppError("invalid", said.message, { hint: said.hint! });
}

function layoutOf(text: string, { frame }: DayNote, tongue: Tongue): DayLayout {
  return readLayout(text, { date: frame.date, zone: frame.zone, dayEndMin: frame.dayEndMin, tongue });
}

function firstText(edits: readonly DayEdit[]): string {
  for (const edit of edits) {
    if (edit.kind === "answer") return edit.name;
    if ("text" in edit && edit.text !== undefined) return edit.text;
  }
  return edits[0]!.kind;
}

/** Brings the edits of each line together, and makes texts safe: one line, no pin at the end of a text, no keyword before it. */
function orderEdits(layout: DayLayout, edits: readonly DayEdit[], tongue: Tongue): DayEdits {
  const words = sayDay(tongue);
  const { note } = layout;
  const ordered: DayEdits = {
    sets: [],
    removes: [],
    adds: [],
    answers: [],
    corrections: [],
    remarks: [],
    plannedAt: null,
  };
  const refuse = (code: "usage" | "missing", said: { message: string; hint: string | null }): never => {
    throw new AppError(code, said.message, said.hint === null ? {} : { hint: said.hint });
  };
  const lineOf = (line: number, part: "plan" | "record"): TimedLine => {
    const found = layout.timed.find(({ entry }) => entry.line === line && entry.part === part);
    return found ?? refuse("missing", words.noSuchLine(line, part === "plan" ? "block" : "record"));
  };
  const textOf = (text: string, kind: BlockKind, part: "plan" | "record"): string => {
    const safe = oneLine(text).replace(/^(?:[-–—|](?:\s+|$)|[:：]\s*)+/, "");
    const keyword = kind === "work" ? keywordOf(safe) : null;
    if (keyword?.keyword === "interruption" || (part === "plan" && keyword?.keyword === "buffer"))
      refuse("usage", words.isKeyword(safe, DAY_KEYWORDS[keyword.keyword][keyword.tongue]));
    return safe;
  };
  const named = (text: string): string => {
    const safe = oneLine(text);
    return safe === "" ? refuse("usage", words.noName()) : safe;
  };
  const setOf = (line: TimedLine): SetLine => {
    const known = ordered.sets.find((set) => set.line === line);
    if (known !== undefined) return known;
    const { from, to } = [...note.blocks, ...note.records].find((one) => one.line === line.entry.line)!;
    const set: SetLine = { line, from, to };
    ordered.sets.push(set);
    return set;
  };
  const kindOf = (line: TimedLine): BlockKind => (line.keyword?.keyword as BlockKind | undefined) ?? "work";

  for (const edit of edits) {
    switch (edit.kind) {
      case "add-block": {
        const { text, isPinned } = unpinned(textOf(edit.text, edit.block, "plan"));
        ordered.adds.push({
          part: "plan",
          from: edit.from,
          to: edit.to,
          kind: edit.block,
          text,
          pinned: edit.pinned ?? isPinned,
          state: edit.state ?? "planned",
          reason: belowText(edit.reason),
        });
        break;
      }
      case "add-record": {
        const { from, to, record } = edit;
        const text = textOf(edit.text, record, "record");
        ordered.adds.push({
          part: "record",
          from,
          to,
          kind: record,
          text,
          pinned: false,
          state: null,
          reason: null,
        });
        break;
      }
      case "set-block": {
        const line = lineOf(edit.line, "plan");
        const set = setOf(line);
        if (edit.from !== undefined) set.from = edit.from;
        if (edit.to !== undefined) set.to = edit.to;
        if (edit.state !== undefined) set.state = edit.state;
        if (edit.reason !== undefined) set.reason = belowText(edit.reason);
        if (edit.text !== undefined) {
          const { text, isPinned } = unpinned(textOf(edit.text, kindOf(line), "plan"));
          set.text = text;
          if (isPinned) set.pinned = true;
        }
        if (edit.pinned !== undefined) set.pinned = edit.pinned;
        break;
      }
      case "set-record": {
        const line = lineOf(edit.line, "record");
        const set = setOf(line);
        if (edit.from !== undefined) set.from = edit.from;
        if (edit.to !== undefined) set.to = edit.to;
        if (edit.text !== undefined) set.text = textOf(edit.text, kindOf(line), "record");
        break;
      }
      case "remove-block":
      case "remove-record": {
        const line = lineOf(edit.line, edit.kind === "remove-block" ? "plan" : "record");
        if (!ordered.removes.includes(line)) ordered.removes.push(line);
        break;
      }
      case "answer": {
        const { condition, holds } = edit;
        const name = named(edit.name);
        ordered.answers = ordered.answers.filter((answer) => fold(answer.name) !== fold(name));
        const evidence = edit.evidence === undefined ? undefined : belowText(edit.evidence);
        ordered.answers.push({ condition, name, holds, evidence });
        break;
      }
      case "remark":
        ordered.remarks.push(named(edit.text));
        break;
      case "correction":
        ordered.corrections.push(named(edit.text));
        break;
      case "planned-at":
        ordered.plannedAt = edit.at;
        break;
    }
  }
  ordered.sets = ordered.sets.filter(({ line }) => !ordered.removes.includes(line));
  for (const { from, to } of [...ordered.adds, ...ordered.sets])
    if (to !== null && to <= from) refuse("usage", words.endsBeforeItBegins());
  return ordered;
}

function oneLine(text: string): string {
  return linesOf(text).join(" ");
}

/** The lines of a reason as they can stand below a line; null where nothing is left. */
function belowText(text: string | null | undefined): string | null {
  return linesOf(text ?? "").join("\n") || null;
}

function linesOf(text: string): string[] {
  const lines = text.split(/[\r\n\u2028\u2029]+/).map((line) => line.trim());
  return lines.filter((line) => line !== "");
}

function unpinned(text: string): { text: string; isPinned: boolean } {
  if (!text.endsWith(PIN)) return { text, isPinned: false };
  return { text: text.slice(0, -PIN.length).trim(), isPinned: true };
}

/** What a note says, as one comparable text; without the order of its lines, and without an end that only follows from neighbours. */
function stateOf({ note, timed }: DayLayout): string {
  const open = openLines(timed);
  return said({
    blocks: note.blocks.map((block) => ({ ...block, to: open.has(block.line) ? null : block.to })),
    records: note.records,
    answers: note.answers,
    corrections: note.corrections.map(({ text }) => text),
    remarks: note.remarks.map(({ text }) => text),
    plannedAt: note.plannedAt,
  });
}

function openLines(timed: readonly TimedLine[]): Set<number> {
  const open = timed.filter(({ entry, span }) => entry.part === "plan" && typeof span.end !== "object");
  return new Set([...open, ...timed.filter(({ span }) => span.end === null)].map(({ entry }) => entry.line));
}

/** What the note must say after the edits. */
function wantedState({ note, timed }: DayLayout, edits: DayEdits): string {
  const open = openLines(timed);
  const removed = new Set(edits.removes.map(({ entry }) => entry.line));
  const setAt = new Map(edits.sets.map((set) => [set.line.entry.line, set]));
  const added = (part: "plan" | "record") => edits.adds.filter((add) => add.part === part);
  const blocks = note.blocks
    .filter(({ line }) => !removed.has(line))
    .map((block) => {
      const set = setAt.get(block.line);
      const to = open.has(block.line) ? null : block.to;
      if (set === undefined) return { ...block, to };
      const isTimed = set.from !== block.from || set.to !== block.to;
      return {
        kind: block.kind,
        from: set.from,
        to: isTimed ? set.to : to,
        text: set.text ?? block.text,
        pinned: set.pinned ?? block.pinned,
        state: set.state ?? block.state,
        reason: set.reason === undefined ? block.reason : set.reason,
      };
    });
  const records = note.records
    .filter(({ line }) => !removed.has(line))
    .map((record) => {
      const set = setAt.get(record.line);
      if (set === undefined) return record;
      return { kind: record.kind, from: set.from, to: set.to, text: set.text ?? record.text };
    });
  const answers = note.answers.map((answer) => {
    const edit = edits.answers.find(({ name }) => fold(name) === fold(answer.name));
    if (edit === undefined) return answer;
    const evidence = edit.evidence === undefined ? answer.evidence : edit.evidence;
    return { kind: edit.condition, name: answer.name, holds: edit.holds, evidence };
  });
  const known = new Set(note.answers.map(({ name }) => fold(name)));
  const fresh = edits.answers
    .filter(({ name }) => !known.has(fold(name)))
    .map(({ condition, name, holds, evidence }) => ({
      kind: condition,
      name,
      holds,
      evidence: evidence ?? null,
    }));
  return said({
    blocks: [...blocks, ...added("plan").map((add) => ({ ...add, state: add.state! }))],
    records: [
      ...records,
      ...added("record").map((add) => ({ ...add, kind: add.kind as "work" | "interruption" })),
    ],
    answers: [...answers, ...fresh],
    corrections: [...note.corrections.map(({ text }) => text), ...edits.corrections],
    remarks: [...note.remarks.map(({ text }) => text), ...edits.remarks],
    plannedAt: edits.plannedAt ?? note.plannedAt,
  });
}

interface Saying {
  blocks: {
    from: EpochMin;
    to: EpochMin | null;
    state: BlockState;
    kind: BlockKind;
    text: string;
    pinned: boolean;
    reason: string | null;
  }[];
  records: { from: EpochMin; to: EpochMin | null; kind: string; text: string }[];
  answers: { kind: ConditionKind; name: string; holds: boolean; evidence: string | null }[];
  corrections: string[];
  remarks: string[];
  plannedAt: EpochMin | null;
}

function said(saying: Saying): string {
  const lists = [
    saying.blocks.map(({ from, to, state, kind, text, pinned, reason }) => [
      from,
      to,
      state,
      kind,
      text,
      pinned,
      reason,
    ]),
    saying.records.map(({ from, to, kind, text }) => [from, to, kind, text]),
    saying.answers.map(({ kind, name, holds, evidence }) => [kind, name, holds, evidence]),
    saying.corrections,
    saying.remarks,
  ];
  return JSON.stringify([
    ...lists.map((list) => list.map((one) => JSON.stringify(one)).sort()),
    saying.plannedAt,
  ]);
}
