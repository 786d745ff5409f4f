// How an error looks in a terminal: a sentence with its place, the line and a caret where it is about text, and a hint.

import { AppError, EXIT_CODES, formatPlace, type Tongue } from "../../base/index.ts";
import type { CliDesk } from "./desk.ts";
import { say } from "./messages.ts";
import { type Paint, paintFor, plainLine, widthOf } from "./paint.ts";

export function exitCodeOf(error: unknown): number {
  return error instanceof AppError ? EXIT_CODES[error.code] : EXIT_CODES.internal;
}

/** Prints to the error stream, as JSON where that was asked for. A stack trace only with NUNC_DEBUG. */
export function printError(desk: CliDesk, error: unknown, options: { json: boolean; tongue: Tongue }): void {
  const known =
    error instanceof AppError
      ? error
      : new AppError("internal", say(options.tongue).internal, { cause: error });
  if (options.json) {
    const { code, message, hint, at, data } = known;
    const body = {
      code,
      message: plainText(message),
      hint: hint ?? null,
      at: at ?? null,
      data: data ?? null,
    };
    desk.err.write(`${JSON.stringify({ error: body }, null, 2)}\n`);
  } else {
    const text = formatError(known, paintFor(desk.err, desk.env), desk.readLine);
    // Files below the folder one stands in are called as one would type them.
    desk.err.write(desk.cwd === "/" ? text : text.replaceAll(`${desk.cwd}/`, ""));
  }
  if (known.code === "internal" && desk.env.NUNC_DEBUG) {
    desk.err.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  } else if (!(error instanceof AppError) && !options.json) {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    desk.err.write(`  ${plainText(what)}\n`);
  }
}

/** The lines of an error. `readLine` gives the line of a text, or null. */
function formatError(error: AppError, paint: Paint, readLine: CliDesk["readLine"]): string {
  const { at } = error;
  const lines = [`${paint.bad("nunc:")} ${plainText(withPlace(error))}`];
  if (at?.line !== undefined) {
    const line = readLine(at.file, at.line);
    if (line !== null) lines.push(...formatLine(line, at.line, at.column, paint));
  }
  if (error.hint !== undefined)
    lines.push(
      ...plainText(error.hint)
        .split("\n")
        .map((row) => paint.dim(row)),
    );
  return `${lines.join("\n")}\n`;
}

/** The message with its place: the file that it names gets line and column, else the place stands in front. */
function withPlace({ message, at }: AppError): string {
  if (at === undefined) return message;
  const place = formatPlace(at);
  if (message.includes(place)) return message;
  return message.includes(at.file) ? message.replace(at.file, () => place) : `${place}: ${message}`;
}

const MAX_LINE = 160;

/** The line with its number, and a caret below the column (1-based, UTF-16 units). */
export function formatLine(line: string, number: number, column: number | undefined, paint: Paint): string[] {
  const gutter = `${String(number).padStart(5)} | `;
  const start = column !== undefined && column > MAX_LINE ? column - MAX_LINE / 2 : 0;
  const shown = plainLine(line.slice(start, start + MAX_LINE));
  const rows = [paint.dim(gutter) + shown];
  if (column === undefined) return rows;
  const before = plainLine(line.slice(start, Math.max(start, column - 1)));
  rows.push(`${paint.dim("      | ")}${" ".repeat(widthOf(before))}${paint.bad("^")}`);
  return rows;
}

function plainText(text: string): string {
  return text.split("\n").map(plainLine).join("\n");
}
