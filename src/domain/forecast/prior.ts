// What is believed of a person of whom nothing is known. Two sets of pseudo-ratios (logarithms of actual over estimate) with
// median 1: the log-normal one that the plain baselines start from, and the one with heavy tails that our own model uses.

/** Ten pseudo-ratios of a log-normal with median 1 and sigma = ln 2, at the levels 0.05, 0.15 to 0.95. */
export const PSEUDO_RATIOS: readonly number[] = levels(10).map((p) => Math.LN2 * normalQuantile(p));

/** Scale of the prior below: half of all tasks of a person unknown take 0.68 to 1.47 times the estimate, 90 % 0.31 to 3.2. */
const PRIOR_SCALE = 0.5;

/**
 * Twenty-one pseudo-ratios (so that the estimate itself is one) of a Student t with 3 degrees of freedom: as wide as the log-normal in the middle, with the heavy
 * tails that records of time have.
 */
export const HEAVY_RATIOS: readonly number[] = levels(21).map((p) => PRIOR_SCALE * studentQuantile3(p));

function levels(count: number): number[] {
  return Array.from({ length: count }, (_, index) => (index + 0.5) / count);
}

/** Quantile of the standard normal: P. J. Acklam's rational approximation (2003), relative error below 1.2e-9. */
export function normalQuantile(p: number): number {
  const a = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
    2.506628277459239,
  ];
  const b = [
    -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
  ];
  const c = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
  const series = (terms: readonly number[], x: number): number =>
    terms.reduce((sum, term) => sum * x + term, 0);
  if (p > 0.97575) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return series(c, q) / (series(d, q) * q + 1);
  }
  const q = p - 0.5;
  const r = q * q;
  return (series(a, r) * q) / (series(b, r) * r + 1);
}

/** Quantile of Student's t with 3 degrees of freedom, by bisection of its distribution function, which is closed. */
export function studentQuantile3(p: number): number {
  const below = (x: number): number => {
    const t = x / Math.sqrt(3);
    return 0.5 + (Math.atan(t) + t / (1 + t * t)) / Math.PI;
  };
  let from = -100;
  let to = 100;
  for (let step = 0; step < 80; step++) {
    const middle = (from + to) / 2;
    if (below(middle) < p) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
