// What doctor finds and how it is mended, in both languages. A hint is empty where there is nothing to do.

import type { Tongue } from "../base/index.ts";
import type { Ending } from "./journal.ts";
import type { Said } from "./messages.ts";

interface Messages {
  node(version: string, isGood: boolean): Said;
  platform(name: string, isGood: boolean): Said;
  git(version: string | null): Said;
  noHome(): Said;
  home(root: string): Said;
  homeUnwritable(root: string, cause: string): Said;
  config(isThere: boolean): Said;
  migration(): Said;
  zone(zone: string): Said;
  noPage(page: string): Said;
  pageUnwritable(page: string): Said;
  page(page: string): Said;
  items(): Said;
  itemLost(file: string, title: string, nearest: string | null): Said;
  notes(): Said;
  badEstimate(file: string, text: string): Said;
  homeInRepository(repository: string): Said;
  apart(): Said;
  tracked(repository: string, files: readonly string[]): Said;
  notARepository(root: string): Said;
  repository(): Said;
  staleLock(holder: string): Said;
  lock(): Said;
  unfinished(summary: string): Said;
  recovered(end: Ending): string;
  torn(file: string, line: number): Said;
  journal(): Said;
  tempFile(file: string): Said;
  noTempFiles(): Said;
  cannotFix(cause: string): string;
}

const en: Messages = {
  node: (version, isGood) => ({
    message: isGood
      ? `Node ${version}.`
      : `Node ${version} is too old or odd: nunc needs 22.22 or later in 22, or 24 and later.`,
    hint: isGood ? "" : "Install Node 24 from https://nodejs.org.",
  }),
  platform: (name, isGood) => ({
    message: isGood
      ? `${name} is supported.`
      : `${name} is not supported: writes may not survive a power cut, and links and modes may not be kept.`,
    hint: isGood ? "" : "Use Linux, macOS or WSL.",
  }),
  git: (version) => ({
    message:
      version === null
        ? "There is no git: lives of items and going back in time have only the journal."
        : `git ${version}.`,
    hint: version === null ? "Install git." : "",
  }),
  noHome: () => ({ message: "There is no home.", hint: "Make one: nunc init FOLDER [--page FILE]." }),
  home: (root) => ({ message: `The home is ${root}.`, hint: "" }),
  homeUnwritable: (root, cause) => ({
    message: `Nothing can be written in ${root}: ${cause}`,
    hint: "Give yourself the right to write there, or free some space.",
  }),
  config: (isThere) => ({
    message: isThere ? "nunc.yaml is understood." : "There is no nunc.yaml; every key has its default.",
    hint: "",
  }),
  migration: () => ({
    message: "nunc.yaml is of an older version.",
    hint: "nunc doctor --fix brings it up to date, in place.",
  }),
  zone: (zone) => ({ message: `The time zone is ${zone}.`, hint: "" }),
  noPage: (page) => ({
    message: `There is no page ${page}.`,
    hint: "Correct `page` in nunc.yaml, or make the file.",
  }),
  pageUnwritable: (page) => ({
    message: `${page} can be read but not written.`,
    hint: "Give yourself the right to write it and its folder.",
  }),
  page: (page) => ({ message: `${page} is understood.`, hint: "" }),
  items: () => ({ message: "Every private item file is about an item of a page.", hint: "" }),
  itemLost: (file, title, nearest) => ({
    message: `${file} is about “${title}”, which stands on no page.`,
    hint:
      nearest === null
        ? "Write the item's new title into the file, or remove the file."
        : `If it is called “${nearest}” now, write that as its title into the file.`,
  }),
  notes: () => ({ message: "Goals, conditions and the newest days are understood.", hint: "" }),
  badEstimate: (file, text) => ({
    message: `${file} estimates “${text}”, which is not a duration and counts for nothing.`,
    hint: "Write 8h, 90m, or 8h+ for at least 8 hours.",
  }),
  homeInRepository: (repository) => ({
    message: `The home lies in the repository of the page, ${repository}: what is private would be published with it, so nunc writes nothing.`,
    hint: "Move the home out of it, and correct `page` in nunc.yaml.",
  }),
  apart: () => ({ message: "Private and public files lie apart.", hint: "" }),
  tracked: (repository, files) => ({
    message: `Private files are tracked in ${repository}: ${listed(files, ", ")}.`,
    hint: "Take them out with git rm --cached, and mind that its history still holds them.",
  }),
  notARepository: (root) => ({
    message: `${root} is not a git repository: there is no history besides the journal.`,
    hint: `git init ${root}`,
  }),
  repository: () => ({ message: "The home is a git repository.", hint: "" }),
  staleLock: (holder) => ({
    message: `A lock was left behind by ${holder}.`,
    hint: "nunc doctor --fix removes it; so does the next write.",
  }),
  lock: () => ({ message: "No lock was left behind.", hint: "" }),
  unfinished: (summary) => ({
    message: `A change was cut off halfway (${summary}).`,
    hint: "nunc doctor --fix finishes it or takes it back; so does the next write.",
  }),
  recovered: (end) =>
    ({
      finished: "It was finished.",
      "rolled-back": "Nothing of it had been written; it was dropped.",
      left: "A file was changed since; nothing was touched.",
    })[end],
  torn: (file, line) => ({
    message: `Line ${line} of ${file} cannot be read: a write was cut off, and it is skipped.`,
    hint: "Nothing to do.",
  }),
  journal: () => ({ message: "The journal is whole.", hint: "" }),
  tempFile: (file) => ({
    message: `A temporary file was left behind: ${file}.`,
    hint: "nunc doctor --fix removes it.",
  }),
  noTempFiles: () => ({ message: "No temporary file was left behind.", hint: "" }),
  cannotFix: (cause) => `It could not be mended: ${cause}`,
};

const zh: Messages = {
  node: (version, isGood) => ({
    message: isGood ? `Node ${version}。` : `Node ${version} 不合适：nunc 需要 22.22 以上的 22，或 24 以上。`,
    hint: isGood ? "" : "请从 https://nodejs.org 安装 Node 24。",
  }),
  platform: (name, isGood) => ({
    message: isGood ? `支持 ${name}。` : `不支持 ${name}：断电时写入可能丢失，链接和权限可能保不住。`,
    hint: isGood ? "" : "请使用 Linux、macOS 或 WSL。",
  }),
  git: (version) => ({
    message: version === null ? "没有 git：条目的轨迹和回到过去只能依靠 journal。" : `git ${version}。`,
    hint: version === null ? "请安装 git。" : "",
  }),
  noHome: () => ({ message: "还没有数据目录。", hint: "请建一个：nunc init 文件夹 [--page 页面文件]。" }),
  home: (root) => ({ message: `数据目录是 ${root}。`, hint: "" }),
  homeUnwritable: (root, cause) => ({
    message: `${root} 里写不了东西：${cause}`,
    hint: "请给自己写入的权限，或腾出一些空间。",
  }),
  config: (isThere) => ({
    message: isThere ? "nunc.yaml 都读懂了。" : "没有 nunc.yaml；每个键都用默认值。",
    hint: "",
  }),
  migration: () => ({ message: "nunc.yaml 是旧版本的。", hint: "nunc doctor --fix 会就地更新它。" }),
  zone: (zone) => ({ message: `时区是 ${zone}。`, hint: "" }),
  noPage: (page) => ({ message: `没有页面 ${page}。`, hint: "请更正 nunc.yaml 里的 page，或建好这个文件。" }),
  pageUnwritable: (page) => ({
    message: `${page} 能读但不能写。`,
    hint: "请给自己写它和它所在文件夹的权限。",
  }),
  page: (page) => ({ message: `${page} 都读懂了。`, hint: "" }),
  items: () => ({ message: "每个条目的私人文件都对应页面上的一个条目。", hint: "" }),
  itemLost: (file, title, nearest) => ({
    message: `${file} 写的是“${title}”，页面上没有这个条目。`,
    hint:
      nearest === null
        ? "把条目的新标题写进这个文件，或者删掉它。"
        : `如果它现在叫“${nearest}”，就把这个标题写进文件的 title。`,
  }),
  notes: () => ({ message: "目标、状态和最近的每日笔记都能读懂。", hint: "" }),
  badEstimate: (file, text) => ({
    message: `${file} 里的估计“${text}”不是时长，所以不起作用。`,
    hint: "可以写 8h、90m；至少 8 小时写 8h+。",
  }),
  homeInRepository: (repository) => ({
    message: `数据目录在页面所在的仓库 ${repository} 里：私密内容会跟着一起发布，所以 nunc 什么都不写。`,
    hint: "请把数据目录移到它之外，并更正 nunc.yaml 里的 page。",
  }),
  apart: () => ({ message: "私密文件和公开文件是分开的。", hint: "" }),
  tracked: (repository, files) => ({
    message: `${repository} 里跟踪了私密文件：${listed(files, "、")}。`,
    hint: "请用 git rm --cached 把它们移出去；注意历史里仍然有它们。",
  }),
  notARepository: (root) => ({
    message: `${root} 不是 git 仓库：除了 journal 没有别的历史。`,
    hint: `git init ${root}`,
  }),
  repository: () => ({ message: "数据目录是一个 git 仓库。", hint: "" }),
  staleLock: (holder) => ({
    message: `${holder} 留下了一个锁。`,
    hint: "nunc doctor --fix 会移除它；下次写入时也会。",
  }),
  lock: () => ({ message: "没有遗留的锁。", hint: "" }),
  unfinished: (summary) => ({
    message: `有一次改动（${summary}）中途断了。`,
    hint: "nunc doctor --fix 会把它做完或撤回；下次写入时也会。",
  }),
  recovered: (end) =>
    ({
      finished: "已经做完。",
      "rolled-back": "它还没有写入任何内容，已作废。",
      left: "其间有文件被改过；没有动任何内容。",
    })[end],
  torn: (file, line) => ({
    message: `${file} 第 ${line} 行读不懂：写入时断了，会跳过它。`,
    hint: "不需要做什么。",
  }),
  journal: () => ({ message: "journal 是完整的。", hint: "" }),
  tempFile: (file) => ({ message: `遗留了一个临时文件：${file}。`, hint: "nunc doctor --fix 会移除它。" }),
  noTempFiles: () => ({ message: "没有遗留的临时文件。", hint: "" }),
  cannotFix: (cause) => `没能修好：${cause}`,
};

function listed(files: readonly string[], comma: string): string {
  const shown = files.slice(0, 5).join(comma);
  return files.length > 5 ? `${shown} … (+${files.length - 5})` : shown;
}

export function sayDoctor(tongue: Tongue): Messages {
  return tongue === "zh" ? zh : en;
}
