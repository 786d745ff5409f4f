// conditions, condition-add, condition-remove: conditions.md shown and edited.

import { AppError, type Diagnostic } from "../base/index.ts";
import {
  applyConditionPatches,
  CONDITIONS_FILE,
  type ConditionEdit,
  type ConditionKind,
  type Conditions,
  conditionPatches,
  findCondition,
  nearestDetector,
  readDetector,
  starterConditions,
} from "../domain/index.ts";
import type { Patch } from "../page/index.ts";
import type { Action, Context, Outcome, Param } from "./action.ts";
import { sayChecks } from "./check-messages.ts";
import { conditionsOf } from "./check-state.ts";
import { findNamed } from "./condition-find.ts";
import { joinSentences } from "./messages.ts";

export interface ConditionJson {
  /** Counted from 1, in the order of the file: `check --yes 3` means it. */
  number: number;
  kind: ConditionKind;
  name: string;
  /** The detector as written; null where it has none. */
  detector: string | null;
  /** Whether the detector was understood; the condition is asked where not. */
  detects: boolean;
  corrections: number;
  line: number;
}

/** What `nunc conditions --json` prints. */
export interface ConditionsData {
  file: string;
  hash: string | null;
  conditions: ConditionJson[];
  diagnostics: Diagnostic[];
}

const KIND_ALIASES: Readonly<Record<string, ConditionKind>> = {
  健康: "healthy",
  异常: "abnormal",
  unhealthy: "abnormal",
  good: "healthy",
  bad: "abnormal",
};

export const conditionParam: Param = {
  name: "condition",
  kind: "text",
  required: true,
  positional: true,
  help: {
    en: "a condition: its name, a part of it, or its number",
    zh: "状态：名称、名称的一部分或编号",
  },
};

export const conditions: Action = {
  name: "conditions",
  group: "day",
  writes: true,
  summary: { en: "Show your healthy and abnormal conditions", zh: "看你的健康和异常状态" },
  params: [
    {
      name: "starter",
      kind: "flag",
      help: { en: "write a first set, where there is none", zh: "还没有时，写一套起步的" },
    },
  ],
  examples: [
    {
      args: { en: "conditions", zh: "conditions" },
      says: { en: "with their detectors", zh: "连同各自的检测" },
    },
  ],
  run: (context, input) => {
    const reading = conditionsOf(context);
    const texts = sayChecks(context.tongue);
    if (input.flag("starter") !== true) return showConditions(context, reading.conditions);
    if (reading.conditions.conditions.length > 0) throw new AppError("usage", texts.starterThere());
    const { text } = reading.conditions;
    const gap = text === "" || /\n\n$/.test(text) ? "" : text.endsWith("\n") ? "\n" : "\n\n";
    const starter = starterConditions(context.world.config.language ?? context.tongue);
    const patches = [{ from: text.length, to: text.length, insert: gap + starter }];
    return written(context, reading.conditions, patches, texts.starterWritten());
  },
};

export const conditionAdd: Action = {
  name: "condition-add",
  group: "day",
  writes: true,
  summary: { en: "Add a condition to compare days with", zh: "加一条用来对照的状态" },
  params: [
    {
      name: "kind",
      kind: "choice",
      choices: ["healthy", "abnormal"],
      aliases: KIND_ALIASES,
      required: true,
      positional: true,
      help: { en: "healthy or abnormal", zh: "健康或异常" },
    },
    {
      name: "name",
      kind: "text",
      required: true,
      positional: true,
      rest: true,
      help: { en: "the condition in your own words", zh: "用你自己的话说的状态" },
    },
    {
      name: "detect",
      kind: "text",
      short: "d",
      help: {
        en: "what nunc can see by itself, such as “worked after 22:00” (docs/conditions.md)",
        zh: "nunc 能自己看到的，如“22:00 后还在工作”（docs/conditions.md）",
      },
    },
  ],
  examples: [
    {
      args: {
        en: 'condition add abnormal "Late again" --detect "worked after 22:00"',
        zh: 'condition add 异常 又熬夜了 --detect "22:00 后还在工作"',
      },
      says: { en: "it answers itself from the records", zh: "由记录自动回答" },
    },
  ],
  run: (context, input) => {
    const kind = input.text("kind") as ConditionKind;
    const name = oneLine(context, input.text("name")!);
    const detectorText = input.text("detect")?.trim() || null;
    const texts = sayChecks(context.tongue);
    const { conditions } = conditionsOf(context);
    if (findCondition(conditions, name) !== null)
      throw new AppError("usage", texts.conditionThere(name), { at: { file: CONDITIONS_FILE } });
    if (detectorText !== null && readDetector(detectorText) === null)
      throw new AppError("usage", texts.unknownDetector(detectorText), {
        hint: texts.nearestDetector(nearestDetector(detectorText)),
      });
    const patches = editConditions(context, [{ kind: "add", condition: kind, name, detectorText }]);
    return written(context, conditions, patches, texts.conditionAdded(kind, name));
  },
};

export const conditionRemove: Action = {
  name: "condition-remove",
  group: "day",
  writes: true,
  summary: { en: "Remove a condition", zh: "删除一条状态" },
  params: [{ ...conditionParam, name: "name", rest: true }],
  examples: [
    {
      args: { en: 'condition remove "Late again"', zh: "condition remove 又熬夜了" },
      says: { en: "days that were answered stay as they are", zh: "已经回答过的日子不变" },
    },
  ],
  run: (context, input) => {
    const { name } = findNamed(context, input.text("name")!);
    const { conditions } = conditionsOf(context);
    const patches = editConditions(context, [{ kind: "remove", name }]);
    return written(context, conditions, patches, sayChecks(context.tongue).conditionRemoved(name));
  },
};

/** Patches of conditions.md. @throws AppError invalid where what is asked cannot be written so that it reads back. */
export function editConditions(context: Context, edits: readonly ConditionEdit[]): Patch[] {
  const { conditions } = conditionsOf(context);
  const patches = conditionPatches(conditions, edits, context.world.config.language ?? context.tongue);
  if (patches !== null) return patches;
  const texts = sayChecks(context.tongue);
  throw new AppError("invalid", texts.notWritable(CONDITIONS_FILE), {
    hint: texts.byHand(CONDITIONS_FILE),
    at: { file: CONDITIONS_FILE },
  });
}

function showConditions(context: Context, shown: Conditions): Outcome {
  const texts = sayChecks(context.tongue);
  const count = (kind: ConditionKind): number =>
    shown.conditions.filter((condition) => condition.kind === kind).length;
  const isEmpty = shown.conditions.length === 0;
  return {
    data: toConditionsData(shown, conditionsOf(context).hash),
    summary: isEmpty
      ? joinSentences(context.tongue, [texts.noConditions(), texts.noConditionsHint()])
      : texts.conditionsCount(count("healthy"), count("abnormal")),
    detail: { isLook: true },
  };
}

function written(context: Context, before: Conditions, patches: Patch[], summary: string): Outcome {
  const after = applyConditionPatches(before, patches, context.tongue);
  const { hash } = conditionsOf(context);
  return {
    data: toConditionsData(after, null),
    summary,
    edits: [{ file: CONDITIONS_FILE, hash, patches }],
  };
}

function toConditionsData(shown: Conditions, hash: string | null): ConditionsData {
  return {
    file: CONDITIONS_FILE,
    hash,
    conditions: shown.conditions.map(({ kind, name, detector, detectorText, corrections, line }, index) => ({
      number: index + 1,
      kind,
      name,
      detector: detectorText,
      detects: detector !== null,
      corrections: corrections.length,
      line,
    })),
    diagnostics: shown.diagnostics,
  };
}

/** @throws AppError usage where it is empty or has several lines. */
function oneLine(context: Context, text: string): string {
  const line = text.trim();
  if (line !== "" && !/[\r\n]/.test(line)) return line;
  throw new AppError("usage", sayChecks(context.tongue).emptyName());
}
