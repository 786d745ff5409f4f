// What the Goals screen knows: goals, importance and commitments as the server answers them, asked anew whenever the home
// changes. Writing goes through `act`.

import { useEffect } from "react";
import { postAct, problemOf } from "../api.ts";
import type { CommitmentsData, DisagreementJson, GoalsData, ImportanceData, Problem } from "../contract.ts";
import { createStore } from "../create-store.ts";
import { act, app } from "../state.ts";

interface GoalsState {
  goals: GoalsData | null;
  importance: ImportanceData | null;
  commitments: CommitmentsData | null;
  problem: Problem | null;
}

export const goalsStore = createStore<GoalsState>({
  goals: null,
  importance: null,
  commitments: null,
  problem: null,
});

/** Asks for all of it; answers that come after newer questions are dropped. */
export function useGoals(): void {
  const snapshot = app.use((state) => state.snapshot);
  useEffect(() => {
    if (snapshot === null) return;
    let isCurrent = true;
    const fail = (error: unknown): void => {
      if (isCurrent) goalsStore.set({ problem: problemOf(error) });
    };
    Promise.all([postAct("goals", {}), postAct("importance", {}), postAct("commitments", {})]).then(
      ([goals, importance, commitments]) => {
        if (!isCurrent) return;
        goalsStore.set({
          goals: goals.data as GoalsData,
          importance: importance.data as ImportanceData,
          commitments: commitments.data as CommitmentsData,
          problem: null,
        });
      },
      fail,
    );
    return () => {
      isCurrent = false;
    };
  }, [snapshot]);
}

export function settle({ move }: DisagreementJson): void {
  void act("move", move.input);
}

/** The disagreement that has the focus, else the first one. */
export function currentDisagreement(): DisagreementJson | null {
  const all = goalsStore.get().importance?.disagreements ?? [];
  const focused = document.activeElement?.closest<HTMLElement>("[data-disagreement]")?.dataset.disagreement;
  return all.find(({ path, kind }) => `${kind} ${path}` === focused) ?? all[0] ?? null;
}
