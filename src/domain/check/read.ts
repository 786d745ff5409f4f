// Reads conditions.md: healthy and abnormal conditions in plain words, with detectors and corrections indented below them.
// It finds ranges and never changes a byte. What it does not know is left alone; a detector or a correction
// that cannot be understood is a diagnostic, and the rest is read all the same.

import { type Diagnostic, fold, type LocalDate, makeLocalDate, type Tongue } from "../../base/index.ts";
import type { Range } from "../../page/index.ts";
import type { ConditionKind } from "../day/day.ts";
import { type Outline, type OutlineEntry, readOutline } from "../outline.ts";
import type { Condition, ConditionSection, Conditions, Correction } from "./condition.ts";
import { nearestDetector, readDetector } from "./detector-text.ts";
import { sayCheck } from "./messages.ts";
import { correctionLine, outcomeOf } from "./words.ts";

export const CONDITIONS_FILE = "conditions.md";

/** @param tongue in which diagnostics are said */
export function readConditions(text: string, tongue: Tongue): Conditions {
  return new ConditionsReader(text, tongue).read();
}

/** A longer heading is about something else. */
const LONGEST_HEADING = 80;
const DETECT = /^(?:检测|detect(?:or|ed(?: by)?|ion)?)[ \t]*[：:][ \t]*(.*)$/i;
const CORRECT = /^(?:纠错|correct(?:ion)?)[ \t]*[：:][ \t]*(.*)$/i;
const BRACKETS = /[（(]([^（）()]*)[）)]/g;

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
  private readonly outline: Outline;
  private readonly byName = new Map<string, Condition>();
  private readonly sections: ConditionSection[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  private fileTongue: Tongue | null = null;

  constructor(text: string, tongue: Tongue) {
    this.text = text;
    this.tongue = tongue;
    this.outline = readOutline(text);
  }

  read(): Conditions {
    let section: ConditionSection | null = null;
    let sectionLevel = 0;
    for (const { line, level, heading, entries, end } of this.outline.sections) {
      const known = kindOf(heading);
      if (known !== null) {
        section = { kind: known.kind, line, end };
        sectionLevel = level;
        this.sections.push(section);
        this.fileTongue ??= known.tongue;
      } else if (level <= sectionLevel) section = null;
      if (section === null) continue;
      section.end = end;
      for (const entry of entries) this.readEntry(section.kind, entry);
    }
    const { text, fileTongue, sections, byName, diagnostics } = this;
    return { text, tongue: fileTongue, sections, conditions: [...byName.values()], diagnostics };
  }

  private readEntry(kind: ConditionKind, { line, endLine, text: name, below, range }: OutlineEntry): void {
    if (name === "") return;
    if (DETECT.test(name) || CORRECT.test(name)) {
      this.diagnose(line, "detector-nowhere", sayCheck(this.tongue).detectorNowhere(name));
      return;
    }
    const condition: Condition = {
      line,
      endLine,
      kind,
      name,
      detector: null,
      detectorText: null,
      corrections: [],
      range,
    };
    const twin = this.byName.get(fold(name));
    if (twin === undefined) this.byName.set(fold(name), condition);
    else this.diagnose(line, "condition-twice", sayCheck(this.tongue).sameName(name, twin.line));
    for (const { line, text } of below) {
      const detect = DETECT.exec(text)?.[1]?.trim();
      if (detect !== undefined) this.readDetectorLine(condition, line, detect);
      const correct = CORRECT.exec(text)?.[1]?.trim();
      if (correct !== undefined) this.readCorrection(condition, line, correct);
    }
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
      const bare = text.replace(/[（(][^（）()]*[）)].*$/, "").trimEnd();
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
    const { lines } = this.outline;
    const correction: Correction = {
      line,
      text: found.text,
      from,
      judgeOn,
      outcome: null,
      judgedOn: null,
      range: { from: lines.start(line), to: lines.start(line + 1) },
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
    const content = this.outline.lines.line(line).trimEnd();
    const brackets = [...content.matchAll(BRACKETS)].filter(([, inner]) => datesIn(inner!).length === 2);
    const last = brackets[brackets.length - 1]!;
    const start = this.outline.lines.start(line);
    return { from: start + last.index + last[0].length, to: start + content.length };
  }

  private diagnose(line: number, code: string, said: { message: string; hint: string }): void {
    const column = /\S/.exec(this.outline.lines.line(line))?.index ?? 0;
    this.diagnostics.push({ line, column: column + 1, code, ...said });
  }
}

/** The kind of condition that a heading names, and in which language; null for other headings. */
function kindOf(heading: string): { kind: ConditionKind; tongue: Tongue } | null {
  if (heading.length > LONGEST_HEADING) return null;
  const words = fold(heading)
    .replace(/[*_`~]/g, "")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  const known = KINDS.find(([, , pattern]) => pattern.test(words));
  return known === undefined ? null : { kind: known[0], tongue: known[1] };
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
