// The plot of help against effort without a browser: dots and labels that do not meet, places that answer what they show,
// curves of equal importance.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_IMPORTANCE, importanceOf } from "../src/domain/index.ts";
import {
  answersAt,
  type Band,
  curveOf,
  layOut,
  type PlotDot,
  STEPS,
  stepEffort,
} from "../src/faces/web/goals/plot-model.ts";

const some = fc.array(
  fc.record({
    help: fc.constantFrom<Band>(3, 2, 1, 0, null),
    effortMin: fc.option(fc.constantFrom(...STEPS), { nil: null }),
    labelWidth: fc.integer({ min: 20, max: 200 }),
  }),
  { minLength: 1, maxLength: 14 },
);
const withKeys = (list: Omit<PlotDot, "key">[]): PlotDot[] =>
  list.map((dot, index) => ({ ...dot, key: String(index) }));

describe("the plot", () => {
  test("no two dots with their labels meet, and each stands in its band", () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 300, max: 1100 }), (list, width) => {
        const dots = withKeys(list);
        const plot = layOut(dots, width);
        const boxes = plot.dots.map(({ key, x, y, isLabelLeft }) => {
          const { labelWidth, help } = dots.find((dot) => dot.key === key)!;
          const band = plot.bands.find((one) => one.help === help)!;
          expect(y - 15).toBeGreaterThanOrEqual(band.top);
          expect(y + 15).toBeLessThanOrEqual(band.top + band.height);
          return {
            from: x - 15 - (isLabelLeft ? labelWidth : 0),
            to: x + 15 + (isLabelLeft ? 0 : labelWidth),
            y,
          };
        });
        for (const [index, a] of boxes.entries())
          for (const b of boxes.slice(index + 1))
            expect(Math.abs(a.y - b.y) >= 30 || a.to <= b.from || b.to <= a.from).toBe(true);
        expect(plot.height).toBe(plot.bands.reduce((sum, { height }) => sum + height, 0));
      }),
      { numRuns: 300 },
    );
  });

  test("where a dot stands is what it answers", () => {
    fc.assert(
      fc.property(some, (list) => {
        const dots = withKeys(list);
        const plot = layOut(dots, 900);
        for (const { key, x, y } of plot.dots) {
          const { help, effortMin } = dots.find((dot) => dot.key === key)!;
          expect(answersAt(plot, dots, x, y)).toEqual({ help, effortMin });
        }
      }),
      { numRuns: 200 },
    );
  });

  test("keys go from step to step, and stop at the ends", () => {
    expect(stepEffort(60, 1)).toBe(90);
    expect(stepEffort(70, -1)).toBe(60);
    expect(stepEffort(30, -1)).toBe(30);
    expect(stepEffort(36_000, 1)).toBe(36_000);
    expect(stepEffort(null, -1)).toBe(480);
  });

  test("a curve rises with effort", () => {
    const dots = withKeys([{ help: 2, effortMin: 600, labelWidth: 50 }]);
    const path = curveOf(layOut(dots, 700), dots, (effortMin) => {
      const { factors } = importanceOf(
        { helps: [], effortMin, people: 0, hasPoints: true },
        DEFAULT_IMPORTANCE,
      );
      return (3 * 50) / (100 * factors.effort);
    });
    const points = path
      .slice(1)
      .split("L")
      .map((point) => point.split(" ").map(Number) as [number, number]);
    expect(points.length).toBeGreaterThan(10);
    for (const [index, [x, y]] of points.slice(1).entries()) {
      expect(x).toBeGreaterThan(points[index]![0]);
      expect(y).toBeLessThanOrEqual(points[index]![1]);
    }
  });
});
