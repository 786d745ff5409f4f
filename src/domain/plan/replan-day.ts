// replanDay: a day that has begun and was disturbed. What was planned keeps its order and, where it can, its place; what
// cannot shifts to the right to the minute, around what is fixed and into what an interruption freed of the buffer; what
// then finds no room is shortened or falls out, the least worth first. Nothing new comes in: that is for planDay.

import type { EpochMin } from "../../base/index.ts";
import type { Span } from "../day/day.ts";
import { freeSpans, joinSpans, lengthOf } from "../day/spans.ts";
import { placeBuffer } from "./buffer.ts";
import { type LaidDay, type LayRules, layInOrder, type Want } from "./lay-in-order.ts";
import { lackingMusts } from "./plan-day.ts";
import type { PlacedBlock, PlanProblem, Replan } from "./problem.ts";
import { planValue } from "./value.ts";

/** The shortest piece that a block is split or shortened to; where nothing else keeps all the work, a shorter one. */
const PIECE_MIN = 15;
/** A good piece is longer. */
const GOOD_PIECE_MIN = 30;
const SCRAP_MIN = 5;

/** A block of the previous plan that is still to come. */
interface Coming extends Want {
  block: PlacedBlock;
  worth: number;
}

interface Laid extends LaidDay {
  buffer: Span[];
}

interface Ground {
  problem: PlanProblem;
  free: Span[];
  work: Span[];
  /** Where the buffer lies best, what is free beside it, and how much of it finds no place. */
  buffer: Span[];
  beside: Span[];
  shortMin: number;
}

/**
 * The rest of the day after a change. `problem.open` begins at `now`; `problem.bufferMin` is what interruptions left of it.
 * @param isCovered whether the buffer paid for the change: then breaks give way before any work is lost; else they keep 5 minutes
 */
export function replanDay(problem: PlanProblem, now: EpochMin, isCovered = false): Replan {
  const ground = groundOf(problem);
  const worthOf = new Map(problem.tasks.map((task) => [task.id, task.worth]));
  const coming = problem.previous
    .filter((block) => block.to > now)
    .map((block): Coming => {
      const from = Math.max(block.from, now);
      return { block, from, min: block.to - from, worth: worthOf.get(block.task) ?? 0 };
    });
  const known = coming.filter(({ block }) => worthOf.has(block.task));
  const laid = layWhole(ground, known, isCovered) ?? layLess(ground, known);
  const pieces = new Map(known.map((one, i) => [one, laid.pieces[i]!]));
  const changes = coming.map((one) => changeOf(one, pieces.get(one) ?? []));
  const blocks = changes.flatMap(({ to }) => to).sort((a, b) => a.from - b.from);
  return {
    blocks,
    buffer: laid.buffer,
    bufferShortMin: ground.shortMin,
    unplaced: lackingMusts(problem, blocks),
    value: planValue(problem, blocks),
    changes,
    now,
  };
}

function changeOf({ block, from, min }: Coming, spans: readonly Span[]): Replan["changes"][number] {
  const to = spans.map((span): PlacedBlock => {
    const byMin = span.from - from;
    const place = byMin === 0 ? ({ code: "kept-place" } as const) : ({ code: "shifted", byMin } as const);
    return { task: block.task, ...span, place: [place] };
  });
  return { from: block, to, lostMin: min - lengthOf(spans) };
}

function groundOf(problem: PlanProblem): Ground {
  const taken = problem.fixed.filter(({ from, to }) => from < to);
  const free = freeSpans(joinSpans(problem.open), taken);
  const { buffer, shortMin } = placeBuffer(free, problem.bufferMin);
  const work = taken.filter((one) => one.work).map(({ from, to }) => ({ from, to }));
  return { problem, free, work, buffer, beside: freeSpans(free, buffer), shortMin };
}

/**
 * All the work, if there is a way: where it lies, with the buffer beside it; whole blocks behind one another; split where they must; with shorter breaks; with a buffer
 * that takes what the blocks leave here and there; with none; in short pieces. Null where none of these holds it.
 */
function layWhole(ground: Ground, wants: readonly Coming[], isCovered: boolean): Laid | null {
  if (ground.shortMin > 0) return null;
  const still = layInPlace(ground, wants);
  if (still !== null) return still;
  const { breakMin } = ground.problem;
  const brief = (min: number) => Math.min(min, breakMin);
  const ways: { breakMin: number; pieceMin: number | null; scattered: boolean }[] = [
    { breakMin, pieceMin: null, scattered: false },
    { breakMin, pieceMin: GOOD_PIECE_MIN, scattered: false },
    { breakMin, pieceMin: PIECE_MIN, scattered: false },
    { breakMin: brief(10), pieceMin: PIECE_MIN, scattered: false },
    { breakMin: brief(10), pieceMin: PIECE_MIN, scattered: true },
    { breakMin: brief(5), pieceMin: PIECE_MIN, scattered: true },
    { breakMin: 0, pieceMin: PIECE_MIN, scattered: true },
    { breakMin: 0, pieceMin: SCRAP_MIN, scattered: true },
  ];
  for (const { scattered, ...way } of ways) {
    if (!isCovered && way.breakMin < brief(5)) break;
    const rules = { ...way, stretchMin: ground.problem.stretchMin };
    const laid = scattered ? layBeforeBuffer(ground, wants, rules) : layBeside(ground, wants, rules);
    if (laid.over === 0) return laid;
  }
  return null;
}

/** Every block where it is wanted, the buffer in what they leave: it alone moves nothing. Null where that does not do. */
function layInPlace({ problem, free, work }: Ground, wants: readonly Want[]): Laid | null {
  const places = wants.map(({ from, min }) => ({ from, to: from + min }));
  const { buffer, shortMin } = placeBuffer(freeSpans(free, places), problem.bufferMin);
  if (shortMin > 0) return null;
  const laid = layInOrder(wants, freeSpans(free, buffer), work, { ...problem, pieceMin: null });
  const stands = laid.pieces.every((mine, i) => mine.length === 1 && mine[0]!.from === wants[i]!.from);
  return stands ? { ...laid, buffer } : null;
}

function layBeside(ground: Ground, wants: readonly Want[], rules: LayRules): Laid {
  return { ...layInOrder(wants, ground.beside, ground.work, rules), buffer: ground.buffer };
}

/** The blocks first; the buffer takes what they leave, breaks last. What it lacks is over. */
function layBeforeBuffer(ground: Ground, wants: readonly Want[], rules: LayRules): Laid {
  const { problem, free, work } = ground;
  const laid = layInOrder(wants, free, work, rules);
  const blocks = laid.pieces.flat();
  const left = freeSpans(free, blocks);
  const breaks = blocks.map(({ to }) => ({ from: to, to: to + rules.breakMin }));
  const atRest = placeBuffer(freeSpans(left, breaks), problem.bufferMin);
  const { buffer, shortMin } = atRest.shortMin === 0 ? atRest : placeBuffer(left, problem.bufferMin);
  return { ...laid, buffer, over: laid.over + shortMin };
}

/** As much of the work as there is room for: the least worth is shortened or falls out, then holes are filled with it. */
function layLess(ground: Ground, coming: readonly Coming[]): Laid {
  const { breakMin, stretchMin } = ground.problem;
  const rules = { breakMin, stretchMin, pieceMin: PIECE_MIN };
  const mins = coming.map(({ min }) => min);
  const lay = () =>
    layBeside(
      ground,
      coming.map((one, i) => ({ from: one.from, min: mins[i]! })),
      rules,
    );
  let laid = lay();
  while (laid.over > 0) {
    const cut = cheapestCut(coming, mins, laid.over);
    if (cut === null) break;
    mins[cut.at]! -= cut.min;
    laid = lay();
  }
  // Not all that was cut helped: the most worth comes back first, as far as it goes.
  for (const i of coming.map((_, at) => at).sort((a, b) => coming[b]!.worth - coming[a]!.worth)) {
    const least = mins[i]!;
    let [low, high] = [least, coming[i]!.min];
    while (low < high) {
      mins[i] = Math.ceil((low + high) / 2);
      if (mins[i]! >= Math.min(PIECE_MIN, coming[i]!.min) && lay().over === 0) low = mins[i]!;
      else high = mins[i]! - 1;
    }
    mins[i] = low;
  }
  laid = lay();
  return fillHoles(ground, coming, laid);
}

/** What to cut so that `over` minutes less are wanted, for the least worth: the end of a block, or a whole one. */
function cheapestCut(
  coming: readonly Coming[],
  mins: readonly number[],
  over: number,
): { at: number; min: number } | null {
  let best: { at: number; min: number; cost: number } | null = null;
  for (const [at, min] of mins.entries()) {
    if (min === 0) continue;
    const isEnd = min - over >= PIECE_MIN;
    const cut = isEnd ? over : min;
    const cost = (coming[at]!.worth * cut) / Math.min(cut, over);
    if (best === null || cost <= best.cost) best = { at, min: cut, cost };
  }
  return best;
}

/** What fell out tries every hole that is left, before its old time too, the most worth first. */
function fillHoles(ground: Ground, coming: readonly Coming[], laid: Laid): Laid {
  const pieces = laid.pieces.map((mine) => [...mine]);
  const order = coming.map((_, at) => at).sort((a, b) => coming[b]!.worth - coming[a]!.worth);
  for (const i of order) {
    for (const hole of freeSpans(ground.beside, pieces.flat())) {
      const left = coming[i]!.min - lengthOf(pieces[i]!);
      const others = [...ground.work, ...pieces.flat()];
      const span = restingSpan(hole, others, ground.problem, left);
      if (span !== null && span.to - span.from >= Math.min(PIECE_MIN, left)) pieces[i]!.push(span);
    }
    pieces[i]!.sort((a, b) => a.from - b.from);
  }
  return { ...laid, pieces: pieces.map(joinSpans) };
}

/** What of a hole work may have that keeps its breaks to the work around it. */
function restingSpan(hole: Span, work: readonly Span[], problem: PlanProblem, min: number): Span | null {
  if (min <= 0) return null;
  const near = (one: Span) => one.to > hole.from - problem.breakMin && one.from < hole.to + problem.breakMin;
  const before = Math.max(...work.filter((one) => near(one) && one.to <= hole.from).map(({ to }) => to));
  const after = Math.min(...work.filter((one) => near(one) && one.from >= hole.to).map(({ from }) => from));
  const from = Math.max(hole.from, before + problem.breakMin);
  const to = Math.min(hole.to, after - problem.breakMin, from + min, from + problem.stretchMin);
  return from < to ? { from, to } : null;
}
