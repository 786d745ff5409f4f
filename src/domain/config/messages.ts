// What the reader of nunc.yaml says, in both languages.

import type { Tongue } from "../../base/index.ts";

interface Said {
  message: string;
  hint: string | null;
}

export type Wanted = "text" | "texts" | "yesNo" | "mapping" | "number";

interface Messages {
  syntax(problem: string): Said;
  notAMapping(): Said;
  unknownKey(key: string, near: string | null): Said;
  oldKey(key: string, now: string): Said;
  wrongType(key: string, wanted: string): Said;
  unknownWord(key: string, word: string, near: string | null, words: readonly string[]): Said;
  unknownZone(zone: string, near: string | null): Said;
  bothPages(): Said;
  noYear(): Said;
  newer(version: string, ours: number): Said;
  cannotSplice(key: string): Said;
  underNoMapping(key: string): Said;
  wanted: Record<Wanted, string>;
}

const en: Messages = {
  syntax: (problem) => ({
    message: `nunc.yaml cannot be read here: ${problem}.`,
    hint: "The rest of it is read all the same.",
  }),
  notAMapping: () => ({ message: "nunc.yaml holds no keys.", hint: "Write lines such as `page: now.md`." }),
  unknownKey: (key, near) => ({
    message: `nunc.yaml knows no key ${key}.`,
    hint: near === null ? "It is left alone." : `Did you mean ${near}? It is left alone.`,
  }),
  oldKey: (key, now) => ({
    message: `The key ${key} is from an older nunc; it is ${now} now.`,
    hint: "`nunc doctor --fix` renames it.",
  }),
  wrongType: (key, wanted) => ({
    message: `${key} must be ${wanted}.`,
    hint: "Its default is used instead.",
  }),
  unknownWord: (key, word, near, words) => ({
    message: `${key} cannot be ${word}.`,
    hint:
      near === null
        ? `It is one of ${words.join(", ")}.`
        : `Did you mean ${near}? It is one of ${words.join(", ")}.`,
  }),
  unknownZone: (zone, near) => ({
    message: `This system knows no time zone ${zone}.`,
    hint:
      near === null
        ? "Write a name such as Asia/Shanghai; until then the system's zone is used."
        : `Did you mean ${near}? Until then the system's zone is used.`,
  }),
  bothPages: () => ({ message: "Both page and pages are given.", hint: "pages is used; remove page." }),
  noYear: () => ({
    message: "archive has no {year}: entries of all years would go into one file.",
    hint: "Write a path such as history/{year}.md.",
  }),
  newer: (version, ours) => ({
    message: `This nunc.yaml is of version ${version}; this nunc knows version ${ours}.`,
    hint: "Use a newer nunc for this home.",
  }),
  cannotSplice: (key) => ({
    message: `${key} is written in a way that nunc cannot change without touching more.`,
    hint: "Change it by hand.",
  }),
  underNoMapping: (key) => ({
    message: `${key} is no list of \`name: value\` lines, so nothing can be added to it.`,
    hint: "Change it by hand.",
  }),
  wanted: {
    text: "a text",
    texts: "a list of texts",
    yesNo: "true or false",
    mapping: "lines of `name: value`",
    number: "a whole number",
  },
};

const zh: Messages = {
  syntax: (problem) => ({ message: `nunc.yaml 这里读不懂：${problem}。`, hint: "其余部分照常读取。" }),
  notAMapping: () => ({ message: "nunc.yaml 里没有任何键。", hint: "请写成 `page: now.md` 这样的行。" }),
  unknownKey: (key, near) => ({
    message: `nunc.yaml 没有 ${key} 这个键。`,
    hint: near === null ? "它会原样保留。" : `是不是 ${near}？它会原样保留。`,
  }),
  oldKey: (key, now) => ({
    message: `${key} 是旧版 nunc 的键，现在叫 ${now}。`,
    hint: "`nunc doctor --fix` 会改名。",
  }),
  wrongType: (key, wanted) => ({ message: `${key} 必须是${wanted}。`, hint: "这里改用默认值。" }),
  unknownWord: (key, word, near, words) => ({
    message: `${key} 不能是 ${word}。`,
    hint: near === null ? `可以是 ${words.join("、")}。` : `是不是 ${near}？可以是 ${words.join("、")}。`,
  }),
  unknownZone: (zone, near) => ({
    message: `系统不认识时区 ${zone}。`,
    hint:
      near === null
        ? "请写 Asia/Shanghai 这样的名字；在此之前用系统的时区。"
        : `是不是 ${near}？在此之前用系统的时区。`,
  }),
  bothPages: () => ({ message: "page 和 pages 同时出现。", hint: "以 pages 为准；请删去 page。" }),
  noYear: () => ({
    message: "archive 里没有 {year}：所有年份的记录会写进同一个文件。",
    hint: "请写成 history/{year}.md 这样的路径。",
  }),
  newer: (version, ours) => ({
    message: `这份 nunc.yaml 是第 ${version} 版，而这个 nunc 只认识第 ${ours} 版。`,
    hint: "请用更新的 nunc 打开它。",
  }),
  cannotSplice: (key) => ({ message: `${key} 的写法让 nunc 无法只改这一处。`, hint: "请手工修改。" }),
  underNoMapping: (key) => ({
    message: `${key} 不是 \`名字: 值\` 这样的行，无法往里添加。`,
    hint: "请手工修改。",
  }),
  wanted: {
    text: "一段文字",
    texts: "一列文字",
    yesNo: " true 或 false",
    mapping: " `名字: 值` 这样的行",
    number: "整数",
  },
};

export function sayConfig(tongue: Tongue): Messages {
  return tongue === "zh" ? zh : en;
}
