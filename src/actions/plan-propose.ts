// The proposal for a day: what the plan would be, what it changes in the note, what finds no place. Nothing is written here.

import type { EpochMin, LocalDate } from "../base/index.ts";
import {
  bestSpans,
  type DayPlan,
  freeSpans,
  intersectSpans,
  isDayOff,
  isoAt,
  lengthOf,
  listPlanReasons,
  type PlacedBlock,
  type PlanProblem,
  planDay,
  type Span,
  sayPlanReason,
  sayUnplaced,
} from "../domain/index.ts";
import type { PlanJson, SpanJson } from "./day-json.ts";
import { subjectOf } from "./day-read.ts";
import { blockKind } from "./day-view.ts";
import { type Movable, movableOf, PlanLines, writeBuffer } from "./plan-lines.ts";
import { matchBlocks, type PlanMatch, writeMatch } from "./plan-match.ts";
import { sayPlan } from "./plan-messages.ts";
import {
  fixedBlocks,
  GRID_MIN,
  gridFrom,
  gridUp,
  openFrom,
  type Sheet,
  type SheetBlock,
} from "./plan-sheet.ts";
import { looseBlocks } from "./plan-shift.ts";
import { dayTasks, taskFor } from "./plan-tasks.ts";

export interface Proposal {
  sheet: Sheet;
  plan: DayPlan;
  rows: PlanRow[];
  lines: PlanLines;
  /** Working time that neither blocks nor the buffer take. */
  freeMin: number;
  /** From when on it was planned. */
  from: EpochMin;
  /** Whether there was any time to plan. */
  hasTime: boolean;
  isOff: boolean;
}

/** A row of the answer, with its times as moments. */
export type PlanRow = Span & Omit<PlanJson["blocks"][number], keyof SpanJson>;

/** @param from when planning begins, where that was said before; else now, or the day's beginning */
export function proposeDay(sheet: Sheet, options: { fresh: boolean; from?: EpochMin }): Proposal {
  const from = options.from ?? planStart(sheet);
  const { fresh } = options;
  const loose = looseBlocks(sheet, from);
  const previous = loose.map((one): Movable => {
    const movable = movableOf(one);
    return { ...movable, task: taskFor(sheet, movable.task) ?? movable.task };
  });
  const problem = problemOf(sheet, from, previous, fresh);
  const plan = planDay(problem);
  const match = matchBlocks(previous, plan.blocks);
  const lines = new PlanLines(sheet);
  const { tongue } = sheet.context;
  const tasks = new Map(dayTasks(sheet).map((task) => [task.id, task]));
  const whyOf = (block: PlacedBlock): string | null =>
    sayPlanReason(tasks.get(block.task)?.why ?? [], block.place, tongue) || null;
  const allOf = (block: PlacedBlock): string[] =>
    listPlanReasons(tasks.get(block.task)?.why ?? [], block.place, tongue);
  const texts = sayPlan(tongue);
  writeMatch(lines, match, { trace: sheet.hasBegun, cause: texts.causePlan(), whyOf });
  const buffers = sheet.blocks.filter((one) => one.role === "buffer" && one.from >= from);
  writeBuffer(
    lines,
    buffers.map(({ block }) => block),
    plan.buffer,
  );
  const rows = rowsOf(sheet, { match, plan, loose, buffers, whyOf, allOf });
  const used = [...problem.fixed, ...plan.blocks, ...plan.buffer];
  return {
    sheet,
    plan,
    rows,
    lines,
    freeMin: lengthOf(freeSpans(problem.open, used)),
    from,
    hasTime: problem.open.length > 0,
    isOff: isDayOff(sheet.date, sheet.settings),
  };
}

export function planStart(sheet: Sheet): EpochMin {
  return gridUp(sheet, Math.max(sheet.frame.from, sheet.isToday ? sheet.now : sheet.frame.from));
}

function problemOf(sheet: Sheet, from: EpochMin, previous: readonly Movable[], fresh: boolean): PlanProblem {
  const { settings, frame } = sheet;
  const lines = new Set(previous.map(({ block }) => block.line));
  return {
    open: openFrom(sheet, from),
    fixed: fixedBlocks(sheet, from, lines).map((one) => ({
      ...one,
      task: one.task === null ? null : (taskFor(sheet, one.task) ?? one.task),
    })),
    tasks: dayTasks(sheet),
    bufferMin: bufferDue(sheet, from, fresh),
    best: bestSpans(frame, settings),
    stretchMin: settings.stretchMin,
    breakMin: settings.breakMin,
    gridMin: GRID_MIN,
    gridFrom: gridFrom(sheet),
    previous: fresh
      ? []
      : previous.map(({ task, from: start, to }) => ({ task, from: start, to, place: [] })),
  };
}

/**
 * How much buffer there must be from a moment on: what the note plans, else what nunc.yaml says. What was spent, or is
 * over, does not come back.
 */
function bufferDue(sheet: Sheet, from: EpochMin, fresh: boolean): number {
  const all = sheet.blocks.filter(({ block }) => block.kind === "buffer" && block.state !== "moved");
  const { bufferMin } = sheet.settings;
  if (all.length === 0) return bufferMin;
  const left = all.filter(({ role }) => role === "buffer").map(({ block }) => block);
  const ahead = lengthOf(intersectSpans(left, [{ from, to: sheet.frame.to }]));
  const gone = lengthOf(all) - ahead;
  return fresh ? Math.max(0, bufferMin - gone) : ahead;
}

interface RowSource {
  match: PlanMatch;
  plan: DayPlan;
  loose: readonly SheetBlock[];
  buffers: readonly SheetBlock[];
  whyOf: (block: PlacedBlock) => string | null;
  allOf: (block: PlacedBlock) => string[];
}

function rowsOf(sheet: Sheet, { match, plan, loose, buffers, whyOf, allOf }: RowSource): PlanRow[] {
  const rows: PlanRow[] = [];
  for (const one of sheet.blocks) {
    const isShown = one.block.state === "planned" || one.block.state === "done";
    if (!isShown || loose.includes(one) || buffers.includes(one)) continue;
    rows.push(standingRow(one, one.to <= sheet.now || one.role === "gone" ? "past" : "kept"));
  }
  const standing = new Map(loose.map((one) => [one.block.line, one]));
  for (const { old } of match.kept) rows.push(standingRow(standing.get(old.block.line)!, "kept"));
  for (const { old, block } of match.moved)
    rows.push({
      ...standingRow(standing.get(old.block.line)!, "moved"),
      from: block.from,
      to: block.to,
      reason: whyOf(block),
      reasons: allOf(block),
    });
  for (const block of match.fresh) {
    const { kind, priority } = subjectOf(sheet.words, block.task);
    const reason = whyOf(block);
    rows.push({
      from: block.from,
      to: block.to,
      kind,
      text: block.task,
      priority,
      pinned: false,
      reason,
      reasons: allOf(block),
      change: "new",
    });
  }
  for (const span of plan.buffer) {
    const isKept = buffers.some((one) => one.from === span.from && one.to === span.to);
    const change = isKept ? "kept" : buffers.length > 0 ? "moved" : "new";
    rows.push({ ...span, kind: "buffer", text: "", priority: null, pinned: false, reason: null, change });
  }
  return rows.sort((a, b) => a.from - b.from || a.to - b.to);
}

function standingRow({ block, subject }: SheetBlock, change: PlanRow["change"]): PlanRow {
  const kind = blockKind(block, subject);
  const { from, to, text, pinned, reason } = block;
  return {
    from,
    to,
    kind,
    text,
    priority: kind === "item" ? subject.priority : null,
    pinned,
    reason,
    change,
  };
}

/** Minutes of work in a plan, and its blocks: buffer and interruptions are none. */
export function workOf(rows: readonly PlanRow[]): { blocks: number; min: number } {
  const work = rows.filter(({ kind }) => kind === "item" || kind === "commitment");
  return { blocks: work.length, min: lengthOf(work) };
}

export function toPlanJson(proposal: Proposal, accepted: boolean): PlanJson {
  const { sheet, plan, rows } = proposal;
  const { zone } = sheet.frame;
  return {
    date: sheet.date as LocalDate,
    accepted,
    blocks: rows.map(({ from, to, ...row }) => ({
      from: isoAt(from, zone),
      to: isoAt(to, zone),
      min: to - from,
      ...row,
    })),
    unplaced: (proposal.isOff ? [] : plan.unplaced).map(({ task, min, why }) => ({
      text: task,
      min,
      reason: sayUnplaced(why, sheet.context.tongue),
    })),
    bufferMin: lengthOf(plan.buffer),
    bufferShortMin: plan.bufferShortMin,
    freeMin: proposal.freeMin,
    token: tokenOf(proposal),
  };
}

/** Names a proposal, so that what is accepted is what was shown: its start, and a hash (FNV-1a) of its blocks. */
export function tokenOf({ from, rows }: Proposal): string {
  let hash = 0x811c9dc5;
  for (const unit of JSON.stringify(rows.map((row) => [row.from, row.to, row.kind, row.text]))) {
    hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193) >>> 0;
  }
  return `${from}-${hash.toString(36)}`;
}
