// The goals.md that a new home begins with: how it is written, and one commitment to keep, change or strike.

import type { Bilingual, Tongue } from "../../base/index.ts";

const STARTER: Bilingual = {
  en: `# Goals

<!-- Private: this file stays in your home. Write here what you are after, in your own words and headings, or so that nunc
can tell how far you are (docs/goals.md):
## Goal: A small press that pays for itself (2026 Q4)
### Key results
- Books in print: 0/4
### Key problems
- Paper takes six weeks to come
### Served by
- The title of an item on your page: help 3, 20h
-->

## Commitments

<!-- Time that comes back, and that a plan must find: how much in which time, then what for. Other forms:
- daily 30m: Vocabulary
- 2 times a week: Running, 30m each
- at most 3h a week: Meetings
-->

- weekly 1h: Reflection
`,
  zh: `# 目标

<!-- 私密：这个文件只留在你的数据目录里。用你自己的话和标题，写下你在追求什么；照下面的样子写，nunc 就能看出到了哪一步（docs/goals.md）：
## 目标：让小小印刷坊养活自己（2026 年第四季度）
### 关键结果
- 印出的书：0/4
### 关键问题
- 纸要六个星期才到
### 推进它的条目
- 页面上一个条目的标题：帮助 3，20 小时
-->

## 承诺

<!-- 反复要花、计划必须留出来的时间：多久多少，然后是做什么。还可以这样写：
- 每天 30 分钟：背单词
- 每周 2 次：跑步，每次 30 分钟
- 每周最多 3 小时：开会
-->

- 每周 1 小时：思考
`,
};

/** Text of goals.md for a new home. */
export function starterGoals(tongue: Tongue): string {
  return STARTER[tongue];
}
