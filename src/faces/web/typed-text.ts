// Reads what people type into the small fields. Pure.

import type { Priority } from "./contract.ts";

const PRIORITY_WORDS: Readonly<Record<string, Priority>> = {
  最高: "highest",
  highest: "highest",
  p0: "highest",
  高: "high",
  high: "high",
  p1: "high",
  中: "medium",
  medium: "medium",
  p2: "medium",
  低: "low",
  low: "low",
  p3: "low",
};

/**
 * Reads a captured line: `+high title` or `+高 title` is an item, a bare `+ title` an item without priority. Null for
 * anything else, which is a note for the inbox.
 */
export function readCapture(text: string): { title: string; priority: Priority | null } | null {
  const found = /^[+＋]\s*(\S*)(?:\s+(.*))?$/s.exec(text.trim());
  if (found === null) return null;
  const [, word = "", rest = ""] = found;
  const priority = PRIORITY_WORDS[word.toLowerCase()];
  if (priority !== undefined && rest.trim() !== "") return { title: rest.trim(), priority };
  const title = `${word} ${rest}`.trim();
  return title === "" ? null : { title, priority: null };
}

/** `title：note` as people write it on the page; a blank must follow an English colon. */
export function splitTitle(text: string): { title: string; note?: string } {
  const found = /^(.+?)(?:：|: )(.+)$/s.exec(text);
  return found === null ? { title: text } : { title: found[1]!.trim(), note: found[2]!.trim() };
}

/** Completes a bare number by the total or the sign that the page already has: `130` on `120/740` is `130/740`. */
export function completeProgress(typed: string, before: string | null): string {
  const value = typed.trim();
  if (!/^\d+(\.\d+)?$/.test(value) || before === null) return value;
  const total = /\/\s*(\d+)/.exec(before)?.[1];
  if (total !== undefined) return `${value}/${total}`;
  return before.includes("%") ? `${value}%` : value;
}
