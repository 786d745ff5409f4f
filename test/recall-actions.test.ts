// Recall on a home in memory: what is due on which day, what is written, what undo takes back, whose card is meant.

import { describe, expect, test } from "vitest";
import { makeContext, type NowData, type RecallAnsweredJson, type RecallData } from "../src/actions/index.ts";
import { recallCount } from "../src/actions/recall-count.ts";
import type { Instant } from "../src/base/index.ts";
import { DEFAULT_CONFIG, DEFAULT_DAY_SETTINGS, type RecallSettings } from "../src/domain/index.ts";
import { askRecall } from "../src/faces/cli/ask-recall.ts";
import { type DayHome, dayHome } from "./day-home.ts";
import { fakeStore } from "./fake-store.ts";
import { refused } from "./refused.ts";
import { typedTalk } from "./typed-talk.ts";

const PAGE = "# Learning\n\n- Kubernetes\n  - etcd\n- Lisp\n- Nix - dropped\n";
const FILES = {
  "now.md": PAGE,
  "items/kubernetes.md":
    "---\ntitle: Kubernetes\n---\n## Notes\n\nkey:: value\n\n## Recall\n\n- What keeps etcd consistent?::Raft\n  - 2026-11-10 good\n- 节点:::node\n",
  "items/lisp.md": "---\ntitle: Lisp\n---\n## Recall\nA macro expands at ==compile== time.\n",
  "items/nix.md": "---\ntitle: Nix\n---\n## Recall\n- a::b\n",
  "items/hard.md": "---\ntitle: Lisp › gone\nhard: 2\n---\nno cards: recall nothing\n",
};
const NOW = "2026-11-23T12:00:00+01:00";
const home = (files: Record<string, string> = FILES, options: Parameters<typeof dayHome>[1] = {}): DayHome =>
  dayHome(files, { now: NOW, ...options });
const recallOf = (one: DayHome, input = {}): RecallData => one.act("recall", input).data as RecallData;
const settings = (some: Partial<RecallSettings>) => ({
  config: { recall: { retention: 0.9, newPerDay: 10, order: "weakest" as const, ...some } },
});

describe("what is due", () => {
  test("questions that were asked, then new ones; those of a dropped item rest", () => {
    const data = recallOf(home());
    expect(data.queue.map(({ question, state, part }) => [question, state, part])).toEqual([
      ["What keeps etcd consistent?", "due", 1],
      ["节点", "new", 1],
      ["node", "new", 2],
      ["A macro expands at […] time.", "new", 1],
    ]);
    expect(data).toMatchObject({ due: 1, fresh: 3, waiting: 3, cases: 0, min: 1 });
    expect(data.scheduler).toContain("FSRS-6");
    expect(data.items.map(({ path, rests }) => [path, rests])).toEqual([
      ["Kubernetes", false],
      ["Lisp", false],
      ["Nix", true],
    ]);
    expect(recallOf(home(FILES, settings({ newPerDay: 1 }))).queue).toHaveLength(2);
  });

  test("by day of the home: until the day's end it is still the day before, also where clocks change", () => {
    const day = { ...DEFAULT_DAY_SETTINGS, dayEndMin: 120 };
    const files = {
      ...FILES,
      "items/kubernetes.md":
        "---\ntitle: Kubernetes\n---\n## Recall\n- a::b\n  - 2026-10-24 again\n  - 2026-10-24 hard\n",
    };
    // Both at night between 24 and 25 October 2026, when the clocks of Berlin are set back at 03:00.
    for (const [now, date] of [
      ["2026-10-25T01:59:00+02:00", "2026-10-24"],
      ["2026-10-25T02:01:00+02:00", "2026-10-25"],
      ["2026-10-25T02:01:00+01:00", "2026-10-25"],
    ] as const) {
      const one = home(files, { now, day });
      expect(recallOf(one).today).toBe(date);
      expect(recallOf(one).due).toBe(date === "2026-10-24" ? 0 : 1);
    }
  });

  test("the day says so in one line; without cards nothing is said", () => {
    expect((home().act("now").data as NowData).recall).toMatchObject({ due: 1, fresh: 3 });
    expect((home({ "now.md": PAGE }).act("now").data as NowData).recall).toBeNull();
    expect(home({ "now.md": PAGE }).act("recall").summary).toBe("There are no cards yet.");
  });

  test("one item with all its questions, by a part of its name; also one that has none", () => {
    const { item, questions, due } = recallOf(home(), { item: "kubernetes" });
    expect([item, questions?.length, due]).toEqual(["Kubernetes", 3, 1]);
    expect(recallOf(home(), { item: "etcd" })).toMatchObject({
      item: "Kubernetes › etcd",
      questions: [],
      queue: [],
    });
  });
});

describe("the count beside the plan", () => {
  test("what is remembered of files is what they say, after any change, also from a cache and with a broken one", () => {
    const texts = new Map<string, string>([["recall", "{broken"]]);
    const cache = {
      read: (name: string) => texts.get(name) ?? null,
      write: (name: string, text: string): void => {
        texts.set(name, text);
      },
    };
    let now = NOW;
    const one = home(FILES, settings({ newPerDay: 2 }));
    const steps: (() => unknown)[] = [
      () => undefined,
      () => one.act("recall-answer", { card: "节点", rating: "again", seconds: 9 }),
      () => one.act("recall-answer", { card: "keeps etcd", rating: "good" }),
      () => one.act("recall-add", { item: "Lisp", question: "q", answer: "a" }),
      () => one.act("drop", { items: ["Kubernetes"] }),
      () => one.act("undo"),
      () => one.store.put("items/lisp.md", null),
      () => {
        now = "2026-12-24T12:00:00+01:00";
        one.at(now);
      },
    ];
    for (const step of steps) {
      step();
      const { due, fresh, min, cases } = recallOf(one);
      const said = { due, fresh, min, cases };
      expect((one.act("now").data as NowData).recall).toEqual(said);
      // A process that has just been started knows only what the cache kept.
      const files = Object.fromEntries(one.store.files().map((file) => [file, one.store.text(file)!]));
      const clock = { now: () => new Date(now).toISOString() as Instant, zone: () => "Europe/Berlin" };
      const config = { ...DEFAULT_CONFIG, ...settings({ newPerDay: 2 }).config };
      const world = { store: fakeStore(files), clock, config };
      expect(recallCount(makeContext(world, { tongue: "en", outside: { cache } }))).toEqual(said);
    }
    expect(texts.get("recall")).toContain("items/kubernetes.md");
  });
});

describe("an answer", () => {
  test("is a line below its card; the rest of the file stays; undo takes it back", () => {
    const one = home();
    const done = one.act("recall-answer", {
      card: "keeps etcd",
      rating: "good",
      text: "Raft, I think",
      seconds: 7,
    });
    const file = "items/kubernetes.md";
    expect(one.store.text(file)).toBe(
      FILES[file].replace(
        "- 2026-11-10 good\n",
        "- 2026-11-10 good\n  - 2026-11-23 good 7s: Raft, I think\n",
      ),
    );
    const { question, left } = done.data as RecallAnsweredJson;
    expect(question.intervalDays).toBeGreaterThan(13);
    expect(question.state).toBe("later");
    expect(left).toBe(3);
    expect(recallOf(one).due).toBe(0);
    one.act("undo");
    expect(one.store.text(file)).toBe(FILES[file]);
  });

  test("of a card with several questions goes to the one that waits", () => {
    const one = home();
    one.act("recall-answer", { card: "节点", rating: "1" });
    one.act("recall-answer", { card: "节点", rating: "easy", part: 2 });
    expect(one.store.text("items/kubernetes.md")).toContain(
      "- 节点:::node\n  - 2026-11-23 again\n  - 2026-11-23 easy #2\n",
    );
    expect(recallOf(one).queue.at(-1)).toMatchObject({ question: "节点", state: "due" });
  });

  test("finds its card again in a changed file, and says conflict where it is no more", () => {
    const one = home();
    const [asked] = recallOf(one).queue;
    const { file, hash, line, part, card } = asked!;
    const input = { card: card.question, file, hash, line, part, rating: "good" };
    one.store.put(file, FILES["items/kubernetes.md"].replace("## Notes\n", "## Notes\n\nmore\n"));
    one.act("recall-answer", input);
    expect(one.store.text(file)).toContain("  - 2026-11-10 good\n  - 2026-11-23 good\n");
    one.store.put(file, FILES["items/kubernetes.md"].replace("What keeps", "Who keeps"));
    expect(refused(() => one.act("recall-answer", input)).code).toBe("conflict");
  });

  test("who took longer than ten minutes was away: that is not timed", () => {
    const one = home();
    one.act("recall-answer", { card: "keeps etcd", rating: "good", seconds: 4000 });
    expect(one.store.text("items/kubernetes.md")).toContain("  - 2026-11-23 good\n");
  });
});

describe("cards", () => {
  test("a first one makes the file, in the language of the home", () => {
    const one = home({ "now.md": PAGE }, { tongue: "zh" });
    one.act("recall-add", { item: "etcd", question: "用什么算法？", answer: "Raft" });
    expect(one.store.text("items/etcd.md")).toBe(
      "---\ntitle: Kubernetes › etcd\n---\n\n## 复习\n\n- 用什么算法？::Raft\n",
    );
    one.act("undo");
    expect(one.store.text("items/etcd.md")).toBeNull();
  });

  test("not twice, not without words, not without something to ask for", () => {
    const one = home();
    const add = (question: string, answer?: string) =>
      refused(() => one.act("recall-add", { item: "Kubernetes", question, answer })).message;
    expect(add("what keeps  etcd consistent?", "x")).toContain("already");
    expect(add(" ", "x")).toContain("needs a question");
    expect(add("no gap")).toContain("needs a gap");
  });

  test("other words keep the answers; a removed card comes back by undo", () => {
    const one = home();
    const file = "items/kubernetes.md";
    one.act("recall-edit", { card: "keeps etcd", answer: "Raft\nwith a quorum" });
    expect(one.store.text(file)).toContain(
      "- What keeps etcd consistent?\n  ?\n  Raft\n  with a quorum\n  - 2026-11-10 good\n",
    );
    one.act("recall-remove", { card: "keeps etcd" });
    expect(one.store.text(file)).toBe(
      "---\ntitle: Kubernetes\n---\n## Notes\n\nkey:: value\n\n## Recall\n\n- 节点:::node\n",
    );
    one.act("undo");
    one.act("undo");
    expect(one.store.text(file)).toBe(FILES[file]);
  });

  test("a name that several have is not guessed at", () => {
    const one = home({
      ...FILES,
      "items/etcd.md": "---\ntitle: Kubernetes › etcd\n---\n## Cards\n- What keeps::x\n",
    });
    const error = refused(() => one.act("recall-answer", { card: "What k", rating: "good" }));
    expect([error.code, error.hint]).toEqual(["usage", expect.stringContaining("items/etcd.md:5")]);
    one.act("recall-answer", { card: "What k", rating: "good", item: "etcd" });
    one.act("recall-answer", { card: "items/etcd.md:5", rating: "good" });
    expect(one.store.text("items/etcd.md")?.match(/2026-11-23 good/g)).toHaveLength(2);
    expect(refused(() => one.act("recall-remove", { card: "nothing" })).code).toBe("missing");
  });
});

describe("in a terminal", () => {
  async function typed(one: DayHome, lines: (string | null)[]): Promise<string> {
    const { talk, written } = typedTalk(one, lines);
    const done = await askRecall(talk, {}, "recall");
    return done === null ? written() : `${written()}${done.summary}\n`;
  }

  test("asks until nothing is left; what was missed comes again at the end", async () => {
    const one = home();
    const said = await typed(one, ["Raft", "3", "", "1", "", "x", "4", "", "3", "", "2"]);
    expect(said).toContain("1 to 4; u takes the last answer back, q ends.");
    expect(said).toContain("5 answers, 4 known. Nothing is left for today.");
    expect(one.store.text("items/kubernetes.md")).toMatch(/11-10 good\n {2}- 2026-11-23 good.*: Raft\n/);
    expect(one.store.text("items/kubernetes.md")).toMatch(/11-23 again\n.*11-23 easy #2\n.*11-23 hard\n$/);
  });

  test("u takes back the last answer of the session only; q leaves what was answered", async () => {
    const one = home();
    const said = await typed(one, ["u", "", "3", "", "u", "q"]);
    expect(said).toContain("Nothing of this session is there to take back.");
    expect(said).toContain("0 answers; 4 left for today.");
    expect(one.store.text("items/kubernetes.md")).toBe(FILES["items/kubernetes.md"]);
    await typed(one, ["", "3", null]);
    expect(one.store.text("items/kubernetes.md")).toContain("2026-11-23 good");
  });
});
