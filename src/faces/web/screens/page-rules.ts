// The rules' names (`Reason.rule`) in words that a person can check against the page. A rule that is not listed shows
// its name, so that a new one is seen and not hidden.

import { catalogue, textsNow } from "../texts.ts";

const rules = catalogue({
  "heading-word": { en: "the heading says so", zh: "标题里的词" },
  inherited: { en: "from the heading above", zh: "承自上级标题" },
  "priority-headings": { en: "its headings are priorities", zh: "下面的标题是优先级" },
  "page-title": { en: "the page's title says so", zh: "页面标题里的词" },
  "nothing-said": { en: "nothing says what it is", zh: "没有词说明它是什么" },
  "nunc.yaml": { en: "you said so, in nunc.yaml", zh: "你在 nunc.yaml 里说的" },
  "date-heading": { en: "a heading that is a date", zh: "标题是日期" },
  "date-entry": { en: "a list entry that begins with a date", zh: "以日期开头的列表条目" },
  "date-bold": { en: "a bold line that is a date", zh: "加粗的日期行" },
  "list-entry": { en: "a list entry of this section", zh: "这一节的列表条目" },
  "nested-entry": { en: "an entry below another", zh: "另一条目下的条目" },
  "bare-url": { en: "nothing but an address: a link of the entry above", zh: "只有网址：算作上一条的链接" },
  placeholder: { en: "a placeholder, nothing yet", zh: "占位，还没有内容" },
  "label-line": { en: "a line with a colon before a list", zh: "列表前带冒号的一行" },
  "label-entry": { en: "an entry that only names a group", zh: "只是给下面分组的条目" },
  "label-word": { en: "the label says so", zh: "标签里的词" },
  "other-kind": { en: "names another kind of thing", zh: "说的是另一类东西" },
  label: { en: "its label says so", zh: "所在标签里的词" },
  heading: { en: "its heading says so", zh: "所在标题里的词" },
  parent: { en: "from the entry above it", zh: "承自上级条目" },
  "item-word": { en: "a word on the entry", zh: "条目上的词" },
  checkbox: { en: "its checkbox", zh: "勾选框" },
  mark: { en: "a mark on the entry", zh: "条目上的标记" },
  sign: { en: "a sign on the entry", zh: "条目上的记号" },
  keyword: { en: "a keyword on the entry", zh: "条目上的关键字" },
  field: { en: "a field on the entry", zh: "条目上的字段" },
  struck: { en: "struck through", zh: "划掉了" },
  "done-date": { en: "the day it was done", zh: "完成日期" },
  progress: { en: "progress on the entry", zh: "条目上的进度" },
  "step-progress": { en: "a line that only says how far", zh: "只写进度的一行" },
  started: { en: "its progress is above zero", zh: "进度大于零" },
  "parent-done": { en: "the entry above it is done", zh: "上级条目已完成" },
});

export function explain(rule: string): string {
  const texts: Readonly<Record<string, string>> = textsNow(rules);
  return texts[rule] ?? rule;
}
