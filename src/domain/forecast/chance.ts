// Chance that is the same every time: a generator with a seed, so that the same home gives the same forecast.

export interface Chance {
  /** Uniform, above 0 and below 1. */
  uniform(): number;
  /** Exponential with mean 1. */
  exponential(): number;
  /** Standard normal. */
  normal(): number;
}

/** mulberry32 (Tommy Ettinger): 32 bits of state, quick, good enough for quantiles of ten thousand runs. */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
  const exponential = (): number => -Math.log(uniform());
  // Box and Muller 1958; the second value is not kept, so that calls do not depend on one another.
  const normal = (): number => Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * uniform());
  return { uniform, exponential, normal };
}
