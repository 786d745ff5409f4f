// The answers behind an item's name: `help 3, 20h, 2 people`, `帮助 3，20 小时，需要小王、小李`, in any order. They stand behind the
// last colon that is followed by at least one of them, so that titles may hold colons, too.

import { DURATION, parseDurationMin, readSmallNumber, SMALL_NUMBER } from "../../base/index.ts";
import type { Answers, Help } from "./goal.ts";

export interface ReadAnswers {
  name: string;
  /** Offset in the text that was read: behind the name. */
  end: number;
  answers: Answers;
  /** Parts that could not be understood. */
  unknown: string[];
}

export const NO_ANSWERS: Answers = { help: null, effortMin: null, people: null, names: null };

const HELP_WORDS: Readonly<Record<string, Help>> = {
  none: 0,
  little: 1,
  some: 2,
  much: 3,
  most: 3,
  无: 0,
  没有: 0,
  小: 1,
  不大: 1,
  中: 2,
  中等: 2,
  大: 3,
  很大: 3,
  最大: 3,
};
const HELP =
  /^(?:helps?|帮助|作用|助力)\s*[:：=]?\s*(\d+|none|little|some|much|most|无|没有|小|不大|中等?|很?大|最大)(?:\s*\/\s*3)?(?:\s*分)?$/i;
const EFFORT = new RegExp(
  `^(?:about|around|ca\\.?|effort|takes?|needs?|~|≈|大?约|用时|投入|需要?|费时|要)?\\s*[:：]?\\s*(${DURATION})(?: of work|左右)?$`,
  "iu",
);
const PEOPLE = new RegExp(
  `^(?:needs?|with|wants?|需要?|要|和)?\\s*(${SMALL_NUMBER})\\s*(?:others?|people|persons?|个?人)(?:帮忙|配合)?$`,
  "iu",
);
const ALONE =
  /^(?:alone|by myself|nobody(?: else)?|no(?: other| one)? ?(?:people|else)?|不(?:需要?|用)(?:别人|他人|其他人)|独自|自己来?)$/i;
const NAMES = /^(?:with|needs|和|跟|需要)\s*(\S.*?)(?:\s*一起|帮忙|配合)?$/i;

export function readAnswers(text: string): ReadAnswers {
  const colons = [...text.matchAll(/\s*[:：]\s*/g)].filter(({ index }) => index > 0);
  for (const colon of colons.reverse()) {
    const rest = text.slice(colon.index + colon[0].length);
    const read = readParts(rest);
    // Names of people alone could be the end of any title.
    if (read.sure > 0) return { name: text.slice(0, colon.index).trim(), end: colon.index, ...read };
  }
  return { name: text.trim(), end: text.trimEnd().length, answers: NO_ANSWERS, unknown: [] };
}

function readParts(text: string): { answers: Answers; unknown: string[]; sure: number } {
  const answers = { ...NO_ANSWERS };
  const unknown: string[] = [];
  let sure = 0;
  let wasNames = false;
  for (const part of text.split(/[,，;；]/).map((one) => one.trim())) {
    if (part === "") continue;
    const help = HELP.exec(part)?.[1];
    const effort = EFFORT.exec(part)?.[1];
    const people = ALONE.test(part) ? "0" : PEOPLE.exec(part)?.[1];
    const names = NAMES.exec(part)?.[1];
    if (help !== undefined && answers.help === null) {
      const value = HELP_WORDS[help.toLowerCase()] ?? Number(help);
      sure++;
      if (value === 0 || value === 1 || value === 2 || value === 3) answers.help = value;
      else unknown.push(part);
    } else if (effort !== undefined && answers.effortMin === null) {
      sure++;
      answers.effortMin = parseDurationMin(effort);
      if (answers.effortMin === null) unknown.push(part);
    } else if (people !== undefined && answers.people === null) {
      sure++;
      answers.people = readSmallNumber(people);
    } else if (names !== undefined && answers.people === null) {
      answers.names = names;
      answers.people = countNames(names);
      wasNames = true;
      continue;
    } else if (wasNames) {
      // `with Anna, Tom`.
      answers.names = `${answers.names}, ${part}`;
      answers.people = countNames(answers.names);
      continue;
    } else unknown.push(part);
    wasNames = false;
  }
  return { answers, unknown, sure };
}

function countNames(text: string): number {
  return text.split(/\s*(?:,|，|、|&|\+|和|与|\band\b)\s*/i).filter((name) => name !== "").length;
}
