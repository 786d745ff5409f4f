// Importance on the screen: the plot, the same as a table with reasons, and where the page disagrees, each with its move.

import { useState } from "react";
import { importanceCharts } from "../../../actions/index.ts";
import { drawChart } from "../../../domain/index.ts";
import type { DisagreementJson, ImportanceData } from "../contract.ts";
import { Keys } from "../parts/key-names.tsx";
import { SaveButtons } from "../parts/save-buttons.tsx";
import { useTexts, useTongue } from "../texts.ts";
import { sayMinutes } from "../today/time.ts";
import { settle } from "./goals-state.ts";
import { ImportancePlot } from "./importance-plot.tsx";
import { goalTexts } from "./texts-goals.ts";

const SHOWN = 3;

export function Importance({ data }: { data: ImportanceData }) {
  const t = useTexts(goalTexts);
  return (
    <section className="goals-part" aria-labelledby="importance">
      <h2 id="importance">{t.value}</h2>
      {data.items.length === 0 ? (
        <p className="nothing">{t.importanceNone}</p>
      ) : (
        <>
          <p className="hint">{t.importanceLead}</p>
          <ImportancePlot data={data} />
          <SavePlot data={data} />
          <details className="importance-table">
            <summary>{t.asTable}</summary>
            <ImportanceTable data={data} />
          </details>
        </>
      )}
      <Disagreements data={data} />
    </section>
  );
}

function SavePlot({ data }: { data: ImportanceData }) {
  const tongue = useTongue();
  const [chart] = importanceCharts(data, tongue);
  return (
    <p className="plot-save">
      <SaveButtons
        what={chart!.title}
        name="nunc-importance"
        draw={(theme) => drawChart(chart!, { width: 880, theme })}
      />
    </p>
  );
}

function ImportanceTable({ data }: { data: ImportanceData }) {
  const t = useTexts(goalTexts);
  const tongue = useTongue();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={t.asTable}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.value}</th>
            <th scope="col">{t.item}</th>
            <th scope="col">{t.priority}</th>
            <th scope="col">{t.help}</th>
            <th scope="col">{t.effort}</th>
            <th scope="col">{t.why}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((item) => (
            <tr key={item.path}>
              <td className="number">{item.value ?? "–"}</td>
              <th scope="row">{item.path}</th>
              <td>{item.priority === null ? "–" : t[item.priority]}</td>
              <td className="number">{item.goals.map(({ help }) => help ?? "–").join(" + ")}</td>
              <td className="number">{item.effortMin === null ? "–" : sayMinutes(item.effortMin, tongue)}</td>
              <td className="reason">{item.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Disagreements({ data }: { data: ImportanceData }) {
  const t = useTexts(goalTexts);
  const [all, setAll] = useState(false);
  const { disagreements } = data;
  if (disagreements.length === 0)
    return data.items.some(({ value }) => value !== null) ? <p className="hint">{t.agrees}</p> : null;
  const shown = all ? disagreements : disagreements.slice(0, SHOWN);
  return (
    <div className="disagreements">
      <h3>{t.disagreements}</h3>
      <ul>
        {shown.map((one, index) => (
          <Disagreement key={`${one.kind} ${one.path}`} one={one} isFirst={index === 0} />
        ))}
      </ul>
      {shown.length < disagreements.length && (
        <button type="button" className="button is-plain" onClick={() => setAll(true)}>
          {t.moreOf(disagreements.length - shown.length)}
        </button>
      )}
    </div>
  );
}

function Disagreement({ one, isFirst }: { one: DisagreementJson; isFirst: boolean }) {
  const t = useTexts(goalTexts);
  return (
    <li data-disagreement={`${one.kind} ${one.path}`} data-sureness={one.sureness}>
      <div>
        <p>
          {one.says} <span className="sureness">{t[one.sureness]}</span>
        </p>
        <p className="hint">{one.rests}</p>
      </div>
      <button type="button" className="button" onClick={() => settle(one)}>
        {t.moveTo(t[one.to])}
        {isFirst && <Keys keys="y" />}
      </button>
    </li>
  );
}
