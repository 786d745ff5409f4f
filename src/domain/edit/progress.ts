// Sets how far an item is: in the form that the item has, else the one that other items have, else a form by the
// page's language. It changes numbers; whether that means done is for the reader's rules to say.

import { AppError } from "../../base/index.ts";
import type { Patch, Range } from "../../page/index.ts";
import type { Item, PageView, Progress } from "../item.ts";
import { speaksChinese } from "./habits.ts";
import { endOfText } from "./item.ts";
import { sayEdit } from "./messages.ts";
import { parseProgress, type TypedProgress } from "./progress-text.ts";
import type { EditOptions } from "./request.ts";
import { withSeparator } from "./state-ways.ts";
import { tryWays, type Way } from "./try.ts";

/**
 * Patches that set the progress of an item to what was typed: `35/740`, `35` (of its total), `20%`, `chapter 3 of 14`.
 * @throws AppError usage where that is no progress, beyond the total, or lacks a total.
 */
export function setProgress(view: PageView, item: Item, typed: string, options: EditOptions = {}): Patch[] {
  const say = sayEdit(options.tongue ?? "en");
  const wanted = parseProgress(typed, item.progress);
  if (wanted === "bad")
    throw new AppError("usage", say.badProgress(typed.trim()), { hint: say.progressExamples() });
  if (wanted === "no-total")
    throw new AppError("usage", say.noTotal(typed.trim()), { hint: say.progressExamples() });
  if (wanted === "beyond") {
    const [done = 0, total = item.progress?.total ?? 100] = (typed.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
    throw new AppError("usage", say.beyondTotal(done, /%/.test(typed) ? 100 : total));
  }
  return tryWays(
    view,
    { kind: "progress", item, text: typed },
    progressWays(view, item, wanted, typed),
    options,
  ).patches;
}

function* progressWays(view: PageView, item: Item, wanted: TypedProgress, typed: string): Generator<Way> {
  const { text } = view.page;
  const own = item.progress;
  const inside = own !== null && own.from >= item.entry.from && own.to <= item.entry.to;
  if (own !== null && own.done === wanted.done && own.total === wanted.total) yield () => [];
  if (own !== null && inside && sameForm(own, wanted)) {
    const written = rewriteNumbers(text.slice(own.from, own.to), own, wanted);
    if (written !== null) yield () => [{ from: own.from, to: own.to, insert: written }];
  }
  const forms = formsOf(view, item, wanted, typed);
  if (own !== null) {
    for (const form of forms) yield () => [{ from: own.from, to: own.to, insert: bare(form) }];
    const outer = withSeparator(view, item, own);
    for (const form of forms) yield () => [{ ...outer, insert: form }];
    return;
  }
  const end = endOfText(text, item.entry.plain!);
  const behind = item.titleRange?.to ?? end;
  for (const form of forms)
    for (const at of new Set([behind, end])) yield () => [{ from: at, to: at, insert: form }];
}

function sameForm(own: Progress, wanted: TypedProgress): boolean {
  return (
    (own.unit === "percent") === (wanted.unit === "percent") &&
    (wanted.unit === null || own.unit === null || own.unit === wanted.unit || own.unit === "item")
  );
}

/** The numbers of a form replaced, everything around them kept; null where they cannot be told. */
function rewriteNumbers(
  source: string,
  own: Pick<Progress, "done" | "total" | "unit">,
  wanted: TypedProgress,
): string | null {
  const numbers = [...source.matchAll(/[\d０-９]+(?:\.\d+)?/g)];
  const values = numbers.map((match) =>
    Number(match[0].replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))),
  );
  if (own.unit === "percent" && numbers.length === 1) return splice(source, [[numbers[0]!, wanted.done]]);
  if (numbers.length !== 2) return null;
  const totalFirst =
    values[0] === own.total &&
    values[1] === own.done &&
    (own.done !== own.total || /^\s*(?:全|共|总|一共)/.test(source));
  const [done, total] = totalFirst ? [numbers[1]!, numbers[0]!] : [numbers[0]!, numbers[1]!];
  const ordered: [RegExpExecArray, number][] = [
    [done, wanted.done],
    [total, wanted.total],
  ];
  return splice(
    source,
    ordered.sort((a, b) => a[0].index - b[0].index),
  );
}

function splice(source: string, changes: readonly [RegExpExecArray, number][]): string {
  let out = "";
  let at = 0;
  for (const [match, value] of changes) {
    out += source.slice(at, match.index) + String(value);
    at = match.index + match[0].length;
  }
  return out + source.slice(at);
}

/** Forms for this progress, separator included: as other items have it, as it was typed, as the language has it. */
function formsOf(view: PageView, item: Item, wanted: TypedProgress, typed: string): string[] {
  const forms: string[] = [];
  const examples = view.items.filter(
    (other) =>
      other !== item &&
      other.progress !== null &&
      other.progress.from >= other.entry.from &&
      other.progress.to <= (other.entry.plain?.to ?? 0),
  );
  const near = [
    ...examples.filter((other) => other.list === item.list),
    ...examples.filter((other) => other.role === item.role),
    ...examples,
  ];
  for (const example of near.slice(0, 12)) {
    const progress = example.progress!;
    if ((progress.unit === "percent") !== (wanted.unit === "percent")) continue;
    if (wanted.unit !== null && wanted.unit !== "percent" && progress.unit !== wanted.unit) continue;
    const outer = outerRange(view, example, progress);
    const inner = rewriteNumbers(view.page.text.slice(progress.from, progress.to), progress, wanted);
    if (inner === null || outer === null) continue;
    forms.push(
      view.page.text.slice(outer.from, progress.from) + inner + view.page.text.slice(progress.to, outer.to),
    );
    if (forms.length >= 3) break;
  }
  const chinese = speaksChinese(view, item.title);
  const { done, total, unit } = wanted;
  if (unit === "percent") forms.push(chinese ? ` - 进度 ${done}%` : ` - ${done}%`);
  else if (unit === "chapter")
    forms.push(chinese ? ` - 全 ${total} 章，读到第 ${done} 章` : ` - chapter ${done} of ${total}`);
  else if (unit === "page")
    forms.push(` - ${done}/${total}`, chinese ? ` - ${done}/${total} 页` : ` - page ${done} of ${total}`);
  if (unit !== null && !wanted.partial) forms.push(` - ${typed.trim()}`);
  if (unit !== "percent") forms.push(` - ${done}/${total}`, ` (${done}/${total})`);
  else forms.push(` (${done}%)`);
  return [...new Set(forms)];
}

/** Progress with what separates it from the title; null where nothing does. */
function outerRange(view: PageView, item: Item, progress: Range): Range | null {
  const outer = withSeparator(view, item, progress);
  let { from } = outer;
  while (from > item.entry.plain!.from && /[ \t]/.test(view.page.text[from - 1]!)) from--;
  return from < progress.from && from > item.entry.plain!.from ? { from, to: outer.to } : null;
}

/** A form without the separator before it. */
function bare(form: string): string {
  return form.replace(/^[\s\-–—|·,，;；、(（]+/, "").replace(/[)）]$/, "");
}
