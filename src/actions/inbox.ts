// The inbox: private lines that have no place yet, in `inbox.md`. One bullet a line, with the day it was jotted down in
// front, as a person would write it: `- 2021-09-13 try the new scheduler`. A bullet without a day is read as well; all
// other lines are left alone.

import { dominantLineEnd, type LocalDate, parseLocalDate } from "../base/index.ts";
import type { Patch } from "../page/index.ts";
import type { Context } from "./action.ts";

export const INBOX_FILE = "inbox.md";

export interface InboxNote {
  /** 1-based. */
  line: number;
  text: string;
  at: LocalDate | null;
  /** Range of the whole note with the lines indented below it and its line end. */
  from: number;
  to: number;
}

const BULLET = /^[-*+] (?:(\d{4}-\d{2}-\d{2})(?: |：|: ))?(.*)$/;

function readInbox(text: string): InboxNote[] {
  const notes: InboxNote[] = [];
  let offset = 0;
  let line = 0;
  for (const whole of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    line++;
    const content = whole.replace(/[\r\n]+$/, "").replace(/^\ufeff/, "");
    const bullet = BULLET.exec(content);
    const last = notes[notes.length - 1];
    if (bullet !== null) {
      const at = bullet[1] === undefined ? null : parseLocalDate(bullet[1]);
      const plain = at === null ? content.slice(2) : bullet[2]!;
      notes.push({ line, text: plain.trim(), at, from: offset, to: offset + whole.length });
    } else if (last !== undefined && last.to === offset && /^\s+\S/.test(content)) {
      last.to = offset + whole.length;
      last.text += `\n${content.trim()}`;
    }
    offset += whole.length;
  }
  return notes;
}

/** A note at the end of the inbox; lines behind the first are indented below it. */
export function addNotePatches(text: string, note: string, day: LocalDate): Patch[] {
  const lineEnd = text === "" ? "\n" : dominantLineEnd(text);
  const lines = note
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const body = lines.map((line, index) => (index === 0 ? `- ${day} ${line}` : `  ${line}`)).join(lineEnd);
  const gap = text === "" || /[\r\n]$/.test(text) ? "" : lineEnd;
  return [{ from: text.length, to: text.length, insert: `${gap}${body}${lineEnd}` }];
}

/** The inbox as it stands: its text is empty where there is none. */
export function inboxOf(context: Context): { text: string; hash: string | null; notes: InboxNote[] } {
  const stored = context.reading.text(INBOX_FILE);
  const text = stored?.text ?? "";
  return { text, hash: stored?.hash ?? null, notes: readInbox(text) };
}
