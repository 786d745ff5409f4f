// The planning of one day as a problem of its own, free of pages and notes: free time, tasks with what they are worth, and
// what must hold. `planDay` and `replanDay` answer it with placed blocks; docs/decisions/0004 writes the objective down.

import type { EpochMin } from "../../base/index.ts";
import type { Span } from "../day/day.ts";

/** Why a task may want time, in the terms that the reason of its block names. Codes, said in words by the actions. */
export type TaskReason =
  | { code: "priority"; priority: "highest" | "high" | "medium" | "low" | null; rank: number | null }
  | { code: "pinned" }
  | { code: "doing" }
  | { code: "next-step" }
  /** So many days of work, or more, went by without it. */
  | { code: "idle"; days: number; isMore: boolean }
  | { code: "due"; inDays: number; leftMin: number | null }
  | { code: "estimate"; kind: "limit" | "floor"; leftMin: number }
  | { code: "commitment"; period: "day" | "week" | "month"; leftMin: number; daysLeft: number };

/** Why a block stands where it stands. */
export type PlaceReason =
  | { code: "best-hours" }
  | { code: "first-free" }
  | { code: "kept-place" }
  | { code: "only-gap" }
  | { code: "shifted"; byMin: number };

export interface PlanTask {
  /** Text of its blocks: an item's title path, or a commitment's title. Unique. */
  id: string;
  /** Worth of one minute, above 0: importance with urgency. Minutes of one task are worth less the more it gets in a day. */
  worth: number;
  /** 0 to 3: how much it wants the best hours. */
  hard: number;
  /** At most so many minutes today: what is left of a limit, or a day's share. */
  mostMin: number;
  /** It must find so many minutes today if they can be found at all (a commitment on its last day, due today); 0: none. */
  mustMin: number;
  /** What it got today already: more of it is worth less. Does not count towards `mostMin` and `mustMin`; default 0. */
  doneMin?: number;
  /** Length of one block. */
  shortestMin: number;
  longestMin: number;
  why: readonly TaskReason[];
}

/** A block that stands: pinned, a busy time, running, or past. Nothing is placed over it. */
export interface FixedBlock extends Span {
  text: string;
  /**
   * Id of the task that it is for; null for a busy time. What lies after the start of the first open time counts towards
   * the task's `mostMin` and `mustMin`.
   */
  task: string | null;
  /** Whether it is work, after which a break is due. */
  work: boolean;
}

export interface PlanProblem {
  /** Working time from now on, ordered, apart. Fixed blocks may lie across it. */
  open: readonly Span[];
  fixed: readonly FixedBlock[];
  tasks: readonly PlanTask[];
  /** Must be left free within `open`, beside breaks: a hard constraint. */
  bufferMin: number;
  best: readonly Span[];
  stretchMin: number;
  breakMin: number;
  /** Starts and lengths of a new plan are whole multiples of this, counted on the wall clock; 15. A re-plan is exact to the minute. */
  gridMin: number;
  /** A moment on the grid, such as the day's start where its zone is not a whole number of grid steps from UTC; default 0. */
  gridFrom?: EpochMin;
  /** What the day held before: a re-plan keeps it where it costs little. In order of time. */
  previous: readonly PlacedBlock[];
}

export interface PlacedBlock extends Span {
  task: string;
  place: readonly PlaceReason[];
}

export interface UnplacedTask {
  task: string;
  /** How much of it found no place. */
  min: number;
  why: "no-time" | "no-gap" | "buffer";
}

export interface DayPlan {
  blocks: PlacedBlock[];
  /** Where the buffer lies; together `bufferMin`, less only where `bufferShortMin` says so. */
  buffer: Span[];
  /** How much of the buffer cannot be kept, because fixed blocks leave too little: then no task is placed. */
  bufferShortMin: number;
  /** What would have been placed without the buffer, or must be and found no place, the most worth first. */
  unplaced: UnplacedTask[];
  /** Value of the objective. */
  value: number;
}

/** How a day that has begun is planned anew. */
export interface Replan extends DayPlan {
  /** What became of each block that was to come, in the order of `previous`. */
  changes: BlockChange[];
  now: EpochMin;
}

export interface BlockChange {
  from: PlacedBlock;
  /** Where it lies now, in one piece or several; none where it fell out. */
  to: PlacedBlock[];
  /** Minutes of it, of those after now, that found no room. */
  lostMin: number;
}
