// A home of ten years of days for benchmarks: 3,650 notes of 8 plan, 10 record and 5 check lines (5 MB), the same person in
// another order every day, with a page whose items they name, a log, goals with commitments, and conditions.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addDays, type LocalDate, parseLocalDate } from "../src/base/index.ts";

export const DAYS = 3650;
export const ITEMS = 200;
export const FIRST_DAY = parseLocalDate("2012-01-01")!;
/** The day behind the last note, on which reports are asked for. */
export const TODAY = addDays(FIRST_DAY, DAYS);

const TOPICS = [
  "Distributed logs",
  "类型系统",
  "Sourdough",
  "微分几何",
  "Raft in practice",
  "手冲咖啡",
  "Compilers",
];
const STEPS = [
  "read the chapter on recovery",
  "写一个小例子",
  "notes and exercises",
  "整理笔记",
  "second pass",
];

const topicOf = (number: number): string => `${TOPICS[number % TOPICS.length]} ${number}`;
const stepOf = (number: number): string | null => (number % 3 === 0 ? null : STEPS[number % STEPS.length]!);

/** Title path of an item; two of three name a step. */
export function pathOf(number: number): string {
  const step = stepOf(number);
  return step === null ? topicOf(number) : `${topicOf(number)} › ${step}`;
}

/** One day. */
function noteOf(date: LocalDate, seed: number): string {
  const pick = (salt: number) => pathOf((seed * 31 + salt * 17) % ITEMS);
  const clock = (min: number) =>
    `${String(Math.floor(min / 60)).padStart(2, "0")}:${String(min % 60).padStart(2, "0")}`;
  const plan = Array.from({ length: 8 }, (_, index) => {
    const from = 540 + index * 60;
    const box = ["x", " ", ">", "-"][(seed + index) % 4];
    const text = index === 7 ? "缓冲" : `${pick(index)}${index === 2 ? " 📌" : ""}`;
    return `- [${box}] ${clock(from)} - ${clock(from + 60)} ${text}`;
  });
  const record = Array.from({ length: 10 }, (_, index) => {
    const from = 545 + index * 50 + (seed % 7);
    const text =
      index % 5 === 4 ? "打断：a call from the office" : `${pick(index % 8)}：went on, 第 ${index} 节`;
    return `- ${clock(from)} - ${clock(from + 45)} ${text}`;
  });
  const check = [
    `- [${seed % 2 ? "x" : " "}] 健康：began with what matters most`,
    `- [${seed % 3 ? " " : "x"}] 异常：the whole morning went into messages`,
    "- [ ] 异常：worked late into the night",
    "- 纠错：messages twice a day, at noon and at six",
    "- a quiet day on the whole, with some rain 下午有雨",
  ];
  const lines = [
    "---",
    `date: ${date}`,
    "zone: Europe/Berlin",
    "---",
    "## 计划",
    ...plan,
    "## 记录",
    ...record,
  ];
  return `${[...lines, "## 自检", ...check].join("\n")}\n`;
}

/** The list by four priorities, and a log of the last weeks. */
function pageOf(): string {
  const lines = ["# Now", "", "## Learning"];
  for (const [rank, priority] of ["Highest", "High", "Medium", "Low"].entries()) {
    lines.push("", `### ${priority} priority`, "");
    for (let number = rank; number < ITEMS; number += 4) {
      const step = stepOf(number);
      lines.push(`- ${topicOf(number)}`, ...(step === null ? [] : [`  - ${step}`]));
    }
  }
  lines.push("", "## Log");
  for (let week = 1; week <= 20; week++) {
    const from = addDays(TODAY, -7 * week);
    lines.push("", `### ${from} - ${addDays(from, 6)}`, "");
    for (let bullet = 0; bullet < 4; bullet++)
      lines.push(`- ${topicOf((week * 13 + bullet * 7) % ITEMS)}: went on`);
  }
  return `${lines.join("\n")}\n`;
}

const GOALS = `# Goals

## Goal: A log that survives a crash (2021)

### Key results

- Crashes survived: 5/12

### Key problems

- Nobody pulls the plug while I look

### Served by

- ${topicOf(0)}: help 3, 40h
- ${topicOf(3)}: help 1, 12h

## Commitments

- 2h a week: ${topicOf(0)}
- 3 times a week: ${topicOf(3)}
`;

const CONDITIONS = `# Conditions

## Healthy

- began with what matters most
  - Detect: highest-priority work first

## Abnormal

- the whole morning went into messages
  - Correction: messages at noon and at six (from ${addDays(TODAY, -30)}, judge on ${addDays(TODAY, -2)})
- worked late into the night
`;

/** Days alone, without a page. @returns bytes of the notes */
export function writeDays(home: string): number {
  mkdirSync(join(home, "days"), { recursive: true });
  writeFileSync(join(home, "nunc.yaml"), "zone: Europe/Berlin\n");
  let bytes = 0;
  for (let index = 0; index < DAYS; index++) {
    const date = addDays(FIRST_DAY, index);
    const note = noteOf(date, index);
    bytes += Buffer.byteLength(note);
    writeFileSync(join(home, "days", `${date}.md`), note);
  }
  return bytes;
}

/** The whole home. @returns bytes of the notes */
export function writeHome(home: string): number {
  const bytes = writeDays(home);
  writeFileSync(join(home, "now.md"), pageOf());
  writeFileSync(join(home, "goals.md"), GOALS);
  writeFileSync(join(home, "conditions.md"), CONDITIONS);
  return bytes;
}
