// Said and done: how far the stated order and the lived one differ, what starves, what took the time.

import { useMemo } from "react";
import { driftCharts } from "../../../actions/index.ts";
import type { DriftData } from "../contract.ts";
import { useTexts, useTongue } from "../texts.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { ItemLink } from "./item-link.tsx";
import { reviewTexts } from "./texts-review.ts";

const SHOWN = 6;

export function DriftPart({ drift }: { drift: DriftData }) {
  const t = useTexts(reviewTexts);
  const tongue = useTongue();
  const charts = useMemo(() => driftCharts(drift, tongue), [drift, tongue]);
  // Where too little is known, one of the findings says so; a picture of nothing would say it again.
  const findings =
    drift.tooLittle === null || drift.findings.includes(drift.tooLittle)
      ? drift.findings
      : [drift.tooLittle, ...drift.findings];
  const drawn = drift.tooLittle === null ? charts : charts.filter(({ empty }) => empty === null);
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  return (
    <section className="review-part" aria-labelledby="review-drift">
      <h2 id="review-drift">{t.drift}</h2>
      {drift.source !== "none" && <p className="hint">{drift.sourceSays}</p>}
      {findings.length > 0 && (
        <ul className="review-findings">
          {findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      )}
      {drawn.map((chart) => (
        <ChartFigure key={chart.name} chart={chart} range={drift.range.name} />
      ))}
      {drift.agreement.value !== null && !drift.findings.includes(drift.agreement.says) && (
        <p className="hint">{drift.agreement.says}</p>
      )}
      <div className="review-turns">
        {drift.starved.length > 0 && (
          <div>
            <h3>{t.starved}</h3>
            <ul className="review-list">
              {drift.starved.slice(0, SHOWN).map(({ path, title, lastMovedOn, nextStep }) => (
                <li key={path} className="is-tall">
                  <p>
                    <ItemLink path={path} title={title} />
                  </p>
                  <p className="hint">
                    {t.lastMoved(lastMovedOn)}
                    {nextStep !== null && ` · ${t.nextStep(nextStep.title)}`}
                  </p>
                </li>
              ))}
            </ul>
          </div>
        )}
        {drift.instead.length > 0 && (
          <div>
            <h3>{t.instead}</h3>
            <ul className="review-list">
              {drift.instead.slice(0, SHOWN).map(({ kind, title, path, share }) => (
                <li key={`${kind} ${title}`}>
                  <ItemLink path={kind === "item" ? path : null} title={title} />
                  <span className="review-aside">{percent(share)}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}
