// Vigna's weighted τ with additive hyperbolic weights: how far two orders of the same items agree, where a disagreement about
// what stands at the top costs more than one far down. S. Vigna, "A weighted correlation index for rankings with ties", WWW
// 2015. Ties are no agreement and no disagreement, and do not lower the most that can be reached, as in Kendall's τ-b.

/** A pair of items whose order differs. Indices; `above` is stated above `below`, and lived below it. */
export interface Discord {
  above: number;
  below: number;
  /** What it costs: the sum of the weights of the two. */
  weight: number;
}

export interface Agreement {
  /** -1 to 1; null where all items are alike in one of the two. */
  tau: number | null;
  /** For each item that was lived below one that it is stated above, the pair that costs most; the costliest first. */
  discords: Discord[];
}

/**
 * The weight of an item is 1 / rank, that of a pair the sum of both. Ranks are taken once by `stated`, ties broken by `lived`,
 * and once the other way round; τ is the mean of the two, so that it says the same whichever order comes first.
 * @param stated higher is stated to matter more; equal is a tie
 * @param lived of the same items: higher got more
 */
export function weightedTau(stated: readonly number[], lived: readonly number[]): Agreement {
  const byStated = weightsBy(stated, lived);
  const byLived = weightsBy(lived, stated);
  const one: Sums = { both: 0, stated: 0, lived: 0 };
  const other: Sums = { both: 0, stated: 0, lived: 0 };
  const worst = new Map<number, Discord>();
  for (let i = 0; i < stated.length; i++)
    for (let j = i + 1; j < stated.length; j++) {
      const inStated = Math.sign(stated[i]! - stated[j]!);
      const inLived = Math.sign(lived[i]! - lived[j]!);
      const [weight, weightByLived] = [byStated[i]! + byStated[j]!, byLived[i]! + byLived[j]!];
      addPair(one, inStated, inLived, weight);
      addPair(other, inStated, inLived, weightByLived);
      if (inStated * inLived >= 0) continue;
      const [above, below] = inStated > 0 ? [i, j] : [j, i];
      const cost = (weight + weightByLived) / 2;
      if (cost > (worst.get(above)?.weight ?? 0)) worst.set(above, { above, below, weight: cost });
    }
  const discords = [...worst.values()].sort((a, b) => b.weight - a.weight);
  const [first, second] = [tauOf(one), tauOf(other)];
  return { tau: first === null || second === null ? null : (first + second) / 2, discords };
}

/** What the two orders have in common, and what each has with itself: the inner products of the paper. */
interface Sums {
  both: number;
  stated: number;
  lived: number;
}

function addPair(sums: Sums, inStated: number, inLived: number, weight: number): void {
  if (inStated !== 0) sums.stated += weight;
  if (inLived !== 0) sums.lived += weight;
  sums.both += inStated * inLived * weight;
}

function tauOf({ both, stated, lived }: Sums): number | null {
  return stated === 0 || lived === 0 ? null : both / Math.sqrt(stated * lived);
}

/** 1 / rank of each item, by `first` and where that is equal by `then`, the highest first. */
function weightsBy(first: readonly number[], then: readonly number[]): number[] {
  const order = first.map((_, index) => index);
  order.sort((a, b) => first[b]! - first[a]! || then[b]! - then[a]!);
  const weights: number[] = [];
  order.forEach((index, rank) => {
    weights[index] = 1 / (rank + 1);
  });
  return weights;
}

export type TauMeaning = "same" | "part" | "none" | "reverse";

/** What a value says of two orders. */
export function meaningOfTau(tau: number): TauMeaning {
  if (tau >= 0.7) return "same";
  if (tau >= 0.3) return "part";
  return tau > -0.3 ? "none" : "reverse";
}
