// check in a terminal: shows what was detected, asks the rest one by one, takes one line, writes all at once. Then what keeps
// returning asks for a correction, and a correction whose day has come asks what becomes of it. Enter skips everywhere.

import type { AnswerJson, CheckData, CorrectionJson } from "../../actions/index.ts";
import { type Asker, askChoice, type Talk } from "./ask.ts";
import { sayCheck } from "./check-messages.ts";
import { plainLine } from "./paint.ts";
import { printAnswers, printCompare, printCorrection } from "./print-check.ts";

const TYPED = ["yes", "no", "note", "done", "answers"];

export const askCheck: Asker = async (talk, input) => {
  if (TYPED.some((name) => input[name] !== undefined)) return talk.perform("check", input);
  const shown = talk.perform("check", input);
  const data = shown.data as CheckData;
  const isAnswered = ({ holds }: AnswerJson): boolean => holds !== null;
  if (data.answers.every(isAnswered) || data.isOff) {
    // Nothing is to be asked: all is answered, or the day does not count.
    if (data.answers.length === 0) return shown;
    printAnswers(talk.printer, data.answers);
    printCompare(talk.printer, data);
  } else await askAnswers(talk, input, data);
  await askCorrections(talk, data);
  return null;
};

async function askAnswers(
  talk: Talk,
  input: Readonly<Record<string, unknown>>,
  data: CheckData,
): Promise<void> {
  const texts = sayCheck(talk.tongue);
  printAnswers(talk.printer, data.answers, ({ holds, detected }) => (holds ?? detected) !== null);
  const open = data.answers.filter(
    ({ holds, detected, later }) => holds === null && detected === null && !later,
  );
  const answers: { name: string; holds: boolean }[] = [];
  let isEnded = false;
  for (const [index, { kind, name }] of open.entries()) {
    const lead = talk.printer.paint.dim(`${index + 1}/${open.length}`);
    const holds = await askKey(talk, `${lead} ${plainLine(texts.question(kind, name))} ${texts.keys} `);
    if (holds === "ended") {
      isEnded = true;
      break;
    }
    if (holds !== "skipped") answers.push({ name, holds });
  }
  const note = isEnded ? "" : ((await talk.ask(texts.noteLine)) ?? "").trim();
  if (isEnded && answers.length === 0) return;
  const done = talk.perform("check", { ...input, answers, done: true, ...(note !== "" && { note }) });
  talk.printer.line(plainLine(done.summary));
  printCompare(talk.printer, done.data as CheckData);
}

/** y or n; an empty line skips; the end of the input ends the asking. */
async function askKey(talk: Talk, question: string): Promise<boolean | "skipped" | "ended"> {
  for (;;) {
    const answer = (await talk.ask(question))?.trim().toLowerCase();
    if (answer === undefined) return "ended";
    if (answer === "" || /^(?:s|skip|-)$/.test(answer)) return "skipped";
    if (/^(?:y|yes|1|是|有|对|嗯)$/.test(answer)) return true;
    if (/^(?:n|no|0|否|没有|没|不|不是)$/.test(answer)) return false;
    talk.printer.line(talk.printer.paint.dim(sayCheck(talk.tongue).sayKeys));
  }
}

/** What is due after the answers; the answers just given count. */
async function askCorrections(talk: Talk, before: CheckData): Promise<void> {
  const texts = sayCheck(talk.tongue);
  const { returning, judge } = talk.perform("check", { date: before.date }).data as CheckData;
  for (const { name, days, of } of returning) {
    talk.printer.line("");
    talk.printer.line(plainLine(texts.returning(name, days, of)));
    const text = await talk.ask(texts.tryWhat);
    if (text === null) return;
    if (text.trim() !== "") talk.show(talk.perform("correct", { condition: name, text: text.trim() }));
  }
  for (const correction of judge) if (!(await askOutcome(talk, correction))) return;
}

async function askOutcome(talk: Talk, correction: CorrectionJson): Promise<boolean> {
  const texts = sayCheck(talk.tongue);
  const { condition } = correction;
  talk.printer.line("");
  printCorrection(talk.printer, correction);
  const choices = (["keep", "change", "drop"] as const).map((value) => ({
    value,
    says: texts.judgeChoices[value]!,
  }));
  const outcome = await askChoice(talk, texts.judgeQuestion, choices);
  if (outcome === null) return false;
  const text = outcome === "change" ? ((await talk.ask(texts.changeTo)) ?? "").trim() : "";
  if (outcome === "change" && text === "") return true;
  const done = talk.perform("correction-judge", { condition, outcome, ...(text !== "" && { text }) });
  talk.printer.line(plainLine(done.summary));
  return true;
}
