// Keeps the focus on a row when the row is drawn anew, and on its neighbour when it is gone: after "done", the next
// item is under the cursor.

import { useEffect, useRef } from "react";
import { app } from "../state.ts";
import { focusRow, list, rowsOnScreen } from "./list-state.ts";

export function useLastingFocus(): void {
  const snapshot = app.use((state) => state.snapshot);
  const cursor = list.use((state) => state.cursor);
  /** Rows as they stood when the cursor came to its place. */
  const order = useRef<string[]>([]);
  const hadFocus = useRef(false);

  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      if (!(event.target instanceof Element)) return;
      hadFocus.current = event.target.closest("[data-item]") !== null;
      if (hadFocus.current) order.current = rowsOnScreen().map((row) => row.dataset.item!);
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new snapshot is what may have taken the row away
  useEffect(() => {
    if (cursor === null) return;
    const keys = new Set(rowsOnScreen().map((row) => row.dataset.item!));
    const at = order.current.indexOf(cursor);
    const lost = !keys.has(cursor) && list.get().editing === null;
    const neighbour = lost
      ? (order.current.slice(at + 1).find((key) => keys.has(key)) ??
        order.current.slice(0, at).findLast((key) => keys.has(key)))
      : cursor;
    if (neighbour === undefined) return;
    if (lost) list.set({ cursor: neighbour });
    // Only if nothing else has taken the focus meanwhile.
    if (hadFocus.current && document.activeElement === document.body) focusRow(neighbour);
  }, [snapshot, cursor]);
}
