// The keys of nunc.yaml that say how days go: working hours, days off, busy times, buffer, lengths, what is told. Spellings
// are read as people write them (day-words.ts). Reading never fails: a mistake is a diagnostic with its place, and the
// default of that key is used; of a list only the wrong entry is left out.

import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import {
  formatDuration,
  formatWallTime,
  parseDurationMin,
  parseLocalDate,
  parseWallTime,
} from "../../base/index.ts";
import {
  type BusyTime,
  type DaySettings,
  DEFAULT_DAY_SETTINGS,
  type WallSpan,
  type Weekday,
} from "../day/settings.ts";
import { sayDayKeys } from "./day-messages.ts";
import { ALL_WEEKDAYS, isOff, readDateRange, readSpanStart, readSpans, readWeekdays } from "./day-words.ts";
import { sayConfig } from "./messages.ts";
import { isNothing, keyText, type NodeReader, nearest, textOf } from "./nodes.ts";

export const DAY_KEYS = [
  "hours",
  "daysOff",
  "workDays",
  "dayEnd",
  "buffer",
  "best",
  "stretch",
  "break",
  "shortest",
  "longest",
  "busy",
  "checkAt",
  "notify",
] as const;
type DayKey = (typeof DAY_KEYS)[number];
type LengthKey = "buffer" | "stretch" | "break" | "shortest" | "longest";
type LengthField = "bufferMin" | "stretchMin" | "breakMin" | "shortestMin" | "longestMin";

/** Field, and the least and most minutes that make sense. */
const LENGTHS: Readonly<Record<LengthKey, readonly [LengthField, number, number]>> = {
  buffer: ["bufferMin", 0, 720],
  stretch: ["stretchMin", 10, 720],
  break: ["breakMin", 0, 240],
  shortest: ["shortestMin", 5, 480],
  longest: ["longestMin", 5, 720],
};

type Draft = { -readonly [Key in keyof DaySettings]: DaySettings[Key] };

/** What the mapping says of days; keys of other matters are passed over. */
export function readDayKeys(map: YAMLMap, reader: NodeReader): DaySettings {
  return new DayKeyReader(map, reader).read();
}

class DayKeyReader {
  private readonly day: Draft = structuredClone(DEFAULT_DAY_SETTINGS);
  private readonly pairs: ReadonlyMap<string, Pair>;
  private readonly reader: NodeReader;

  constructor(map: YAMLMap, reader: NodeReader) {
    this.reader = reader;
    this.pairs = new Map(map.items.map((pair) => [keyText(pair), pair]));
  }

  read(): DaySettings {
    const { day } = this;
    this.readDayEnd();
    this.readHours();
    this.with("best", (node, pair) => {
      const spans = this.spansOf("best", node, pair);
      if (spans !== null) day.best = spans;
    });
    this.readDates("daysOff");
    this.readDates("workDays");
    this.readBusy();
    for (const key of Object.keys(LENGTHS) as LengthKey[]) this.readLength(key);
    this.readCheckAt();
    this.readNotify();
    this.compare();
    return day;
  }

  /** Runs where the key is there and says something. */
  private with(key: DayKey, read: (node: Node, pair: Pair) => void): void {
    const pair = this.pairs.get(key);
    if (pair === undefined) return;
    const node = this.reader.deref(pair.value as Node | null);
    if (node !== null && !isNothing(node)) read(node, pair);
  }

  // ---- Hours

  private readDayEnd(): void {
    this.with("dayEnd", (node, pair) => {
      const text = textOf(node);
      const min = text === null ? null : parseWallTime(text, { bare: true });
      const said = sayDayKeys(this.reader.tongue);
      if (text === null) this.wrongType("dayEnd", pair, said.wanted.time);
      else if (min === null) this.report(pair, "config-not-a-time", said.notATime("dayEnd", text));
      else if (min > 720 && min < 1440) this.report(pair, "config-out-of-range", said.dayEndTooLate(text));
      else this.day.dayEndMin = min % 1440;
    });
    const { day } = this;
    const shifted = (spans: readonly WallSpan[]) => spans.flatMap((span) => withinDay(span, day.dayEndMin));
    day.best = shifted(day.best);
    day.hours = eachWeekday((weekday) => shifted(day.hours[weekday]));
  }

  private readHours(): void {
    this.with("hours", (node, pair) => {
      if (!isMap(node)) {
        // Times alone are those of Monday to Friday.
        const spans = this.spansOf("hours", node, pair);
        if (spans !== null) this.setHours([1, 2, 3, 4, 5], spans);
        return;
      }
      const read: { days: Weekday[]; spans: WallSpan[] }[] = [];
      for (const one of node.items as Pair[]) {
        const word = keyText(one);
        const days = readWeekdays(word);
        if (days === null) {
          const said = sayDayKeys(this.reader.tongue).notWeekdays("hours", word);
          this.reader.report(this.reader.startOf(one), "config-not-weekdays", said);
          continue;
        }
        const value = this.reader.deref(one.value as Node | null);
        const spans = value === null || isNothing(value) ? null : this.spansOf(`hours.${word}`, value, one);
        if (spans !== null) read.push({ days, spans });
      }
      // `wed: off` means Wednesday, wherever `mon-fri` stands.
      read.sort((a, b) => b.days.length - a.days.length);
      for (const { days, spans } of read) this.setHours(days, spans);
    });
  }

  private setHours(days: readonly Weekday[], spans: readonly WallSpan[]): void {
    const { hours } = this.day;
    this.day.hours = eachWeekday((weekday) => (days.includes(weekday) ? spans : hours[weekday]));
  }

  /** Stretches of a text or a list of texts; none for `off`; null, with a diagnostic, where they cannot be understood. */
  private spansOf(key: string, node: Node, pair: Pair): WallSpan[] | null {
    const said = sayDayKeys(this.reader.tongue);
    if (isScalar(node) && node.value === false) return [];
    const texts = this.textsOf(node);
    if (texts === null) {
      this.wrongType(key, pair, key === "hours" ? said.wanted.hours : said.wanted.spans);
      return null;
    }
    if (texts.every(isOff)) return [];
    const read = readSpans(texts, this.day.dayEndMin);
    if ("spans" in read) return read.spans;
    const dayEnd = formatWallTime(this.day.dayEndMin);
    this.report(pair, `config-hours-${read.problem}`, said.badSpan(key, read.part, read.problem, dayEnd));
    return null;
  }

  // ---- Lists

  private readDates(key: "daysOff" | "workDays"): void {
    const said = sayDayKeys(this.reader.tongue);
    this.with(key, (node, pair) => {
      const entries = this.entriesOf(node);
      if (entries === null) {
        this.wrongType(key, pair, said.wanted.dates);
        return;
      }
      this.day[key] = entries.flatMap(({ text, at }) =>
        text.split(/[,，、;；]/).flatMap((part) => {
          if (part.trim() === "") return [];
          const range = readDateRange(part);
          if (typeof range !== "string") return [range];
          const problem = said.badRange(key, part.trim(), range === "end-before-start");
          this.reader.report(at, "config-not-a-day", problem);
          return [];
        }),
      );
    });
  }

  private readBusy(): void {
    const said = sayDayKeys(this.reader.tongue);
    this.with("busy", (node, pair) => {
      const entries = this.entriesOf(node);
      if (entries === null) {
        this.wrongType("busy", pair, said.wanted.busy);
        return;
      }
      this.day.busy = entries.flatMap(({ text, at }) => {
        const busy = readBusyTime(text, this.day.dayEndMin);
        if (typeof busy !== "string") return [busy];
        const dayEnd = formatWallTime(this.day.dayEndMin);
        const problem = busy === "not-a-span" ? said.notBusy(text) : said.badSpan("busy", text, busy, dayEnd);
        this.reader.report(at, "config-not-busy", problem);
        return [];
      });
    });
  }

  /** Entries of a list with their places; `- mon 10:00-10:15: Stand-up` is a mapping to YAML and an entry to a person. */
  private entriesOf(node: Node): { text: string; at: number }[] | null {
    const text = textOf(node);
    if (text !== null) return [{ text, at: node.range?.[0] ?? 0 }];
    if (isMap(node)) {
      return (node.items as Pair[]).map((pair) => {
        const value = textOf(this.reader.deref(pair.value as Node | null));
        return { text: `${keyText(pair)} ${value ?? ""}`.trim(), at: this.reader.startOf(pair) };
      });
    }
    if (!isSeq(node)) return null;
    const entries = node.items.map((item) => {
      const one = this.reader.deref(item as Node | null);
      return one === null || isNothing(one) || isSeq(one) ? null : this.entriesOf(one);
    });
    return entries.some((entry) => entry === null) ? null : entries.flatMap((entry) => entry!);
  }

  private textsOf(node: Node): string[] | null {
    const nodes = isSeq(node) ? node.items.map((item) => this.reader.deref(item as Node)) : [node];
    const texts = nodes.map(textOf);
    return texts.some((text) => text === null) ? null : (texts as string[]);
  }

  // ---- Lengths and times

  private readLength(key: LengthKey): void {
    const [field, least, most] = LENGTHS[key];
    const said = sayDayKeys(this.reader.tongue);
    this.with(key, (node, pair) => {
      const text = isScalar(node) && node.value === false ? "off" : textOf(node);
      if (text === null) {
        this.wrongType(key, pair, said.wanted.duration);
        return;
      }
      const isZero = isOff(text) || /^0\s*(m|min|h|分钟?|小时)?$/i.test(text.trim());
      const min = isZero ? 0 : parseDurationMin(text, { bare: true });
      if (min === null) this.report(pair, "config-not-a-duration", said.notADuration(key, text));
      else if (min < least || min > most) {
        const ends = [
          formatDuration(least, this.reader.tongue),
          formatDuration(most, this.reader.tongue),
        ] as const;
        this.report(pair, "config-out-of-range", said.outOfRange(key, text, ...ends));
      } else this.day[field] = min;
    });
  }

  private readCheckAt(): void {
    const said = sayDayKeys(this.reader.tongue);
    this.with("checkAt", (node, pair) => {
      const text = isScalar(node) && node.value === false ? "off" : textOf(node);
      if (text === null) {
        this.wrongType("checkAt", pair, said.wanted.time);
        return;
      }
      const min = isOff(text) ? null : parseWallTime(text, { bare: true });
      if (min === null && !isOff(text)) {
        this.report(pair, "config-not-a-time", said.notATime("checkAt", text));
      } else this.day.checkAtMin = min !== null && min < this.day.dayEndMin ? min + 1440 : min;
    });
  }

  private readNotify(): void {
    const said = sayDayKeys(this.reader.tongue);
    this.with("notify", (node, pair) => {
      const all = readSwitch(node);
      if (all !== null) this.day.notify = { block: all, clock: all, check: all };
      else if (!isMap(node)) this.wrongType("notify", pair, said.wanted.notify);
      else for (const one of node.items as Pair[]) this.readNotice(one);
    });
  }

  private readNotice(pair: Pair): void {
    const key = keyText(pair);
    const { notify } = this.day;
    if (key !== "block" && key !== "clock" && key !== "check") {
      const near = nearest(key, Object.keys(notify));
      const said = sayConfig(this.reader.tongue).unknownKey(`notify.${key}`, near && `notify.${near}`);
      this.reader.report(this.reader.startOf(pair), "config-unknown-key", said);
      return;
    }
    const node = this.reader.deref(pair.value as Node | null);
    if (node === null || isNothing(node)) return;
    const on = readSwitch(node);
    if (on !== null) this.day.notify = { ...notify, [key]: on };
    else this.wrongType(`notify.${key}`, pair, sayConfig(this.reader.tongue).wanted.yesNo);
  }

  // ---- What must fit together

  private compare(): void {
    const { day } = this;
    const said = sayDayKeys(this.reader.tongue);
    const { shortestMin, longestMin } = DEFAULT_DAY_SETTINGS;
    if (day.shortestMin > day.longestMin) {
      const pair = this.pairs.get("shortest") ?? this.pairs.get("longest")!;
      const problem = said.shortestLongest(formatDuration(day.shortestMin), formatDuration(day.longestMin));
      this.report(pair, "config-shortest-longest", problem);
      Object.assign(day, { shortestMin, longestMin });
    }
    const most = Math.max(...ALL_WEEKDAYS.map((weekday) => minutesIn(day.hours[weekday])));
    if (most === 0 || day.bufferMin <= most) return;
    const pair = this.pairs.get("buffer") ?? this.pairs.get("hours")!;
    const problem = said.bufferTooLong(formatDuration(day.bufferMin), formatDuration(most));
    this.report(pair, "config-buffer-too-long", problem);
    day.bufferMin = DEFAULT_DAY_SETTINGS.bufferMin;
  }

  // ---- Saying it

  private wrongType(key: string, pair: Pair, wanted: string): void {
    this.report(pair, "config-wrong-type", sayConfig(this.reader.tongue).wrongType(key, wanted));
  }

  private report(pair: Pair, code: string, said: { message: string; hint: string | null }): void {
    this.reader.report(this.reader.startOf(pair, true), code, said);
  }
}

const BEFORE_TIME = /^(?:(?!凌晨|早上|上午|中午|下午|傍晚|晚上)\D)*/;

/** `mon-fri 10:00-10:15 Stand-up`, `2026-11-25 14:00-15:00 Dentist`, `12:00-13:00 Lunch` (every day). */
function readBusyTime(
  text: string,
  dayEndMin: number,
): BusyTime | "not-a-span" | "end-before-start" | "past-day-end" {
  const plain = text.normalize("NFKC").trim();
  const date = parseLocalDate(/^\d{4}-\d{2}-\d{2}(?=\s)/.exec(plain)?.[0] ?? "");
  const head = date ?? BEFORE_TIME.exec(plain)![0];
  const on = date ?? (head.trim() === "" ? ALL_WEEKDAYS : readWeekdays(head));
  if (on === null) return "not-a-span";
  const read = readSpanStart(plain.slice(head.length), dayEndMin);
  if (typeof read === "string") return read;
  return { ...read.span, on, text: read.rest.replace(/^[\s:,-]+/, "").trim() };
}

function readSwitch(node: Node): boolean | null {
  if (isScalar(node) && typeof node.value === "boolean") return node.value;
  const text = textOf(node);
  if (text === null) return null;
  if (isOff(text)) return false;
  return /^(on|yes|all|开|是)$/i.test(text.trim()) ? true : null;
}

/** A default stretch in a day that ends late: what lies before the day's end belongs to the night of the day before. */
function withinDay({ from, to }: WallSpan, dayEndMin: number): WallSpan[] {
  if (from >= dayEndMin) return [{ from, to }];
  return to <= dayEndMin ? [{ from: from + 1440, to: to + 1440 }] : [{ from: dayEndMin, to }];
}

function eachWeekday(spansOf: (weekday: Weekday) => readonly WallSpan[]): DaySettings["hours"] {
  return {
    1: spansOf(1),
    2: spansOf(2),
    3: spansOf(3),
    4: spansOf(4),
    5: spansOf(5),
    6: spansOf(6),
    7: spansOf(7),
  };
}

function minutesIn(spans: readonly WallSpan[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}
