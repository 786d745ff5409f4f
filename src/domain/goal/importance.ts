// Importance, from exactly three questions: how much an item helps toward a goal, what time and people it needs, whether it
// has check points. One formula, whose four numbers stand in nunc.yaml (`importance`). Nothing is known that was not answered.

import type { Tongue } from "../../base/index.ts";
import type { Help } from "./goal.ts";
import { sayImportance } from "./importance-messages.ts";

/** Shares are 0 to 1. */
export interface ImportanceSettings {
  /** How much of its value endless effort takes from an item. */
  effortShare: number;
  /** Effort that takes half of that share. */
  halfMin: number;
  /** How much of its value the need of many people takes; one takes half of it. */
  peopleShare: number;
  /** How much of its value having no check points takes. */
  pointsShare: number;
}

export const DEFAULT_IMPORTANCE: ImportanceSettings = {
  effortShare: 0.6,
  halfMin: 20 * 60,
  peopleShare: 0.2,
  pointsShare: 0.1,
};

/** The answers for one item, over all goals that it serves and that are open. */
export interface ImportanceAnswers {
  helps: readonly { goal: string; help: Help | null }[];
  effortMin: number | null;
  people: number | null;
  hasPoints: boolean;
}

export interface Importance {
  /** 0 to 100, a whole number; null where no help was answered. */
  value: number | null;
  /** What the value is the product of, each 0 to 1; `help` of several goals as chances that add up. */
  factors: { help: number | null; effort: number; people: number; points: number };
  /** Questions without an answer: of these, effort counts as half of the share, people as nobody. */
  missing: ("help" | "effort" | "people")[];
}

/**
 * `100 × help × effort × people × points`, where
 * help = 1 − Π(1 − hᵢ/3) over the goals (a noisy or: two goals are more than one, and never more than all),
 * effort = 1 − effortShare × E/(E + half), people = 1 − peopleShare × n/(n + 1), points = 1 or 1 − pointsShare.
 */
export function importanceOf(answers: ImportanceAnswers, settings: ImportanceSettings): Importance {
  const { effortShare, halfMin, peopleShare, pointsShare } = settings;
  const helps = answers.helps.map(({ help }) => help).filter((help) => help !== null);
  const help = helps.length === 0 ? null : 1 - helps.reduce<number>((left, one) => left * (1 - one / 3), 1);
  const { effortMin, people } = answers;
  const factors = {
    help,
    effort: 1 - effortShare * (effortMin === null ? 0.5 : effortMin / (effortMin + halfMin)),
    people: 1 - peopleShare * ((people ?? 0) / ((people ?? 0) + 1)),
    points: answers.hasPoints ? 1 : 1 - pointsShare,
  };
  const product = factors.effort * factors.people * factors.points;
  const missing: Importance["missing"] = [];
  if (helps.length < answers.helps.length) missing.push("help");
  if (effortMin === null) missing.push("effort");
  if (people === null) missing.push("people");
  return { value: help === null ? null : Math.round(100 * help * product), factors, missing };
}

/** Why the value is what it is, in one sentence: every factor with its answer. */
export function explainImportance(
  answers: ImportanceAnswers,
  importance: Importance,
  tongue: Tongue,
): string {
  return sayImportance(tongue).reason(answers, importance);
}
