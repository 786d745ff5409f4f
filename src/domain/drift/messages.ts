// What drift says, in both languages.

import { formatDuration, type LocalDate, type Tongue } from "../../base/index.ts";
import type { Priority } from "../item.ts";
import type { Drift, DriftUnit } from "./drift.ts";
import { meaningOfTau, type TauMeaning } from "./weighted-tau.ts";
import type { Lived } from "./works.ts";

const PRIORITIES_EN: Readonly<Record<Priority | "none" | "other", string>> = {
  highest: "highest",
  high: "high",
  medium: "medium",
  low: "low",
  none: "no priority",
  other: "no item",
};
const PRIORITIES_ZH: Readonly<Record<Priority | "none" | "other", string>> = {
  highest: "最高",
  high: "高",
  medium: "中",
  low: "低",
  none: "没有优先级",
  other: "不是条目",
};

const AGREEMENTS: Readonly<Record<Tongue, Readonly<Record<TauMeaning, string>>>> = {
  en: {
    same: "what you do follows what you say",
    part: "what you do follows what you say in part",
    none: "what you do has little to do with what you say",
    reverse: "what you do runs against what you say",
  },
  zh: {
    same: "做的和写的基本一致",
    part: "做的和写的部分一致",
    none: "做的和写的没什么关系",
    reverse: "做的和写的相反",
  },
};

/** What a value of weighted τ means, in words that begin with a small letter. */
export function sayAgreement(tau: number, tongue: Tongue): string {
  return AGREEMENTS[tongue][meaningOfTau(tau)];
}

type Source = Pick<Lived, "source" | "days" | "count" | "named">;

/** What the sentences at the top are made from. */
type Found = Pick<
  Drift,
  "source" | "tooLittle" | "agreement" | "starved" | "instead" | "by" | "total" | "unit"
> & {
  compared: number;
  /** Share of what is of items. */
  named: number;
};

/** Of a log that says less about items, it is said. */
const MOST_NAMED = 0.5;

interface Sided {
  title: string;
  priority: Priority | null;
  openAmount: number;
}

const times = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;
/** At most one digit behind the point. */
const plain = (value: number): string => String(Math.round(value * 10) / 10);
const percent = (share: number): string => `${Math.round(share * 100)}%`;
/** Titles that a sentence names; the others are counted. */
const NAMED = 3;

function amountEn(amount: number, unit: DriftUnit): string {
  if (amount === 0) return "nothing";
  if (unit === "min") return formatDuration(amount);
  const value = plain(amount);
  return unit === "days" ? `${value} ${value === "1" ? "day" : "days"}` : times(Math.round(amount), "move");
}

function amountZh(amount: number, unit: DriftUnit): string {
  if (amount === 0) return "一点没有";
  if (unit === "min") return formatDuration(amount, "zh");
  return unit === "days" ? `${plain(amount)} 天` : `${Math.round(amount)} 次变动`;
}

const en = {
  priority: (key: Priority | "none" | "other") => PRIORITIES_EN[key],
  noItem: () => "no item",
  noGroup: () => "no group",
  noGoal: () => "no goal",
  noSection: () => "no section",
  amount: amountEn,
  source: ({ source, days, count, named }: Source, _unit: DriftUnit) =>
    ({
      records: () => `From records: ${formatDuration(count)} on ${times(days, "day")}.`,
      log: () =>
        `From the log of the page, since there are too few records: ${times(days, "day")} with entries, ${named} of ${times(count, "bullet")} ${named === 1 ? "names" : "name"} an item.`,
      history: () =>
        `From what moved on the page (progress, states, new steps), since there are too few records and log entries: ${times(count, "move")} on ${times(days, "day")}.`,
      none: () => "From nothing: there are neither records nor log entries, and nothing moved on the page.",
    })[source](),
  fewItems: (items: number, least: number) =>
    `${items === 0 ? "No item with a priority" : `Only ${times(items, "item")} with a priority`} stood open long enough; with fewer than ${least} there is no order to compare.`,
  noOrder: (isLivedAlike: boolean): string =>
    isLivedAlike
      ? "All compared items got the same, so that there is no lived order."
      : "All compared items have the same priority, so that there is no stated order.",
  tooFew: ({ source, days, count, named }: Source) =>
    source === "records"
      ? `Too little to judge: records on ${times(days, "day")}, ${formatDuration(count)} in all; it takes 5 days and 5 hours.`
      : source === "log"
        ? `Too little to judge: ${times(days, "day")} with log entries, and ${times(named, "bullet")} that name${named === 1 ? "s" : ""} an item; it takes 5 days and 3 bullets.`
        : `Too little to judge: ${times(count, "move")} on the page; it takes 5.`,
  nothing: (lastEntryOn: LocalDate | null, hasHistory: boolean) =>
    `Nothing is known of these days: no records, no log entry${hasHistory ? ", nothing moved on the page" : ", and the page has no history"}.${
      lastEntryOn === null
        ? ""
        : ` The last log entry ends on ${lastEntryOn}: try \`nunc drift ${lastEntryOn.slice(0, 4)}\`.`
    }`,
  agreement: (value: number) =>
    `Vigna's weighted τ is ${value.toFixed(2)}: ${sayAgreement(
      value,
      "en",
    )}. (1 the same order, 0 unrelated, -1 the reverse; the top of the lists weighs most, items of one priority are ties.)`,
  pair: (over: Sided, under: Sided, unit: DriftUnit) =>
    `“${over.title}” is ${PRIORITIES_EN[over.priority ?? "none"]} and got ${amountEn(over.openAmount, unit)}; “${under.title}” is ${PRIORITIES_EN[under.priority ?? "none"]} and got ${amountEn(under.openAmount, unit)}.`,
  findings: (found: Found, top: Priority | null): string[] => {
    const { source, tooLittle, agreement, starved, by, total, unit, compared, instead, named } = found;
    const share = by.priority.find(({ key }) => key === top);
    const first = instead.find(({ kind }) => kind !== "interruption");
    const names = starved.slice(0, NAMED).map(({ title }) => `“${title}”`);
    const more = starved.length > NAMED ? ` and ${starved.length - NAMED} more` : "";
    return [
      ...(tooLittle === null ? [] : [tooLittle]),
      ...(source === "log" && named < MOST_NAMED
        ? [`Mind that only ${percent(named)} of the days in the log name an item.`]
        : []),
      ...(tooLittle === null ? [agreement.says] : []),
      ...(share === undefined || total === 0 || compared === 0
        ? []
        : [`What has ${PRIORITIES_EN[top!]} priority got ${percent(share.share)} of it.`]),
      ...(starved.length === 0
        ? []
        : [
            `Of ${PRIORITIES_EN[top!]} priority, and got nothing or next to nothing: ${names.join(", ")}${more}.`,
          ]),
      ...(first === undefined || total === 0
        ? []
        : [
            `The largest other share went to “${first.title}”${first.priority === null ? "" : ` (${PRIORITIES_EN[first.priority]})`}: ${amountEn(first.amount, unit)}, ${percent(first.share)}.`,
          ]),
    ];
  },
};

export type DriftMessages = typeof en;

const zh: typeof en = {
  priority: (key) => PRIORITIES_ZH[key],
  noItem: () => "不是条目",
  noGroup: () => "没有分组",
  noGoal: () => "没有目标",
  noSection: () => "没有章节",
  amount: amountZh,
  source: ({ source, days, count, named }) =>
    ({
      records: () => `依据每天的记录：${days} 天，共 ${formatDuration(count, "zh")}。`,
      log: () =>
        `每天的记录太少，依据页面上的记录：其中涉及 ${days} 天，${count} 条里有 ${named} 条提到了条目。`,
      history: () =>
        `每天的和页面上的记录都太少，依据页面的变动（进度、状态、新步骤）：${days} 天里 ${count} 次。`,
      none: () => "没有依据：没有记录，页面上也没有变动。",
    })[source](),
  fewItems: (items, least) =>
    `有优先级、又放了够久的条目${items === 0 ? "一个也没有" : `只有 ${items} 个`}；少于 ${least} 个，谈不上顺序。`,
  noOrder: (isLivedAlike) =>
    isLivedAlike
      ? "参与比较的条目得到的一样多，实际上没有先后。"
      : "参与比较的条目优先级都一样，写的没有先后。",
  tooFew: ({ source, days, count, named }) =>
    source === "records"
      ? `太少，下不了结论：${days} 天有记录，共 ${formatDuration(count, "zh")}；至少要 5 天、5 小时。`
      : source === "log"
        ? `太少，下不了结论：页面上的记录涉及 ${days} 天，提到条目的 ${named} 条；至少要 5 天、3 条。`
        : `太少，下不了结论：页面上只有 ${count} 次变动；至少要 5 次。`,
  nothing: (lastEntryOn, hasHistory) =>
    `这段日子什么都不知道：每天和页面上都没有记录，${hasHistory ? "页面上也没有变动" : "页面也没有历史"}。${
      lastEntryOn === null
        ? ""
        : `页面上最后一条记录到 ${lastEntryOn} 为止，可以试试 \`nunc drift ${lastEntryOn.slice(0, 4)}\`。`
    }`,
  agreement: (value) =>
    `Vigna 加权 τ 是 ${value.toFixed(2)}：${sayAgreement(
      value,
      "zh",
    )}。（1 顺序完全相同，0 无关，-1 完全相反；排在前面的权重最大，同一优先级算并列。）`,
  pair: (over, under, unit) =>
    `“${over.title}”优先级${PRIORITIES_ZH[over.priority ?? "none"]}，得到的：${amountZh(over.openAmount, unit)}；“${under.title}”优先级${PRIORITIES_ZH[under.priority ?? "none"]}，得到的：${amountZh(under.openAmount, unit)}。`,
  findings: (found, top) => {
    const { source, tooLittle, agreement, starved, by, total, unit, compared, instead, named } = found;
    const share = by.priority.find(({ key }) => key === top);
    const first = instead.find(({ kind }) => kind !== "interruption");
    const names = starved.slice(0, NAMED).map(({ title }) => `“${title}”`);
    const more = starved.length > NAMED ? `等 ${starved.length} 个` : "";
    return [
      ...(tooLittle === null ? [] : [tooLittle]),
      ...(source === "log" && named < MOST_NAMED
        ? [`请留意：页面上的记录只有 ${percent(named)} 的日子提到了条目。`]
        : []),
      ...(tooLittle === null ? [agreement.says] : []),
      ...(share === undefined || total === 0 || compared === 0
        ? []
        : [`${PRIORITIES_ZH[top!]}优先级得到了其中的 ${percent(share.share)}。`]),
      ...(starved.length === 0
        ? []
        : [`${PRIORITIES_ZH[top!]}优先级里几乎没碰过的：${names.join("、")}${more}。`]),
      ...(first === undefined || total === 0
        ? []
        : [
            `别处用得最多的是“${first.title}”${first.priority === null ? "" : `（优先级${PRIORITIES_ZH[first.priority]}）`}：${amountZh(first.amount, unit)}，占 ${percent(first.share)}。`,
          ]),
    ];
  },
};

export function sayDrift(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
