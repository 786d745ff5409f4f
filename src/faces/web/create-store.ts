// A value that components can watch: the whole of our state management.
// Small on purpose; React's useSyncExternalStore does the hard part.

import { useSyncExternalStore } from "react";

export interface Store<T> {
  get(): T;
  /** Shallow merge; nothing is told if nothing differs. */
  set(patch: Partial<T>): void;
  subscribe(listener: () => void): () => void;
  /** Watches one part. The selector must return the same reference for the same state. */
  use<S>(selector: (state: T) => S): S;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let state = initial;
  const listeners = new Set<() => void>();
  const store: Store<T> = {
    get: () => state,
    set(patch) {
      const keys = Object.keys(patch) as (keyof T)[];
      if (keys.every((key) => Object.is(state[key], patch[key]))) return;
      state = { ...state, ...patch };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    use: (selector) =>
      useSyncExternalStore(
        store.subscribe,
        () => selector(state),
        () => selector(state),
      ),
  };
  return store;
}
