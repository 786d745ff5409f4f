// What actions say, in both languages. Quotes around names as each language writes them.

import type { Tongue } from "../base/index.ts";
import type { EstimateKind, State } from "../domain/index.ts";
import type { ParamKind } from "./action.ts";
import type { Whereabouts } from "./item-where.ts";

const list = (titles: readonly string[], and: string): string =>
  titles.length <= 3 ? titles.join(and) : `${titles.slice(0, 2).join(and)}${and}… (${titles.length})`;

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const quoted = (titles: readonly string[]): string[] => titles.map((title) => `“${title}”`);

/** ` to Low priority (now.md:57)`. */
const whereEn = (where: Whereabouts | null): string => {
  if (where === null) return "";
  const { parent, below, place } = where;
  return `${parent !== null ? ` under “${parent}”` : below !== null ? ` to ${below}` : ""} (${place})`;
};

/** `到“低优先级”（now.md:57）`. */
const whereZh = (where: Whereabouts | null): string => {
  if (where === null) return "";
  const { parent, below, place } = where;
  return `${parent !== null ? `到“${parent}”下面` : below !== null ? `到“${below}”` : ""}（${place}）`;
};

const KINDS_EN: Readonly<Record<ParamKind, string>> = {
  text: "a text",
  item: "an item: a name, or {file, line, hash, path}",
  items: "items: names, or {file, line, hash, path}",
  date: "a day",
  choice: "one of its words",
  number: "a whole number",
  flag: "true or false",
  file: "a file name",
  answers: "a list of {name, holds}",
};

const KINDS_ZH: Readonly<Record<ParamKind, string>> = {
  text: "文本",
  item: "条目：名称，或 {file, line, hash, path}",
  items: "条目：名称，或 {file, line, hash, path}",
  date: "日期",
  choice: "给定的词之一",
  number: "整数",
  flag: "true 或 false",
  file: "文件名",
  answers: "{name, holds} 的列表",
};

const en = {
  // input
  unknownParam: (action: string, param: string) => `\`${action}\` knows no input “${param}”.`,
  missingParam: (action: string, param: string) => `\`${action}\` needs “${param}”.`,
  wrongKind: (param: string, kind: ParamKind) => `“${param}” must be ${KINDS_EN[kind]}.`,
  notADate: (text: string) => `“${text}” is not a day.`,
  dateForms: () => "Write 2021-09-30, 9-30, today, tomorrow, +3d or +2w.",
  notAChoice: (param: string, text: string) =>
    `“${text}” is not ${/^[aeio]/.test(param) ? "an" : "a"} ${param}.`,
  choicesAre: (choices: readonly string[]) => `It is one of: ${choices.join(", ")}.`,
  noSuchAction: (name: string) => `There is no command “${name}”.`,
  didYouMean: (names: readonly string[]) =>
    `Did you mean ${names.map((name) => `\`nunc ${name}\``).join(" or ")}?`,
  seeHelp: (name: string | null) => `See \`nunc ${name === null ? "help" : `help ${name}`}\`.`,
  notHere: (name: string) => `\`${name}\` is a command of the command line only.`,
  // finding
  emptyName: () => "An empty name names no item.",
  ambiguous: (name: string, count: number) => `“${name}” could be ${count} things.`,
  stateWord: (state: State) =>
    ({ open: "open", doing: "in progress", done: "done", dropped: "dropped" })[state],
  ambiguousHint: () => "Say which by its path or its line:",
  noSuchItem: (name: string) => `There is no item “${name}”.`,
  nearest: () => "The nearest are:",
  seeList: () => "`nunc list --state all` shows every item.",
  seePage: () => "`nunc page` shows what each line was understood as.",
  noItemAtLine: (place: string) => `There is no item at ${place}.`,
  itemMoved: (path: string, file: string, count: number) =>
    count > 1
      ? `${file} has changed, and “${path}” stands there ${count} times now.`
      : `“${path}” is no longer in ${file} where it was.`,
  lookAgain: () => "Look at the page again, then repeat it.",
  noPage: (path: string) => `There is no page at ${path}.`,
  noPageHint: () => "Make one there, say where it is in nunc.yaml, or name it with --page FILE.",
  noHistory: (path: string) => `There is no git, or no history of ${path}.`,
  livesSummary: (items: number, revisions: number, isShallow: boolean) =>
    `${plural(items, "item", "items")} over ${plural(revisions, "revision", "revisions")}${isShallow ? "; a shallow clone: what came before is not known" : ""}.`,
  noLife: (name: string) => `No item was ever called “${name}”.`,
  noLifeHint: () => "All of them: nunc lives",
  livesAmbiguousHint: (names: readonly string[]) => `Say which by its id: ${names.join(", ")}`,
  notAPage: (file: string) => `${file} is none of the pages of this home.`,
  noSuchSection: (name: string, file: string) => `${file} has no heading “${name}”. It has:`,
  noHeading: (heading: string) => `No page has a heading “${heading}”.`,
  pagesAre: (files: readonly string[]) => `Its pages are ${files.join(", ")}.`,
  badCount: (count: number) => `${count} entries cannot be shown: say 0 or more.`,
  sectionByLine: () => "Say which by its line (--section LINE):",
  clashingPlaces: (one: string, other: string) => `${one} and ${other} name different places.`,
  oneIsEnough: () => "Leave one of them out.",
  severalPages: () => "The items are on different pages; do it for each page by itself.",
  // looking
  nowSummary: (doing: number, next: number) => `${doing} in progress, ${next} next.`,
  listSummary: (shown: number, total: number) => `${shown} of ${plural(total, "item", "items")}.`,
  pageSummary: (file: string, items: number, log: number, diagnostics: number) =>
    `${file}: ${plural(items, "item", "items")}, ${plural(log, "log entry", "log entries")}, ${plural(diagnostics, "diagnostic", "diagnostics")}.`,
  logSummary: (shown: number, total: number) => `${shown} of ${plural(total, "entry", "entries")}.`,
  inboxSummary: (count: number) =>
    count === 0 ? "The inbox is empty." : `${plural(count, "note", "notes")} in the inbox.`,
  // changing
  added: (title: string, where: Whereabouts | null) => `Added “${title}”${whereEn(where)}.`,
  edited: (title: string) => `Edited “${title}”.`,
  nothingToEdit: () => "Say what is to change: --title or --note.",
  moved: (titles: readonly string[], where: Whereabouts | null) =>
    `Moved ${list(quoted(titles), ", ")}${whereEn(where)}.`,
  whereTo: () => "Say where to: a priority, a section, a group, or an item to stand under, before or after.",
  noPriorityThere: (title: string, up: boolean) =>
    `“${title}” cannot go ${up ? "up" : "down"}: the page has no ${up ? "higher" : "lower"} priority than its own.`,
  moveInstead: () => "Use `nunc move ITEM --priority PRIORITY`.",
  stateSet: (titles: readonly string[], state: State, where: Whereabouts | null) =>
    `${list(quoted(titles), ", ")}: ${{ open: "open again", doing: "in progress", done: "done", dropped: "dropped" }[state]}${
      where === null ? "" : where.below === null ? ` (${where.place})` : `, moved${whereEn(where)}`
    }.`,
  progressSet: (title: string, value: string) => `“${title}”: ${value}.`,
  estimated: (title: string, value: string | null, kind: EstimateKind | null) => {
    if (value === null) return `“${title}” has no estimate any more.`;
    return kind === "floor"
      ? `“${title}” is to get at least ${value.replace("+", "")}.`
      : `“${title}” is estimated at ${value}.`;
  },
  notADuration: (text: string) => `“${text}” is not a duration.`,
  estimateForms: () => "Write 8h, 90m, 1h30m or 1.5h; 8h+ for at least 8 hours.",
  hardSet: (title: string, value: string | null) =>
    value === null
      ? `Nothing is said any more about which hours “${title}” wants.`
      : [
          `“${title}” can be done at any hour.`,
          `“${title}” goes a little better in the best hours.`,
          `“${title}” wants good hours.`,
          `“${title}” wants your best hours.`,
        ][Number(value)]!,
  dueSet: (title: string, day: string | null) =>
    day === null ? `“${title}” has no due day any more.` : `“${title}” is due on ${day}.`,
  pinned: (title: string, on: boolean) => (on ? `Pinned “${title}”.` : `Took the pin off “${title}”.`),
  // inbox
  noted: (text: string) => `Noted “${text.split("\n")[0]}”.`,
  itemNoted: (title: string) => `Noted about “${title}”.`,
  itemNotesGone: (title: string) => `“${title}” has no private notes any more.`,
  itemNotesChanged: (title: string) => `The private notes of “${title}” have changed meanwhile.`,
  nothingToNote: () => "Say what is to be noted.",
  itemSummary: (title: string, place: string) => `${title} (${place})`,
  itemGone: (title: string, on: string) => `“${title}” is no longer on the page since ${on}.`,
  itemFinished: (title: string, on: string) =>
    `“${title}” is no longer on the page; it was finished on ${on}.`,
  placed: (title: string, where: Whereabouts | null) => `Moved “${title}” from the inbox${whereEn(where)}.`,
  discarded: (text: string) => `Dropped the note “${text.split("\n")[0]}”.`,
  whichNote: () => "Say which note, by its number.",
  seeNotes: () => "`nunc note` shows the inbox with numbers.",
  noSuchNote: (number: number, count: number) =>
    `There is no note ${number}; the inbox has ${plural(count, "note", "notes")}.`,
  inboxChanged: () => "The inbox has changed since it was read.",
  // log
  logged: (text: string) => `Logged “${text.split("\n")[0]}”.`,
  logEdited: () => "Changed the log.",
  logRemoved: () => "Took a line out of the log.",
  whichLine: () => "Say which line of the log.",
  noEntryAt: (place: string) => `There is no log entry at ${place}.`,
  endBeforeStart: (from: string, to: string) => `An entry cannot end on ${to} before it begins on ${from}.`,
  pageChanged: (file: string) => `${file} has changed since it was read.`,
  nothingToArchive: (before: string) => `No log entry ended before ${before}.`,
  archived: (count: number, files: readonly string[]) =>
    `Moved ${plural(count, "entry", "entries")} to ${files.join(", ")}.`,
  // history
  undone: (summary: string) => `Undone: ${summary}`,
  redone: (summary: string) => `Done again: ${summary}`,
  nothingToUndo: () => "There is nothing to undo.",
  nothingToRedo: () => "There is nothing to redo.",
  undoConflict: (summary: string, file: string) =>
    `${file} has changed since at the same place; this cannot be taken back: ${summary}`,
  undoConflictHint: () =>
    "Nothing was changed. Edit the page by hand, or pass over this change: nunc undo --skip. What was written stands in the journal folder of the home.",
  undoGone: (summary: string, file: string) => `${file} is gone; this cannot be taken back: ${summary}`,
  undoGoneHint: () => "Put the file back, or pass over this change: nunc undo --skip.",
  movedBelow: (title: string, below: string) =>
    `“${title}” cannot be moved ${title === below ? "next to or under itself" : `to “${below}”, which is one of its own steps`}.`,
  defaultStays: (root: string) =>
    `The default home is still ${root}; this one is found from inside its folder, or with --home.`,
  // saving
  saved: (file: string) => `Saved ${file}.`,
  saveConflict: (file: string) => `${file} was changed elsewhere at the same place.`,
  saveConflictHint: () => "Nothing was written; both texts are here.",
  checkFailed: (file: string, wrong: string) =>
    `After the edit ${file} did not say what was asked: ${wrong}.`,
  takenBack: () => "It was taken back; nothing is lost. Please report this: it is a mistake of nunc.",
  changedBehind: (file: string, wrong: string) =>
    `${file} was written, but was changed by something else right after it: ${wrong}`,
  fileGone: () => "the file is gone",
  // home
  noDryRun: (name: string) => `\`${name}\` cannot be tried without doing it.`,
  initKeeps: () => "It overwrites nothing: what is there stays as it is.",
  homeMade: (root: string) => `The home is ${root}.`,
  doctorSummary: (count: number) =>
    count === 0 ? "All is well." : `${plural(count, "thing", "things")} to look at.`,
  roleSet: (heading: string, role: string | null) =>
    role === null ? `“${heading}” is read by its own words again.` : `“${heading}” is ${role} now.`,
  wordSet: (word: string, value: string | null) =>
    value === null ? `“${word}” has no meaning of its own any more.` : `“${word}” means ${value} now.`,
  priorityOrState: () => "Say either --priority or --state.",
};

type Messages = typeof en;

const zh: Messages = {
  unknownParam: (action, param) => `\`${action}\` 没有“${param}”这个输入。`,
  missingParam: (action, param) => `\`${action}\` 需要“${param}”。`,
  wrongKind: (param, kind) => `“${param}”应该是${KINDS_ZH[kind]}。`,
  notADate: (text) => `“${text}”不是日期。`,
  dateForms: () => "可以写 2021-09-30、9-30、今天、明天、+3d 或 +2w。",
  notAChoice: (param, text) => `“${text}”不是可用的 ${param}。`,
  choicesAre: (choices) => `可选：${choices.join("、")}。`,
  noSuchAction: (name) => `没有“${name}”这个命令。`,
  didYouMean: (names) => `是不是 ${names.map((name) => `\`nunc ${name}\``).join(" 或 ")}？`,
  seeHelp: (name) => `参见 \`nunc ${name === null ? "help" : `help ${name}`}\`。`,
  notHere: (name) => `\`${name}\` 只能在命令行里用。`,
  emptyName: () => "空的名称不指任何条目。",
  ambiguous: (name, count) => `“${name}”匹配到 ${count} 个条目。`,
  stateWord: (state) => ({ open: "未开始", doing: "正在做", done: "已完成", dropped: "已放弃" })[state],
  ambiguousHint: () => "请用路径或行号指明：",
  noSuchItem: (name) => `没有条目“${name}”。`,
  nearest: () => "相近的有：",
  seeList: () => "`nunc list --state all` 列出全部条目。",
  seePage: () => "`nunc page` 显示每一行被理解成什么。",
  noItemAtLine: (place) => `${place} 处没有条目。`,
  itemMoved: (path, file, count) =>
    count > 1 ? `${file} 已改变，“${path}”现在有 ${count} 处。` : `“${path}”已不在 ${file} 原来的地方。`,
  lookAgain: () => "请重新看一下页面，然后再试一次。",
  noPage: (path) => `${path} 处没有页面。`,
  noPageHint: () => "在那里新建一个，在 nunc.yaml 里写明位置，或用 --page 文件 指定。",
  noHistory: (path) => `没有 git，或者没有 ${path} 的历史。`,
  livesSummary: (items, revisions, isShallow) =>
    `${items} 个条目，${revisions} 个版本${isShallow ? "；这是浅克隆，更早的不得而知" : ""}。`,
  noLife: (name) => `从来没有条目叫“${name}”。`,
  noLifeHint: () => "全部条目：nunc lives",
  livesAmbiguousHint: (names) => `用 id 指明是哪一个：${names.join("、")}`,
  notAPage: (file) => `${file} 不是这个数据目录的页面。`,
  noSuchSection: (name, file) => `${file} 里没有标题“${name}”，有的是：`,
  noHeading: (heading) => `没有页面有标题“${heading}”。`,
  pagesAre: (files) => `页面有 ${files.join("、")}。`,
  badCount: (count) => `不能显示 ${count} 条：请写 0 或更大的数。`,
  sectionByLine: () => "请用行号指明（--section 行号）：",
  clashingPlaces: (one, other) => `${one} 和 ${other} 指的不是同一个地方。`,
  oneIsEnough: () => "请去掉其中一个。",
  severalPages: () => "这些条目在不同的页面上，请逐页操作。",
  nowSummary: (doing, next) => `正在做 ${doing} 项，接下来 ${next} 项。`,
  listSummary: (shown, total) => `共 ${total} 个条目，显示 ${shown} 个。`,
  pageSummary: (file, items, log, diagnostics) =>
    `${file}：${items} 个条目，${log} 条记录，${diagnostics} 条诊断。`,
  logSummary: (shown, total) => `共 ${total} 条记录，显示 ${shown} 条。`,
  inboxSummary: (count) => (count === 0 ? "收件箱是空的。" : `收件箱里有 ${count} 条。`),
  added: (title, where) => `已添加“${title}”${whereZh(where)}。`,
  edited: (title) => `已修改“${title}”。`,
  nothingToEdit: () => "请说明要改什么：--title 或 --note。",
  moved: (titles, where) => `已移动${list(quoted(titles), "、")}${whereZh(where)}。`,
  whereTo: () => "请说明移到哪里：优先级、章节、分组，或放到某个条目下面、前面、后面。",
  noPriorityThere: (title, up) =>
    `“${title}”不能再${up ? "提高" : "降低"}：页面上没有更${up ? "高" : "低"}的优先级。`,
  moveInstead: () => "请用 `nunc move 条目 --priority 优先级`。",
  stateSet: (titles, state, where) =>
    `${list(quoted(titles), "、")}：${{ open: "重新打开", doing: "正在做", done: "已完成", dropped: "已放弃" }[state]}${
      where === null ? "" : where.below === null ? `（${where.place}）` : `，已移${whereZh(where)}`
    }。`,
  progressSet: (title, value) => `“${title}”：${value}。`,
  estimated: (title, value, kind) => {
    if (value === null) return `“${title}”不再有估计。`;
    return kind === "floor" ? `“${title}”至少要 ${value.replace("+", "")}。` : `“${title}”估计要 ${value}。`;
  },
  notADuration: (text) => `“${text}”不是时长。`,
  estimateForms: () => "可以写 8h、90m、1h30m 或 1.5h；至少 8 小时写 8h+。",
  hardSet: (title, value) =>
    value === null
      ? `“${title}”不再说明要用什么时间。`
      : [
          `“${title}”什么时候都能做。`,
          `“${title}”在最好的时间里做会好一点。`,
          `“${title}”需要好的时间。`,
          `“${title}”需要你最好的时间。`,
        ][Number(value)]!,
  dueSet: (title, day) => (day === null ? `“${title}”不再有期限。` : `“${title}”的期限是 ${day}。`),
  pinned: (title, on) => (on ? `已置顶“${title}”。` : `已取消置顶“${title}”。`),
  noted: (text) => `已记下“${text.split("\n")[0]}”。`,
  itemNoted: (title) => `已记下关于“${title}”的笔记。`,
  itemNotesGone: (title) => `“${title}”不再有私人笔记。`,
  itemNotesChanged: (title) => `“${title}”的私人笔记在此期间被修改过。`,
  nothingToNote: () => "请说明要记什么。",
  itemSummary: (title, place) => `${title}（${place}）`,
  itemGone: (title, on) => `“${title}”从 ${on} 起已不在页面上。`,
  itemFinished: (title, on) => `“${title}”已不在页面上，${on} 完成。`,
  placed: (title, where) =>
    `已把“${title}”放到页面上${where === null ? "" : `（${where.below ?? where.parent ?? ""}${(where.below ?? where.parent) ? "，" : ""}${where.place}）`}。`,
  discarded: (text) => `已丢掉“${text.split("\n")[0]}”。`,
  whichNote: () => "请用编号指明是哪一条。",
  seeNotes: () => "`nunc note` 显示收件箱和编号。",
  noSuchNote: (number, count) => `没有第 ${number} 条，收件箱里有 ${count} 条。`,
  inboxChanged: () => "收件箱在读取之后变了。",
  logged: (text) => `已记录“${text.split("\n")[0]}”。`,
  logEdited: () => "已修改记录。",
  logRemoved: () => "已从记录里删掉一条。",
  whichLine: () => "请指明是记录的哪一行。",
  noEntryAt: (place) => `${place} 处没有记录。`,
  endBeforeStart: (from, to) => `记录不能在 ${from} 开始、却在 ${to} 结束。`,
  pageChanged: (file) => `${file} 在读取之后变了。`,
  nothingToArchive: (before) => `没有在 ${before} 之前结束的记录。`,
  archived: (count, files) => `已把 ${count} 条记录移到 ${files.join("、")}。`,
  undone: (summary) => `已撤销：${summary.replace(/^已/, "")}`,
  redone: (summary) => `已重做：${summary.replace(/^已/, "")}`,
  nothingToUndo: () => "没有可以撤销的。",
  nothingToRedo: () => "没有可以重做的。",
  undoConflict: (summary, file) => `${file} 的同一处后来又改过，无法撤销：${summary.replace(/^已/, "")}`,
  undoConflictHint: () =>
    "未作改动。请手动修改页面，或用 nunc undo --skip 跳过这一次；写过的内容在数据目录的 journal 文件夹中。",
  undoGone: (summary, file) => `${file} 不见了，无法撤销：${summary.replace(/^已/, "")}`,
  undoGoneHint: () => "请把文件放回去，或用 nunc undo --skip 跳过这一次。",
  movedBelow: (title, below) =>
    title === below
      ? `“${title}”不能移到它自己旁边或下面。`
      : `“${title}”不能移到“${below}”处：后者是它自己的步骤。`,
  defaultStays: (root) => `默认的数据目录仍是 ${root}；新的这个要在它的文件夹里使用，或用 --home 指明。`,
  saved: (file) => `已保存 ${file}。`,
  saveConflict: (file) => `${file} 的同一处在别处也被改了。`,
  saveConflictHint: () => "什么也没有写，两份文本都在这里。",
  checkFailed: (file, wrong) => `修改之后 ${file} 没有得到想要的结果：${wrong}。`,
  takenBack: () => "修改已撤回，没有丢失任何内容。这是 nunc 的错误，请报告给我们。",
  changedBehind: (file, wrong) => `${file} 已写入，但紧接着被别的程序改了：${wrong}`,
  fileGone: () => "文件不见了",
  noDryRun: (name) => `\`${name}\` 没有试运行。`,
  initKeeps: () => "它不会覆盖任何东西：已有的文件保持原样。",
  homeMade: (root) => `数据目录是 ${root}。`,
  doctorSummary: (count) => (count === 0 ? "一切正常。" : `有 ${count} 处需要留意。`),
  roleSet: (heading, role) =>
    role === null ? `“${heading}”恢复按原文理解。` : `“${heading}”现在是 ${role}。`,
  wordSet: (word, value) => (value === null ? `“${word}”不再有特别的含义。` : `“${word}”现在表示 ${value}。`),
  priorityOrState: () => "请在 --priority 和 --state 中写一个。",
};

export function say(tongue: Tongue): Messages {
  return tongue === "zh" ? zh : en;
}

/** Sentences in a row. */
export function joinSentences(tongue: Tongue, sentences: readonly string[]): string {
  return sentences.join(tongue === "zh" ? "" : " ");
}
