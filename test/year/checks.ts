// The conditions of a generated year: how often each holds before and since its correction, the answers day by day, and
// conditions.md. Days on which a condition holds are dealt out ten by ten, so that a rate that is cast is a rate that is seen.

import { addDays, type Chance } from "./chance.ts";
import type { DraftDay } from "./days.ts";
import type { DraftAnswer } from "./note.ts";
import type { Sayer } from "./words.ts";

export interface YearCorrection {
  text: string;
  from: string;
  judgeOn: string;
  outcome: "keep" | "drop" | null;
  judgedOn: string | null;
  /** What is planted; a review must not call another one working or useless. */
  verdict: "works" | "useless" | "unclear" | "too-few";
}

export interface YearCondition {
  kind: "healthy" | "abnormal";
  name: string;
  /** As conditions.md says it; null where it is asked. */
  detect: string | null;
  /** The truth of what is detected; half of the days leave it to the detector. */
  sees: ((day: DraftDay) => boolean) | null;
  /** Of ten days, before and since the correction. */
  rates: [before: number, since: number];
  correction: YearCorrection | null;
}

export function castConditions(noted: readonly string[], chance: Chance, { of }: Sayer): YearCondition[] {
  const year = noted[0]!.slice(0, 4);
  const workday = (date: string): string => noted.find((one) => one >= date) ?? noted.at(-1)!;
  const correction = (
    text: readonly [string, string],
    from: string,
    days: number,
    outcome: YearCorrection["outcome"],
    verdict: YearCorrection["verdict"],
  ): YearCorrection => {
    const judgeOn = addDays(from, days);
    return { text: of(text), from, judgeOn, outcome, judgedOn: outcome === null ? null : judgeOn, verdict };
  };
  const asked = { detect: null, sees: null, correction: null };
  const spring = workday(addDays(`${year}-03-20`, chance.int(0, 25)));
  const summer = workday(addDays(`${year}-05-20`, chance.int(0, 20)));
  const autumn = workday(addDays(`${year}-09-15`, chance.int(0, 20)));
  const late = workday(addDays(`${year}-10-06`, chance.int(0, 12)));
  return [
    {
      ...asked,
      kind: "healthy",
      name: of(["Something small got finished", "做完了一件小事"]),
      rates: [6, 6],
    },
    {
      kind: "healthy",
      name: of(["The day had a plan", "这天有计划"]),
      detect: of(["plan by 10:00", "10:00 前有计划"]),
      sees: ({ plannedAt }) => plannedAt !== null,
      rates: [0, 0],
      correction: null,
    },
    {
      ...asked,
      kind: "abnormal",
      name: of(["Answering before thinking", "没想清楚就回复"]),
      rates: [6, 1],
      correction: correction(
        ["write the answer, send it an hour later", "写好回复，一小时后再发"],
        spring,
        35,
        "keep",
        "works",
      ),
    },
    {
      ...asked,
      kind: "abnormal",
      name: of(["Lunch at the desk", "在桌前吃午饭"]),
      // No better, if anything a little worse: chance alone must not make it look like a help.
      rates: [5, 6],
      correction: correction(["a note on the screen", "屏幕上贴张字条"], summer, 56, "drop", "useless"),
    },
    {
      ...asked,
      kind: "abnormal",
      name: of(["Twenty tabs and no thread", "开了二十个标签页"]),
      rates: [5, 4],
      correction: correction(["close all at noon", "中午全部关掉"], autumn, 28, null, "unclear"),
    },
    {
      ...asked,
      kind: "abnormal",
      name: of(["Phone within reach", "手机就在手边"]),
      rates: [7, 1],
      correction: correction(["phone in the hall", "手机放在门厅"], late, 28, null, "works"),
    },
    {
      ...asked,
      kind: "abnormal",
      name: of(["Shoulders up to the ears", "肩膀耸到耳边"]),
      rates: [4, 2],
      correction: correction(["stretch at three", "三点拉伸"], noted.at(-3)!, 14, null, "too-few"),
    },
    { ...asked, kind: "abnormal", name: of(["Worked through a fever", "发着烧工作"]), rates: [0, 0] },
    {
      kind: "abnormal",
      name: of(["Late at the screen", "很晚还在屏幕前"]),
      detect: of(["worked after 22:00", "22:00 后还在工作"]),
      sees: ({ records }) => records.some(({ to, isInterruption }) => !isInterruption && to > 22 * 60),
      rates: [0, 0],
      correction: null,
    },
    {
      kind: "abnormal",
      name: of(["The day belonged to others", "一天都在应付别人"]),
      detect: of(["interruptions over 60 minutes", "打断超过 60 分钟"]),
      sees: ({ records }) =>
        records.reduce((sum, { from, to, isInterruption }) => sum + (isInterruption ? to - from : 0), 0) > 60,
      rates: [0, 0],
      correction: null,
    },
  ];
}

/** What each note answers; most working days are checked, and now and then a line is skipped. */
export function answerYear(
  conditions: readonly YearCondition[],
  days: readonly DraftDay[],
  chance: Chance,
): Map<string, DraftAnswer[]> {
  const checked = days.filter(({ isOff }) => !isOff && chance.percent(94));
  const answers = new Map<string, DraftAnswer[]>(checked.map(({ date }) => [date, []]));
  for (const condition of conditions) {
    const { kind, name, sees, rates, correction } = condition;
    const own = chance.fork(name);
    let dealt: boolean[] = [];
    let stretch = -1;
    for (const day of checked) {
      // Dealt anew where the four weeks before a correction begin, and with the correction.
      const begins = correction === null ? [] : [addDays(correction.from, -28), correction.from];
      const now = begins.filter((from) => day.date >= from).length;
      if (now !== stretch || dealt.length === 0) {
        const rate = rates[now === 2 ? 1 : 0];
        dealt = own.shuffle(Array.from({ length: 10 }, (_, index) => index < rate));
        stretch = now;
      }
      if (!own.percent(sees === null ? 97 : 50)) continue;
      answers.get(day.date)!.push({ kind, name, holds: sees === null ? dealt.pop()! : sees(day) });
    }
  }
  // A check in which every line was skipped is none.
  return answers;
}

export function printConditions(conditions: readonly YearCondition[], { of }: Sayer): string {
  const lines = [`# ${of(["Conditions", "状态"])}`];
  for (const kind of ["healthy", "abnormal"] as const) {
    lines.push("", `## ${of(kind === "healthy" ? ["Healthy", "健康"] : ["Abnormal", "异常"])}`, "");
    for (const { name, detect, correction } of conditions.filter((one) => one.kind === kind)) {
      lines.push(`- ${name}`);
      if (detect !== null) lines.push(`  - ${of(["Detect: ", "检测："])}${detect}`);
      if (correction !== null) lines.push(`  - ${correctionText(correction, of)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

function correctionText({ text, from, judgeOn, outcome, judgedOn }: YearCorrection, of: Sayer["of"]): string {
  const word = outcome === "keep" ? of(["keep", "保留"]) : of(["drop", "放弃"]);
  const tail = outcome === null ? "" : ` - ${word} ${judgedOn}`;
  return of([
    `Correction: ${text} (from ${from}, judge on ${judgeOn})${tail}`,
    `纠错：${text}（${from} 起，${judgeOn} 看效果）${tail}`,
  ]);
}
