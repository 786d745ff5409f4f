// The picture of drift: the order in which items are stated beside the order in which they were lived. Pure, from the answer of
// `drift` alone, so that command line and browser draw the same.

import type { Tongue } from "../base/index.ts";
import type { Chart } from "../domain/index.ts";
import { sayCharts } from "./chart-messages.ts";
import type { DriftData, DriftItemJson } from "./drift-json.ts";

export const DRIFT_CHARTS = ["orders"] as const;

/** So many items are drawn; all are in the table. */
const MOST_ITEMS = 14;

export function driftCharts(data: DriftData, tongue: Tongue): Chart[] {
  return [ordersChart(data, tongue)];
}

function ordersChart(data: DriftData, tongue: Tongue): Chart {
  const texts = sayCharts(tongue);
  const { unit, items, starved, agreement, total } = data;
  const shown = chooseItems(data);
  const say = (amount: number): string =>
    amount === 0
      ? texts.nothing
      : unit === "min"
        ? texts.hours(amount)
        : unit === "days"
          ? texts.days(amount)
          : texts.moves(amount);
  const sayItem = ({ title, statedRank, livedRank, amount }: DriftItemJson): string =>
    texts.orderSays(title, rank(statedRank, texts.noRank), rank(livedRank, texts.noRank), say(amount));
  const most = items.toSorted((a, b) => b.amount - a.amount)[0];
  const isEmpty = total === 0 || shown.length === 0;
  return {
    kind: "two-orders",
    name: "orders",
    tongue,
    title: texts.ordersTitle(
      starved.length,
      most === undefined || most.amount === 0 ? null : most.title,
      most === undefined ? null : (most.priority ?? "none"),
      agreement.value,
    ),
    unit: texts.ordersUnit[unit],
    alt: isEmpty
      ? texts.ordersEmpty
      : texts.ordersAlt(shown.map(sayItem).join(tongue === "zh" ? "；" : "; ")),
    table: {
      name: "orders",
      title: texts.ordersTable,
      columns: [
        { key: "item", title: texts.path, unit: "text" },
        { key: "priority", title: texts.priority, unit: "text" },
        { key: "stated-rank", title: texts.statedRank, unit: "count" },
        { key: "lived-rank", title: texts.livedRank, unit: "count" },
        {
          key: "amount",
          title: texts.amount[unit],
          unit: unit === "min" ? "min" : unit === "days" ? "days" : "count",
        },
        { key: "share", title: texts.share, unit: "ratio" },
        { key: "last-moved", title: texts.lastMoved, unit: "date" },
      ],
      rows: items.map((item) => [
        item.path,
        texts.lanes[item.priority ?? "none"],
        item.statedRank,
        item.livedRank,
        item.amount,
        item.share,
        item.lastMovedOn,
      ]),
    },
    empty: isEmpty ? texts.ordersEmpty : null,
    left: texts.stated,
    right: texts.lived,
    items: shown.map((item) => ({
      label: item.title,
      left: item.statedRank,
      right: item.amount === 0 ? null : item.livedRank,
      tone: item.priority ?? "none",
      note: say(item.amount),
      says: sayItem(item),
    })),
    legend: (["highest", "high", "medium", "low", "none"] as const).map((lane) => ({
      key: lane,
      title: texts.lanes[lane],
      tone: lane,
    })),
    rises: texts.rises,
    falls: texts.falls,
  };
}

/** Those that got most, those that are stated first, and between them what is left. */
function chooseItems({ items, starved }: DriftData): DriftItemJson[] {
  if (items.length <= MOST_ITEMS) return items;
  const hungry = new Set(starved.map(({ path }) => path));
  const byAmount = items.toSorted((a, b) => b.amount - a.amount).filter(({ amount }) => amount > 0);
  const chosen = new Set<DriftItemJson>();
  const take = (list: readonly DriftItemJson[], most: number): void => {
    for (const item of list) if (chosen.size < most) chosen.add(item);
  };
  take(byAmount.slice(0, 6), MOST_ITEMS);
  take(
    items.filter(({ path }) => hungry.has(path)),
    10,
  );
  take(
    items.filter(({ statedRank }) => statedRank !== null),
    12,
  );
  take(byAmount, MOST_ITEMS);
  take(items, MOST_ITEMS);
  return items.filter((item) => chosen.has(item));
}

function rank(value: number | null, none: string): string {
  return value === null ? none : String(value);
}
