// The questions that a card holds: one, two (there and back), or one for each gap of its text.

import type { RecallCard } from "./card.ts";
import { gapsOf } from "./recall-words.ts";

/** One question of a card, as it is asked. Markdown. */
export interface Question {
  part: number;
  question: string;
  answer: string;
}

/** What stands for the gap that is asked for. */
const GAP = "[…]";

export function questionsOf({ kind, question, answer }: RecallCard): Question[] {
  if (kind === "basic") return [{ part: 1, question, answer }];
  if (kind === "reversed")
    return [
      { part: 1, question, answer },
      { part: 2, question: answer, answer: question },
    ];
  const gaps = gapsOf(question);
  return gaps.map((asked, at) => {
    let text = "";
    let from = 0;
    for (const gap of gaps) {
      const inside = question.slice(gap.from + 2, gap.to - 2);
      text += question.slice(from, gap.from) + (gap === asked ? GAP : inside);
      from = gap.to;
    }
    text += question.slice(from);
    return { part: at + 1, question: text, answer: question.slice(asked.from + 2, asked.to - 2) };
  });
}
