// What an answer was made from, written down while it is made: each file and folder that was asked for with its state, and
// what else was asked of the world. Where all of it is as it was, the answer is as it was too (a dependency trace, as build
// systems keep it: Mokhov, Mitchell and Peyton Jones, Build systems à la carte, 2018).

import type { EpochMin, Instant, LocalDate } from "../base/index.ts";
import { dayAt, epochMinOf, type Index, type World } from "../domain/index.ts";
import type { Outside } from "./action.ts";

/** Plain data. Null where it was not asked for. */
export interface Trace {
  /** Files as `Store.read` names them, folders with a slash behind. */
  names: string[];
  /** Four numbers each, as `Index.states` gives them. */
  states: Float64Array;
  heads: [path: string, head: string | null][];
  zone: string | null;
  today: LocalDate | null;
  minute: EpochMin | null;
  now: Instant | null;
}

/** Folders of more files are not followed: asking their states would take as long as computing. */
const MOST_NAMES = 20_000;
/** What an answer that was made with these cannot be told from later. */
const UNTRACED = [
  "initHome",
  "doctor",
  "welcomed",
  "welcome",
  "clockMark",
  "markClock",
  "recall",
  "readFile",
  "remember",
] as const satisfies readonly (keyof Outside)[];

type StatesOf = NonNullable<Index["states"]>;

/** Watches what is asked of a world. Invariant: a state is taken before what it is the state of is read. */
export class Tracer {
  readonly world: World;
  readonly outside: Outside;
  /** The world behind, of which nothing is written down. */
  readonly real: World;
  private readonly index: Index;
  private readonly statesOf: StatesOf;
  private readonly states = new Map<string, ArrayLike<number>>();
  private readonly folders = new Set<string>();
  private readonly heads = new Map<string, string | null>();
  private zone: string | null = null;
  private today: LocalDate | null = null;
  private minute: EpochMin | null = null;
  private now: Instant | null = null;
  private isLost = false;

  constructor(world: World, outside: Outside, index: Index, statesOf: StatesOf) {
    this.real = world;
    this.index = index;
    this.statesOf = statesOf;
    this.world = { ...world, store: this.watchStore(), clock: this.watchClock() };
    this.outside = this.watchOutside(outside);
  }

  /** The minute it is, where only that counts. */
  askMinute(now: Instant): void {
    this.minute ??= epochMinOf(now);
  }

  /** The time it is, to the last digit. */
  askNow(now: Instant): void {
    this.now ??= now;
  }

  /** The day it is. */
  askToday(today: LocalDate): void {
    this.today ??= today;
  }

  /** Null where the answer cannot be kept: something was asked that leaves no trace, or a file is too young to be known by its state. */
  trace(): Trace | null {
    const names = [...this.states.keys()];
    if (this.isLost || names.length > MOST_NAMES) return null;
    const states = new Float64Array(names.length * 4);
    let at = 0;
    for (const state of this.states.values()) {
      states.set(state, at);
      at += 4;
    }
    if (states.some(Number.isNaN)) return null;
    for (const folder of this.folders) if (this.index.hasLinks?.(folder) !== false) return null;
    const { zone, today, minute, now } = this;
    return { names, states, heads: [...this.heads], zone, today, minute, now };
  }

  private touch(name: string): void {
    if (!this.states.has(name)) this.states.set(name, this.statesOf([name]));
  }

  private touchFolder(name: string): void {
    const folder = name.endsWith("/") ? name : `${name}/`;
    this.folders.add(folder);
    this.touch(folder);
  }

  private watchStore(): World["store"] {
    const { store } = this.real;
    return {
      root: store.root,
      resolve: (file) => store.resolve(file),
      read: (file) => {
        this.touch(file);
        return store.read(file);
      },
      list: (folder) => {
        this.touchFolder(folder);
        return store.list(folder);
      },
      commit: (change) => {
        this.isLost = true;
        return store.commit(change);
      },
      journal: (limit) => {
        this.touchFolder("journal");
        for (const file of store.list("journal")) this.touch(file);
        return store.journal(limit);
      },
    };
  }

  private watchClock(): World["clock"] {
    const { clock } = this.real;
    const { suspended } = clock;
    return {
      now: () => {
        this.now ??= clock.now();
        return this.now;
      },
      zone: () => {
        this.zone ??= clock.zone();
        return this.zone;
      },
      ...(suspended && {
        suspended: () => {
          this.isLost = true;
          return suspended();
        },
      }),
    };
  }

  private watchOutside(outside: Outside): Outside {
    const { pageHead, pageHistory } = outside;
    const headOf = (path: string): string | null => {
      const head = this.heads.get(path) ?? pageHead?.(path) ?? null;
      this.heads.set(path, head);
      return head;
    };
    const watched: Outside = { ...outside, index: this.watchIndex() };
    if (pageHead !== undefined) watched.pageHead = headOf;
    if (pageHistory !== undefined)
      watched.pageHistory = (place) => {
        // A history is as good as the commit that HEAD names.
        if (place.repo !== null || pageHead === undefined) this.isLost = true;
        else headOf(this.real.store.resolve(place.path));
        return pageHistory(place);
      };
    const lost: Record<string, unknown> = {};
    for (const name of UNTRACED) {
      const ask = outside[name] as ((...given: unknown[]) => unknown) | undefined;
      if (ask === undefined) continue;
      lost[name] = (...given: unknown[]) => {
        this.isLost = true;
        return ask(...given);
      };
    }
    return { ...watched, ...lost };
  }

  private watchIndex(): Index {
    const { index } = this;
    return {
      read: (name) => index.read(name),
      write: (name, value) => index.write(name, value),
      stamp: (file) => {
        const stamp = index.stamp(file);
        if (stamp === null) this.touch(file);
        else if (!this.states.has(file)) this.states.set(file, stamp);
        return stamp;
      },
    };
  }
}

/** Whether everything is as it was when this was traced. */
export function isAsTraced(trace: Trace, world: World, outside: Outside, statesOf: StatesOf): boolean {
  const { clock, config } = world;
  if (trace.now !== null && trace.now !== clock.now()) return false;
  if (trace.minute !== null && trace.minute !== epochMinOf(clock.now())) return false;
  if (trace.zone !== null && trace.zone !== clock.zone()) return false;
  if (trace.today !== null) {
    const zone = config.zone ?? clock.zone();
    if (trace.today !== dayAt(epochMinOf(clock.now()), zone, config.day.dayEndMin)) return false;
  }
  if (trace.heads.some(([path, head]) => (outside.pageHead?.(path) ?? null) !== head)) return false;
  const states = statesOf(trace.names);
  // A state that is not known now (NaN) is never the same.
  return states.every((state, at) => state === trace.states[at]);
}
