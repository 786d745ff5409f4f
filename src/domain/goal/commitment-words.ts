// How people say what they keep up: `weekly 1h`, `at most 3h a week`, `每周至少 2 次`, `每次 30 分钟`. The amount is read word by
// word, in any order; a word that is none of these means that it is no amount.

import { DURATION, fold, parseDurationMin, readSmallNumber, SMALL_NUMBER } from "../../base/index.ts";
import type { CommitmentPeriod } from "./commitment.ts";

export interface Amount {
  period: CommitmentPeriod;
  min: number | null;
  times: number | null;
  eachMin: number | null;
  kind: "floor" | "limit";
}

const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const COUNT = `(?:${SMALL_NUMBER}|${NUMBERS.join("|")})`;

const LIMIT =
  /^(?:at (?:the )?most|no more than|not more than|up to|max(?:imum|\.)?|<=?|≤|最多|至多|不超过|不多于|上限)/;
const FLOOR =
  /^(?:at (?:the )?least|no less than|not less than|min(?:imum|\.)?(?!\w)|>=?|≥|至少|最少|不少于|不低于|起码)/;
const PERIODS: readonly [CommitmentPeriod, RegExp][] = [
  [
    "day",
    /^(?:daily|(?:every|each|a|per) ?(?:working ?day|work ?day|week ?day|day)|\/ ?(?:day|d|天|日)(?!\w)|每(?:一)?个?工作日|每(?:一)?[天日]|一天|天天)/,
  ],
  [
    "week",
    /^(?:weekly|(?:every|each|a|per) ?week(?!\w)|\/ ?(?:week|wk|w|周|星期)(?!\w)|每(?:一)?个?(?:周|星期|礼拜)|一(?:个)?(?:周|星期|礼拜))/,
  ],
  ["month", /^(?:monthly|(?:every|each|a|per) ?month|\/ ?(?:month|mo|月)(?!\w)|每(?:一)?个?月|一个月)/],
];
const EACH = new RegExp(
  `^(?:(?:each|every time|每次|每回|一次)(?: time)?(?: of| for)? ?(${DURATION})|(${DURATION})(?: each| every time| per time| apiece| a time)(?: time)?)`,
  "u",
);
const TIMES = new RegExp(`^(?:(once|twice|thrice)|(${COUNT}) ?(?:times?(?!\\w)|x(?!\\w)|×|次|回|遍))`);
const LENGTH = new RegExp(`^(?:${DURATION})(?![\\p{L}\\p{N}])|^(?:${DURATION})(?=[每一/])`, "u");
const FILLER = /^(?:[\s,;.、，；]+|for(?!\w)|of(?!\w)|and(?!\w)|i |spend |a total |花|做|的)/;

/** Reads an amount from start to end; null where a word of it is none of an amount, or it says too little. */
export function readAmount(text: string): Amount | null {
  let rest = fold(text);
  let period: CommitmentPeriod | null = null;
  let kind: "floor" | "limit" | null = null;
  let times: number | null = null;
  let min: number | null = null;
  let eachMin: number | null = null;
  const cut = (match: RegExpExecArray | null): RegExpExecArray | null => {
    if (match !== null) rest = rest.slice(match[0].length);
    return match;
  };
  while (rest !== "") {
    if (cut(FILLER.exec(rest)) !== null) continue;
    if (kind === null) {
      if (cut(LIMIT.exec(rest)) !== null) {
        kind = "limit";
        continue;
      }
      if (cut(FLOOR.exec(rest)) !== null) {
        kind = "floor";
        continue;
      }
    }
    const each = eachMin === null ? cut(EACH.exec(rest)) : null;
    if (each !== null) {
      eachMin = parseDurationMin(each[1] ?? each[2]!);
      continue;
    }
    const count = times === null ? cut(TIMES.exec(rest)) : null;
    if (count !== null) {
      times = readCount(count[1] ?? count[2]!);
      continue;
    }
    const length = min === null ? cut(LENGTH.exec(rest)) : null;
    if (length !== null) {
      min = parseDurationMin(length[0]);
      continue;
    }
    const found: number = period === null ? PERIODS.findIndex(([, pattern]) => pattern.test(rest)) : -1;
    const named: (typeof PERIODS)[number] | undefined = PERIODS[found];
    if (named === undefined) return null;
    period = named[0];
    cut(named[1].exec(rest));
  }
  if (period === null || (times === null && min === null) || times === 0) return null;
  if (times === null) return { period, min, times, eachMin, kind: kind ?? "floor" };
  return { period, min: null, times, eachMin: eachMin ?? min, kind: kind ?? "floor" };
}

function readCount(word: string): number | null {
  const once = ["once", "twice", "thrice"].indexOf(word);
  if (once >= 0) return once + 1;
  const named = NUMBERS.indexOf(word);
  return named >= 0 ? named + 1 : readSmallNumber(word);
}

const TAIL = new RegExp(
  `\\s*[,，、;；(（—–-]?\\s*(?:(?:each|every time|每次|每回|一次)(?: time)?(?: of| for)?\\s*(${DURATION})|(${DURATION})\\s*(?:each|every time|per time|apiece)(?: time)?)\\s*[)）]?(?=$|[\\s,，。.;；])`,
  "iu",
);

/** `跑步，每次 30 分钟` in two; what follows the length is a remark and no part of the title. */
export function splitEach(text: string): { title: string; eachMin: number | null } {
  const match = TAIL.exec(text);
  if (match === null || match.index === 0) return { title: text.trim(), eachMin: null };
  const eachMin = parseDurationMin(match[1] ?? match[2]!);
  return eachMin === null
    ? { title: text.trim(), eachMin }
    : { title: text.slice(0, match.index).trim(), eachMin };
}
