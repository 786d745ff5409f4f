// Why a block is there and why it stands where it stands, in one short line of either language.

import type { Tongue } from "../../base/index.ts";
import type { Priority } from "../item.ts";
import type { PlaceReason, TaskReason, UnplacedTask } from "./problem.ts";

type Codes<T extends { code: string }> = {
  [Code in T["code"]]: (reason: Extract<T, { code: Code }>) => string;
};

interface PlanMessages {
  task: Codes<TaskReason>;
  place: Codes<PlaceReason>;
  unplaced: Readonly<Record<UnplacedTask["why"], string>>;
}

/** `45 min`, `2 h`, `1 h 30 min`. */
function minutesEn(min: number): string {
  const parts = [
    Math.floor(min / 60) > 0 ? `${Math.floor(min / 60)} h` : "",
    min % 60 > 0 ? `${min % 60} min` : "",
  ];
  return parts.filter((part) => part !== "").join(" ") || "0 min";
}

/** `45 分钟`, `2 小时`, `1 小时 30 分钟`. */
function minutesZh(min: number): string {
  const parts = [
    Math.floor(min / 60) > 0 ? `${Math.floor(min / 60)} 小时` : "",
    min % 60 > 0 ? `${min % 60} 分钟` : "",
  ];
  return parts.filter((part) => part !== "").join(" ") || "0 分钟";
}

function ordinal(rank: number): string {
  const teen = rank % 100 >= 11 && rank % 100 <= 13;
  return `${rank}${teen ? "th" : (["th", "st", "nd", "rd"][rank % 10] ?? "th")}`;
}

const PRIORITY_ZH: Readonly<Record<Priority, string>> = {
  highest: "最高",
  high: "高",
  medium: "中",
  low: "低",
};
const PERIOD_EN = { day: "today", week: "this week", month: "this month" } as const;
const PERIOD_ZH = { day: "今天", week: "本周", month: "本月" } as const;

const en: PlanMessages = {
  task: {
    priority: ({ priority, rank }) =>
      `${priority === null ? "in the list" : `${priority} priority`}${rank === null ? "" : `, ${ordinal(rank)}`}`,
    pinned: () => "pinned to the top",
    doing: () => "under way",
    "next-step": () => "next step",
    idle: ({ days, isMore }) =>
      days === 1 && !isMore
        ? "not on the last day of work"
        : `not for ${isMore ? "over " : ""}${days} days of work`,
    due: ({ inDays }) =>
      inDays < 0
        ? `was due ${-inDays === 1 ? "yesterday" : `${-inDays} days ago`}`
        : inDays === 0
          ? "due today"
          : inDays === 1
            ? "due tomorrow"
            : `due in ${inDays} days`,
    estimate: ({ kind, leftMin }) =>
      kind === "limit"
        ? `${minutesEn(leftMin)} left of the estimate`
        : leftMin > 0
          ? `at least ${minutesEn(leftMin)} to go`
          : "goes on after its estimate",
    commitment: ({ period, leftMin, daysLeft }) =>
      `${minutesEn(leftMin)} still to find ${PERIOD_EN[period]}${period !== "day" && daysLeft <= 1 ? ", last day" : ""}`,
  },
  place: {
    "best-hours": () => "best hours",
    "first-free": () => "first free time",
    "kept-place": () => "stays where it was",
    "only-gap": () => "only gap",
    shifted: ({ byMin }) => `${minutesEn(Math.abs(byMin))} ${byMin < 0 ? "earlier" : "later"}`,
  },
  unplaced: {
    "no-time": "no time left today",
    "no-gap": "no gap is long enough",
    buffer: "only the buffer has room",
  },
};

const zh: PlanMessages = {
  task: {
    priority: ({ priority, rank }) =>
      `${priority === null ? "清单" : `${PRIORITY_ZH[priority]}优先级`}${rank === null ? "" : `第 ${rank} 项`}`,
    pinned: () => "置顶",
    doing: () => "进行中",
    "next-step": () => "下一步",
    idle: ({ days, isMore }) => `${isMore ? "超过 " : ""}${days} 个工作日没做`,
    due: ({ inDays }) =>
      inDays < 0
        ? `已过期 ${-inDays} 天`
        : inDays === 0
          ? "今天到期"
          : inDays === 1
            ? "明天到期"
            : `${inDays} 天后到期`,
    estimate: ({ kind, leftMin }) =>
      kind === "limit"
        ? `预计还剩 ${minutesZh(leftMin)}`
        : leftMin > 0
          ? `至少还要 ${minutesZh(leftMin)}`
          : "已达到预计，继续",
    commitment: ({ period, leftMin, daysLeft }) =>
      `${PERIOD_ZH[period]}还要 ${minutesZh(leftMin)}${period !== "day" && daysLeft <= 1 ? "，最后一天" : ""}`,
  },
  place: {
    "best-hours": () => "精力最好的时段",
    "first-free": () => "最早的空闲",
    "kept-place": () => "保持原位",
    "only-gap": () => "唯一的空档",
    shifted: ({ byMin }) => `${byMin < 0 ? "提前" : "推后"} ${minutesZh(Math.abs(byMin))}`,
  },
  unplaced: {
    "no-time": "今天没有时间了",
    "no-gap": "没有足够长的空档",
    buffer: "只有缓冲里还有空",
  },
};

const say = (tongue: Tongue): PlanMessages => (tongue === "zh" ? zh : en);

/** At most so many reasons are said, those that decided. */
const SAID = 3;

/** `highest priority, 1st · due in 3 days · best hours`: what decided. Empty where there is nothing to say. */
export function sayPlanReason(
  why: readonly TaskReason[],
  place: readonly PlaceReason[],
  tongue: Tongue,
): string {
  // The first free time and the only gap say little, unless there is nothing else to say.
  const told = place.find(({ code }) => code !== "first-free" && code !== "only-gap");
  const most = told === undefined ? SAID : SAID - 1;
  const decided = why
    .map((reason) => ({ reason, weight: weightOf(reason) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ reason }) => reason);
  const where = told ?? (decided.length === 0 ? place[0] : undefined);
  return listPlanReasons(decided, where === undefined ? [] : [where], tongue).join(" · ");
}

/** How much a reason had to say in it, against others of the same task; 0: nothing that one would ask for. */
function weightOf(reason: TaskReason): number {
  switch (reason.code) {
    case "commitment":
      return 9;
    case "due":
      return reason.inDays <= 3 ? 8 : reason.inDays <= 14 ? 4 : 2;
    case "priority":
      return reason.priority === null ? 3 : 7;
    case "pinned":
      return 6;
    case "doing":
      return 5;
    case "idle":
      return reason.days >= 3 ? 6.5 : 0;
    case "estimate":
      return reason.leftMin <= 240 ? 3 : 1;
    case "next-step":
      return 0;
  }
}

/** All reasons, one by one: of the task, then of its place. */
export function listPlanReasons(
  why: readonly TaskReason[],
  place: readonly PlaceReason[],
  tongue: Tongue,
): string[] {
  const { task, place: places } = say(tongue);
  // Each code has the function for its own reason: the table's type says so, which TypeScript cannot follow here.
  return [
    ...why.map((reason) => (task[reason.code] as (reason: TaskReason) => string)(reason)),
    ...place.map((reason) => (places[reason.code] as (reason: PlaceReason) => string)(reason)),
  ];
}

/** Why something found no place today. */
export function sayUnplaced(why: UnplacedTask["why"], tongue: Tongue): string {
  return say(tongue).unplaced[why];
}
