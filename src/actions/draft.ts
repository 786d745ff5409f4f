// draft: the log entry of a stretch of days in the person's own form, from what is public of it already. It shows exactly what
// would become public; with `accept` that is written, and nothing else.

import { AppError, type LocalDate } from "../base/index.ts";
import {
  addLogTexts,
  type Draft,
  type DraftBullet,
  draftEntry,
  type LogHabits,
  type LogTextsWritten,
  makeRange,
  PRIVATE_KINDS,
  type PrivateFact,
  type PrivateKind,
  readLogHabits,
  takeFacts,
} from "../domain/index.ts";
import { applyPatches, formatDiff } from "../page/index.ts";
import type { Action, Context, Input, Outcome } from "./action.ts";
import { draftFacts, privateFacts } from "./draft-facts.ts";
import { sayDraft } from "./draft-messages.ts";
import type { RangeJson } from "./drift-json.ts";
import { withLastmod } from "./lastmod.ts";
import { pageFor } from "./log.ts";
import { editOptions, editPage } from "./page-edit.ts";
import type { PageReading } from "./reading.ts";
import { rangeParam, readRange } from "./report-range.ts";
import type { DraftData } from "./review-json.ts";
import { fileParam } from "./words.ts";

export const draft: Action = {
  name: "draft",
  group: "log",
  writes: true,
  summary: {
    en: "Draft the log entry of a week from what was done, and write it",
    zh: "按做过的事起草一周的记录，并写进页面",
  },
  params: [
    rangeParam,
    {
      name: "accept",
      kind: "flag",
      short: "a",
      help: { en: "write it to the page, as it is shown", zh: "照显示的样子写进页面" },
    },
    {
      name: "edit",
      kind: "flag",
      short: "e",
      help: { en: "change it in $VISUAL or $EDITOR first", zh: "先用 $VISUAL 或 $EDITOR 改" },
    },
    {
      name: "bullets",
      kind: "text",
      help: {
        en: "these bullets in place of the drafted ones: one a line, or apart by semicolons; indented is nested",
        zh: "用这些代替起草的：一行一条，或用分号隔开；缩进表示下一层",
      },
    },
    {
      name: "with",
      kind: "text",
      help: {
        en: "private facts to take in: hours, note, check, correction, problem, interruption",
        zh: "要写进去的私密内容：hours、note、check、correction、problem、interruption",
      },
    },
    fileParam,
  ],
  examples: [
    { args: { en: "draft", zh: "draft" }, says: { en: "this week so far", zh: "这一周到现在" } },
    {
      args: { en: "draft last week --accept", zh: "draft 上周 --accept" },
      says: { en: "writes the entry of last week", zh: "写下上周的记录" },
    },
    {
      args: { en: "draft --edit", zh: "draft --edit" },
      says: { en: "changes it in your editor, then asks", zh: "在编辑器里改过，再问要不要写" },
    },
  ],
  more: {
    en: "Only titles that stand on the page get in, in the words and the form of your log. Hours, notes behind a reference, checks, corrections, problems and interruptions are private: they are listed beside it, and get in with --with or in the editor. docs/review.md says more.",
    zh: "只有页面上有的标题会写进去，用的是你自己的说法和格式。用时、记录里的备注、自检、纠错、关键问题和打断都是私密的：只列在旁边，要用 --with 或在编辑器里才写得进去。详见 docs/review.md。",
  },
  run: (context, input) => {
    const page = pageFor(context, input);
    const habits = readLogHabits(page.view);
    const usual = habits.span === "day" || habits.span === "month" ? habits.span : "week";
    const rangeJson = readRange(context, input.text("range"), { default: usual });
    const range = makeRange(rangeJson.from as LocalDate, rangeJson.to as LocalDate);
    const drafted = draftEntry(page.view, range, draftFacts(context, page, range), context.today);
    const facts = privateFacts(context, range);
    const kinds = kindsOf(context, input);
    const typed = input.text("bullets");
    const bullets =
      typed === undefined ? takeFacts(drafted.bullets, facts, kinds, habits) : typedBullets(context, typed);
    return write(context, { page, range: rangeJson, drafted, bullets, facts, kinds, habits }, input);
  },
};

interface Sheet {
  page: PageReading;
  range: RangeJson;
  drafted: Draft;
  bullets: DraftBullet[];
  facts: PrivateFact[];
  kinds: PrivateKind[];
  habits: LogHabits;
}

function write(context: Context, sheet: Sheet, input: Input): Outcome {
  const { page, drafted, bullets } = sheet;
  const texts = sayDraft(context.tongue);
  if (bullets.length === 0) {
    const nothing =
      drafted.existing === null || !drafted.isKnown
        ? texts.nothing(sheet.range.title)
        : texts.allThere(drafted.existing.title);
    return { data: toData(context, sheet, null, nothing), summary: nothing, detail: { isLook: true } };
  }
  const { from, to, existing, until } = drafted;
  const own = existing === null ? {} : { entry: existing };
  const wanted = { from, to, bullets, ...own, ...(until === null ? {} : { until }) };
  const written = addLogTexts(page.view, wanted, editOptions(context));
  const accepts = input.flag("accept") ?? false;
  const data = { ...toData(context, sheet, written, null), accepted: accepts };
  if (!accepts) {
    const said = [sheet.range.name, ...(input.has("with") ? [`--with ${sheet.kinds.join(",")}`] : [])];
    const isTyped = input.has("bullets") || input.has(fileParam.name);
    const summary = isTyped ? texts.shownTyped() : texts.shown(`nunc draft ${said.join(" ")} --accept`);
    return { data, summary, detail: { isLook: true } };
  }
  return {
    data,
    summary: texts.accepted(written.entry.title, bullets.length),
    ...editPage(page, written.patches, { kind: "log-several", input: wanted }),
  };
}

function toData(
  context: Context,
  { page, range, drafted, bullets, facts, kinds }: Sheet,
  written: LogTextsWritten | null,
  nothing: string | null,
): DraftData {
  const { existing } = drafted;
  const patches = written === null ? [] : withLastmod(context, page.file, page.text, written.patches);
  const name = context.reading.nameOf(page.file);
  return {
    range,
    file: page.file,
    hash: page.hash,
    date: written?.entry.title ?? existing?.title ?? "",
    bullets: bullets.map(({ text, depth, because }) => ({ text, depth, because })),
    markdown: written === null ? "" : entryText(written.after, written.entry),
    diff: patches.length === 0 ? "" : formatDiff(name, page.text, applyPatches(page.text, patches)),
    existing: existing === null ? null : { line: existing.line, markdown: entryText(page.view, existing) },
    privateFacts: facts.map(({ kind, text, title }) => ({
      kind,
      text: kind === "hours" || title === null ? text : `${title}: ${text}`,
    })),
    taken: kinds,
    nothing,
    accepted: false,
  };
}

/** The lines of an entry, its date included. */
function entryText({ page }: LogTextsWritten["after"], { range }: LogTextsWritten["entry"]): string {
  return page.text.slice(range.from, range.to).replace(/\s+$/, "");
}

function kindsOf(context: Context, input: Input): PrivateKind[] {
  const words = (input.text("with") ?? "").split(/[\s,，、;；]+/).filter((word) => word !== "");
  return words.map((word) => {
    const kind = PRIVATE_KINDS.find((one) => one === word.toLowerCase() || `${one}s` === word.toLowerCase());
    if (kind !== undefined) return kind;
    const texts = sayDraft(context.tongue);
    throw new AppError("usage", texts.notAKind(word), { hint: texts.kindsAre(PRIVATE_KINDS) });
  });
}

/** One a line, nested by their indent; a single line may hold several between semicolons. */
function typedBullets(context: Context, typed: string): DraftBullet[] {
  // A field that holds lines says so by the line end of its last one.
  const isSingle = !/[\r\n]/.test(typed);
  const rows = isSingle ? typed.split(/[;；]/).map((row) => row.trim()) : typed.split(/\r\n|\r|\n/);
  const indents: number[] = [];
  const found: DraftBullet[] = [];
  for (const row of rows) {
    const [, lead, text] = /^([ \t]*)(?:(?:[-*+•]|\d{1,9}[.)])[ \t]+)?(.*)$/.exec(row)!;
    if (text!.trim() === "") continue;
    const indent = lead!.replaceAll("\t", "    ").length;
    while (indents.length > 0 && indent < indents.at(-1)!) indents.pop();
    if (indents.length === 0 || indent > indents.at(-1)!) indents.push(indent);
    found.push({ text: text!.trim(), title: text!.trim(), depth: indents.length - 1, because: "" });
  }
  if (found.length === 0) throw new AppError("usage", sayDraft(context.tongue).noBullets());
  return found;
}
