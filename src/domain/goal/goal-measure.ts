// How far a key result is, read from the end of its line: `3/5`, `40%`, `from 120 ms to 40 ms, now 70 ms`, `progress of A; B`.
// Only the figure of today is ever replaced; the sentence around it stays as it was written.

import type { Tongue } from "../../base/index.ts";
import type { Range } from "../../page/index.ts";
import type { KeyResult, Measure } from "./goal.ts";

export interface ReadMeasure {
  title: string;
  measure: Measure;
  /** Offsets in the text that was read. */
  nowRange: Range | null;
}

const NUMBER = "[-−+]?\\d+(?:,\\d{3}(?!\\d))*(?:\\.\\d+)?";
const MONEY = "[€$£¥￥]?\\s?";
const UNIT = "[^\\d\\s,，;；:：()（）→%％/][^\\d,，;；:：()（）→]{0,19}?";
const VALUE = (name: string): string => `${MONEY}(?<${name}>${NUMBER})\\s*(?<${name}Unit>%|％|${UNIT})?`;
const TO = "\\s*(?:to|→|->|=>|(?:提高|提升|上升|增加|增|涨|升|降低|下降|减少|减|降|做|写|学)?(?:到|至))\\s*";
const NOW = `\\s*[,，;；(（]?\\s*(?:now|currently|today|at present|现在|目前|当前|如今)(?:\\s+at)?\\s*[:：是]?\\s*`;
/** Between the title and its measure. */
const GAP = "(?:\\s*[:：]\\s*|\\s*[-–—]\\s+|\\s*[,，(（]\\s*|\\s+|(?<=[\\p{Script=Han}」》”]))";
const REMARK = "(?<remark>\\s*[)）]?\\s*(?:[（(][^（）()]*[)）])?[\\s.。]*)";

const FROM_TO = new RegExp(
  `^(?<title>.*?)${GAP}(?:from\\s+|从\\s*)?${VALUE("from")}${TO}${VALUE("to")}(?:${NOW}${VALUE("now")})?${REMARK}$`,
  "iu",
);
const PERCENT = new RegExp(
  `^(?<title>.*?)${GAP}(?:progress|done|进度|完成)?\\s*[:：]?\\s*(?<now>\\d{1,3}(?:\\.\\d+)?)\\s*[%％](?:\\s*(?:done|完成))?${REMARK}$`,
  "iu",
);
const NUMBERS = new RegExp(
  `^(?<title>.*?)${GAP}(?:progress|done|进度|完成)?\\s*[:：]?\\s*${MONEY}(?<now>${NUMBER})\\s*(?:/|／|of)\\s*${MONEY}(?<total>${NUMBER})\\s*(?<unit>${UNIT})?${REMARK}$`,
  "iu",
);
const ITEMS = [
  /^(?<title>.*?)(?:\s*[:：]\s*|\s+[-–—]\s+)(?:(?:the )?progress of|按条目|看条目|条目进度)\s*[:：]?\s*(?<names>.+)$/iu,
  /^(?<title>.*?)(?:\s*[:：]\s*|\s+[-–—]\s+)(?<names>[^:：]+?)\s*的进度$/u,
];

/** Null where the text ends in no measure. `problem`: a figure that cannot be. */
export function readMeasure(text: string): ReadMeasure | { title: string; problem: "zero" | "same" } | null {
  const moved = matchOf(FROM_TO, text);
  if (moved !== null) return readFromTo(moved);
  for (const pattern of ITEMS) {
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) continue;
    const names = splitNames(groups.names!);
    return { title: groups.title!.trim(), measure: { kind: "items", names }, nowRange: null };
  }
  const percent = matchOf(PERCENT, text);
  if (percent !== null) {
    const value = numberOf(percent.groups.now!);
    return found(percent, { kind: "percent", percent: value });
  }
  const numbers = matchOf(NUMBERS, text);
  if (numbers === null) return null;
  const { now, total, unit } = numbers.groups;
  if (numberOf(total!) <= 0) return { title: titleOf(numbers), problem: "zero" };
  return found(numbers, {
    kind: "number",
    done: numberOf(now!),
    total: numberOf(total!),
    unit: unitOf(unit),
  });
}

interface Found {
  groups: Record<string, string | undefined>;
  indices: Record<string, [number, number] | undefined>;
}

function matchOf(pattern: RegExp, text: string): Found | null {
  const match = new RegExp(pattern.source, `${pattern.flags}d`).exec(text);
  if (match === null) return null;
  return { groups: match.groups!, indices: match.indices!.groups! as Found["indices"] };
}

function found(match: Found, measure: Measure): ReadMeasure {
  const [from, to] = match.indices.now!;
  return { title: titleOf(match), measure, nowRange: { from, to } };
}

function readFromTo(match: Found): ReturnType<typeof readMeasure> {
  const { from, to, now } = match.groups;
  const [a, b] = [numberOf(from!), numberOf(to!)];
  if (a === b) return { title: titleOf(match), problem: "same" };
  const unit = unitOf(match.groups.toUnit ?? match.groups.nowUnit ?? match.groups.fromUnit);
  const measure: Measure = {
    kind: "from-to",
    from: a,
    to: b,
    now: now === undefined ? null : numberOf(now),
    unit,
  };
  if (now !== undefined) return found(match, measure);
  const at = match.indices.toUnit?.[1] ?? match.indices.to![1];
  return { title: titleOf(match), measure, nowRange: { from: at, to: at } };
}

function titleOf({ groups }: Found): string {
  return groups.title!.replace(/[\s:：,，(（–—-]+$/u, "").trim();
}

function unitOf(text: string | undefined): string {
  return (text ?? "").trim().replace("％", "%");
}

function numberOf(text: string): number {
  return Number(text.replace(/,/g, "").replace("−", "-"));
}

/** Title paths apart by `;`; what stands between commas may be one title or several, which only the page can tell. */
function splitNames(text: string): string[] {
  return text
    .split(/[;；]/)
    .map((name) => name.trim().replace(/[.。]$/, ""))
    .filter((name) => name !== "");
}

/** What is written where the figure of today stands; where a `from … to` has none yet, with its words. */
export function nowText(result: KeyResult, now: number, tongue: Tongue): string {
  const figure = String(Math.round(now * 1e6) / 1e6);
  const { measure } = result;
  if (measure?.kind !== "from-to" || measure.now !== null) return figure;
  const gap = measure.unit === "" || /^[%％]/.test(measure.unit) ? "" : " ";
  const value = `${figure}${gap}${measure.unit}`;
  return tongue === "zh" ? `，现在 ${value}` : `, now ${value}`;
}

/** The measure with another figure of today; null where it has none. */
export function withNow(measure: Measure | null, now: number): Measure | null {
  switch (measure?.kind) {
    case "number":
      return { ...measure, done: now };
    case "percent":
      return { ...measure, percent: now };
    case "from-to":
      return { ...measure, now };
    default:
      return null;
  }
}
