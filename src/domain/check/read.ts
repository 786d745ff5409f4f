// Reads conditions.md: healthy and abnormal conditions in plain words, with detectors and corrections indented below them.
// A line reader: it finds ranges and never changes a byte. What it does not know is left alone; a detector or a correction
// that cannot be understood is a diagnostic, and the rest is read all the same.

import {
  type Diagnostic,
  fold,
  LineIndex,
  type LocalDate,
  makeLocalDate,
  type Tongue,
} from "../../base/index.ts";
import type { Range } from "../../page/index.ts";
import type { ConditionKind } from "../day/day.ts";
import type { Condition, ConditionSection, Conditions, Correction } from "./condition.ts";
import { nearestDetector, readDetector } from "./detector-text.ts";
import { sayCheck } from "./messages.ts";
import { correctionLine, outcomeOf } from "./words.ts";

export const CONDITIONS_FILE = "conditions.md";

/** @param tongue in which diagnostics are said */
export function readConditions(text: string, tongue: Tongue): Conditions {
  return new ConditionsReader(text, tongue).read();
}

const ENTRY = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[^\]\r\n]\][ \t]+)?|$)/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
/** A longer heading is about something else. */
const LONGEST_HEADING = 80;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;
const DETECT = /^(?:检测|detect(?:or|ed(?: by)?|ion)?)[ \t]*[：:][ \t]*(.*)$/i;
const CORRECT = /^(?:纠错|correct(?:ion)?)[ \t]*[：:][ \t]*(.*)$/i;
const BRACKETS = /[（(]([^（）()]*)[）)]/g;
const BLANK = /^[ \t]*$/;

/** Headings by their words alone, so that a heading about health in general is none. */
const KINDS: readonly [ConditionKind, Tongue, RegExp][] = [
  ["abnormal", "zh", /^(?:异常|不健康)(?:的)?(?:工作)?(?:状态|情况|表现)?$/],
  ["abnormal", "en", /^(?:abnormal|unhealthy)(?: (?:working )?(?:conditions?|states?|signs?|ways?))?$/],
  ["healthy", "zh", /^健康(?:的)?(?:工作)?(?:状态|情况|表现)?$/],
  ["healthy", "en", /^healthy(?: (?:working )?(?:conditions?|states?|signs?|ways?))?$/],
];

class ConditionsReader {
  private readonly text: string;
  private readonly tongue: Tongue;
  private readonly lines: LineIndex;
  private readonly conditions: Condition[] = [];
  private readonly sections: ConditionSection[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  private fileTongue: Tongue | null = null;

  constructor(text: string, tongue: Tongue) {
    this.text = text;
    this.tongue = tongue;
    this.lines = new LineIndex(text);
  }

  read(): Conditions {
    const { lines } = this;
    let section: ConditionSection | null = null;
    let sectionLevel = 0;
    let open: { condition: Condition; indent: number } | null = null;
    let fence: string | null = null;
    let isComment = false;
    for (let line = this.firstLine(); line <= lines.count; line++) {
      const content = lines.line(line).replace(/^\ufeff/, "");
      const mark = FENCE.exec(content)?.[1];
      const wasAside = fence !== null || isComment;
      if (fence !== null) {
        if (mark?.startsWith(fence) && /^[ \t]*[`~]+[ \t]*$/.test(content)) fence = null;
      } else if (isComment) isComment = !content.includes("-->");
      else if (mark !== undefined) fence = mark;
      else if (/^[ \t]*<!--/.test(content)) isComment = !content.includes("-->");
      if (BLANK.test(content)) continue;
      const isAside = wasAside || fence !== null || isComment || /^[ \t]*(?:<!--|`{3}|~{3})/.test(content);
      const heading = isAside ? null : this.headingAt(line, content);
      if (heading !== null) {
        open = null;
        if (heading.kind !== null) {
          section = { kind: heading.kind, line, end: 0 };
          sectionLevel = heading.level;
          this.sections.push(section);
          this.fileTongue ??= heading.tongue;
        } else if (section !== null && heading.level <= sectionLevel) section = null;
      }
      if (section !== null) section.end = this.endOf(line);
      if (heading !== null || section === null) continue;
      const indent = widthOf(/^[ \t]*/.exec(content)![0]);
      if (open !== null && indent > open.indent + 1) {
        open.condition.endLine = line;
        open.condition.range.to = this.endOf(line);
        if (!isAside) this.readBelow(open.condition, line, content);
        continue;
      }
      open = null;
      const marker = isAside ? null : ENTRY.exec(content);
      if (marker === null || indent > 3) continue;
      open = this.readEntry(section.kind, line, content.slice(marker[0].length).trim(), indent);
    }
    const { text, fileTongue, sections, conditions, diagnostics } = this;
    return { text, tongue: fileTongue, sections, conditions, diagnostics };
  }

  /** Behind the front matter, where there is one. */
  private firstLine(): number {
    if (!/^\ufeff?---[ \t]*$/.test(this.lines.line(1))) return 1;
    for (let line = 2; line <= this.lines.count; line++) {
      if (/^(?:---|\.\.\.)[ \t]*$/.test(this.lines.line(line))) return line + 1;
    }
    return 1;
  }

  /** A heading with `#`, or underlined. Kind null: a heading of something else. */
  private headingAt(
    line: number,
    content: string,
  ): { level: number; kind: ConditionKind | null; tongue: Tongue } | null {
    const hashes = HEADING.exec(content);
    const under = /^ {0,3}(=+|-{2,})[ \t]*$/.exec(line < this.lines.count ? this.lines.line(line + 1) : "");
    const isUnderlined = under !== null && /^ {0,3}[^ \t>#]/.test(content) && !ENTRY.test(content);
    if (hashes === null && !isUnderlined) return null;
    const level = hashes !== null ? hashes[1]!.length : under![1]!.startsWith("=") ? 1 : 2;
    const title = (hashes !== null ? (hashes[2] ?? "") : content).trim();
    if (title.length > LONGEST_HEADING) return { level, kind: null, tongue: "en" };
    const words = fold(title)
      .replace(/[*_`~]/g, "")
      .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    const known = KINDS.find(([, , pattern]) => pattern.test(words));
    return { level, kind: known?.[0] ?? null, tongue: known?.[1] ?? "en" };
  }

  private readEntry(
    kind: ConditionKind,
    line: number,
    name: string,
    indent: number,
  ): { condition: Condition; indent: number } | null {
    if (name === "") return null;
    if (DETECT.test(name) || CORRECT.test(name)) {
      this.diagnose(line, "detector-nowhere", sayCheck(this.tongue).detectorNowhere(name));
      return null;
    }
    const range = { from: this.lines.start(line), to: this.endOf(line) };
    const condition: Condition = {
      line,
      endLine: line,
      kind,
      name,
      detector: null,
      detectorText: null,
      corrections: [],
      range,
    };
    const twin = this.conditions.find((other) => fold(other.name) === fold(name));
    if (twin === undefined) this.conditions.push(condition);
    else this.diagnose(line, "condition-twice", sayCheck(this.tongue).sameName(name, twin.line));
    return { condition, indent };
  }

  private readBelow(condition: Condition, line: number, content: string): void {
    const marker = ENTRY.exec(content)?.[0] ?? /^[ \t]*/.exec(content)![0];
    const said = content.slice(marker.length).trim();
    const detect = DETECT.exec(said)?.[1]?.trim();
    if (detect !== undefined) this.readDetectorLine(condition, line, detect);
    const correct = CORRECT.exec(said)?.[1]?.trim();
    if (correct !== undefined) this.readCorrection(condition, line, correct);
  }

  private readDetectorLine(condition: Condition, line: number, text: string): void {
    const messages = sayCheck(this.tongue);
    if (condition.detectorText !== null) {
      this.diagnose(line, "detector-twice", messages.secondDetector(text));
      return;
    }
    condition.detectorText = text;
    condition.detector = readDetector(text);
    if (condition.detector !== null) return;
    this.diagnose(line, "detector-unknown", messages.unknownDetector(text, nearestDetector(text)));
  }

  private readCorrection(condition: Condition, line: number, text: string): void {
    const messages = sayCheck(this.tongue);
    const found = splitCorrection(text);
    if (found === null) {
      const [from, judgeOn] = ["2026-09-02", "2026-09-16"] as LocalDate[];
      const bare = text.replace(/[ \t]*[（(][^（）()]*[）)].*$/, "");
      const example = correctionLine(
        bare === "" ? "…" : bare,
        from!,
        judgeOn!,
        this.fileTongue ?? this.tongue,
      );
      this.diagnose(line, "correction-dates", messages.noDates(text, example));
      return;
    }
    const { from, judgeOn, tail } = found;
    if (judgeOn <= from) {
      this.diagnose(line, "correction-order", messages.reversedDates(from, judgeOn));
      return;
    }
    const correction: Correction = {
      line,
      text: found.text,
      from,
      judgeOn,
      outcome: null,
      judgedOn: null,
      range: { from: this.lines.start(line), to: this.endOf(line) },
      tail: this.tailOf(line),
    };
    condition.corrections.push(correction);
    if (tail === "") return;
    const judged = /^(?:-|–|—|——|→|：|:)[ \t]*(\p{L}+)[ \t]*(.*)$/u.exec(tail);
    const outcome = judged === null ? null : outcomeOf(judged[1]!);
    const day = datesIn(judged?.[2] ?? "")[0] ?? null;
    if (outcome === null || (judged![2] !== "" && day === null)) {
      this.diagnose(line, "correction-outcome", messages.unknownOutcome(tail));
      return;
    }
    correction.outcome = outcome;
    correction.judgedOn = day;
  }

  /** What follows the last bracket that holds two days. */
  private tailOf(line: number): Range {
    const content = this.lines.line(line).trimEnd();
    const brackets = [...content.matchAll(BRACKETS)].filter(([, inner]) => datesIn(inner!).length === 2);
    const last = brackets[brackets.length - 1]!;
    const start = this.lines.start(line);
    return { from: start + last.index + last[0].length, to: start + content.length };
  }

  private diagnose(line: number, code: string, said: { message: string; hint: string }): void {
    const column = /\S/.exec(this.lines.line(line))?.index ?? 0;
    this.diagnostics.push({ line, column: column + 1, code, ...said });
  }

  /** Offset behind the line and its line end. */
  private endOf(line: number): number {
    return line < this.lines.starts.length ? this.lines.start(line + 1) : this.text.length;
  }
}

/** Columns of leading blanks; a tab goes to the next multiple of four, as in CommonMark 2.2. */
function widthOf(blanks: string): number {
  let width = 0;
  for (const blank of blanks) width = blank === "\t" ? width + 4 - (width % 4) : width + 1;
  return width;
}

/** The text, the two days of the last bracket that holds two, and what follows it. */
function splitCorrection(
  text: string,
): { text: string; from: LocalDate; judgeOn: LocalDate; tail: string } | null {
  let found: ReturnType<typeof splitCorrection> = null;
  for (const bracket of text.matchAll(BRACKETS)) {
    const [from, judgeOn, more] = datesIn(bracket[1]!);
    if (from === undefined || judgeOn === undefined || more !== undefined) continue;
    const before = text.slice(0, bracket.index).trim();
    const tail = text.slice(bracket.index + bracket[0].length).trim();
    if (before !== "") found = { text: before, from, judgeOn, tail };
  }
  return found;
}

/** `2026-09-02`, `2026/9/2`, `2026.9.2`, `2026年9月2日`; days that do not exist are none. */
function datesIn(text: string): LocalDate[] {
  return [...text.matchAll(/(?<!\d)(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?!\d)日?/g)]
    .map(([, year, month, day]) => makeLocalDate(Number(year), Number(month), Number(day)))
    .filter((date) => date !== null);
}
