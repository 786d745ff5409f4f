// How recall behaves: time for 10 000 cards, read and scheduled, cold and again; and what a simulated learner knows when asked,
// with the answers a day that it costs. Run: node bench/recall.ts

import { addDays, type LocalDate } from "../src/base/index.ts";
import {
  DEFAULT_RECALL,
  RATINGS,
  type Rating,
  readMemory,
  readRecall,
  recallChance,
  recallPatches,
  SCHEDULER,
  sessionOf,
} from "../src/domain/index.ts";

const FIRST = "2025-11-24" as LocalDate;
const TODAY = addDays(FIRST, 364);

function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function timed<T>(name: string, work: () => T): T {
  const from = performance.now();
  const result = work();
  console.log(`${name.padEnd(54)} ${(performance.now() - from).toFixed(0).padStart(6)} ms`);
  return result;
}

console.log(`${SCHEDULER}\n`);

// 100 files of 100 cards with 8 answers each.
const random = randomOf(7);
const files = Array.from({ length: 100 }, (_, file) => {
  const cards = Array.from({ length: 100 }, (_, card) => {
    let day = Math.floor(random() * 60);
    const answers = Array.from({ length: 8 }, () => {
      day += 1 + Math.floor(random() * 40);
      const rating = RATINGS[1 + Math.floor(random() * 2.9)]!;
      return `  - ${addDays(FIRST, Math.min(day, 364))} ${rating} ${4 + Math.floor(random() * 20)}s`;
    });
    return [`- Question ${card} of ${file}?::Its answer`, ...answers].join("\n");
  });
  return `---\ntitle: Item ${file}\n---\n\n## Recall\n\n${cards.join("\n")}\n`;
});
const bytes = files.reduce((sum, text) => sum + text.length, 0);
console.log(`10 000 cards, 80 000 answers, ${(bytes / 1e6).toFixed(1)} MB in 100 files`);
const read = timed("read", () => files.map((text) => readRecall(text, "en")));
const questions = timed("memory of each question", () =>
  read.flatMap(({ cards }) =>
    cards.map(({ answers }) => ({ answers, memory: readMemory(answers, null, DEFAULT_RECALL.retention) })),
  ),
);
const session = timed("session of a day", () => sessionOf(questions, TODAY, DEFAULT_RECALL));
console.log(`  due ${session.due}`);
timed("one answer, written and read back (file of 100 cards)", () =>
  recallPatches(
    read[0]!,
    {
      kind: "answer",
      line: read[0]!.cards[50]!.line,
      part: 1,
      rating: "good",
      on: TODAY,
      seconds: 5,
      text: null,
    },
    "en",
  ),
);

console.log("\n300 cards, 10 new a day, a year; the learner forgets as FSRS says");
console.log("wish   known when asked   asked   answers a day in month 2 … 12");
for (const retention of [0.8, 0.85, 0.9, 0.95]) {
  const chance = randomOf(42);
  const cards = Array.from({ length: 300 }, () => [] as { date: LocalDate; rating: Rating }[]);
  const days = new Array<number>(365).fill(0);
  let [asked, known] = [0, 0];
  for (let day = 0; day < 365; day++) {
    const today = addDays(FIRST, day);
    let fresh = 10;
    for (const answers of cards) {
      const memory = readMemory(answers, null, retention);
      if (memory === null) {
        if (fresh-- > 0) answers.push({ date: today, rating: "good" });
        continue;
      }
      if (memory.dueOn > today) continue;
      const isKnown = chance() < recallChance(memory, today, retention);
      asked++;
      days[day]!++;
      if (isKnown) known++;
      answers.push({ date: today, rating: isKnown ? "good" : "again" });
      if (!isKnown) answers.push({ date: today, rating: "good" });
    }
  }
  const mean = (from: number, to: number): string =>
    (days.slice(from, to).reduce((sum, one) => sum + one, 0) / (to - from)).toFixed(1);
  const wish = `${Math.round(retention * 100)} %`;
  const share = `${((100 * known) / asked).toFixed(1)} %`;
  console.log(
    `${wish.padEnd(7)}${share.padEnd(19)}${String(asked).padEnd(8)}${mean(30, 60)} … ${mean(335, 365)}`,
  );
}
