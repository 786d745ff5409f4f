// What the charts of reviews and of drift say: a title that tells what is seen, the unit, the text alternative, the words of
// legends and tables. Charts are also made in the browser, so that nothing here looks at the home.

import { formatDuration, type Tongue } from "../base/index.ts";
import { type Priority, sayAgreement } from "../domain/index.ts";

export type Lane = Priority | "none" | "other";

const percent = (ratio: number): string => `${Math.round(ratio * 100)}%`;
/** From ten hours on without minutes. */
const round = (min: number): number => (min >= 600 ? Math.round(min / 60) * 60 : Math.round(min));
const hours = (min: number): string => formatDuration(round(min));
const hoursZh = (min: number): string => formatDuration(round(min), "zh");
const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const day = (date: string): string => `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`;
const dayZh = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

const en = {
  day,
  month: (month: string) => `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`,
  lanes: {
    highest: "highest",
    high: "high",
    medium: "medium",
    low: "low",
    none: "no priority",
    other: "no item",
  } as Record<Lane, string>,
  hours,
  percent,
  noted: (planned: number, of: number) => `${planned} of ${count(of, "working day")} planned`,

  hoursTitle: (total: number, share: number, less: number, weeks: number) =>
    weeks < 3
      ? `Highest and high items got ${percent(share)} of ${hours(total)}`
      : less === 0
        ? `Highest and high items got ${percent(share)} of ${hours(total)}, and at least half in each of ${weeks} weeks`
        : `Highest and high items got ${percent(share)} of ${hours(total)}; in ${less} of ${weeks} weeks less than half`,
  hoursUnit: "Recorded hours a week, by priority as it was on the day",
  hoursUnitMonths: "Recorded hours a month, by priority as it was on the day",
  hoursAlt: (from: string, to: string, parts: string, most: string, mostMin: number) =>
    `Stacked bars from ${from} to ${to}. In all: ${parts}. Most in ${most}: ${hours(mostMin)}.`,
  hoursEmpty: "No work was recorded in this time. The clock on Today records, or “nunc start ITEM”.",
  hoursTable: "Hours by week and priority",
  weekFrom: "From",
  weekTo: "To",
  total: "Total",

  planTitle: (
    range: string | null,
    ratio: number | null,
    all: number | null,
    steps: number,
    isMonthly: boolean,
  ) => {
    const stretch = count(steps, isMonthly ? "planned month" : "planned week");
    const over =
      all === null ? "Nothing was planned" : `Over ${stretch} ${percent(all)} of what was planned was kept`;
    if (range === null) return over;
    if (ratio === null) return `${range}: nothing was planned. ${over}`;
    const own = `${range}: ${percent(ratio)} of what was planned was kept`;
    return steps < 2 ? own : `${own}; over ${stretch} it was ${percent(all ?? ratio)}`;
  },
  planUnit: "Share of the planned time that was kept, by week",
  planUnitMonths: "Share of the planned time that was kept, by month",
  planAlt: (from: string, to: string, least: string, leastRatio: number, most: string, mostRatio: number) =>
    `A line from ${from} to ${to}. Least kept in ${least}: ${percent(leastRatio)}; most in ${most}: ${percent(mostRatio)}.`,
  planEmpty: "There is no plan with records in this time. A day is planned on Today, or by “nunc plan”.",
  planTable: "The plan kept, by week",
  planned: "Planned",
  kept: "Kept",
  ratio: "Share kept",
  plannedDays: "Planned days",
  workingDays: "Working days",
  moved: "Blocks moved",
  dropped: "Blocks dropped",
  interruptions: "Interruptions",
  interrupted: "Interrupted",

  yearTitle: (good: number, planned: number, to: string) =>
    `In the year up to ${to}, on ${good} of ${count(planned, "planned day")} at least three quarters of the plan were kept`,
  yearUnit: "Share of the planned time that was kept, by day",
  yearAlt: (from: string, to: string, planned: number, good: number, none: number) =>
    `A calendar from ${from} to ${to}: ${count(planned, "day")} with a plan, ${good} of them kept to three quarters or more, ${none} with nothing kept.`,
  yearEmpty: "There is no plan with records in this year. A day is planned on Today, or by “nunc plan”.",
  yearTable: "The year, day by day",
  yearLegend: { least: "nothing kept", most: "all", off: "day off", unknown: "no plan" },
  dayKept: (date: string, kept: number, planned: number) =>
    `${date}: ${hours(kept)} of ${hours(planned)} kept`,
  dayRecorded: (date: string, min: number) => `${date}: no plan, ${hours(min)} recorded`,
  dayNone: (date: string) => `${date}: no plan`,
  dayOff: (date: string) => `${date}: day off`,
  date: "Date",
  isOff: "Day off",
  recorded: "Recorded",
  yes: "yes",
  no: "no",

  correctionsTitle: (works: number, useless: number, open: number) => {
    const all = works + useless + open;
    const parts = [
      ...(works > 0 ? [`${works} ${works === 1 ? "works" : "work"}`] : []),
      ...(useless > 0 ? [`${useless} ${useless === 1 ? "is" : "are"} of no use`] : []),
      ...(open > 0 ? [`${open} cannot be judged yet`] : []),
    ];
    return all === 1
      ? `The one correction ${works > 0 ? "works" : useless > 0 ? "is of no use" : "cannot be judged yet"}`
      : `Of ${all} corrections ${parts.join(", ")}`;
  },
  correctionsUnit:
    "Checked days on which the condition held, of those checked, by week (labels: Monday of the week)",
  correctionsAlt: (parts: string) => `Bars for each correction. ${parts}`,
  correctionAlt: (name: string, before: string, since: string) =>
    `${name}: held on ${before} checked days before, ${since} since.`,
  correctionsEmpty:
    "No correction was under way in this time. The check on Today begins one, or “nunc correct”.",
  correctionsTable: "Conditions before and after corrections, by week",
  since: (date: string) => `since ${day(date)}`,
  legendBefore: "before the correction",
  legendAfter: "since",
  condition: "Condition",
  correction: "Correction",
  correctionFrom: "From",
  week: "Week",
  held: "Held",
  checked: "Checked days",
  side: "Side",
  sideBefore: "before",
  sideAfter: "since",

  estimatesTitle: (cases: number, median: number, over: number) =>
    cases < 5
      ? `${count(cases, "item")} finished with an estimate: too few for a rule`
      : `Half of ${cases} items took ${median.toFixed(1)} times their estimate or more; ${over} took over a quarter longer`,
  estimatesUnit: "Hours, on scales where each step multiplies",
  estimatesAlt: (cases: number, median: number, most: string, mostRatio: number) =>
    `Dots for ${count(cases, "finished item")}, the estimate across, the recorded time upwards. The median is ${median.toFixed(1)} times the estimate; the most is ${mostRatio.toFixed(1)} times, for ${most}.`,
  estimatesEmpty: "No finished item of this year has both an estimate and records.",
  estimatesTable: "Estimates and what it took",
  item: "Item",
  estimate: "Estimate",
  actual: "Took",
  times: "Times the estimate",
  doneOn: "Done on",
  xEstimate: "estimated hours",
  yActual: "hours that it took",
  asEstimated: "as estimated",
  tookLonger: "took over a quarter longer",
  tookRight: "up to a quarter longer, or less",

  ordersTitle: (starved: number, most: string | null, lane: Lane | null, value: number | null) => {
    const took =
      most === null ? "" : `; most went to “${most}” (${lane === null ? "no item" : en.lanes[lane]})`;
    if (starved > 0) return `${count(starved, "highest item")} got next to nothing${took}`;
    if (value === null) return "Too little to compare what you say with what you do";
    return `${sayAgreement(value, "en").replace(/^w/, "W")}${took}`;
  },
  ordersUnit: {
    min: "Rank by stated priority, and by what was recorded for each working day on which an item stood open; behind the names the hours",
    days: "Rank by stated priority, and by days in the log for each working day on which an item stood open; behind the names the days",
    count:
      "Rank by stated priority, and by moves on the page for each working day on which an item stood open; behind the names the moves",
  },
  ordersAlt: (items: string) => `Two orders of the same items, joined by lines. ${items}`,
  orderSays: (label: string, stated: string, lived: string, amount: string) =>
    `${label}: stated ${stated}, lived ${lived} (${amount})`,
  ordersEmpty: "No work is known of in this time, so that there is no order to compare.",
  ordersTable: "Stated and lived order",
  stated: "as stated",
  lived: "as lived",
  rises: "gets more than is said",
  falls: "gets less",
  path: "Item",
  priority: "Priority",
  statedRank: "Stated rank",
  livedRank: "Lived rank",
  amount: { min: "Minutes", days: "Days in the log", count: "Moves on the page" },
  share: "Share",
  lastMoved: "Last moved",
  nothing: "nothing",
  days: (days: number) => count(days, "day"),
  moves: (moves: number) => count(moves, "move"),
  noRank: "without a rank",
};

const zh: typeof en = {
  day: dayZh,
  month: (month) => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`,
  lanes: { highest: "最高", high: "高", medium: "中", low: "低", none: "无优先级", other: "不是条目" },
  hours: hoursZh,
  percent,
  noted: (planned, of) => `${of} 个工作日里有计划的 ${planned} 天`,

  hoursTitle: (total, share, less, weeks) =>
    weeks < 3
      ? `${hoursZh(total)}中有 ${percent(share)} 用在最高和高优先级的条目上`
      : less === 0
        ? `${hoursZh(total)}中有 ${percent(share)} 用在最高和高优先级的条目上，${weeks} 周里每周都不少于一半`
        : `${hoursZh(total)}中有 ${percent(share)} 用在最高和高优先级的条目上；${weeks} 周里有 ${less} 周不到一半`,
  hoursUnit: "每周记录的小时数，按当天的优先级划分",
  hoursUnitMonths: "每月记录的小时数，按当天的优先级划分",
  hoursAlt: (from, to, parts, most, mostMin) =>
    `${from} 到 ${to} 的堆叠柱图。合计：${parts}。最多的是 ${most}：${hoursZh(mostMin)}。`,
  hoursEmpty: "这段时间没有记录。在「今天」里开始计时，或用「nunc start 条目」。",
  hoursTable: "各周各优先级的时间",
  weekFrom: "起",
  weekTo: "止",
  total: "合计",

  planTitle: (range, ratio, all, steps, isMonthly) => {
    const stretch = `有计划的 ${steps} ${isMonthly ? "个月" : "周"}`;
    const over = all === null ? "没有计划" : `${stretch}里计划守住了 ${percent(all)}`;
    if (range === null) return over;
    if (ratio === null) return `${range}没有计划。${over}`;
    const own = `${range}计划守住了 ${percent(ratio)}`;
    return steps < 2 ? own : `${own}；${stretch}里是 ${percent(all ?? ratio)}`;
  },
  planUnit: "各周计划时间中守住的比例",
  planUnitMonths: "各月计划时间中守住的比例",
  planAlt: (from, to, least, leastRatio, most, mostRatio) =>
    `${from} 到 ${to} 的折线。守住最少的是 ${least}：${percent(leastRatio)}；最多的是 ${most}：${percent(mostRatio)}。`,
  planEmpty: "这段时间没有既有计划又有记录的日子。在「今天」里安排一天，或用「nunc plan」。",
  planTable: "各周守住的计划",
  planned: "计划",
  kept: "守住",
  ratio: "守住的比例",
  plannedDays: "有计划的天数",
  workingDays: "工作日",
  moved: "移走的时段",
  dropped: "取消的时段",
  interruptions: "打断次数",
  interrupted: "打断时间",

  yearTitle: (good, planned, to) =>
    `到 ${to} 为止的一年里，有计划的 ${planned} 天中有 ${good} 天守住了四分之三以上`,
  yearUnit: "每天计划时间中守住的比例",
  yearAlt: (from, to, planned, good, none) =>
    `${from} 到 ${to} 的日历：${planned} 天有计划，其中 ${good} 天守住四分之三以上，${none} 天一点也没守住。`,
  yearEmpty: "这一年没有既有计划又有记录的日子。在「今天」里安排一天，或用「nunc plan」。",
  yearTable: "一年里的每一天",
  yearLegend: { least: "没守住", most: "全部守住", off: "休息日", unknown: "没有计划" },
  dayKept: (date, kept, planned) => `${date}：计划 ${hoursZh(planned)}，守住 ${hoursZh(kept)}`,
  dayRecorded: (date, min) => `${date}：没有计划，记录了 ${hoursZh(min)}`,
  dayNone: (date) => `${date}：没有计划`,
  dayOff: (date) => `${date}：休息日`,
  date: "日期",
  isOff: "休息日",
  recorded: "记录",
  yes: "是",
  no: "否",

  correctionsTitle: (works, useless, open) => {
    const all = works + useless + open;
    const parts = [
      ...(works > 0 ? [`${works} 个有效`] : []),
      ...(useless > 0 ? [`${useless} 个没有用`] : []),
      ...(open > 0 ? [`${open} 个还不能判断`] : []),
    ];
    return all === 1
      ? `唯一的纠错${works > 0 ? "有效" : useless > 0 ? "没有用" : "还不能判断"}`
      : `${all} 个纠错里，${parts.join("，")}`;
  },
  correctionsUnit: "对照过的日子里状态出现的天数，按周（下方是那一周的周一）",
  correctionsAlt: (parts) => `每个纠错一组柱子。${parts}`,
  correctionAlt: (name, before, since) => `${name}：之前 ${before} 个对照日里出现，之后 ${since}。`,
  correctionsEmpty: "这段时间没有进行中的纠错。在「今天」的自检里写一条，或用「nunc correct」。",
  correctionsTable: "纠错前后的状态，按周",
  since: (date) => `${dayZh(date)}起`,
  legendBefore: "纠错之前",
  legendAfter: "纠错之后",
  condition: "状态",
  correction: "纠错",
  correctionFrom: "起",
  week: "周",
  held: "出现",
  checked: "对照的天数",
  side: "前后",
  sideBefore: "之前",
  sideAfter: "之后",

  estimatesTitle: (cases, median, over) =>
    cases < 5
      ? `有估计的完成条目只有 ${cases} 个：太少，看不出规律`
      : `${cases} 个条目里有一半用时是估计的 ${median.toFixed(1)} 倍以上；${over} 个超出四分之一`,
  estimatesUnit: "小时；两个刻度每一格都是成倍增加",
  estimatesAlt: (cases, median, most, mostRatio) =>
    `${cases} 个完成条目的散点，横向是估计，纵向是记录的用时。中位数是估计的 ${median.toFixed(1)} 倍；最多的是 ${mostRatio.toFixed(1)} 倍：${most}。`,
  estimatesEmpty: "这一年没有既有估计又有记录的完成条目。",
  estimatesTable: "估计与实际用时",
  item: "条目",
  estimate: "估计",
  actual: "用时",
  times: "是估计的几倍",
  doneOn: "完成于",
  xEstimate: "估计的小时数",
  yActual: "实际的小时数",
  asEstimated: "和估计一样",
  tookLonger: "超出四分之一",
  tookRight: "超出不到四分之一，或更少",

  ordersTitle: (starved, most, lane, value) => {
    const took =
      most === null ? "" : `；时间最多给了「${most}」（${lane === null ? "不是条目" : zh.lanes[lane]}）`;
    if (starved > 0) return `${starved} 个最高优先级的条目几乎什么也没得到${took}`;
    if (value === null) return "太少，没法比较写的和做的";
    return `${sayAgreement(value, "zh")}${took}`;
  },
  ordersUnit: {
    min: "按写明的优先级排的名次，和按平均每个在列工作日记录时间的名次；名字后面是总时间",
    days: "按写明的优先级排的名次，和按平均每个在列工作日记录天数的名次；名字后面是总天数",
    count: "按写明的优先级排的名次，和按平均每个在列工作日页面变动次数的名次；名字后面是总次数",
  },
  ordersAlt: (items) => `同一批条目的两种次序，用线相连。${items}`,
  orderSays: (label, stated, lived, amount) => `${label}：写的第 ${stated}，做的第 ${lived}（${amount}）`,
  ordersEmpty: "这段时间没有已知的工作，无从比较次序。",
  ordersTable: "写和做的次序",
  stated: "写的",
  lived: "做的",
  rises: "得到的比写的多",
  falls: "得到的少",
  path: "条目",
  priority: "优先级",
  statedRank: "写的名次",
  livedRank: "做的名次",
  amount: { min: "分钟", days: "记录中的天数", count: "页面上的变动" },
  share: "占比",
  lastMoved: "最近动过",
  nothing: "没有",
  days: (days) => `${days} 天`,
  moves: (moves) => `${moves} 次`,
  noRank: "没有",
};

export function sayCharts(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
