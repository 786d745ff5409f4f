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
  /** The costliest first. */
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
  const one = tauWith(stated, lived, byStated);
  const other = tauWith(stated, lived, byLived);
  const discords: Discord[] = [];
  for (let i = 0; i < stated.length; i++)
    for (let j = i + 1; j < stated.length; j++) {
      if (Math.sign(stated[i]! - stated[j]!) * Math.sign(lived[i]! - lived[j]!) >= 0) continue;
      const weight = (byStated[i]! + byStated[j]! + byLived[i]! + byLived[j]!) / 2;
      const [above, below] = stated[i]! > stated[j]! ? [i, j] : [j, i];
      discords.push({ above, below, weight });
    }
  discords.sort((a, b) => b.weight - a.weight);
  return { tau: one === null || other === null ? null : (one + other) / 2, discords };
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

function tauWith(a: readonly number[], b: readonly number[], weights: readonly number[]): number | null {
  let both = 0;
  let normA = 0;
  let normB = 0;
  for (let i = 0; i < a.length; i++)
    for (let j = i + 1; j < a.length; j++) {
      const weight = weights[i]! + weights[j]!;
      const inA = Math.sign(a[i]! - a[j]!);
      const inB = Math.sign(b[i]! - b[j]!);
      both += inA * inB * weight;
      normA += Math.abs(inA) * weight;
      normB += Math.abs(inB) * weight;
    }
  return normA === 0 || normB === 0 ? null : both / Math.sqrt(normA * normB);
}
