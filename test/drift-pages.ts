// Small pages and days to read drift from: revisions of a page as texts with their days, records as texts with their minutes.

import { addDays, type LocalDate, weekdayOf } from "../src/base/index.ts";
import {
  type DriftEntry,
  type DriftEvidence,
  openPast,
  readItemPast,
  readLives,
} from "../src/domain/index.ts";
import { fileOf } from "./lives-pages.ts";

export const OVERRULES = { headings: {}, priorities: {}, states: {} };

export function pastItemsOf(revisions: readonly (readonly [on: string, text: string])[], page = "now.md") {
  const made = revisions.map(([on, text], at) => ({
    sha: `r${at}`,
    at: `${on}T20:00:00+08:00`,
    parents: at === 0 ? [] : [at - 1],
    files: [fileOf(text)],
  }));
  const dayOf = (at: string): LocalDate => at.slice(0, 10) as LocalDate;
  return readItemPast(made, readLives(made), { page, dayOf, overrules: OVERRULES });
}

/** @param days minutes by text, by day; weekends are off */
export function evidenceOf(
  revisions: readonly (readonly [on: string, text: string])[],
  from: string,
  to: string,
  days: Readonly<Record<string, Readonly<Record<string, number>>>> = {},
  more: Partial<Omit<DriftEvidence, "log">> & { log?: readonly DriftEntry[]; before?: string } = {},
): DriftEvidence {
  const dayOn = (date: LocalDate) => {
    const byReference = new Map(Object.entries(days[date] ?? {}));
    const recordedMin = [...byReference.values()].reduce((sum, min) => sum + min, 0);
    return { date, isOff: weekdayOf(date) > 5, recordedMin, interruptedMin: 0, byReference };
  };
  const range: ReturnType<typeof dayOn>[] = [];
  for (let date = from as LocalDate; date <= to; date = addDays(date, 1)) range.push(dayOn(date));
  const earlier = Object.keys(days)
    .filter((date) => date < from)
    .sort()
    .reverse()
    .map((date) => dayOn(date as LocalDate));
  return {
    from: from as LocalDate,
    to: to as LocalDate,
    past: openPast(pastItemsOf(revisions)),
    hasHistory: revisions.length > 1,
    since: revisions[0]![0] as LocalDate,
    page: "now.md",
    days: range,
    earlierDays: earlier,
    log: [],
    lastEntryOn: null,
    goals: [],
    commitmentOf: () => null,
    ranks: new Map(),
    nextStepOf: () => null,
    ...more,
  };
}

/** A page by priority: titles, steps indented by two. */
export function pageOf(lists: Readonly<Record<string, readonly string[]>>): string {
  const parts = Object.entries(lists).map(
    ([priority, items]) =>
      `## ${priority} priority\n\n${items.map((item) => item.replace(/^( *)/, "$1- ")).join("\n")}\n`,
  );
  return `# Learning\n\n${parts.join("\n")}`;
}
