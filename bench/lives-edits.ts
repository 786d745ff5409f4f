// Measures matching on other people's pages, where nobody has labelled anything: random edits of their items whose truth is
// known by making (moved, reworded, both, replaced, copied, next volume, dropped, new). Share of items that are told rightly.
// Run: NUNC_CORPORA=... node bench/lives-edits.ts [seed] [pages]

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../src/base/index.ts";
import { type LifeItem, lifeItemsOf, matchItems, understandPage } from "../src/domain/index.ts";
import { parsePage } from "../src/page/index.ts";

interface Node {
  /** Index among the old items; -1 for one that is new. */
  origin: number;
  item: LifeItem;
  children: Node[];
  edit: string;
}

const corpora = process.env.NUNC_CORPORA;
if (corpora === undefined) {
  console.error("NUNC_CORPORA must name the folder of the corpora.");
  process.exit(2);
}
let seed = Number(process.argv[2] ?? 1);
const runs = Number(process.argv[3] ?? 500);
const random = (): number => {
  seed = (seed * 48271) % 2147483647;
  return seed / 2147483647;
};
const below = (count: number): number => Math.floor(random() * count);
const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;

const folder = join(corpora, "others");
const now = readdirSync(join(corpora, "nowpages")).filter((file) => /^0(?:[147]0|26)_/.test(file));
const files = [
  ...readdirSync(folder).map((file) => ({ path: join(folder, file), name: file.split("__").at(-1)! })),
  ...now.map((file) => ({ path: join(corpora, "nowpages", file), name: "now.md" })),
];
const pages = files
  .filter(({ path }) => /\.mdx?$/.test(path))
  .map(({ path, name }) => understandPage(parsePage(decodeText(readFileSync(path)), name)))
  .map(lifeItemsOf);
const titles = pages
  .flatMap((items) => items.map(({ title }) => title))
  .filter((title) => title.length < 100);
const usable = pages.filter((items) => items.length >= 5 && items.length < 700);
const tally = new Map<string, { right: number; of: number }>();
for (let run = 0; run < runs; run++) tryOnce(pick(usable));
console.log(`${usable.length} pages, ${runs} runs\nedit             right     of   share`);
for (const [edit, { right, of }] of [...tally].sort())
  console.log(
    `${edit.padEnd(15)}${String(right).padStart(7)}${String(of).padStart(7)}${(right / of).toFixed(3).padStart(8)}`,
  );

function count(edit: string, isRight: boolean): void {
  const known = tally.get(edit) ?? { right: 0, of: 0 };
  tally.set(edit, { right: known.right + (isRight ? 1 : 0), of: known.of + 1 });
}

function tryOnce(items: readonly LifeItem[]): void {
  const nodes = items.map((item, origin): Node => ({ origin, item: { ...item }, children: [], edit: "" }));
  const roots: Node[] = [];
  for (const node of nodes) {
    const { parent } = node.item;
    (parent === null ? roots : nodes[parent]!.children).push(node);
  }
  const used = new Set(items.map(({ title }) => title.toLowerCase()));
  const edits = random() < 0.15 ? Math.ceil(items.length * 0.3) : 1 + below(6);
  for (let each = 0; each < edits; each++) editOnce(roots, used);
  const after: LifeItem[] = [];
  const made: Node[] = [];
  const flatten = (list: readonly Node[], parent: number | null): void => {
    for (const node of list) {
      made.push(node);
      const at = after.push({ ...node.item, parent, line: after.length + 1 }) - 1;
      flatten(node.children, at);
    }
  };
  flatten(roots, null);
  const fileOf = (list: readonly LifeItem[]) => [{ file: "a.md", isArchive: false, items: list, hash: "" }];
  const { matches } = matchItems(fileOf(items), fileOf(after));
  items.forEach((_, from) => {
    const to = made.findIndex(({ origin }) => origin === from);
    const found = matches.filter((match) => match.from === from);
    if (to < 0) count("dropped", found.length === 0);
    else
      count(
        made[to]!.edit || "stays",
        found.some((match) => match.to === to),
      );
  });
  made.forEach(({ origin, edit }, to) => {
    if (origin < 0) count(edit, !matches.some((match) => match.to === to));
  });
}

function editOnce(roots: Node[], used: Set<string>): void {
  const places: { node: Node; list: Node[] }[] = [];
  const walk = (list: Node[]): void => {
    for (const node of list) {
      places.push({ node, list });
      walk(node.children);
    }
  };
  walk(roots);
  if (places.length < 3) return;
  const { node, list } = pick(places);
  if (node.edit !== "") return;
  const at = list.indexOf(node);
  const made = (title: string, edit: string): Node => ({
    origin: -1,
    item: { ...node.item, title, urls: [], note: null, progress: null },
    children: [],
    edit,
  });
  const move = (): boolean => {
    const target = pick(places);
    if (contains(node, target.node)) return false;
    list.splice(list.indexOf(node), 1);
    target.list.splice(target.list.indexOf(target.node) + below(2), 0, node);
    const { sections, group, priority, role } = target.node.item;
    const settle = (one: Node): void => {
      one.item = { ...one.item, sections, group, priority, role };
      one.children.forEach(settle);
    };
    settle(node);
    return true;
  };
  const way = random();
  if (way < 0.14) list.splice(at, 1);
  else if (way < 0.28) list.splice(below(list.length + 1), 0, made(freshTitle(used), "new"));
  else if (way < 0.45) {
    if (move()) node.edit = "moved";
  } else if (way < 0.72) {
    node.item.title = reword(node.item.title);
    node.edit = "reworded";
  } else if (way < 0.78) {
    if (!move()) return;
    node.item.title = reword(node.item.title);
    node.edit = "moved, reworded";
  } else if (way < 0.9) list.splice(at, 1, made(freshTitle(used), "replacing"));
  else if (way < 0.95) {
    const { title } = node.item;
    const next = /\d$/.test(title)
      ? title.replace(/\d+$/, (number) => String(Number(number) + 1))
      : `${title} 2`;
    if (!used.has(next.toLowerCase())) list.splice(at, 1, made(next, "next volume"));
  } else {
    node.item = { ...node.item, state: "done", progress: null, note: null };
    node.edit = "done";
  }
}

function contains(node: Node, other: Node): boolean {
  return node === other || node.children.some((child) => contains(child, other));
}

function freshTitle(used: Set<string>): string {
  for (;;) {
    const title = pick(titles);
    if (used.has(title.toLowerCase())) continue;
    used.add(title.toLowerCase());
    return title;
  }
}

/** As people do it: a remark, another case, a verb, a shortened end, book marks. */
function reword(title: string): string {
  const words = title.split(" ");
  const isChinese = /[\u4e00-\u9fff]/.test(title);
  const ways = [
    () => `${title} - with care`,
    () => `${title}（慢慢来）`,
    () => (title === title.toUpperCase() ? title.toLowerCase() : title.toUpperCase()),
    () => (words.length > 3 ? words.slice(0, -1).join(" ") : `${title}.`),
    () => (isChinese ? `学习${title}` : `Learn ${title}`),
    () => (title.includes("《") ? title.replace(/[《》]/g, "") : `《${title}》`),
    () => (words.length > 4 ? [...words.slice(0, 2), ...words.slice(3)].join(" ") : `${title}!`),
  ];
  return pick(ways)();
}
