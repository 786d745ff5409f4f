// Drift as tables of figures. Amounts are in the unit that the report says: minutes, days of log entries, moves on the page.

import type { Tongue } from "../base/index.ts";
import type { ReportTable, ShareBy } from "../domain/index.ts";
import type { DriftData } from "./drift-json.ts";
import { makeTable } from "./report-table.ts";

export const DRIFT_TABLES = ["items", "shares", "starved", "instead", "pairs"] as const;

const SHARES: readonly ShareBy[] = ["priority", "group", "goal", "section"];

export function driftTables(data: DriftData, tongue: Tongue): ReportTable[] {
  const { unit } = data;
  const texts = tongue === "zh" ? ZH : EN;
  return [
    makeTable(
      "items",
      texts.items,
      [
        "item",
        "priority",
        "stated-rank",
        "lived-rank",
        "amount",
        "unit",
        "share",
        "open-days",
        "goals",
        "last-moved-on",
      ],
      data.items.map((one) => [
        one.path,
        one.priority,
        one.statedRank,
        one.livedRank,
        one.amount,
        unit,
        one.share,
        one.openDays,
        one.goals.join("; "),
        one.lastMovedOn,
      ]),
      tongue,
    ),
    makeTable(
      "shares",
      texts.shares,
      ["by", "key", "title", "amount", "unit", "share"],
      SHARES.flatMap((by) =>
        data.by[by].map(({ key, title, amount, share }) => [by, key, title, amount, unit, share]),
      ),
      tongue,
    ),
    makeTable(
      "starved",
      texts.starved,
      ["item", "priority", "amount", "unit", "last-moved-on", "step", "step-last-moved-on"],
      data.starved.map(({ path, priority, amount, lastMovedOn, nextStep }) => [
        path,
        priority,
        amount,
        unit,
        lastMovedOn,
        nextStep?.path ?? null,
        nextStep?.lastMovedOn ?? null,
      ]),
      tongue,
    ),
    makeTable(
      "instead",
      texts.instead,
      ["kind", "title", "priority", "amount", "unit", "share"],
      data.instead.map(({ kind, title, priority, amount, share }) => [
        kind,
        title,
        priority,
        amount,
        unit,
        share,
      ]),
      tongue,
    ),
    makeTable(
      "pairs",
      texts.pairs,
      ["above", "below", "says"],
      data.agreement.pairs.map(({ above, below, says }) => [above, below, says]),
      tongue,
    ),
  ];
}

const EN = {
  items: "What is stated and what was lived, item by item",
  shares: "Where it went",
  starved: "What comes first and got nothing",
  instead: "What took the time instead",
  pairs: "The pairs that cost most agreement",
};
const ZH: typeof EN = {
  items: "写的和做的，逐个条目",
  shares: "用在了哪里",
  starved: "排在最前却没碰过的",
  instead: "时间用在了哪里",
  pairs: "最不一致的几对",
};
