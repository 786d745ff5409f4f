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
      <Choice
        label={t.order}
        value={view.order}
        choices={orders}
        onChange={(order) => livesView.set({ order: order as LaneOrder })}
      />
      <Choice
        label={t.show}
        value={view.show}
        choices={groups}
        onChange={(show) => livesView.set({ show: show as LaneGroup })}
      />
      <Choice
        label={t.zoom}
        value={String(view.year ?? "")}
        choices={[["", t.allYears], ...years.map((year): [string, string] => [String(year), String(year)])]}
        onChange={(year) => livesView.set({ year: year === "" ? null : Number(year) })}
      />
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

interface ChoiceProps {
  label: string;
  value: string;
  /** Each with its name for people. */
  choices: readonly (readonly [string, string])[];
  onChange(value: string): void;
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  return (
    <label>
      {label}
      <select className="field" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {choices.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
