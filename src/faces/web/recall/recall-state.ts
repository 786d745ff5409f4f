// What a recall session knows: the questions as the server orders them, whether the answer is shown, what was answered here.
// Every answer is written at once; the order of what is left is always the server's.

import { useEffect } from "react";
import { postAct, problemOf } from "../api.ts";
import type { Problem, RecallData, RecallQuestion } from "../contract.ts";
import { createStore } from "../create-store.ts";
import { act, app, reload, toast } from "../state.ts";
import { textsNow } from "../texts.ts";
import { recallTexts } from "./texts-recall.ts";

export type RecallRating = "again" | "hard" | "good" | "easy";

interface RecallState {
  data: RecallData | null;
  problem: Problem | null;
  /** Whether the answer of the question is shown. */
  shown: boolean;
  /** A question that was taken back comes first again. */
  wanted: string | null;
  busy: boolean;
  /** Answers of this session, the newest last. `undo`: what undo would then say. */
  given: readonly { undo: string | null; key: string; isKnown: boolean; typed: string }[];
}

export const session = createStore<RecallState>({
  data: null,
  problem: null,
  shown: false,
  wanted: null,
  busy: false,
  given: [],
});

/** When the question came up, in milliseconds of the page's own time. */
let since = 0;

export function keyOf({ file, part, card }: RecallQuestion): string {
  return `${file} ${part} ${card.question}`;
}

export function currentQuestion({
  data,
  wanted,
}: Pick<RecallState, "data" | "wanted">): RecallQuestion | null {
  const queue = data?.queue ?? [];
  return queue.find((one) => keyOf(one) === wanted) ?? queue[0] ?? null;
}

/** Asks anew whenever the home changes; answers that come after newer questions are dropped. */
export function useSession(item: string | null): void {
  const snapshot = app.use((state) => state.snapshot);
  useEffect(() => {
    if (snapshot === null) return;
    let isCurrent = true;
    postAct("recall", item === null ? {} : { item }).then(
      ({ data }) => isCurrent && take(data as RecallData),
      (error: unknown) => isCurrent && session.set({ problem: problemOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [snapshot, item]);
  useEffect(
    () => () =>
      session.set({ data: null, problem: null, shown: false, wanted: null, busy: false, given: [] }),
    [],
  );
}

function take(data: RecallData): void {
  const before = currentQuestion(session.get());
  session.set({ data, problem: null });
  const after = currentQuestion(session.get());
  if (before === null || after === null || keyOf(before) !== keyOf(after)) begin();
}

/** A question comes up, its answer hidden. */
function begin(): void {
  since = performance.now();
  session.set({ shown: false });
}

export function showAnswer(): void {
  if (currentQuestion(session.get()) !== null) session.set({ shown: true });
}

/** @param typed what the person wrote before looking */
export async function rate(rating: RecallRating, typed: string, onDone: () => void): Promise<void> {
  const { shown, busy, given, data } = session.get();
  const asked = currentQuestion(session.get());
  if (asked === null || data === null || !shown || busy) return;
  const seconds = Math.round((performance.now() - since) / 1000);
  const { file, hash, line, part, card } = asked;
  session.set({ busy: true });
  const answer = await act(
    "recall-answer",
    {
      card: card.question,
      file,
      hash,
      line,
      part,
      rating,
      ...(seconds > 0 && { seconds }),
      ...(typed.trim() !== "" && { text: typed.trim() }),
    },
    {
      quiet: true,
      ...(typed.trim() !== "" && { kept: typed.trim() }),
      onConflict: () => {
        toast(textsNow(recallTexts).moved);
        void reload();
      },
    },
  );
  session.set({ busy: false });
  if (answer === null) return;
  onDone();
  const queue = data.queue.filter((one) => one !== asked);
  const undo = answer.state.undo;
  session.set({
    data: { ...data, queue },
    wanted: null,
    given: [...given, { undo, key: keyOf(asked), isKnown: rating !== "again", typed }],
  });
  begin();
}

/** Takes back the last answer of this session, and never what was changed since. */
export async function takeBack(restore: (key: string, typed: string) => void): Promise<void> {
  const { given, busy } = session.get();
  const last = given.at(-1);
  const t = textsNow(recallTexts);
  if (busy) return;
  if (last === undefined) toast(t.nothingToTakeBack);
  else if (last.undo === null || app.get().snapshot?.undo !== last.undo) toast(t.notLast);
  else {
    session.set({ busy: true });
    const answer = await act("undo", {}, { quiet: true });
    session.set({ busy: false });
    if (answer === null) return;
    restore(last.key, last.typed);
    session.set({ given: given.slice(0, -1), wanted: last.key });
    begin();
  }
}
