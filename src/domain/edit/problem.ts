// What is wrong with an edit that was read back.

/** What the page says though it should not, or the other way round: a stable code, a line of the page after, a sentence. */
export interface Problem {
  code: "item-changed" | "item-lost" | "item-added" | "not-done" | "log-changed" | "section-changed";
  line: number;
  message: string;
}

export function problem(code: Problem["code"], line: number, message: string): Problem {
  return { code, line, message };
}
