// What a page means: sections, items, log. The way through: sections with their roles first, then the lists of each.

import type { Tongue } from "../../base/index.ts";
import type { Page } from "../../page/index.ts";
import { DEFAULT_CONFIG, type Overrules } from "../config/config.ts";
import type { PageLanguage, PageView, Reason } from "../item.ts";
import { readItems } from "./item-read.ts";
import { readLog } from "./log-read.ts";
import { readSections } from "./section-read.ts";

export interface UnderstandOptions {
  overrules?: Overrules;
  /** Language of diagnostics. */
  tongue?: Tongue;
}

/** Understands a page by the rules of DESIGN §3. Never throws on bad input. */
export function understandPage(page: Page, options: UnderstandOptions = {}): PageView {
  const overrules = options.overrules ?? DEFAULT_CONFIG.overrules;
  const tongue = options.tongue ?? "en";
  const reasons: Reason[] = [];
  const { drafts, title } = readSections(page, overrules, reasons);
  const view: PageView = {
    page,
    language: languageOf(page, title.title),
    title: title.title,
    sections: drafts.map(({ section }) => section),
    labels: [],
    items: [],
    log: [],
    diagnostics: [...page.diagnostics],
    reasons,
  };
  for (const draft of drafts) {
    const { role } = draft.section;
    if (role === "learning" || role === "reading") {
      const { items, labels, diagnostics } = readItems(draft, page, overrules, reasons, tongue);
      view.diagnostics.push(...diagnostics);
      view.items.push(...items);
      view.labels.push(...labels);
    } else if (!insideEntry(draft.section)) {
      const { log, diagnostics } = readLog(draft, page, tongue, reasons);
      view.log.push(...log);
      view.diagnostics.push(...diagnostics);
    }
  }
  view.diagnostics.sort((a, b) => a.line - b.line || a.column - b.column);
  view.reasons.sort((a, b) => a.line - b.line);
  return view;
}

/** Headings below a dated one belong to its entry. */
function insideEntry(section: PageView["sections"][number]): boolean {
  for (let above = section.parent; above !== null; above = above.parent) if (above.dated) return true;
  return false;
}

/** zh where most words are Chinese, en where hardly any is, else mixed. A CJK character counts as half a word. */
function languageOf(page: Page, title: string | null): PageLanguage {
  const text = `${title ?? ""}\n${page.text.slice(page.frontMatter?.to ?? 0)}`
    .replace(/\{\{[^}\n]*\}\}|\{%[^%\n]*%\}/g, " ")
    .replace(/https?:\/\/[^\s)>\]]+|`[^`\n]*`|<[^>\n]*>/g, " ");
  const cjk = text.match(/[\u3400-\u9fff\uf900-\ufaff]/g)?.length ?? 0;
  const latin = text.match(/[a-z\u00c0-\u024f]{2,}/gi)?.length ?? 0;
  if (cjk === 0) return "en";
  const share = cjk / 2 / (cjk / 2 + latin);
  return share >= 0.5 ? "zh" : share <= 0.1 ? "en" : "mixed";
}
