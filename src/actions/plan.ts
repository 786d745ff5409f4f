// plan: proposes the blocks of a day, and with `accept` writes them into its note. What is pinned, past, or free text stays;
// the buffer is a hard constraint.

import { AppError, type EpochMin } from "../base/index.ts";
import { isoAt, lengthOf } from "../domain/index.ts";
import type { Action, Context, Outcome } from "./action.ts";
import type { PlanJson } from "./day-json.ts";
import { joinSentences } from "./messages.ts";
import { sayPlan } from "./plan-messages.ts";
import { type Proposal, planStart, proposeDay, tokenOf, toPlanJson, workOf } from "./plan-propose.ts";
import { GRID_MIN, readSheet, type Sheet } from "./plan-sheet.ts";
import { spentItems } from "./plan-tasks.ts";
import { dayEdit } from "./record-write.ts";

/** What a printer of a plan needs besides PlanJson. */
export interface PlanDetail {
  busy: { from: string; to: string; text: string }[];
  /** The sentences without how to accept it. */
  says: string;
  /** Whether it changes something that can be accepted. */
  isOpen: boolean;
}

export const plan: Action = {
  name: "plan",
  group: "day",
  writes: true,
  summary: { en: "Propose a plan for a day, and accept it", zh: "提出一天的计划，并采用它" },
  params: [
    {
      name: "date",
      kind: "date",
      positional: true,
      ahead: true,
      help: {
        en: "the day: tomorrow, +2d, 2021-09-30; else today",
        zh: "日期：明天、+2d、2021-09-30；默认今天",
      },
    },
    {
      name: "accept",
      kind: "flag",
      short: "a",
      help: { en: "write it into the day's note", zh: "写进当天的日志" },
    },
    {
      name: "fresh",
      kind: "flag",
      help: {
        en: "from scratch: keep no places but pinned ones; plan a day off, too",
        zh: "从头来：只保留固定的；休息日也安排",
      },
    },
    {
      name: "token",
      kind: "text",
      internal: true,
      help: { en: "token of the proposal that is accepted", zh: "所采用的提案的 token" },
    },
  ],
  examples: [
    { args: { en: "plan", zh: "plan" }, says: { en: "today from now on", zh: "今天从现在起" } },
    {
      args: { en: "plan tomorrow --accept", zh: "plan 明天 --accept" },
      says: { en: "writes it into tomorrow's note", zh: "写进明天的日志" },
    },
    {
      args: { en: "plan --fresh", zh: "plan --fresh" },
      says: { en: "the rest of today anew", zh: "把今天剩下的重新排" },
    },
  ],
  more: {
    en: "The plan comes from the list (priority, rank, next open step, estimates, due days, pins), the commitments of goals.md, and the hours of nunc.yaml. The buffer is only for interruptions: what does not fit beside it is named, not squeezed in. Pinned blocks, free text and what has begun stay where they are.",
    zh: "计划来自清单（优先级、顺序、下一步、估计、期限、固定）、goals.md 的承诺和 nunc.yaml 的时间。缓冲只留给打断：排不下的会说出来，不会硬塞。固定的、随手写的和已经开始的时段都不动。",
  },
  run: (context, input) => {
    const date = input.date("date") ?? context.today;
    const texts = sayPlan(context.tongue);
    if (date < context.today) throw new AppError("usage", texts.dayOver(date), { hint: texts.dayOverHint() });
    const fresh = input.flag("fresh") ?? false;
    const sheet = readSheet(context, date, fresh);
    const token = input.text("token");
    const from = token === undefined ? undefined : startOfToken(sheet, token);
    const proposal = proposeDay(sheet, { fresh, ...(from === undefined ? {} : { from }) });
    if (!(input.flag("accept") ?? false)) return propose(context, proposal, fresh);
    if (token !== undefined && token !== tokenOf(proposal)) {
      throw new AppError("conflict", texts.planIsAnother(date), {
        hint: texts.planAgain(),
        data: { plan: toPlanJson(proposal, false) },
      });
    }
    return accept(proposal);
  },
};

/** A proposal holds for one step of the grid: what was shown at 09:29 may still begin at 09:30 when it is accepted at 09:31. */
function startOfToken(sheet: Sheet, token: string): EpochMin | undefined {
  const from = Number(/^(\d+)-/.exec(token)?.[1] ?? Number.NaN);
  const start = planStart(sheet);
  return from <= start && start - from <= GRID_MIN ? from : undefined;
}

function propose(context: Context, proposal: Proposal, fresh: boolean): Outcome {
  const { sheet } = proposal;
  const texts = sayPlan(context.tongue);
  const day = sheet.date === context.today ? "" : ` ${sheet.date}`;
  const says = describe(proposal, false);
  if (proposal.isOff) says.push(texts.dayOffHint(`nunc plan${day} --fresh`));
  const more =
    proposal.lines.edits.length === 0
      ? []
      : [texts.planHowTo(`nunc plan${day}${fresh ? " --fresh" : ""} --accept`)];
  return outcomeOf(proposal, false, says, more);
}

function accept(proposal: Proposal): Outcome {
  const { sheet, lines } = proposal;
  const { day, now } = sheet;
  const changed = lines.edits;
  const isPlan = changed.length > 0 || proposal.rows.length > 0;
  if (isPlan && day.note.plannedAt === null) changed.push({ kind: "planned-at", at: now });
  const outcome = outcomeOf(proposal, true, describe(proposal, true));
  return changed.length === 0 ? outcome : { ...outcome, edits: [dayEdit(sheet.context, day, changed)] };
}

function outcomeOf(
  proposal: Proposal,
  accepted: boolean,
  says: readonly string[],
  more: readonly string[] = [],
): Outcome {
  const { sheet, lines } = proposal;
  const data: PlanJson = toPlanJson(proposal, accepted);
  const { zone } = sheet.frame;
  const { tongue } = sheet.context;
  const busy = sheet.busy.map(({ from, to, text }) => ({
    from: isoAt(from, zone),
    to: isoAt(to, zone),
    text,
  }));
  const isOpen = !accepted && lines.edits.length > 0;
  const detail: PlanDetail = { busy, says: joinSentences(tongue, says), isOpen };
  return { data, summary: joinSentences(tongue, [...says, ...more]), detail };
}

/** What the plan comes to, in sentences. */
function describe(proposal: Proposal, accepted: boolean): string[] {
  const { sheet, plan: found, rows, lines } = proposal;
  const { date, context } = sheet;
  const texts = sayPlan(context.tongue);
  const work = workOf(rows);
  const bufferMin = lengthOf(found.buffer);
  const says: string[] = [];
  const isSame = lines.edits.length === 0;
  if (proposal.isOff) says.push(texts.dayOff(date));
  else if (!proposal.hasTime) says.push(texts.noTimeLeft(date));
  else if (work.blocks === 0 && found.bufferShortMin === 0 && isSame)
    says.push(texts.planEmpty(date), texts.planEmptyHint());
  else if (isSame) says.push(texts.planStands(date));
  else {
    const sentence = accepted ? texts.planAccepted : texts.planProposed;
    says.push(sentence(date, work.blocks, work.min, bufferMin));
  }
  if (found.bufferShortMin > 0 && proposal.hasTime) says.push(texts.bufferShort(found.bufferShortMin));
  const left = found.unplaced.map(({ task, min }) => ({ text: task, min }));
  // What shows a proposal shows these as a list.
  if (accepted && left.length > 0 && proposal.hasTime) says.push(texts.notAllFits(left));
  const atLimit = spentItems(sheet);
  if (atLimit.length > 0 && proposal.hasTime) says.push(texts.limitSpent(atLimit));
  if (lines.dropped.length > 0 && sheet.hasBegun) says.push(texts.fellOut(lines.dropped));
  return says;
}
