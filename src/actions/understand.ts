// A text understood as a page: the parser and the rules of the page, loaded where a page is to be understood that is not
// known yet.

import type { Tongue } from "../base/index.ts";
import { type Overrules, type PageView, understandPage } from "../domain/index.ts";
import { parsePage } from "../page/index.ts";

/** @param name of the file: part of what a text means, `books.md` is a reading list */
export function understand(
  text: string,
  name: string,
  options: { overrules: Overrules; tongue?: Tongue },
): PageView {
  return understandPage(parsePage(text, name, options.tongue), options);
}
