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
`,
};
