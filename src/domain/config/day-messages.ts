// What the reader of the day's keys in nunc.yaml says, in both languages.

import type { Tongue } from "../../base/index.ts";
import type { SpanProblem } from "./day-words.ts";

interface Said {
  message: string;
  hint: string | null;
}

interface Messages {
  notWeekdays(key: string, word: string): Said;
  badSpan(key: string, part: string, problem: SpanProblem | "overlap", dayEnd: string): Said;
  notADuration(key: string, text: string): Said;
  outOfRange(key: string, text: string, least: string, most: string): Said;
  notATime(key: string, text: string): Said;
  dayEndTooLate(text: string): Said;
  badRange(key: string, text: string, reversed: boolean): Said;
  notBusy(text: string): Said;
  shortestLongest(shortest: string, longest: string): Said;
  bufferTooLong(buffer: string, hours: string): Said;
  wanted: {
    spans: string;
    hours: string;
    dates: string;
    busy: string;
    duration: string;
    time: string;
    notify: string;
    importance: string;
    recall: string;
    share: string;
  };
}

const en: Messages = {
  notWeekdays: (key, word) => ({
    message: `${key}: “${word}” names no days of the week.`,
    hint: "Write mon-fri, mon,wed, sat or weekdays.",
  }),
  badSpan: (key, part, problem, dayEnd) => {
    const at = `${key}: “${part}”`;
    switch (problem) {
      case "not-a-span":
        return { message: `${at} is no stretch of a day.`, hint: "Write 09:30-12:00, 14:00-18:30, or off." };
      case "end-before-start":
        return {
          message: `${at} ends before it begins.`,
          hint: "Where your day ends after midnight, say so: `dayEnd: 02:00`.",
        };
      case "past-day-end":
        return {
          message: `${at} goes past the end of the day, ${dayEnd}.`,
          hint: "Shorten it, or change dayEnd.",
        };
      case "overlap":
        return { message: `${at} overlaps another stretch.`, hint: "Its default is used instead." };
    }
  },
  notADuration: (key, text) => ({
    message: `${key}: “${text}” is not a duration.`,
    hint: "Write 1h, 90m or 1h30m. Its default is used instead.",
  }),
  outOfRange: (key, text, least, most) => ({
    message: `${key} cannot be ${text}.`,
    hint: `It is between ${least} and ${most}. Its default is used instead.`,
  }),
  notATime: (key, text) => ({
    message: `${key}: “${text}” is not a time of day.`,
    hint: "Write it like 18:00. Its default is used instead.",
  }),
  dayEndTooLate: (text) => ({
    message: `dayEnd cannot be ${text}.`,
    hint: "It is a time of the night or morning, from 00:00 to 12:00. Its default is used instead.",
  }),
  badRange: (key, text, reversed) => ({
    message: reversed ? `${key}: “${text}” ends before it begins.` : `${key}: “${text}” is not a day.`,
    hint: "Write 2026-10-01 or 2026-12-24..2027-01-01. It is left out.",
  }),
  notBusy: (text) => ({
    message: `busy: “${text}” does not say when.`,
    hint: "Write days, times and a name: mon-fri 10:00-10:15 Stand-up. It is left out.",
  }),
  shortestLongest: (shortest, longest) => ({
    message: `shortest (${shortest}) is longer than longest (${longest}).`,
    hint: "The defaults of both are used instead.",
  }),
  bufferTooLong: (buffer, hours) => ({
    message: `buffer (${buffer}) is longer than the working hours of any day (${hours}).`,
    hint: "Nothing could be planned; make it shorter.",
  }),
  wanted: {
    spans: "times such as 09:00-12:00",
    hours: "days with their times, such as `mon-fri: 09:00-12:00, 13:00-18:00`",
    dates: "a list of days",
    busy: "a list such as `mon-fri 10:00-10:15 Stand-up`",
    duration: "a duration such as 1h30m",
    time: "a time such as 18:00",
    notify: "true, false, or lines such as `clock: false`",
    importance: "a mapping such as `{effort: 60%, hours: 20h}`",
    recall: "a mapping such as `{retention: 90%, new: 10}`",
    share: "a share such as 60%",
  },
};

const zh: Messages = {
  notWeekdays: (key, word) => ({
    message: `${key}：“${word}”不是星期几。`,
    hint: "可以写周一至周五、周一,周三、周六或工作日。",
  }),
  badSpan: (key, part, problem, dayEnd) => {
    const at = `${key}：“${part}”`;
    switch (problem) {
      case "not-a-span":
        return { message: `${at}不是一段时间。`, hint: "可以写 09:30-12:00, 14:00-18:30，或者休息。" };
      case "end-before-start":
        return {
          message: `${at}还没开始就结束了。`,
          hint: "如果一天在午夜之后才结束，请写 `dayEnd: 02:00`。",
        };
      case "past-day-end":
        return { message: `${at}越过了一天的结束 ${dayEnd}。`, hint: "请缩短它，或修改 dayEnd。" };
      case "overlap":
        return { message: `${at}和另一段重叠。`, hint: "这里改用默认值。" };
    }
  },
  notADuration: (key, text) => ({
    message: `${key}：“${text}”不是时长。`,
    hint: "可以写 1h、90m 或 1h30m。这里改用默认值。",
  }),
  outOfRange: (key, text, least, most) => ({
    message: `${key} 不能是 ${text}。`,
    hint: `应在 ${least} 和 ${most} 之间。这里改用默认值。`,
  }),
  notATime: (key, text) => ({
    message: `${key}：“${text}”不是一天里的时间。`,
    hint: "请写成 18:00 这样。这里改用默认值。",
  }),
  dayEndTooLate: (text) => ({
    message: `dayEnd 不能是 ${text}。`,
    hint: "它是夜里或早上的时间，从 00:00 到 12:00。这里改用默认值。",
  }),
  badRange: (key, text, reversed) => ({
    message: reversed ? `${key}：“${text}”还没开始就结束了。` : `${key}：“${text}”不是日期。`,
    hint: "可以写 2026-10-01 或 2026-12-24..2027-01-01。这一项不算。",
  }),
  notBusy: (text) => ({
    message: `busy：“${text}”没有说明是什么时候。`,
    hint: "请写日子、时间和名称：周一至周五 10:00-10:15 站会。这一项不算。",
  }),
  shortestLongest: (shortest, longest) => ({
    message: `shortest（${shortest}）比 longest（${longest}）还长。`,
    hint: "两者都改用默认值。",
  }),
  bufferTooLong: (buffer, hours) => ({
    message: `buffer（${buffer}）比任何一天的工作时间（${hours}）都长。`,
    hint: "这样什么也排不下，请改短一些。",
  }),
  wanted: {
    spans: " 09:00-12:00 这样的时间",
    hours: "日子和时间，如 `周一至周五: 09:00-12:00, 13:00-18:00`",
    dates: "一列日期",
    busy: "一列 `周一至周五 10:00-10:15 站会` 这样的文字",
    duration: " 1h30m 这样的时长",
    time: " 18:00 这样的时间",
    notify: " true、false，或 `clock: false` 这样的行",
    importance: " `{effort: 60%, hours: 20h}` 这样的键值",
    recall: " `{retention: 90%, new: 10}` 这样的键值",
    share: " 60% 这样的比例",
  },
};

export function sayDayKeys(tongue: Tongue): Messages {
  return tongue === "zh" ? zh : en;
}
