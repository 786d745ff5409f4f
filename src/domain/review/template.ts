// The template of reviews, `reviews/template.md`: Markdown with placeholders such as `{{plan}}` or `{{计划}}`. One on a line
// of its own stands for a part; a word such as `{{title}}` may stand within a line. What is no placeholder stays as it is.

import { type Diagnostic, fold, likeness, type Tongue } from "../../base/index.ts";

export const REVIEWS_FOLDER = "reviews";
export const REVIEW_TEMPLATE = `${REVIEWS_FOLDER}/template.md`;

export const PART_NAMES = [
  "findings",
  "plan",
  "slipped",
  "hours by priority",
  "hours by group",
  "hours by goal",
  "hours by section",
  "weeks",
  "conditions",
  "corrections",
  "started",
  "finished",
  "dropped",
  "untouched",
  "commitments",
  "goals",
  "problems",
  "estimates",
  "questions",
] as const;
export type PartName = (typeof PART_NAMES)[number];

export const WORD_NAMES = ["title", "range", "from", "to", "before"] as const;
export type WordName = (typeof WORD_NAMES)[number];

const NAMES_ZH: Readonly<Record<PartName | WordName, string>> = {
  findings: "要点",
  plan: "计划",
  slipped: "没做成的",
  "hours by priority": "各优先级用时",
  "hours by group": "各分组用时",
  "hours by goal": "各目标用时",
  "hours by section": "各章节用时",
  weeks: "每周",
  conditions: "状态",
  corrections: "纠错",
  started: "开始的",
  finished: "完成的",
  dropped: "放弃的",
  untouched: "没动的",
  commitments: "承诺",
  goals: "目标",
  problems: "关键问题",
  estimates: "估计与实际",
  questions: "问题",
  title: "标题",
  range: "时间段",
  from: "起",
  to: "止",
  before: "上一段",
};

type Name = PartName | WordName;
const KNOWN = new Map<string, Name>(
  (Object.entries(NAMES_ZH) as [Name, string][]).flatMap(([name, zh]) => [
    [name, name],
    [fold(zh), name],
  ]),
);
const PLACEHOLDER = /\{\{([^{}\n]*)\}\}/g;
const ALONE = /^[ \t]*\{\{([^{}\n]*)\}\}[ \t]*$/;

export interface FilledPart {
  name: PartName;
  text: string;
}

export interface FilledTemplate {
  /** Lines of the person and parts, in order; joined by line feeds they are the review without its front matter. */
  pieces: (string | FilledPart)[];
  diagnostics: Diagnostic[];
}

/** Puts parts and words into a template. A placeholder that there is none of stays as text, with a diagnostic. */
export function fillTemplate(
  template: string,
  parts: Readonly<Record<PartName, string>>,
  words: Readonly<Record<WordName, string>>,
  tongue: Tongue,
): FilledTemplate {
  const pieces: FilledTemplate["pieces"] = [];
  const diagnostics: Diagnostic[] = [];
  const texts = sayTemplate(tongue);
  template
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .forEach((line, at) => {
      const alone = nameOf(ALONE.exec(line)?.[1] ?? "");
      if (alone !== null && isPart(alone)) {
        pieces.push({ name: alone, text: parts[alone] });
        return;
      }
      const filled = line.replace(PLACEHOLDER, (whole, said: string, column: number) => {
        const name = nameOf(said);
        if (name !== null && !isPart(name)) return words[name];
        const problem =
          name === null
            ? { code: "review-placeholder", ...texts.unknown(said.trim(), nearName(said, tongue)) }
            : { code: "review-placeholder-line", ...texts.notAlone(said.trim()) };
        diagnostics.push({ line: at + 1, column: column + 1, ...problem });
        return whole;
      });
      pieces.push(filled);
    });
  return { pieces, diagnostics };
}

/** What of a template is no placeholder though it looks like one. */
export function checkTemplate(template: string, tongue: Tongue): Diagnostic[] {
  const parts = Object.fromEntries(PART_NAMES.map((name) => [name, ""])) as Record<PartName, string>;
  const words = Object.fromEntries(WORD_NAMES.map((name) => [name, ""])) as Record<WordName, string>;
  return fillTemplate(template, parts, words, tongue).diagnostics;
}

function isPart(name: Name): name is PartName {
  return (PART_NAMES as readonly string[]).includes(name);
}

function nameOf(said: string): Name | null {
  return (
    KNOWN.get(
      fold(said)
        .replace(/[\s_-]+/g, " ")
        .trim(),
    ) ?? null
  );
}

function nearName(said: string, tongue: Tongue): string | null {
  const wanted = fold(said).trim();
  const best = [...KNOWN]
    .map(([word, name]) => ({ name, score: likeness(wanted, word) }))
    .sort((a, b) => b.score - a.score)[0];
  if (best === undefined || best.score < 0.4) return null;
  return tongue === "zh" ? NAMES_ZH[best.name] : best.name;
}

/** Placeholders as the person's language writes them. */
export function placeholderNames(tongue: Tongue): string[] {
  return ([...PART_NAMES, ...WORD_NAMES] as Name[]).map((name) => (tongue === "zh" ? NAMES_ZH[name] : name));
}

/** The language of a template, by its own words. */
export function templateTongue(template: string): Tongue {
  return /\p{Script=Han}/u.test(template) ? "zh" : "en";
}

export function defaultTemplate(tongue: Tongue): string {
  return tongue === "zh" ? DEFAULT_ZH : DEFAULT_EN;
}

const DEFAULT_EN = `# Review: {{title}}

{{findings}}

## Plan

{{plan}}

### Slipped

{{slipped}}

## Hours

By priority:

{{hours by priority}}

By goal:

{{hours by goal}}

## Items

Started:

{{started}}

Finished:

{{finished}}

Dropped:

{{dropped}}

Untouched:

{{untouched}}

## Conditions and corrections

{{conditions}}

Corrections:

{{corrections}}

## Goals

{{goals}}

Commitments:

{{commitments}}

Key problems:

{{problems}}

## Estimates and actuals

{{estimates}}

## Questions

{{questions}}
`;

const DEFAULT_ZH = `# 回顾：{{标题}}

{{要点}}

## 计划

{{计划}}

### 没做成的

{{没做成的}}

## 用时

各优先级：

{{各优先级用时}}

各目标：

{{各目标用时}}

## 条目

开始的：

{{开始的}}

完成的：

{{完成的}}

放弃的：

{{放弃的}}

没动的：

{{没动的}}

## 状态和纠错

{{状态}}

纠错：

{{纠错}}

## 目标

{{目标}}

承诺：

{{承诺}}

关键问题：

{{关键问题}}

## 估计与实际

{{估计与实际}}

## 问题

{{问题}}
`;

const en = {
  unknown: (name: string, near: string | null) => ({
    message: `There is no placeholder “${name}”; it stays as text.`,
    hint: near === null ? `There are: ${placeholderNames("en").join(", ")}.` : `Did you mean {{${near}}}?`,
  }),
  notAlone: (name: string) => ({
    message: `{{${name}}} is several lines long and must stand on a line of its own; here it stays as text.`,
    hint: "Put it on a line of its own.",
  }),
};

const zh: typeof en = {
  unknown: (name, near) => ({
    message: `没有占位符“${name}”，照原样保留。`,
    hint: near === null ? `有：${placeholderNames("zh").join("、")}。` : `是不是 {{${near}}}？`,
  }),
  notAlone: (name) => ({
    message: `{{${name}}} 有好几行，要单独占一行；这里照原样保留。`,
    hint: "让它单独占一行。",
  }),
};

function sayTemplate(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
