// The words of conditions.md in both languages: headings, keywords, outcomes, and how a correction's line is written.

import type { LocalDate, Tongue } from "../../base/index.ts";
import type { ConditionKind } from "../day/day.ts";
import type { CorrectionOutcome } from "./condition.ts";

export const SECTION_HEADINGS: Readonly<Record<ConditionKind, Readonly<Record<Tongue, string>>>> = {
  healthy: { zh: "健康", en: "Healthy" },
  abnormal: { zh: "异常", en: "Abnormal" },
};

export const DETECT_WORD: Readonly<Record<Tongue, string>> = { zh: "检测：", en: "Detect: " };
export const CORRECTION_WORD: Readonly<Record<Tongue, string>> = { zh: "纠错：", en: "Correction: " };

export const OUTCOME_WORDS: Readonly<Record<CorrectionOutcome, Readonly<Record<Tongue, string>>>> = {
  keep: { zh: "保留", en: "keep" },
  change: { zh: "改", en: "change" },
  drop: { zh: "放弃", en: "drop" },
};

/** The outcome that a word names; also what people write besides. */
export function outcomeOf(word: string): CorrectionOutcome | null {
  if (/^(?:keep|kept|保留|继续|保持)$/i.test(word)) return "keep";
  if (/^(?:changed?|改|修改|改变|换|调整)$/i.test(word)) return "change";
  return /^(?:drop(?:ped)?|放弃|弃|去掉|停止)$/i.test(word) ? "drop" : null;
}

/** The line of a correction, without its marker: `纠错：… （2026-09-02 起，2026-09-16 看效果）`. */
export function correctionLine(text: string, from: LocalDate, judgeOn: LocalDate, tongue: Tongue): string {
  return tongue === "zh"
    ? `${CORRECTION_WORD.zh}${text}（${from} 起，${judgeOn} 看效果）`
    : `${CORRECTION_WORD.en}${text} (from ${from}, judge on ${judgeOn})`;
}

/** What is written behind a correction once it was judged. */
export function outcomeText(outcome: CorrectionOutcome, on: LocalDate, tongue: Tongue): string {
  return ` - ${OUTCOME_WORDS[outcome][tongue]} ${on}`;
}
