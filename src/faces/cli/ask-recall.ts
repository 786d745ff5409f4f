// recall in a terminal: shows a question, Enter shows the answer (what was typed instead is kept), 1 to 4 say how well it was
// known; u takes the last answer back, q ends. Every answer is written at once, so that nothing is lost by leaving.

import type { RecallData, RecallQuestionJson } from "../../actions/index.ts";
import { RATINGS } from "../../domain/index.ts";
import type { Asker, Talk } from "./ask.ts";
import { plainLine } from "./paint.ts";
import { printRecall } from "./print-recall.ts";
import { sayRecallCli } from "./recall-messages.ts";

type Input = Readonly<Record<string, unknown>>;

interface Course {
  /** Changes that this session wrote, the newest last. */
  written: { id: string; isKnown: boolean }[];
}

export const askRecall: Asker = async (talk, input) => {
  const shown = talk.perform("recall", input);
  const data = shown.data as RecallData;
  if (input.list === true || data.queue.length === 0) return shown;
  printRecall(talk.printer, { ...data, questions: null });
  talk.printer.line(plainLine(shown.summary));
  const course: Course = { written: [] };
  for (;;) {
    const { queue, due, fresh } = talk.perform("recall", input).data as RecallData;
    const [next] = queue;
    if (next === undefined || !(await askOne(talk, next, due + fresh, course))) {
      const texts = sayRecallCli(talk.tongue);
      talk.printer.line("");
      talk.printer.line(
        next === undefined
          ? texts.done(course.written.length, course.written.filter(({ isKnown }) => isKnown).length)
          : texts.ended(course.written.length, due + fresh),
      );
      return null;
    }
  }
};

/** False where the person ends it. */
async function askOne(talk: Talk, asked: RecallQuestionJson, left: number, course: Course): Promise<boolean> {
  const { printer } = talk;
  const texts = sayRecallCli(talk.tongue);
  printer.line("");
  printer.line(printer.paint.dim(`${texts.left(left)} · ${plainLine(asked.title)}`));
  writeLines(talk, asked.question);
  const from = performance.now();
  const typed = await talk.ask(texts.answerOrShow);
  if (typed === null || isEnd(typed)) return false;
  if (isUndo(typed)) {
    undoLast(talk, course);
    return true;
  }
  writeLines(talk, asked.answer);
  const seconds = Math.round((performance.now() - from) / 1000);
  for (;;) {
    const said = await talk.ask(texts.rate(asked.next));
    if (said === null || isEnd(said)) return false;
    if (isUndo(said)) {
      undoLast(talk, course);
      return true;
    }
    const rating = RATINGS[Number(said) - 1];
    if (rating === undefined) {
      printer.line(printer.paint.dim(texts.sayRating));
      continue;
    }
    const { file, hash, line, part, card } = asked;
    const done = talk.perform("recall-answer", {
      card: card.question,
      file,
      hash,
      line,
      part,
      rating,
      ...(seconds > 0 && { seconds }),
      ...(typed !== "" && { text: typed }),
    });
    if (done.record !== null) course.written.push({ id: done.record.id, isKnown: rating !== "again" });
    printer.line(printer.paint.dim(plainLine(done.summary)));
    return true;
  }
}

/** Takes back the last answer of this session, and never what somebody else has changed since. */
function undoLast(talk: Talk, course: Course): void {
  const texts = sayRecallCli(talk.tongue);
  const last = course.written.at(-1);
  if (last === undefined) {
    talk.printer.line(talk.printer.paint.dim(texts.nothingToUndo));
    return;
  }
  const { id } = talk.perform("undo", {}, { dryRun: true }).data as { id: string };
  if (id !== last.id) {
    talk.printer.line(talk.printer.paint.dim(texts.notLast));
    return;
  }
  talk.printer.line(talk.printer.paint.dim(plainLine(talk.perform("undo", {} as Input).summary)));
  course.written.pop();
}

function writeLines({ printer }: Talk, text: string): void {
  for (const line of text.split("\n")) printer.line(`  ${plainLine(line)}`);
}

function isEnd(word: string): boolean {
  return /^(?:q|quit|退出|结束)$/i.test(word);
}

function isUndo(word: string): boolean {
  return /^(?:u|undo|撤销)$/i.test(word);
}
