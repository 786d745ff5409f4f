// role, word: what a person says about how their page is to be understood. It goes to nunc.yaml, spliced in.

import { isMap, isScalar, parseDocument } from "yaml";
import { AppError, fold, likeness } from "../base/index.ts";
import { CONFIG_DOC, type Role, setConfigValue, understandPage } from "../domain/index.ts";
import { applyPatches, diffTexts } from "../page/index.ts";
import type { Action, Context, Outcome } from "./action.ts";
import { say } from "./messages.ts";
import { priorityParam, roleParam, stateParam } from "./words.ts";

const CONFIG_FILE = "nunc.yaml";

export const role: Action = {
  name: "role",
  group: "home",
  writes: true,
  summary: { en: "Say what a heading is", zh: "指定一个标题的含义" },
  params: [
    {
      name: "heading",
      kind: "text",
      required: true,
      positional: true,
      help: { en: "the heading, as written or without its number", zh: "标题文字，可不写编号" },
    },
    {
      ...roleParam,
      required: true,
      positional: true,
      clearable: true,
      help: {
        en: "learning, reading, log, other; none takes it back",
        zh: "learning、reading、log、other；none 取消",
      },
    },
  ],
  examples: [
    {
      args: { en: 'role "Things I care about" learning', zh: "role 想折腾的 learning" },
      says: { en: "kept in nunc.yaml; the page stays as it is", zh: "记在 nunc.yaml 里，页面不变" },
    },
  ],
  run: (context, input) => {
    const heading = input.text("heading")!.trim();
    const value = (input.text("role") as Role | undefined) ?? null;
    const isSet = Object.hasOwn(context.world.config.overrules.headings, heading);
    if (!(value === null && isSet)) checkHeading(context, heading);
    return setOverrule(context, ["headings", heading], value, say(context.tongue).roleSet(heading, value));
  },
};

export const word: Action = {
  name: "word",
  group: "home",
  writes: true,
  summary: { en: "Say which priority or state a word means", zh: "指定一个词表示哪个优先级或状态" },
  params: [
    {
      name: "word",
      kind: "text",
      required: true,
      positional: true,
      help: { en: "the word, or a checkbox sign such as [~]", zh: "这个词，或 [~] 这样的勾选记号" },
    },
    {
      ...priorityParam,
      help: { en: "the priority that it means; none takes it back", zh: "它表示的优先级；none 取消" },
    },
    {
      ...stateParam,
      clearable: true,
      help: { en: "the state that it means; none takes it back", zh: "它表示的状态；none 取消" },
    },
  ],
  examples: [
    {
      args: { en: "word urgent --priority highest", zh: "word 紧急 --priority 最高" },
      says: { en: "headings and marks that say it are highest", zh: "写着它的标题或标记就是最高优先级" },
    },
    {
      args: { en: "word paused --state open", zh: "word 搁置 --state open" },
      says: { en: "kept in nunc.yaml", zh: "记在 nunc.yaml 里" },
    },
  ],
  run: (context, input) => {
    const name = input.text("word")!.trim();
    const kinds = (["priority", "state"] as const).filter((kind) => input.has(kind));
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1) {
      throw new AppError("usage", say(context.tongue).priorityOrState(), {
        hint: say(context.tongue).seeHelp("word"),
      });
    }
    const value = input.text(kind) ?? null;
    return setOverrule(context, ["words", kind, name], value, say(context.tongue).wordSet(name, value));
  },
};

function setOverrule(context: Context, path: string[], value: string | null, summary: string): Outcome {
  const stored = context.reading.text(CONFIG_FILE);
  const edit =
    stored === null
      ? newConfig(context, path, value)
      : {
          file: CONFIG_FILE,
          hash: stored.hash,
          patches: diffTexts(stored.text, withValue(context, stored.text, path, value)),
        };
  return { data: { key: path.join("."), value }, summary, edits: [edit] };
}

/** @throws AppError missing where no page has such a heading */
function checkHeading(context: Context, heading: string): void {
  const pages = context.reading.pages();
  const overrules = { ...context.world.config.overrules, headings: { [heading]: "other" as const } };
  const isThere = pages.some(({ view }) =>
    understandPage(view.page, { overrules, tongue: context.tongue }).reasons.some(
      ({ what, rule }) => what === "role" && rule === "nunc.yaml",
    ),
  );
  if (isThere) return;
  const near = pages
    .flatMap((page) => page.view.sections.map((section) => ({ page, section })))
    .filter(({ section }) => section.heading !== null)
    .map((one) => ({ ...one, score: likeness(fold(one.section.title), fold(heading)) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 3);
  const shown = near.map(
    ({ page, section }) => `  ${context.reading.nameOf(page.file)}:${section.line}  ${section.title}`,
  );
  throw new AppError("missing", say(context.tongue).noHeading(heading), {
    hint: [say(context.tongue).nearest(), ...shown].join("\n"),
  });
}

/** The settings with a value set or taken out. A map that became empty by that goes as well. */
function withValue(context: Context, text: string, path: readonly string[], value: string | null): string {
  let changed = applyPatches(text, setConfigValue(text, [...path], value, context.tongue));
  if (value !== null || changed === text) return changed;
  for (let depth = path.length - 1; depth > 0; depth--) {
    const above = path.slice(0, depth);
    const left: unknown = parseDocument(changed, { logLevel: "silent" }).getIn(above, true);
    const isEmpty = isMap(left) ? left.items.length === 0 : isScalar(left) && left.value === null;
    if (!isEmpty) break;
    changed = applyPatches(changed, setConfigValue(changed, above, null, context.tongue));
  }
  return changed;
}

/** A home without a nunc.yaml gets the one that `init` writes, with the value set. */
function newConfig(context: Context, path: string[], value: string | null) {
  const text = CONFIG_DOC[context.tongue];
  const [first = { from: 0, to: 0, insert: "" }] = setConfigValue(text, path, value, context.tongue);
  const whole = text.slice(0, first.from) + first.insert + text.slice(first.to);
  return { file: CONFIG_FILE, hash: null, patches: [{ from: 0, to: 0, insert: whole }] };
}
