// Which state a heading or label names. `read` is the hard word: "Read" and "Books I've read" are done, "To read" is open,
// "Reading" only names the role. A text that names two states names none.

import type { Overrules } from "../config/config.ts";
import type { State } from "../item.ts";
import { findOverrule } from "./priority-words.ts";
import { STATE_WORDS, UNFINISHED_WORDS } from "./vocabulary.ts";
import { bareText, type Found, findWords, foldText, withoutNumbering } from "./words.ts";

const STATES: readonly State[] = ["dropped", "open", "doing", "done"];
/** `Read` as a participle: at the start, or behind have, I, books. */
const READ_DONE =
  /^(?:books? )?(?:(?:i|we)(?:'ve| have)? )?read(?=\s*$|\s*[^\w\s-]| (?:in|books?|so far|this year|last year|already|recently|before|lately|since|during|20\d\d))/;

export interface NamedState {
  state: State;
  word: string;
}

/** The state that a heading or label names; null where it names none or more than one. */
export function readState(
  text: string,
  overrules: Overrules,
  as: "heading" | "label" = "heading",
): NamedState | null {
  const overruled = findOverrule(text, overrules.states);
  if (overruled !== null) return { state: overruled.value, word: overruled.word };
  const folded = foldText(withoutNumbering(text));
  const found: { state: State | "unfinished"; place: Found }[] = [];
  for (const place of findWords(folded, UNFINISHED_WORDS)) found.push({ state: "unfinished", place });
  for (const state of STATES)
    for (const place of findWords(folded, STATE_WORDS[state])) found.push({ state, place });
  const read = READ_DONE.exec(folded);
  if (read !== null) found.push({ state: "done", place: { word: "read", start: 0, end: read[0].length } });
  if (as === "label") found.push(...readingParts(folded));
  // A word inside a longer one says nothing of its own: 完成 in 待完成, 读完 in 未读完.
  const outer = found.filter(
    ({ place }) => !found.some(({ place: other }) => other !== place && covers(other, place)),
  );
  const states = new Set(outer.map(({ state }) => state));
  const first = outer[0];
  if (states.size !== 1 || first === undefined || first.state === "unfinished") return null;
  return { state: first.state, word: first.place.word };
}

/** As a label, "Reading" alone, or beside another state ("Reading or abandoned"), is doing. */
function readingParts(folded: string): { state: State; place: Found }[] {
  const parts = folded.replace(/\([^)]*\)/g, "").split(/\bor\b|\band\b|[,/&、或和与]/);
  return parts.some((part) => bareText(part) === "reading")
    ? [
        {
          state: "doing",
          place: { word: "reading", start: folded.indexOf("reading"), end: folded.indexOf("reading") + 7 },
        },
      ]
    : [];
}

function covers(outer: Found, inner: Found): boolean {
  return (
    outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start
  );
}
