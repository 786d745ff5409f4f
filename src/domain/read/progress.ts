// How far an item is: `296/572`, `进度 20%`, `10.6%`, `全 14 章，读到第 3 章`, "read to chapter 3 of 14". Only where a whole
// segment of the text (between dashes, commas, brackets, colons) says nothing else, so that prose, dates and versions stay prose.

import { IN_CODE, IN_LINK, IN_URL, type Plain } from "../../page/index.ts";
import type { Unit } from "../item.ts";
import { UNIT_WORDS } from "./vocabulary.ts";
import { foldText } from "./words.ts";

export interface FoundProgress {
  /** Range in the plain text, without separators. */
  start: number;
  end: number;
  done: number;
  total: number;
  unit: Unit | null;
}

const N = "(\\d{1,6})";
const PERCENT = "(\\d{1,3}(?:\\.\\d{1,2})?)\\s?%";
const ZH_UNIT = `(?:${UNIT_WORDS.page.zh}|${UNIT_WORDS.chapter.zh}|${UNIT_WORDS.item.zh})`;
const EN_UNIT = `(?:${UNIT_WORDS.page.en}|${UNIT_WORDS.chapter.en}|${UNIT_WORDS.item.en})`;
const ANY_UNIT = `(?:${ZH_UNIT}|${EN_UNIT})`;
const ZH_VERB =
  "(?:当前|目前|已经?)?(?:读|看|学|做|刷|听|写|完成|进行|进度|学习|阅读)?(?:到|至|了|完了?|过)?";
const EN_VERB =
  "(?:(?:i'm |i am |now |currently |have |just )?(?:read(?:ing)?|up|got|done|finished|completed|progress|watched|solved|at|on|through|down|started)(?: (?:up |as far as )?(?:to|through|at|on|with|is|about))?\\s*:?)?";
const LEAD = `(?:进度|完成度|${ZH_VERB}|${EN_VERB})\\s*[::]?\\s*(?:约|大约|大概|~|≈|about |ca\\.? )?\\s*`;
const TAIL =
  "\\s*(?:完成|已读|已完成|进度|done|read|complete|completed|finished|so far|through|in|了)?\\s*[.。]?";

interface Form {
  pattern: RegExp;
  read(groups: readonly (string | undefined)[]): { done: number; total: number; unit: Unit | null };
}

/** A segment that is nothing but progress. */
const SEGMENTS: readonly Form[] = [
  {
    pattern: whole(`${LEAD}${PERCENT}${TAIL}`),
    read: ([, percent]) => ({ done: Number(percent), total: 100, unit: "percent" }),
  },
  {
    // 35/740, 35/740 页, 第 3/14 章, ch. 3/14, page 35/740
    pattern: whole(
      `${LEAD}(?:第|#)?\\s*(${ANY_UNIT})?\\s*${N}\\s*[/／]\\s*(?:共|全)?\\s*${N}\\s*(${ANY_UNIT})?${TAIL}`,
    ),
    read: ([, before, done, total, behind]) => ({
      done: Number(done),
      total: Number(total),
      unit: unitOf(before ?? behind),
    }),
  },
  {
    // page 35 of 740, chapter 3 of 14, 3 of 14 chapters, 3 out of 14
    pattern: whole(`${LEAD}(${EN_UNIT})?\\s*${N}\\s*(?:out )?of(?: the)?\\s*${N}\\s*(${EN_UNIT})?${TAIL}`),
    read: ([, before, done, total, behind]) => ({
      done: Number(done),
      total: Number(total),
      unit: unitOf(before ?? behind),
    }),
  },
  {
    // 3 chapters of 14, 35 pages of 740
    pattern: whole(
      `${LEAD}${N}\\s*(${EN_UNIT})\\s*(?:out )?(?:of|/)(?: the)?\\s*${N}(?:\\s*${EN_UNIT})?${TAIL}`,
    ),
    read: ([, done, unit, total]) => ({ done: Number(done), total: Number(total), unit: unitOf(unit) }),
  },
  {
    // 120 页 / 300 页, 第 3 章 / 共 14 章, 读到第 3 章共 14 章
    pattern: whole(
      `${LEAD}第?\\s*${N}\\s*(${ZH_UNIT})\\s*[/／]?\\s*(?:[（(]\\s*)?(?:共|全|总共|一共|总)?\\s*${N}\\s*(${ZH_UNIT})\\s*[)）]?${TAIL}`,
    ),
    read: ([, done, unit, total]) => ({ done: Number(done), total: Number(total), unit: unitOf(unit) }),
  },
  {
    // 全 14 章读到第 3 章
    pattern: whole(
      `(?:全书?|共|总共|一共)\\s*有?\\s*${N}\\s*(${ZH_UNIT})\\s*${ZH_VERB}\\s*第?\\s*${N}\\s*(?:${ZH_UNIT})?${TAIL}`,
    ),
    read: ([, total, unit, done]) => ({ done: Number(done), total: Number(total), unit: unitOf(unit) }),
  },
];

/** Forms that span a comma, looked for anywhere outside links and quotes. */
const SPANNING: readonly Form[] = [
  {
    pattern: new RegExp(
      `(?:全书?|共|总共|一共)\\s*有?\\s*${N}\\s*(${ZH_UNIT})\\s*[,、;；。]\\s*(?:现在|目前|已经?|当前)?(?:读|看|学|做|刷|听|写|完成|进度)(?:到|至|了|完了?)?\\s*:?\\s*第?\\s*${N}\\s*(?:${ZH_UNIT})?(?!\\d)`,
      "u",
    ),
    read: ([, total, unit, done]) => ({ done: Number(done), total: Number(total), unit: unitOf(unit) }),
  },
  {
    pattern: new RegExp(
      `(?:现在|目前|已经?|当前)?(?:读|看|学|做|刷|听|写|完成)(?:到|至|了|完了?)\\s*第?\\s*${N}\\s*(${ZH_UNIT})\\s*[,、;；]\\s*(?:全书?|共|总共|一共)\\s*有?\\s*${N}\\s*(?:${ZH_UNIT})?(?!\\d)`,
      "u",
    ),
    read: ([, done, unit, total]) => ({ done: Number(done), total: Number(total), unit: unitOf(unit) }),
  },
];

function whole(source: string): RegExp {
  return new RegExp(`^${source}$`, "u");
}

function unitOf(word: string | undefined): Unit | null {
  if (word === undefined) return null;
  for (const unit of ["page", "chapter", "item"] as const) {
    if (new RegExp(`^(?:${UNIT_WORDS[unit].zh}|${UNIT_WORDS[unit].en})$`, "u").test(word)) return unit;
  }
  return null;
}

export interface Segment {
  start: number;
  end: number;
  /** The sign before it: `-`, `(`, `,`, `:` or "" at the start of the text. */
  before: string;
}

const SPLIT = /\s+[-–—|·•]+\s+|\s*——\s*|\s*[–—]\s*|[（(）)【】[\]]|[,;。、]|[:：]\s*|\s-(?=\d)/g;

/** Splits a plain text at dashes, commas, brackets and colons outside links, code and quotes. */
export function splitSegments(plain: Plain, folded: string, shielded: readonly boolean[]): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let before = "";
  for (const match of folded.matchAll(SPLIT)) {
    if (shielded[match.index] === true || match.index < start) continue;
    // `1,024` is a number; 《书》，35/740 is not.
    if (/^[,;]/.test(plain.text.slice(match.index)) && /^.\d/.test(folded.slice(match.index))) continue;
    segments.push({ start, end: match.index, before });
    start = match.index + match[0].length;
    before = match[0].trim() === "" ? "-" : match[0].trim();
  }
  segments.push({ start, end: plain.text.length, before });
  return segments.map((segment) => trim(segment, plain.text));
}

function trim(segment: Segment, text: string): Segment {
  let { start, end } = segment;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { ...segment, start, end };
}

/** Which characters stand in links, code, 《》 or quotes, where nothing is looked for. */
export function shieldOf(plain: Plain): boolean[] {
  const shield = plain.flags.map((flag) => (flag & (IN_LINK | IN_CODE | IN_URL)) !== 0);
  const PAIRS = /《[^《》]*》|「[^「」]*」|『[^『』]*』|“[^“”]*”|"[^"]*"|‘[^‘’]*’/g;
  for (const match of plain.text.matchAll(PAIRS))
    shield.fill(true, match.index, match.index + match[0].length);
  return shield;
}

/** The progress that an entry's text gives; null where it gives none. */
export function findProgress(plain: Plain, role: "learning" | "reading"): FoundProgress | null {
  const folded = foldText(plain.text);
  if (!/\d/.test(folded)) return null;
  const shield = shieldOf(plain);
  for (const { pattern, read } of SPANNING) {
    const match = pattern.exec(folded);
    if (match === null || shield[match.index] === true) continue;
    const found = accept({ start: match.index, end: match.index + match[0].length }, read(match), role);
    if (found !== null) return found;
  }
  const segments = splitSegments(plain, folded, shield);
  for (const [index, segment] of segments.entries()) {
    if (
      index === 0 &&
      segments.length > 1 &&
      !/^(?:[,，;；。、]|$)/.test(segments[1]!.before) &&
      isDateLike(folded.slice(segment.start, segment.end))
    )
      continue;
    const found =
      (shield[segment.start] === true ? null : matchSegment(folded, segment, role)) ??
      (closes(segment, segments[index + 1]) ? matchTail(plain, folded, segment, shield, role) : null);
    if (found !== null && !(index === 0 && found.start === 0 && segments.length > 1 && found.unit === null))
      return found;
  }
  return null;
}

/** Whether a segment is the last one, or stands in brackets. */
function closes(segment: Segment, next: Segment | undefined): boolean {
  return next === undefined || (/[（([【]/.test(segment.before) && /[）)\]】]/.test(next.before));
}

/** `3/30 - title` before a title is a date, not progress. */
function isDateLike(text: string): boolean {
  return /^\d{1,2}\/\d{1,2}$/.test(text.trim());
}

/** A number and a sign or word that counts; the forms themselves cost more to try. */
const SAYS_PROGRESS = /^(?=.*\d).*(?:[%/／]|\bof\b|[共全])/;

function matchSegment(
  folded: string,
  { start, end }: { start: number; end: number },
  role: "learning" | "reading",
): FoundProgress | null {
  const text = folded.slice(start, end);
  if (text === "" || text.length > 60 || !SAYS_PROGRESS.test(text)) return null;
  for (const { pattern, read } of SEGMENTS) {
    const match = pattern.exec(text);
    if (match !== null) return accept({ start, end }, read(match), role);
  }
  return null;
}

/** What changes by so much is no progress: 性能提升 20%. */
const CHANGE =
  /(?:提升|提高|降低|减少|增长|增加|上涨|下降|达到|超过|低于|高于|至少|最多|约|以上|\b(?:by|to|over|under|least|most|than|up|down|top|about)) ?$/;

/** Progress behind a blank at the end of a title: `《Go 语言》 35/740`, `无障碍 70%`. */
function matchTail(
  plain: Plain,
  folded: string,
  segment: Segment,
  shield: readonly boolean[],
  role: "learning" | "reading",
): FoundProgress | null {
  const text = folded.slice(segment.start, segment.end);
  for (const match of text.matchAll(/\s/g)) {
    const start = segment.start + match.index + 1;
    const rest = folded.slice(start, segment.end);
    if (
      !/^(?:(?:进度|读到|读了|已读|看到|学到|完成|read(?:ing)? to|up to|page|p\.|ch(?:apter)?\.?)\s*)?第?\s*\d/.test(
        rest,
      )
    )
      continue;
    const before = segment.start + match.index - 1;
    const closes = shield[before] === true || /[》」』”"`]/.test(plain.text[before] ?? "");
    // "80.2% against 58.2%" compares.
    if (!closes && text.slice(0, match.index).includes("%")) continue;
    if (!closes && (CHANGE.test(text.slice(0, match.index)) || isVersion(text[match.index - 1], rest)))
      continue;
    const found = matchSegment(folded, { start, end: segment.end }, role);
    if (found !== null) return found;
  }
  return null;
}

/** "Vue 2/3", "9/11" and "24/7" behind a word are names. */
function isVersion(before: string | undefined, rest: string): boolean {
  const match = /^(\d{1,2})\/(\d{1,2})$/.exec(rest);
  if (match === null) return false;
  if (rest === "9/11" || rest === "24/7") return true;
  return /[a-z]/.test(before ?? "") && Number(match[2]) <= 6;
}

function accept(
  place: { start: number; end: number },
  { done, total, unit }: { done: number; total: number; unit: Unit | null },
  role: "learning" | "reading",
): FoundProgress | null {
  if (!(total > 0) || done > total) return null;
  // 9/2021 and 12/2024 are months.
  if (unit === null && done >= 1 && done <= 12 && total >= 1900 && total <= 2100) return null;
  // A book of so many parts can only count its pages.
  const guessed = unit === null && role === "reading" && total >= 40 ? "page" : unit;
  return { ...place, done, total, unit: guessed };
}
