// Reading back the log: that it says what was asked, and nothing else of it changed.

import type { Patch } from "../../page/index.ts";
import type { Bullet, LogEntry, PageView } from "../item.ts";
import { matchEntries } from "./match.ts";
import { type Problem, problem } from "./problem.ts";
import type { EditRequest, LogText, LogTexts } from "./request.ts";
import { oneLine, typedPlain } from "./text.ts";
import type { Wrongs } from "./verify-messages.ts";

/** Null where the log after the edit says what was asked, and all else of it as before. */
export function verifyLog(
  before: PageView,
  after: PageView,
  request: EditRequest,
  patches: readonly Patch[],
  said: Wrongs,
): Problem | null {
  const entries = matchEntries(before, after, patches);
  if (request.kind === "log-add")
    return verifyAdded(before, request.input, entries.fresh, entries.after, said);
  if (request.kind === "log-several")
    return verifySeveral(before, request.input, entries.fresh, entries.after, said);
  if (request.kind === "log-edit" || request.kind === "log-remove")
    return verifyTouched(before, after, request, said);
  if (request.kind === "log-entry") {
    const signs = (view: PageView): string[] =>
      view.log.map((entry) => (entry.line === request.line ? datesOf(entry) : logSign(entry)));
    return signs(before).join("\n") === signs(after).join("\n")
      ? null
      : problem("log-changed", request.line, said.otherEntryChanges());
  }
  if (request.kind === "archive") {
    const kept = before.log.filter((entry) => !isArchived(entry, request.before)).map(logSign);
    return kept.join("\n") === after.log.map(logSign).join("\n")
      ? null
      : problem("log-changed", 0, said.keptEntryChanges());
  }
  for (const [index, entry] of before.log.entries()) {
    if (logSign(entry) === logSign(after.log[index])) continue;
    return problem("log-changed", after.log[index]?.line ?? 0, said.entryChanges(entry.title));
  }
  return after.log.length === before.log.length
    ? null
    : problem("log-changed", after.log.at(-1)!.line, said.entryAdded());
}

function verifyAdded(
  before: PageView,
  input: LogText,
  fresh: readonly LogEntry[],
  map: ReadonlyMap<LogEntry, LogEntry>,
  said: Wrongs,
): Problem | null {
  const want = typedPlain(oneLine(input.text), "marks");
  let added = 0;
  for (const [entry, now] of map) {
    const bullets = now.bullets.map(bulletSign);
    const missing = subtract(bullets, entry.bullets.map(bulletSign));
    if (missing === null || datesOf(entry) !== datesOf(now))
      return problem("log-changed", now.line, said.entryChanges(entry.title));
    for (const sign of missing) {
      if (sign.slice(sign.indexOf(" ") + 1) !== want)
        return problem("not-done", now.line, said.textReads(sign.slice(sign.indexOf(" ") + 1)));
      added++;
    }
  }
  for (const entry of fresh) {
    const to = input.to === undefined ? (input.from ?? null) : input.to;
    if (input.from === undefined || entry.from !== input.from || entry.to !== to)
      return problem("not-done", entry.line, said.entryReads(entry.title));
    if (entry.bullets.length !== 1 || entry.bullets[0]!.text !== want)
      return problem("not-done", entry.line, said.textReads(entry.bullets[0]?.text ?? ""));
    added++;
  }
  if (map.size !== before.log.length) return problem("log-changed", 0, said.entryLost());
  return added === 1 ? null : problem("not-done", 0, added === 0 ? said.notInLog() : said.severalTexts());
}

/** One entry has the new bullets behind those that it had, and all others are as they were. */
function verifySeveral(
  before: PageView,
  { from, to, until, entry: own, bullets }: LogTexts,
  fresh: readonly LogEntry[],
  map: ReadonlyMap<LogEntry, LogEntry>,
  said: Wrongs,
): Problem | null {
  const want = bullets.map(({ text, depth }) => `${depth} ${typedPlain(oneLine(text), "marks")}`);
  const found: string[] = [];
  for (const [entry, now] of map) {
    const missing = subtract(now.bullets.map(bulletSign), entry.bullets.map(bulletSign));
    const dates =
      until !== undefined && entry.line === own?.line ? datesOf({ ...entry, to: until }) : datesOf(entry);
    if (missing === null || dates !== datesOf(now))
      return problem("log-changed", now.line, said.entryChanges(entry.title));
    found.push(...missing);
  }
  for (const entry of fresh) {
    if (entry.from !== from || entry.to !== to)
      return problem("not-done", entry.line, said.entryReads(entry.title));
    found.push(...entry.bullets.map(bulletSign));
  }
  if (map.size !== before.log.length) return problem("log-changed", 0, said.entryLost());
  const wrong = found.find((sign, at) => sign !== want[at]);
  if (wrong !== undefined) return problem("not-done", 0, said.textReads(wrong.slice(wrong.indexOf(" ") + 1)));
  return found.length === want.length ? null : problem("not-done", 0, said.notInLog());
}

/** The bullet or entry of a line says what was asked, or is gone; all others say what they said. */
function verifyTouched(
  before: PageView,
  after: PageView,
  request: Extract<EditRequest, { line: number }>,
  said: Wrongs,
): Problem | null {
  const { line } = request;
  const removes = request.kind === "log-remove";
  const wanted = request.kind === "log-edit" ? typedPlain(oneLine(request.text), "marks") : "";
  const isEntry = before.log.some(
    (entry) => entry.line === line && (removes || !entry.bullets.some((bullet) => bullet.line === line)),
  );
  if (isEntry) {
    const others = before.log.filter((entry) => entry.line !== line).map(logSign);
    const signs = after.log.map(logSign);
    if (!removes) {
      const index = before.log.findIndex((entry) => entry.line === line);
      const bulletsOf = (entry: LogEntry | undefined): string =>
        entry?.bullets.map(bulletSign).join("\n") ?? "";
      if (after.log[index] === undefined || bulletsOf(after.log[index]) !== bulletsOf(before.log[index])) {
        return problem("log-changed", line, said.entryLost());
      }
      signs.splice(index, 1);
    }
    return signs.join("\n") === others.join("\n")
      ? null
      : problem("log-changed", line, said.otherEntryChanges());
  }
  const lines = (view: PageView): string[] =>
    view.log.flatMap((entry) => [datesOf(entry), ...entry.bullets.map(bulletSign)]);
  const cut = before.log.flatMap((entry) => cutBullets(entry, line, removes));
  const expected = before.log.flatMap((entry) => [
    datesOf(entry),
    ...entry.bullets
      .filter((bullet) => !(removes && cut.includes(bullet)))
      .map((bullet) => (cut.includes(bullet) ? `${bullet.depth} ${wanted}` : bulletSign(bullet))),
  ]);
  const found = lines(after);
  const at = expected.findIndex((sign, index) => sign !== found[index]);
  if (at === -1 && expected.length === found.length) return null;
  return problem("log-changed", line, said.logReads(found[at] ?? "", expected[at] ?? ""));
}

/** The bullet of a line, and when it is removed those below it. */
function cutBullets(entry: LogEntry, line: number, withInner: boolean): Bullet[] {
  const at = entry.bullets.findIndex((bullet) => bullet.line === line);
  if (at === -1) return [];
  const first = entry.bullets[at]!;
  if (!withInner || first.entry.line === entry.line) return [first];
  const inner = entry.bullets.slice(at + 1);
  const end = inner.findIndex((bullet) => bullet.depth <= first.depth);
  return [first, ...(end === -1 ? inner : inner.slice(0, end))];
}

export function isArchived(entry: LogEntry, before: string): boolean {
  return entry.from !== null && entry.to !== null && !entry.open && entry.to < before;
}

/** What `longer` has beyond `shorter`, in order; null where it lacks something. */
function subtract(longer: readonly string[], shorter: readonly string[]): string[] | null {
  const rest: string[] = [];
  let at = 0;
  for (const value of longer) {
    if (at < shorter.length && shorter[at] === value) at++;
    else rest.push(value);
  }
  return at === shorter.length ? rest : null;
}

function datesOf(entry: LogEntry): string {
  return JSON.stringify([entry.from, entry.to, entry.open]);
}

function bulletSign(bullet: Bullet): string {
  return `${bullet.depth} ${bullet.text}`;
}

function logSign(entry: LogEntry | undefined): string {
  return entry === undefined
    ? ""
    : `${datesOf(entry)} ${entry.title} ${entry.bullets.map(bulletSign).join("|")}`;
}
