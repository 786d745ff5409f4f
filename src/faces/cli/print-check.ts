// The self-check, conditions and corrections in a terminal.

import type {
  AnswerJson,
  CheckData,
  ConditionsData,
  CorrectionJson,
  CorrectionsData,
} from "../../actions/index.ts";
import { sayCheck } from "./check-messages.ts";
import { padTo, plainLine, wrapTo } from "./paint.ts";
import type { Printer } from "./print.ts";

const KINDS = ["abnormal", "healthy"] as const;

/** The check as it stands: what is answered, what was seen, what is open. */
export function printCheck(printer: Printer, data: CheckData): void {
  printAnswers(printer, data.answers);
  for (const remark of data.remarks) printer.line(plainLine(remark));
  printCheckRest(printer, data);
  const texts = sayCheck(printer.texts.tongue);
  const isOpen = ({ holds, detected, later }: AnswerJson): boolean =>
    holds === null && detected === null && !later;
  const open = data.answers.flatMap((answer, index) => (isOpen(answer) ? [index + 1] : []));
  if (data.isOff) return;
  if (open.length > 0) printer.line(printer.paint.dim(texts.howToAnswer(open.join(texts.comma))));
  else if (data.answers.some(({ holds, detected }) => holds === null && detected !== null))
    printer.line(printer.paint.dim(texts.howToKeep));
}

/** Abnormal ones first; numbers are those that `--yes` and `--no` take. */
export function printAnswers(
  printer: Printer,
  answers: readonly AnswerJson[],
  isShown: (answer: AnswerJson) => boolean = () => true,
): void {
  const { paint } = printer;
  const texts = sayCheck(printer.texts.tongue);
  const digits = String(answers.length).length;
  for (const kind of KINDS) {
    if (!answers.some((answer) => answer.kind === kind && isShown(answer))) continue;
    printer.line(paint.bold(texts.kinds[kind]));
    answers.forEach((answer, index) => {
      if (answer.kind !== kind || !isShown(answer)) return;
      const known = answer.holds ?? answer.detected;
      const isGood = (kind === "healthy") === known;
      const sign =
        known === null ? "?" : known ? (isGood ? paint.good("✓") : paint.warm("!")) : paint.dim("·");
      const state = known === null ? (answer.later ? texts.later : texts.open) : known ? texts.yes : texts.no;
      const isSeen = answer.holds === null && answer.detected !== null;
      const number = paint.dim(String(index + 1).padStart(digits));
      const says = paint.dim(isSeen ? texts.both(state, texts.seen) : state);
      printer.line(`${number} ${sign} ${plainLine(answer.name)}  ${says}`);
      if (answer.evidence !== null)
        printIndented(printer, digits + 3, answer.evidence.replace(/\n/g, " "), true);
    });
    printer.line("");
  }
}

/** How the day compares, what keeps returning, what is to be judged. */
export function printCheckRest(printer: Printer, data: CheckData): void {
  const texts = sayCheck(printer.texts.tongue);
  printCompare(printer, data);
  for (const { name, days, of } of data.returning) {
    printer.line(plainLine(texts.returning(name, days, of)));
    printer.line(printer.paint.dim(plainLine(texts.correctHint(name))));
  }
  for (const correction of data.judge) {
    printCorrection(printer, correction);
    printer.line(printer.paint.dim(plainLine(texts.judgeHint(correction.condition))));
  }
}

/** Against the checked working days before; no score, no streak. */
export function printCompare(printer: Printer, { compare }: CheckData): void {
  if (compare === null) return;
  const texts = sayCheck(printer.texts.tongue);
  const healthy = texts.usual(compare.healthy, compare.healthyBefore);
  const abnormal = texts.usual(compare.abnormal, compare.abnormalBefore);
  printer.line(texts.compare(healthy, abnormal));
  printer.line(printer.paint.dim(texts.compareRests(compare.days)));
}

export function printConditions(printer: Printer, data: ConditionsData): void {
  const { paint } = printer;
  const texts = sayCheck(printer.texts.tongue);
  const digits = String(data.conditions.length).length;
  for (const kind of ["healthy", "abnormal"] as const) {
    const some = data.conditions.filter((condition) => condition.kind === kind);
    if (some.length === 0) continue;
    printer.line(paint.bold(texts.kinds[kind]));
    for (const { number, name, detector, detects } of some) {
      printer.line(`${paint.dim(padTo(String(number), digits))} ${plainLine(name)}`);
      if (detector === null) continue;
      const says = detects
        ? paint.dim(texts.detects(plainLine(detector)))
        : paint.warm(texts.asked(plainLine(detector)));
      printer.line(`${" ".repeat(digits + 1)}${says}`);
    }
    printer.line("");
  }
  for (const { line, message, hint } of data.diagnostics) {
    printer.line(`${paint.warm(`${data.file}:${line}:`)} ${plainLine(message)}`);
    if (hint !== null) printer.line(paint.dim(`  ${plainLine(hint)}`));
  }
}

export function printCorrections(printer: Printer, { corrections }: CorrectionsData): void {
  for (const correction of corrections) {
    printCorrection(printer, correction);
    printer.line("");
  }
}

export function printCorrection(printer: Printer, correction: CorrectionJson): void {
  const { paint } = printer;
  const texts = sayCheck(printer.texts.tongue);
  const outcome = correction.outcome === null ? "" : `  ${texts.outcomes[correction.outcome]}`;
  printer.line(`${plainLine(texts.about(correction.text, correction.condition))}${paint.accent(outcome)}`);
  printer.line(paint.dim(`  ${texts.since(correction)}`));
  printIndented(printer, 2, correction.says, false);
}

function printIndented(
  { line, columns, paint }: Printer,
  indent: number,
  text: string,
  isDim: boolean,
): void {
  for (const part of wrapTo(plainLine(text), columns - indent))
    line(`${" ".repeat(indent)}${isDim ? paint.dim(part) : part}`);
}
