// Narrows what the list shows: words, state, group, kind. `/` goes here.

import type { State } from "../contract.ts";
import { useForecasts } from "../forecast/forecast-state.ts";
import { forecastTexts } from "../forecast/texts-forecast.ts";
import { Icon } from "../parts/icon.tsx";
import { preferences } from "../preferences.ts";
import { useTexts } from "../texts.ts";
import { type Filter, NO_FILTER } from "./item-tree.ts";
import { focusRow, list, rowsOnScreen, useTree } from "./list-state.ts";
import { listTexts } from "./texts-list.ts";

export const FILTER_ID = "filter";

export function FilterBar({
  hasLayouts,
}: {
  /** Whether there is anything to lay out in columns. */ hasLayouts: boolean;
}) {
  const t = useTexts(listTexts);
  const filter = list.use((state) => state.filter);
  const layout = preferences.use((state) => state.layout);
  const words = useTexts(forecastTexts);
  const showsForecasts = preferences.use((state) => state.listForecasts);
  useForecasts(showsForecasts);
  const tree = useTree();
  const groups = [...new Set(tree.all.flatMap(({ item }) => (item.group === null ? [] : [item.group])))];
  const roles = new Set(tree.roots.map(({ item }) => item.role));
  const set = (patch: Partial<Filter>): void => list.set({ filter: { ...filter, ...patch } });
  const narrowed = filter.text !== "" || filter.state !== null || filter.group !== null;
  return (
    <search className="filter-bar">
      <label className="filter-text">
        <Icon name="filter" size={16} />
        <span className="unseen">{t.filter}</span>
        <input
          id={FILTER_ID}
          value={filter.text}
          placeholder={t.filter}
          autoComplete="off"
          onChange={(event) => set({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Escape") {
              set({ text: "" });
              event.currentTarget.blur();
            } else if (event.key === "Enter" || event.key === "ArrowDown") {
              event.preventDefault();
              const first = rowsOnScreen()[0]?.dataset.item;
              if (first !== undefined) focusRow(first);
            }
          }}
        />
      </label>
      <select
        className="filter-pick"
        aria-label={t.state}
        data-set={filter.state !== null || undefined}
        value={filter.state ?? ""}
        onChange={(event) => set({ state: (event.target.value || null) as State | null })}
      >
        <option value="">{t.anyState}</option>
        {(["open", "doing", "done", "dropped"] as const).map((state) => (
          <option key={state} value={state}>
            {t[state]}
          </option>
        ))}
      </select>
      {groups.length > 0 && (
        <select
          className="filter-pick"
          aria-label={t.group}
          data-set={filter.group !== null || undefined}
          value={filter.group ?? ""}
          onChange={(event) => set({ group: event.target.value || null })}
        >
          <option value="">{t.anyGroup}</option>
          {groups.map((group) => (
            <option key={group}>{group}</option>
          ))}
        </select>
      )}
      {roles.size > 1 && (
        <select
          className="filter-pick"
          aria-label={t.role}
          data-set={filter.role !== null || undefined}
          value={filter.role ?? "learning"}
          onChange={(event) =>
            set({ role: event.target.value === "learning" ? null : (event.target.value as Filter["role"]) })
          }
        >
          <option value="learning">{t.learning}</option>
          <option value="reading">{t.reading}</option>
          <option value="both">{t.both}</option>
        </select>
      )}
      {narrowed && (
        <button
          type="button"
          className="button is-plain"
          onClick={() => list.set({ filter: { ...NO_FILTER, role: filter.role } })}
        >
          {t.clearFilter}
        </button>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={words.show}
        title={words.show}
        aria-pressed={showsForecasts}
        onClick={() => preferences.set({ listForecasts: !showsForecasts })}
      >
        <Icon name="forecast" />
      </button>
      {hasLayouts && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that two buttons do not want
        <div className="layout-switch" role="group" aria-label={t.layout}>
          {(["board", "outline"] as const).map((one) => {
            const name = one === "board" ? t.asBoard : t.asOutline;
            return (
              <button
                key={one}
                type="button"
                className="icon-button"
                aria-label={name}
                title={name}
                aria-pressed={layout === one}
                onClick={() => preferences.set({ layout: one })}
              >
                <Icon name={one} />
              </button>
            );
          })}
        </div>
      )}
    </search>
  );
}
