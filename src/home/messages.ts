// What the home room says when a file cannot be read or written, in both languages. `init` and `doctor` have their own.

import { AppError, type Place, type Tongue } from "../base/index.ts";
import { errorCode } from "./disk.ts";

export interface Said {
  message: string;
  hint: string;
}

interface Messages {
  isFolder(file: string): Said;
  notAFile(file: string): Said;
  utf16(file: string): Said;
  binary(file: string): Said;
  tooBig(file: string, megabytes: number): Said;
  changed(file: string): Said;
  gone(file: string): Said;
  exists(file: string): Said;
  locked(holder: string, sinceSeconds: number): Said;
  privateInPublic(file: string, repository: string): Said;
  wouldEmpty(file: string): Said;
  wouldShrink(file: string, before: number, after: number): Said;
  noFolder(file: string, folder: string): Said;
  noHome(folder: string): Said;
  leftHalf(file: string, cause: string): Said;
  disk: Record<
    "denied" | "readOnly" | "full" | "nameTooLong" | "loop" | "busy" | "tooManyFiles" | "broken" | "other",
    (file: string, cause: string) => Said
  >;
}

const en: Messages = {
  isFolder: (file) => ({
    message: `${file} is a folder, not a file.`,
    hint: "Give the path of a Markdown file in it.",
  }),
  notAFile: (file) => ({
    message: `${file} is not an ordinary file.`,
    hint: "Give the path of a Markdown file.",
  }),
  utf16: (file) => ({ message: `${file} is UTF-16.`, hint: "Save it as UTF-8; nothing was changed." }),
  binary: (file) => ({
    message: `${file} is not a text: it holds NUL bytes.`,
    hint: "Give the path of a Markdown file.",
  }),
  tooBig: (file, megabytes) => ({
    message: `${file} is larger than ${megabytes} MB.`,
    hint: "Split it, or point nunc.yaml at another file.",
  }),
  changed: (file) => ({
    message: `${file} has changed since it was read; nothing was written.`,
    hint: "Look at it again, then repeat what you did.",
  }),
  gone: (file) => ({
    message: `${file} is no longer there; nothing was written.`,
    hint: "Put it back, or look again.",
  }),
  exists: (file) => ({
    message: `${file} exists already; nothing was written.`,
    hint: "Look at it again, then repeat what you did.",
  }),
  locked: (holder, sinceSeconds) => ({
    message: `Another nunc (${holder}) has been writing to this home for ${sinceSeconds} s.`,
    hint: "Wait a moment and try again; if that process hangs, end it.",
  }),
  privateInPublic: (file, repository) => ({
    message: `${file} is private and would get into the repository of the page, ${repository}.`,
    hint: "Make the home elsewhere: nunc init FOLDER --page FILE.",
  }),
  wouldEmpty: (file) => ({
    message: `This would empty ${file}; nothing was written.`,
    hint: "To empty it on purpose, do it in an editor.",
  }),
  wouldShrink: (file, before, after) => ({
    message: `This would cut ${file} from ${before} to ${after} lines; nothing was written.`,
    hint: "To cut that much on purpose, do it in an editor.",
  }),
  noFolder: (file, folder) => ({
    message: `${file} cannot be written: there is no folder ${folder}.`,
    hint: "Make the folder, or correct the path in nunc.yaml.",
  }),
  noHome: (folder) => ({ message: `There is no folder ${folder}.`, hint: "Make a home: nunc init FOLDER." }),
  leftHalf: (file, cause) => ({
    message: `${file} could not be put back (${cause}), so a change of several files is half done.`,
    hint: "Nothing is lost: nunc finishes it at its next start.",
  }),
  disk: {
    denied: (file) => ({
      message: `You may not access ${file}.`,
      hint: "Give yourself the right to read and write it and its folder.",
    }),
    readOnly: (file) => ({
      message: `${file} lies on a disk that is read-only.`,
      hint: "Make the disk writable, or move the home.",
    }),
    full: (file) => ({
      message: `The disk is full: ${file} was not written and nothing has changed.`,
      hint: "Free some space and try again.",
    }),
    nameTooLong: (file) => ({
      message: `The name ${file} is too long for this disk.`,
      hint: "Use a shorter name.",
    }),
    loop: (file) => ({ message: `${file} is a link that leads in a circle.`, hint: "Mend the link." }),
    busy: (file) => ({
      message: `${file} is in use by the system and cannot be replaced.`,
      hint: "Close what uses it and try again.",
    }),
    tooManyFiles: (file) => ({
      message: `${file} cannot be opened: too many files are open.`,
      hint: "Close some programs, or raise the limit (ulimit -n).",
    }),
    broken: (file) => ({
      message: `The disk failed at ${file}.`,
      hint: "Make a copy of your files and check the disk.",
    }),
    other: (file, cause) => ({
      message: `${file} cannot be used: ${cause}.`,
      hint: "nunc doctor looks for the reason.",
    }),
  },
};

const zh: Messages = {
  isFolder: (file) => ({
    message: `${file} 是文件夹，不是文件。`,
    hint: "请给出其中某个 Markdown 文件的路径。",
  }),
  notAFile: (file) => ({ message: `${file} 不是普通文件。`, hint: "请给出一个 Markdown 文件的路径。" }),
  utf16: (file) => ({ message: `${file} 是 UTF-16 编码。`, hint: "请另存为 UTF-8；没有改动任何内容。" }),
  binary: (file) => ({
    message: `${file} 不是文本：里面有 NUL 字节。`,
    hint: "请给出一个 Markdown 文件的路径。",
  }),
  tooBig: (file, megabytes) => ({
    message: `${file} 超过 ${megabytes} MB。`,
    hint: "请拆分它，或在 nunc.yaml 里换一个文件。",
  }),
  changed: (file) => ({
    message: `${file} 在读取之后有了改动；没有写入任何内容。`,
    hint: "请看一下现在的内容，再重做一次。",
  }),
  gone: (file) => ({ message: `${file} 已经不在了；没有写入任何内容。`, hint: "请把它放回去，或重新查看。" }),
  exists: (file) => ({
    message: `${file} 已经存在；没有写入任何内容。`,
    hint: "请看一下它的内容，再重做一次。",
  }),
  locked: (holder, sinceSeconds) => ({
    message: `另一个 nunc（${holder}）已经在写这个数据目录 ${sinceSeconds} 秒了。`,
    hint: "稍等再试；如果那个进程卡住了，请结束它。",
  }),
  privateInPublic: (file, repository) => ({
    message: `${file} 是私密文件，会落进页面所在的仓库 ${repository}。`,
    hint: "请把数据目录建在别处：nunc init 文件夹 --page 页面文件。",
  }),
  wouldEmpty: (file) => ({
    message: `这会清空 ${file}；没有写入任何内容。`,
    hint: "如果真要清空，请在编辑器里做。",
  }),
  wouldShrink: (file, before, after) => ({
    message: `这会把 ${file} 从 ${before} 行砍到 ${after} 行；没有写入任何内容。`,
    hint: "如果真要删这么多，请在编辑器里做。",
  }),
  noFolder: (file, folder) => ({
    message: `写不了 ${file}：没有文件夹 ${folder}。`,
    hint: "请建好文件夹，或更正 nunc.yaml 里的路径。",
  }),
  noHome: (folder) => ({ message: `没有文件夹 ${folder}。`, hint: "请新建数据目录：nunc init 文件夹。" }),
  leftHalf: (file, cause) => ({
    message: `${file} 没能恢复原状（${cause}），涉及几个文件的改动停在了半路。`,
    hint: "没有丢失任何内容：nunc 下次启动时会把它做完。",
  }),
  disk: {
    denied: (file) => ({ message: `你没有权限访问 ${file}。`, hint: "请给自己读写它和所在文件夹的权限。" }),
    readOnly: (file) => ({
      message: `${file} 所在的磁盘是只读的。`,
      hint: "请让磁盘可写，或把数据目录移到别处。",
    }),
    full: (file) => ({
      message: `磁盘满了：${file} 没有写入，什么都没有改变。`,
      hint: "请腾出一些空间再试。",
    }),
    nameTooLong: (file) => ({ message: `${file} 这个名字对磁盘来说太长了。`, hint: "请用短一些的名字。" }),
    loop: (file) => ({ message: `${file} 是一个绕回自己的链接。`, hint: "请修好这个链接。" }),
    busy: (file) => ({ message: `${file} 正被系统占用，无法替换。`, hint: "请关掉占用它的程序再试。" }),
    tooManyFiles: (file) => ({
      message: `打不开 ${file}：打开的文件太多了。`,
      hint: "请关掉一些程序，或提高上限（ulimit -n）。",
    }),
    broken: (file) => ({ message: `磁盘在 ${file} 处出错。`, hint: "请备份文件并检查磁盘。" }),
    other: (file, cause) => ({ message: `无法使用 ${file}：${cause}。`, hint: "nunc doctor 会查找原因。" }),
  },
};

export function say(tongue: Tongue): Messages {
  return tongue === "zh" ? zh : en;
}

/** An AppError from a pair of sentences. */
export function fail(code: AppError["code"], said: Said, at?: Place, cause?: unknown): AppError {
  return new AppError(code, said.message, {
    hint: said.hint,
    ...(at && { at }),
    ...(cause !== undefined && { cause }),
  });
}

const KINDS: Readonly<Record<string, keyof Messages["disk"]>> = {
  EACCES: "denied",
  EPERM: "denied",
  EROFS: "readOnly",
  ENOSPC: "full",
  EDQUOT: "full",
  ENAMETOOLONG: "nameTooLong",
  ELOOP: "loop",
  EBUSY: "busy",
  ETXTBSY: "busy",
  EMFILE: "tooManyFiles",
  ENFILE: "tooManyFiles",
  EIO: "broken",
};

/** What the disk answered, as a sentence; an AppError stays what it is. */
export function diskError(problem: unknown, file: string, tongue: Tongue): AppError {
  if (problem instanceof AppError) return problem;
  const code = errorCode(problem);
  const cause = code || String((problem as Error | null)?.message ?? problem);
  return fail("blocked", say(tongue).disk[KINDS[code] ?? "other"](file, cause), { file }, problem);
}
