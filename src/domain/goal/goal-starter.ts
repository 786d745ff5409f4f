// The goals.md that a new home begins with: how it is written, and one commitment to keep, change or strike.

import type { Bilingual, Tongue } from "../../base/index.ts";

const STARTER: Bilingual = {
  en: `# Goals

<!-- Private: this file stays in your home. Write here what you are after, in your own words and headings. -->

## Commitments

<!-- Time that comes back, and that a plan must find: how much in which time, then what for. Other forms:
- daily 30m: Vocabulary
- 2 times a week: Running, 30m each
- at most 3h a week: Meetings
-->

- weekly 1h: Reflection
`,
  zh: `# 目标

<!-- 私密：这个文件只留在你的数据目录里。用你自己的话和标题，写下你在追求什么。 -->

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
