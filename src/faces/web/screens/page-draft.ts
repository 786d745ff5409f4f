// One text being edited, from keystroke to disk. Saves after a pause and on demand, takes in what others wrote, and
// keeps what is not saved yet in this browser.
// Invariant: what the person typed is on the screen, in local storage or on disk, at every moment; and so is what
// others wrote.

import { diffTexts } from "../../../page/index.ts";
import type { Problem } from "../contract.ts";
import { createStore } from "../create-store.ts";
import { app, dismissFailure, save } from "../state.ts";
import { Editor } from "./editor.ts";
import type { DrawWhy } from "./editor-marks.ts";
import { mergeInto, narrowPatches, toEditorText, toFileText } from "./page-lines.ts";

const PAUSE_MS = 1200;
const KEEP_MS = 250;

export interface DraftState {
  status: "saved" | "unsaved" | "saving" | "failed" | "conflict";
  /** Why the last save failed. */
  problem: Problem | null;
  /** Both versions, in editor text, where they cannot be merged. */
  conflict: { base: string; mine: string; theirs: string } | null;
  /** Counts edits, for what draws the text. */
  version: number;
  /** Unsaved text of an earlier visit was found and taken up. */
  restored: boolean;
  /** Versions that were not kept in a conflict, newest first. */
  aside: readonly Aside[];
}

export interface Aside {
  at: number;
  text: string;
}

interface Kept {
  base: string;
  text: string;
}

const drafts = new Map<string, Draft>();

/** The draft of a file; made when first asked for, then the same for as long as the app is open. */
export function draftOf(file: string, fileText: string, drawWhy: DrawWhy): Draft {
  let draft = drafts.get(file);
  if (draft === undefined) {
    draft = new Draft(file, fileText, drawWhy);
    drafts.set(file, draft);
  }
  return draft;
}

let wasLive = app.get().live;
app.subscribe(() => {
  const { live } = app.get();
  // The server is back: what could not be saved is tried again.
  if (live && !wasLive) {
    for (const draft of drafts.values()) if (draft.state.get().status === "failed") void draft.flush();
  }
  wasLive = live;
});
addEventListener("pagehide", () => {
  for (const draft of drafts.values()) draft.keep();
});
addEventListener("beforeunload", (event) => {
  // Only where the browser refused to keep it is there something to lose.
  if ([...drafts.values()].some((draft) => !draft.keep())) event.preventDefault();
});

export class Draft {
  readonly file: string;
  readonly editor: Editor;
  readonly state = createStore<DraftState>({
    status: "saved",
    problem: null,
    conflict: null,
    version: 0,
    restored: false,
    aside: [],
  });
  /** The file's text that the editor's rests on, and the same as the editor would hold it. */
  private base = "";
  private baseText = "";
  /** The newest text of the file that we were told of. */
  private latest: string;
  private saveTimer = 0;
  private keepTimer = 0;

  constructor(file: string, fileText: string, drawWhy: DrawWhy) {
    this.file = file;
    this.rest(fileText);
    this.latest = fileText;
    const kept = readStored<Kept>(this.key);
    this.state.set({ aside: readStored<Aside[]>(this.asideKey) ?? [] });
    if (kept !== null && kept.text !== toEditorText(fileText)) {
      this.rest(kept.base);
      this.editor = new Editor(kept.text, drawWhy);
      this.state.set({ status: "unsaved", restored: true });
      if (kept.base !== fileText) this.takeOutside(fileText);
      else this.planSave();
    } else {
      this.editor = new Editor(toEditorText(fileText), drawWhy);
      if (kept !== null) this.forget();
    }
  }

  /** The person typed. */
  edited(): void {
    const { status, version } = this.state.get();
    this.state.set({ version: version + 1 });
    clearTimeout(this.keepTimer);
    this.keepTimer = window.setTimeout(() => this.keep(), KEEP_MS);
    if (status === "conflict" || status === "saving") return;
    const dirty = this.isDirty;
    this.state.set({ status: dirty ? "unsaved" : "saved", problem: null, restored: false });
    if (dirty) this.planSave();
    else {
      clearTimeout(this.saveTimer);
      this.forget();
    }
  }

  get isDirty(): boolean {
    return this.editor.text !== this.baseText;
  }

  private rest(fileText: string): void {
    this.base = fileText;
    this.baseText = toEditorText(fileText);
  }

  private planSave(): void {
    clearTimeout(this.saveTimer);
    this.saveTimer = window.setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Saves now. Does nothing where there is nothing to save or the person must choose first. */
  async flush(): Promise<void> {
    clearTimeout(this.saveTimer);
    const { status } = this.state.get();
    if (status === "saving" || status === "conflict" || !this.isDirty) return;
    this.keep();
    const base = this.base;
    const text = toFileText(base, this.editor.text);
    this.state.set({ status: "saving", problem: null });
    const saved = await save(this.file, base, text);
    if (saved.ok) {
      this.rest(text);
      this.settle();
      // The server may have merged in what it found on disk.
      const told = app.get().snapshot?.pages.find((page) => page.file === this.file)?.text;
      if (told !== undefined) this.latest = told;
      this.takeOutside(this.latest);
    } else if (saved.conflict !== null) {
      this.latest = saved.conflict.theirs;
      this.state.set({ status: "unsaved" });
      this.takeOutside(saved.conflict.theirs);
      // What the server could not merge may merge here, where newer typing counts; else both are shown.
      if (this.state.get().status === "unsaved" && this.base === base) this.collide(saved.conflict.theirs);
    } else this.state.set({ status: "failed", problem: takeFailure(text) });
  }

  /** After a save: saved, unless the person typed on. */
  private settle(): void {
    if (this.isDirty) {
      this.state.set({ status: "unsaved" });
      this.planSave();
    } else {
      this.state.set({ status: "saved", restored: false });
      this.forget();
    }
  }

  /** The file's text as the snapshot has it. */
  told(fileText: string): void {
    if (fileText === this.latest) return;
    this.latest = fileText;
    // A save under way looks at it when it is done.
    if (this.state.get().status !== "saving") this.takeOutside(fileText);
  }

  private takeOutside(fileText: string): void {
    if (fileText === this.base) return;
    const mine = this.editor.text;
    const theirs = toEditorText(fileText);
    const patches = mergeInto(this.baseText, mine, theirs);
    if (patches === null) {
      this.collide(fileText);
      return;
    }
    this.rest(fileText);
    this.editor.apply(patches);
    this.state.set({ version: this.state.get().version + 1, conflict: null });
    this.settle();
  }

  private collide(fileText: string): void {
    clearTimeout(this.saveTimer);
    this.keep();
    const conflict = {
      base: this.baseText,
      mine: this.editor.text,
      theirs: toEditorText(fileText),
    };
    this.state.set({ status: "conflict", conflict });
  }

  /** Ends a conflict with a text. What is dropped of either side is set aside, and undo brings mine back. */
  resolve(text: string): void {
    const { conflict } = this.state.get();
    if (conflict === null) return;
    const dropped = [conflict.mine, conflict.theirs].filter((side) => side !== text);
    this.setAside(dropped);
    this.rest(this.latest);
    this.editor.apply(narrowPatches(this.editor.text, diffTexts(this.editor.text, text)), true);
    this.state.set({ conflict: null, status: "unsaved", version: this.state.get().version + 1 });
    this.settle();
    void this.flush();
  }

  private setAside(texts: readonly string[]): void {
    const at = Date.now();
    const aside = [...texts.map((text) => ({ at, text })), ...this.state.get().aside].slice(0, 6);
    this.state.set({ aside });
    store(this.asideKey, aside);
  }

  clearAside(): void {
    this.state.set({ aside: [] });
    store(this.asideKey, null);
  }

  /** Puts the unsaved text into local storage. False where the browser refuses and there is something to lose. */
  keep(): boolean {
    clearTimeout(this.keepTimer);
    if (!this.isDirty) return true;
    return store(this.key, { base: this.base, text: this.editor.text } satisfies Kept);
  }

  private forget(): void {
    clearTimeout(this.keepTimer);
    store(this.key, null);
  }

  private get key(): string {
    return `nunc.draft:${app.get().snapshot?.root ?? ""}:${this.file}`;
  }

  private get asideKey(): string {
    return `nunc.aside:${app.get().snapshot?.root ?? ""}:${this.file}`;
  }
}

/** The screen shows a failed save in a place of its own, larger than the shell's; one of them is enough. */
function takeFailure(text: string): Problem | null {
  const failure = app.get().failures.findLast(({ kept }) => kept === text);
  if (failure === undefined) return null;
  dismissFailure(failure.id);
  return failure.problem;
}

function readStored<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as T | null;
  } catch {
    return null;
  }
}

function store(key: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
