// What is said about a day note, in both languages: what could not be understood, and why an edit is refused.

import type { Tongue } from "../../base/index.ts";

interface Said {
  message: string;
  hint: string | null;
}

interface DayMessages {
  timeInvalid(written: string): Said;
  endBeforeStart(written: string): Said;
  timeSkipped(written: string, read: string): Said;
  recordsOverlap(line: number): Said;
  twoClocks(line: number): Said;
  recordOutside(written: string, date: string): Said;
  recordWithoutEnd(written: string): Said;
  answerWithoutBox(name: string): Said;
  dateInvalid(written: string): Said;
  dateDiffers(written: string, date: string): Said;
  zoneInvalid(written: string, zone: string): Said;
  endsInvalid(written: string): Said;
  plannedInvalid(written: string): Said;
  neverClosed(mark: string): Said;
  noSuchLine(line: number, what: "block" | "record"): Said;
  endsBeforeItBegins(): Said;
  isKeyword(text: string, word: string): Said;
  noName(): Said;
  notReadBack(text: string): Said;
}

const en: DayMessages = {
  timeInvalid: (written) => ({
    message: `“${written}” is no time of a day, so this line is left out.`,
    hint: "Write hours from 00 to 23 and minutes from 00 to 59, such as 09:30 - 11:00.",
  }),
  endBeforeStart: (written) => ({
    message: `“${written}” ends before it begins, or lasts over 12 hours past midnight, so this line is left out.`,
    hint: "Swap the two times, or write the date before the end, such as 22:00 - 2021-09-14 11:00.",
  }),
  timeSkipped: (written, read) => ({
    message: `The clocks skip “${written}” on this day, so it is read as ${read}.`,
    hint: "Write the time that the clock on the wall shows after the change.",
  }),
  recordsOverlap: (line) => ({
    message: `This record overlaps the one in line ${line}, so that time counts twice.`,
    hint: "Change one of the two, so that one ends where the other begins.",
  }),
  twoClocks: (line) => ({
    message: `Two records are running: this one and the one in line ${line}.`,
    hint: "Write the end of one of them in place of the “…”.",
  }),
  recordOutside: (written, date) => ({
    message: `“${written}” does not begin on ${date}, the day of this note.`,
    hint: "Move the line to the note of its day, or correct its date.",
  }),
  recordWithoutEnd: (written) => ({
    message: `The record at “${written}” has no end, so it does not count.`,
    hint: "Write an end, such as 09:30 - 11:00, or “…” while it is running.",
  }),
  answerWithoutBox: (name) => ({
    message: `“${name}” has no box, so nobody can tell whether it held; it is kept as a remark.`,
    hint: "Put [x] before it where it held, [ ] where it did not.",
  }),
  dateInvalid: (written) => ({
    message: `“${written}” is no day of the calendar; the day is taken from the file's name.`,
    hint: "Write a date such as 2021-09-13.",
  }),
  dateDiffers: (written, date) => ({
    message: `The note says ${written}, its file's name says ${date}; the file's name counts.`,
    hint: "Correct the date, or rename the file.",
  }),
  zoneInvalid: (written, zone) => ({
    message: `“${written}” is no time zone, so the times are read in ${zone}.`,
    hint: "Write an IANA name such as Europe/Berlin.",
  }),
  endsInvalid: (written) => ({
    message: `“${written}” is no hour at which a day can end, so the setting's is taken.`,
    hint: 'Write a time from "00:00" to "12:00".',
  }),
  plannedInvalid: (written) => ({
    message: `“${written}” is no time of a day, so it is not known when the plan was made.`,
    hint: 'Write a time such as planned: "09:12".',
  }),
  neverClosed: (mark) => ({
    message: `“${mark}” is never closed, so nothing below it is read.`,
    hint: mark === "<!--" ? "Close it with -->." : `Close it with ${mark} on a line of its own.`,
  }),
  noSuchLine: (line, what) => ({
    message: `Line ${line} of the note is no ${what}.`,
    hint: "The note may have changed; look at it again.",
  }),
  endsBeforeItBegins: () => ({
    message: "The end must be after the beginning.",
    hint: "Give a later end or an earlier beginning.",
  }),
  isKeyword: (text, word) => ({
    message: `“${text}” would be read as ${word.toLowerCase()}, since it begins with a word that day notes keep for that.`,
    hint: `Begin it with another word than “${word}”.`,
  }),
  noName: () => ({ message: "The text is empty.", hint: "Write what it is." }),
  notReadBack: (text) => ({
    message: `“${text}” cannot be written so that the note says just that.`,
    hint: "Say it in other words, without marks of Markdown or HTML, or edit the note by hand.",
  }),
};

const zh: DayMessages = {
  timeInvalid: (written) => ({
    message: `“${written}”不是一天里的时间，这一行没有算。`,
    hint: "小时从 00 到 23，分钟从 00 到 59，例如 09:30 - 11:00。",
  }),
  endBeforeStart: (written) => ({
    message: `“${written}”的结束早于开始，或者跨过午夜超过 12 小时，这一行没有算。`,
    hint: "把两个时间换过来，或在结束前写上日期，例如 22:00 - 2021-09-14 11:00。",
  }),
  timeSkipped: (written, read) => ({
    message: `这一天的时钟跳过了“${written}”，按 ${read} 来读。`,
    hint: "请写调时之后钟上显示的时间。",
  }),
  recordsOverlap: (line) => ({
    message: `这条记录和第 ${line} 行的记录重叠，这段时间算了两次。`,
    hint: "改其中一条，让一条在另一条开始时结束。",
  }),
  twoClocks: (line) => ({
    message: `有两条记录正在进行：这一条和第 ${line} 行的那条。`,
    hint: "把其中一条的“…”换成结束时间。",
  }),
  recordOutside: (written, date) => ({
    message: `“${written}”不是在 ${date}（这篇笔记的日子）开始的。`,
    hint: "把这一行移到它那一天的笔记里，或改正日期。",
  }),
  recordWithoutEnd: (written) => ({
    message: `“${written}”的记录没有结束时间，所以没有算。`,
    hint: "写上结束时间，例如 09:30 - 11:00；正在进行就写“…”。",
  }),
  answerWithoutBox: (name) => ({
    message: `“${name}”前面没有方框，看不出有没有发生，先当作备注。`,
    hint: "发生了就在前面写 [x]，没有就写 [ ]。",
  }),
  dateInvalid: (written) => ({
    message: `日历上没有“${written}”，日期以文件名为准。`,
    hint: "请写成 2021-09-13 这样的日期。",
  }),
  dateDiffers: (written, date) => ({
    message: `笔记里写的是 ${written}，文件名是 ${date}，以文件名为准。`,
    hint: "改正日期，或给文件改名。",
  }),
  zoneInvalid: (written, zone) => ({
    message: `没有“${written}”这个时区，时间按 ${zone} 来读。`,
    hint: "请写 IANA 时区名，例如 Asia/Shanghai。",
  }),
  endsInvalid: (written) => ({
    message: `一天不能在“${written}”结束，改用设置里的时间。`,
    hint: '请写 "00:00" 到 "12:00" 之间的时间。',
  }),
  plannedInvalid: (written) => ({
    message: `“${written}”不是一天里的时间，不知道计划是什么时候定的。`,
    hint: '请写成 planned: "09:12"。',
  }),
  neverClosed: (mark) => ({
    message: `“${mark}”没有结束，下面的内容都没有读。`,
    hint: mark === "<!--" ? "用 --> 结束它。" : `用单独一行的 ${mark} 结束它。`,
  }),
  noSuchLine: (line, what) => ({
    message: `笔记第 ${line} 行不是${what === "block" ? "计划中的时段" : "记录"}。`,
    hint: "笔记可能改过了，请再看一下。",
  }),
  endsBeforeItBegins: () => ({ message: "结束必须晚于开始。", hint: "把结束改晚，或把开始改早。" }),
  isKeyword: (text, word) => ({
    message: `“${text}”会被读成${word}，因为开头是一天的笔记里专用的词。`,
    hint: `开头换一个词，不用“${word}”。`,
  }),
  noName: () => ({ message: "没有文字。", hint: "写上是什么。" }),
  notReadBack: (text) => ({
    message: `没办法把“${text}”写进笔记又原样读出来。`,
    hint: "换一种说法，不用 Markdown 或 HTML 的记号；或者直接改笔记。",
  }),
};

export function sayDay(tongue: Tongue): DayMessages {
  return tongue === "zh" ? zh : en;
}
