// The words of goals.md in both languages: which heading or label is which part, how a goal, its end, a trial, an end of a
// problem are said, and how they are written.

import { fold, formatDuration, type LocalDate, type Tongue } from "../../base/index.ts";
import type { Answers, GoalPart, GoalState } from "./goal.ts";

const PARTS: readonly [GoalPart, RegExp][] = [
  ["results", /^(?:(?:key )?results?|krs?|measures?|(?:关键)?(?:结果|成果)|怎么算达到|衡量)$/],
  [
    "problems",
    /^(?:(?:key |main |biggest |greatest )?(?:problems?|obstacles?)|(?:关键|主要|最大的?)?(?:问题|障碍|难点))$/,
  ],
  [
    "services",
    /^(?:served by|what serves (?:it|this)|(?:serving )?items|(?:服务(?:于|于它|它)?的?|推进它?的?|对应的?|相关的?)?(?:条目)|靠什么推进|由谁推进)$/,
  ],
];

/** Which part a heading or a label names; null where none. */
export function partOf(words: string): GoalPart | null {
  const folded = fold(words);
  return PARTS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** A heading that holds key problems of no goal. */
export function isProblemsHeading(words: string): boolean {
  return /^(?:(?:my )?(?:key|main) problems?|(?:我的)?(?:关键|主要)问题)$/.test(fold(words));
}

/** A heading below which headings with a period are goals. */
export function isGoalsHeading(words: string): boolean {
  return /^(?:(?:my |our )?(?:goals?|objectives?|okrs?)|(?:我的)?(?:个人)?(?:目标|okrs?))(?: .*)?$/.test(
    fold(words),
  );
}

export const PART_HEADINGS: Readonly<Record<GoalPart, Readonly<Record<Tongue, string>>>> = {
  results: { en: "Key results", zh: "关键结果" },
  problems: { en: "Key problems", zh: "关键问题" },
  services: { en: "Served by", zh: "推进它的条目" },
};

export const GOALS_HEADING: Readonly<Record<Tongue, string>> = { en: "Goals", zh: "目标" };

/** `Goal: …`, `O1: …`, `目标：…` with what stands between the word and the colon. */
export const GOAL_PREFIX =
  /^[*_\s]*(?:goal|objective|o(?=\s*\d*\s*[:：])|目标)[*_]*\s*(\d{0,2}(?!\d))\s*([^:：]*?)\s*[:：][*_]*\s*/i;

/** `KR1: …` and the like before an entry right below a goal: which part it belongs to. */
export const ENTRY_PREFIXES: readonly [GoalPart, RegExp][] = [
  ["results", /^(?:kr|key result|关键结果)\s*\d{0,2}\s*[:：]\s*/i],
  ["problems", /^(?:(?:key )?problem|关键问题|问题)\s*\d{0,2}\s*[:：]\s*/i],
  ["services", /^(?:served by|item|条目)\s*[:：]\s*/i],
];

export const TRIAL = /^(?:trying|tried|try|attempt|尝试|在试|试过|试|对策)\s*[:：]\s*(.*)$/i;

const DASH = "\\s*(?:[-–—]+|→|·|[,，;；])\\s*";
/** How the end of a goal is said behind its title, the day in group 2. */
export const CLOSING = new RegExp(
  `(?:${DASH}(reached|achieved|met|done|finished|given up|gave up|dropped|abandoned|已?达成|已?达到|已?实现|已?完成|已?放弃)|\\s*(✅|❌))(?:\\s+on)?[\\s:：,，]*(\\d[\\d\\s年月日./-]*)?\\s*$`,
  "i",
);
/** How the end of a problem is said. */
export const SOLVED = new RegExp(
  `${DASH}(solved|resolved|gone|已?解决了?)(?:\\s+on)?[\\s:：,，]*(\\d[\\d\\s年月日./-]*)?\\s*$`,
  "i",
);

export function goalStateOf(word: string): GoalState {
  return /^(?:given|gave|dropped|abandoned|已?放弃|❌)/i.test(word) ? "given-up" : "reached";
}

export function closingText(state: Exclude<GoalState, "open">, on: LocalDate, tongue: Tongue): string {
  const word = { reached: { en: "reached", zh: "达成" }, "given-up": { en: "given up", zh: "放弃" } }[state][
    tongue
  ];
  return ` - ${word} ${on}`;
}

export function solvedText(on: LocalDate, tongue: Tongue): string {
  return tongue === "zh" ? ` - 已解决 ${on}` : ` - solved ${on}`;
}

export function goalHeading(title: string, period: string | null, tongue: Tongue): string {
  if (tongue === "zh") return `目标：${title}${period === null ? "" : `（${period}）`}`;
  return `Goal: ${title}${period === null ? "" : ` (${period})`}`;
}

export function trialText(text: string, since: LocalDate | null, tongue: Tongue): string {
  if (tongue === "zh") return `尝试：${text}${since === null ? "" : `（${since} 起）`}`;
  return `Trying: ${text}${since === null ? "" : ` (since ${since})`}`;
}

/** `: help 3, 20h, 2 people`, `：帮助 3，20 小时，需要 2 人`; empty where nothing is answered. */
export function answersText({ help, effortMin, people, names }: Answers, tongue: Tongue): string {
  const isZh = tongue === "zh";
  const said: string[] = [];
  if (help !== null) said.push(isZh ? `帮助 ${help}` : `help ${help}`);
  if (effortMin !== null) said.push(formatDuration(effortMin, tongue));
  if (names !== null)
    said.push(isZh ? `需要${/^[A-Za-z\d]/.test(names) ? " " : ""}${names}` : `with ${names}`);
  else if (people === 0) said.push(isZh ? "不需要别人" : "alone");
  else if (people !== null)
    said.push(isZh ? `需要 ${people} 人` : `${people} ${people === 1 ? "person" : "people"}`);
  if (said.length === 0) return "";
  return isZh ? `：${said.join("，")}` : `: ${said.join(", ")}`;
}
