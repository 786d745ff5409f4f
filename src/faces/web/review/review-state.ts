// What the Review screen knows: the review of the chosen stretch, its drift, and the draft of the log entry, as the server
// answers them, asked anew whenever the home changes.

import { useEffect } from "react";
import { addDays, type LocalDate } from "../../../base/index.ts";
import { type CalendarKind, calendarRange, rangeBefore } from "../../../domain/index.ts";
import { postAct, problemOf } from "../api.ts";
import type { DraftData, DriftData, Problem, ReviewData } from "../contract.ts";
import { createStore } from "../create-store.ts";
import { goTo } from "../route.ts";
import { app } from "../state.ts";

interface ReviewState {
  /** What was asked for, as in the address. */
  asked: string;
  review: ReviewData | null;
  drift: DriftData | null;
  draft: DraftData | null;
  problem: Problem | null;
}

export const KINDS: readonly CalendarKind[] = ["day", "week", "month", "quarter", "year"];

export const reviewStore = createStore<ReviewState>({
  asked: "",
  review: null,
  drift: null,
  draft: null,
  problem: null,
});

/** Asks for all of it; answers that come after newer questions are dropped. */
export function useReview(range: string): void {
  const snapshot = app.use((state) => state.snapshot);
  useEffect(() => {
    if (snapshot === null) return;
    let isCurrent = true;
    const input = { range: range === "" ? "week" : range };
    const ask = <A extends "review" | "drift" | "draft">(action: A): Promise<unknown> =>
      postAct(action, input).then(({ data }) => data);
    // Where there is no page, there is still a review.
    const draft = ask("draft").catch(() => null);
    Promise.all([ask("review"), ask("drift"), draft]).then(
      ([review, drift, entry]) => {
        if (!isCurrent) return;
        reviewStore.set({
          asked: range,
          review: review as ReviewData,
          drift: drift as DriftData,
          draft: entry as DraftData | null,
          problem: null,
        });
      },
      (error: unknown) => {
        if (isCurrent) reviewStore.set({ asked: range, problem: problemOf(error) });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [range, snapshot]);
}

export function openRange(range: string): void {
  goTo("review", { range });
}

/** The stretch of the same kind before or after the one that is shown. */
export function turnRange(by: 1 | -1): void {
  const { review } = reviewStore.get();
  if (review === null) return;
  const next = rangeBeside(review, by);
  if (next !== null) openRange(next);
}

/** Its name; null where it has not begun. */
export function rangeBeside(
  { range, today }: Pick<ReviewData, "range" | "today">,
  by: 1 | -1,
): string | null {
  const shown = { ...range, from: range.from as LocalDate, to: range.to as LocalDate };
  if (by < 0) return rangeBefore(shown).name;
  const first = addDays(shown.to, 1);
  if (first > today) return null;
  if (range.kind !== "range") return calendarRange(range.kind, first).name;
  const last = addDays(shown.to, range.days);
  return `${first}..${last}`;
}

/** The stretch of another kind around the last day of what is shown that has come. */
export function rangeOfKind(
  { range, today }: Pick<ReviewData, "range" | "today">,
  kind: CalendarKind,
): string {
  const last = range.to < today ? range.to : today;
  return calendarRange(kind, last as LocalDate).name;
}
