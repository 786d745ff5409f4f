// The one table of actions. Command line, HTTP and MCP read it; an action is listed once, here.

import { AppError, fold, likeness, type Tongue } from "../base/index.ts";
import type { Action } from "./action.ts";
import { add } from "./add.ts";
import { archive } from "./archive.ts";
import { blockAdd, blockDrop, blockEdit, blockMove } from "./block.ts";
import { check } from "./check.ts";
import { clock, resume, start, stop, switchClock } from "./clock.ts";
import { commitments } from "./commitments.ts";
import { conditionAdd, conditionRemove, conditions } from "./condition.ts";
import { correct, correctionJudge, corrections } from "./correct.ts";
import { day, days } from "./day.ts";
import { edit } from "./edit.ts";
import { forecast } from "./forecast.ts";
import { goalAdd, goalClose, goalEdit, goals } from "./goal.ts";
import { problemAdd, problemSolve, problemTry } from "./goal-problem.ts";
import { resultAdd, resultProgress } from "./goal-result.ts";
import { completion, doctor, init, open, welcome } from "./home-care.ts";
import { importance } from "./importance.ts";
import { interrupt } from "./interrupt.ts";
import { due, estimate, hard, pin } from "./item-private.ts";
import { list } from "./list.ts";
import { lives } from "./lives.ts";
import { log, logEdit, logRemove } from "./log.ts";
import { say } from "./messages.ts";
import { lower, move, raise } from "./move.ts";
import { discard, note, place } from "./note.ts";
import { now } from "./now.ts";
import { role, word } from "./overrule.ts";
import { page } from "./page.ts";
import { plan } from "./plan.ts";
import { progress } from "./progress.ts";
import { recordAdd, recordDrop, recordEdit } from "./record.ts";
import { save } from "./save.ts";
import { serve, unserve } from "./serve.ts";
import { doing, done, drop, reopen } from "./state.ts";
import { redo, undo } from "./undo.ts";

/** In the order in which help lists them. */
export const ACTIONS: readonly Action[] = [
  now,
  list,
  page,
  lives,
  day,
  days,
  plan,
  start,
  stop,
  switchClock,
  resume,
  clock,
  interrupt,
  blockAdd,
  blockMove,
  blockEdit,
  blockDrop,
  recordAdd,
  recordEdit,
  recordDrop,
  check,
  conditions,
  conditionAdd,
  conditionRemove,
  correct,
  corrections,
  correctionJudge,
  forecast,
  goals,
  importance,
  commitments,
  goalAdd,
  goalEdit,
  goalClose,
  resultAdd,
  resultProgress,
  problemAdd,
  problemTry,
  problemSolve,
  serve,
  unserve,
  add,
  edit,
  move,
  raise,
  lower,
  doing,
  done,
  drop,
  reopen,
  progress,
  estimate,
  hard,
  due,
  pin,
  note,
  place,
  discard,
  log,
  logEdit,
  logRemove,
  archive,
  undo,
  redo,
  init,
  open,
  doctor,
  role,
  word,
  completion,
  save,
  welcome,
];

/**
 * @param typed whether a person typed the name: then those for programs only do not count
 * @throws AppError usage where there is no action of that name; the nearest ones are the hint.
 */
export function findAction(name: string, tongue: Tongue, typed = false): Action {
  const action = ACTIONS.find((one) => one.name === name && !(typed && one.internal));
  if (action !== undefined) return action;
  const near = nearActions(name);
  throw new AppError("usage", say(tongue).noSuchAction(name), {
    hint: near.length > 0 ? say(tongue).didYouMean(near) : say(tongue).seeHelp(null),
  });
}

/** Names of commands like a mistyped one, best first. */
function nearActions(name: string): string[] {
  return (
    ACTIONS.filter((action) => !action.internal)
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
