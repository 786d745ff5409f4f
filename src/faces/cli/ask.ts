// Commands that ask where a person sits before the terminal. An Asker does what its command does, with the answers as input;
// without a terminal, with --json and with --dry-run nothing is asked, and the command runs as it was typed.

import type { Performed } from "../../actions/index.ts";
import type { Tongue } from "../../base/index.ts";
import { say } from "./messages.ts";
import type { Printer } from "./print.ts";

/** What an Asker is given. */
export interface Talk {
  tongue: Tongue;
  printer: Printer;
  /** Writes the question and waits for a line, trimmed; null where the person ended the input (Ctrl-D). */
  ask(question: string): Promise<string | null>;
  /** Carries out an action; throws what it throws. */
  perform(
    action: string,
    input: Readonly<Record<string, unknown>>,
    options?: { dryRun?: boolean },
  ): Performed;
  /** Prints an answer as the command line does. */
  show(done: Performed): void;
}

/** @returns the answer that is to be printed and that the exit code is of; null where all is said */
export type Asker = (
  talk: Talk,
  input: Readonly<Record<string, unknown>>,
  action: string,
) => Promise<Performed | null>;

/** Loaded only where one of them asks. */
const ASKERS: Readonly<Record<string, () => Promise<Asker>>> = {
  start: async () => (await import("./ask-clock.ts")).askStart,
  switch: async () => (await import("./ask-clock.ts")).askStart,
  resume: async () => (await import("./ask-clock.ts")).askEnd,
  interrupt: async () => (await import("./ask-clock.ts")).askEnd,
  plan: async () => (await import("./ask-plan.ts")).askPlan,
  stop: async () => (await import("./ask-clock.ts")).askEnd,
  check: async () => (await import("./ask-check.ts")).askCheck,
  stale: async () => (await import("./ask-stale.ts")).askStale,
  recall: async () => (await import("./ask-recall.ts")).askRecall,
};

/** What asks for a command, or null where it never does. */
export async function askerOf(action: string): Promise<Asker | null> {
  return (await ASKERS[action]?.()) ?? null;
}

/** Yes or no; the end of the input and an empty line mean `otherwise`. */
export async function askYes(talk: Talk, question: string, otherwise = false): Promise<boolean> {
  const texts = say(talk.tongue);
  for (;;) {
    const answer = (await talk.ask(`${question} ${otherwise ? "[Y/n]" : "[y/N]"} `))?.trim().toLowerCase();
    if (answer === undefined || answer === "") return otherwise;
    if (/^(?:y|yes|是|好|对|嗯)$/.test(answer)) return true;
    if (/^(?:n|no|否|不|不是)$/.test(answer)) return false;
    talk.printer.line(talk.printer.paint.dim(texts.sayYesOrNo));
  }
}

export interface Choice<T> {
  value: T;
  says: string;
}

/**
 * One of several, by its number; null where the person chose none (an empty line, the end of the input).
 * @param typed what another answer than a number means
 */
export async function askChoice<T>(
  talk: Talk,
  question: string,
  choices: readonly Choice<T>[],
  typed?: (answer: string) => T,
): Promise<T | null> {
  const { printer } = talk;
  printer.line(question);
  choices.forEach(({ says }, at) => {
    printer.line(`  [${at + 1}] ${says}`);
  });
  for (;;) {
    const answer = (await talk.ask("> "))?.trim();
    if (answer === undefined || answer === "") return null;
    const chosen = choices[Number(answer) - 1];
    if (chosen !== undefined) return chosen.value;
    if (typed !== undefined && !/^\d*$/.test(answer)) return typed(answer);
    printer.line(printer.paint.dim(say(talk.tongue).sayNumber(choices.length)));
  }
}
