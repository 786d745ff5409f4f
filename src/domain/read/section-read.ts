// From headings to sections with their roles, priorities and states: own words first, else what stands above, else the page's title.

import { type LocalDate, yearOf } from "../../base/index.ts";
import type { Block, Heading, List, Page } from "../../page/index.ts";
import type { Overrules } from "../config/config.ts";
import type { Reason, Role, Section } from "../item.ts";
import { type DateContext, type ReadDates, readDates } from "./log-date.ts";
import { readPriority } from "./priority-words.ts";
import { isNowTitle, type NamedRole, readRole, saysRanked } from "./section-role.ts";
import { readState } from "./state-words.ts";
import { bareText, foldText, withoutNumbering } from "./words.ts";

/** A section with what only the reader needs. */
export interface SectionDraft {
  section: Section;
  /** Its own blocks, up to the next heading of any level. */
  blocks: Block[];
  children: SectionDraft[];
  /** Null for sections of the highest level, which are children of the first draft. */
  parent: SectionDraft | null;
  /** The date that the heading is, whether or not it counts as an entry. */
  dates: ReadDates | null;
  context: DateContext;
}

export interface PageTitle {
  /** Front matter's title, else the first heading, else null. */
  title: string | null;
  isNow: boolean;
  role: Role | null;
  word: string | null;
}

const SIGN_BEHIND_DATE = /^\s*(?:$|[-–—:：,，;；|·.。(（[【/~～!！?？]|[\p{Extended_Pictographic}])/u;

/** The date that a heading or bold line is: nothing but a date before its first separator. */
export function readDateLine(text: string, context: DateContext): ReadDates | null {
  const stripped = text.replace(/^(?:\s|\p{Extended_Pictographic}|\uFE0F)+/u, "");
  const dates = readDates(stripped, context);
  return dates !== null && SIGN_BEHIND_DATE.test(stripped.slice(dates.end)) ? dates : null;
}

/** Splits a page into sections. The first draft holds what stands before the first heading. */
export function readSections(
  page: Page,
  overrules: Overrules,
  reasons: Reason[],
): { drafts: SectionDraft[]; title: PageTitle } {
  const title = readPageTitle(page, overrules);
  const drafts = draftSections(page, title);
  const top = drafts[0]!;
  for (const draft of drafts) {
    const { section } = draft;
    section.role = roleOf(draft, title, overrules, reasons, top);
    readHeadingWords(draft, title, overrules, reasons);
  }
  return { drafts, title };
}

function readPageTitle(page: Page, overrules: Overrules): PageTitle {
  const data = page.frontMatter?.data ?? {};
  const given = typeof data.title === "string" && data.title.trim() !== "" ? data.title.trim() : null;
  const heading = page.blocks.find((block): block is Heading => block.kind === "heading")?.plain.text ?? null;
  const title = given ?? heading;
  const isNow = title !== null && isNowTitle(title);
  for (const candidate of [title, isNow ? null : fileTitle(page.name)]) {
    if (candidate === null || candidate === "") continue;
    const overruled = headingOverrule(candidate, overrules);
    if (overruled !== null) return { title, isNow, role: overruled, word: candidate };
    const named = readRole(candidate);
    if (named === null || named.role === "now") continue;
    // A file's name says less than a title: only one that is little more than the word (`书单.md`, `reading-list.md`).
    if (candidate !== title && (named.strength === "weak" || !/^[^\d\s]+(?: [^\d\s]+)?$/.test(candidate)))
      continue;
    return { title, isNow, role: named.role === "learning-log" ? "log" : named.role, word: named.word };
  }
  return { title, isNow, role: null, word: null };
}

/** `content/reading/index.md` is titled reading, `书单.md` 书单. */
function fileTitle(name: string): string {
  const parts = name.split(/[/\\]/);
  const base = (parts.pop() ?? "")
    .replace(/\.[a-z]+$/i, "")
    .replace(/\.(?:[a-z]{2}(?:[-_][a-z]{2,4})?)$/i, "");
  const own = /^_?index$/i.test(base) ? (parts.pop() ?? "") : base;
  // `2021-03-01-books.md` of Jekyll, `3-books.md`: the number in front is none of the title.
  const bare = (own.split("__").pop() ?? "").replace(/^(?:[a-z]-)?\d[\d-]*[-_. ]/i, "");
  return bare.replace(/[-_]+/g, " ");
}

function draftSections(page: Page, title: PageTitle): SectionDraft[] {
  const context = pageContext(page, title);
  const top: SectionDraft = draft(null, null, page, context, 0);
  const drafts = [top];
  const open: SectionDraft[] = [];
  let current = top;
  for (const block of page.blocks) {
    if (block.kind !== "heading") {
      current.blocks.push(block);
      current.section.body.to = block.to;
      continue;
    }
    while (open.length > 0 && open[open.length - 1]!.section.level >= block.level) open.pop();
    const parent = open[open.length - 1] ?? null;
    current = draft(
      block,
      parent,
      page,
      yearContext(block.plain.text, parent?.context ?? context),
      block.level,
    );
    // A date takes its missing year from above, never from itself.
    current.dates = readDateLine(block.plain.text, parent?.context ?? context);
    (parent ?? top).children.push(current);
    open.push(current);
    drafts.push(current);
  }
  closeSections(drafts, page);
  return drafts;
}

function draft(
  heading: Heading | null,
  parent: SectionDraft | null,
  page: Page,
  context: DateContext,
  level: number,
): SectionDraft {
  const from = heading?.to ?? page.frontMatter?.to ?? 0;
  return {
    section: {
      line: heading?.line ?? 0,
      endLine: heading?.endLine ?? 0,
      level,
      title: heading?.plain.text ?? "",
      role: "other",
      priority: null,
      state: null,
      ranked: false,
      heading,
      parent: parent?.section ?? null,
      body: { from, to: from },
      dated: false,
    },
    blocks: [],
    children: [],
    parent,
    dates: null,
    context,
  };
}

/** A section ends where the next one of its level, or above, begins. */
function closeSections(drafts: readonly SectionDraft[], page: Page): void {
  const open: Section[] = [];
  for (const { section, blocks } of drafts) {
    if (section.heading === null) {
      section.endLine = blocks.at(-1)?.endLine ?? 0;
      continue;
    }
    while (open.length > 0 && open[open.length - 1]!.level >= section.level)
      open.pop()!.endLine = section.line - 1;
    open.push(section);
  }
  for (const section of open) section.endLine = page.lines.count;
}

/** Year for dates without one: from the title, the page's date or the file name. */
function pageContext(page: Page, title: PageTitle): DateContext {
  const fromTitle = title.title === null ? null : yearIn(title.title);
  const date =
    page.frontMatter?.data.date ?? page.frontMatter?.data.published ?? page.frontMatter?.data.created;
  const written =
    date instanceof Date
      ? date.toISOString()
      : typeof date === "string"
        ? date
        : date === undefined || date === null
          ? ""
          : String(date);
  const fromDate = /^\s*(\d{4})-\d{2}/.exec(written)?.[1];
  const base = page.name.split(/[/\\]/).pop() ?? "";
  const fromFile = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(base)?.[1];
  const year =
    fromTitle ??
    (fromDate === undefined ? null : Number(fromDate)) ??
    (fromFile === undefined ? null : Number(fromFile));
  return { year, month: null };
}

function yearContext(title: string, above: DateContext): DateContext {
  const year = yearIn(title);
  return year === null ? above : { year, month: null };
}

function yearIn(text: string): number | null {
  const dates = readDates(withoutNumbering(text), { year: null, month: null });
  if (dates?.from != null) return yearOf(dates.from as LocalDate);
  const match = /(?<![\d.])((?:19|20)\d{2})(?![\d])/.exec(foldText(text));
  return match === null ? null : Number(match[1]);
}

function headingOverrule(title: string, overrules: Overrules): Role | null {
  const wanted = [title, withoutNumbering(title)].map((text) => bareText(foldText(text)));
  for (const [text, role] of Object.entries(overrules.headings)) {
    if (
      wanted.includes(bareText(foldText(text))) ||
      wanted.includes(bareText(foldText(withoutNumbering(text))))
    )
      return role;
  }
  return null;
}

function roleOf(
  draft: SectionDraft,
  title: PageTitle,
  overrules: Overrules,
  reasons: Reason[],
  top: SectionDraft,
): Role {
  const { section } = draft;
  const inherited = section.parent?.role ?? null;
  const because = (role: Role, word: string | null, rule: string): Role => {
    if (section.heading !== null) reasons.push({ line: section.line, what: "role", value: role, word, rule });
    return role;
  };
  if (section.heading === null)
    return title.role ?? (hasPrioritySections(top, overrules) ? "learning" : "other");
  const overruled = headingOverrule(section.title, overrules);
  if (overruled !== null) {
    section.dated = overruled === "log" && isEntry(draft, top);
    return because(overruled, section.title, "nunc.yaml");
  }
  const inList =
    inherited === "learning" ||
    inherited === "reading" ||
    (section.parent === null && isListRole(title.role));
  if (!inList && isEntry(draft, top)) {
    section.dated = true;
    return because("log", section.title, "date-heading");
  }
  const named = readRole(section.title);
  const above = inherited ?? (named?.lasting === true ? title.role : null);
  const own = named === null ? null : resolveRole(named, draft, above);
  if (own !== null) return because(own, named!.word, "heading-word");
  const subPriority = draft.children.find((child) => readPriority(child.section.title, overrules) !== null);
  if (subPriority !== undefined && !inList && inherited !== "log")
    return because("learning", subPriority.section.title, "priority-headings");
  if (section.parent !== null) return because(section.parent.role, null, "inherited");
  if (title.role !== null) return because(title.role, title.word, "page-title");
  if (readPriority(section.title, overrules) !== null && hasPrioritySections(top, overrules)) {
    return because("learning", section.title, "priority-headings");
  }
  return because("other", null, "nothing-said");
}

function isListRole(role: Role | null): boolean {
  return role === "learning" || role === "reading";
}

/** What the named role comes to here; null where it does not decide. */
function resolveRole(named: NamedRole, draft: SectionDraft, inherited: Role | null): Role | null {
  switch (named.role) {
    case "now":
      return hasDates(draft) ? "log" : null;
    case "learning-log":
      return hasDates(draft) ? "log" : "learning";
    default:
      if (named.strength === "strong") return named.role;
      return inherited === null || (inherited === "other" && named.role === "learning") ? named.role : null;
  }
}

/** Whether dated headings, or list entries that begin with a date, stand below. */
function hasDates(draft: SectionDraft): boolean {
  return (
    draft.children.some((child) => child.dates !== null || hasDates(child)) ||
    draft.blocks.some(
      (block) =>
        block.kind === "list" &&
        block.entries.some((entry) => isDatedEntry(entry.plain?.text ?? "", draft.context)),
    )
  );
}

/** Whether a list entry begins with a date: a full one, or a shorter one with a separator behind it. */
export function isDatedEntry(text: string, context: DateContext): ReadDates | null {
  const dates = readDates(text, context);
  if (dates === null || dates.isNow || dates.problem === "date-without-year") return null;
  const rest = text.slice(dates.end);
  if (/^\s*$|^\s*[:：,，]\s*\S|^\s+[-–—|·]+\s|^\s*[—]+\s*\S|^\s*[)\]】）]/.test(rest)) return dates;
  return dates.precision === "day" &&
    dates.certain &&
    dates.hasYear &&
    /^\s|^[^\p{L}\p{N}]|^\p{Script=Han}/u.test(rest)
    ? dates
    : null;
}

/** A date heading is an entry unless other date headings stand below it; `now` only beside date headings of its level. */
function isEntry(draft: SectionDraft, top: SectionDraft): boolean {
  if (draft.dates === null || draft.dates.problem !== null) return false;
  // `# 2021` above everything is the page's title.
  if (draft.dates.precision === "year" && draft.section.level === 1 && top.children[0] === draft)
    return false;
  if (draft.children.some((child) => child.dates !== null && !child.dates.isNow)) return false;
  if (!draft.dates.isNow) return true;
  return (draft.parent ?? top).children.some(
    (other) =>
      other !== draft &&
      other.section.level === draft.section.level &&
      other.dates !== null &&
      !other.dates.isNow,
  );
}

function hasPrioritySections(top: SectionDraft, overrules: Overrules): boolean {
  return top.children.some((child) => readPriority(child.section.title, overrules) !== null);
}

function readHeadingWords(
  draft: SectionDraft,
  title: PageTitle,
  overrules: Overrules,
  reasons: Reason[],
): void {
  const { section } = draft;
  if (section.heading === null) {
    section.ranked = saysRankedIn(draft.blocks);
    return;
  }
  const priority = readPriority(section.title, overrules);
  section.priority = priority?.priority ?? section.parent?.priority ?? null;
  if (priority !== null)
    reasons.push({
      line: section.line,
      what: "priority",
      value: priority.priority,
      word: priority.word,
      rule: "heading-word",
    });
  const reading = title.isNow && bareText(foldText(section.title)) === "reading";
  const state =
    readState(section.title, overrules) ?? (reading ? { state: "doing" as const, word: "Reading" } : null);
  section.state = state?.state ?? section.parent?.state ?? null;
  if (state !== null)
    reasons.push({
      line: section.line,
      what: "state",
      value: state.state,
      word: state.word,
      rule: "heading-word",
    });
  const ranked = saysRanked(section.title);
  section.ranked = ranked !== null || saysRankedIn(draft.blocks) || (section.parent?.ranked ?? false);
  if (ranked !== null)
    reasons.push({ line: section.line, what: "rank", value: "ranked", word: ranked, rule: "heading-word" });
}

/** A paragraph of the section says so; one that heads a list as its label speaks for that list alone. */
function saysRankedIn(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block, index) =>
      block.kind === "paragraph" &&
      saysRanked(block.plain.text) !== null &&
      !(/[:：]\s*$/.test(block.plain.text) && isList(blocks[index + 1])),
  );
}

function isList(block: Block | undefined): block is List {
  return block?.kind === "list";
}
