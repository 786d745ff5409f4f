// Where the log names an item: entries of the pages and their archives. A line names items as reports have it
// (domain/drift/log-match.ts), or has an item's link.

import { displayText } from "../base/index.ts";
import { type LogEntry, type MatchedItem, makeLogMatcher } from "../domain/index.ts";
import type { Context } from "./action.ts";
import { archivesOf } from "./archive-files.ts";
import type { ItemMentionJson } from "./item-json.ts";
import type { PageReading } from "./reading.ts";

/** An item by what lines may say of it; it need not be on a page any more. */
export interface MentionedItem {
  path: string;
  title: string;
  /** Titles that it had. */
  former: readonly string[];
}

type Finder = (
  text: string,
  source: string,
) => Pick<ItemMentionJson["bullets"][number], "path" | "why"> | null;

/** Entries with a line that names the item or a step of it, the latest first. */
export function itemMentions(context: Context, own: MentionedItem): ItemMentionJson[] {
  const pages = context.reading.pages();
  const find = makeFinder(pages, own);
  const archives = archivesOf(context).flatMap((file) => context.reading.page(file) ?? []);
  const found = [...pages, ...archives].flatMap((page) =>
    page.view.log.flatMap((entry): ItemMentionJson[] => {
      const bullets = bulletsNaming(page, entry, find);
      if (bullets.length === 0) return [];
      const { line: entryLine, title, from, to } = entry;
      const isArchive = !pages.includes(page);
      return [{ file: page.file, entryLine, title: displayText(title), from, to, isArchive, bullets }];
    }),
  );
  // An entry that is still open is the latest.
  const endOf = ({ from, to }: ItemMentionJson): string => to ?? (from === null ? "" : "9999");
  return found.sort((a, b) => endOf(b).localeCompare(endOf(a)) || (b.from ?? "").localeCompare(a.from ?? ""));
}

function makeFinder(pages: readonly PageReading[], own: MentionedItem): Finder {
  const names: MatchedItem[] = [];
  const paths: string[] = [];
  const urls = new Map<string, string>();
  for (const { view } of pages) {
    const first = names.length;
    for (const item of view.items) {
      const parent = item.parent === null ? null : first + view.items.indexOf(item.parent);
      names.push({ title: item.title, former: item.path === own.path ? own.former : [], parent });
      paths.push(item.path);
      for (const { url } of item.links) urls.set(plainUrl(url), item.path);
    }
  }
  if (!paths.includes(own.path)) {
    names.push({ title: own.title, former: own.former, parent: null });
    paths.push(own.path);
  }
  const match = makeLogMatcher(names);
  const isOwn = (path: string): boolean => path === own.path || path.startsWith(`${own.path} › `);
  return (text, source) => {
    const named = match(text).map((index) => paths[index]!);
    const path = named.find(isOwn);
    if (path !== undefined) return { path, why: "words" };
    const linked = [...source.matchAll(/https?:\/\/[^\s)>\]"']+/g)]
      .map(([url]) => urls.get(plainUrl(url)))
      .find((one) => one !== undefined && isOwn(one));
    return linked === undefined ? null : { path: linked, why: "link" };
  };
}

function plainUrl(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, "")
    .replace(/[/.,;:!?#]+$/, "")
    .toLowerCase();
}

function bulletsNaming(
  { view }: PageReading,
  { bullets }: LogEntry,
  find: Finder,
): ItemMentionJson["bullets"] {
  const { lines, text } = view.page;
  return bullets.flatMap(({ line, text: said }) => {
    const found = find(said, text.slice(lines.start(line), lines.start(line + 1)));
    return found === null ? [] : [{ line, text: displayText(said), ...found }];
  });
}
