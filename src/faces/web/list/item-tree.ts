// Items of a page as a tree with lasting keys, and what the List screen makes of it: filtered, in columns by priority.
// Pure; knows no React.

import type { Item, ItemRef, PageSnapshot, Priority, State } from "../contract.ts";

export interface ItemNode {
  /** Names the item on this screen for as long as it is recognisable, also when lines shift or its title changes. */
  key: string;
  item: Item;
  ref: ItemRef;
  parent: ItemNode | null;
  steps: ItemNode[];
}

export interface ItemTree {
  file: string;
  roots: ItemNode[];
  /** All nodes in the order of the page. */
  all: ItemNode[];
  byKey: ReadonlyMap<string, ItemNode>;
}

export const EMPTY_TREE: ItemTree = { file: "", roots: [], all: [], byKey: new Map() };

/**
 * Builds the tree. Keys of `before` live on: by path first, then, for what was renamed elsewhere, by the place that it
 * had. So a row that is being edited stays the same row. An item that says what it said before keeps its very node,
 * which is moved on to its new line and hash: what is drawn of it need not be drawn again. `before` is used up by that.
 */
export function treeOf(page: PageSnapshot, before: ItemTree): ItemTree {
  const known = before.file === page.file ? before : EMPTY_TREE;
  const keys = keepKeys(page.items, known);
  const byLine = new Map<number, ItemNode>();
  const all = page.items.map((item, index): ItemNode => {
    const parent = item.parent === null ? null : (byLine.get(item.parent) ?? null);
    const ref = { file: page.file, line: item.line, hash: page.hash, path: item.path };
    const node: ItemNode = { key: keys[index]!, item, ref, parent, steps: [] };
    parent?.steps.push(node);
    byLine.set(item.line, node);
    return node;
  });
  // Steps stand behind what they are steps of, so from the end on they are settled first.
  const settled = new Map<ItemNode, ItemNode>();
  for (const node of all.toReversed()) {
    const steps = node.steps.map((step) => settled.get(step)!);
    const old = known.byKey.get(node.key);
    const kept = old !== undefined && isUnchanged(old, node, steps) ? old : node;
    Object.assign(kept, { item: node.item, ref: node.ref, steps: kept === old ? old.steps : steps });
    for (const step of steps) step.parent = kept;
    kept.parent = null;
    settled.set(node, kept);
  }
  const nodes = all.map((node) => settled.get(node)!);
  return {
    file: page.file,
    roots: nodes.filter((node) => node.parent === null),
    all: nodes,
    byKey: new Map(nodes.map((node) => [node.key, node])),
  };
}

/** Whether nothing is new about an item but its place in the text. */
function isUnchanged(old: ItemNode, now: ItemNode, steps: readonly ItemNode[]): boolean {
  return (
    saysTheSame(old.item, now.item) &&
    // A step says its priority only where it differs.
    (old.parent === null) === (now.parent === null) &&
    old.parent?.item.priority === now.parent?.item.priority &&
    old.steps.length === steps.length &&
    steps.every((step, index) => step === old.steps[index])
  );
}

const PLACES: ReadonlySet<string> = new Set<keyof Item>(["line", "endLine", "section", "parent"]);

function saysTheSame(old: Item, now: Item): boolean {
  return (Object.keys(now) as (keyof Item)[]).every(
    (name) =>
      PLACES.has(name) || old[name] === now[name] || JSON.stringify(old[name]) === JSON.stringify(now[name]),
  );
}

function keepKeys(items: readonly Item[], before: ItemTree): string[] {
  const seen = new Map<string, number>();
  const natural = items.map((item) => {
    const nth = seen.get(item.path) ?? 0;
    seen.set(item.path, nth + 1);
    return `${item.path}#${nth}`;
  });
  const oldNatural = new Map<string, string>();
  const oldSeen = new Map<string, number>();
  for (const node of before.all) {
    const nth = oldSeen.get(node.item.path) ?? 0;
    oldSeen.set(node.item.path, nth + 1);
    oldNatural.set(`${node.item.path}#${nth}`, node.key);
  }
  const keys: (string | undefined)[] = natural.map((name) => oldNatural.get(name));
  const used = new Set(keys);
  const lost = before.all.filter((node) => !used.has(node.key));
  return keys.map((key, index) => {
    if (key !== undefined) return key;
    const item = items[index]!;
    const at = lost.findIndex((node) => isSameOneRenamed(node.item, item));
    const found = at === -1 ? undefined : lost.splice(at, 1)[0]!.key;
    // A new item may have the path that a renamed one was keyed by.
    return found ?? (used.has(natural[index]) ? `${natural[index]}@${item.line}` : natural[index]!);
  });
}

function isSameOneRenamed(old: Item, now: Item): boolean {
  // Only its place has changed: it was moved into another item, or out of one.
  if (old.title === now.title) return true;
  if (old.depth !== now.depth) return false;
  if (old.links.length > 0 && old.links[0]!.url === now.links[0]?.url) return true;
  return old.line === now.line || (old.note !== null && old.note === now.note);
}

export function isClosed(state: State): boolean {
  return state === "done" || state === "dropped";
}

/** Steps below a node: how many there are, and how many of them are closed. */
export function countSteps(node: ItemNode): { done: number; total: number } {
  let done = 0;
  let total = 0;
  for (const step of node.steps) {
    const below = countSteps(step);
    done += below.done + (isClosed(step.item.state) ? 1 : 0);
    total += below.total + 1;
  }
  return { done, total };
}

export interface Filter {
  text: string;
  state: State | null;
  group: string | null;
  /** Null is learning: what is read has a screen of its own. */
  role: "reading" | "both" | null;
}

export const NO_FILTER: Filter = { text: "", state: null, group: null, role: null };

/**
 * Keys of what the filter shows: what fits, with everything above it; and everything below what fits, unless the
 * filter asks for a state, which each item has for itself. Null where the filter asks for nothing.
 */
export function filterKeys(tree: ItemTree, filter: Filter): ReadonlySet<string> | null {
  const words = filter.text.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && filter.state === null && filter.group === null) return null;
  const shown = new Set<string>();
  const fitting = new Set<string>();
  for (const node of tree.all) {
    const inherits = filter.state === null && node.parent !== null && fitting.has(node.parent.key);
    if (!inherits && !fits(node.item, filter, words)) continue;
    fitting.add(node.key);
    for (let at: ItemNode | null = node; at !== null; at = at.parent) shown.add(at.key);
  }
  return shown;
}

function fits(item: Item, filter: Filter, words: readonly string[]): boolean {
  if (filter.state !== null && item.state !== filter.state) return false;
  if (filter.group !== null && item.group !== filter.group) return false;
  const text = `${item.title} ${item.note ?? ""} ${item.group ?? ""}`.normalize("NFKC").toLowerCase();
  return words.every((word) => text.includes(word));
}

export interface ItemGroup {
  id: string;
  /** Heading of the section, where the column has items of several. */
  section: string | null;
  /** Text of the label. */
  label: string | null;
  nodes: ItemNode[];
}

export interface Column {
  id: Priority | "none";
  priority: Priority | null;
  groups: ItemGroup[];
  closed: ItemNode[];
  count: number;
}

/**
 * Whether an item can go where there is no priority: to others that have none, or into an empty section that names none.
 * An offer only: the server has the last word.
 */
export function hasPlaceWithoutPriority(
  { sections }: PageSnapshot,
  roots: readonly ItemNode[],
  role: Item["role"],
): boolean {
  const plain = new Set(
    sections.filter((section) => section.priority === null && !section.dated).map(({ line }) => line),
  );
  const hasItems = ({ item }: ItemNode): boolean =>
    item.priority === null && item.role === role && item.section !== null && plain.has(item.section);
  return (
    roots.some(hasItems) ||
    sections.some(
      (section, index) =>
        plain.has(section.line) &&
        section.role === role &&
        section.items === 0 &&
        (sections[index + 1]?.level ?? 0) <= section.level,
    )
  );
}

export const PRIORITY_CHOICES: readonly (Priority | null)[] = ["highest", "high", "medium", "low", null];

/** Outermost items in columns by priority, whatever their state; the closed ones apart. */
export function columnsOf(page: PageSnapshot, nodes: readonly ItemNode[]): Column[] {
  const titles = new Map(page.sections.map((section) => [section.line, section.title]));
  return PRIORITY_CHOICES.map((priority) => {
    const own = nodes.filter((node) => node.item.priority === priority);
    const open = own.filter((node) => !isClosed(node.item.state));
    const several = new Set(open.map((node) => node.item.section)).size > 1;
    const groups: ItemGroup[] = [];
    for (const node of open) {
      const section = several && node.item.section !== null ? (titles.get(node.item.section) ?? null) : null;
      const label = node.item.group;
      const last = groups.at(-1);
      if (last !== undefined && last.section === section && last.label === label) last.nodes.push(node);
      else groups.push({ id: `${section}/${label}/${groups.length}`, section, label, nodes: [node] });
    }
    return {
      id: priority ?? "none",
      priority,
      groups,
      closed: own.filter((node) => isClosed(node.item.state)),
      count: open.length,
    };
  });
}
