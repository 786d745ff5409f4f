// What finding and making a home says, in both languages, and the page that a new home starts with.

import type { Tongue } from "../base/index.ts";
import type { Said } from "./messages.ts";

interface Messages {
  notAHome(folder: string): Said;
  defaultGone(folder: string, file: string): Said;
  alreadyHome(folder: string): Said;
  insidePageRepository(folder: string, repository: string): Said;
  insideSite(folder: string, repository: string): Said;
  noPage(page: string): Said;
  isFile(folder: string): Said;
  starter(today: string): string;
}

const en: Messages = {
  notAHome: (folder) => ({
    message: `${folder} is not a nunc home: it has no nunc.yaml.`,
    hint: "Make it one: nunc init FOLDER.",
  }),
  defaultGone: (folder, file) => ({
    message: `The default home ${folder} is not there.`,
    hint: `Put it back, name another with --home, or correct ${file}.`,
  }),
  alreadyHome: (folder) => ({
    message: `${folder} is a nunc home already; nothing was changed.`,
    hint: "Use it, or name another folder.",
  }),
  insidePageRepository: (folder, repository) => ({
    message: `${folder} lies in the repository of the page, ${repository}: what is private would be published with it.`,
    hint: "Name a folder outside of it.",
  }),
  insideSite: (folder, repository) => ({
    message: `${folder} lies in ${repository}, which builds a site: what is private would be published with it.`,
    hint: "Name a folder outside of it, and give the page with --page FILE.",
  }),
  noPage: (page) => ({
    message: `There is no page ${page}.`,
    hint: "Correct the path, or leave --page out to start a new page.",
  }),
  isFile: (folder) => ({ message: `${folder} is a file, not a folder.`, hint: "Name a folder." }),
  starter: (today) => `# Now

## Learning

### High priority

- Something I want to learn

### Low priority

## Reading

Reading:

Want to read:

## Log

### ${today} - now

- Started this page
`,
};

const zh: Messages = {
  notAHome: (folder) => ({
    message: `${folder} 不是 nunc 的数据目录：里面没有 nunc.yaml。`,
    hint: "可以用 nunc init 文件夹 把它变成数据目录。",
  }),
  defaultGone: (folder, file) => ({
    message: `默认的数据目录 ${folder} 不在了。`,
    hint: `请把它放回去，用 --home 另指一个，或更正 ${file}。`,
  }),
  alreadyHome: (folder) => ({
    message: `${folder} 已经是 nunc 的数据目录；未作改动。`,
    hint: "直接使用它，或换一个文件夹。",
  }),
  insidePageRepository: (folder, repository) => ({
    message: `${folder} 在页面所在的仓库 ${repository} 里：私密内容会跟着一起发布。`,
    hint: "请换一个在它之外的文件夹。",
  }),
  insideSite: (folder, repository) => ({
    message: `${folder} 在 ${repository} 里，那里会生成网站：私密内容会跟着一起发布。`,
    hint: "请换一个在它之外的文件夹，并用 --page 文件 指定页面。",
  }),
  noPage: (page) => ({ message: `没有页面 ${page}。`, hint: "请更正路径，或不写 --page 以新建一个页面。" }),
  isFile: (folder) => ({ message: `${folder} 是文件，不是文件夹。`, hint: "请给出一个文件夹。" }),
  starter: (today) => `# 此刻

## 学习

### 高优先级

- 想学的一样东西

### 低优先级

## 阅读

正在读：

想读：

## 记录

### ${today} - 此刻

- 开始写这个页面
`,
};

export function sayHome(tongue: Tongue): Messages {
  return tongue === "zh" ? zh : en;
}
