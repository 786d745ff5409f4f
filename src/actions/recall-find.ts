// A card by what a person types (its words, or a part of them that no other has; FILE:LINE), or by its place as a program saw it.

import { AppError, fold, likeness } from "../base/index.ts";
import type { RecallCard } from "../domain/index.ts";
import type { Context, Input, Param } from "./action.ts";
import { type Deck, type DeckFile, deckOf } from "./recall-deck.ts";
import { sayRecall } from "./recall-messages.ts";

/** The params that name a card. */
export const cardParams: readonly Param[] = [
  {
    name: "card",
    kind: "text",
    required: true,
    positional: true,
    help: {
      en: "a card: its question, a part of it, or FILE:LINE",
      zh: "卡片：问题、其中一部分或 文件:行",
    },
  },
  {
    name: "item",
    kind: "text",
    short: "i",
    help: { en: "only cards of this item", zh: "只找这个条目的卡片" },
  },
  {
    name: "file",
    kind: "text",
    internal: true,
    help: { en: "the file that it stands in", zh: "所在的文件" },
  },
  { name: "line", kind: "number", internal: true, help: { en: "the card's line", zh: "卡片的行" } },
  {
    name: "hash",
    kind: "text",
    internal: true,
    help: { en: "hash of the text in which the line was counted", zh: "数行时文件的哈希" },
  },
];

export interface FoundCard {
  deck: Deck;
  in: DeckFile;
  card: RecallCard;
}

/** @throws AppError missing where none fits, usage where several do, conflict where a place is no longer what it was */
export function findCard(context: Context, input: Input): FoundCard {
  const deck = deckOf(context);
  const name = input.text("card")!;
  const file = input.text("file");
  if (file !== undefined) return findPlaced(context, deck, input, file, name);
  const texts = sayRecall(context.tongue);
  const item = input.text("item");
  const all = deck.files
    .filter((one) => item === undefined || isNamed(one, item))
    .flatMap((one) => one.notes.cards.map((card) => ({ deck, in: one, card })));
  const placed = /^(?:items\/)?(.+\.md):(\d{1,7})$/.exec(name.trim());
  const wanted = fold(name);
  const says = (fits: (words: string) => boolean): FoundCard[] =>
    wanted === "" ? [] : all.filter(({ card }) => fits(fold(card.question)));
  const tiers = [
    placed === null
      ? []
      : all.filter((one) => one.in.file === `items/${placed[1]}` && one.card.line === Number(placed[2])),
    says((words) => words === wanted),
    says((words) => words.startsWith(wanted)),
    says((words) => words.includes(wanted)),
  ];
  const fitting = tiers.find((tier) => tier.length > 0) ?? [];
  if (fitting.length === 1) return fitting[0]!;
  const named = (some: readonly FoundCard[]): string =>
    texts.thereAre(
      some.slice(0, 5).map((one) => `${one.in.file}:${one.card.line} ${shortWords(one.card.question)}`),
    );
  if (fitting.length > 1) throw new AppError("usage", texts.several(name), { hint: named(fitting) });
  const near = all
    .map((one) => ({ one, score: likeness(fold(one.card.question), wanted) }))
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one);
  throw new AppError("missing", texts.noCard(name), {
    hint: near.length === 0 ? texts.noCardsHint() : named(near),
  });
}

/** By its line where the file is as it was; else by its words, where they stand there once. */
function findPlaced(context: Context, deck: Deck, input: Input, file: string, name: string): FoundCard {
  const found = deck.files.find((one) => one.file === file);
  const isSame = found !== undefined && found.hash === input.text("hash");
  const line = input.number("line");
  const same = (found?.notes.cards ?? []).filter((card) =>
    isSame && line !== undefined ? card.line === line : card.question === name,
  );
  const [card] = same;
  if (found !== undefined && card !== undefined && same.length === 1) return { deck, in: found, card };
  const texts = sayRecall(context.tongue);
  throw new AppError("conflict", texts.changed(file), { hint: texts.changedHint(), at: { file } });
}

function isNamed({ path, title }: DeckFile, name: string): boolean {
  const wanted = fold(name);
  const parts = (path ?? title).split(" › ").map(fold);
  return fold(path ?? title) === wanted || parts.at(-1) === wanted || fold(path ?? title).includes(wanted);
}

/** On one line, not too long for a sentence. */
export function shortWords(text: string): string {
  const letters = [...text.replace(/\s+/g, " ").trim()];
  return letters.length > 60 ? `${letters.slice(0, 59).join("")}…` : letters.join("");
}
