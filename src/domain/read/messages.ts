// What the domain says about a page, in both languages.

import type { Tongue } from "../../base/index.ts";

interface Said {
  message: string;
  hint: string | null;
}

interface Messages {
  dateInvalid(written: string): Said;
  doneDateInvalid(written: string): Said;
  dateWithoutYear(written: string): Said;
  dateRangeReversed(written: string): Said;
  dateMixed(written: string): Said;
}

const en: Messages = {
  dateInvalid: (written) => ({
    message: `“${written}” is no day of the calendar, so this heads no log entry.`,
    hint: "Write a date such as 2021-09-13, or a range such as 2021-09-13 - 2021-09-17.",
  }),
  doneDateInvalid: (written) => ({
    message: `“${written}” is no day of the calendar, so it is not taken for the day this was done.`,
    hint: "Write a date such as 2021-09-13.",
  }),
  dateWithoutYear: (written) => ({
    message: `“${written}” has no year, and neither a heading above, the page's date nor the file's name gives one.`,
    hint: "Add the year, or put the entry under a heading that has one.",
  }),
  dateRangeReversed: (written) => ({
    message: `“${written}” ends before it begins.`,
    hint: "Swap the two dates.",
  }),
  dateMixed: (written) => ({
    message: `“${written}” mixes two separators in one date; it was read all the same.`,
    hint: "Use the same sign twice, such as 2021-09-13.",
  }),
};

const zh: Messages = {
  dateInvalid: (written) => ({
    message: `日历上没有“${written}”，所以这里不算一条记录。`,
    hint: "请写成 2021-09-13，或者 2021-09-13 - 2021-09-17 这样的区间。",
  }),
  doneDateInvalid: (written) => ({
    message: `日历上没有“${written}”，所以不算完成日期。`,
    hint: "请写成 2021-09-13 这样的日期。",
  }),
  dateWithoutYear: (written) => ({
    message: `“${written}”没有年份，上面的标题、页面日期和文件名里也都没有。`,
    hint: "补上年份，或把它放到带年份的标题下面。",
  }),
  dateRangeReversed: (written) => ({ message: `“${written}”的结束早于开始。`, hint: "把两个日期换过来。" }),
  dateMixed: (written) => ({
    message: `“${written}”里一个日期用了两种分隔符，仍然读懂了。`,
    hint: "两处用同一种，例如 2021-09-13。",
  }),
};

export function sayDomain(tongue: Tongue): Messages {
  return tongue === "zh" ? zh : en;
}
