// What the clock asks in a terminal: when something that was forgotten really ended, and whether the page should say that an
// item is being done. Time is recorded before anything is asked about the page.

import type { ClockJson, Performed, StartData } from "../../actions/index.ts";
import { AppError, formatDuration } from "../../base/index.ts";
import { type Asker, askChoice, askYes, type Choice, type Talk } from "./ask.ts";
import { say } from "./messages.ts";
import { plainLine } from "./paint.ts";
import { printDiff } from "./print-others.ts";

type Answers = Readonly<Record<string, unknown>>;

/** stop, resume: asks when the running clock ended, where it is not believed. */
export const askEnd: Asker = async (talk, input, action) => await settle(talk, input, action);

/** start, switch: so, and whether the page should be marked. */
export const askStart: Asker = async (talk, input, action) => {
  const done = await settle(talk, input, action);
  const patch = (done?.data as StartData | undefined)?.pagePatch ?? null;
  const path = (done?.data as StartData | undefined)?.clock.reference ?? null;
  if (done === null || patch === null || path === null || input.doing === true) return done;
  talk.show(done);
  talk.printer.line("");
  printDiff(talk.printer, patch.diff);
  if (!(await askYes(talk, say(talk.tongue).markDoing))) return null;
  return talk.perform("doing", { items: [path] });
};

/** Carries the action out; where it asks what happened, with what was answered. Null where the person gave no answer. */
async function settle(talk: Talk, input: Answers, action: string): Promise<Performed | null> {
  for (let answers = input; ; ) {
    try {
      return talk.perform(action, answers);
    } catch (error) {
      const clock = doubtedClock(error);
      if (clock === null) {
        // A time that was typed here can be typed again.
        if (answers === input || !(error instanceof AppError) || error.code !== "usage") throw error;
        talk.printer.line(plainLine(error.message));
        answers = input;
        continue;
      }
      const answer = await askWhen(talk, clock);
      if (answer === null) {
        talk.printer.line(talk.printer.paint.dim(say(talk.tongue).leftRunning));
        return null;
      }
      answers = { ...input, ...answer };
    }
  }
}

function doubtedClock(error: unknown): ClockJson | null {
  if (!(error instanceof AppError) || error.code !== "no") return null;
  return (error.data as { clock?: ClockJson } | undefined)?.clock ?? null;
}

async function askWhen(talk: Talk, clock: ClockJson): Promise<Answers | null> {
  const texts = say(talk.tongue);
  // A clock's minutes end now.
  const today = new Date(Date.parse(`${clock.from.slice(0, 16)}Z`) + clock.min * 60_000).toISOString();
  const isoText = (iso: string): string => {
    const text = iso.slice(0, 16).replace("T", " ");
    return text.startsWith(today.slice(0, 10)) ? text.slice(11) : text;
  };
  const since = isoText(clock.from);
  const after = (min: number): string => ` (${formatDuration(min, talk.tongue)})`;
  const likely = clock.likelyEnd !== null && clock.likelyEnd > clock.from ? clock.likelyEnd : null;
  const choices: Choice<Answers | "other">[] = [
    ...(likely === null ? [] : [{ value: { at: likely }, says: texts.endLikely(isoText(likely)) }]),
    { value: { confirm: true }, says: texts.endNow + after(clock.min) },
    { value: "other", says: texts.endOther },
    { value: { drop: true }, says: texts.endDrop },
  ];
  const question = texts.endedWhen(plainLine(clock.text), since);
  const chosen = await askChoice<Answers | "other">(talk, question, choices, (at) => ({ at }));
  if (chosen !== "other") return chosen;
  const at = await talk.ask(texts.endTime);
  return at === null || at.trim() === "" ? null : { at: at.trim() };
}
