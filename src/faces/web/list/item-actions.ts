// What can be done with items, for menus, keys, drag and drop and the palette alike. Each sends one action and lets the
// answer speak.

import type { ActionInputs, ItemRef, PlaceInput, Priority, State } from "../contract.ts";
import { goTo } from "../route.ts";
import { act, say, showConflict } from "../state.ts";
import { textsNow } from "../texts.ts";
import { startClock } from "../today/day-actions.ts";
import { today } from "../today/day-state.ts";
import { type ItemNode, isClosed } from "./item-tree.ts";
import { clearSelection, currentTree, type Editing, list, stopEditing } from "./list-state.ts";
import { listTexts } from "./texts-list.ts";

export const HARD_CHOICES = [3, 2, 1, 0, null] as const;

const VERBS = { open: "reopen", doing: "doing", done: "done", dropped: "drop" } as const;

function refs(nodes: readonly ItemNode[]): { items: ItemRef[] } {
  return { items: nodes.map((node) => node.ref) };
}

/** Without the steps of what is in the list itself: they go with their item. */
function outermost(nodes: readonly ItemNode[]): ItemNode[] {
  const keys = new Set(nodes.map((node) => node.key));
  return nodes.filter((node) => {
    for (let at = node.parent; at !== null; at = at.parent) if (keys.has(at.key)) return false;
    return true;
  });
}

export async function setState(nodes: readonly ItemNode[], state: State): Promise<void> {
  const changed = nodes.filter((node) => node.item.state !== state);
  if (changed.length > 0 && (await act(VERBS[state], refs(changed)))) clearSelection();
}

/** Done, or open again if it was closed. */
export function toggleDone(nodes: readonly ItemNode[]): Promise<void> {
  return setState(nodes, nodes.every((node) => isClosed(node.item.state)) ? "open" : "done");
}

export async function moveTo(nodes: readonly ItemNode[], place: PlaceInput): Promise<void> {
  const moved = outermost(nodes);
  if (moved.length > 0 && (await act("move", { ...refs(moved), ...place }))) clearSelection();
}

export async function setPriority(nodes: readonly ItemNode[], priority: Priority | null): Promise<void> {
  const changed = nodes.filter((node) => node.item.priority !== priority);
  if (changed.length > 0) await moveTo(changed, { priority });
}

export async function raiseOrLower(nodes: readonly ItemNode[], action: "raise" | "lower"): Promise<void> {
  if (nodes.length > 0) await act(action, refs(outermost(nodes)));
}

export function setPinned(node: ItemNode, on: boolean): void {
  void act("pin", { item: node.ref, on });
}

/** How much it wants the best hours: 0 to 3, or null. */
export function setHard(node: ItemNode, value: number | null): void {
  if (node.item.hard !== value)
    void act("hard", { item: node.ref, value: value === null ? null : String(value) });
}

/** The clock runs for it from now on. Where that asks something first, Today does. */
export async function clockItem(node: ItemNode): Promise<void> {
  await startClock(node.item.path);
  if (today.get().dialog === "doubt") goTo("today");
}

/** One place up or down among its neighbours on the screen. */
export function moveAmongSiblings(node: ItemNode, by: 1 | -1): void {
  const siblings = (node.parent?.steps ?? currentTree().roots).filter(
    (other) =>
      isClosed(other.item.state) === isClosed(node.item.state) &&
      other.item.role === node.item.role &&
      (node.parent !== null || other.item.priority === node.item.priority),
  );
  const other = siblings[siblings.indexOf(node) + by];
  if (other === undefined) say(textsNow(listTexts).atTheEnd);
  else
    void act(
      "move",
      { items: [node.ref], ...(by === 1 ? { after: other.ref } : { before: other.ref }) },
      { quiet: true },
    );
}

/** Makes it a step of the item above it. */
export function nest(node: ItemNode): void {
  const siblings =
    node.parent?.steps ?? currentTree().roots.filter((other) => other.item.section === node.item.section);
  const above = siblings[siblings.indexOf(node) - 1];
  if (above !== undefined) void act("move", { items: [node.ref], under: above.ref });
}

/** Takes it out of the item that it is a step of. */
export function unnest(node: ItemNode): void {
  if (node.parent !== null) void act("move", { items: [node.ref], after: node.parent.ref });
}

/** Saves an edit. What was changed elsewhere meanwhile is shown, not overwritten. */
export async function saveEdit(editing: Editing): Promise<void> {
  const title = editing.title.trim();
  const note = editing.note.trim();
  const now = currentTree().byKey.get(editing.key);
  if (title === "" || (title === editing.base.title && note === editing.base.note)) return stopEditing();
  if (
    now === undefined ||
    now.item.title !== editing.base.title ||
    (now.item.note ?? "") !== editing.base.note
  ) {
    return showEditConflict(editing, now);
  }
  const input: ActionInputs["edit"] = { item: editing.ref };
  if (title !== editing.base.title) input.title = title;
  if (note !== editing.base.note) input.note = note || null;
  // The editor stays open, with what was typed, until the server has said that it is saved.
  await act("edit", input, {
    kept: asLine(title, note),
    onDone: () => list.get().editing === editing && stopEditing(),
    onConflict: () => showEditConflict(editing, currentTree().byKey.get(editing.key)),
  });
}

function asLine(title: string, note: string): string {
  return note === "" ? title : `${title}：${note}`;
}

function showEditConflict(editing: Editing, now: ItemNode | undefined): void {
  const title = editing.title.trim();
  const note = editing.note.trim();
  const mine = asLine(title, note);
  const file = editing.ref.file;
  const close = (): void => {
    showConflict(null);
    stopEditing();
  };
  const add = (): void =>
    void act(
      "add",
      { title, ...(note && { note }), ...(now ? { after: now.ref } : { file }) },
      { kept: mine, onDone: close },
    );
  showConflict({
    title: editing.base.title,
    mine,
    theirs: now === undefined ? null : asLine(now.item.title, now.item.note ?? ""),
    base: asLine(editing.base.title, editing.base.note),
    keepMine:
      now === undefined
        ? add
        : () => void act("edit", { item: now.ref, title, note: note || null }, { kept: mine, onDone: close }),
    keepTheirs: close,
    keepBoth: add,
  });
}
