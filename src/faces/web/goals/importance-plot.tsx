// Help against effort: a dot for each item and goal that it serves, with its importance inside. A dot can be dragged, or moved
// with the arrow keys, which changes the answers in goals.md; the table below says the same in text.

import { useMemo, useRef, useState } from "react";
import { formatDuration, isCjk } from "../../../base/index.ts";
import { importanceOf } from "../../../domain/index.ts";
import type { ImportanceData, ImportanceItemJson } from "../contract.ts";
import { useWidth } from "../parts/use-width.ts";
import { act, say } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { sayMinutes } from "../today/time.ts";
import { answersAt, type Band, curveOf, layOut, type PlotDot, stepEffort } from "./plot-model.ts";
import { goalTexts } from "./texts-goals.ts";

interface Dot extends PlotDot {
  label: string;
  item: ImportanceItemJson;
  goal: ImportanceItemJson["goals"][number];
}

/** Answers that are being tried and not saved yet; over once the server has answered anew. */
interface Trial {
  of: ImportanceData;
  key: string;
  help: Band;
  effortMin: number | null;
  /** On its way to the server. */
  isSaved?: true;
}

const CURVES = [25, 50, 75];

export function ImportancePlot({ data }: { data: ImportanceData }) {
  const t = useTexts(goalTexts);
  const tongue = useTongue();
  const area = useRef<HTMLDivElement>(null);
  const width = useWidth(area);
  const [last, setTrial] = useState<Trial | null>(null);
  const trial = last?.of === data ? last : null;
  const pressed = useRef<{ key: string; x: number; y: number; moved: boolean } | null>(null);

  const dots = useMemo(() => dotsOf(data, width < 420 ? 110 : 180), [data, width]);
  const tried = dots.map((dot) => (trial?.key === dot.key ? { ...dot, ...trial } : dot));
  const plot = layOut(tried, width);
  const valueAt = (dot: Dot): number | null => {
    const { item } = dot;
    const helps = item.goals.map((goal) => ({
      goal: goal.title,
      help: goal === dot.goal ? dot.help : goal.help,
    }));
    const answers = {
      helps,
      effortMin: dot.effortMin,
      people: item.people,
      hasPoints: item.points.total > 0,
    };
    return importanceOf(answers, data.settings).value;
  };
  const curves = CURVES.map((value) =>
    curveOf(plot, tried, (effortMin) => {
      const answers = { helps: [], effortMin, people: 0, hasPoints: true };
      return (3 * value) / (100 * importanceOf(answers, data.settings).factors.effort);
    }),
  );
  const sayDot = (dot: Dot): string =>
    t.dot(
      dot.item.title,
      dot.goal.title,
      dot.help === null ? t.notAnswered : String(dot.help),
      dot.effortMin === null ? t.notAnswered : sayMinutes(dot.effortMin, tongue),
      String(valueAt(dot) ?? t.notAnswered),
    );

  const save = (next: Trial): void => {
    const dot = dots.find(({ key }) => key === next.key);
    if (next.isSaved) return;
    if (dot === undefined || (dot.help === next.help && dot.effortMin === next.effortMin)) setTrial(null);
    else {
      setTrial({ ...next, isSaved: true });
      void saveAnswers(dot, next).then((done) => done || setTrial(null));
    }
  };
  const place = (event: React.PointerEvent): { x: number; y: number } => {
    const box = area.current!.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const onKey = (event: React.KeyboardEvent, dot: Dot): void => {
    if (trial?.isSaved) return;
    const now =
      trial?.key === dot.key ? trial : { of: data, key: dot.key, help: dot.help, effortMin: dot.effortMin };
    const helpBy = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const effortBy = { ArrowRight: 1, ArrowLeft: -1 }[event.key] as 1 | -1 | undefined;
    if (helpBy !== undefined || effortBy !== undefined) {
      const help =
        helpBy === undefined
          ? now.help
          : now.help === null
            ? 1
            : (Math.max(0, Math.min(3, now.help + helpBy)) as Band);
      const effortMin = effortBy === undefined ? now.effortMin : stepEffort(now.effortMin, effortBy);
      setTrial({ of: data, key: dot.key, help, effortMin });
      say(sayDot({ ...dot, help, effortMin }));
    } else if (event.key === "Enter" && trial?.key === dot.key) save(trial);
    else if (event.key === "Escape" && trial !== null) setTrial(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <figure className="plot" aria-labelledby="plot-title">
      <figcaption id="plot-title">{t.plot}</figcaption>
      <div className="plot-frame">
        <div className="plot-bands" aria-hidden="true">
          {plot.bands.map(({ help, height }) => (
            <span key={String(help)} style={{ height }}>
              {help ?? "?"}
            </span>
          ))}
        </div>
        <div ref={area} className="plot-area" style={{ height: plot.height }}>
          <svg width={plot.width} height={plot.height} aria-hidden="true">
            {plot.bands.map(({ help, top }) => (
              <line key={String(help)} className="plot-line" x1={0} x2={plot.width} y1={top} y2={top} />
            ))}
            {plot.ticks.map(({ min, x }) => (
              <line key={min} className="plot-tick" x1={x} x2={x} y1={0} y2={plot.height} />
            ))}
            {plot.right < plot.width - 20 && (
              <line className="plot-line" x1={plot.right} x2={plot.right} y1={0} y2={plot.height} />
            )}
            {curves.map((path, index) => (
              <path key={CURVES[index]} className="plot-curve" d={path} />
            ))}
          </svg>
          {tried.map((dot) => {
            const at = plot.dots.find(({ key }) => key === dot.key)!;
            const isTried = trial?.key === dot.key;
            return (
              <button
                key={dot.key}
                type="button"
                className="plot-dot"
                style={{ left: at.x, top: at.y }}
                data-left={at.isLabelLeft || undefined}
                data-tried={isTried || undefined}
                data-open={dot.effortMin === null || dot.help === null || undefined}
                aria-describedby="plot-keys"
                title={sayDot(dot)}
                onKeyDown={(event) => onKey(event, dot)}
                onBlur={() => isTried && pressed.current === null && save(trial)}
                onPointerDown={(event) => {
                  if (event.button !== 0 || trial?.isSaved) return;
                  event.currentTarget.setPointerCapture(event.pointerId);
                  pressed.current = { key: dot.key, ...place(event), moved: false };
                }}
                onPointerMove={(event) => {
                  const start = pressed.current;
                  if (start?.key !== dot.key) return;
                  const { x, y } = place(event);
                  if (!start.moved && Math.hypot(x - start.x, y - start.y) < 5) return;
                  start.moved = true;
                  setTrial({ of: data, key: dot.key, ...answersAt(plot, tried, x, y) });
                }}
                onPointerUp={() => {
                  const start = pressed.current;
                  pressed.current = null;
                  if (start?.moved && trial !== null) save(trial);
                }}
                onPointerCancel={() => {
                  pressed.current = null;
                  setTrial(null);
                }}
              >
                <span className="plot-value">{valueAt(dot) ?? "?"}</span>
                <span className="plot-name" style={{ maxWidth: dot.labelWidth - 4 }}>
                  {dot.label}
                </span>
                <span className="unseen">: {sayDot(dot)}</span>
              </button>
            );
          })}
        </div>
      </div>
      <div className="plot-axis" aria-hidden="true">
        {plot.ticks.map(({ min, x }) => (
          <span key={min} style={{ left: x }}>
            {sayMinutes(min, tongue)}
          </span>
        ))}
        {plot.right < plot.width - 20 && (
          <span style={{ left: (plot.right + plot.width) / 2 }}>{t.notAnswered}</span>
        )}
      </div>
      <p id="plot-keys" className="hint plot-help">
        {trial === null ? t.dotKeys : sayDot(tried.find(({ key }) => key === trial.key)!)}
      </p>
    </figure>
  );
}

function dotsOf(data: ImportanceData, most: number): Dot[] {
  return data.items.flatMap((item) =>
    item.goals.map((goal) => {
      // An item that serves two goals stands there twice.
      const label = item.goals.length > 1 ? `${item.title} → ${goal.title}` : item.title;
      return {
        key: `${item.path}\n${goal.goal}`,
        help: goal.help,
        effortMin: item.effortMin,
        labelWidth: Math.min(most, widthOf(label)) + 10,
        label,
        item,
        goal,
      };
    }),
  );
}

/** About as wide as a title is drawn. */
function widthOf(title: string): number {
  return [...title].reduce((sum, one) => sum + (isCjk(one) ? 13 : 7), 0);
}

async function saveAnswers({ item, goal }: Dot, { help, effortMin }: Trial): Promise<boolean> {
  const effort = effortMin === null ? null : formatDuration(effortMin);
  const helps = help === null ? null : (String(help) as "0");
  const done = await act("serve", { item: item.address, goal: goal.title, helps, effort });
  // Of several goals the most effort counts, so that all of them are to say the same.
  const others = item.goals.filter((one) => one !== goal && effortMin !== item.effortMin);
  for (const other of others)
    await act("serve", { item: item.address, goal: other.title, effort }, { quiet: true });
  return done !== null;
}
