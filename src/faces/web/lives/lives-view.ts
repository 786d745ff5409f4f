// How the Lives screen is looked at: search, order, years shown, whether the page of a day and the untouched items are open.
// Small, since keys and palette need it before the screen is there.

import { createStore } from "../create-store.ts";

export type LaneOrder = "came" | "priority" | "end" | "length";
export type LaneGroup = "all" | "open" | "finished" | "gone";

export interface LivesView {
  search: string;
  order: LaneOrder;
  show: LaneGroup;
  /** Null: where the page is mostly steps. */
  steps: boolean | null;
  /** The year that is shown; null: all of them. */
  year: number | null;
  asTable: boolean;
  /** Day whose page is shown, `middle` for one half way back; null: none. */
  day: string | null;
  stale: boolean;
}

export const livesView = createStore<LivesView>({
  search: "",
  order: "came",
  show: "all",
  steps: null,
  year: null,
  asTable: false,
  day: null,
  stale: false,
});
