// Answers of actions that only look, kept in the index of the home with what they were made from: one whose inputs have not
// changed is not computed again. As many as there are places; a new one takes the place of an old.

import { fingerprint, type Tongue } from "../base/index.ts";
import type { Index, World } from "../domain/index.ts";
import type { Action, Outcome, Outside } from "./action.ts";
import { isAsTraced, type Trace, Tracer } from "./trace.ts";

const PLACES = 64;
/** Bytes of an answer that is still kept. */
const MOST_BYTES = 4_000_000;

interface KeptAnswer {
  key: string;
  trace: Trace;
  answer: Answer;
}

export interface Answer {
  data: unknown;
  summary: string;
  detail?: unknown;
}

/** One question to a home: an action with its input, in a language, by settings. */
export class Question {
  private readonly world: World;
  private readonly outside: Outside;
  private readonly index: Index;
  private readonly statesOf: NonNullable<Index["states"]>;
  private readonly key: string;
  private readonly name: string;

  private constructor(asked: Asked, index: Index, statesOf: NonNullable<Index["states"]>) {
    const { world, outside, action, raw, tongue } = asked;
    this.world = world;
    this.outside = outside;
    this.index = index;
    this.statesOf = statesOf;
    this.key = JSON.stringify([action.name, raw, tongue, world.config]);
    this.name = `answer-${Number.parseInt(fingerprint(this.key), 36) % PLACES}`;
  }

  /** Null where its answer is not to be kept: a small one is computed as soon as it is checked. */
  static of(asked: Asked): Question | null {
    const { index } = asked.outside;
    if (index?.states === undefined || asked.action.reports === undefined) return null;
    return new Question(asked, index, index.states);
  }

  /** The answer of an earlier run, where everything that it was made from is as it was. */
  known(): Answer | null {
    const kept = this.index.read(this.name) as KeptAnswer | null;
    if (kept?.key !== this.key || !isAsTraced(kept.trace, this.world, this.outside, this.statesOf))
      return null;
    return kept.answer;
  }

  /** Watches what is asked while the answer is made. */
  watch(): Tracer {
    return new Tracer(this.world, this.outside, this.index, this.statesOf);
  }

  keep({ data, summary, detail }: Outcome, tracer: Tracer): void {
    if (!isPlain(detail)) return;
    const trace = tracer.trace();
    if (trace === null) return;
    const kept: KeptAnswer = { key: this.key, trace, answer: { data, summary, detail } };
    this.index.write(this.name, kept, MOST_BYTES);
  }
}

interface Asked {
  world: World;
  outside: Outside;
  action: Action;
  raw: Readonly<Record<string, unknown>>;
  tongue: Tongue;
}

/** Nothing but a few words and numbers: what has methods does not come back as it was. */
function isPlain(detail: unknown): boolean {
  if (detail === undefined) return true;
  return Object.values(detail as object).every((value) => value === null || typeof value !== "object");
}
