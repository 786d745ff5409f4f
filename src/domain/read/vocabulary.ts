// The words by which pages say what they mean, Chinese and English, as data in one place. The rules that use them are in
// `words.ts` (how a word is found), `section-role.ts`, `state-words.ts`, `priority-words.ts`, `item-text.ts`. Chinese words are in simplified form;
// text is simplified before it is compared. English words are matched as whole words, without case.

import type { Priority, Role, State } from "../item.ts";

/** A word list: Chinese words are found anywhere, English ones as whole words; `*` stands for any ending. */
export interface Words {
  zh: readonly string[];
  en: readonly string[];
}

/** Words between commas. */
function list(text: string): readonly string[] {
  return text.trim().split(/,\s*/);
}

/**
 * Words of a heading that give a role wherever they stand in it.
 * `weak` ones only where no heading above gives a role.
 */
export const ROLE_WORDS: Readonly<Record<"learning" | "reading" | "log", Words>> = {
  learning: {
    zh: list(
      "学习, 在学, 想学, 待学, 要学, 学完, 学过, 已学, 自学, 在研究, 正在研究, 想研究, 待研究, 想搞, 钻研",
    ),
    en: list(`
      learn, learning, learned, learnt, tolearn, study, studying, studies, teaching myself,
      getting into`),
  },
  reading: {
    zh: list(
      "书, 书单, 书籍, 阅读, 读书, 在读, 正在读, 想读, 待读, 要读, 已读, 读过, 读完, 未读, 弃读, 读物",
    ),
    en: list(`
      book, books, read, reading, reads, toread, bookshelf, bookshelves, textbooks, audiobooks, ebooks,
      novels, papers, nightstand, bedside table, tbr`),
  },
  log: {
    zh: list(`
      日志, 日记, 周记, 月记, 周报, 月报, 流水账, 流水, 记录, 轨迹, 足迹, 动态, 历程, 近况, 时间线, 大事记, 更新日志, 干了啥, 干些啥, 做了什么, 做了啥`),
    en: list(`
      log, logs, logbook, journal, diary, changelog, devlog, worklog, timeline, weeknotes, what i did,
      what i've done, what i have done, updates`),
  },
};

/** Plan words: a role where nothing above gives one, never a state. */
export const WEAK_LEARNING_WORDS: Words = {
  zh: list("研究, 备选, 技能, 技能树, 课程, 进修, 充电, 感兴趣, 兴趣点, 想了解"),
  en: list("courses, curriculum, syllabus, skills, researching, exploring"),
};

/** `now` and the like: a log where dated entries stand below, else nothing. */
export const NOW_WORDS: Words = {
  zh: list("此刻, 此时此刻, 当下, 现在, 此时"),
  en: list("now, right now, nowadays"),
};

/**
 * Kinds of things that are neither learned nor read: as the head of a heading (its last word) they make it `other`.
 * `media` ones also take the list of a label out (`音乐：`, `Movies:`).
 */
export const OTHER_HEADS: Readonly<Record<"media" | "strong" | "topic" | "furniture", Words>> = {
  media: {
    zh: list(`
      音乐, 歌, 歌曲, 歌单, 专辑, 唱片, 电影, 影视, 影片, 电视剧, 剧集, 追剧, 番剧, 动漫, 动画, 纪录片, 综艺, 游戏, 手游, 桌游, 播客, 视频, 观影, 看片,
      演出, 展览`),
    en: list(`
      music, songs, albums, playlist, playlists, listening, movies, movie, films, film, tv, shows,
      series, anime, watching, watchlist, watched, games, game, gaming, playing, podcasts, podcast,
      concerts, videos`),
  },
  strong: {
    zh: list(
      "工作, 项目, 副业, 座右铭, 格言, 名言, 语录, 箴言, 今日任务, 今日待办, 今日计划, 今天, 今日, 任务, 待办, 待办事项, 证书",
    ),
    en: list(`
      work, job, career, freelance, project, projects, maxims, maxim, mottos, motto, quotes, quote,
      principles, today, tasks, task, todo, todos, to-do, to-dos, chores, bookmarks`),
  },
  // What one may also learn about: only where nothing says that it is learned.
  topic: {
    zh: list("生活, 家庭, 运动, 健身, 旅行, 旅游, 摄影, 美食, 购物, 写作, 健康, 理财, 博客"),
    en: list(`
      life, family, health, fitness, travel, travels, traveling, events, writing, blogging, hobbies, cooking,
      gardening, photography, sports, running, shopping, building, home, speaking`),
  },
  // What pages have besides.
  furniture: {
    zh: list("愿望, 联系, 联系方式, 链接, 友链, 关于, 目录, 工具, 目标, 参考, 参考资料, 致谢"),
    en: list(
      "contact, links, about, wishlist, contents, tools, uses, location, references, goals, license, contributing",
    ),
  },
};

/** Topics that contain a role word and are none; blanked before words are looked for. */
export const NOT_ROLES: readonly RegExp[] = [
  /(?:机器|深度|强化|迁移|联邦|监督|无监督|表示|对比|在线|集成|主动|元|流形|统计)学习/g,
  /\b(?:machine|deep|reinforcement|transfer|federated|supervised|unsupervised|representation|contrastive|statistical|meta|active|ensemble|e)[- ]learning\b/gi,
  /(?:证|文|秘|脸|聘|说明|计划|任务|标|申请|协议|承诺|白皮|议定|意向|楷|草|隶|行|血|遗|情|家)书/g,
  /书(?:签|法|写|包|房|面|信|生|画|桌|名号|展|香)/g,
  /\bread ?me\b|\bread more\b|\bread-only\b|\bproof-?reading\b|\breading glasses\b/gi,
  /\bcase stud(?:y|ies)\b|\bstudy group\b/gi,
  /(?:源码|代码|源代码)阅读|阅读源码/g,
  /学习(?:环境|机|中心|社区|小组|成本|曲线|率)/g,
  /数据记录|记录器|会议记录/g,
];

/** A heading that asks or tells how is about its subject, no list of it. */
export const SENTENCE_OPENERS =
  /^(?:how|why|when|where|who|whose|should|can|could|does|do|is|are|if)\b(?!.*\bto[- ](?:read|learn)\b)|^(?:如何|怎么|怎样|为什么|为何)/i;

/** Words behind a head that do not change what it is: 音乐清单, "Music list". */
export const NEUTRAL_TAILS: Words = {
  zh: list(
    "清单, 列表, 一览, 计划, 安排, 相关, 篇, 类, 部分, 推荐, 收藏, 合集, 进展, 状态, 情况, 们, 等, 方面, 集, 录",
  ),
  en: list("list, lists, stuff, things, ideas, plan, plans, status, corner, notes, section, etc"),
};

/** Words of a label or heading (or alone on an item) that name a state. `read` and `reading` are judged by `state-words.ts`. */
export const STATE_WORDS: Readonly<Record<State, Words>> = {
  done: {
    zh: list(`
      已读, 读完, 读过, 已读完, 已完成, 完成, 已学, 学完, 学过, 已学完, 已看, 看完, 看过, 听完, 啃完, 刷完, 做完, 写完, 练完, 搞定, 已搞定, 已结束, 完结,
      已掌握, 毕业`),
    en: list(`
      done, finished, completed, complete, have read, already read, recently read, books read,
      read already, past reads, recent reads, i've read, i have read, i read, learned, learnt,
      mastered, shipped`),
  },
  doing: {
    zh: list(`
      正在, 在读, 在学, 在研究, 在看, 在做, 在搞, 在写, 进行中, 进行时, 手头, 手上, 在啃, 在刷, 在听, 在追, 在练, 最近在, 学习中, 阅读中, 研究中, 当前在,
      目前在`),
    en: list(`
      currently, current, doing, in progress, in-progress, wip, ongoing, on-going, reading now,
      now reading, learning now, now learning, working on, underway, in flight, in-flight, active,
      ongoing, right now, at the moment, on the nightstand`),
  },
  open: {
    zh: list(`
      待读, 想读, 要读, 未读, 待学, 想学, 要学, 未学, 待完成, 未完成, 待看, 想看, 待办, 未开始, 没开始, 待开始, 打算读, 准备读, 计划读, 打算学, 待研究, 待做`),
    en: list(`
      to read, to-read, toread, tbr, want, wanted, to learn, to-learn, tolearn, to study, to do, to-do,
      todo, not started, unread, unstarted, read later, read next`),
  },
  dropped: {
    zh: list("弃, 弃读, 弃坑, 弃学, 已弃, 放弃, 已放弃, 不读了, 不学了, 读不下去"),
    en: list(`
      dropped, abandoned, dnf, did not finish, didn't finish, gave up, given up, quit, cancelled,
      canceled`),
  },
};

/** Phrases that look like a state and name another thing, or two at once; they make a label name none. */
export const UNFINISHED_WORDS: Words = {
  zh: list("未读完, 没读完, 没看完, 未看完, 未学完, 没学完, 读了一半"),
  en: list("unfinished, half-read, not finished"),
};

/** A word alone behind ` - `, or in brackets at the end of an item, that gives its state. */
export const STATE_MARKS: Readonly<Record<State, Words>> = {
  done: {
    zh: list(`
      已完成, 完成, 完成了, 已读, 读完, 已读完, 读完了, 已学完, 学完, 学完了, 看完, 已看完, 看完了, 啃完, 刷完, 听完, 搞定, 已搞定, 完结, 已结束, 做完,
      做完了`),
    en: list("done, finished, completed, complete, read"),
  },
  doing: {
    zh: list(
      "进行中, 在读, 正在读, 在学, 正在学, 在看, 正在看, 在啃, 在刷, 在听, 学习中, 阅读中, 正在进行, 在研究, 研究中, 进行时, 在做, 正在做",
    ),
    en: list(`
      doing, in progress, in-progress, wip, ongoing, reading, currently reading, learning, started`),
  },
  open: {
    zh: list("待完成, 待读, 想读, 待学, 想学, 未开始, 未读, 待办, 待做"),
    en: list("todo, to do, to-do, to read, to-read, not started, planned"),
  },
  dropped: {
    zh: list("弃, 弃了, 已弃, 弃读, 弃坑, 放弃, 已放弃"),
    en: list("dropped, abandoned, dnf, gave up, cancelled, canceled"),
  },
};

/** Signs on an item. Obsidian-Tasks: `✅` done, `❌` cancelled; both may carry a date. */
export const STATE_SIGNS: Readonly<Record<string, State>> = {
  "✅": "done",
  "☑️": "done",
  "☑": "done",
  "✔️": "done",
  "✔": "done",
  "🚧": "doing",
  "❌": "dropped",
};

/** Logseq and org: keywords at the start of an entry. */
export const STATE_KEYWORDS: Readonly<Record<string, State>> = {
  TODO: "open",
  LATER: "open",
  WAITING: "open",
  DOING: "doing",
  NOW: "doing",
  "IN-PROGRESS": "doing",
  DONE: "done",
  CANCELED: "dropped",
  CANCELLED: "dropped",
};

/** Extended checkbox states that all sets agree on (DESIGN §3); any other sign only denies done. */
export const CHECKBOX_STATES: Readonly<Record<string, State>> = {
  x: "done",
  X: "done",
  "/": "doing",
  "-": "dropped",
};

export const PRIORITY_SIGNS: Readonly<Record<string, Priority>> = {
  "🔺": "highest",
  "⏫": "high",
  "🔼": "medium",
  "🔽": "low",
  "⏬": "low",
};

/** `P0`…`P3`, `(A)`…`(C)` of todo.txt, `[#A]`…`[#C]` of org and Logseq. */
export const PRIORITY_CODES: Readonly<Record<string, Priority>> = {
  P0: "highest",
  P1: "high",
  P2: "medium",
  P3: "low",
  A: "high",
  B: "medium",
  C: "low",
};

export const PRIORITY_LEVELS: Readonly<Record<string, Priority>> = {
  最高: "highest",
  最低: "low",
  次高: "high",
  较高: "high",
  高: "high",
  中等: "medium",
  中: "medium",
  较低: "low",
  低: "low",
  highest: "highest",
  top: "highest",
  high: "high",
  higher: "high",
  medium: "medium",
  mid: "medium",
  middle: "medium",
  normal: "medium",
  low: "low",
  lower: "low",
  lowest: "low",
};

/** 第一、第二、第三梯队; "Tier 1", "first tier". */
export const TIERS: Readonly<Record<string, Priority>> = {
  一: "high",
  二: "medium",
  三: "low",
  "1": "high",
  "2": "medium",
  "3": "low",
  first: "high",
  second: "medium",
  third: "low",
};

/** The page says that order is priority. */
export const RANKED: readonly RegExp[] = [
  /按照?(?:优先级|重要性|重要程度|优先顺序|优先次序)(?:[从由]高[到至]低|高低)?(?:来|进行)?(?:排序|排列|排名|排|顺序)/,
  /优先级(?:[从由]高[到至]低|递减|降序)/,
  /(?:从|由)上(?:到|至|往)下.{0,6}优先/,
  /\b(?:in|by)(?: \w+)? order of (?:priority|importance|preference)\b/i,
  /\b(?:ordered|sorted|ranked|listed|arranged) by (?:priority|importance|preference)\b/i,
  /\bin priority order\b|\bmost important (?:one )?first\b|\bhighest priority first\b|\bby priority\b/i,
];

/** … and where it says that it is not. */
export const NOT_RANKED =
  /不(?:是)?按|没有?按|未按|并非按|[从由]低[到至]高|\bno particular order\b|\bnot (?:\w+ )?(?:in|by|ordered|sorted|ranked)\b|\blowest\b.*\bfirst\b|\bleast important first\b/i;

/** Entries that stand for nothing. */
export const PLACEHOLDERS: Words = {
  zh: list("暂无, 无, 没有, 空, 待定, 待补充, 待添加, 待续, 暂时没有, 还没有, 暂缺, 敬请期待, 未定"),
  en: list(`
      todo, tbd, tba, none, none yet, nothing, nothing yet, nothing here yet, nothing right now,
      nothing at the moment, n/a, na, empty, coming soon, to be added, to be done, no items,
      nothing here`),
};

/** Units that follow or precede numbers of progress. */
export const UNIT_WORDS = {
  page: { zh: "页", en: "pages?|pp?\\.?|pg\\.?" },
  chapter: { zh: "章节?|回", en: "chapters?|chaps?\\.?|chs?\\.?" },
  item: {
    zh: "节课?|课时?|讲|集|题|道题?|个|篇|条|项|关|期|单元|部分|卷|周|天|小节",
    en: "items?|lessons?|lectures?|exercises?|problems?|videos?|modules?|units?|parts?|sections?|episodes?|tasks?|steps?|labs?|weeks?|days?|questions?|levels?|katas?|stages?",
  },
} as const;

/** Traditional characters of the words above, with their simplified form. */
export const SIMPLIFIED: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "書书",
    "閱阅",
    "讀读",
    "學学",
    "習习",
    "單单",
    "錄录",
    "誌志",
    "記记",
    "優优",
    "級级",
    "進进",
    "現现",
    "時时",
    "項项",
    "專专",
    "遊游",
    "戲戏",
    "電电",
    "視视",
    "劇剧",
    "動动",
    "畫画",
    "樂乐",
    "專专",
    "輯辑",
    "觀观",
    "蹤踪",
    "軌轨",
    "跡迹",
    "歷历",
    "況况",
    "線线",
    "備备",
    "選选",
    "課课",
    "樹树",
    "興兴",
    "開开",
    "準准",
    "劃划",
    "計计",
    "畢毕",
    "業业",
    "結结",
    "棄弃",
    "還还",
    "沒没",
    "無无",
    "暫暂",
    "補补",
    "第第",
    "隊队",
    "層层",
    "較较",
    "話话",
    "鑽钻",
    "個个",
    "節节",
    "講讲",
    "題题",
    "條条",
    "關关",
    "頁页",
    "為为",
    "麼么",
    "過过",
    "從从",
    "會会",
    "聽听",
    "寫写",
    "變变",
    "務务",
    "辦办",
    "標标",
    "點点",
    "誦诵",
    "語语",
    "銘铭",
    "雜杂",
    "號号",
    "週周",
    "處处",
    "爾尔",
    "當当",
    "間间",
    "運运",
    "聯联",
    "繫系",
    "連连",
    "購购",
    "願愿",
    "攝摄",
    "館馆",
    "參参",
    "順顺",
    "態态",
    "與与",
    "閒闲",
    "種种",
    "體体",
    "藝艺",
    "術术",
    "筆笔",
    "勵励",
    "識识",
  ].map((pair) => [[...pair][0]!, [...pair][1]!]),
);

/** Names of roles for messages. */
export const ROLE_NAMES: Readonly<Record<Role, { zh: string; en: string }>> = {
  learning: { zh: "学习", en: "learning" },
  reading: { zh: "阅读", en: "reading" },
  log: { zh: "记录", en: "log" },
  other: { zh: "其他", en: "other" },
};
