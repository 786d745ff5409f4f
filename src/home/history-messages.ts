// What can be wrong with the history of a page, in both languages.

import type { Tongue } from "../base/index.ts";

const en = {
  noRepository: (folder: string) => `${folder} is no git repository.`,
  noRepositoryHint: () => "Name a folder inside a clone of the blog: nunc lives --repo FOLDER --path FILE",
  noCommits: (folder: string) => `The repository ${folder} has no commits.`,
  noSuchFile: (file: string) => `No commit of this branch has the file ${file}.`,
  noSuchFileHint: () => "The path is relative to the folder named by --repo, as in `git ls-files`.",
  gitFailed: (reason: string) => `Git could not read the history: ${reason}.`,
};

const zh: typeof en = {
  noRepository: (folder) => `${folder} 不是 git 仓库。`,
  noRepositoryHint: () => "请给出博客克隆里的文件夹：nunc lives --repo 文件夹 --path 文件",
  noCommits: (folder) => `仓库 ${folder} 还没有提交。`,
  noSuchFile: (file) => `这个分支的提交里都没有文件 ${file}。`,
  noSuchFileHint: () => "路径相对于 --repo 给出的文件夹，与 `git ls-files` 所列相同。",
  gitFailed: (reason) => `git 读不了历史：${reason}。`,
};

export function sayHistory(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
