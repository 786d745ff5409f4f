// The words that people type for priorities, states and roles, in both languages.

import { PRIORITIES, ROLES, STATES } from "../domain/index.ts";
import type { Param } from "./action.ts";

const PRIORITY_ALIASES: Readonly<Record<string, string>> = {
  p0: "highest",
  p1: "high",
  p2: "medium",
  p3: "low",
  最高: "highest",
  高: "high",
  中: "medium",
  低: "low",
  top: "highest",
  middle: "medium",
};

const STATE_ALIASES: Readonly<Record<string, string>> = {
  todo: "open",
  待办: "open",
  未开始: "open",
  进行中: "doing",
  正在做: "doing",
  已完成: "done",
  完成: "done",
  放弃: "dropped",
  drop: "dropped",
  全部: "all",
};

const ROLE_ALIASES: Readonly<Record<string, string>> = {
  学习: "learning",
  阅读: "reading",
  读书: "reading",
  记录: "log",
  其他: "other",
};

export const priorityParam: Param = {
  name: "priority",
  kind: "choice",
  choices: PRIORITIES,
  aliases: PRIORITY_ALIASES,
  short: "p",
  clearable: true,
  help: { en: "highest, high, medium, low (or P0 to P3)", zh: "最高、高、中、低（或 P0 到 P3）" },
};

export const stateParam: Param = {
  name: "state",
  kind: "choice",
  choices: STATES,
  aliases: STATE_ALIASES,
  short: "s",
  help: { en: "open, doing, done or dropped", zh: "open、doing、done 或 dropped" },
};

export const roleParam: Param = {
  name: "role",
  kind: "choice",
  choices: ROLES,
  aliases: ROLE_ALIASES,
  short: "r",
  help: { en: "learning, reading, log or other", zh: "learning、reading、log 或 other" },
};

export const itemParam: Param = {
  name: "item",
  kind: "item",
  required: true,
  positional: true,
  help: {
    en: "title, title path (a › b), the beginning of a title, or FILE:LINE",
    zh: "标题、标题路径（a › b）、标题开头，或 文件:行号",
  },
};

export const itemsParam: Param = {
  name: "items",
  kind: "items",
  required: true,
  positional: true,
  help: {
    en: "one or more items, by title, path, beginning or FILE:LINE",
    zh: "一个或多个条目：标题、路径、标题开头或 文件:行号",
  },
};

export const fileParam: Param = {
  name: "file",
  kind: "file",
  internal: true,
  help: { en: "which page, where the home has several", zh: "有多个页面时指明哪一个" },
};
