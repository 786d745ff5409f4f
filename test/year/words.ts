// What the person of a generated year says, in both languages: titles, headings, remarks. All made up for this test.

export type YearTongue = "en" | "zh";
type Pair = readonly [en: string, zh: string];

/** Titles of what is to be learned; which of them plays which part is up to the seed. */
export const TITLES: readonly Pair[] = [
  ["Consensus under partitions", "分区下的共识"],
  ["Query optimisers", "查询优化器"],
  ["Postmortems that people read", "写得出去的事故报告"],
  ["Public speaking", "当众演讲"],
  ["Property-based testing", "性质测试"],
  ["Memory allocators", "内存分配器"],
  ["Type inference", "类型推导"],
  ["Capacity models", "容量模型"],
  ["Interviewing kindly", "怎样好好面试"],
  ["Regex engines", "正则引擎"],
  ["Caching on the web", "网页缓存机制"],
  ["Profiling in production", "线上性能剖析"],
  ["Copy-on-write file systems", "写时复制的文件系统"],
  ["Garbage collectors", "垃圾回收器"],
  ["Sketching algorithms", "概率数据结构"],
  ["Bayesian statistics", "贝叶斯统计"],
  ["Letterforms", "字体设计"],
  ["Modular synthesizers", "模块合成器"],
  ["Bread with wild yeast", "天然酵母面包"],
  ["Portuguese", "葡萄牙语"],
  ["Lock-free queues", "无锁队列"],
  ["Static site search", "静态站点搜索"],
  ["Fuzzing parsers", "解析器模糊测试"],
  ["Negotiating", "谈判"],
  ["Map projections", "地图投影"],
  ["Queueing theory", "排队论"],
  ["Secrets management", "密钥管理"],
  ["Formal specification", "形式化规约"],
  ["Woodworking joints", "榫卯"],
  ["Colour for screens", "屏幕色彩"],
  ["Embedded radios", "嵌入式无线"],
  ["Shell completion", "命令补全"],
  ["Graph databases", "图数据库"],
  ["Sampling theory", "采样理论"],
  ["Bicycle repair", "修自行车"],
  ["Accounting basics", "会计入门"],
  ["Delegating", "学会放手"],
  ["Compiler back ends", "编译器后端"],
  ["Time zones done right", "时区处理"],
  ["Accessibility audits", "无障碍审查"],
  ["Spaced practice", "间隔练习"],
  ["Ray tracing by hand", "手写光线追踪"],
  ["Old maps of the city", "城市旧地图"],
  ["Podcast editing", "播客剪辑"],
];

export const STEPS: readonly Pair[] = [
  ["Survey of the field", "通读综述"],
  ["A toy version", "做个玩具版"],
  ["Measure it at work", "在工作里量一量"],
  ["Teach it to Mara", "讲给小满听"],
  ["The first three chapters", "前三章"],
  ["Exercises of part two", "第二部分习题"],
  ["Port the old script", "迁移旧脚本"],
  ["Compare two designs", "比较两种设计"],
  ["Write the summary", "写总结"],
  ["A talk of ten minutes", "十分钟分享"],
  ["Clean up the notes", "整理笔记"],
  ["Reproduce the figure", "复现那张图"],
  ["Two evenings of examples", "两晚的例子"],
  ["What the manual leaves out", "手册没说的"],
  ["An hour with the source", "读一小时源码"],
  ["One page of mistakes", "一页错误"],
];

export const BOOKS: readonly Pair[] = [
  ["The Art of Gathering Evidence", "《证据的收集》"],
  ["Quiet Systems", "《安静的系统》"],
  ["A Field Guide to Failure", "《失败图鉴》"],
  ["Letters from the Data Centre", "《机房来信》"],
  ["Small Tools, Long Lives", "《小工具与长寿命》"],
  ["The River Ledger", "《河流账本》"],
];

export const REMARKS: readonly Pair[] = [
  ["went well", "顺利"],
  ["stuck at the second part", "卡在第二部分"],
  ["notes to be sorted", "笔记还没整理"],
  ["with Ola", "和阿宁一起"],
  ["only half awake", "有点困"],
  ["found a nicer way", "找到了更好的做法"],
];

export const OTHERS: readonly Pair[] = [
  ["Mail and chat", "邮件和消息"],
  ["Helped a colleague", "帮同事看问题"],
  ["Tidied the desk", "收拾桌面"],
  ["Expense report", "报销"],
];

export const INTERRUPTIONS: readonly Pair[] = [
  ["the office called", "办公室来电"],
  ["deploy went wrong", "发布出错"],
  ["customer escalation", "客户升级"],
  ["parcel at the door", "收快递"],
];

/** Words that stand once. */
export const SAID = {
  title: ["Now", "此刻"],
  intro: ["What I learn, read and do; for nobody but me.", "写给自己看：在学什么、读什么、做了什么。"],
  learning: ["Learning", "学习"],
  highest: ["Highest priority", "最高优先级"],
  high: ["High priority", "高优先级"],
  medium: ["Medium priority", "中优先级"],
  low: ["Low priority", "低优先级"],
  groupA: ["Craft:", "技术："],
  groupB: ["Everything else:", "其他："],
  reading: ["Reading", "书单"],
  readingNow: ["Reading now:", "正在读："],
  toRead: ["To read:", "想读："],
  read: ["Read:", "已读："],
  log: ["Log", "日志"],
  done: ["done", "已完成"],
  doing: ["doing", "进行中"],
  plan: ["Plan", "计划"],
  record: ["Record", "记录"],
  check: ["Check", "自检"],
  buffer: ["Buffer", "缓冲"],
  interruption: ["Interruption: ", "打断："],
  healthy: ["Healthy: ", "健康："],
  abnormal: ["Abnormal: ", "异常："],
  correction: ["Correction: ", "纠错："],
  thinking: ["Thinking time", "静下来想"],
  swimming: ["Swimming", "游泳"],
  calls: ["Phone calls", "打电话"],
  papers: ["Family papers", "家庭文件"],
  piano: ["Piano scales", "钢琴音阶"],
  lookBack: ["Look back at the week", "回看这一周"],
  errand: ["Dentist", "看牙"],
} as const satisfies Record<string, Pair>;

export type SaidKey = keyof typeof SAID;

export function sayerOf(tongue: YearTongue) {
  const index = tongue === "en" ? 0 : 1;
  return {
    of: (pair: Pair): string => pair[index],
    say: (key: SaidKey): string => SAID[key][index],
    /** Behind a title: `: went well`. */
    colon: tongue === "en" ? ": " : "：",
  };
}

export type Sayer = ReturnType<typeof sayerOf>;
