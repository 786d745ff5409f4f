// The one table of actions. Command line, HTTP and MCP read it; an action is listed once, here, by its name. Each is loaded
// when it is asked for, so that a command starts with what it needs and no more; whoever needs them all has all.ts.

import { AppError, fold, likeness, type Tongue } from "../base/index.ts";
import type { Action } from "./action.ts";
import { say } from "./messages.ts";

/** In the order in which help lists them. */
const LOADERS: Readonly<Record<string, () => Promise<Action>>> = {
  now: async () => (await import("./now.ts")).now,
  list: async () => (await import("./list.ts")).list,
  item: async () => (await import("./item.ts")).item,
  page: async () => (await import("./page.ts")).page,
  lives: async () => (await import("./lives.ts")).lives,
  "lives-mine": async () => (await import("./lives.ts")).livesMine,
  "page-at": async () => (await import("./page-at.ts")).pageAt,
  stale: async () => (await import("./stale.ts")).stale,
  "stale-leave": async () => (await import("./stale.ts")).staleLeave,
  day: async () => (await import("./day.ts")).day,
  days: async () => (await import("./day.ts")).days,
  plan: async () => (await import("./plan.ts")).plan,
  start: async () => (await import("./clock.ts")).start,
  stop: async () => (await import("./clock.ts")).stop,
  switch: async () => (await import("./clock.ts")).switchClock,
  resume: async () => (await import("./clock.ts")).resume,
  clock: async () => (await import("./clock.ts")).clock,
  interrupt: async () => (await import("./interrupt.ts")).interrupt,
  "block-add": async () => (await import("./block.ts")).blockAdd,
  "block-move": async () => (await import("./block.ts")).blockMove,
  "block-edit": async () => (await import("./block.ts")).blockEdit,
  "block-drop": async () => (await import("./block.ts")).blockDrop,
  "record-add": async () => (await import("./record.ts")).recordAdd,
  "record-edit": async () => (await import("./record.ts")).recordEdit,
  "record-drop": async () => (await import("./record.ts")).recordDrop,
  check: async () => (await import("./check.ts")).check,
  conditions: async () => (await import("./condition.ts")).conditions,
  "condition-add": async () => (await import("./condition.ts")).conditionAdd,
  "condition-remove": async () => (await import("./condition.ts")).conditionRemove,
  correct: async () => (await import("./correct.ts")).correct,
  corrections: async () => (await import("./correct.ts")).corrections,
  "correction-judge": async () => (await import("./correct.ts")).correctionJudge,
  recall: async () => (await import("./recall.ts")).recall,
  "recall-answer": async () => (await import("./recall.ts")).recallAnswer,
  forecast: async () => (await import("./forecast.ts")).forecast,
  review: async () => (await import("./review.ts")).review,
  goals: async () => (await import("./goal.ts")).goals,
  importance: async () => (await import("./importance.ts")).importance,
  drift: async () => (await import("./drift.ts")).drift,
  commitments: async () => (await import("./commitments.ts")).commitments,
  "goal-add": async () => (await import("./goal.ts")).goalAdd,
  "goal-edit": async () => (await import("./goal.ts")).goalEdit,
  "goal-close": async () => (await import("./goal.ts")).goalClose,
  "result-add": async () => (await import("./goal-result.ts")).resultAdd,
  "result-progress": async () => (await import("./goal-result.ts")).resultProgress,
  "problem-add": async () => (await import("./goal-problem.ts")).problemAdd,
  "problem-try": async () => (await import("./goal-problem.ts")).problemTry,
  "problem-solve": async () => (await import("./goal-problem.ts")).problemSolve,
  serve: async () => (await import("./serve.ts")).serve,
  unserve: async () => (await import("./serve.ts")).unserve,
  add: async () => (await import("./add.ts")).add,
  edit: async () => (await import("./edit.ts")).edit,
  move: async () => (await import("./move.ts")).move,
  raise: async () => (await import("./move.ts")).raise,
  lower: async () => (await import("./move.ts")).lower,
  doing: async () => (await import("./state.ts")).doing,
  done: async () => (await import("./state.ts")).done,
  drop: async () => (await import("./state.ts")).drop,
  reopen: async () => (await import("./state.ts")).reopen,
  progress: async () => (await import("./progress.ts")).progress,
  estimate: async () => (await import("./item-private.ts")).estimate,
  hard: async () => (await import("./item-private.ts")).hard,
  due: async () => (await import("./item-private.ts")).due,
  pin: async () => (await import("./item-private.ts")).pin,
  "item-note": async () => (await import("./item-note.ts")).itemNote,
  "recall-add": async () => (await import("./recall-card.ts")).recallAdd,
  "recall-edit": async () => (await import("./recall-card.ts")).recallEdit,
  "recall-remove": async () => (await import("./recall-card.ts")).recallRemove,
  note: async () => (await import("./note.ts")).note,
  place: async () => (await import("./note.ts")).place,
  discard: async () => (await import("./note.ts")).discard,
  draft: async () => (await import("./draft.ts")).draft,
  log: async () => (await import("./log.ts")).log,
  "log-edit": async () => (await import("./log.ts")).logEdit,
  "log-remove": async () => (await import("./log.ts")).logRemove,
  archive: async () => (await import("./archive.ts")).archive,
  undo: async () => (await import("./undo.ts")).undo,
  redo: async () => (await import("./undo.ts")).redo,
  init: async () => (await import("./home-care.ts")).init,
  open: async () => (await import("./home-care.ts")).open,
  doctor: async () => (await import("./home-care.ts")).doctor,
  role: async () => (await import("./overrule.ts")).role,
  word: async () => (await import("./overrule.ts")).word,
  completion: async () => (await import("./home-care.ts")).completion,
  save: async () => (await import("./save.ts")).save,
  welcome: async () => (await import("./home-care.ts")).welcome,
};

export const ACTION_NAMES: readonly string[] = Object.keys(LOADERS);

/** All actions, in the order of the table. */
export async function loadActions(): Promise<Action[]> {
  return Promise.all(Object.values(LOADERS).map((load) => load()));
}

/**
 * The action of a command, as a person typed its name: those for programs only do not count.
 * @throws AppError usage where there is no action of that name; the nearest ones are the hint.
 */
export async function loadCommand(name: string, tongue: Tongue): Promise<Action> {
  const action = Object.hasOwn(LOADERS, name) ? await LOADERS[name]!() : undefined;
  if (action !== undefined && !action.internal) return action;
  throw noSuchAction(await loadActions(), name, tongue);
}

/** The error for a name that no action has. */
export function noSuchAction(actions: readonly Action[], name: string, tongue: Tongue): AppError {
  const near = nearActions(actions, name);
  return new AppError("usage", say(tongue).noSuchAction(name), {
    hint: near.length > 0 ? say(tongue).didYouMean(near) : say(tongue).seeHelp(null),
  });
}

/** Names of commands like a mistyped one, best first. */
function nearActions(actions: readonly Action[], name: string): string[] {
  return (
    actions
      .filter((action) => !action.internal)
      .map((action) => ({ name: action.name, score: nearness(fold(name), action.name) }))
      .filter(({ score }) => score >= 0.4)
      .sort((a, b) => b.score - a.score)
      .slice(0, 4)
      // What is much less like it than the best is only noise.
      .filter(({ score }, _, best) => score >= best[0]!.score - 0.15)
      .map((one) => one.name)
  );
}

function nearness(typed: string, name: string): number {
  // The first word of a command of two: all that begin with it.
  if (name.startsWith(`${typed}-`)) return 1;
  const sameStart = name.startsWith(typed) || typed.startsWith(name) ? 0.5 : 0;
  const sameLetters = [...typed].sort().join("") === [...name].sort().join("") ? 0.8 : 0;
  return Math.max(likeness(typed, name), sameStart, sameLetters);
}
