// The item page: which item it shows, what the server knows of it, and the ways in and out. The item itself is the row of the
// list with the same key, so that everything that can be done to a row can be done here.

import { useEffect, useRef } from "react";
import { postAct, problemOf } from "../api.ts";
import type { ItemData, ItemRef, Problem } from "../contract.ts";
import { createStore } from "../create-store.ts";
import type { ItemNode } from "../list/item-tree.ts";
import { currentTree, focusRowSoon, list, useTree } from "../list/list-state.ts";
import { preferences } from "../preferences.ts";
import { currentRoute, linkTo, useRoute } from "../route.ts";
import { app, currentPage } from "../state.ts";

interface ItemPageState {
  /** What the server answered last; of another item while that of this one is on its way. */
  data: ItemData | null;
  problem: Problem | null;
  /** What `data` was asked for. */
  askedFor: string | null;
}

export const itemPage = createStore<ItemPageState>({ data: null, problem: null, askedFor: null });

/** Address of an item's page. Of two with the same path, the place says which. */
export function itemLink(node: ItemNode): string {
  const isAlone = currentTree().all.every((one) => one === node || one.item.path !== node.item.path);
  return linkTo("item", isAlone ? { path: node.item.path } : { ...node.ref });
}

/** Where the item page was opened from, to go back there. */
let cameFrom: string | null = null;

export function openItem(node: ItemNode): void {
  list.set({ cursor: node.key });
  location.hash = itemLink(node);
}

addEventListener("hashchange", ({ oldURL }) => {
  const before = new URL(oldURL).hash;
  if (currentRoute().screen === "item" && !before.startsWith("#/item")) cameFrom = before;
});

/** Back to the screen before, with the cursor where it was. */
export function leaveItem(): void {
  location.hash = cameFrom ?? linkTo("list");
  const { cursor } = list.get();
  if (cursor !== null && /^(?:#\/(?:list|reading))?$/.test((cameFrom ?? "").split("?")[0]!))
    focusRowSoon(cursor);
}

export interface Asked {
  path: string;
  /** Where it stood when the link was made. */
  ref: ItemRef | null;
}

export function useAsked(): Asked {
  const { query } = useRoute();
  const [path, file, hash] = ["path", "file", "hash"].map((name) => query.get(name) ?? "");
  const line = Number(query.get("line") ?? 0);
  const ref = file && hash && line > 0 ? { file, hash, line, path: path ?? "" } : null;
  return { path: path ?? "", ref };
}

/** The row of the item; null where the page that is shown has none. Follows it where it is renamed. */
export function useNode({ path, ref }: Asked): ItemNode | null {
  const tree = useTree();
  const last = useRef<{ key: string; path: string } | null>(null);
  const kept = last.current?.path === path ? tree.byKey.get(last.current.key) : undefined;
  const fitting = tree.all.filter((node) => node.item.path === path);
  const node = kept ?? fitting.find(({ ref: own }) => own.line === ref?.line) ?? fitting[0] ?? null;
  const [key, now] = [node?.key ?? null, node?.item.path ?? null];
  useEffect(() => {
    if (key === null || now === null) return;
    last.current = { key, path: now };
    if (now !== path) replaceRoute(now);
  }, [key, now, path]);
  useEffect(() => {
    // Keys and commands mean the item of the page until one of its steps has the focus.
    if (key !== null) list.set({ cursor: key, anchor: key, selected: new Set() });
  }, [key]);
  return node;
}

/** The same page under the item's name of now: back leads to where one came from. */
function replaceRoute(path: string): void {
  history.replaceState(history.state, "", linkTo("item", { path }));
  dispatchEvent(new HashChangeEvent("hashchange", { oldURL: location.href, newURL: location.href }));
}

/** Asks the server, anew whenever the home changes. */
export function useItemData({ path, ref }: Asked): void {
  const snapshot = app.use((state) => state.snapshot);
  const refKey = ref === null ? "" : JSON.stringify(ref);
  useEffect(() => {
    if (snapshot === null || path === "") return;
    let isCurrent = true;
    const item = refKey === "" ? null : (JSON.parse(refKey) as ItemRef);
    postAct("item", { path, ...(item !== null && { item }) }).then(
      (answer) => {
        if (!isCurrent) return;
        const data = answer.data as ItemData;
        itemPage.set({ data, problem: null, askedFor: path });
        // It stands on another page of the home than the one that is shown, or under another name by now.
        if (data.address !== null && data.address.file !== currentPage()?.file)
          preferences.set({ page: data.address.file });
        if (data.path !== path && data.address !== null) replaceRoute(data.path);
      },
      (error: unknown) => {
        if (isCurrent) itemPage.set({ data: null, problem: problemOf(error), askedFor: path });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [snapshot, path, refKey]);
}
