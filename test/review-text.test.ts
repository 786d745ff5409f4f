// A review that was edited as a whole, as the browser does it: the front matter stays what tells generated parts apart, no other
// byte changes, and a file that somebody else changed meanwhile is left alone.

import { expect, test } from "vitest";
import type { ReviewData } from "../src/actions/index.ts";
import { dayHome } from "./day-home.ts";
import { refused } from "./refused.ts";

const FILE = "reviews/2026-W47.md";
const NOTE = "---\ndate: 2026-11-17\n---\n## Record\n- 09:00 - 10:30 Raft\n";
const make = () =>
  dayHome(
    { "now.md": "# Now\n\n## Learning\n\n- Raft\n", "days/2026-11-17.md": NOTE },
    { now: "2026-11-20T16:00:00Z" },
  );
type Home = ReturnType<typeof make>;

const look = (home: Home) => home.act("review").data as ReviewData;
const save = (home: Home, text: string, hash: string | null = look(home).hash) =>
  home.act("review", { range: "2026-W47", text, ...(hash === null ? {} : { hash }) });

test("the first time a whole file is written; its parts can still be renewed", () => {
  const home = make();
  const { markdown } = look(home);
  save(home, markdown.replace("Answer:", "Answer:\n\nRaft took it."));
  const text = home.store.text(FILE)!;
  expect(text).toMatch(/^---\nrange: 2026-W47\n[\s\S]*\n---\n\n# Review: 2026, week 47\n/);
  expect(text).toContain("Raft took it.");
  home.store.put("days/2026-11-18.md", NOTE.replace("2026-11-17", "2026-11-18"));
  home.act("review", { write: true });
  expect(home.store.text(FILE)).toContain("Raft took it.");
  expect(home.store.text(FILE)).not.toBe(text);
  expect(look(home).edited).toEqual(["questions"]);
});

test("lines that were not edited keep their bytes, line ends among them", () => {
  const home = make();
  home.act("review", { write: true });
  const mixed = `${home.store.text(FILE)!.replace(/\n/g, "\r\n")}\none line end of another kind  \n\n\n`;
  home.store.put(FILE, mixed);
  const { markdown } = look(home);
  save(home, `${markdown.replace(/\r\n/g, "\n")}mine\n`);
  expect(home.store.text(FILE)!.startsWith(mixed.trimEnd())).toBe(true);
  expect(home.store.text(FILE)!.trimEnd().endsWith("mine")).toBe(true);
});

test("what is kept as it is shown changes nothing", () => {
  const home = make();
  home.act("review", { write: true });
  const before = home.store.text(FILE);
  save(home, look(home).markdown);
  expect(home.store.text(FILE)).toBe(before);
});

test("a file that was changed or made meanwhile is a conflict", () => {
  const home = make();
  const { hash, markdown } = look(home);
  home.act("review", { write: true });
  const before = home.store.text(FILE);
  const error = refused(() => save(home, `${markdown}mine`, hash));
  expect([error.code, error.message]).toEqual(["conflict", `${FILE} was changed elsewhere meanwhile.`]);
  expect(home.store.text(FILE)).toBe(before);
});
