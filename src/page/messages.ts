// What the page room says about a text, in both languages.

import type { Tongue } from "../base/index.ts";

interface Said {
  message: string;
  hint: string | null;
}

interface Messages {
  frontMatterUnclosed(fence: string): Said;
  frontMatterInvalid(format: string, problem: string): Said;
  fenceUnclosed(fence: string): Said;
  commentUnclosed(): Said;
  strayBytes(count: number): Said;
  tooDeep(levels: number): Said;
  lineTooLong(units: number): Said;
}

const en: Messages = {
  frontMatterUnclosed: (fence) => ({
    message: `The front matter opened here is never closed.`,
    hint: `Add a line ${fence} behind its last field.`,
  }),
  frontMatterInvalid: (format, problem) => ({
    message: `The ${format} front matter cannot be read: ${problem}.`,
    hint: "The rest of the page is read all the same.",
  }),
  fenceUnclosed: (fence) => ({
    message: `The code block opened here is never closed; everything below it counts as code.`,
    hint: `Add a line ${fence} where the code ends.`,
  }),
  commentUnclosed: () => ({
    message: "The comment opened here is never closed; everything below it is hidden.",
    hint: "Add --> where the comment ends.",
  }),
  strayBytes: (count) => ({
    message: count === 1 ? "A byte here is not UTF-8." : `${count} bytes from here on are not UTF-8.`,
    hint: "They are kept as they are; re-save the file as UTF-8 to mend them.",
  }),
  tooDeep: (levels) => ({
    message: `Lists are nested more than ${levels} deep from here on; deeper ones are left alone.`,
    hint: null,
  }),
  lineTooLong: (units) => ({
    message: `This line is longer than ${units} characters; marks in it are not read.`,
    hint: null,
  }),
};

const zh: Messages = {
  frontMatterUnclosed: (fence) => ({
    message: "从这里开始的 front matter 没有结束。",
    hint: `在最后一个字段后面加一行 ${fence}。`,
  }),
  frontMatterInvalid: (format, problem) => ({
    message: `读不懂这段 ${format} front matter：${problem}。`,
    hint: "页面其余部分照常读取。",
  }),
  fenceUnclosed: (fence) => ({
    message: "从这里开始的代码块没有结束，下面的内容都算作代码。",
    hint: `在代码结束处加一行 ${fence}。`,
  }),
  commentUnclosed: () => ({
    message: "从这里开始的注释没有结束，下面的内容都被隐藏了。",
    hint: "在注释结束处加上 -->。",
  }),
  strayBytes: (count) => ({
    message: count === 1 ? "这里有一个字节不是 UTF-8。" : `从这里起有 ${count} 个字节不是 UTF-8。`,
    hint: "它们会原样保留；把文件重新存为 UTF-8 即可修好。",
  }),
  tooDeep: (levels) => ({ message: `从这里起列表嵌套超过 ${levels} 层，更深的不再解析。`, hint: null }),
  lineTooLong: (units) => ({ message: `这一行超过 ${units} 个字符，其中的标记不再解析。`, hint: null }),
};

export function say(tongue: Tongue): Messages {
  return tongue === "zh" ? zh : en;
}
