// The rules of understanding by name, each as one sentence, for `nunc page` and the page screen.

import type { Bilingual, Tongue } from "../../base/index.ts";

const RULES: Readonly<Record<string, Bilingual>> = {
  "heading-word": { en: "a word of the heading says so", zh: "标题里的词" },
  "priority-headings": { en: "its sub-headings are priorities", zh: "下面的标题是优先级" },
  inherited: { en: "as the heading above", zh: "随上级标题" },
  "page-title": { en: "as the page's title says", zh: "随页面标题" },
  "nothing-said": { en: "nothing on the page says what it is", zh: "页面上没有说明" },
  "nunc.yaml": { en: "nunc.yaml says so", zh: "nunc.yaml 里的规定" },
  "date-heading": { en: "the heading is a date", zh: "标题是日期" },
  "date-entry": { en: "the list entry begins with a date", zh: "列表项以日期开头" },
  "date-bold": { en: "the bold line is a date", zh: "加粗的一行是日期" },
  "label-line": { en: "a line ending in a colon right before a list", zh: "列表前以冒号结尾的一行" },
  "label-entry": {
    en: "an entry that is only a state, tier or priority word, with entries below",
    zh: "只有状态、梯队或优先级词的列表项，下面还有列表",
  },
  "label-word": { en: "a word of the label says so", zh: "标签里的词" },
  label: { en: "as its label says", zh: "随标签" },
  heading: { en: "as its heading says", zh: "随标题" },
  "other-kind": {
    en: "the label names another kind, so its list is left alone",
    zh: "标签说的是别的东西，这个列表不读",
  },
  "list-entry": { en: "an entry of a learning or reading section", zh: "学习或阅读栏目里的列表项" },
  "nested-entry": { en: "an entry below an item is its step", zh: "条目下面的列表项是步骤" },
  "bare-url": { en: "nothing but a URL: a link of the item above", zh: "只有网址：算上级条目的链接" },
  placeholder: { en: "a placeholder stands for nothing", zh: "占位词，不算条目" },
  "item-word": { en: "a word or sign on the item", zh: "条目上的词或符号" },
  checkbox: { en: "its checkbox", zh: "复选框" },
  keyword: { en: "its keyword", zh: "关键字" },
  sign: { en: "a sign on the item", zh: "条目上的符号" },
  field: { en: "an inline field", zh: "行内字段" },
  mark: { en: "a state word on the item", zh: "条目上的状态词" },
  struck: { en: "the title is struck through", zh: "标题划掉了" },
  "done-date": { en: "a date on which it was done", zh: "完成日期" },
  "parent-done": { en: "the item above is done", zh: "上级条目已完成" },
  started: { en: "its progress is above zero", zh: "已有进度" },
  progress: { en: "how far it is", zh: "进度" },
  "step-progress": {
    en: "a step that is only progress: that of the item above",
    zh: "只有进度的步骤：算上级条目的进度",
  },
};

/** One sentence, or the rule's name where it has none. Every rule that a `Reason` names is in the table; a test holds that. */
export function explainRule(rule: string, tongue: Tongue): string {
  return RULES[rule]?.[tongue] ?? rule;
}

export function isKnownRule(rule: string): boolean {
  return Object.hasOwn(RULES, rule);
}
