// Which priority a heading, a label or a bracket on an item names. 高级, 中间件 and 高并发 name none: a level counts only
// as a whole, or beside the word priority.

import type { Overrules } from "../config/config.ts";
import type { Priority } from "../item.ts";
import { PRIORITY_CODES, PRIORITY_LEVELS, PRIORITY_SIGNS, TIERS } from "./vocabulary.ts";
import { bareText, foldText } from "./words.ts";

const ZH_LEVEL = "最高|最低|次高|较高|较低|中等|高|中|低";
const EN_LEVEL = "highest|higher|high|top|medium|middle|mid|normal|lowest|lower|low";
const LEVEL_BEFORE = new RegExp(
  `(${ZH_LEVEL})(?:等|级)?优先(?!于)|\\b(${EN_LEVEL})(?:est)?[- ]?priorit(?:y|ies)\\b`,
);
const LEVEL_AFTER = new RegExp(
  `优先(?:级|度|权)?(?:别)?\\s*(?:[::=为是]|相对|比较)*\\s*(?:相对|比较|稍|略)?\\s*(${ZH_LEVEL})|\\bpriority\\s*[:=-]?\\s*(${EN_LEVEL})\\b`,
);
const TIER =
  /第\s*([一二三])\s*(?:梯队|梯次|档)|\b(?:tier|group)\s*([123])\b|\b(first|second|third)[- ]tier\b/;
const CODE = /(?:^|[^\w])p([0-3])(?![\w.])/;

export interface NamedPriority {
  priority: Priority;
  word: string;
}

/** The priority that a heading or label names; null where it names none. */
export function readPriority(text: string, overrules: Overrules): NamedPriority | null {
  const overruled = findOverrule(text, overrules.priorities);
  if (overruled !== null) return { priority: overruled.value, word: overruled.word };
  const folded = foldText(text);
  const before = LEVEL_BEFORE.exec(folded);
  const after = LEVEL_AFTER.exec(folded);
  const first = before !== null && (after === null || before.index <= after.index) ? before : after;
  if (first !== null) return named(PRIORITY_LEVELS[first[1] ?? first[2] ?? ""], first[0]);
  const tier = TIER.exec(folded);
  if (tier !== null) return named(TIERS[tier[1] ?? tier[2] ?? tier[3] ?? ""], tier[0]);
  const code = CODE.exec(folded);
  if (code !== null) return named(PRIORITY_CODES[`P${code[1]}`], code[0].trim());
  for (const [sign, priority] of Object.entries(PRIORITY_SIGNS))
    if (text.includes(sign)) return { priority, word: sign };
  const inBrackets = /[([（【]\s*([^)\]）】]+)\s*[)\]）】]\s*$/.exec(folded)?.[1] ?? "";
  if (isLevel(inBrackets)) return named(PRIORITY_LEVELS[inBrackets], inBrackets);
  const whole = bareText(folded.replace(/[（(][^）)]*[）)]\s*$/, ""));
  return isLevel(whole) ? named(PRIORITY_LEVELS[whole], whole) : null;
}

/** A level that stands alone; "normal" and "middle" are too common to say so. */
function isLevel(word: string): boolean {
  return Object.hasOwn(PRIORITY_LEVELS, word) && word !== "normal" && word !== "middle";
}

function named(priority: Priority | undefined, word: string): NamedPriority | null {
  return priority === undefined ? null : { priority, word };
}

/** A person's own word: found as a whole text, or as a whole word (anywhere where it is Chinese). */
export function findOverrule<T>(
  text: string,
  overrules: Readonly<Record<string, T>>,
): { value: T; word: string } | null {
  const folded = foldText(text);
  for (const [word, value] of Object.entries(overrules)) {
    const wanted = foldText(word).trim();
    if (wanted === "") continue;
    if (bareText(folded) === bareText(wanted) && bareText(wanted) !== "") return { value, word };
    const at = folded.indexOf(wanted);
    if (at === -1) continue;
    const letters = /[\p{Script=Latin}\p{N}]/u;
    const inside =
      (letters.test(wanted[0]!) && letters.test(folded[at - 1] ?? "")) ||
      (letters.test(wanted[wanted.length - 1]!) && letters.test(folded[at + wanted.length] ?? ""));
    if (!inside) return { value, word };
  }
  return null;
}
