// Reads the commitments of goals.md: list entries below a heading Commitments (承诺). Ranges only, the text stays as it is.
// What cannot be understood there is a diagnostic with its line; all other sections are left alone.

import { type Diagnostic, fold, type Tongue } from "../../base/index.ts";
import { type OutlineEntry, type OutlineSection, readOutline } from "../outline.ts";
import type { Commitment, CommitmentPeriod, Commitments } from "./commitment.ts";
import { type Amount, readAmount, splitEach } from "./commitment-words.ts";
import { plainHeading, withoutEmphasis } from "./goal-lines.ts";
import { DATE_TEXT, readDate } from "./goal-period.ts";
import { sayGoal } from "./messages.ts";

export const GOALS_FILE = "goals.md";

/** @param tongue in which diagnostics are said */
export function readCommitments(text: string, tongue: Tongue): Commitments {
  const diagnostics: Diagnostic[] = [];
  const byKey = new Map<string, Commitment>();
  for (const entry of commitmentSections(text).flatMap(({ entries }) => entries)) {
    const words = withoutEmphasis(entry.text).trim();
    // Struck or crossed out: it was one.
    if (entry.checkbox === "-" || /^~~.*~~$/.test(words) || isPlaceholder(words)) continue;
    const read = readEntry(entry, words);
    const said = sayGoal(tongue);
    const report = (code: string, { message, hint }: { message: string; hint: string | null }) =>
      diagnostics.push({ line: entry.line, column: entry.column, code, message, hint });
    if (read === "not-a-commitment") report("commitment-unknown", said.notACommitment(words));
    else if (read === "no-title") report("commitment-without-title", said.noTitle(words));
    else if (isTooMuch(read)) report("commitment-too-much", said.tooMuch(words));
    else {
      const key = `${read.kind} ${read.period} ${fold(read.title)}`;
      const twin = byKey.get(key);
      if (twin === undefined) byKey.set(key, read);
      else report("commitment-twice", said.twice(read.title, twin.line));
    }
  }
  return { text, commitments: [...byKey.values()], diagnostics };
}

/** Whoever writes more than this in one entry says something else. */
const LONGEST = 500;
const HEADING =
  /^(?:(?:my|our|recurring|regular|standing|weekly) )*commitments?$|^(?:我的?|定期的?|固定的?|日常的?|每周的?)*承诺(?:事项|的事情?)?$/;

/** The sections of commitments, with the sections below their headings. */
export function commitmentSections(text: string): OutlineSection[] {
  let level: number | null = null;
  return readOutline(text).sections.filter((section) => {
    if (section.level > 0 && HEADING.test(fold(plainHeading(section.heading)))) level = section.level;
    else if (level !== null && section.level <= level) level = null;
    return level !== null;
  });
}

function readEntry(
  { line, range }: OutlineEntry,
  text: string,
): Commitment | "not-a-commitment" | "no-title" {
  if (text.length > LONGEST) return "not-a-commitment";
  const parts = /^(.*?)\s*(?:：|:(?=\s|$|\D)|(?<=\p{L}):)\s*(.*)$/su.exec(text);
  const head = parts?.[1] ?? text;
  const rest = parts?.[2] ?? "";
  const amount = readAmount(head);
  if (amount !== null) return rest === "" ? "no-title" : commitmentOf(amount, rest, line, range);
  // `思考：每周 1 小时` says the same.
  const behind = head === "" ? null : readAmount(rest);
  return behind === null ? "not-a-commitment" : commitmentOf(behind, head, line, range);
}

const SINCE = new RegExp(
  `\\s*[（(]\\s*(?:since|from|自)?\\s*(${DATE_TEXT})\\s*(?:起|开始)?\\s*[）)]\\s*$`,
  "iu",
);

function commitmentOf(amount: Amount, said: string, line: number, range: OutlineEntry["range"]): Commitment {
  const behind = SINCE.exec(said);
  const since = behind === null ? null : readDate(behind[1]!);
  const text = since === null || behind!.index === 0 ? said : said.slice(0, behind!.index);
  const { title, eachMin } = splitEach(text);
  const { period, min, times, kind } = amount;
  const each = amount.eachMin ?? eachMin ?? Math.min(min ?? 60, 60);
  const length = min === null ? each : Math.min(each, min);
  const started = text === said || since === null ? {} : { since };
  return { line, title, period, min, times, eachMin: length, kind, ...started, range };
}

const PERIOD_MIN: Readonly<Record<CommitmentPeriod, number>> = { day: 1440, week: 10_080, month: 44_640 };

function isTooMuch({ period, min, times, eachMin, kind }: Commitment): boolean {
  return kind === "floor" && (min ?? times! * eachMin) > PERIOD_MIN[period];
}

export function isPlaceholder(text: string): boolean {
  return /^(?:|[-–—…]+|\.{3}|none(?: yet)?|nothing(?: yet)?|tbd|n\/a|无|暂无|没有|待定)[.。]?$/i.test(text);
}
