// Recall in a terminal: how it stands, item by item, or question by question of one; and the one line beside the plan.

import type { RecallCountJson, RecallData, RecallQuestionJson } from "../../actions/index.ts";
import { cutTo, padTo, plainLine, widthOf } from "./paint.ts";
import type { Printer } from "./print.ts";
import { sayRecallCli } from "./recall-messages.ts";

/** One quiet line; nothing where there is nothing to ask. */
export function printRecallDue({ paint, texts, line }: Printer, count: RecallCountJson | null): void {
  if (count === null || count.due + count.fresh === 0) return;
  line(paint.dim(sayRecallCli(texts.tongue).due(count.due, count.fresh, count.min)));
}

export function printRecall(printer: Printer, data: RecallData): void {
  const { paint } = printer;
  if (data.questions !== null) printQuestions(printer, data.questions, data.today);
  else {
    printItems(printer, data);
    printAhead(printer, data);
  }
  for (const { file, line, message, hint } of data.diagnostics) {
    printer.line(`${paint.warm(`${file}:${line}:`)} ${plainLine(message)}`);
    if (hint !== null) printer.line(paint.dim(`  ${plainLine(hint)}`));
  }
}

function printItems(printer: Printer, { items }: RecallData): void {
  if (items.length === 0) return;
  const { paint } = printer;
  const texts = sayRecallCli(printer.texts.tongue);
  const width = Math.min(40, Math.max(...items.map(({ title }) => widthOf(plainLine(title)))));
  for (const item of items) {
    const facts = item.rests
      ? [texts.rests]
      : [
          texts.counts(item.due, item.waiting),
          texts.cards(item.cards),
          item.chance === null ? "" : texts.known(item.chance),
        ];
    const title = padTo(cutTo(plainLine(item.title), width), width);
    printer.line(`  ${title}  ${paint.dim(facts.filter((fact) => fact !== "").join("  "))}`);
  }
  printer.line("");
}

function printAhead(printer: Printer, { ahead, items }: RecallData): void {
  if (items.length === 0 || ahead.every(({ count }) => count === 0)) return;
  const texts = sayRecallCli(printer.texts.tongue);
  const days = ahead.filter(({ count }) => count > 0).map(({ date, count }) => `${date.slice(5)} ${count}`);
  printer.line(printer.paint.dim(`${texts.ahead}  ${days.join("  ")}`));
}

function printQuestions(printer: Printer, questions: readonly RecallQuestionJson[], today: string): void {
  const { paint, columns } = printer;
  for (const one of questions) {
    printer.line(cutTo(plainLine(oneLine(one.question)), columns));
    printer.line(cutTo(`  ${plainLine(oneLine(one.answer))}`, columns));
    printer.line(paint.dim(`  ${factsOf(printer, one, today)}`));
  }
  if (questions.length > 0) printer.line("");
}

function factsOf({ texts: { tongue } }: Printer, one: RecallQuestionJson, today: string): string {
  const texts = sayRecallCli(tongue);
  if (one.dueOn === null) return texts.isNew;
  const when =
    one.dueOn > today
      ? texts.nextOn(one.dueOn)
      : one.dueOn === today
        ? texts.dueToday
        : texts.dueSince(one.dueOn);
  // Right after an answer nothing is forgotten, which says nothing.
  const facts = [when, one.chance === null || one.lastOn === today ? "" : texts.known(one.chance)];
  if (one.reviews > 0) facts.push(texts.reviews(one.reviews, one.lapses));
  return facts.filter((fact) => fact !== "").join("  ");
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}
