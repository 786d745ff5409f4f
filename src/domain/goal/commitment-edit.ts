// Writing commitments into goals.md: a new line below the last one, in the style of its neighbours; all else stays.

import { dominantLineEnd, formatDuration, isCjk, type Tongue } from "../../base/index.ts";
import type { Patch } from "../../page/index.ts";
import type { Commitment } from "./commitment.ts";
import { commitmentSections, readCommitments } from "./commitment-read.ts";
import { readGoalSections } from "./goal-lines.ts";
import { sayGoal } from "./messages.ts";

export type NewCommitment = Pick<Commitment, "title" | "period" | "min" | "times" | "kind"> & {
  /** Length of one time; null: not written. */
  eachMin: number | null;
};

/** The words of a commitment, as `readCommitments` reads them back: `weekly 1h: Reflection`, `每周 1 小时：思考`. */
export function formatCommitment(commitment: NewCommitment, tongue: Tongue): string {
  const { period, min, times, kind, eachMin } = commitment;
  const title = commitment.title.replace(/\s+/g, " ").trim();
  const each = eachMin === null ? "" : formatDuration(eachMin, tongue);
  if (tongue === "zh") {
    const every = { day: "每天", week: "每周", month: "每月" }[period];
    const amount = min === null ? `${times} 次` : formatDuration(min, "zh");
    return `${every}${kind === "limit" ? "最多" : ""} ${amount}：${title}${each && `，每次 ${each}`}`;
  }
  const amount = min === null ? `${times} ${times === 1 ? "time" : "times"}` : formatDuration(min);
  const words =
    kind === "limit"
      ? `at most ${amount} a ${period}`
      : `${{ day: "daily", week: "weekly", month: "monthly" }[period]} ${amount}`;
  return `${words}: ${title}${each && `, ${each} each`}`;
}

/**
 * Patches that add a commitment to a goals.md: behind the last one, else below the heading, else with a section of its own at
 * the end. Empty where the same title has one of that kind and period already, or there is no title.
 * @param tongue for a section that is not there yet; else the section's own language is kept
 */
export function addCommitment(text: string, commitment: NewCommitment, tongue: Tongue): Patch[] {
  const before = readCommitments(text, tongue).commitments.length;
  const patches = patchesFor(text, commitment, tongue);
  const [{ from, insert }] = patches as [Patch];
  const after = text.slice(0, from) + insert + text.slice(from);
  return readCommitments(after, tongue).commitments.length === before + 1 ? patches : [];
}

function patchesFor(text: string, commitment: NewCommitment, tongue: Tongue): Patch[] {
  const end = text === "" ? "\n" : dominantLineEnd(text);
  const sections = commitmentSections(text);
  const entries = sections.flatMap((section) => section.entries);
  const last = entries.at(-1);
  const language = sections.length === 0 ? tongue : languageOf(last?.text ?? sections[0]!.heading);
  const words = formatCommitment(commitment, language);
  const at = last?.range.to ?? sections[0]?.bodyFrom ?? text.length;
  const open = at > 0 && !/[\r\n\ufeff]/.test(text[at - 1]!) ? end : "";
  if (last !== undefined) {
    const lead = last.lead.replace(/\[[^\]]\]/, "[ ]").replace(/\d+/, (number) => String(Number(number) + 1));
    return [{ from: at, to: at, insert: `${open}${lead}${words}${open === "" ? end : ""}` }];
  }
  const line = `${bulletOf(text)} ${words}${end}`;
  if (sections.length > 0) {
    const from = sections[0]!.end;
    const gap = /[\r\n]/.test(text[from - 1] ?? "") ? end : end + end;
    const tail = text.slice(from).trim() === "" ? "" : /^\s*?[\r\n]/.test(text.slice(from)) ? "" : end;
    return [{ from, to: from, insert: `${gap}${line}${tail}` }];
  }
  const level = readGoalSections(text).some((section) => section.level > 0) ? "##" : "#";
  const gap =
    text.trim().replace("\ufeff", "") === "" ? open : `${open}${/(\r\n|\n|\r)\1$/.test(text) ? "" : end}`;
  const heading = `${gap}${level} ${sayGoal(tongue).heading()}${end}${end}`;
  return [{ from: at, to: at, insert: heading + line }];
}

function languageOf(text: string): Tongue {
  return [...text].some(isCjk) ? "zh" : "en";
}

/** The list marker that the file uses; `-` where it has no list. */
function bulletOf(text: string): string {
  const leads = readGoalSections(text).flatMap(({ entries }) => entries.map(({ lead }) => lead.trim()[0]!));
  return leads.find((mark) => mark === "*" || mark === "+" || mark === "-") ?? "-";
}
