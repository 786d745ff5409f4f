// Sentences in a terminal: broken at words, and on where they began. In a pipe or a file they stay on one line. What a person
// copies (commands, texts of the page) is not printed by this: a line break would go into it.

import { plainLine, widthOf, wrapTo } from "./paint.ts";
import type { Printer } from "./print.ts";

/** Narrower than this, the terminal breaks lines better by itself. */
const LEAST = 24;

/**
 * `lead` stands before the first line, blanks of its width before the others; `paint` is asked for each line by itself, so that
 * a colour never goes on over the break. `text` is made plain here.
 */
export function printProse(
  { columns, line }: Pick<Printer, "columns" | "line">,
  lead: string,
  text: string,
  paint: (line: string) => string = (one) => one,
): void {
  const indent = widthOf(lead);
  const room = columns - indent;
  const lines = room < LEAST ? [plainLine(text)] : wrapTo(plainLine(text), room);
  lines.forEach((one, at) => {
    line(`${at === 0 ? lead : " ".repeat(indent)}${paint(one)}`);
  });
}
