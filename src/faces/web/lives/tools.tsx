// What stands above the lanes: search, order, what is shown, which year, table or lanes, the page of a day.

import { useTexts } from "../texts.ts";
import { LIVES_SEARCH_ID } from "./commands-lives.ts";
import { type LaneGroup, type LaneOrder, livesView } from "./lives-view.ts";
import { livesTexts } from "./texts-lives.ts";

interface ToolsProps {
  years: readonly number[];
  steps: boolean;
  shown: number;
  all: number;
}

export function Tools({ years, steps, shown, all }: ToolsProps) {
  const t = useTexts(livesTexts);
  const view = livesView.use((state) => state);
  const orders: [LaneOrder, string][] = [
    ["came", t.orderCame],
    ["priority", t.orderPriority],
    ["end", t.orderEnd],
    ["length", t.orderLength],
  ];
  const groups: [LaneGroup, string][] = [
    ["all", t.showAll],
    ["open", t.showOpen],
    ["finished", t.showFinished],
    ["gone", t.showGone],
  ];
  return (
    <div className="lives-tools">
      <input
        id={LIVES_SEARCH_ID}
        type="search"
        className="field"
        placeholder={t.search}
        aria-label={t.search}
        value={view.search}
        onChange={(event) => livesView.set({ search: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          livesView.set({ search: "" });
          event.currentTarget.blur();
        }}
      />
      <label>
        {t.order}
        <select
          className="field"
          value={view.order}
          onChange={(event) => livesView.set({ order: event.currentTarget.value as LaneOrder })}
        >
          {orders.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.show}
        <select
          className="field"
          value={view.show}
          onChange={(event) => livesView.set({ show: event.currentTarget.value as LaneGroup })}
        >
          {groups.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.zoom}
        <select
          className="field"
          value={view.year ?? ""}
          onChange={(event) =>
            livesView.set({
              year: event.currentTarget.value === "" ? null : Number(event.currentTarget.value),
            })
          }
        >
          <option value="">{t.allYears}</option>
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      <label className="lives-check">
        <input
          type="checkbox"
          checked={steps}
          onChange={(event) => livesView.set({ steps: event.currentTarget.checked })}
        />
        {t.withSteps}
      </label>
      <span className="hint" role="status">
        {t.count(shown, all)}
      </span>
      <span className="lives-tools-end">
        <button
          type="button"
          className="button"
          aria-pressed={view.asTable}
          onClick={() => livesView.set({ asTable: !view.asTable })}
        >
          {view.asTable ? t.asLanes : t.asTable}
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={view.day !== null}
          onClick={() => livesView.set({ day: view.day === null ? "middle" : null })}
        >
          {t.dayOpen}
        </button>
      </span>
    </div>
  );
}
