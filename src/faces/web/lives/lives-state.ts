// What the Lives screen knows: lives as the server answers them, read in turns so that a long history shows how far it is; the
// items untouched for long; the page of a day.

import { useEffect } from "react";
import { postAct, problemOf } from "../api.ts";
import type { LivesData, Mined, PageAtJson, Problem, StaleJson } from "../contract.ts";
import { createStore } from "../create-store.ts";
import { app, usePage } from "../state.ts";

interface LivesState {
  /** Of which page, by file and hash. */
  key: string;
  data: LivesData | null;
  mined: Mined | null;
  stale: StaleJson | null;
  problem: Problem | null;
}

export const livesStore = createStore<LivesState>({
  key: "",
  data: null,
  mined: null,
  stale: null,
  problem: null,
});

/** Asks for the lives of the page that is shown, and again when it has changed. */
export function useLives(): void {
  const page = usePage();
  const file = page?.file ?? null;
  const key = `${file} ${page?.hash}`;
  useEffect(() => {
    if (file === null || livesStore.get().key === key) return;
    let isCurrent = true;
    const isOther = !livesStore.get().key.startsWith(`${file} `);
    livesStore.set({ problem: null, mined: null, ...(isOther && { data: null }) });
    readLives(file, () => isCurrent).then(
      (data) => {
        if (isCurrent) livesStore.set({ key, data, mined: null });
      },
      (error: unknown) => {
        if (isCurrent) livesStore.set({ problem: problemOf(error), mined: null });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [file, key]);
}

async function readLives(path: string, isCurrent: () => boolean): Promise<LivesData> {
  for (;;) {
    const mined = (await postAct("lives-mine", { path })).data as Mined;
    if (mined.done >= mined.total || !isCurrent()) break;
    livesStore.set({ mined });
  }
  return (await postAct("lives", { path })).data as LivesData;
}

/** Items untouched for long, asked anew whenever the home changes. */
export function useStale(): void {
  const snapshot = app.use((state) => state.snapshot);
  useEffect(() => {
    if (snapshot === null) return;
    let isCurrent = true;
    postAct("stale", {}).then(
      ({ data }) => {
        if (isCurrent) livesStore.set({ stale: data as StaleJson });
      },
      () => {
        if (isCurrent) livesStore.set({ stale: null });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [snapshot]);
}

const pages = new Map<string, PageAtJson>();
const MOST_PAGES = 60;

/** The page of a day; what was asked before is remembered for as long as the page stays as it is. */
export async function fetchPageAt(file: string, hash: string, date: string): Promise<PageAtJson> {
  const key = `${file} ${hash} ${date}`;
  const known = pages.get(key);
  if (known !== undefined) return known;
  const answer = (await postAct("page-at", { date, path: file })).data as PageAtJson;
  if (pages.size >= MOST_PAGES) pages.clear();
  pages.set(key, answer);
  return answer;
}
