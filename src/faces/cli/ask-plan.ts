// plan in a terminal: shows the proposal and asks whether it stands. What is accepted is what was shown: where the day has
// changed meanwhile, it is shown again.

import type { PlanDetail, PlanJson } from "../../actions/index.ts";
import { AppError } from "../../base/index.ts";
import { type Asker, askYes } from "./ask.ts";
import { say } from "./messages.ts";
import { plainLine } from "./paint.ts";
import { printPlan } from "./print-plan.ts";

export const askPlan: Asker = async (talk, input) => {
  if (input.accept === true) return talk.perform("plan", input);
  for (;;) {
    const shown = talk.perform("plan", input);
    const plan = shown.data as PlanJson;
    const detail = shown.detail as PlanDetail;
    printPlan(talk.printer, plan, detail);
    talk.printer.line(plainLine(detail.says));
    if (!detail.isOpen || !(await askYes(talk, say(talk.tongue).acceptPlan, true))) return null;
    try {
      return talk.perform("plan", { ...input, accept: true, token: plan.token });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "conflict") throw error;
      talk.printer.line(plainLine(error.message));
    }
  }
};
