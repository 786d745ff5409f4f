// What a person is about to do with items: where the cursor is, what is selected, what is being edited or asked for.
// Shared by List and Reading. Half-typed text lives here and not in a field, so that no redraw can lose it.

import type { ItemRef, PageSnapshot } from "../contract.ts";
import { createStore } from "../create-store.ts";
import { preferences } from "../preferences.ts";
import { app, currentPage } from "../state.ts";
import { EMPTY_TREE, type Filter, type ItemNode, type ItemTree, NO_FILTER, treeOf } from "./item-tree.ts";

/** An edit that is under way. `base` is what the person saw when it began. */
export interface Editing {
  key: string;
  ref: ItemRef;
  base: { title: string; note: string };
  title: string;
  note: string;
  field: "title" | "note";
}

export type AskedFor = "progress" | "estimate" | "due" | "step";

export interface ListState {
  cursor: string | null;
  /** Where a range selection starts. */
  anchor: string | null;
  selected: ReadonlySet<string>;
  editing: Editing | null;
  asking: { what: AskedFor; key: string } | null;
  menu: { key: string; anchor: Element | { x: number; y: number } } | null;
  filter: Filter;
  /** What is being dragged could go where there is no priority, and there is no column for that. */
  offersNone: boolean;
}

export const list = createStore<ListState>({
  cursor: null,
  anchor: null,
  selected: new Set(),
  editing: null,
  asking: null,
  menu: null,
  filter: NO_FILTER,
  offersNone: false,
});

let known: { page: PageSnapshot; tree: ItemTree } | null = null;

/** The tree of the page that is shown; one for one snapshot, so that it may be a store's selector. */
export function currentTree(): ItemTree {
  const page = currentPage();
  if (page === null) return EMPTY_TREE;
  if (known?.page !== page) known = { page, tree: treeOf(page, known?.tree ?? EMPTY_TREE) };
  return known.tree;
}

export function useTree(): ItemTree {
  app.use((state) => state.snapshot);
  preferences.use((state) => state.page);
  return currentTree();
}

/** What a command is for: the selection in page order, else the item at the cursor. */
export function targetNodes(): ItemNode[] {
  const tree = currentTree();
  const { selected, cursor } = list.get();
  const chosen = tree.all.filter((node) => selected.has(node.key));
  if (chosen.length > 0) return chosen;
  const at = cursor === null ? undefined : tree.byKey.get(cursor);
  return at === undefined ? [] : [at];
}

/** Rows in the order in which they stand on the screen. */
export function rowsOnScreen(): HTMLElement[] {
  // Not by their boxes: those of rows far off the screen would have to be laid out for it.
  return [...document.querySelectorAll<HTMLElement>("#main [data-item]")].filter(
    (row) => row.closest("[hidden]") === null,
  );
}

export function focusRow(key: string): boolean {
  const row = rowsOnScreen().find((one) => one.dataset.item === key);
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
  return row !== undefined;
}

/** Once the row is there: its screen may still be on its way. */
export function focusRowSoon(key: string): void {
  const until = performance.now() + 3000;
  const look = (): void => {
    if (!focusRow(key) && performance.now() < until) setTimeout(look, 60);
  };
  setTimeout(look, 60);
}

/** Moves the cursor; with `extend`, selects what it passes. */
export function moveCursor(by: 1 | -1, extend: boolean): void {
  const keys = rowsOnScreen().map((row) => row.dataset.item!);
  const { cursor, anchor } = list.get();
  const at = cursor === null ? -1 : keys.indexOf(cursor);
  const next =
    keys[at === -1 ? (by === 1 ? 0 : keys.length - 1) : Math.min(keys.length - 1, Math.max(0, at + by))];
  if (next === undefined) return;
  if (extend) selectRange(anchor ?? cursor ?? next, next);
  list.set({ cursor: next, ...(extend ? { anchor: anchor ?? cursor ?? next } : { anchor: next }) });
  focusRow(next);
}

export function selectRange(from: string, to: string): void {
  const keys = rowsOnScreen().map((row) => row.dataset.item!);
  const [a, b] = [keys.indexOf(from), keys.indexOf(to)];
  if (a === -1 || b === -1) return;
  list.set({ selected: new Set(keys.slice(Math.min(a, b), Math.max(a, b) + 1)) });
}

export function toggleSelected(key: string): void {
  const selected = new Set(list.get().selected);
  if (!selected.delete(key)) selected.add(key);
  list.set({ selected, anchor: key, cursor: key });
}

export function clearSelection(): void {
  if (list.get().selected.size > 0) list.set({ selected: new Set() });
}

export function isChanged({ title, note, base }: Editing): boolean {
  return title !== base.title || note !== base.note;
}

/** Opens an item for editing. An edit that is under way is not thrown away for it: it gets the focus instead. */
export function startEditing(node: ItemNode, field: Editing["field"] = "title"): void {
  const { editing } = list.get();
  if (editing !== null && isChanged(editing)) {
    document.querySelector<HTMLElement>(".row-editor textarea")?.focus();
    return;
  }
  const base = { title: node.item.title, note: node.item.note ?? "" };
  list.set({ editing: { key: node.key, ref: node.ref, base, ...base, field }, cursor: node.key });
}

export function stopEditing(): void {
  const key = list.get().editing?.key;
  list.set({ editing: null });
  if (key !== undefined) requestAnimationFrame(() => focusRow(key));
}
