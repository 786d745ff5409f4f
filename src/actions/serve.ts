// serve, unserve: which item serves which goal, with the answers to the questions of importance. They stand in goals.md; the
// page is not touched.

import { AppError, fold, parseDurationMin } from "../base/index.ts";
import {
  type Answers,
  GOALS_FILE,
  type Goal,
  type Goals,
  goalAt,
  type Help,
  NO_ANSWERS,
  type Service,
} from "../domain/index.ts";
import type { Action, Context, Input, Param } from "./action.ts";
import { findGoal, findGoalOrOnly } from "./goal-find.ts";
import { sayGoals } from "./goal-messages.ts";
import { goalsOf, itemNamed } from "./goal-state.ts";
import { type NextEdit, writeGoals } from "./goal-write.ts";
import { findItem } from "./item-find.ts";
import { itemParam } from "./words.ts";

const goalOption: Param = {
  name: "goal",
  kind: "text",
  short: "g",
  help: {
    en: "a goal: its title, a part of it, or its number; not needed where only one is open",
    zh: "目标：标题、标题的一部分或编号；只有一个进行中的目标时可省",
  },
};

export const serve: Action = {
  name: "serve",
  group: "goals",
  writes: true,
  summary: { en: "Say that an item serves a goal, and how much", zh: "写明一个条目服务于哪个目标、帮助多大" },
  params: [
    itemParam,
    goalOption,
    {
      name: "helps",
      kind: "choice",
      choices: ["0", "1", "2", "3"],
      clearable: true,
      help: { en: "how much it helps: 0 not at all, 3 most", zh: "帮助多大：0 没有，3 最大" },
    },
    {
      name: "effort",
      kind: "text",
      clearable: true,
      help: { en: "the time it needs: 8h, 90m; none takes it back", zh: "需要多少时间：8h、90m；none 清除" },
    },
    {
      name: "people",
      kind: "text",
      clearable: true,
      help: { en: "others it needs: 2, alone, or names", zh: "需要的人：2、不需要别人，或名字" },
    },
    { name: "point", kind: "text", help: { en: "a new check point", zh: "新的检查点" } },
    { name: "tick", kind: "text", help: { en: "a check point that is done", zh: "完成了的检查点" } },
    {
      name: "untick",
      kind: "text",
      help: { en: "a check point that is not done after all", zh: "其实没完成的检查点" },
    },
  ],
  more: {
    en: "What is not said stays as it was answered before. Without --effort the item's own estimate counts.",
    zh: "没说的照以前的回答。不写 --effort 时用条目自己的估计。",
  },
  examples: [
    {
      args: { en: "serve Kubernetes --helps 3 --effort 20h", zh: "serve Kubernetes --helps 3 --effort 20h" },
      says: { en: "the answers go to goals.md", zh: "回答写进 goals.md" },
    },
    {
      args: {
        en: 'serve Kubernetes --people "Ann, Bob" --point "cluster is up"',
        zh: 'serve Kubernetes --people 小王、小李 --point "集群跑起来"',
      },
      says: { en: "others are needed, and here is a check point", zh: "需要别人，再加一个检查点" },
    },
  ],
  run: (context, input) => {
    const { goals } = goalsOf(context);
    const { item } = findItem(context, input.item("item")!);
    const goal = findGoalOrOnly(context, goals, input.text("goal"));
    const known = serviceOf(context, goal, item.path);
    const answers = answersFrom(context, input, known?.answers ?? NO_ANSWERS);
    const edits: NextEdit[] = [];
    if (known === null) edits.push(() => ({ kind: "serve", goal: goal.line, name: item.path, answers }));
    else if (["helps", "effort", "people"].some((name) => input.has(name)))
      edits.push(() => ({ kind: "answer", line: known.line, answers }));
    const point = input.text("point")?.trim();
    if (point !== undefined && point !== "")
      edits.push((now) => {
        const { line, points } = serviceNow(context, now, goal, item.path);
        return points.some(({ text }) => fold(text) === fold(point))
          ? null
          : { kind: "add-point", line, text: point };
      });
    for (const [key, done] of [
      ["tick", true],
      ["untick", false],
    ] as const) {
      const wanted = input.text(key);
      if (wanted === undefined) continue;
      edits.push((now) => {
        const line = pointLine(context, serviceNow(context, now, goal, item.path), wanted);
        return { kind: "tick", line, done };
      });
    }
    const said = sayGoals(context.tongue).serves(item.title, goal.title);
    return writeGoals(context, edits, () => said);
  },
};

export const unserve: Action = {
  name: "unserve",
  group: "goals",
  writes: true,
  summary: { en: "An item does not serve a goal after all", zh: "一个条目不再服务于目标" },
  params: [
    { ...itemParam, kind: "text", rest: true },
    { ...goalOption, help: { en: "this goal; else all that it serves", zh: "哪个目标；不写就是全部" } },
  ],
  examples: [
    {
      args: { en: "unserve Kubernetes", zh: "unserve Kubernetes" },
      says: { en: "its line in goals.md goes", zh: "删去 goals.md 里的那一行" },
    },
  ],
  run: (context, input) => {
    const { goals } = goalsOf(context);
    const name = input.text("item")!;
    const named = input.text("goal");
    const only = named === undefined ? null : findGoal(context, goals, named);
    const wanted = only === null ? goals.goals : [only];
    // An item that the page has no more is found by the name that goals.md has for it.
    const isNamed = ({ name: own }: Service): boolean => fold(own) === fold(name);
    const path = wanted.some(({ services }) => services.some(isNamed))
      ? null
      : findItem(context, name).item.path;
    const isWanted = (one: Service): boolean =>
      isNamed(one) || (path !== null && itemNamed(context, one.name)?.item.path === path);
    const serving = wanted.filter(({ services }) => services.some(isWanted));
    const texts = sayGoals(context.tongue);
    if (serving.length === 0)
      throw new AppError("missing", texts.servesNone(name), { at: { file: GOALS_FILE } });
    const edits = serving.map(
      (goal): NextEdit =>
        (now) => {
          const service = sameGoal(now, goal)?.services.find(isWanted);
          return service === undefined ? null : { kind: "remove", line: service.line };
        },
    );
    return writeGoals(context, edits, () =>
      texts.unserved(
        name,
        serving.map(({ title }) => title),
      ),
    );
  },
};

function serviceOf(context: Context, goal: Goal, path: string): Service | null {
  return goal.services.find(({ name }) => itemNamed(context, name)?.item.path === path) ?? null;
}

/** The goal in the file as it is by now: lines above it may have come or gone. */
function sameGoal(now: Goals, { title, line }: Goal): Goal | null {
  return now.goals.find((one) => one.title === title && one.line <= line) ?? goalAt(now, line);
}

function serviceNow(context: Context, now: Goals, goal: Goal, path: string): Service {
  return serviceOf(context, sameGoal(now, goal)!, path)!;
}

function pointLine(context: Context, { points }: Service, text: string): number {
  const wanted = fold(text);
  const found =
    points.find((one) => fold(one.text) === wanted) ??
    points.find((one) => wanted !== "" && fold(one.text).includes(wanted));
  if (found !== undefined) return found.line;
  const texts = sayGoals(context.tongue);
  const names = points.map((one) => one.text);
  throw new AppError(
    "missing",
    texts.noPoint(text),
    names.length === 0 ? {} : { hint: texts.thereAre(names) },
  );
}

/** The answers as they are with what is said now. */
function answersFrom(context: Context, input: Input, before: Answers): Answers {
  const answers = { ...before };
  const texts = sayGoals(context.tongue);
  if (input.has("helps"))
    answers.help = input.cleared("helps") ? null : (Number(input.text("helps")) as Help);
  if (input.has("effort")) {
    const text = input.text("effort");
    const min = text === undefined ? null : parseDurationMin(text);
    if (text !== undefined && min === null)
      throw new AppError("usage", texts.notADuration(text), { hint: texts.durationForms() });
    answers.effortMin = min;
  }
  if (input.has("people")) Object.assign(answers, readPeople(context, input.text("people")));
  return answers;
}

function readPeople(context: Context, said: string | undefined): Pick<Answers, "people" | "names"> {
  const text = (said ?? "").trim();
  if (said === undefined) return { people: null, names: null };
  if (/^(?:0|alone|nobody|me|自己|不需要(?:别人)?|没有)$/i.test(text)) return { people: 0, names: null };
  if (/^\d{1,2}$/.test(text)) return { people: Number(text), names: null };
  const names = text.replace(/^(?:with|和|需要)\s*/i, "");
  const count = names.split(/\s*(?:,|，|、|&|\+|和|与|\band\b)\s*/i).filter((name) => name !== "").length;
  if (count > 0 && /^\p{L}/u.test(names) && !/[;；:：\r\n]/.test(names)) return { people: count, names };
  const texts = sayGoals(context.tongue);
  throw new AppError("usage", texts.notPeople(text), { hint: texts.peopleForms() });
}
