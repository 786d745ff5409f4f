// Forecasts the ratio of actual to estimate as the distribution of the person's own past ratios: each counts the more, the
// more alike its task is (size, category, project) and the later it came. They are shrunk toward the ratios of others, and
// these toward a stated prior. No curve is fitted, so that whole numbers stay whole numbers and heavy tails heavy.
// docs/decisions/0006-forecasts.md says how the figures below were chosen and how little they matter.

import { type Balance, levelsFor, newBalance, type Reading, weighTruth } from "./calibrate.ts";
import {
  type Estimated,
  type Finished,
  type Forecaster,
  type Given,
  type Quantiles,
  ratioOf,
  SAME_RATIO,
} from "./case.ts";
import { CaseWindow, type Remembered } from "./case-window.ts";
import { HEAVY_RATIOS } from "./prior.ts";

/** What can be set, for measuring how much it matters; nobody else should. */
export interface EstimateOptions {
  /**
   * Standard deviation of the Gaussian kernel on the difference of log estimates, for one case; it shrinks with the fifth
   * root of their number (Silverman 1986), since many cases can afford to be choosy.
   */
  bandwidth: number;
  /** What a task of a wholly different size still counts. */
  floor: number;
  /** How much more a task counts in the same category, and in the same project. */
  sameCategory: number;
  /** With so many cases the category counts half of that. */
  categoryHalf: number;
  sameProject: number;
  /** Number of later tasks after which a task counts 1/e. */
  memory: number;
  /** Weight of all own tasks together, for each of their effective number (Kish). */
  ownWeight: number;
  /** Weight of the prior, and of the ratios of others where there are many of them. */
  priorWeight: number;
  othersWeight: number;
  /** With so many others, half of their weight still goes to the prior. */
  othersHalf: number;
  othersSameCategory: number;
}

export const ESTIMATE_OPTIONS: Readonly<EstimateOptions> = {
  bandwidth: 1.7,
  floor: 0.03,
  sameCategory: 12,
  categoryHalf: 30,
  sameProject: 1.2,
  memory: 200,
  ownWeight: 6,
  priorWeight: 3,
  othersWeight: 30,
  othersHalf: 2,
  othersSameCategory: 2,
};

/** Older tasks weigh less than 1/50 and are forgotten. */
const OWN_LIMIT = 800;
const OTHERS_LIMIT = 600;
/** Until then a person's calibration also learns from others who are as new. */
const YOUNG = 30;
/** Steps of the kernel's table for a difference of 1 in size, and how far it goes. */
const KERNEL_STEPS = 20;
const KERNEL_LENGTH = 400;

interface Person {
  own: CaseWindow;
  count: number;
  balance: Balance;
}

export interface EstimateGiven extends Given, Reading {}

export class EstimateModel implements Forecaster<EstimateGiven> {
  private readonly options: EstimateOptions;
  private readonly kernel: Float64Array;
  private readonly recency: Float64Array;
  private readonly persons = new Map<string, Person>();
  private readonly everybody = new CaseWindow(OTHERS_LIMIT);
  /** Cases of each person in `everybody`, by the person's name. */
  private readonly counts: number[] = [];
  private readonly names = new Map<string, number>();
  private readonly young = newBalance();
  /** Room for the weights of one forecast, used again for the next. */
  private readonly ownWeights = new Float64Array(OWN_LIMIT);
  private readonly othersWeights = new Float64Array(OTHERS_LIMIT);
  private readonly mixed: Mixed = {
    ratios: new Float64Array(OWN_LIMIT + OTHERS_LIMIT + PRIOR_CASES.length),
    weights: new Float64Array(OWN_LIMIT + OTHERS_LIMIT + PRIOR_CASES.length),
    length: 0,
    total: 0,
  };

  constructor(options: Partial<EstimateOptions> = {}) {
    this.options = { ...ESTIMATE_OPTIONS, ...options };
    const { floor, memory } = this.options;
    this.kernel = Float64Array.from({ length: KERNEL_LENGTH }, (_, step) => {
      const distance = step / KERNEL_STEPS;
      return Math.exp((-distance * distance) / 2) + floor;
    });
    this.recency = Float64Array.from({ length: OWN_LIMIT }, (_, age) => Math.exp(-age / memory));
  }

  forecast(task: Estimated): EstimateGiven {
    const person = this.persons.get(task.person) ?? null;
    const like = this.compare(task);
    const own = person === null ? NOTHING : this.weighOwn(person, like);
    const others = this.weighOthers(like);
    const share = others.total > 0 ? others.persons / (others.persons + this.options.othersHalf) : 0;
    const othersWeight = this.options.othersWeight * share;
    const priorWeight = this.options.priorWeight + this.options.othersWeight - othersWeight;
    const mixed = mix(this.mixed, [
      { cases: own.cases, weights: own.weights, factor: own.factor },
      {
        cases: others.cases,
        weights: others.weights,
        factor: others.total > 0 ? othersWeight / others.total : 0,
      },
      { cases: PRIOR_CASES, weights: PRIOR_WEIGHTS, factor: priorWeight / PRIOR_CASES.length },
    ]);
    const isYoung = (person?.count ?? 0) < YOUNG;
    const levels = levelsFor(
      person?.balance ?? NO_BALANCE,
      isYoung ? this.young : null,
      own.squares / mixed.total ** 2,
    );
    const read = levels.map((level) => quantileOf(mixed, level));
    return {
      ratios: read.map(({ ratio }) => ratio) as unknown as Quantiles,
      cases: person?.count ?? 0,
      isYoung,
      outsideAtLower: read[1]!.below,
      outsideAtUpper: 1 - read[3]!.below,
    };
  }

  learn(task: Finished, given: EstimateGiven): void {
    const person = this.personOf(task.person);
    const ratio = ratioOf(task);
    const one = { ...this.compare(task), ratio, number: person.count++ };
    person.own.add(one);
    this.counts[one.person] = (this.counts[one.person] ?? 0) + 1;
    const gone = this.everybody.add(one);
    if (gone !== null) this.counts[gone.person]!--;
    weighTruth(person.balance, ratio, given.ratios, given, true);
    if (given.isYoung) weighTruth(this.young, ratio, given.ratios, given, false);
  }

  private personOf(name: string): Person {
    let person = this.persons.get(name);
    if (person === undefined) {
      person = { own: new CaseWindow(OWN_LIMIT), count: 0, balance: newBalance() };
      this.persons.set(name, person);
    }
    return person;
  }

  private nameOf(text: string): number {
    let name = this.names.get(text);
    if (name === undefined) {
      name = this.names.size;
      this.names.set(text, name);
    }
    return name;
  }

  private compare({ person, project, category, size }: Estimated): Likeness {
    return {
      step: Math.round(size * KERNEL_STEPS),
      person: this.nameOf(person),
      project: this.nameOf(project),
      category: this.nameOf(category),
    };
  }

  /** @param scale see `scaleOf` */
  private near(one: Likeness, task: Likeness, scale: number): number {
    return this.kernel[Math.min(Math.trunc(Math.abs(one.step - task.step) * scale), KERNEL_LENGTH - 1)]!;
  }

  /** One over the bandwidth for so many cases. */
  private scaleOf(count: number): number {
    return Math.max(1, count) ** 0.2 / this.options.bandwidth;
  }

  /** Weights of the person's own cases. Together they weigh as many as they are effectively (Kish 1965), not more. */
  private weighOwn({ own, count }: Person, task: Likeness): OwnWeights {
    const { sameCategory, categoryHalf, sameProject, ownWeight } = this.options;
    const cases = own.sorted;
    const weights = this.ownWeights;
    const scale = this.scaleOf(cases.length);
    const category = 1 + ((sameCategory - 1) * cases.length) / (cases.length + categoryHalf);
    let sum = 0;
    let squares = 0;
    for (let index = 0; index < cases.length; index++) {
      const one = cases[index]!;
      let weight = this.near(one, task, scale) * this.recency[count - 1 - one.number]!;
      if (one.category === task.category) weight *= category;
      if (one.project === task.project) weight *= sameProject;
      weights[index] = weight;
      sum += weight;
      squares += weight * weight;
    }
    const factor = sum > 0 ? (ownWeight * sum) / squares : 0;
    return { cases, weights, factor, squares: squares * factor * factor };
  }

  /** Weights of what others did; one who did much counts less than in proportion. */
  private weighOthers(task: Likeness): OthersWeights {
    const { othersSameCategory } = this.options;
    const cases = this.everybody.sorted;
    const weights = this.othersWeights;
    weights.fill(0);
    const scale = this.scaleOf(cases.length);
    const each = new Float64Array(this.names.size);
    let persons = 0;
    this.counts.forEach((count, person) => {
      if (person === task.person || count === 0) return;
      each[person] = 1 / Math.sqrt(count);
      persons++;
    });
    let total = 0;
    if (persons > 0) {
      for (let index = 0; index < cases.length; index++) {
        const one = cases[index]!;
        if (one.person === task.person) continue;
        let weight = this.near(one, task, scale) * each[one.person]!;
        if (one.category === task.category) weight *= othersSameCategory;
        weights[index] = weight;
        total += weight;
      }
    }
    return { cases, weights, total, persons };
  }
}

/** What is compared of two tasks. */
type Likeness = Omit<Remembered, "ratio" | "number">;

interface OwnWeights {
  cases: readonly { ratio: number }[];
  weights: Float64Array;
  factor: number;
  /** Sum of the squares of the weights, factor included. */
  squares: number;
}

interface OthersWeights {
  cases: readonly { ratio: number }[];
  weights: Float64Array;
  total: number;
  persons: number;
}

const NO_BALANCE = newBalance();
const NOTHING: OwnWeights = { cases: [], weights: new Float64Array(0), factor: 0, squares: 0 };
const PRIOR_CASES = HEAVY_RATIOS.map((ratio) => ({ ratio }));
const PRIOR_WEIGHTS = new Float64Array(PRIOR_CASES.length).fill(1);

/** Ratios in ascending order, each once, with their weights. */
interface Mixed {
  ratios: Float64Array;
  weights: Float64Array;
  length: number;
  total: number;
}

interface Part {
  cases: readonly { ratio: number }[];
  weights: Float64Array;
  factor: number;
}

/** Merges sorted parts into one distribution, which is filled anew. */
function mix(mixed: Mixed, [a, b, c]: readonly [Part, Part, Part]): Mixed {
  const { ratios, weights } = mixed;
  let length = 0;
  let total = 0;
  let i = 0;
  let j = 0;
  let k = 0;
  let x = ratioAt(a, 0);
  let y = ratioAt(b, 0);
  let z = ratioAt(c, 0);
  for (;;) {
    const ratio = Math.min(x, y, z);
    if (ratio === Number.POSITIVE_INFINITY) break;
    let weight: number;
    if (ratio === x) {
      weight = a.weights[i]! * a.factor;
      x = ratioAt(a, ++i);
    } else if (ratio === y) {
      weight = b.weights[j]! * b.factor;
      y = ratioAt(b, ++j);
    } else {
      weight = c.weights[k]! * c.factor;
      z = ratioAt(c, ++k);
    }
    if (weight === 0) continue;
    total += weight;
    if (length > 0 && ratio - ratios[length - 1]! < SAME_RATIO) weights[length - 1]! += weight;
    else {
      ratios[length] = ratio;
      weights[length++] = weight;
    }
  }
  mixed.length = length;
  mixed.total = total;
  return mixed;
}

function ratioAt({ cases }: Part, at: number): number {
  return at < cases.length ? cases[at]!.ratio : Number.POSITIVE_INFINITY;
}

/**
 * The smallest ratio with at least `level` of the weight at or below it: always one that was seen. `below`: which part of
 * that ratio's own weight is needed to come to the level.
 */
function quantileOf(
  { ratios, weights, length, total }: Mixed,
  level: number,
): { ratio: number; below: number } {
  const wanted = level * total;
  let sum = 0;
  let index = 0;
  while (index < length - 1 && sum + weights[index]! < wanted) sum += weights[index++]!;
  return { ratio: ratios[index]!, below: Math.min(1, Math.max(0, (wanted - sum) / weights[index]!)) };
}
