// Drift: how far the priorities that the page states and what was lived differ, in a range of days. Items are compared by
// what they got for each working day on which they stood open on the page; steps count for their outermost item. Pure.

import { addDays, epochDayOf, type LocalDate, type Tongue } from "../../base/index.ts";
import { PRIORITIES, type Priority } from "../item.ts";
import type { PastItem, PastSpell } from "../life/item-past.ts";
import { spellAt } from "../life/item-past-ask.ts";
import type { Share, ShareBy } from "../report/report.ts";
import type { DriftEvidence } from "./evidence.ts";
import { type MoveFinder, makeMoveFinder } from "./last-move.ts";
import { type DriftMessages, sayDrift } from "./messages.ts";
import { readShares } from "./shares.ts";
import { weightedTau } from "./weighted-tau.ts";
import { type DatedWork, type Lived, readLived } from "./works.ts";

export type DriftUnit = "min" | "days" | "count";

export interface DriftItem {
  item: PastItem;
  /** As it was at the end of the range, when it was no step. */
  title: string;
  priority: Priority | null;
  changed: { on: LocalDate; from: Priority | null; to: Priority | null }[];
  statedRank: number | null;
  livedRank: number | null;
  amount: number;
  share: number;
  goals: string[];
  lastMovedOn: LocalDate | null;
  /** Working days of the range on which it stood open on the page. */
  openDays: number;
}

export interface Starved {
  item: PastItem;
  title: string;
  priority: Priority;
  amount: number;
  lastMovedOn: LocalDate | null;
  nextStep: { path: string; title: string; lastMovedOn: LocalDate | null } | null;
}

export interface Instead {
  kind: "item" | "commitment" | "other" | "interruption";
  title: string;
  path: string | null;
  priority: Priority | null;
  amount: number;
  share: number;
}

export interface Drift {
  source: Lived["source"];
  unit: DriftUnit;
  sourceSays: string;
  enough: boolean;
  tooLittle: string | null;
  total: number;
  by: Record<ShareBy, Share[]>;
  agreement: {
    measure: "weighted-tau";
    value: number | null;
    items: number;
    says: string;
    pairs: { above: string; below: string; says: string }[];
  };
  items: DriftItem[];
  starved: Starved[];
  instead: Instead[];
  findings: string[];
}

/** Fewer items make no order. */
export const LEAST_ITEMS = 5;
/** An item that stood open for fewer working days, or for less than this part of them, is not compared. */
export const LEAST_OPEN_DAYS = 5;
const LEAST_OPEN_SHARE = 0.1;
/** Less than this part of what items got on average, for each day, is next to nothing. */
const NEXT_TO_NOTHING = 0.1;
/** Pairs that are shown. */
const SHOWN_PAIRS = 5;
/** Rows of what took the time. */
const SHOWN_INSTEAD = 8;

export function readDrift(evidence: DriftEvidence, tongue: Tongue): Drift {
  const texts = sayDrift(tongue);
  const lived = readLived(evidence);
  const { works } = lived;
  const unit = lived.source === "log" ? "days" : lived.source === "history" ? "count" : "min";
  const { total, by } = readShares(works, evidence.goals, tongue);
  const moves = makeMoveFinder(evidence, works);
  const drafts = draftItems(evidence, works);
  const compared = rankItems(drafts, evidence);
  const tooLittle = tooLittleOf(lived, compared, evidence, texts);
  // Where next to nothing is known, to have got nothing says nothing.
  const starved = total === 0 || !lived.isEnough ? [] : findStarved(evidence, compared, moves);
  const items = finishItems(evidence, drafts, compared, total, moves);
  const agreement = agreementOf(compared, unit, tooLittle, texts);
  const instead = findInstead(evidence, works, total, compared);
  const drift = {
    source: lived.source,
    unit,
    sourceSays: texts.source(lived, unit),
    enough: tooLittle === null,
    tooLittle,
    total,
    by,
    agreement,
    items,
    starved,
    instead,
  } as const;
  const named = works.reduce((sum, { place, amount }) => sum + (place === null ? 0 : amount), 0);
  const known = { compared: compared.length, named: total === 0 ? 1 : named / total };
  return { ...drift, findings: texts.findings({ ...drift, ...known }, topOf(compared)) };
}

/** An outermost item of the page in the range. */
interface Draft {
  item: PastItem;
  title: string;
  /** Working days on which it stood open, with the priority of each. */
  openDays: number;
  priority: Priority | null;
  lastPriority: Priority | null;
  isOpenAtEnd: boolean;
  changed: DriftItem["changed"];
  /** All of the range, and what lies in the days on which it stood open. */
  amount: number;
  openAmount: number;
}

function draftItems(evidence: DriftEvidence, works: readonly DatedWork[]): Draft[] {
  const { past, days, from, to } = evidence;
  const byItem = new Map<PastItem, DatedWork[]>();
  for (const work of works) {
    if (work.place === null) continue;
    const list = byItem.get(work.place.outermost);
    if (list === undefined) byItem.set(work.place.outermost, [work]);
    else list.push(work);
  }
  const workingIn = workingDays(days, from);
  const drafts: Draft[] = [];
  for (const item of past.items) {
    const own = byItem.get(item) ?? [];
    const stands = item.spells.some(
      (spell) =>
        isOutermost(spell) && spell.from <= to && (spell.to === null || spell.to >= from) && isOpen(spell),
    );
    if (own.length === 0 && !(stands && item.page === evidence.page)) continue;
    const counts = new Map<Priority | null, number>();
    const open = openStretches(item, from, to);
    for (const { first, last, priority } of open) {
      const count = workingIn(first, last);
      if (count > 0) counts.set(priority, (counts.get(priority) ?? 0) + count);
    }
    const [usual] = [...counts].sort((a, b) => b[1] - a[1] || orderOf(a[0]) - orderOf(b[0]));
    const last = spellAt(item, to);
    const sum = (list: readonly DatedWork[]): number => list.reduce((all, { amount }) => all + amount, 0);
    drafts.push({
      item,
      title: titleOf(item, to),
      openDays: [...counts.values()].reduce((all, count) => all + count, 0),
      priority: usual === undefined ? last.priority : usual[0],
      lastPriority: last.priority,
      isOpenAtEnd: isOpen(last) && open.some((stretch) => stretch.last === to),
      changed: changesOf(item, from, to),
      amount: sum(own),
      openAmount: sum(
        own.filter(({ date }) => open.some(({ first, last: end }) => first <= date && date <= end)),
      ),
    });
  }
  return drafts;
}

/** The last title up to a day of the time when it was no step. */
function titleOf(item: PastItem, date: LocalDate): string {
  const own = item.spells.filter(isOutermost);
  const path = (own.findLast(({ from }) => from <= date) ?? own[0] ?? spellAt(item, date)).path;
  return path.slice(path.lastIndexOf(" › ") + 1).replace(/^› /, "");
}

function isOutermost({ path }: PastSpell): boolean {
  return !path.includes(" › ");
}

function isOpen({ state }: PastSpell): boolean {
  return state === "open" || state === "doing";
}

interface Stretch {
  first: LocalDate;
  last: LocalDate;
  priority: Priority | null;
}

/** When it stood open in a range, by priority: the day on which it was finished or went still counts. */
function openStretches({ spells }: PastItem, from: LocalDate, to: LocalDate): Stretch[] {
  const open = spells.filter((spell) => isOpen(spell) && isOutermost(spell));
  return open.flatMap((spell, at) => {
    const next = open[at + 1];
    const first = spell.from < from ? from : spell.from;
    // On the day of a change it stood as the day ended.
    const end = spell.to !== null && next?.from === spell.to ? addDays(spell.to, -1) : spell.to;
    const last = end === null || end > to ? to : end;
    return first <= last ? [{ first, last, priority: spell.priority }] : [];
  });
}

/** Counts the working days from one day of the range to another, both included. */
function workingDays(
  days: DriftEvidence["days"],
  from: LocalDate,
): (first: LocalDate, last: LocalDate) => number {
  const before = [0];
  for (const { isOff } of days) before.push(before.at(-1)! + (isOff ? 0 : 1));
  const start = epochDayOf(from);
  return (first, last) => before[epochDayOf(last) - start + 1]! - before[epochDayOf(first) - start]!;
}

/** While it was no step and open: what it takes from an item above it is not stated of it. */
function changesOf({ spells }: PastItem, from: LocalDate, to: LocalDate): DriftItem["changed"] {
  const own = spells.filter((spell) => isOutermost(spell) && isOpen(spell));
  return own.flatMap((spell, at) => {
    const before = own[at - 1];
    const isChange = before !== undefined && before.priority !== spell.priority;
    return isChange && spell.from >= from && spell.from <= to
      ? [{ on: spell.from, from: before.priority, to: spell.priority }]
      : [];
  });
}

function orderOf(priority: Priority | null): number {
  return priority === null ? PRIORITIES.length : PRIORITIES.indexOf(priority);
}

interface Compared extends Draft {
  /** Higher is stated to matter more. */
  stated: number;
  /** What it got for each working day on which it stood open. */
  rate: number;
}

/** Items that something is stated of, and that stood open long enough. */
function rankItems(drafts: readonly Draft[], { page, days, ranks }: DriftEvidence): Compared[] {
  const working = days.filter(({ isOff }) => !isOff).length;
  const least = Math.max(1, Math.min(LEAST_OPEN_DAYS, working), working * LEAST_OPEN_SHARE);
  const standing = drafts.filter(({ item, openDays }) => item.page === page && openDays >= least);
  // Where no item has a priority, a page may say that its order is one.
  const byRank = standing.every(({ priority }) => priority === null);
  return standing.flatMap((draft) => {
    const rank = byRank ? ranks.get(draft.item.path) : undefined;
    if (draft.priority === null && rank === undefined) return [];
    const stated = rank === undefined ? -orderOf(draft.priority) : -rank;
    return [{ ...draft, stated, rate: draft.openAmount / draft.openDays }];
  });
}

/** 1 for the highest; equal values share the rank of the first of them. */
function ranksOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => b - a);
  return values.map((value) => sorted.indexOf(value) + 1);
}

function finishItems(
  { goals }: DriftEvidence,
  drafts: readonly Draft[],
  compared: readonly Compared[],
  total: number,
  moves: MoveFinder,
): DriftItem[] {
  const stated = ranksOf(compared.map((one) => one.stated));
  const lived = ranksOf(compared.map(({ rate }) => rate));
  const index = new Map(compared.map(({ item }, at) => [item, at]));
  const shown = drafts.filter(({ item, amount }) => index.has(item) || amount > 0);
  moves.look(shown.map(({ item }) => item.path));
  const items = shown.map((draft): DriftItem => {
    const at = index.get(draft.item);
    const { item, title, priority, changed, openDays } = draft;
    const amount = at === undefined ? draft.amount : draft.openAmount;
    return {
      item,
      title,
      priority,
      changed,
      statedRank: at === undefined ? null : stated[at]!,
      livedRank: at === undefined ? null : lived[at]!,
      amount,
      share: total === 0 ? 0 : amount / total,
      goals: goals
        .filter(({ paths }) => paths.some((one) => one === item.path || one.startsWith(`${item.path} › `)))
        .map(({ title }) => title),
      lastMovedOn: moves.lastOf(item.path),
      openDays,
    };
  });
  const last = Number.POSITIVE_INFINITY;
  return items
    .map((one, at) => ({ one, at }))
    .sort(
      (a, b) =>
        (a.one.statedRank ?? last) - (b.one.statedRank ?? last) || b.one.amount - a.one.amount || a.at - b.at,
    )
    .map(({ one }) => one);
}

function agreementOf(
  compared: readonly Compared[],
  unit: DriftUnit,
  tooLittle: string | null,
  texts: DriftMessages,
): Drift["agreement"] {
  const items = compared.length;
  if (tooLittle !== null) return { measure: "weighted-tau", value: null, items, says: tooLittle, pairs: [] };
  const { tau, discords } = weightedTau(
    compared.map(({ stated }) => stated),
    compared.map(({ rate }) => rate),
  );
  const value = tau === null ? null : Math.max(-1, Math.min(1, tau));
  const pairs = discords.slice(0, SHOWN_PAIRS).map(({ above, below }) => {
    const [over, under] = [compared[above]!, compared[below]!];
    return { above: over.item.path, below: under.item.path, says: texts.pair(over, under, unit) };
  });
  return {
    measure: "weighted-tau",
    value,
    items,
    says:
      value === null
        ? texts.noOrder(compared.every(({ rate }) => rate === compared[0]!.rate))
        : texts.agreement(value),
    pairs,
  };
}

/** The highest priority that the compared items have. */
function topOf(compared: readonly Compared[]): Priority | null {
  const orders = compared.map(({ priority }) => orderOf(priority));
  return PRIORITIES[Math.min(PRIORITIES.length, ...orders)] ?? null;
}

/** Items of the highest priority, still of it and open at the end, that got nothing or next to nothing. */
function findStarved(evidence: DriftEvidence, compared: readonly Compared[], moves: MoveFinder): Starved[] {
  const top = topOf(compared);
  if (top === null) return [];
  const mean = compared.reduce((sum, { rate }) => sum + rate, 0) / compared.length;
  const starved = compared.filter(
    ({ priority, lastPriority, isOpenAtEnd, rate }) =>
      priority === top && lastPriority === top && isOpenAtEnd && rate <= mean * NEXT_TO_NOTHING,
  );
  const steps = new Map(starved.map(({ item }) => [item, evidence.nextStepOf(item.path)]));
  const paths = starved.flatMap(({ item }) => [item.path, steps.get(item)?.path ?? []].flat());
  if (paths.length > 0) moves.look(paths, { inLog: true });
  return starved.map(({ item, title, openAmount }) => {
    const step = steps.get(item) ?? null;
    return {
      item,
      title,
      priority: top,
      amount: openAmount,
      lastMovedOn: moves.lastOf(item.path),
      nextStep: step === null ? null : { ...step, lastMovedOn: moves.lastOf(step.path) },
    };
  });
}

/** Everything that is not of the highest priority, the largest first; interruptions stand beside the whole. */
function findInstead(
  { days, commitmentOf }: DriftEvidence,
  works: readonly DatedWork[],
  total: number,
  compared: readonly Compared[],
): Instead[] {
  const top = topOf(compared);
  const usual = new Map(compared.map(({ item, priority }) => [item, priority]));
  const rows = new Map<string, Instead>();
  const add = (key: string, row: Omit<Instead, "amount" | "share">, amount: number): void => {
    const known = rows.get(key) ?? { ...row, amount: 0, share: 0 };
    known.amount += amount;
    known.share = total === 0 ? 0 : known.amount / total;
    rows.set(key, known);
  };
  for (const { place, text, amount, date } of works) {
    if (place !== null) {
      const { outermost } = place;
      const stated = usual.has(outermost) ? usual.get(outermost)! : spellAt(outermost, date).priority;
      if (top !== null && stated === top) continue;
      const title = spellAt(outermost, date).path;
      add(outermost.key, { kind: "item", title, path: outermost.path, priority: stated }, amount);
      continue;
    }
    const commitment = commitmentOf(text);
    const kind = commitment === null ? "other" : "commitment";
    const title = commitment ?? text;
    add(`\n${kind}\n${title}`, { kind, title, path: null, priority: null }, amount);
  }
  const interrupted = days.reduce((sum, { interruptedMin }) => sum + interruptedMin, 0);
  const isMinutes = works.length > 0 && days.some(({ recordedMin }) => recordedMin > 0);
  if (interrupted > 0 && isMinutes)
    add("\ninterruption", { kind: "interruption", title: "", path: null, priority: null }, interrupted);
  return [...rows.values()]
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount)
    .slice(0, SHOWN_INSTEAD);
}

function tooLittleOf(
  lived: Lived,
  compared: readonly Compared[],
  { lastEntryOn, hasHistory }: DriftEvidence,
  texts: DriftMessages,
): string | null {
  if (lived.source === "none") return texts.nothing(lastEntryOn, hasHistory);
  if (!lived.isEnough) return texts.tooFew(lived);
  if (compared.length < LEAST_ITEMS) return texts.fewItems(compared.length, LEAST_ITEMS);
  return null;
}
