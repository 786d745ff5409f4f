// What the app knows: the snapshot that the server gave, and what went wrong since. Screens read it with
// `app.use(...)` and change it only through `act`, `save` and the small functions below.
// Invariant: the snapshot is never edited here. The screen shows what the server answered, nothing hoped for.

import { ApiError, fetchState, listen, postAct, postSave, problemOf } from "./api.ts";
import type {
  ActAnswer,
  ActionInputs,
  ActionName,
  ConflictTexts,
  PageSnapshot,
  Problem,
  Snapshot,
} from "./contract.ts";
import { createStore } from "./create-store.ts";
import { preferences } from "./preferences.ts";

export type Overlay = "palette" | "help" | "inbox" | "capture" | "interrupt";

export interface Toast {
  id: number;
  text: string;
  /** Whether undo takes back what the toast tells of. */
  undoable: boolean;
  /** What can be done about it at once. */
  answer: ToastAnswer | null;
}

interface ToastAnswer {
  name: string;
  run: () => void;
}

/** A write that failed. It stays on the screen until it is retried or let go. */
export interface Failure {
  id: number;
  problem: Problem;
  /** What the person had typed, shown so that it can be copied. */
  kept: string | null;
  /** Null where the answer would be the same again. */
  retry: (() => void) | null;
}

/** Two versions of one text, of which neither may be lost. */
export interface Conflict {
  title: string;
  mine: string;
  /** Null where it is no longer there. */
  theirs: string | null;
  base: string | null;
  keepMine: () => void;
  keepTheirs: () => void;
  keepBoth: () => void;
}

export interface AppState {
  snapshot: Snapshot | null;
  /** Why the first load failed. */
  loadProblem: Problem | null;
  /** False once the line to the server is down. */
  live: boolean;
  /** Writes that are under way. */
  pending: number;
  toast: Toast | null;
  failures: readonly Failure[];
  conflict: Conflict | null;
  overlay: Overlay | null;
  /** Said to screen readers. */
  said: string;
}

export const app = createStore<AppState>({
  snapshot: null,
  loadProblem: null,
  live: true,
  pending: 0,
  toast: null,
  failures: [],
  conflict: null,
  overlay: null,
  said: "",
});

let nextId = 1;
let queue: Promise<unknown> = Promise.resolve();
let changedMeanwhile = false;

/** Loads the state, then follows the changes that others make. Returns what ends it. */
export function start(): () => void {
  void reload();
  follow();
  return () => unfollow?.();
}

let unfollow: (() => void) | null = null;

/** Listens, anew where it did: what this window may show is told when it begins. */
export function follow(): void {
  unfollow?.();
  unfollow = listen({
    onState: takeOutside,
    onOpen() {
      // What happened while the line was down was not told.
      if (app.get().snapshot !== null && !app.get().live) void reload();
      app.set({ live: true });
    },
    onLost: () => app.set({ live: false }),
  });
}

export async function reload(): Promise<void> {
  try {
    app.set({ snapshot: await fetchState(), loadProblem: null });
  } catch (error) {
    app.set({ loadProblem: problemOf(error) });
  }
}

/** A state told during a write may be older than the write's own answer, so it is asked for again afterwards. */
function takeOutside(snapshot: Snapshot): void {
  if (app.get().pending > 0) changedMeanwhile = true;
  else app.set({ snapshot, loadProblem: null });
}

/** Writes one after the other, so that answers arrive in the order of the deeds. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  app.set({ pending: app.get().pending + 1 });
  const turn = queue.then(work).finally(() => {
    const pending = app.get().pending - 1;
    app.set({ pending });
    if (pending === 0 && changedMeanwhile) {
      changedMeanwhile = false;
      void reload();
    }
  });
  queue = turn.catch(() => undefined);
  return turn;
}

export interface ActOptions {
  /** Text that the person typed; shown with the failure. */
  kept?: string;
  /** No toast: the change is plain to see where the person looks. */
  quiet?: boolean;
  /** Handles a conflict; without it, it is a failure like any other. */
  onConflict?: (problem: Problem) => void;
  /** Handles input that the server could not understand; without it, likewise. */
  onRefused?: (problem: Problem) => void;
  /** Handles a question that must be answered first (`no`); without it, it is a failure like any other. */
  onAsked?: (problem: Problem) => void;
  /** Called when it worked, also after a retry. */
  onDone?: (answer: ActAnswer) => void;
}

/** Does one action. Null means that it failed and that the person has been told. */
export async function act<A extends ActionName>(
  action: A,
  input: ActionInputs[A],
  options: ActOptions = {},
): Promise<ActAnswer | null> {
  try {
    const answer = await inTurn(() => postAct(action, input));
    app.set({ snapshot: answer.state });
    if (!options.quiet)
      toast(answer.summary, action !== "undo" && action !== "redo" && answer.state.undo !== null);
    options.onDone?.(answer);
    return answer;
  } catch (error) {
    const problem = problemOf(error);
    const isOfInput = problem.code === "usage" || problem.code === "invalid";
    const handle =
      problem.code === "conflict"
        ? options.onConflict
        : problem.code === "no"
          ? options.onAsked
          : isOfInput
            ? options.onRefused
            : undefined;
    if (handle !== undefined) handle(problem);
    else {
      // What the page cannot take it will not take the next time either; what was typed may find its place by then.
      const isFinal = (isOfInput || problem.code === "missing") && options.kept === undefined;
      fail(problem, isFinal ? null : () => void act(action, input, options), options.kept ?? null);
    }
    return null;
  }
}

/** What an action would change, without doing it. */
export function preview<A extends ActionName>(action: A, input: ActionInputs[A]): Promise<ActAnswer> {
  return postAct(action, input, true);
}

export type Saved = { ok: true } | { ok: false; conflict: ConflictTexts | null };

/** Saves a whole text. A conflict is handed back, any other failure is shown. */
export async function save(file: string, base: string, text: string): Promise<Saved> {
  try {
    const { state } = await inTurn(() => postSave(file, base, text));
    app.set({ snapshot: state });
    return { ok: true };
  } catch (error) {
    if (error instanceof ApiError && error.problem.code === "conflict" && error.problem.data !== null) {
      return { ok: false, conflict: error.problem.data as ConflictTexts };
    }
    fail(problemOf(error), () => void save(file, base, text), text);
    return { ok: false, conflict: null };
  }
}

export function undo(): void {
  if (app.get().snapshot?.undo !== null) void act("undo", {});
}

export function redo(): void {
  if (app.get().snapshot?.redo !== null) void act("redo", {});
}

export function toast(text: string, undoable = false, answer: ToastAnswer | null = null): void {
  const id = nextId++;
  // One at a time: undo takes back the newest change, so an older toast must not offer it.
  app.set({ toast: { id, text, undoable, answer }, said: text });
  setTimeout(() => dismissToast(id), undoable || answer !== null ? 8000 : 4000);
}

export function dismissToast(id: number): void {
  if (app.get().toast?.id === id) app.set({ toast: null });
}

export function fail(problem: Problem, retry: (() => void) | null, kept: string | null = null): void {
  const id = nextId++;
  app.set({
    failures: [
      ...app.get().failures,
      {
        id,
        problem,
        kept,
        retry:
          retry === null
            ? null
            : () => {
                dismissFailure(id);
                retry();
              },
      },
    ],
  });
}

export function dismissFailure(id: number): void {
  app.set({ failures: app.get().failures.filter((other) => other.id !== id) });
}

export function openOverlay(overlay: Overlay | null): void {
  app.set({ overlay });
}

export function showConflict(conflict: Conflict | null): void {
  app.set({ conflict });
}

/** Says something to screen readers. The blank makes a repeated text a new one. */
export function say(text: string): void {
  app.set({ said: app.get().said === text ? `${text} ` : text });
}

function pageOf(snapshot: Snapshot | null, file: string | null): PageSnapshot | null {
  return snapshot?.pages.find((page) => page.file === file) ?? snapshot?.pages[0] ?? null;
}

/** The page that is shown: the one chosen last, else the first. */
export function currentPage(): PageSnapshot | null {
  return pageOf(app.get().snapshot, preferences.get().page);
}

export function usePage(): PageSnapshot | null {
  const snapshot = app.use((state) => state.snapshot);
  const file = preferences.use((state) => state.page);
  return pageOf(snapshot, file);
}
