// The texts of a home as they are at one moment. Each file is read once, so that an action sees one state, and the hash
// it saw is the one that its edit is checked against.

import { AppError, fingerprint, LineIndex, NotLoaded, type Tongue } from "../base/index.ts";
import type { Index, Item, PageView, Store, StoredText, World } from "../domain/index.ts";
import { applyPatches, type Patch } from "../page/index.ts";
import { say } from "./messages.ts";
import type { understand } from "./understand.ts";

export interface PageReading {
  file: string;
  text: string;
  hash: string;
  view: PageView;
}

/**
 * Pages that were understood, by home: a server asks for the same ones again and again. A view is never changed, so that
 * whoever has the same text, settings and language may have the same view.
 */
const understood = new WeakMap<Store, Map<string, { page: PageReading; settings: string }>>();

let understandText: typeof understand | null = null;

/** Loads what understands a page. Until then pages that nobody knows are refused with `NotLoaded`. */
export async function loadUnderstanding(): Promise<void> {
  understandText = (await import("./understand.ts")).understand;
}

/** A text understood as a page; see `understand`. */
export const viewOf: typeof understand = (text, name, options) => {
  if (understandText === null) throw new NotLoaded(loadUnderstanding);
  return understandText(text, name, options);
};

/** A page in the index: its text once, and its lines not at all, which are told from the text. */
interface KeptPage {
  settings: string;
  text: string;
  hash: string;
  view: Omit<PageView, "page"> & { page: Omit<PageView["page"], "lines"> };
}

function keptName(file: string): string {
  return `page-${lastPart(file)}-${fingerprint(file)}`;
}

/** An item and the page that it stands on. */
export interface FoundItem {
  page: PageReading;
  item: Item;
}

export class Reading {
  private readonly world: World;
  private readonly tongue: Tongue;
  private readonly texts = new Map<string, StoredText | null>();
  private readonly views = new Map<string, PageReading>();
  private readonly index: Index | undefined;
  /** Pages that the index does not know, with the settings by which they were understood. */
  private readonly unkept = new Map<PageReading, string>();

  constructor(world: World, tongue: Tongue, index?: Index) {
    this.world = world;
    this.tongue = tongue;
    this.index = index;
  }

  /** A text of the home, or null where there is none. Throws what `Store.read` throws. */
  text(file: string): StoredText | null {
    let stored = this.texts.get(file);
    if (stored === undefined) {
      stored = this.world.store.read(file);
      this.texts.set(file, stored);
    }
    return stored;
  }

  /** Whether the text of a file has been asked for. */
  hasRead(file: string): boolean {
    return this.texts.has(file);
  }

  /** A page or an archive, understood; null where the file does not exist. */
  page(file: string): PageReading | null {
    const known = this.views.get(file);
    if (known !== undefined) return known;
    const stored = this.text(file);
    if (stored === null) return null;
    const { store, config } = this.world;
    const settings = JSON.stringify([this.tongue, config.overrules, this.nameOf(file)]);
    const remembered = understood.get(store) ?? new Map();
    understood.set(store, remembered);
    const last = remembered.get(file);
    const isSame = last !== undefined && last.page.hash === stored.hash && last.settings === settings;
    const page = isSame
      ? last.page
      : (this.keptPage(file, stored, settings) ?? this.newPage(file, stored, settings));
    remembered.set(file, { page, settings });
    this.views.set(file, page);
    return page;
  }

  private newPage(file: string, stored: StoredText, settings: string): PageReading {
    const page = this.understand(file, stored);
    this.unkept.set(page, settings);
    return page;
  }

  /** A page as the index knows it; null where its text or the settings are others now. */
  private keptPage(file: string, { text }: StoredText, settings: string): PageReading | null {
    const kept = this.index?.read(keptName(file)) as KeptPage | null | undefined;
    if (kept?.settings !== settings || kept.text !== text) return null;
    const { hash, view } = kept;
    return { file, text, hash, view: { ...view, page: { ...view.page, text, lines: new LineIndex(text) } } };
  }

  /** Keeps what pages come to, so that the next one who looks at them need not understand them again. */
  keepPages(): void {
    for (const [{ file, text, hash, view }, settings] of this.unkept) {
      const { lines, ...page } = view.page;
      const kept: KeptPage = { settings, text, hash, view: { ...view, page: { ...page, text: "" } } };
      this.index?.write(keptName(file), kept);
    }
    this.unkept.clear();
  }

  /** The page as it will read with these patches, which are in order. */
  edited(page: PageReading, patches: readonly Patch[]): PageReading {
    return this.understand(page.file, { text: applyPatches(page.text, patches), hash: "" });
  }

  /** A text understood as a page. */
  understand(file: string, stored: { text: string; hash: string }): PageReading {
    const { overrules } = this.world.config;
    const view = viewOf(stored.text, this.nameOf(file), { overrules, tongue: this.tongue });
    return { file, text: stored.text, hash: stored.hash, view };
  }

  /** The pages that exist, in the order of nunc.yaml. @throws AppError missing where none does. */
  pages(): PageReading[] {
    const files = this.world.config.pages;
    const pages = files.map((file) => this.page(file)).filter((page) => page !== null);
    if (pages.length === 0) {
      const [first = "now.md"] = files;
      throw new AppError("missing", say(this.tongue).noPage(this.world.store.resolve(first)), {
        hint: say(this.tongue).noPageHint(),
        at: { file: first },
      });
    }
    return pages;
  }

  /** The items of all pages in their order. */
  items(): FoundItem[] {
    return this.pages().flatMap((page) => page.view.items.map((item) => ({ page, item })));
  }

  /** The name to show and to type for a file: its last part where no other page shares it. */
  nameOf(file: string): string {
    const name = lastPart(file);
    const others = this.world.config.pages.filter((other) => other !== file && lastPart(other) === name);
    return others.length === 0 && this.world.config.pages.includes(file) ? name : file;
  }
}

/** The file's own name, behind its last slash. */
export function lastPart(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

/** The folder of a file, with its slash; empty for one that stands in the home itself. */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}
