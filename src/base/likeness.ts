// How names that people type are compared, and how alike two of them are.

/** The same titles are compared again and again, thousands of times in a report of years. */
const folded = new Map<string, string>();
const MOST_FOLDED = 10_000;

/** A title as it is compared: width and case folded, blanks collapsed. */
export function fold(text: string): string {
  let found = folded.get(text);
  if (found === undefined) {
    found = text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
    if (folded.size >= MOST_FOLDED) folded.clear();
    folded.set(text, found);
  }
  return found;
}

/** Likeness of two strings, 0 to 1: Dice's coefficient of their character pairs, which also works without word blanks. */
export function likeness(a: string, b: string): number {
  const pairsA = pairs(a);
  const pairsB = pairs(b);
  const total = pairsA.size + pairsB.size;
  if (total === 0) return 0;
  let shared = 0;
  for (const pair of pairsA) if (pairsB.has(pair)) shared++;
  return (2 * shared) / total;
}

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  const units = [...text];
  for (let at = 0; at + 1 < units.length; at++) found.add(units[at]! + units[at + 1]!);
  if (units.length === 1) found.add(units[0]!);
  return found;
}
