// A terminal for tests of what asks: lines typed in turn, a home in memory behind it, all that was written.

import type { Talk } from "../src/faces/cli/ask.ts";
import { makePrinter } from "../src/faces/cli/print.ts";
import type { DayHome } from "./day-home.ts";

export interface TypedTalk {
  talk: Talk;
  /** All that was written so far, questions among it. */
  written(): string;
}

/** @param lines typed in turn; null ends the input, as does the end of the list */
export function typedTalk(home: DayHome, lines: (string | null)[]): TypedTalk {
  let written = "";
  const write = (text: string): void => {
    written += text;
  };
  const out = { write, isTty: true, columns: 80 };
  const printer = makePrinter({ out, env: { NO_COLOR: "1" } } as never, "en");
  const talk: Talk = {
    tongue: "en",
    printer,
    ask: async (question) => {
      written += `${question}\n`;
      return lines.shift() ?? null;
    },
    perform: (action, given, options) => home.act(action, { ...given }, options),
    show: (done) => printer.line(done.summary),
  };
  return { talk, written: () => written };
}
