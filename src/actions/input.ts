// From what a face hands over (words of a command line, JSON of a request) to checked input. Everything is checked against
// the action's params, so that both faces refuse the same things with the same sentences.

import {
  AppError,
  addDays,
  type Bilingual,
  type LocalDate,
  parseLocalDate,
  type Tongue,
  weekdayOf,
} from "../base/index.ts";
import type { Action, Input, ItemAddress, ItemName, Param } from "./action.ts";
import { say } from "./messages.ts";

/**
 * Checks raw input against the params of an action.
 * @throws AppError usage on an unknown or missing key, a wrong type, an unknown choice.
 */
export function checkInput(
  action: Action,
  raw: Readonly<Record<string, unknown>>,
  today: () => LocalDate,
  tongue: Tongue,
): Input {
  const values = new Map<string, unknown>();
  for (const key of Object.keys(raw)) {
    if (raw[key] === undefined) continue;
    const param = action.params.find((one) => one.name === key);
    if (param === undefined) throw usage(say(tongue).unknownParam(action.name, key));
    const value = checkValue(param, raw[key], today, tongue);
    if (value !== undefined) values.set(key, value);
  }
  for (const param of action.params) {
    if (!param.required) continue;
    const value = values.get(param.name);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) {
      throw usage(say(tongue).missingParam(action.name, param.name), say(tongue).seeHelp(action.name));
    }
  }
  return new CheckedInput(values, raw);
}

class CheckedInput implements Input {
  readonly raw: Readonly<Record<string, unknown>>;
  private readonly values: ReadonlyMap<string, unknown>;

  constructor(values: ReadonlyMap<string, unknown>, raw: Readonly<Record<string, unknown>>) {
    this.values = values;
    this.raw = raw;
  }

  has(name: string): boolean {
    return this.values.has(name);
  }
  cleared(name: string): boolean {
    return this.values.get(name) === null;
  }
  text(name: string): string | undefined {
    return (this.values.get(name) as string | null | undefined) ?? undefined;
  }
  item(name: string): ItemName | undefined {
    return (this.values.get(name) as ItemName | null | undefined) ?? undefined;
  }
  items(name: string): ItemName[] {
    return (this.values.get(name) as ItemName[] | undefined) ?? [];
  }
  date(name: string): LocalDate | undefined {
    return (this.values.get(name) as LocalDate | null | undefined) ?? undefined;
  }
  number(name: string): number | undefined {
    return (this.values.get(name) as number | null | undefined) ?? undefined;
  }
  flag(name: string): boolean | undefined {
    return (this.values.get(name) as boolean | undefined) ?? undefined;
  }
  answers(name: string): { name: string; holds: boolean }[] {
    return (this.values.get(name) as { name: string; holds: boolean }[] | undefined) ?? [];
  }
}

function checkValue(param: Param, value: unknown, today: () => LocalDate, tongue: Tongue): unknown {
  if (value === null) return param.clearable ? null : undefined;
  switch (param.kind) {
    case "text":
    case "file":
      if (typeof value !== "string") throw wrongKind(param, tongue);
      return value;
    case "flag":
      if (typeof value !== "boolean") throw wrongKind(param, tongue);
      return value;
    case "number": {
      const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
      if (typeof number !== "number" || !Number.isInteger(number)) throw wrongKind(param, tongue);
      return number;
    }
    case "choice":
      if (typeof value !== "string") throw wrongKind(param, tongue);
      return checkChoice(param, value, tongue);
    case "date": {
      const date = typeof value === "string" ? readDay(value, today(), param.ahead ?? false) : null;
      if (date === null) throw usage(say(tongue).notADate(String(value)), say(tongue).dateForms());
      return date;
    }
    case "item":
      return checkItem(param, value, tongue);
    case "items":
      return (Array.isArray(value) ? value : [value]).map((one) => checkItem(param, one, tongue));
    case "answers":
      if (!Array.isArray(value)) throw wrongKind(param, tongue);
      return value.map((one) => checkAnswer(param, one, tongue));
  }
}

function checkChoice(param: Param, value: string, tongue: Tongue): string {
  const wanted = value.trim().normalize("NFKC").toLowerCase();
  const exact = param.choices?.find((choice) => choice.toLowerCase() === wanted) ?? param.aliases?.[wanted];
  if (exact !== undefined) return exact;
  throw usage(say(tongue).notAChoice(param.name, value), say(tongue).choicesAre(choicesOf(param)));
}

/** The words that a param takes, `none` included where it can be taken back. */
export function choicesOf(param: Param): string[] {
  return [...(param.choices ?? []), ...(param.clearable ? ["none"] : [])];
}

function checkItem(param: Param, value: unknown, tongue: Tongue): ItemName {
  if (typeof value === "string") return value;
  const { file, line, hash, path } = (value ?? {}) as Partial<ItemAddress>;
  if (
    typeof file === "string" &&
    typeof line === "number" &&
    typeof hash === "string" &&
    typeof path === "string"
  )
    return { file, line, hash, path };
  throw wrongKind(param, tongue);
}

function checkAnswer(param: Param, value: unknown, tongue: Tongue): { name: string; holds: boolean } {
  const { name, holds } = (value ?? {}) as { name?: unknown; holds?: unknown };
  if (typeof name === "string" && typeof holds === "boolean") return { name, holds };
  throw wrongKind(param, tongue);
}

function wrongKind(param: Param, tongue: Tongue): AppError {
  return usage(say(tongue).wrongKind(param.name, param.kind));
}

function usage(message: string, hint?: string): AppError {
  return new AppError("usage", message, hint === undefined ? {} : { hint });
}

const DAY_WORDS: Readonly<Record<string, number>> = {
  today: 0,
  tomorrow: 1,
  yesterday: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  后天: 2,
  昨天: -1,
  前天: -2,
};

/**
 * `2021-09-13`, `2021/9/3`, `2021年9月3日`, `9-30`, `today`, `明天`, `friday`, `周五`, `+3d`, `-2w`; null otherwise.
 * @param ahead whether a day without a year is the next such day; else it is this year's
 */
function readDay(text: string, today: LocalDate, ahead: boolean): LocalDate | null {
  const word = text.trim().normalize("NFKC").toLowerCase();
  const shift = DAY_WORDS[word];
  if (shift !== undefined) return addDays(today, shift);
  const weekday = weekdayNamed(word);
  // The one that is next, today counted; else the one that was last.
  if (weekday !== null) {
    const shift = ahead ? (weekday - weekdayOf(today) + 7) % 7 : -((weekdayOf(today) - weekday + 7) % 7);
    return addDays(today, shift);
  }
  const relative = /^([+-])(\d{1,4})([dw天周])$/.exec(word);
  if (relative !== null) {
    const days = Number(relative[2]) * (relative[3] === "w" || relative[3] === "周" ? 7 : 1);
    return addDays(today, relative[1] === "-" ? -days : days);
  }
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(word);
  if (full !== null) return parseLocalDate([full[1], pad(full[2]!), pad(full[3]!)].join("-"));
  const short = /^(\d{1,2})[-/月](\d{1,2})日?$/.exec(word);
  if (short === null) return null;
  const year = Number(today.slice(0, 4));
  // A leap day comes within eight years.
  for (let later = 0; later <= (ahead ? 8 : 0); later++) {
    const day = parseLocalDate([String(year + later), pad(short[1]!), pad(short[2]!)].join("-"));
    if (day !== null && !(ahead && day < today)) return day;
  }
  return null;
}

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** 1 for Monday to 7, from `friday`, `fri`, `星期五`, `周五`; null otherwise. */
function weekdayNamed(word: string): number | null {
  const at = WEEKDAYS.findIndex((name) => name === word || name.slice(0, 3) === word);
  if (at >= 0) return at + 1;
  const sign = /^(?:星期|礼拜|周)([一二三四五六日天])$/.exec(word)?.[1];
  return sign === undefined ? null : "一二三四五六日".indexOf(sign === "天" ? "日" : sign) + 1;
}

function pad(digits: string): string {
  return digits.padStart(2, "0");
}

/** A text in both languages that is the same in both. */
export function both(text: string): Bilingual {
  return { en: text, zh: text };
}
