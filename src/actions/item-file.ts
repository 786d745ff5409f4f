// What is private about one item: `items/SLUG.md` in the home, never written into the page. Found by the item's title path;
// when that changes, the file follows.

import { fold } from "../base/index.ts";
import {
  type FileEdit,
  GOALS_FILE,
  ITEMS_FOLDER,
  type Item,
  type ItemFacts,
  makeReferences,
  readFacts,
  readGoals,
  resolveReference,
  type StoredText,
  setFieldPatches,
  yamlScalar,
} from "../domain/index.ts";
import { applyPatches, diffTexts, normalizePatches, type Patch } from "../page/index.ts";
import type { Context } from "./action.ts";
import { lastPart } from "./reading.ts";

/** All item files of the home by title path; of two files for one path the first by name counts. */
export function readItemFiles(context: Context): Map<string, ItemFacts> {
  const found = new Map<string, ItemFacts>();
  for (const name of context.world.store.list(ITEMS_FOLDER)) {
    if (!name.endsWith(".md")) continue;
    const file = `${ITEMS_FOLDER}/${lastPart(name)}`;
    const facts = readFacts(file, context.reading.text(file)?.text ?? "");
    if (facts !== null && !found.has(facts.title)) found.set(facts.title, facts);
  }
  return found;
}

/**
 * The edit that sets fields of an item's file, creating the file where there is none. Values are YAML as written.
 */
export function editItemFile(
  context: Context,
  item: Item,
  fields: Readonly<Record<string, string | null>>,
): FileEdit | null {
  return itemFileWith(
    context,
    item,
    ...Object.entries(fields).map(
      ([key, value]) =>
        (text: string) =>
          setFieldPatches(text, key, value),
    ),
  );
}

/**
 * One edit of several, each made on the text as the one before left it; a file that is not there yet begins with the item's
 * title path. Null where nothing changes.
 */
export function itemFileWith(
  context: Context,
  item: Item,
  ...changes: ((text: string) => Patch[])[]
): FileEdit | null {
  const { file, stored } = itemFileOf(context, item);
  const before = stored?.text ?? "";
  let text = before;
  if (stored === null) text = applyPatches(text, setFieldPatches(text, "title", yamlScalar(item.path)));
  for (const change of changes) text = applyPatches(text, normalizePatches(change(text), text));
  if (text === before) return null;
  return { file, hash: stored?.hash ?? null, patches: diffTexts(before, text) };
}

/** The item's private file; where it has none, the name that it would have. */
export function itemFileOf(context: Context, item: Item): { file: string; stored: StoredText | null } {
  const known = readItemFiles(context).get(item.path);
  if (known === undefined) return { file: freeFile(context, item), stored: null };
  return { file: known.file, stored: context.reading.text(known.file) };
}

function splice(text: string, patches: readonly Patch[]): string {
  const [patch] = patches;
  return patch === undefined ? text : text.slice(0, patch.from) + patch.insert + text.slice(patch.to);
}

/** `items/kubernetes.md`; with a number where another item has that name. */
function freeFile(context: Context, item: Item): string {
  return freeFileFor(item.title, new Set(context.world.store.list(ITEMS_FOLDER)));
}

function freeFileFor(title: string, files: ReadonlySet<string>): string {
  const slug = slugOf(title);
  const taken = new Set([...files].map((name) => lastPart(name).toLowerCase()));
  let name = `${slug}.md`;
  for (let number = 2; taken.has(name); number++) name = `${slug}-${number}.md`;
  return `${ITEMS_FOLDER}/${name}`;
}

/** A file name for a title: letters and digits of any script, else `-`; at most 60 characters. */
function slugOf(title: string): string {
  const words =
    title
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...words.join("-")].slice(0, 60).join("").replace(/-$/, "") || "item";
}

/**
 * Edits of the item files that a change of title paths asks for: the new path becomes `title`, the old one a `former` title.
 * `renames` maps old paths to new ones; files of steps below follow.
 */
export function renameItemFiles(context: Context, renames: ReadonlyMap<string, string>): FileEdit[] {
  const edits: FileEdit[] = [];
  for (const facts of readItemFiles(context).values()) {
    const renamed = renames.get(facts.title);
    if (renamed === undefined || renamed === facts.title) continue;
    const stored = context.reading.text(facts.file)!;
    const former = [...facts.former.filter((one) => one !== renamed && one !== facts.title), facts.title];
    let text = splice(stored.text, setFieldPatches(stored.text, "title", yamlScalar(renamed)));
    text = splice(text, setFieldPatches(text, "former", former));
    edits.push({
      file: facts.file,
      hash: stored.hash,
      patches: [{ from: 0, to: stored.text.length, insert: text }],
    });
  }
  return [...edits, ...rememberNames(context, renames, edits)];
}

/** Items without a file of their own that goals.md names: theirs begins with the former title, or the goal would lose them. */
function rememberNames(
  context: Context,
  renames: ReadonlyMap<string, string>,
  edits: readonly FileEdit[],
): FileEdit[] {
  const { goals } = readGoals(context.reading.text(GOALS_FILE)?.text ?? "", context.tongue);
  const names = goals.flatMap(({ services, results }) => [
    ...services.map(({ name }) => name),
    ...results.flatMap(({ measure }) => (measure?.kind === "items" ? measure.names : [])),
  ]);
  if (names.length === 0) return [];
  const means = (path: string, name: string): boolean =>
    resolveReference(makeReferences([{ path, former: [] }]), name) !== null ||
    name.split(/\s*[,，、]\s*/).some((part) => fold(part) === fold(path));
  const known = readItemFiles(context);
  const taken = new Set([...context.world.store.list(ITEMS_FOLDER), ...edits.map(({ file }) => file)]);
  const added: FileEdit[] = [];
  for (const [before, now] of renames) {
    if (known.has(before) || !names.some((name) => means(before, name) && !means(now, name))) continue;
    const file = freeFileFor(now.slice(now.lastIndexOf(" › ") + 1).replace(/^› /, ""), taken);
    taken.add(file);
    const head = setFieldPatches("", "title", yamlScalar(now));
    const text = splice("", head);
    const insert = splice(text, setFieldPatches(text, "former", [before]));
    added.push({ file, hash: null, patches: [{ from: 0, to: 0, insert }] });
  }
  return added;
}
