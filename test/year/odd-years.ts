// Years of people who use less than all of it, and one of somebody who used it for ten: made from generated years.

import { makeYear, type Year } from "./make-year.ts";

export type OddHome = Pick<Year, "files" | "pageHistory" | "now" | "tongue" | "zone" | "year">;

const PARTS = { plan: /^## (?:Plan|计划)$/, record: /^## (?:Record|记录)$/, check: /^## (?:Check|自检)$/ };

/** Notes with some of their parts alone. */
function withParts(year: Year, parts: readonly (keyof typeof PARTS)[]): Record<string, string> {
  return onDays(year, (text) => {
    let isIn = true;
    const lines = text.split("\n").filter((line) => {
      if (line.startsWith("## ")) isIn = parts.some((part) => PARTS[part].test(line));
      return isIn && (parts.includes("plan") || !line.startsWith("planned:"));
    });
    return `${lines.join("\n").trimEnd()}\n`;
  });
}

function onDays(year: Year, change: (text: string, name: string) => string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(year.files).map(([name, text]) => [
      name,
      name.startsWith("days/") ? change(text, name) : text,
    ]),
  );
}

/** Never planned anything; records and checks are there. */
export function neverPlanned(year: Year): OddHome {
  return { ...year, files: withParts(year, ["record", "check"]) };
}

/** Nothing but days with records: no goals, no conditions, no settings, no history of the page. */
export function onlyRecords(year: Year): OddHome {
  const { "now.md": page, ...files } = withParts(year, ["record"]);
  const days = Object.entries(files).filter(([name]) => name.startsWith("days/"));
  return { ...year, files: { "now.md": page!, ...Object.fromEntries(days) }, pageHistory: [] };
}

/** Plans as Day Planner for Obsidian writes them: no front matter, its own heading, many blocks without an end; no records. */
export function onlyPlanner(year: Year): OddHome {
  const files = onDays(year, (text) => {
    const blocks = text.split("\n").filter((line) => /^- \[[x -]\] \d/.test(line));
    const lines = blocks.map((line, at) => (at % 3 === 0 ? line.replace(/ - \d\d:\d\d/, "") : line));
    return `# Day planner\n\n${lines.join("\n")}\n\nSomething else that is no plan.\n`;
  });
  return { ...year, files };
}

/** A page with its log and its history, as most people have it, and a home without a day. */
export function onlyPage(year: Year): OddHome {
  const { "now.md": page, "nunc.yaml": settings } = year.files;
  return { ...year, files: { "now.md": page!, "nunc.yaml": settings! } };
}

/** The same without the log: only what moved on the page is left. */
export function onlyHistory(year: Year): OddHome {
  const withoutLog = (text: string): string => `${text.split(/^## (?:Log|日志)$/m)[0]!.trimEnd()}\n`;
  const pageHistory = year.pageHistory.map((one) => ({ ...one, text: withoutLog(one.text) }));
  const home = onlyPage(year);
  return { ...home, files: { ...home.files, "now.md": withoutLog(home.files["now.md"]!) }, pageHistory };
}

/** A page on which nothing stands yet. */
export function emptyHome(year: Year): OddHome {
  return { ...year, files: { "now.md": "# Now\n", "nunc.yaml": "" }, pageHistory: [] };
}

/** The same person for so many years, up to the year that is given: each begins with the page as it was in the first. */
export function manyYears(seed: number | string, last: number, count: number): Year {
  const years = Array.from({ length: count }, (_, at) => makeYear(seed, last - count + 1 + at));
  const days = years.flatMap(({ files }) =>
    Object.entries(files).filter(([name]) => name.startsWith("days/")),
  );
  const pageHistory = years.flatMap((one, at) => {
    const next = years[at + 1]?.pageHistory[0]?.at;
    return one.pageHistory.filter((revision) => next === undefined || revision.at < next);
  });
  const latest = years.at(-1)!;
  return { ...latest, files: { ...Object.fromEntries(days), ...latest.files }, pageHistory };
}
