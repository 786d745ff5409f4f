// The years at a glance: a cell a month, shaded by how many of its days some entry covers. A cell leads to its entries;
// one tab stop, arrows move.

import { useRef, useState } from "react";
import { useTexts, useTongue } from "../texts.ts";
import type { MonthDensity } from "./log-model.ts";
import { logTexts, sayMonth } from "./log-texts.ts";

interface MonthsProps {
  years: readonly { year: number; months: MonthDensity[] }[];
  onJump: (key: string) => void;
}

export function LogMonths({ years, onJump }: MonthsProps) {
  const t = useTexts(logTexts);
  const tongue = useTongue();
  const full = years.flatMap(({ months }) => months.filter(({ key }) => key !== null).reverse());
  const [active, setActive] = useState<string | null>(null);
  const current = full.some(({ month }) => month === active) ? active : (full[0]?.month ?? null);
  const grid = useRef<HTMLDivElement>(null);

  /** To the nearest month with entries: left and right along time, up and down by years. */
  const move = (from: string, key: string) => {
    const index = full.findIndex(({ month }) => month === from);
    const byYear = (step: number) => {
      const wanted = `${Number(from.slice(0, 4)) + step}${from.slice(4)}`;
      const later = full.filter(({ month }) => (step > 0 ? month >= wanted : month <= wanted));
      return step > 0 ? later.at(-1) : later[0];
    };
    const next =
      key === "ArrowRight"
        ? full[index - 1]
        : key === "ArrowLeft"
          ? full[index + 1]
          : key === "ArrowUp"
            ? byYear(1)
            : key === "ArrowDown"
              ? byYear(-1)
              : key === "Home"
                ? full.at(-1)
                : key === "End"
                  ? full[0]
                  : undefined;
    if (next === undefined) return false;
    setActive(next.month);
    grid.current?.querySelector<HTMLElement>(`[data-month="${next.month}"]`)?.focus();
    return true;
  };

  return (
    <aside className="log-months" aria-label={t.months}>
      <div ref={grid} className="months-grid">
        {years.map(({ year, months }) => (
          <div key={year} className="months-year">
            <span>{year}</span>
            {months.map(({ month, key, level, entries, covered }) =>
              key === null ? (
                <i key={month} className="month-cell" data-level="0" />
              ) : (
                <button
                  key={month}
                  type="button"
                  className="month-cell"
                  data-level={level}
                  data-month={month}
                  tabIndex={month === current ? 0 : -1}
                  aria-label={t.monthEntries(sayMonth(month, tongue, true), entries, covered)}
                  title={t.monthEntries(sayMonth(month, tongue, true), entries, covered)}
                  onFocus={() => setActive(month)}
                  onClick={() => onJump(key)}
                  onKeyDown={(event) => move(month, event.key) && event.preventDefault()}
                />
              ),
            )}
          </div>
        ))}
      </div>
      <p className="months-legend" aria-hidden="true">
        {t.fewer}
        {[1, 2, 3, 4].map((level) => (
          <i key={level} className="month-cell" data-level={level} />
        ))}
        {t.more}
      </p>
    </aside>
  );
}
