// A draft of a day as the text of a note, in nunc's own form and with what people do to it: another dash, a missing zero,
// a tick that is not true, a line without a time.

import { addDays, type Chance } from "./chance.ts";
import { type DraftBlock, type DraftDay, type DraftRecord, wallText } from "./days.ts";
import type { Sayer } from "./words.ts";

export interface DraftAnswer {
  kind: "healthy" | "abnormal";
  name: string;
  holds: boolean;
}

export function printNote(
  day: DraftDay,
  answers: readonly DraftAnswer[],
  { zone, dayEnd }: { zone: string; dayEnd: string },
  sayer: Sayer,
  chance: Chance,
): string {
  const { say, of } = sayer;
  const lines = ["---", `date: ${day.date}`, `zone: ${zone}`];
  if (day.plannedAt !== null) lines.push(`planned: "${wallText(day.plannedAt)}"`);
  lines.push("---");
  if (day.blocks.length > 0) {
    lines.push(`## ${say("plan")}`);
    for (const block of day.blocks) lines.push(...blockLines(block, sayer));
  }
  lines.push(`## ${say("record")}`);
  for (const record of day.records) {
    lines.push(recordLine(record, day.date, dayEnd, sayer, chance));
    if (chance.percent(3)) lines.push(`  ${of(["coffee was cold by then", "咖啡都凉了"])}`);
  }
  if (chance.percent(4)) lines.push(`- ${of(["and some more that I forgot to write down", "还有些忘了记"])}`);
  if (answers.length > 0) {
    lines.push(`## ${say("check")}`);
    for (const { kind, name, holds } of answers) lines.push(`- [${holds ? "x" : " "}] ${say(kind)}${name}`);
    if (chance.percent(15)) lines.push(`- ${of(["slept badly, rain all day", "没睡好，下了一天雨"])}`);
  }
  return `${lines.join("\n")}\n`;
}

function blockLines({ from, to, text, state, kind, reasons }: DraftBlock, { say }: Sayer): string[] {
  const what =
    kind === "buffer" ? say("buffer") : kind === "interruption" ? `${say("interruption")}${text} 📌` : text;
  return [
    `- [${state}] ${wallText(from)} - ${wallText(to)} ${what}`,
    ...reasons.map((reason) => `  ${reason}`),
  ];
}

function recordLine(
  record: DraftRecord,
  date: string,
  dayEnd: string,
  { say }: Sayer,
  chance: Chance,
): string {
  const next = addDays(date, 1);
  const dateBefore = (min: number): string => (min >= 1440 ? `${next} ` : "");
  const dash = chance.percent(3) ? "–" : "-";
  const from = chance.percent(4) ? wallText(record.from).replace(/^0/, "") : wallText(record.from);
  // An end past midnight is understood without its date, where it is typed so.
  const isBare = record.from < 1440 && chance.percent(30);
  // So is a whole stretch of the night, before the day's end.
  const isNight = record.from >= 1440 && wallText(record.from) < dayEnd && chance.percent(50);
  const to = `${isBare || isNight ? "" : dateBefore(record.to)}${wallText(record.to)}`;
  const text = record.isInterruption ? `${say("interruption")}${record.text}` : record.text;
  return `- ${isNight ? "" : dateBefore(record.from)}${from} ${dash} ${to} ${text}`;
}
