// Where the dots of help against effort stand: hours on a logarithmic scale, one band for each answer, and as many lanes in a
// band as its labels need. Pure; widths and heights in pixels.

export type Band = 3 | 2 | 1 | 0 | null;
export const BANDS: readonly Band[] = [3, 2, 1, 0];

export interface PlotDot {
  key: string;
  help: Band;
  /** Null: not answered. */
  effortMin: number | null;
  /** How wide its label is. */
  labelWidth: number;
}

export interface PlacedDot {
  key: string;
  x: number;
  y: number;
  /** Where there is no room to the right of it. */
  isLabelLeft: boolean;
}

export interface Plot {
  width: number;
  height: number;
  /** Where the hours end; behind it is the column of what is not answered. */
  right: number;
  bands: { help: Band; top: number; height: number }[];
  ticks: { min: number; x: number }[];
  dots: PlacedDot[];
}

const LEAST_MIN = 30;
const LEFT = 22;
const LANE = 34;
const PAD = 10;
const DOT = 15;
/** Steps that dragging and keys go in, in minutes. */
export const STEPS: readonly number[] = [
  0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 30, 40, 50, 60, 80, 100, 120, 160, 200, 300, 400, 600,
].map((hours) => hours * 60);
const TICKS = [30, 60, 120, 300, 600, 1200, 2400, 6000, 12_000, 36_000];
const UNKNOWN = 96;
/** Room for the words below a tick. */
const TICK_GAP = 52;

export function layOut(dots: readonly PlotDot[], width: number): Plot {
  const hasUnknown = dots.some(({ effortMin }) => effortMin === null);
  const right = Math.max(120, width - (hasUnknown ? UNKNOWN : 16));
  const most = mostOf(dots);
  const shown: Band[] = dots.some(({ help }) => help === null) ? [...BANDS, null] : [...BANDS];
  const bands: Plot["bands"] = [];
  const placed: PlacedDot[] = [];
  let top = 0;
  for (const help of shown) {
    const own = dots
      .filter((dot) => dot.help === help)
      .map((dot) => ({
        dot,
        x: dot.effortMin === null ? right + UNKNOWN / 2 - 8 : xOf(dot.effortMin, right, most),
      }))
      .sort((a, b) => a.x - b.x);
    const lanes: number[] = [];
    for (const { dot, x } of own) {
      const isLabelLeft = x + DOT + dot.labelWidth > width && x - DOT - dot.labelWidth > 0;
      const from = x - DOT - (isLabelLeft ? dot.labelWidth : 0);
      const to = x + DOT + (isLabelLeft ? 0 : dot.labelWidth);
      let lane = lanes.findIndex((end) => end <= from);
      if (lane < 0) lane = lanes.length;
      lanes[lane] = to + 6;
      placed.push({ key: dot.key, x, y: top + PAD + lane * LANE + LANE / 2, isLabelLeft });
    }
    const height = Math.max(1, lanes.length) * LANE + 2 * PAD;
    bands.push({ help, top, height });
    top += height;
  }
  const ticks: Plot["ticks"] = [];
  for (const min of TICKS.filter((one) => one <= most)) {
    const x = xOf(min, right, most);
    if (x - (ticks.at(-1)?.x ?? -TICK_GAP) >= TICK_GAP && x < right) ticks.push({ min, x });
  }
  return { width, height: top, right, bands, ticks, dots: placed };
}

function mostOf(dots: readonly PlotDot[]): number {
  return Math.max(40 * 60, ...dots.map(({ effortMin }) => (effortMin ?? 0) * 1.2));
}

function xOf(min: number, right: number, most: number): number {
  const share = Math.log(Math.max(LEAST_MIN, min) / LEAST_MIN) / Math.log(most / LEAST_MIN);
  return LEFT + share * (right - LEFT - 12);
}

/** The answers at a place of the plot: the band, and the nearest step of effort; null in the column of what is not answered. */
export function answersAt(
  plot: Plot,
  dots: readonly PlotDot[],
  x: number,
  y: number,
): { help: Band; effortMin: number | null } {
  const band = plot.bands.find(({ top, height }) => y < top + height) ?? plot.bands.at(-1)!;
  if (plot.right + 10 < x) return { help: band.help, effortMin: null };
  const most = mostOf(dots);
  const nearest = STEPS.reduce((best, step) =>
    Math.abs(xOf(step, plot.right, most) - x) < Math.abs(xOf(best, plot.right, most) - x) ? step : best,
  );
  return { help: band.help, effortMin: nearest };
}

/** The next step of effort up or down. */
export function stepEffort(min: number | null, by: 1 | -1): number {
  if (min === null) return 8 * 60;
  const next = by > 0 ? STEPS.find((step) => step > min) : STEPS.findLast((step) => step < min);
  return next ?? min;
}

/**
 * The curve of equal importance, as a path.
 * @param helpAt the help that such an importance needs at an effort; may be above 3
 */
export function curveOf(plot: Plot, dots: readonly PlotDot[], helpAt: (effortMin: number) => number): string {
  const most = mostOf(dots);
  const points: string[] = [];
  for (let index = 0; index <= 40; index++) {
    const min = LEAST_MIN * (most / LEAST_MIN) ** (index / 40);
    const help = helpAt(min);
    if (help > 3.4 || help < 0) continue;
    points.push(`${xOf(min, plot.right, most).toFixed(1)} ${yOf(plot, help).toFixed(1)}`);
  }
  return points.length < 2 ? "" : `M${points.join("L")}`;
}

/** Between the middles of the bands. */
function yOf({ bands }: Plot, help: number): number {
  const middle = (at: Band): number => {
    const band = bands.find((one) => one.help === at)!;
    return band.top + band.height / 2;
  };
  if (help >= 3) return middle(3) - (help - 3) * (middle(2) - middle(3));
  const below = Math.floor(help) as 0 | 1 | 2;
  const above = (below + 1) as 1 | 2 | 3;
  return middle(below) + (help - below) * (middle(above) - middle(below));
}
