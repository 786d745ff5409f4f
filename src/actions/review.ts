// review: a week or any other stretch looked back on, from what its days, the page's past, conditions and goals say. With
// `write` it is kept in reviews/, from a template that the person may change; what they wrote into it is never touched.

import { AppError, type LocalDate, type Tongue } from "../base/index.ts";
import {
  type DayRange,
  defaultTemplate,
  fillTemplate,
  isoAt,
  isReviewOf,
  makeRange,
  type PartName,
  REVIEW_TEMPLATE,
  type Review,
  rangeBefore,
  readReview,
  renewReview,
  replaceBody,
  reviewBody,
  reviewFile,
  reviewParts,
  reviewTongue,
  reviewWords,
  templateTongue,
  writeReview,
} from "../domain/index.ts";
import { diffTexts } from "../page/index.ts";
import type { Action, Context, ItemAddress, Outcome } from "./action.ts";
import { dayWords } from "./day-read.ts";
import type { RangeJson } from "./drift-json.ts";
import { addressOf } from "./goal-state.ts";
import { rangeParam, readRange, toRangeJson } from "./report-range.ts";
import { REVIEW_CHARTS, reviewCharts } from "./review-charts.ts";
import { type Gathered, gatherEvidence } from "./review-evidence.ts";
import type { ReviewData, ReviewItemJson } from "./review-json.ts";
import { sayReviews } from "./review-messages.ts";
import { REVIEW_TABLES, reviewTables } from "./review-tables.ts";
import { restoreLineEnds } from "./save.ts";
import { nowMin } from "./time-input.ts";

export const review: Action = {
  name: "review",
  group: "day",
  writes: true,
  summary: { en: "Look back on a week, or any stretch of days", zh: "回顾一周，或任何一段日子" },
  params: [
    rangeParam,
    {
      name: "write",
      kind: "flag",
      short: "w",
      help: {
        en: "keep it in reviews/; where it is there, renew what you did not edit",
        zh: "存进 reviews/；已经有了就只更新你没改过的部分",
      },
    },
    {
      name: "text",
      kind: "text",
      internal: true,
      help: {
        en: "the review as the person edited it, without front matter: kept as it is",
        zh: "用户改好的回顾，不含头信息：原样保存",
      },
    },
    {
      name: "hash",
      kind: "text",
      internal: true,
      help: {
        en: "of the file that was edited; absent where there was none",
        zh: "所编辑文件的哈希；没有文件则不写",
      },
    },
    {
      name: "template",
      kind: "flag",
      help: {
        en: "write reviews/template.md, to be edited: what reviews are made from",
        zh: "写出 reviews/template.md 供修改：回顾按它来写",
      },
    },
  ],
  reports: { tables: REVIEW_TABLES, charts: REVIEW_CHARTS },
  examples: [
    { args: { en: "review", zh: "review" }, says: { en: "this week so far", zh: "这一周到现在" } },
    {
      args: { en: "review last week --write", zh: "review 上周 --write" },
      says: { en: "keeps it as reviews/2026-W47.md", zh: "存成 reviews/2026-W47.md" },
    },
    {
      args: { en: "review 2026-Q4 --csv weeks", zh: "review 2026-Q4 --csv weeks" },
      says: { en: "plan and hours, week by week, as a table", zh: "逐周的计划和用时，表格" },
    },
  ],
  more: {
    en: "Everything is counted from the day notes, goals.md, conditions.md and the page's past; too few cases are called too few. What each figure counts, how corrections are judged, and the placeholders of the template: docs/review.md.",
    zh: "一切都从每天的日志、goals.md、conditions.md 和页面的历史里数出来；太少就说太少。每个数字数的是什么、纠错怎样判断、模板有哪些占位符：docs/review.md。",
  },
  run: (context, input) => {
    if (input.flag("template") === true) return writeTemplate(context);
    const range = readRange(context, input.text("range"), { default: "week" });
    // The minute is asked only where it is written down: what is looked at is the same all day.
    const isKept = input.has("text") || input.flag("write") === true;
    const made = makeReview(context, range, isKept ? isoAt(nowMin(context), context.zone) : context.today);
    if (input.has("text")) return keepText(context, made, input.text("text")!, input.text("hash") ?? null);
    return input.flag("write") === true ? keep(context, made) : show(context, made);
  },
};

interface Made {
  data: ReviewData;
  /** The file as it would be written. */
  text: string;
  before: { text: string; hash: string } | null;
  renewed: PartName[];
}

/** @param written when it is written, as it will stand in the file */
function makeReview(context: Context, rangeJson: RangeJson, written: string): Made {
  const range = makeRange(rangeJson.from as LocalDate, rangeJson.to as LocalDate);
  const before = rangeBefore(range);
  const gathered = gatherEvidence(context, range, before);
  const found = readReview(gathered.evidence);
  const file = reviewFile(range);
  const stored = context.reading.text(file);
  const template = context.reading.text(REVIEW_TEMPLATE)?.text ?? defaultTemplate(context.tongue);
  // A review stays in the language in which it was begun, whoever looks at it.
  const tongue = (stored === null ? null : reviewTongue(stored.text)) ?? templateTongue(template);
  const spoken = tongue === context.tongue ? found : readReview(evidenceIn(context, tongue, range, before));
  const where = { tongue, range, before };
  const parts = reviewParts(spoken, where);
  const filled = fillTemplate(template, parts, reviewWords(where), context.tongue);
  const renewal =
    stored === null
      ? { text: writeReview(filled.pieces, range, written, tongue), renewed: [], edited: [] }
      : isReviewOf(stored.text, range)
        ? renewReview(stored.text, parts, written)
        : { text: stored.text, renewed: [], edited: [] };
  const data: ReviewData = {
    range: rangeJson,
    beforeRange: toRangeJson(context, before),
    today: context.today,
    ...figuresJson(context, found, gathered),
    file,
    hash: stored?.hash ?? null,
    markdown: reviewBody(renewal.text),
    isStale: stored?.text !== renewal.text,
    edited: renewal.edited,
    diagnostics: filled.diagnostics,
  };
  return { data, text: renewal.text, before: stored, renewed: renewal.renewed };
}

/** The same evidence in another language. */
function evidenceIn(context: Context, tongue: Tongue, range: DayRange, before: DayRange) {
  const speaking = Object.create(context, { tongue: { value: tongue } }) as Context;
  return gatherEvidence(speaking, range, before).evidence;
}

type Figures = Omit<
  ReviewData,
  "range" | "beforeRange" | "today" | "file" | "hash" | "markdown" | "isStale" | "edited" | "diagnostics"
>;

function figuresJson(context: Context, found: Review, { commitments }: Gathered): Figures {
  const { items } = dayWords(context);
  const address = (path: string): ItemAddress | null => {
    const item = items.get(path);
    return item === undefined ? null : addressOf(item);
  };
  const withAddress = (list: Review["items"]["started"]): ReviewItemJson[] =>
    list.map((item) => ({ ...item, address: address(item.path) }));
  const { questions, items: turns, commitments: _, ...figures } = found;
  return {
    ...figures,
    items: {
      started: withAddress(turns.started),
      finished: withAddress(turns.finished),
      dropped: withAddress(turns.dropped),
      untouched: withAddress(turns.untouched),
    },
    commitments,
    goals: [...found.goals],
    problems: found.problems.map((problem) => ({ ...problem, trials: [...problem.trials] })),
    questions: questions.map(({ text }) => text),
    because: questions.map(({ because }) => because),
  };
}

function show(context: Context, { data }: Made): Outcome {
  return outcomeOf(context, data, sayReviews(context.tongue).shown(data), { detail: { isLook: true } });
}

function keep(context: Context, { data, text, before, renewed }: Made): Outcome {
  const texts = sayReviews(context.tongue);
  const { file } = data;
  if (before !== null && before.text === text)
    return outcomeOf(context, data, texts.upToDate(file, data.edited.length), {
      detail: { isLook: true, isKept: true },
    });
  const kept = { ...data, isStale: false };
  const patches = diffTexts(before?.text ?? "", text);
  return outcomeOf(
    context,
    kept,
    before === null ? texts.written(file) : texts.renewed(file, renewed.length, data.edited.length),
    { edits: [{ file, hash: before?.hash ?? null, patches }] },
  );
}

/** What the person wrote in an editor that showed them the whole text. @throws AppError conflict where the file is another now */
function keepText(
  context: Context,
  { data, text, before }: Made,
  body: string,
  hash: string | null,
): Outcome {
  const texts = sayReviews(context.tongue);
  const { file } = data;
  if ((before?.hash ?? null) !== hash)
    throw new AppError("conflict", texts.changedMeanwhile(file), { hint: texts.changedMeanwhileHint() });
  const plain = (one: string): string => one.replace(/\r\n|\r/g, "\n");
  const next = restoreLineEnds(text, replaceBody(plain(text), plain(body)));
  return outcomeOf(context, { ...data, markdown: reviewBody(next) }, texts.textKept(file), {
    edits: [{ file, hash, patches: diffTexts(before?.text ?? "", next) }],
  });
}

function outcomeOf(context: Context, data: ReviewData, summary: string, more: Partial<Outcome>): Outcome {
  const { tongue } = context;
  return {
    data,
    summary,
    report: () => ({ tables: reviewTables(data, tongue), charts: reviewCharts(data, tongue) }),
    ...more,
  };
}

function writeTemplate(context: Context): Outcome {
  const texts = sayReviews(context.tongue);
  const file = REVIEW_TEMPLATE;
  if (context.reading.text(file) !== null)
    throw new AppError("usage", texts.templateThere(file), { hint: texts.templateThereHint(file) });
  const insert = defaultTemplate(context.tongue);
  return {
    data: { file },
    summary: texts.templateWritten(file),
    edits: [{ file, hash: null, patches: [{ from: 0, to: 0, insert }] }],
  };
}
