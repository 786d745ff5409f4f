// Forecasts of all items and goals, for screens that show them beside other things. Asked for when a screen wants them, and
// anew a while after what they rest on has changed; giving them keeps them, once a day each, as on the command line.

import { useEffect } from "react";
import { postAct } from "../api.ts";
import type { ForecastData, Snapshot } from "../contract.ts";
import { createStore } from "../create-store.ts";
import { app } from "../state.ts";

interface ForecastState {
  data: ForecastData | null;
  /** By title path. */
  byPath: ReadonlyMap<string, ForecastData["items"][number]>;
  /** What it was asked for. */
  key: string | null;
}

export const forecasts = createStore<ForecastState>({ data: null, byPath: new Map(), key: null });

/** Several changes in a row are asked about once. */
const CALM_MS = 700;

function keyOf(snapshot: Snapshot): string {
  return JSON.stringify([
    snapshot.today,
    snapshot.goalsHash,
    snapshot.day.records.map(({ to }) => to),
    snapshot.pages.map(({ hash, items }) => [hash, items.map(({ estimate }) => estimate)]),
  ]);
}

export function useForecasts(isWanted: boolean): void {
  const snapshot = app.use((state) => state.snapshot);
  const key = snapshot === null || !isWanted ? null : keyOf(snapshot);
  useEffect(() => {
    if (key === null || forecasts.get().key === key) return;
    let isCurrent = true;
    const ask = (): void => {
      postAct("forecast", {}).then(
        ({ data }) => {
          const found = data as ForecastData;
          if (isCurrent)
            forecasts.set({ data: found, byPath: new Map(found.items.map((one) => [one.path, one])), key });
        },
        // Beside the point of the screen: without them it is as it was.
        () => undefined,
      );
    };
    const timer = setTimeout(ask, forecasts.get().key === null ? 0 : CALM_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key]);
}
