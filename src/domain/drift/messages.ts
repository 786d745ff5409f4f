// What drift says, in both languages.

import type { Tongue } from "../../base/index.ts";
import type { Priority } from "../item.ts";

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

const en = {
  priority: (key: Priority | "none" | "other") => PRIORITIES_EN[key],
  noItem: () => "no item",
  noGroup: () => "no group",
  noGoal: () => "no goal",
  noSection: () => "no section",
};

const zh: typeof en = {
  priority: (key) => PRIORITIES_ZH[key],
  noItem: () => "不是条目",
  noGroup: () => "没有分组",
  noGoal: () => "没有目标",
  noSection: () => "没有章节",
};

export function sayDrift(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
