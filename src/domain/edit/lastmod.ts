// Keeps the date of the last change in the front matter of a page that has one, in the form in which it is written.

import { dateTimeAt, type Instant, type LocalDate } from "../../base/index.ts";
import type { Patch } from "../../page/index.ts";
import type { PageView } from "../item.ts";

const KEYS = "lastmod|last_modified_at|lastUpdated|last_updated|updated|modified";
const VALUE = `(["']?)(\\d{4}([-/.])\\d{1,2}\\4\\d{1,2})((?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?)( ?(?:Z|[+-]\\d{2}:?\\d{2})?)\\2`;

/**
 * Patches that set `lastmod`, `last_modified_at`, `updated`, `lastUpdated` or `modified` to a moment.
 * @param at date and time with offset, `2021-09-13T10:04:05+08:00`; @param day the same moment's day.
 * None where the page keeps no such field, or a value that is no date.
 */
export function touchLastmod(view: PageView, at: string, day: LocalDate): Patch[] {
  const { frontMatter, text } = view.page;
  if (frontMatter === null) return [];
  const head = text.slice(frontMatter.from, frontMatter.to);
  const key =
    frontMatter.format === "yaml"
      ? `^["']?(?:${KEYS})["']?[ \\t]*:[ \\t]+`
      : frontMatter.format === "toml"
        ? `^(?:${KEYS})[ \\t]*=[ \\t]*`
        : `"(?:${KEYS})"\\s*:\\s*`;
  const field = new RegExp(`(${key})${VALUE}(?=[ \\t]*(?:#.*)?[\\r\\n]|[ \\t]*,|\\s*\\})`, "gm");
  const own = frontMatter.format === "toml" ? beforeTables(head) : head.length;
  const patches: Patch[] = [];
  for (const match of head.matchAll(field)) {
    if (match.index >= own || (frontMatter.format === "json" && depthAt(head, match.index) !== 1)) continue;
    const from = frontMatter.from + match.index + match[1]!.length;
    const written = match[0].slice(match[1]!.length);
    const [, , quote, date, sign, time, zone] = match;
    patches.push({
      from,
      to: from + written.length,
      insert: `${quote}${writeMoment(at, day, date!, sign!, time!, zone!)}${quote}`,
    });
  }
  return patches.filter((patch) => text.slice(patch.from, patch.to) !== patch.insert);
}

function writeMoment(
  at: string,
  day: LocalDate,
  date: string,
  sign: string,
  time: string,
  zone: string,
): string {
  if (time === "") return dayLike(day, date, sign);
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(at);
  if (!isMoment) return dayLike(day, date, sign) + time + zone;
  // In the page's own offset, where it names one.
  const moved = dateTimeAt(at as Instant, offsetOf(zone) ?? offsetOf(at)!);
  const shownDay = moved.slice(0, 10);
  const clock = moved.slice(11, 19);
  const fraction = /\.(\d+)$/.exec(time)?.[1];
  const shown =
    (/:\d{2}:\d{2}/.test(time) ? clock : clock.slice(0, 5)) +
    (fraction === undefined ? "" : `.${"0".repeat(fraction.length)}`);
  return dayLike(shownDay as LocalDate, date, sign) + time[0]! + shown + zone;
}

/** Minutes east of UTC of the offset that a time ends in; null where it has none. */
function offsetOf(text: string): number | null {
  const parts = /(?:([+-])(\d{2}):?(\d{2})|Z)$/.exec(text);
  if (parts === null) return null;
  const minutes = Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
  return parts[1] === "-" ? -minutes : minutes;
}

function dayLike(day: LocalDate, written: string, sign: string): string {
  const [, month = "", date = ""] = written.split(sign);
  const narrow = month.length === 1 || date.length === 1;
  return day
    .split("-")
    .map((part, index) => (narrow && index > 0 ? String(Number(part)) : part))
    .join(sign);
}

/** Where the first table of a TOML head begins: only what stands before it belongs to the page. */
function beforeTables(head: string): number {
  const table = /^[ \t]*\[/m.exec(head);
  return table === null ? head.length : table.index;
}

function depthAt(head: string, end: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < end; at++) {
    const character = head[at];
    if (quoted) {
      if (character === "\\") at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
  }
  return depth;
}
