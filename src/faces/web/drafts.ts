// Half-typed text of the small fields (a new item, a note, a step), by the field's name. It outlives a change of screen
// and a reload of the tab; it goes when it has been saved or emptied.

import { createStore } from "./create-store.ts";

const KEY = "nunc.drafts";

function read(): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as Record<string, string>;
  } catch {
    return {};
  }
}

const drafts = createStore<Record<string, string>>(read());

drafts.subscribe(() => {
  const kept = Object.entries(drafts.get()).filter(([, text]) => text !== "");
  try {
    sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // Without storage a draft lasts as long as the page.
  }
});

export interface Draft {
  text: string;
  type(text: string): void;
  /** Empties the field, unless the person has typed on since `saved` was sent. */
  clear(saved: string): void;
}

export function useDraft(name: string): Draft {
  return {
    text: drafts.use((all) => all[name] ?? ""),
    type: (text) => drafts.set({ [name]: text }),
    clear: (saved) => {
      if ((drafts.get()[name] ?? "").trim() === saved.trim()) drafts.set({ [name]: "" });
    },
  };
}
