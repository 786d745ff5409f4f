// What lives say to a person, in both languages: events as sentences, what a life came to, the overview, items untouched for
// long. Used by the command line and the screens.

import { formatDays, type Tongue } from "../../base/index.ts";
import type { Priority, State } from "../item.ts";
import type { Life, LifeEvent } from "./life.ts";
import { begunAt, cameDone, dayOfLife, daysOfLife, type LifeSpell, spellsOf } from "./life-spells.ts";
import type { TouchKind } from "./stale.ts";

const en = {
  priorities: { highest: "highest", high: "high", medium: "medium", low: "low" } as Record<Priority, string>,
  noPriority: "without a priority",
  states: { open: "open", doing: "under way", done: "done", dropped: "dropped" } as Record<State, string>,
  /** Of one event; titles stand in quotes. */
  came: "came onto the page",
  reworded: (from: string, to: string) => `reworded: “${from}” became “${to}”`,
  raised: (from: string, to: string) => `raised from ${from} to ${to}`,
  lowered: (from: string, to: string) => `lowered from ${from} to ${to}`,
  given: (to: string) => `given a priority: ${to}`,
  lost: (from: string) => `lost its priority (${from})`,
  section: (from: string | null, to: string | null) =>
    `moved from ${from ?? "above the headings"} to ${to ?? "above the headings"}`,
  under: (to: string) => `put below “${to}”`,
  alone: (from: string) => `no longer below “${from}”`,
  other: (from: string, to: string) => `moved from below “${from}” to below “${to}”`,
  begun: "begun",
  dropped: "dropped",
  ticked: "marked as done",
  reopened: (from: string) => `open again (was ${from})`,
  progress: (from: string, to: string) => `progress ${from} → ${to}`,
  progressOf: (to: string) => `progress ${to}`,
  noProgress: (from: string) => `progress ${from} taken away`,
  gone: "gone from the page",
  back: "back on the page",
  finished: "finished",
  after: (span: string) => `after ${span}`,
  unsure: (percent: number) => `${percent} % sure`,
  /** What a life came to. */
  stood: (priority: string, span: string) => `${priority} for ${span}`,
  atLeast: (text: string) => `at least ${text}`,
  neverBegun: "never begun",
  finishedAfter: (span: string, on: string) => `finished after ${span}, on ${on}`,
  cameDone: (on: string) => `written down as done on ${on}`,
  goneAfter: (span: string, on: string) => `gone after ${span}, on ${on}`,
  standsSince: (span: string, on: string) => `on the page for ${span}, since ${on}`,
  begunOn: (on: string) => `begun on ${on}`,
  moved: (count: number) => (count === 1 ? "changed once" : `changed ${count} times`),
  standsAt: (line: number) => `now on line ${line}`,
  join: (parts: readonly string[]) => `${parts.join("; ")}.`,
  /** Touches. */
  touches: { page: "on the page", record: "recorded", log: "in the log" } as Record<TouchKind, string>,
  untouched: (span: string, on: string, where: string) => `untouched for ${span}: last ${where} on ${on}`,
  ruleOwn: (long: string, median: string, gaps: number) =>
    `Long is ${long} here: three times your usual gap of ${median} between two touches of one item (${gaps} gaps), at least a month, at most a year.`,
  rulePrior: (long: string, gaps: number) =>
    `Long is ${long} here, as a rule of thumb: there are only ${gaps} gaps between touches to tell your own rhythm from.`,
  staleSummary: (count: number, of: number, left: number, planned: number) =>
    `${[
      count === 0
        ? `None of ${of} open items has stood untouched for long`
        : `${count} of ${of} open items ${count === 1 ? "has" : "have"} stood untouched for long`,
      ...(left > 0 ? [`${left} left alone for now`] : []),
      ...(planned > 0 ? [`${planned} planned`] : []),
    ].join("; ")}.`,
  leftName: (title: string) => `leave “${title}” as it is`,
  leftAlone: (title: string, on: string) => `“${title}” stays as it is; asked again after ${on}.`,
  pageAt: (day: string, on: string, same: number, other: number) =>
    `The page as it was on ${day} (written on ${on}): ${same} items are as they were, ${other} are not.`,
  beforeAll: (day: string, since: string) =>
    `Nothing is known of the page on ${day}: its history begins on ${since}.`,
  noDay: "The history begins there; from then on each day can be looked at.",
};

const zh: typeof en = {
  priorities: { highest: "最高", high: "高", medium: "中", low: "低" },
  noPriority: "没有优先级",
  states: { open: "未开始", doing: "进行中", done: "已完成", dropped: "已放弃" },
  came: "写进页面",
  reworded: (from, to) => `改写：「${from}」变成「${to}」`,
  raised: (from, to) => `优先级从${from}升到${to}`,
  lowered: (from, to) => `优先级从${from}降到${to}`,
  given: (to) => `定了优先级：${to}`,
  lost: (from) => `不再有优先级（原来是${from}）`,
  section: (from, to) => `从 ${from ?? "标题之前"} 移到 ${to ?? "标题之前"}`,
  under: (to) => `放到「${to}」下面`,
  alone: (from) => `不再在「${from}」下面`,
  other: (from, to) => `从「${from}」下面移到「${to}」下面`,
  begun: "开始做",
  dropped: "放弃",
  ticked: "标为完成",
  reopened: (from) => `重新打开（原来${from}）`,
  progress: (from, to) => `进度 ${from} → ${to}`,
  progressOf: (to) => `进度 ${to}`,
  noProgress: (from) => `去掉了进度 ${from}`,
  gone: "从页面消失",
  back: "回到页面",
  finished: "完成",
  after: (span) => `历时 ${span}`,
  unsure: (percent) => `把握 ${percent}%`,
  stood: (priority, span) => `${priority} ${span}`,
  atLeast: (text) => `至少 ${text}`,
  neverBegun: "从未开始",
  finishedAfter: (span, on) => `${on} 完成，历时 ${span}`,
  cameDone: (on) => `${on} 写下时已完成`,
  goneAfter: (span, on) => `${on} 消失，在页面上 ${span}`,
  standsSince: (span, on) => `从 ${on} 起在页面上，已 ${span}`,
  begunOn: (on) => `${on} 开始`,
  moved: (count) => `改动 ${count} 次`,
  standsAt: (line) => `现在在第 ${line} 行`,
  join: (parts) => `${parts.join("；")}。`,
  touches: { page: "在页面上改动", record: "有记录", log: "记在页面上" },
  untouched: (span, on, where) => `${span}没有动过：上次是 ${on} ${where}`,
  ruleOwn: (long, median, gaps) =>
    `这里的「很久」是 ${long}：你两次碰同一个条目通常相隔 ${median}（${gaps} 次间隔），取三倍，至少一个月，至多一年。`,
  rulePrior: (long, gaps) => `这里的「很久」按常理取 ${long}：只有 ${gaps} 次间隔，还看不出你自己的节奏。`,
  staleSummary: (count, of, left, planned) =>
    `${[
      count === 0 ? `${of} 个未完成的条目都没有搁置很久` : `${of} 个未完成的条目里有 ${count} 个很久没动过`,
      ...(left > 0 ? [`${left} 个暂且放着`] : []),
      ...(planned > 0 ? [`${planned} 个已排进计划`] : []),
    ].join("；")}。`,
  leftName: (title) => `「${title}」先放着`,
  leftAlone: (title, on) => `「${title}」先放着，${on} 之后再问。`,
  pageAt: (day, on, same, other) =>
    `${day} 那天的页面（${on} 写下）：${same} 个条目和现在一样，${other} 个不一样。`,
  beforeAll: (day, since) => `${day} 的页面没有留下来：历史从 ${since} 开始。`,
  noDay: "从历史开始那天起，每一天都可以看。",
};

export function sayLives(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}

const RANK: Readonly<Record<string, number>> = { highest: 4, high: 3, medium: 2, low: 1 };

/** One event as a part of a sentence, without its day. The state event of a finish says no more than the finish. */
export function sayLifeEvent({ kind, from, to }: LifeEvent, tongue: Tongue): string {
  const texts = sayLives(tongue);
  const priority = (value: string | null): string => texts.priorities[value as Priority] ?? value ?? "";
  if (kind === "reworded") return texts.reworded(from ?? "", to ?? "");
  if (kind === "priority") {
    if (from === null) return texts.given(priority(to));
    if (to === null) return texts.lost(priority(from));
    const say = (RANK[to] ?? 0) > (RANK[from] ?? 0) ? texts.raised : texts.lowered;
    return say(priority(from), priority(to));
  }
  if (kind === "section") return texts.section(from, to);
  if (kind === "parent") {
    if (from === null) return texts.under(to ?? "");
    return to === null ? texts.alone(from) : texts.other(from, to);
  }
  if (kind === "state") {
    if (to === "doing") return texts.begun;
    if (to === "dropped") return texts.dropped;
    if (to === "done") return texts.ticked;
    return texts.reopened(texts.states[from as State] ?? "");
  }
  if (kind === "progress") {
    if (from === null) return texts.progressOf(to ?? "");
    return to === null ? texts.noProgress(from) : texts.progress(from, to);
  }
  return texts[kind];
}

/** Spells with a priority; of more than three, those that were a twentieth of the life at least. */
function tellingSpells(life: Life, today: string): LifeSpell[] {
  const spells = spellsOf(life).filter(({ priority }) => priority !== null);
  if (spells.length <= 3) return spells;
  const whole = daysOfLife(life.cameAt, life.endedAt ?? today);
  return spells.filter(({ from, to }) => daysOfLife(from, to ?? life.endedAt ?? today) >= whole / 20);
}

/**
 * What a life came to, in a line: how long it stood with which priority, whether it was begun, how it ended.
 * @param since when the history begins: what was there then is older than is known
 */
export function sayLife(life: Life, today: string, since: string | null, tongue: Tongue): string {
  const texts = sayLives(tongue);
  const isOlder = life.cameAt === since;
  const span = (from: string, to: string | null): string => formatDays(daysOfLife(from, to ?? today), tongue);
  const least = (from: string, to: string | null): string => {
    const text = span(from, to);
    return isOlder && daysOfLife(from, to ?? today) > 0 ? texts.atLeast(text) : text;
  };
  const parts: string[] = [];
  const wasDone = cameDone(life);
  const spells = tellingSpells(life, today);
  if (!wasDone)
    for (const [at, { priority, from, to }] of spells.entries()) {
      const until = to ?? life.endedAt;
      const length = at === 0 ? least(from, until) : span(from, until);
      parts.push(texts.stood(texts.priorities[priority!], length));
    }
  const begun = begunAt(life);
  if (begun === null) parts.push(texts.neverBegun);
  else if (life.end !== "finished") parts.push(texts.begunOn(dayOfLife(begun)));
  if (wasDone) parts.push(texts.cameDone(dayOfLife(life.cameAt)));
  else if (life.endedAt === null)
    parts.push(texts.standsSince(span(life.cameAt, null), dayOfLife(life.cameAt)));
  else {
    const say = life.end === "finished" ? texts.finishedAfter : texts.goneAfter;
    parts.push(say(least(life.cameAt, life.endedAt), dayOfLife(life.endedAt)));
  }
  if (life.line !== null) parts.push(texts.standsAt(life.line));
  return texts.join(parts);
}
