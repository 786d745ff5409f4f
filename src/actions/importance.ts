// importance: what serves open goals, by how much it helps for what it needs; and where the page's order disagrees. It only
// looks: each disagreement carries the move that would settle it.

import {
  explainImportance,
  findDisagreements,
  type ImportanceAnswers,
  importanceOf,
  PRIORITIES,
  type Priority,
  type RankedItem,
  type Service,
} from "../domain/index.ts";
import type { Action, Context } from "./action.ts";
import { sayGoals } from "./goal-messages.ts";
import { addressOf, estimateOf, goalsOf, itemNamed } from "./goal-state.ts";
import type { DisagreementJson, ImportanceData, ImportanceItemJson } from "./goals-json.ts";
import { IMPORTANCE_CHARTS, importanceCharts } from "./importance-chart.ts";
import type { FoundItem, PageReading } from "./reading.ts";
import { IMPORTANCE_TABLES, importanceTables } from "./report-tables.ts";

export const importance: Action = {
  name: "importance",
  group: "goals",
  writes: false,
  reports: { tables: IMPORTANCE_TABLES, charts: IMPORTANCE_CHARTS },
  summary: { en: "Show what matters most for your goals", zh: "看什么对目标最重要" },
  params: [],
  more: {
    en: "From three questions: how much an item helps toward a goal, what time and people it needs, whether it has check points. docs/goals.md has the formula, nunc.yaml its numbers (`importance`). Nothing is moved by itself.",
    zh: "只看三个问题：对目标帮助多大，需要多少时间和人，有没有检查点。公式见 docs/goals.md，其中的数写在 nunc.yaml 的 `importance`。不会自动移动任何条目。",
  },
  examples: [
    {
      args: { en: "importance", zh: "importance" },
      says: {
        en: "by value, with reasons, and where the page disagrees",
        zh: "按重要性排列，附理由，以及和页面不一致的地方",
      },
    },
  ],
  run: (context) => {
    const data = importanceData(context);
    const answered = data.items.filter(({ value }) => value !== null).length;
    const summary = sayGoals(context.tongue).importanceCount(
      answered,
      data.items.length,
      data.disagreements.length,
    );
    const { tongue } = context;
    const report = () => ({ tables: importanceTables(data, tongue), charts: importanceCharts(data, tongue) });
    return { data, summary, report };
  },
};

/** What serves an open goal, by the item's path. */
interface Serving {
  found: FoundItem;
  services: { goal: { title: string; line: number }; service: Service }[];
}

export function importanceData(context: Context): ImportanceData {
  const settings = context.world.config.importance;
  const serving = servingItems(context);
  const items = [...serving.values()]
    .filter(({ found }) => isOpen(found))
    .map((one) => toItemJson(context, one))
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  const disagreements = context.reading.pages().flatMap((page) => disagreementsOn(context, page, serving));
  return { settings, items, disagreements };
}

function isOpen({ item }: FoundItem): boolean {
  return item.state === "open" || item.state === "doing";
}

function servingItems(context: Context): Map<string, Serving> {
  const serving = new Map<string, Serving>();
  for (const goal of goalsOf(context).goals.goals) {
    if (goal.state !== "open") continue;
    for (const service of goal.services) {
      const found = itemNamed(context, service.name);
      if (found === null) continue;
      const known = serving.get(found.item.path) ?? { found, services: [] };
      // A second line for the same goal does not count.
      if (known.services.every((one) => one.goal.line !== goal.line)) known.services.push({ goal, service });
      serving.set(found.item.path, known);
    }
  }
  return serving;
}

/** Effort and people of several lines: the most that any of them says. */
function answersOf(
  context: Context,
  { found, services }: Serving,
): ImportanceAnswers & { fromEstimate: boolean } {
  const most = (values: readonly (number | null)[]): number | null => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : Math.max(...known);
  };
  const said = most(services.map(({ service }) => service.answers.effortMin));
  const estimate = said === null ? estimateOf(context, found.item.path) : null;
  return {
    helps: services.map(({ goal, service }) => ({ goal: goal.title, help: service.answers.help })),
    effortMin: said ?? estimate,
    people: most(services.map(({ service }) => service.answers.people)),
    hasPoints: found.item.steps.length > 0 || services.some(({ service }) => service.points.length > 0),
    fromEstimate: said === null && estimate !== null,
  };
}

function toItemJson(context: Context, serving: Serving): ImportanceItemJson {
  const { found, services } = serving;
  const { fromEstimate, ...answers } = answersOf(context, serving);
  const result = importanceOf(answers, context.world.config.importance);
  const points = services.flatMap(({ service }) => service.points.map(({ done }) => done));
  const steps = found.item.steps.map(({ state }) => state === "done");
  const all = points.length > 0 ? points : steps;
  return {
    path: found.item.path,
    title: found.item.title,
    address: addressOf(found),
    priority: found.item.priority,
    state: found.item.state,
    goals: services.map(({ goal, service }) => ({
      title: goal.title,
      goal: goal.line,
      line: service.line,
      help: service.answers.help,
    })),
    effortMin: answers.effortMin,
    effortFrom: answers.effortMin === null ? null : fromEstimate ? "estimate" : "goals",
    people: answers.people,
    names: services.map(({ service }) => service.answers.names).find((names) => names !== null) ?? null,
    points: { done: all.filter(Boolean).length, total: all.length },
    value: result.value,
    reason: explainImportance(answers, result, context.tongue),
    missing: result.missing,
  };
}

function disagreementsOn(
  context: Context,
  page: PageReading,
  serving: ReadonlyMap<string, Serving>,
): DisagreementJson[] {
  const ranked: RankedItem[] = [];
  const found = new Map<string, FoundItem>();
  for (const item of page.view.items) {
    if (item.parent !== null || item.priority === null || !isOpen({ page, item }) || found.has(item.path))
      continue;
    found.set(item.path, { page, item });
    ranked.push({
      path: item.path,
      title: item.title,
      priority: item.priority,
      answers: rankedAnswers(context, item.path, serving),
    });
  }
  const used = new Set([...page.view.sections, ...page.view.labels].map(({ priority }) => priority));
  const known = PRIORITIES.filter((priority: Priority) => used.has(priority));
  return findDisagreements(ranked, context.world.config.importance, known, context.tongue).map((one) => ({
    ...one,
    title: found.get(one.path)!.item.title,
    move: { action: "move", input: { items: [addressOf(found.get(one.path)!)], priority: one.to } },
  }));
}

/** An item that only serves by one of its steps serves, but has no answers of its own. */
function rankedAnswers(
  context: Context,
  path: string,
  serving: ReadonlyMap<string, Serving>,
): ImportanceAnswers | null {
  const own = serving.get(path);
  if (own !== undefined) return answersOf(context, own);
  const isByStep = [...serving.keys()].some((one) => one.startsWith(`${path} › `));
  return isByStep ? { helps: [], effortMin: null, people: null, hasPoints: true } : null;
}
