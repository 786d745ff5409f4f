// Vigna's weighted τ: against the definition of the paper, written down in another way, and by hand.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weightedTau } from "../src/domain/drift/weighted-tau.ts";

/**
 * The definition: ⟨r, s⟩ = Σ over i, j of sgn(r_i - r_j) sgn(s_i - s_j) w(i, j), τ = ⟨r, s⟩ / (‖r‖ ‖s‖), with w(i, j) the sum of 1/(ρ+1);
 * ρ is the number of items that stand before one, by r and then by s; then the mean with r and s exchanged.
 */
function byDefinition(r: readonly number[], s: readonly number[]): number | null {
  const all = r.map((_, index) => index);
  const isBefore = (x: readonly number[], y: readonly number[], i: number, j: number): boolean =>
    x[i]! > x[j]! || (x[i] === x[j] && (y[i]! > y[j]! || (y[i] === y[j] && i < j)));
  const tauBy = (x: readonly number[], y: readonly number[]): number => {
    const weight = (i: number): number => 1 / (all.filter((j) => isBefore(x, y, j, i)).length + 1);
    const product = (a: readonly number[], b: readonly number[]): number => {
      let sum = 0;
      for (const i of all)
        for (const j of all)
          if (i !== j) sum += Math.sign(a[i]! - a[j]!) * Math.sign(b[i]! - b[j]!) * (weight(i) + weight(j));
      return sum;
    };
    return product(r, s) / Math.sqrt(product(r, r) * product(s, s));
  };
  const tau = (tauBy(r, s) + tauBy(s, r)) / 2;
  return Number.isNaN(tau) ? null : tau;
}

describe("weighted τ", () => {
  test("by hand: three items, the last two exchanged", () => {
    // By r the weights are 1, 1/2, 1/3; pairs 3/2, 4/3 agree, 5/6 does not: (17/6 - 5/6) / (22/6) = 12/22. By s it is the same.
    expect(weightedTau([3, 2, 1], [3, 1, 2]).tau).toBeCloseTo(12 / 22, 12);
    // The first two exchanged: -3/2 + 4/3 + 5/6 of 22/6.
    expect(weightedTau([3, 2, 1], [2, 3, 1]).tau).toBeCloseTo(4 / 22, 12);
  });

  test("by hand: ties", () => {
    // r ties the first two: ranks by s then break it. Pairs (a,c) 4/3 and (b,c) 5/6 agree; norms 13/6 and 22/6.
    const byR = 13 / 6 / Math.sqrt((13 / 6) * (22 / 6));
    expect(weightedTau([2, 2, 1], [3, 2, 1]).tau).toBeCloseTo(byR, 12);
  });

  test("values that scipy.stats.weightedtau gives", () => {
    expect(weightedTau([3, 3, 3, 2, 2, 1], [120, 0, 30, 60, 0, 90]).tau).toBeCloseTo(0.0699912607835124, 12);
  });

  test("1 for the same order, -1 for the reverse, null where one has no order", () => {
    expect(weightedTau([5, 4, 3], [9, 2, 1]).tau).toBeCloseTo(1, 12);
    expect(weightedTau([1, 2, 3, 4], [4, 3, 2, 1]).tau).toBeCloseTo(-1, 12);
    expect(weightedTau([1, 1, 1], [3, 2, 1]).tau).toBeNull();
    expect(weightedTau([3, 2, 1], [0, 0, 0]).tau).toBeNull();
    expect(weightedTau([], []).tau).toBeNull();
  });

  test("equals the definition, ties and all", () => {
    const values = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 6 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(values, (pairs) => {
        const [r, s] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const { tau, discords } = weightedTau(r, s);
        const expected = byDefinition(r, s);
        if (expected === null) expect(tau).toBeNull();
        else expect(tau).toBeCloseTo(expected, 9);
        expect(weightedTau(s, r).tau ?? -2).toBeCloseTo(tau ?? -2, 9);
        for (const { above, below } of discords) {
          expect(r[above]!).toBeGreaterThan(r[below]!);
          expect(s[above]!).toBeLessThan(s[below]!);
        }
      }),
    );
  });

  test("a disagreement at the top costs more than one at the bottom", () => {
    const order = [6, 5, 4, 3, 2, 1];
    const top = weightedTau(order, [5, 6, 4, 3, 2, 1]);
    const bottom = weightedTau(order, [6, 5, 4, 3, 1, 2]);
    expect(top.tau!).toBeLessThan(bottom.tau!);
    expect(weightedTau(order, [5, 6, 4, 3, 1, 2]).discords[0]).toMatchObject({ above: 0, below: 1 });
  });
});
