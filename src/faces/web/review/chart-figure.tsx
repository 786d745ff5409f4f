// One chart on the screen: what is seen, in which unit, the picture, its numbers, and saving it.

import { useLayoutEffect, useMemo, useRef } from "react";
import { sayFigure } from "../../../actions/index.ts";
import { type Chart, drawChart, type ReportTable, type SvgNode } from "../../../domain/index.ts";
import { SaveButtons } from "../parts/save-buttons.tsx";
import { useTheme } from "../parts/use-theme.ts";
import { useWidth } from "../parts/use-width.ts";
import { useTexts, useTongue } from "../texts.ts";
import { reviewTexts } from "./texts-review.ts";

/** Saved pictures are at least so wide. */
const LEAST_SAVED = 720;

export function ChartFigure({ chart, range }: { chart: Chart; range: string }) {
  const t = useTexts(reviewTexts);
  const area = useRef<HTMLDivElement>(null);
  const width = useWidth(area);
  const titleId = `chart-${chart.name}`;
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption>
        <h3 id={titleId}>{chart.empty === null ? chart.title : t.chartName(chart.name)}</h3>
        {chart.empty === null && <p className="hint">{chart.unit}</p>}
      </figcaption>
      <div ref={area} className="chart-area">
        {chart.empty === null ? (
          <Picture chart={chart} width={width} />
        ) : (
          <p className="nothing">{chart.empty}</p>
        )}
      </div>
      {chart.empty === null && (
        <div className="chart-foot">
          <details className="chart-numbers">
            <summary>{t.numbers}</summary>
            <p className="hint">{chart.alt}</p>
            <NumbersTable table={chart.table} />
          </details>
          <SaveButtons
            what={chart.title}
            name={`nunc-review-${range}-${chart.name}`}
            draw={(theme) => drawChart(chart, { width: Math.max(LEAST_SAVED, width), theme })}
          />
        </div>
      )}
    </figure>
  );
}

function Picture({ chart, width }: { chart: Chart; width: number }) {
  const theme = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const picture = useMemo(() => drawChart(chart, { width, theme, isAlone: false }), [chart, width, theme]);
  useLayoutEffect(() => {
    host.current?.replaceChildren(toElement(picture));
  }, [picture]);
  return <div ref={host} className="chart-picture" />;
}

function toElement({ tag, attributes, children }: SvgNode): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes))
    if (name !== "xmlns") element.setAttribute(name, String(value));
  element.append(...children.map((child) => (typeof child === "string" ? child : toElement(child))));
  return element;
}

export function NumbersTable({ table }: { table: ReportTable }) {
  const tongue = useTongue();
  const isNumber = (unit: string): boolean => unit !== "text" && unit !== "date";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={table.title}>
      <table>
        <thead>
          <tr>
            {table.columns.map(({ key, title, unit }) => (
              <th key={key} scope="col" className={isNumber(unit) ? "number" : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names of their own and never move
            <tr key={index}>
              {row.map((value, place) => {
                const { key, unit } = table.columns[place]!;
                return (
                  <td key={key} className={isNumber(unit) ? "number" : undefined}>
                    {sayFigure(value, unit, tongue)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
