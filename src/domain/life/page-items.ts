// What is kept of a page's items for lives. The same text gives the same records, so that they can be cached by its hash.

import type { PageView, Section } from "../item.ts";
import type { LifeItem } from "./life.ts";

/** Raised where the records, or how pages are read, change: caches of other versions are not used. */
export const LIFE_ITEMS_VERSION = 1;

/** The items of a page as lives know them, in the order of the page. */
export function lifeItemsOf(view: PageView): LifeItem[] {
  const index = new Map(view.items.map((item, at) => [item, at]));
  return view.items.map((item) => ({
    line: item.line,
    title: item.title,
    note: item.note,
    role: item.role,
    sections: sectionTitles(item.section),
    group: item.group,
    parent: item.parent === null ? null : index.get(item.parent)!,
    priority: item.priority,
    state: item.state,
    progress:
      item.progress === null
        ? null
        : {
            text: item.progress.text,
            done: item.progress.done,
            total: item.progress.total,
            unit: item.progress.unit,
            ratio: item.progress.ratio,
          },
    doneOn: item.doneOn,
    urls: item.links.map(({ url }) => url),
  }));
}

function sectionTitles(section: Section): string[] {
  const titles: string[] = [];
  for (let one: Section | null = section; one !== null; one = one.parent)
    if (one.heading !== null) titles.unshift(one.title);
  return titles;
}
