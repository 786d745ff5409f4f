// The types of a read page: blocks in document order, with ranges in the source. Blocks that nunc
// does not read into (code, HTML, tables, quotes, shortcodes) are `other` and left alone.

import type { Diagnostic, LineIndex } from "../base/index.ts";
import type { Plain } from "./plain.ts";

export interface Range {
  from: number;
  to: number;
}

export interface FrontMatter extends Range {
  format: "yaml" | "toml" | "json";
  /** Number of lines, delimiters included. */
  lines: number;
  data: Readonly<Record<string, unknown>>;
}

interface BlockPlace extends Range {
  /** 1-based. */
  line: number;
  /** Last line with content, inclusive. */
  endLine: number;
}

export interface Heading extends BlockPlace {
  kind: "heading";
  level: number;
  plain: Plain;
}

export interface Paragraph extends BlockPlace {
  kind: "paragraph";
  plain: Plain;
}

export interface List extends BlockPlace {
  kind: "list";
  ordered: boolean;
  entries: Entry[];
}

export interface OtherBlock extends BlockPlace {
  kind: "other";
  what: "code" | "html" | "table" | "quote" | "rule" | "definition" | "heading" | "other";
}

export type Block = Heading | Paragraph | List | OtherBlock;

/** One entry of a list, as in CommonMark: its first paragraph and what stands below it. */
export interface Entry extends BlockPlace {
  /** `-`, `*`, `+`, `1.`, `1)` */
  marker: Range;
  /** Where the entry's text starts, behind marker and blanks, before a checkbox. */
  contentFrom: number;
  /** `[ ]`, `[x]` and extended states; `mark` is the character between the brackets. */
  checkbox: (Range & { mark: string }) | null;
  /** First paragraph without marker and checkbox; null where the entry has none. */
  plain: Plain | null;
  /** Everything below the first paragraph. */
  blocks: Block[];
}

export interface Page {
  /** Name of the file, for messages and for the role that it may give. */
  name: string;
  text: string;
  lines: LineIndex;
  frontMatter: FrontMatter | null;
  blocks: Block[];
  diagnostics: Diagnostic[];
}
