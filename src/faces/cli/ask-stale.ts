// `nunc stale` before a terminal: one question for each item that stood untouched for long, answered by one key. Every answer is
// an ordinary action that undo takes back.

import type { Performed, StaleItemJson, StaleJson } from "../../actions/index.ts";
import { AppError } from "../../base/index.ts";
import { sayLives } from "../../domain/index.ts";
import type { Talk } from "./ask.ts";
import { livesTexts } from "./lives-messages.ts";
import { plainLine } from "./paint.ts";
import { printStale, printStaleItem } from "./print-stale.ts";

export async function askStale(talk: Talk): Promise<Performed | null> {
  const { printer, tongue } = talk;
  const texts = livesTexts(tongue);
  const done = talk.perform("stale", {});
  const { items, rule } = done.data as StaleJson;
  printStale(printer, { ...(done.data as StaleJson), items: [] }, tongue);
  printer.line(done.summary);
  for (const [at, { path }] of items.entries()) {
    // What was done for the one before may have moved this one, or be enough for it.
    const now = talk.perform("stale", {}).data as StaleJson;
    const item = now.items.find((one) => one.path === path);
    if (item === undefined) continue;
    printer.line("");
    printer.line(printer.paint.dim(texts.askedOf(at + 1, items.length)));
    printStaleItem(printer, item, tongue);
    if (!(await askOne(talk, item, now))) return null;
  }
  if (items.length > 0 && rule !== undefined) printer.line(texts.noMore);
  return null;
}

/** @returns false where the person ended the input */
async function askOne(talk: Talk, item: StaleItemJson, { slot }: StaleJson): Promise<boolean> {
  const { printer, tongue } = talk;
  const texts = livesTexts(tongue);
  const [step, schedule, lower, drop, leave] = texts.staleKeys as [string, string, string, string, string];
  const lowerName = item.lowerTo === null ? null : texts.lowerTo(sayLives(tongue).priorities[item.lowerTo]);
  const keys = [
    `1 ${step}`,
    `2 ${schedule}`,
    ...(item.lowerTo === null ? [] : [`3 ${lowerName ?? lower}`]),
    `4 ${drop}`,
    `5 ${leave}`,
  ];
  printer.line(`  ${keys.join("   ")}`);
  for (;;) {
    const answer = (await talk.ask("> "))?.trim();
    if (answer === undefined || /^(?:q|quit)$/i.test(answer)) return false;
    if (answer === "") return true;
    const isDone = await carryOut(talk, answer, item, slot);
    if (isDone) return true;
    printer.line(printer.paint.dim(keys.join("   ")));
  }
}

/** @returns whether the answer was one, and was carried out */
async function carryOut(
  talk: Talk,
  answer: string,
  item: StaleItemJson,
  slot: StaleJson["slot"],
): Promise<boolean> {
  const texts = livesTexts(talk.tongue);
  const act = (name: string, input: Record<string, unknown>): boolean => {
    try {
      talk.printer.line(plainLine(talk.perform(name, input).summary));
      return true;
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "internal") throw error;
      talk.printer.line(talk.printer.paint.bad(plainLine(error.message)));
      return false;
    }
  };
  if (answer === "1") {
    const title = ((await talk.ask(texts.whichStep)) ?? "").trim();
    return title !== "" && act("add", { title, under: item.address });
  }
  if (answer === "2") {
    const said = (
      (await talk.ask(slot === null ? texts.notWhen : texts.when(slot.date, slot.from))) ?? ""
    ).trim();
    if (said === "" && slot === null) return false;
    const [date, from] = said === "" ? [slot!.date, slot!.from] : splitWhen(said);
    return act("block-add", { from, text: item.path, for: "30m", ...(date !== null && { date }) });
  }
  if (answer === "3" && item.lowerTo !== null) return act("lower", { items: [item.address] });
  if (answer === "4") return act("drop", { items: [item.address] });
  return answer === "5" && act("stale-leave", { item: item.address });
}

/** `tomorrow 9:00`: the last word is the time, what stands before it the day. */
function splitWhen(said: string): [string | null, string] {
  const at = said.lastIndexOf(" ");
  return at < 0 ? [null, said] : [said.slice(0, at).trim(), said.slice(at + 1)];
}
