// Tables of edits: a page before, an edit, the page after. Every row is run on the page as it is, with CRLF, with a
// byte-order mark, and without its final newline, and each time the edit must read back and be undone by its inverse.

import { expect, test } from "vitest";
import { type Item, type PageView, understandPage } from "../src/domain/index.ts";
import { applyPatches, invertPatches, type Patch, parsePage } from "../src/page/index.ts";

export function read(text: string, name = "now.md"): PageView {
  return understandPage(parsePage(text, name));
}

/** The item of that title. */
export function item(view: PageView, title: string): Item {
  const found = view.items.find((candidate) => candidate.title === title);
  if (found === undefined)
    throw new Error(`no item “${title}”, but ${view.items.map((other) => other.title).join(", ")}`);
  return found;
}

export interface Row {
  name: string;
  before: string;
  edit: (view: PageView) => Patch[];
  after: string;
  /** Name of the file; it may give a role. */
  file?: string;
}

const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  LF: (text) => text,
  CRLF: (text) => text.replace(/\n/g, "\r\n"),
  BOM: (text) => (/^(?:---|\+\+\+|\{)/.test(text) ? `\ufeff${text}` : `\ufeffHello.\n\n${text}`),
  "no final newline": (text) => text.replace(/\n$/, ""),
};

export function runTable(rows: readonly Row[]): void {
  for (const { name, before, edit, after, file } of rows) {
    for (const [variant, change] of Object.entries(VARIANTS)) {
      test(`${name} (${variant})`, () => {
        const text = change(before);
        const patches = edit(read(text, file));
        const edited = applyPatches(text, patches);
        expect(edited).toBe(change(after));
        expect(applyPatches(edited, invertPatches(text, patches))).toBe(text);
      });
    }
  }
}

/** A page from its lines, ending in a newline. */
export function lines(...all: string[]): string {
  return `${all.join("\n")}\n`;
}
