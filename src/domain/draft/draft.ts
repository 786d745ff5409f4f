// Drafts a log entry from what is known of a stretch of days. Invariant: a draft's bullets are made of titles that stand on a
// page and of fixed words; nothing else that is known gets into them unless the person takes it in by hand.

import { addDays, fold, type LocalDate, weekdayOf } from "../../base/index.ts";
import { makeLogMatcher } from "../drift/log-match.ts";
import type { LogEntry, PageView, Role } from "../item.ts";
import type { DayRange } from "../report/range.ts";
import { type LogHabits, readLogHabits } from "./habits.ts";

/** Something that happened with an item of the page. */
export interface DraftFact {
  /** Titles as the page has them, from the outermost item. */
  titles: readonly string[];
  role: Role;
  what: "finished" | "worked";
  /** The last day on which it happened. */
  on: LocalDate;
  /** What says so, in words: private. */
  because: string;
}

export interface DraftBullet {
  text: string;
  /** Of the item or step that it is about. */
  title: string;
  /** Nesting, from 0. */
  depth: number;
  because: string;
}

export interface Draft {
  from: LocalDate;
  to: LocalDate;
  /** Without those that the entry has already. */
  bullets: DraftBullet[];
  /** Whether anything is known of these days at all. */
  isKnown: boolean;
  /** The entry of these days that the page has; null where it has none. */
  existing: LogEntry | null;
  /** The last day that it gets, where something happened after its own; null: it keeps its date. */
  until: LocalDate | null;
}

/** @param facts in the order of the page; those of the same titles are one */
export function draftEntry(
  view: PageView,
  range: DayRange,
  facts: readonly DraftFact[],
  today: LocalDate,
): Draft {
  const habits = readLogHabits(view);
  const last =
    facts
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? null;
  const days = entryDays(range, habits, last, today);
  const existing = entryOf(view, range, days);
  const bullets = writeBullets(mergeFacts(facts), habits);
  const missing = existing === null ? inLine(bullets, habits) : missingIn(existing, bullets, habits);
  const until = missing.length === 0 || last === null ? null : untilOf(view, range, existing, last, days.to);
  return { ...days, bullets: missing, isKnown: bullets.length > 0, existing, until };
}

/** An entry of a week that was written before the week was over grows with it, but not into the next entry. */
function untilOf(
  view: PageView,
  { kind }: DayRange,
  existing: LogEntry | null,
  last: LocalDate,
  end: LocalDate,
): LocalDate | null {
  const { from = null, to = null } = existing ?? {};
  if (kind !== "week" || existing === null || from === null || to === null || last <= to) return null;
  // What stands in one line with its date is not touched.
  if (existing.open || existing.bullets.some(({ line }) => line === existing.line)) return null;
  const isTaken = view.log.some((entry) => entry.from !== null && entry.from > from && entry.from <= end);
  return isTaken ? null : end;
}

/** All in one bullet, where the log's entries are single lines. */
function inLine(bullets: DraftBullet[], { isLine, tongue, separator }: LogHabits): DraftBullet[] {
  const [first] = bullets;
  if (!isLine || first === undefined || bullets.length === 1) return bullets;
  const comma = tongue === "zh" ? "；" : "; ";
  let text = "";
  bullets.forEach(({ text: one, depth }, at) => {
    const isFirstStep = depth > 0 && bullets[at - 1]!.depth < depth;
    text += at === 0 ? one : `${isFirstStep ? separator : comma}${one}`;
  });
  const because = bullets.map((one) => one.because).filter((one) => one !== "");
  return [{ ...first, text, because: because.join(" ") }];
}

/** A week as the person's entries cover it: to the Friday, where theirs do and nothing happened later; never beyond today. */
export function entryDays(
  { kind, from, to }: DayRange,
  { lastWeekday }: LogHabits,
  lastDay: LocalDate | null,
  today: LocalDate,
): { from: LocalDate; to: LocalDate } {
  let end = to;
  if (kind === "week" && lastWeekday !== null && weekdayOf(from) === 1) {
    const usual = addDays(from, lastWeekday - 1);
    end = lastDay !== null && lastDay > usual ? lastDay : usual;
  }
  const past = end > today ? today : end;
  return { from, to: past < from ? from : past };
}

/**
 * The same days; else, of a week, one that begins with it and ends within it; else one that covers them. What happened in a
 * month goes into no entry of its first week.
 */
function entryOf(view: PageView, range: DayRange, days: { from: LocalDate; to: LocalDate }): LogEntry | null {
  const dated = view.log.filter(({ from }) => from !== null);
  const end = ({ from, to, open }: LogEntry): LocalDate => to ?? (open ? days.to : from!);
  return (
    dated.find((entry) => entry.from === days.from && end(entry) === days.to) ??
    dated.find((e) => range.kind === "week" && e.from === days.from && end(e) <= range.to) ??
    dated.find((entry) => entry.from! <= days.from && end(entry) >= days.to) ??
    null
  );
}

/** One for each item; that it was finished outweighs that it was worked on. */
function mergeFacts(facts: readonly DraftFact[]): DraftFact[] {
  const merged = new Map<string, DraftFact>();
  for (const fact of facts) {
    const key = fact.titles.join("\n");
    const known = merged.get(key);
    if (known === undefined) {
      merged.set(key, fact);
      continue;
    }
    const what = known.what === "finished" || fact.what === "finished" ? "finished" : "worked";
    const because = known.because === fact.because ? known.because : `${known.because} ${fact.because}`;
    merged.set(key, { ...known, what, because, on: fact.on > known.on ? fact.on : known.on });
  }
  return [...merged.values()];
}

/** Bullets by outermost item, steps below it where the log nests, else each with its item before it. */
function writeBullets(facts: readonly DraftFact[], habits: LogHabits): DraftBullet[] {
  const groups = new Map<string, DraftFact[]>();
  for (const fact of facts) {
    const [root] = fact.titles;
    groups.set(root!, [...(groups.get(root!) ?? []), fact]);
  }
  return [...groups].flatMap(([root, group]) => {
    const own = group.find(({ titles }) => titles.length === 1);
    const steps = group.filter(({ titles }) => titles.length > 1);
    if (own?.what === "finished" || steps.length === 0)
      return own === undefined ? [] : [bullet(own, say(own, own.titles[0]!, habits), 0, habits)];
    if (habits.nests) {
      return [
        { text: root, title: root, depth: 0, because: own?.because ?? "" },
        ...steps.map((step) => bullet(step, say(step, stepTitle(step), habits), 1, habits)),
      ];
    }
    return steps.map((step) => {
      const said = say(step, stepTitle(step), habits);
      return bullet(step, `${root}${habits.separator}${said}`, 0, habits);
    });
  });
}

function stepTitle({ titles }: DraftFact): string {
  return titles.slice(1).join(" › ");
}

function bullet(fact: DraftFact, text: string, depth: number, { ending }: LogHabits): DraftBullet {
  const { because, titles } = fact;
  const written = /[。.;；!！?？：:]$/.test(text) ? text : `${text}${ending}`;
  return { text: written, title: titles.at(-1)!, depth, because };
}

/** The title, with the person's own word where it was finished. */
function say({ what, role }: DraftFact, title: string, habits: LogHabits): string {
  if (what !== "finished") return title;
  const isBook = role === "reading" || /^(?:阅读|读|看|read(?:ing)?\s)/i.test(title);
  return habits.tongue === "zh" ? finishedZh(title, isBook, habits) : finishedEn(title, isBook, habits);
}

function finishedZh(title: string, isBook: boolean, { finished, read }: LogHabits): string {
  const study = /^(?:学习|学)\s*(?!会|完)(.+)$/.exec(title)?.[1];
  const book = /^(?:阅读|读一?遍?|看)\s*(?!完)(.+)$/.exec(title)?.[1];
  const word = isBook ? (read ?? "读完") : (finished ?? (study === undefined ? "完成" : "学完"));
  const rest = book ?? (study !== undefined && word.startsWith("学") ? study : title);
  return `${word}${/^[\w“"']/.test(rest) ? " " : ""}${rest}`;
}

function finishedEn(title: string, isBook: boolean, { finished, read, capital }: LogHabits): string {
  const rest = /^(?:read|reading)\s+(.+)$/i.exec(title)?.[1];
  const word = isBook ? (read ?? finished ?? "finished") : (finished ?? "finished");
  const said = `${word} ${isBook && rest !== undefined ? rest : title}`;
  return capital ? said[0]!.toUpperCase() + said.slice(1) : said;
}

/** Bullets that an entry does not have yet: none of its lines names what they are about. */
function missingIn(entry: LogEntry, bullets: readonly DraftBullet[], habits: LogHabits): DraftBullet[] {
  const titles = bullets.map(({ title }) => title);
  const match = makeLogMatcher(titles.map((title) => ({ title, former: [], parent: null })));
  const lines = entry.bullets.map(({ text }) => text);
  const named = new Set(lines.flatMap((line) => match(line)));
  const isThere = titles.map(
    (title, at) => named.has(at) || lines.some((line) => fold(line).includes(fold(title))),
  );
  const found: DraftBullet[] = [];
  bullets.forEach((one, at) => {
    if (isThere[at]) return;
    const above =
      one.depth === 0 ? -1 : bullets.findLastIndex(({ depth }, before) => depth === 0 && before < at);
    // Below a line that is there already nothing is written: the step says itself of what it is.
    const isBelowOld = above >= 0 && isThere[above];
    found.push(
      isBelowOld ? { ...one, depth: 0, text: `${bullets[above]!.title}${habits.separator}${one.text}` } : one,
    );
  });
  // A head whose steps are all there says nothing new.
  return found.filter(({ depth }, at) => {
    const wasHead = depth === 0 && bullets[bullets.indexOf(found[at]!) + 1]?.depth === 1;
    return !wasHead || found[at + 1]?.depth === 1;
  });
}
