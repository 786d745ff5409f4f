// The nunc.yaml that `init` writes: every key with its default, explained, in both languages.
// It holds one setting that is not commented out, the page, which `init` changes with a splice.

import type { Bilingual } from "../../base/index.ts";

/** The nunc.yaml that `init` writes; it then sets the page with a splice. */
export const CONFIG_DOC: Bilingual = {
  en: `# Settings of this nunc home. Every key has a default; docs/nunc.yaml.md explains them all.
version: 1

# The page: relative to this folder, or absolute. With several pages, write \`pages:\` and a list.
page: now.md

# Where log entries of former years go, relative to the page's folder.
# archive: history/{year}.md

# Time zone in which days begin and end; without it, the system's.
# zone: Europe/Berlin

# Language of commands and screens: en or zh; without it, the system's.
# language: en

# What headings are where nunc reads them wrong: learning, reading, log or other.
# headings:
#   Things I care about: learning

# Words that name a priority (highest, high, medium, low) or a state (open, doing, done, dropped).
# words:
#   priority:
#     urgent: highest
#   state:
#     paused: open

# Whether a page with a lastmod in its front matter gets it updated.
# lastmod: true

# Working hours by weekday; a day without any is off. The rest keep theirs: Monday to Friday, 09:00-12:00 and 13:00-18:00.
# hours:
#   mon-thu: 09:30-12:00, 13:00-18:30
#   fri: 09:30-13:00
#   sat: off

# Holidays, and days that are worked all the same. Days and ranges, first and last included.
# daysOff: [2026-12-24..2027-01-01]
# workDays: []

# When a day ends: for some it is 02:00 of the night.
# dayEnd: "00:00"

# Times that are taken: weekdays or one day, from - to, what for.
# busy:
#   - mon-fri 10:00-10:15 Stand-up
#   - 2026-11-25 14:00-15:00 Dentist

# Time that a plan keeps free for what comes up; only interruptions spend it.
# buffer: 1h

# Hours in which the hardest work goes best.
# best: 09:00-12:00

# Work goes on for at most so long, then comes a break of that length.
# stretch: 90m
# break: 15m

# Shortest and longest block of a plan.
# shortest: 30m
# longest: 2h

# When the self-check is due (off: never), and what is told by a notification.
# checkAt: "18:00"
# notify: {block: true, clock: true, check: true}

# How much importance an item loses: by endless effort (half of it at so many hours), by needing many people, by having no check points.
# importance: {effort: 60%, hours: 20h, people: 20%, points: 10%}

# What recall aims at: the share that should be known when asked, so many new questions a day, the weakest or item after item first.
# recall: {retention: 90%, new: 10, order: weakest}
`,
  zh: `# 这个 nunc 数据目录的设置。每个键都有默认值；docs/nunc.yaml.md 有完整说明。
version: 1

# 页面：相对于这个文件夹的路径，或绝对路径。有多个页面时写 \`pages:\` 和一个列表。
page: now.md

# 往年的记录移到哪里，相对于页面所在的文件夹。
# archive: history/{year}.md

# 一天从哪个时区算起；不写则用系统的时区。
# zone: Asia/Shanghai

# 命令和界面的语言：zh 或 en；不写则跟随系统。
# language: zh

# nunc 认错的标题在这里更正：learning（学习）、reading（阅读）、log（记录）、other（其他）。
# headings:
#   想折腾的: learning

# 表示优先级（highest、high、medium、low）或状态（open、doing、done、dropped）的词。
# words:
#   priority:
#     紧急: highest
#   state:
#     搁置: open

# 页面的 front matter 里有 lastmod 时，是否随修改更新。
# lastmod: true

# 每个星期几的工作时间，没有时间就是休息。没写到的照默认：周一至周五 09:00-12:00、13:00-18:00。
# hours:
#   周一至周四: 09:30-12:00, 13:30-18:30
#   周五: 09:30-13:00
#   周六: 休息

# 假期，以及虽是假期或周末却要工作的日子（调休）。写日期或一段日期，首尾都算。
# daysOff: [2026-10-01..2026-10-07]
# workDays: [2026-10-10]

# 一天到几点结束：有些人要到凌晨两点。
# dayEnd: "00:00"

# 已被占用的时间：星期几或某一天，起止，做什么。
# busy:
#   - 周一至周五 10:00-10:15 站会
#   - 2026-11-25 14:00-15:00 看牙

# 计划里留给突发情况的时间，只有打断才能用它。
# buffer: 1h

# 哪几个小时最适合做最难的事。
# best: 09:00-12:00

# 连续工作最多多久，之后休息多久。
# stretch: 90m
# break: 15m

# 一个时段最短和最长是多少。
# shortest: 30m
# longest: 2h

# 几点该自检（off 表示不提醒），以及哪些事要发通知。
# checkAt: "18:00"
# notify: {block: true, clock: true, check: true}

# 重要性怎么打折：时间无穷多时扣多少（到这么多小时扣一半）、要很多人时扣多少、没有检查点扣多少。
# importance: {effort: 60%, hours: 20h, people: 20%, points: 10%}

# 复习：被问到时应记得的比例，每天几个新问题，先问什么：weakest（最可能忘的）或 item（逐个条目）。
# recall: {retention: 90%, new: 10, order: weakest}
`,
};
