// What nunc.yaml says about recall (`recall`), and its defaults.

/** `weakest`: the least likely to be known first; `item`: one item after the other, as files and cards stand. */
export type RecallOrder = "weakest" | "item";
export const RECALL_ORDERS: readonly RecallOrder[] = ["weakest", "item"];

export interface RecallSettings {
  /** Share of answers that should be known when asked, 0.7 to 0.99. */
  retention: number;
  /** Most new questions a day. */
  newPerDay: number;
  order: RecallOrder;
}

export const DEFAULT_RECALL: RecallSettings = { retention: 0.9, newPerDay: 10, order: "weakest" };
