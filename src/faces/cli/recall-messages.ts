// What the command line says about recall, in both languages.

import { formatDuration, type Tongue } from "../../base/index.ts";
import { type Rating, ratingWord } from "../../domain/index.ts";

const percent = (chance: number): string => `${Math.round(chance * 100)}%`;
const plural = (number: number, one: string): string => `${number} ${one}${number === 1 ? "" : "s"}`;

const en = {
  due: (due: number, fresh: number, min: number) =>
    `To recall: ${[due > 0 ? `${due} due` : "", fresh > 0 ? `${fresh} new` : ""].filter(Boolean).join(", ")}, about ${formatDuration(min)}: nunc recall`,
  counts: (due: number, waiting: number) =>
    [due > 0 ? `${due} due` : "", waiting > 0 ? `${waiting} new` : ""].filter(Boolean).join("  "),
  cards: (cards: number) => plural(cards, "card"),
  rests: "rests: the item is dropped",
  known: (chance: number) => `${percent(chance)} known`,
  ahead: "Next days",
  isNew: "new",
  dueSince: (date: string) => `due since ${date}`,
  dueToday: "due today",
  nextOn: (date: string) => `next on ${date}`,
  reviews: (reviews: number, lapses: number) =>
    `${plural(reviews, "answer")}${lapses === 0 ? "" : `, forgotten ${lapses === 1 ? "once" : `${lapses} times`}`}`,
  left: (left: number) => `${left} left`,
  answerOrShow: "your answer, or Enter to see it (u undo, q quit): ",
  rate: (days: Record<Rating, number>) =>
    `${(["again", "hard", "good", "easy"] as const)
      .map((rating, at) => `${at + 1} ${ratingWord(rating, "en")} ${inDays(days[rating])}`)
      .join("  ")}: `,
  sayRating: "1 to 4; u takes the last answer back, q ends.",
  nothingToUndo: "Nothing of this session is there to take back.",
  notLast: "Something else was changed since; nunc undo takes that back.",
  done: (answers: number, known: number) =>
    `${plural(answers, "answer")}, ${known} known. Nothing is left for today.`,
  ended: (answers: number, left: number) => `${plural(answers, "answer")}; ${left} left for today.`,
};

function inDays(days: number): string {
  return days === 0 ? "today" : `${days}d`;
}

const zh: typeof en = {
  due: (due, fresh, min) =>
    `要复习：${[due > 0 ? `到期 ${due}` : "", fresh > 0 ? `新 ${fresh}` : ""].filter(Boolean).join("，")}，约 ${formatDuration(min, "zh")}：nunc recall`,
  counts: (due, waiting) =>
    [due > 0 ? `到期 ${due}` : "", waiting > 0 ? `新 ${waiting}` : ""].filter(Boolean).join("  "),
  cards: (cards) => `${cards} 张卡片`,
  rests: "不问：条目已放弃",
  known: (chance) => `记得 ${percent(chance)}`,
  ahead: "之后几天",
  isNew: "新",
  dueSince: (date) => `${date} 起到期`,
  dueToday: "今天到期",
  nextOn: (date) => `下次 ${date}`,
  reviews: (reviews, lapses) => `答过 ${reviews} 次${lapses === 0 ? "" : `，忘过 ${lapses} 次`}`,
  left: (left) => `还剩 ${left}`,
  answerOrShow: "写下回答，或回车看答案（u 撤销，q 结束）：",
  rate: (days) =>
    `${(["again", "hard", "good", "easy"] as const)
      .map(
        (rating, at) =>
          `${at + 1} ${ratingWord(rating, "zh")} ${days[rating] === 0 ? "今天" : `${days[rating]} 天`}`,
      )
      .join("  ")}：`,
  sayRating: "请按 1 到 4；u 撤销上一个回答，q 结束。",
  nothingToUndo: "这一轮还没有可撤销的。",
  notLast: "之后又改过别的；nunc undo 会先撤销那一处。",
  done: (answers, known) => `答了 ${answers} 次，记得 ${known} 次。今天没有剩下的了。`,
  ended: (answers, left) => `答了 ${answers} 次；今天还剩 ${left}。`,
};

export function sayRecallCli(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
