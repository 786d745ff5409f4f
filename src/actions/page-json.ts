// What was understood of a page as plain JSON: the shape in snapshot.ts, which `nunc page --json` prints exactly.

import { displayText } from "../base/index.ts";
import type { Item, LogEntry, PageView } from "../domain/index.ts";
import type { ItemJson, LogEntryJson, PageJson, SectionJson } from "./snapshot.ts";

export function toPageJson(view: PageView): PageJson {
  const { frontMatter } = view.page;
  return {
    language: view.language,
    frontMatter: frontMatter && { format: frontMatter.format, lines: frontMatter.lines },
    sections: view.sections.filter((section) => section.heading !== null).map(toSectionJson),
    items: view.items.map(toItemJson),
    log: view.log.map(toLogEntryJson),
    diagnostics: view.diagnostics.map(({ line, column, code, message, hint }) => ({
      line,
      column,
      code,
      message,
      hint,
    })),
  };
}

export function toSectionJson(section: PageView["sections"][number]): SectionJson {
  return { line: section.line, level: section.level, title: displayText(section.title), role: section.role };
}

export function toItemJson(item: Item): ItemJson {
  return {
    line: item.line,
    endLine: item.endLine,
    title: displayText(item.title),
    note: item.note === null ? null : displayText(item.note),
    role: item.role,
    section: item.section.line > 0 ? item.section.line : null,
    group: item.group === null ? null : displayText(item.group),
    parent: item.parent?.line ?? null,
    depth: item.depth,
    priority: item.priority,
    rank: item.rank,
    state: item.state,
    progress: item.progress && {
      text: item.progress.text,
      done: item.progress.done,
      total: item.progress.total,
      unit: item.progress.unit,
      ratio: item.progress.ratio,
    },
    doneOn: item.doneOn,
    links: item.links.map(({ text, url }) => ({ text: displayText(text), url: displayText(url) })),
  };
}

export function toLogEntryJson(entry: LogEntry): LogEntryJson {
  return {
    line: entry.line,
    endLine: entry.endLine,
    from: entry.from,
    to: entry.to,
    open: entry.open,
    bullets: entry.bullets.map(({ line, depth, text }) => ({ line, depth, text: displayText(text) })),
  };
}
