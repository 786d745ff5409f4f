// The conditions that a new home begins with: a few that most people who work for themselves know, to be changed at will.

import type { Tongue } from "../../base/index.ts";

/** Text of conditions.md for a new home. */
export function starterConditions(tongue: Tongue): string {
  return tongue === "zh" ? ZH : EN;
}

const EN = `# Conditions

Compared with each day by \`nunc check\`. Write them in your own words; lines with “Detect” are seen by nunc itself, the
others are asked.

## Healthy

- The most important thing came first
  - Detect: highest-priority work first
- At least one long stretch without a break
  - Detect: a stretch of at least 60 minutes
- I made something small that works
- I rested before I was worn out

## Abnormal

- What matters most waits day after day
  - Detect: no highest-priority work for 3 days
- I drifted into the day without a plan
  - Detect: no plan by 10:00
- The plan was only a wish
  - Detect: less than 50% of the plan kept
- Hopping from one thing to the next
  - Detect: blocks shorter than 25 minutes all day
- Working late into the night
  - Detect: worked after 22:00
- Started and left lying
  - Detect: an item started but not touched for 14 days
- A week without thinking about where this goes
  - Detect: no reflection this week
- Reading about it instead of doing it
`;

const ZH = `# 状态

\`nunc check\` 每天拿它们对照一遍。请改成你自己的话；写了“检测”的由 nunc 自己看，其余的会问你。

## 健康

- 最重要的事排在了最前面
  - 检测：先做最高优先级的工作
- 至少有一段时间完全沉进去了
  - 检测：有一段至少 60 分钟的连续工作
- 动手做出了一个能跑的小东西
- 累之前就歇了一会儿

## 异常

- 最要紧的事一天天往后拖
  - 检测：连续 3 天没有最高优先级的工作
- 没有打算就开了工
  - 检测：10:00 前没有计划
- 计划只是愿望
  - 检测：计划完成不到 50%
- 在几件事之间跳来跳去
  - 检测：全天都是不到 25 分钟的碎块
- 深夜还在干活
  - 检测：22:00 后还在工作
- 开了头就放着不管
  - 检测：有条目开了头却 14 天没碰
- 一整周没有停下来想想方向
  - 检测：这周没有思考
- 一直在看资料，没有动手
`;
