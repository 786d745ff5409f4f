// Detectors as readable text, in both languages: `no plan by 10:00`, `连续 3 天没有最高优先级的工作`. The wording is free as
// long as the words that matter stand there; what could mean two things is not understood. Whatever is printed reads back
// as the same detector. docs/conditions.md lists the forms.

import {
  DURATION,
  fold,
  formatWallTime,
  isCjk,
  likeness,
  parseDurationMin,
  parseWallTime,
  readSmallNumber,
  SMALL_NUMBER,
  type Tongue,
} from "../../base/index.ts";
import type { Detector } from "./condition.ts";

/** Whoever writes more than this says something else. */
const LONGEST = 200;

/** The detector that a text names; null where it names none. */
export function readDetector(text: string): Detector | null {
  if (text.length > LONGEST) return null;
  const plain = text
    .trim()
    .replace(/[`*]/g, "")
    .replace(/[。.!！;；]+$/, "");
  const words = spellDigits(fold(plain).replace(/[“”"「」]/g, ""));
  return readCommitment(plain) ?? READERS.map((read) => read(words)).find((found) => found !== null) ?? null;
}

/** The detector in words, as it is written into conditions.md. */
export function printDetector(detector: Detector, tongue: Tongue): string {
  return tongue === "zh" ? printZh(detector) : printEn(detector);
}

/** Words that speak for a kind where the whole is not understood. */
const LEANINGS: readonly [RegExp, Detector["kind"]][] = [
  [/highest|priorit|important|优先|重要/, "no-highest"],
  [/\bfirst\b|先/, "highest-first"],
  [/\bkept\b|keep|complet|finish|完成|做到|%|half (?!past)|一半/, "kept-less"],
  [/\bplan|计划/, "no-plan-by"],
  [/block|piece|fragment|碎|块/, "blocks-shorter"],
  [/stretch|focus|undisturbed|连续|专注/, "stretch-of"],
  [/^(?!.*(?:\bno\b|nothing|不)).*(?:until|past|after|night|late|夜|晚|加班)/, "worked-after"],
  [/(?:\bno\b|nothing).*(?:until|past|after|night|late)|不.*(?:夜|晚)|(?:夜|晚).*不/, "nothing-after"],
  [/week|周|星期/, "no-commitment"],
  [/touch|start|abandon|碰|开了头|搁/, "untouched"],
  [/interrupt|disturb|打断|干扰/, "interrupted-more"],
];

/** The known form that is most like a text, in the language of the text: a hint. */
export function nearestDetector(text: string): string {
  const tongue: Tongue = [...text].some(isCjk) ? "zh" : "en";
  const words = fold(text.slice(0, LONGEST));
  const scored = [...EXAMPLES, COMMITMENT[tongue]].map((detector) => {
    const form = printDetector(detector, tongue);
    const leanings = LEANINGS.filter(
      ([pattern, kind]) => kind === detector.kind && pattern.test(words),
    ).length;
    return { form, score: likeness(fold(form), words) + leanings * 0.4 };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).form;
}

const COMMITMENT: Readonly<Record<Tongue, Detector>> = {
  en: { kind: "no-commitment", name: "reflection" },
  zh: { kind: "no-commitment", name: "思考" },
};

/** One of each kind but the one that holds a name, with parameters as people mostly choose them. */
const EXAMPLES: readonly Detector[] = [
  { kind: "no-highest", days: 3 },
  { kind: "highest-first" },
  { kind: "no-plan-by", atMin: 600 },
  { kind: "plan-by", atMin: 600 },
  { kind: "kept-less", share: 0.5 },
  { kind: "kept-at-least", share: 0.6 },
  { kind: "blocks-shorter", min: 25 },
  { kind: "stretch-of", min: 60 },
  { kind: "worked-after", atMin: 1320 },
  { kind: "nothing-after", atMin: 1320 },
  { kind: "untouched", days: 14 },
  { kind: "interrupted-more", min: 60 },
];

// Printing

/** `50%`, with up to two decimals. */
export function shareText(share: number): string {
  return `${Math.round(share * 1e4) / 100}%`;
}

function printEn(detector: Detector): string {
  switch (detector.kind) {
    case "no-highest":
      return `no highest-priority work for ${detector.days} ${detector.days === 1 ? "day" : "days"}`;
    case "highest-first":
      return "highest-priority work first";
    case "no-plan-by":
      return `no plan by ${formatWallTime(detector.atMin)}`;
    case "plan-by":
      return `plan by ${formatWallTime(detector.atMin)}`;
    case "kept-less":
      return `less than ${shareText(detector.share)} of the plan kept`;
    case "kept-at-least":
      return `at least ${shareText(detector.share)} of the plan kept`;
    case "blocks-shorter":
      return `blocks shorter than ${detector.min} minutes all day`;
    case "stretch-of":
      return `a stretch of at least ${detector.min} minutes`;
    case "worked-after":
      return `worked after ${formatWallTime(detector.atMin)}`;
    case "nothing-after":
      return `nothing after ${formatWallTime(detector.atMin)}`;
    case "no-commitment":
      return `no ${detector.name} this week`;
    case "untouched":
      return `an item started but not touched for ${detector.days} ${detector.days === 1 ? "day" : "days"}`;
    case "interrupted-more":
      return `interruptions over ${detector.min} minutes`;
  }
}

function printZh(detector: Detector): string {
  switch (detector.kind) {
    case "no-highest":
      return `连续 ${detector.days} 天没有最高优先级的工作`;
    case "highest-first":
      return "先做最高优先级的工作";
    case "no-plan-by":
      return `${formatWallTime(detector.atMin)} 前没有计划`;
    case "plan-by":
      return `${formatWallTime(detector.atMin)} 前有计划`;
    case "kept-less":
      return `计划完成不到 ${shareText(detector.share)}`;
    case "kept-at-least":
      return `计划至少完成 ${shareText(detector.share)}`;
    case "blocks-shorter":
      return `全天都是不到 ${detector.min} 分钟的碎块`;
    case "stretch-of":
      return `有一段至少 ${detector.min} 分钟的连续工作`;
    case "worked-after":
      return `${formatWallTime(detector.atMin)} 后还在工作`;
    case "nothing-after":
      return `${formatWallTime(detector.atMin)} 后不工作`;
    case "no-commitment":
      return `这周没有${isCjk([...detector.name][0]) ? "" : " "}${detector.name}`;
    case "untouched":
      return `有条目开了头却 ${detector.days} 天没碰`;
    case "interrupted-more":
      return `打断超过 ${detector.min} 分钟`;
  }
}

// Reading

const HIGHEST = /highest|top[ -]priority|most important|最高优先级|最重要|最要紧/;
const NOT = /\bno\b|\bnot\b|n't\b|\bnothing\b|\bnever\b|\bwithout\b|没|不|无|未/;
const LESS = /less|fewer|under|below|shorter|不到|不足|少于|低于|短于|小于|不满/;
const LEAST = /at least|or more|or longer|minimum|至少|不少于|不低于|不短于|以上|起码/;
const OVER = /\bover\b|more than|longer than|above|exceed|超过|多于|超出|大于/;
const PLAN = /\bplan(?:ned)?\b|计划/;

/** In order: the first that understands the words counts. Each gets them folded, with numbers as digits. */
const READERS: readonly ((words: string) => Detector | null)[] = [
  (words) => {
    const days = readDays(words);
    if (!/touch|碰|动过|没动|未动|搁置/.test(words) || days === null) return null;
    return /untouched|搁置/.test(words) || NOT.test(words) ? { kind: "untouched", days } : null;
  },
  (words) => {
    if (!HIGHEST.test(words)) return null;
    const isFirst = /\bfirst\b|\bstart(?:s|ed)? with\b|\bbeg[iau]n(?:s)? with\b|先|开头|开始/.test(
      words.replace(/优先/g, ""),
    );
    if (!NOT.test(words)) return isFirst ? { kind: "highest-first" } : null;
    const days = readDays(words);
    return isFirst || (days === null && /week|周|星期/.test(words))
      ? null
      : { kind: "no-highest", days: days ?? 1 };
  },
  (words) => {
    const share = readShare(words);
    if (share === null || !PLAN.test(words)) return null;
    if (LEAST.test(words)) return { kind: "kept-at-least", share };
    return LESS.test(words) ? { kind: "kept-less", share } : null;
  },
  (words) => {
    const atMin = readWall(words);
    if (atMin === null || !PLAN.test(words)) return null;
    if (!/\bby\b|\bbefore\b|\buntil\b|\bat\b|前|还没|时/.test(words)) return null;
    return NOT.test(words) ? { kind: "no-plan-by", atMin } : { kind: "plan-by", atMin };
  },
  (words) => {
    const min = readLength(words);
    if (!/interrupt|打断|干扰/.test(words) || min === null) return null;
    return (OVER.test(words) || LEAST.test(words)) && !NOT.test(words)
      ? { kind: "interrupted-more", min }
      : null;
  },
  (words) => {
    const min = readLength(words);
    if (min === null || !/block|piece|stretch|fragment|focus|块|段|连续|专注|不间断/.test(words)) return null;
    if (LEAST.test(words)) return { kind: "stretch-of", min };
    if (LESS.test(words)) return { kind: "blocks-shorter", min };
    return NOT.test(words.replace(/不间断|不被/g, "")) || OVER.test(words)
      ? null
      : { kind: "stretch-of", min };
  },
  (words) => {
    const atMin = readWall(words);
    if (atMin === null || !/\bafter\b|\bpast\b|后|过了/.test(words)) return null;
    if (NOT.test(words)) return { kind: "nothing-after", atMin };
    return /work|record|工作|干活|加班|在做|在忙/.test(words) ? { kind: "worked-after", atMin } : null;
  },
];

const NO_COMMITMENT: readonly RegExp[] = [
  /^(?:there (?:is|was|has been) )?no (\S.*?)(?: so far| yet)?,? this week(?: so far| yet)?$/i,
  /^this week,? no (\S.*)$/i,
  /^(?:这|本|这一|这个)(?:周|星期|礼拜)(?:里|内|还|都|一直|一次都|一点都)*(?:没有|没)(?:过|做)?\s*(\S.*)$/,
  /^(\S.*?)\s*(?:这|本|这一|这个)(?:周|星期|礼拜)(?:还|都|一直)*(?:没有|没做)$/,
];

/** `no X this week`: the name as written, which may hold any word. */
function readCommitment(plain: string): Detector | null {
  for (const pattern of NO_COMMITMENT) {
    const name = pattern
      .exec(plain)?.[1]
      ?.trim()
      .replace(/^[“"「](.+)[”"」]$/, "$1");
    if (name === undefined || name === "") continue;
    return HIGHEST.test(fold(name)) ? null : { kind: "no-commitment", name };
  }
  return null;
}

// Numbers, after the readers of base

const EN_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const EN_NUMBER = new RegExp(`\\b(${EN_NUMBERS.join("|")})\\b(?=[ -](?:day|week|hour|min))`, "g");
const EN_LENGTHS: readonly [RegExp, string][] = [
  [/\b(?:an?|one) hour and a half\b/g, "90 minutes"],
  [/\bhalf an hour\b/g, "30 minutes"],
  [/\bfortnight\b/g, "2 weeks"],
  [/\ban? (?=day|week|hour)/g, "1 "],
];

/** English numbers in words as digits, where a unit follows them: `three days`. */
function spellDigits(words: string): string {
  const plain = EN_LENGTHS.reduce((text, [pattern, length]) => text.replace(pattern, length), words);
  return plain
    .replace(EN_NUMBER, (word) => String(EN_NUMBERS.indexOf(word)))
    .replace(/(\d)-(?=day|week|hour|min)/g, "$1 ");
}

const DAYS = new RegExp(`(${SMALL_NUMBER})\\s*个?(days?|天|日|weeks?|周|星期|礼拜)`);

/** A number of days, 1 to 366. */
function readDays(words: string): number | null {
  const match = DAYS.exec(words);
  if (match === null) return null;
  const days = readSmallNumber(match[1]!)! * (/^(?:day|天|日)/.test(match[2]!) ? 1 : 7);
  return days >= 1 && days <= 366 ? days : null;
}

const TENTHS = new RegExp(`(${SMALL_NUMBER})\\s*成`);
const SHARES: readonly [RegExp, number][] = [
  [/\btwo[ -]thirds\b|三分之二/, 0.6667],
  [/\b(?:a|one)[ -]third\b|三分之一/, 0.3333],
  [/\bthree[ -]quarters\b|四分之三/, 0.75],
  [/\b(?:a|one)[ -]quarter\b|四分之一/, 0.25],
  [/\bhalf\b|一半|半数/, 0.5],
];

/** A share, 0 to 1, to four decimals: `50%`, `half`, `一半`, `五成`, `two thirds`, `三分之二`. */
function readShare(words: string): number | null {
  const percent = /(\d{1,3}(?:\.\d+)?)\s*(?:%|percent|per cent)/.exec(words) ?? /百分之(\d{1,3})/.exec(words);
  if (percent !== null) return Number(percent[1]) <= 100 ? Math.round(Number(percent[1]) * 100) / 1e4 : null;
  const tenths = readSmallNumber(TENTHS.exec(words)?.[1] ?? "");
  if (tenths !== null) return tenths <= 10 ? tenths / 10 : null;
  return SHARES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

const WALL = new RegExp(
  `(?:(?:凌晨|清晨|早上|早晨|上午|早|中午|下午|傍晚|晚上|晚)\\s*)?(?:\\d{1,2}:\\d{2}(?:\\s*[ap]\\.?m)?|\\d{1,2}\\s*[ap]\\.?m|${SMALL_NUMBER}\\s*点(?:半|[一三]刻|${SMALL_NUMBER}分?)?)`,
);

/** A time on the wall in minutes after midnight: `22:00`, `10pm`, `晚上 10 点半`; hours past midnight may go on: `25:30`. */
function readWall(words: string): number | null {
  if (/\bnoon\b|正午/.test(words)) return 720;
  const found = WALL.exec(words)?.[0];
  if (found === undefined) return /\bmidnight\b|半夜|午夜/.test(words) ? 1440 : null;
  const past = /^(2[4-9]|3[0-6]):([0-5]\d)$/.exec(found);
  return past === null ? parseWallTime(found) : Number(past[1]) * 60 + Number(past[2]);
}

const LENGTH = new RegExp(DURATION);

/** A length in minutes, up to a day: `25 minutes`, `1h30m`, `2 小时`. */
function readLength(words: string): number | null {
  const min = parseDurationMin(LENGTH.exec(words)?.[0] ?? "");
  return min !== null && min <= 1440 ? min : null;
}
