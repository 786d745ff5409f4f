// Private facts that a person takes into a draft by hand, one kind at a time: lengths behind the bullet that they are about,
// all else as a bullet of its own, below its item where the log nests.

import type { DraftBullet } from "./draft.ts";
import type { LogHabits } from "./habits.ts";

export const PRIVATE_KINDS = ["hours", "note", "check", "correction", "problem", "interruption"] as const;
export type PrivateKind = (typeof PRIVATE_KINDS)[number];

export interface PrivateFact {
  kind: PrivateKind;
  /** As it is offered. */
  text: string;
  /** The item that it is about; null where it is about none. */
  title: string | null;
  /** As it is written behind or below its item. */
  short: string;
}

/** Only facts of the kinds that are taken get in. */
export function takeFacts(
  bullets: readonly DraftBullet[],
  facts: readonly PrivateFact[],
  kinds: readonly PrivateKind[],
  habits: LogHabits,
): DraftBullet[] {
  const taken = facts.filter(({ kind }) => kinds.includes(kind));
  const used = new Set<PrivateFact>();
  const of = (title: string, isHours: boolean): PrivateFact[] =>
    taken.filter((fact) => fact.title === title && (fact.kind === "hours") === isHours && !used.has(fact));
  const [open, close] = habits.tongue === "zh" ? ["（", "）"] : [" (", ")"];
  const found: DraftBullet[] = [];
  for (const bullet of bullets) {
    const hours = of(bullet.title, true).slice(0, 1);
    const notes = of(bullet.title, false);
    for (const fact of [...hours, ...notes]) used.add(fact);
    const end = /[。.;；]$/.exec(bullet.text)?.[0] ?? "";
    const bare = bullet.text.slice(0, bullet.text.length - end.length);
    const length = hours.map(({ short }) => `${open}${short}${close}`).join("");
    if (habits.nests) {
      found.push({ ...bullet, text: `${bare}${length}${end}` });
      for (const { short, title } of notes)
        found.push({ text: short, title: title!, depth: bullet.depth + 1, because: "" });
    } else {
      const said =
        notes.length === 0 ? "" : `${habits.separator}${notes.map(({ short }) => short).join("; ")}`;
      found.push({ ...bullet, text: `${bare}${length}${said}${end}` });
    }
  }
  const rest = taken.filter((fact) => !used.has(fact) && !(fact.title !== null && fact.kind === "hours"));
  return [...found, ...rest.map(({ text }): DraftBullet => ({ text, title: text, depth: 0, because: "" }))];
}
