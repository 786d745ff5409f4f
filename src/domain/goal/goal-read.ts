// Reads goals.md: which headings are goals, and below each its key results, key problems and the items that serve it. It
// finds ranges and never changes a byte. What is none of these is the person's own text; what was meant and cannot be
// understood is a diagnostic, and the rest is read all the same.

import { type Diagnostic, isCjk, LineIndex, type Tongue } from "../../base/index.ts";
import { commitmentSections, isPlaceholder } from "./commitment-read.ts";
import type { Goal, GoalPart, GoalPartPlace, Goals, KeyProblem, Period } from "./goal.ts";
import { type Reporter, readKeyProblem, readKeyResult, readService } from "./goal-entry.ts";
import { type GoalEntry, type GoalSection, readGoalSections, withoutEmphasis } from "./goal-lines.ts";
import { isPeriodLike, readDate, readPeriod } from "./goal-period.ts";
import {
  CLOSING,
  ENTRY_PREFIXES,
  GOAL_PREFIX,
  goalStateOf,
  isGoalsHeading,
  isProblemsHeading,
  partOf,
} from "./goal-words.ts";
import { sayGoal } from "./messages.ts";

/** @param tongue in which diagnostics are said */
export function readGoals(text: string, tongue: Tongue): Goals {
  return new GoalsReader(text, tongue).read();
}

type Named = Pick<
  Goal,
  "title" | "period" | "state" | "closedOn" | "titleRange" | "periodRange" | "closeRange"
>;

class GoalsReader {
  private readonly text: string;
  private readonly tongue: Tongue;
  private readonly lines: LineIndex;
  private readonly sections: GoalSection[];
  private readonly goals: Goal[] = [];
  private readonly problems: KeyProblem[] = [];
  private problemsPlace: GoalPartPlace | null = null;
  private readonly diagnostics: Diagnostic[] = [];
  /** Headings above the current one, outermost first. */
  private above: { level: number; section: GoalSection }[] = [];

  constructor(text: string, tongue: Tongue) {
    this.text = text;
    this.tongue = tongue;
    this.lines = new LineIndex(text);
    this.sections = readGoalSections(text);
  }

  read(): Goals {
    const promised = new Set(commitmentSections(this.text).map(({ line }) => line));
    let goal: Goal | null = null;
    let part: { level: number; part: GoalPart; ofGoal: Goal | null } | null = null;
    this.sections.forEach((section, index) => {
      const { level } = section;
      if (level === 0) return;
      this.above = this.above.filter((one) => one.level < level);
      const named = partOf(section.heading);
      if (part !== null && level <= part.level) part = null;
      // A part may stand beside its goal's heading, not only below it.
      if (goal !== null && (level < goal.level || (level === goal.level && !isOwnPart(named)))) goal = null;
      if (promised.has(section.line)) {
        goal = null;
        part = null;
      } else if (named !== null && (goal !== null || part === null)) {
        part = this.openPart(section, named, goal) ? { level, part: named, ofGoal: goal } : null;
      } else if (part === null) {
        const read = this.goalAt(section, index);
        if (read !== null) {
          goal = { ...this.newGoal(section, read) };
          this.goals.push(goal);
        }
      }
      this.above.push({ level, section });
      if (goal !== null) goal.end = section.end;
      if (part !== null) this.readPart(section, part.part, part.ofGoal);
      else if (goal !== null) this.readLoose(section, goal);
    });
    this.reportTwins();
    this.diagnostics.sort((a, b) => a.line - b.line || a.column - b.column);
    const { text, goals, problems, problemsPlace, diagnostics } = this;
    return { text, tongue: this.fileTongue(), goals, problems, problemsPlace, diagnostics };
  }

  // ---- Headings

  /** What the heading says of a goal; null where it is none. */
  private goalAt(section: GoalSection, index: number): Named | null {
    const prefix = GOAL_PREFIX.exec(section.raw);
    if (prefix !== null) {
      const between = prefix[2] ?? "";
      const period = between === "" ? null : readPeriod(between);
      // `Objective function: notes` is no goal.
      if (between !== "" && period === null) return null;
      const at = period === null ? 0 : section.raw.indexOf(between, prefix[0].search(/\S/) + 1);
      const range = period === null ? null : { from: at, to: at + between.length };
      return this.readTitle(section, prefix[0].length, period, range);
    }
    if (isGoalsHeading(section.heading)) return null;
    const front = /^\s*([^:：]{4,40}?)\s*[:：]\s*(?=\S)/.exec(section.raw);
    const period = front === null ? null : readPeriod(front[1]!);
    const below = this.above.some(({ section: one }) => isGoalsHeading(one.heading));
    const range =
      front === null || period === null
        ? null
        : { from: front[0].indexOf(front[1]!), to: front[0].indexOf(front[1]!) + front[1]!.length };
    const isDated = period !== null || this.bracketOf(section, 0)?.period != null;
    if (!(below && isDated) && !this.hasParts(section, index)) return null;
    if (readPeriod(section.raw) !== null) return null;
    return this.readTitle(section, period === null ? 0 : front![0].length, period, range);
  }

  /** Whether parts of a goal stand right below the heading. */
  private hasParts(section: GoalSection, index: number): boolean {
    if (section.labels.some(({ text }) => partOf(text) === "results" || partOf(text) === "services"))
      return true;
    if (section.entries.some(({ raw }) => ENTRY_PREFIXES[0]![1].test(raw))) return true;
    const next = this.sections[index + 1];
    if (next === undefined || next.level !== section.level + 1) return false;
    const part = partOf(next.heading);
    return part === "results" || part === "services";
  }

  /** The last bracket of the title that holds a period, or looks as if it should. Offsets are of the heading. */
  private bracketOf(section: GoalSection, from: number) {
    const end = this.closingOf(section)?.index ?? section.raw.length;
    const found = /\s*[（(]([^（）()]*)[）)][\s*_~]*$/.exec(section.raw.slice(from, end));
    if (found === null || !isPeriodLike(found[1]!)) return null;
    const open = from + found.index + found[0].indexOf(found[1]!);
    const range = { from: open, to: open + found[1]!.length };
    return { at: from + found.index, period: readPeriod(found[1]!), text: found[1]!, range };
  }

  private closingOf(section: GoalSection): RegExpExecArray | null {
    return CLOSING.exec(section.raw);
  }

  private readTitle(
    section: GoalSection,
    from: number,
    period: Period | null,
    range: { from: number; to: number } | null,
  ): Named {
    const { raw, at } = section;
    const said = sayGoal(this.tongue);
    const closing = this.closingOf(section);
    const bracket = period === null ? this.bracketOf(section, from) : null;
    const end = bracket?.at ?? closing?.index ?? raw.length;
    const named = raw.slice(from, end).trimEnd();
    if (bracket !== null && bracket.period === null)
      this.report(section, "goal-period", said.notAPeriod(bracket.text));
    const title = withoutEmphasis(named).trim();
    const isStruck = /^~~.*~~$/.test(title);
    const on = closing?.[3] === undefined ? null : readDate(closing[3]);
    const word = closing?.[1] ?? closing?.[2] ?? null;
    if (word !== null && on === null) this.report(section, "goal-closed-when", said.closedWhen(title, word));
    const place = bracket?.range ?? range;
    const outer = period ?? bracket?.period ?? this.periodAbove(section);
    return {
      title: isStruck ? title.slice(2, -2).trim() : title,
      period: outer,
      state: word !== null ? goalStateOf(word) : isStruck ? "given-up" : "open",
      closedOn: on,
      titleRange: { from: at + from, to: at + from + named.length },
      periodRange: place === null ? null : { from: at + place.from, to: at + place.to },
      closeRange: { from: at + (closing?.index ?? raw.trimEnd().length), to: at + raw.trimEnd().length },
    };
  }

  /** `## 2026 Q4` above `### Goal: …`. */
  private periodAbove(section: GoalSection): Period | null {
    for (const { section: one } of [...this.above].reverse()) {
      if (one === section) continue;
      const period = readPeriod(one.raw) ?? readPeriod(one.raw.replace(/^(?:goals?|okrs?|目标)\s*/i, ""));
      if (period !== null) return period;
    }
    return null;
  }

  private newGoal(section: GoalSection, named: Named): Goal {
    const { line, level, end } = section;
    if (named.title === "") this.report(section, "goal-without-title", sayGoal(this.tongue).goalNoTitle());
    const parts = { results: null, problems: null, services: null };
    return { line, level, ...named, results: [], problems: [], services: [], parts, end };
  }

  // ---- Parts

  /** Whether the heading opens a part: of a goal, or key problems of none. */
  private openPart(section: GoalSection, part: GoalPart, goal: Goal | null): boolean {
    const from = this.lines.start(section.line);
    const place: GoalPartPlace = { line: section.line, from, end: section.end, isLabel: false };
    if (goal !== null) {
      goal.parts[part] ??= place;
      return true;
    }
    if (part === "problems" && isProblemsHeading(section.heading)) {
      this.problemsPlace ??= place;
      return true;
    }
    if (part !== "problems" && section.entries.length > 0 && section.level > 1)
      this.report(section, "goal-part-alone", sayGoal(this.tongue).partAlone(section.heading));
    return false;
  }

  /** Entries below a part's heading, and below its labels, which may name other parts. */
  private readPart(section: GoalSection, part: GoalPart, goal: Goal | null): void {
    const place = goal === null ? this.problemsPlace : goal.parts[part];
    if (place !== null && place !== undefined && section.line >= place.line) place.end = section.end;
    for (const entry of section.entries) this.readEntry(entry, part, goal);
  }

  /** What stands right below a goal, or below a heading of the person's own in it. */
  private readLoose(section: GoalSection, goal: Goal): void {
    for (const label of section.labels) {
      const part = partOf(label.text);
      if (part === null || goal.parts[part] !== null) continue;
      const { line, range } = label;
      goal.parts[part] = { line, from: range.from, end: range.to, isLabel: true };
    }
    for (const entry of section.entries) {
      const label = section.labels.findLast(({ line }) => line < entry.line);
      const prefixed = ENTRY_PREFIXES.find(([, pattern]) => pattern.test(entry.raw));
      const part = prefixed?.[0] ?? (label === undefined ? null : partOf(label.text));
      if (part !== null) {
        const place = goal.parts[part];
        if (place?.isLabel && label?.line === place.line) place.end = entry.range.to;
        this.readEntry(entry, part, goal, prefixed?.[1].exec(entry.raw)?.[0].length);
      } else if (label === undefined && section.line === goal.line) this.readBare(entry, goal);
    }
  }

  /** An entry right below the heading is a key result where it is measured or has a box. */
  private readBare(entry: GoalEntry, goal: Goal): void {
    const result = readKeyResult(entry, 0, this.reporter(entry, true));
    if (result?.measure != null) goal.results.push(result);
  }

  private readEntry(entry: GoalEntry, part: GoalPart, goal: Goal | null, skip = 0): void {
    if (isPlaceholder(entry.text)) return;
    // Crossed out: it was one.
    if (entry.checkbox === "-" || /^~~.*~~$/.test(entry.text)) return;
    const report = this.reporter(entry);
    if (part === "problems") {
      const problem = readKeyProblem(entry, skip, report);
      if (problem !== null) (goal?.problems ?? this.problems).push(problem);
    } else if (goal !== null && part === "results") {
      const result = readKeyResult(entry, skip, report);
      if (result !== null) goal.results.push(result);
    } else if (goal !== null) {
      const service = readService(entry, skip, report);
      if (service !== null) goal.services.push(service);
    }
  }

  // ---- Saying it

  private reporter(entry: GoalEntry, isSilent = false): Reporter {
    return {
      said: sayGoal(this.tongue),
      report: (code, { message, hint }) => {
        if (!isSilent) this.diagnostics.push({ line: entry.line, column: entry.column, code, message, hint });
      },
    };
  }

  private report(section: GoalSection, code: string, said: { message: string; hint: string | null }): void {
    this.diagnostics.push({ line: section.line, column: 1, code, ...said });
  }

  private reportTwins(): void {
    const said = sayGoal(this.tongue);
    const seen = new Map<string, number>();
    for (const { title, line, state } of this.goals) {
      const key = title.normalize("NFKC").toLowerCase();
      if (state !== "open") continue;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, line);
      else {
        const { message, hint } = said.goalTwice(title, first);
        this.diagnostics.push({ line, column: 1, code: "goal-twice", message, hint });
      }
    }
  }

  private fileTongue(): Tongue | null {
    const texts = [...this.goals.map(({ title }) => title), ...this.problems.map(({ text }) => text)];
    if (texts.length === 0) return null;
    return texts.some((one) => [...one].some(isCjk)) ? "zh" : "en";
  }
}

function isOwnPart(part: GoalPart | null): boolean {
  return part === "results" || part === "services";
}
