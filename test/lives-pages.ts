// Small pages of our own to test lives with: written as text, read as revisions, matched line by line.

import {
  type LifeRevision,
  type Lives,
  lifeItemsOf,
  matchItems,
  readLives,
  understandPage,
} from "../src/domain/index.ts";
import { parsePage } from "../src/page/index.ts";

/** A page as a file of a revision. */
export function fileOf(text: string, file = "now.md", isArchive = false) {
  return { file, isArchive, items: lifeItemsOf(understandPage(parsePage(text, file))), hash: text };
}

/** Matches two pages: `title > title`, and what is left over as `title > ` and ` > title`. Sorted as the old page. */
export function matchPages(before: string, after: string): string[] {
  const [old, now] = [fileOf(before), fileOf(after)];
  const { matches } = matchItems([old], [now]);
  const said = (item: { line: number; title: string } | undefined): string =>
    item === undefined ? "" : `${item.line} ${item.title}`;
  const rows = old.items.flatMap((item, from) => {
    const tos = matches.filter((match) => match.from === from).map(({ to }) => said(now.items[to]));
    return (tos.length === 0 ? [""] : tos).map((to) => `${said(item)} > ${to}`);
  });
  const came = now.items.filter((_, to) => !matches.some((match) => match.to === to));
  return [...rows, ...came.map((item) => ` > ${said(item)}`)];
}

/** Pages one after the other, a day apart; or with `parents`, as branches. */
export function livesOf(
  texts: readonly (string | { text: string; parents: number[]; archive?: string })[],
): Lives {
  const revisions = texts.map((one, at): LifeRevision => {
    const { text, parents, archive } =
      typeof one === "string" ? { text: one, parents: at === 0 ? [] : [at - 1], archive: undefined } : one;
    const files = [fileOf(text)];
    if (archive !== undefined) files.push(fileOf(archive, "history/2021.md", true));
    return { sha: `r${at}`, at: `2021-09-${String(at + 1).padStart(2, "0")}T08:00:00+08:00`, parents, files };
  });
  return readLives(revisions);
}

/** Events of the life that stood on a line, as `kind from→to @revision:line`. */
export function eventsOf(lives: Lives, revision: string, line: number): string[] {
  const id = lives.places[revision]![line]!;
  return lives.items
    .find((life) => life.id === id)!
    .events.map(
      ({ kind, from, to, revision: at, line: stands }) =>
        `${kind} ${from ?? "-"}→${to ?? "-"} @${at}:${stands ?? "-"}`,
    );
}
