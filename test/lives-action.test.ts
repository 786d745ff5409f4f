// `lives` without git: what the home's journal knows of the page, across changes from outside; and naming one life.

import { expect, test } from "vitest";
import { type LivesData, type PageAtJson, perform } from "../src/actions/index.ts";
import type { Instant } from "../src/base/index.ts";
import {
  type Clock,
  DEFAULT_CONFIG,
  type HistoryRevision,
  type PageHistory,
  type World,
} from "../src/domain/index.ts";
import { fakeStore } from "./fake-store.ts";

const PAGE = "# Learning\n\n## High priority\n\n- Kubernetes\n- Opera\n\n## Low priority\n\n- Chess\n";
const clock: Clock = { now: () => "2021-09-20T02:00:00Z" as Instant, zone: () => "Asia/Shanghai" };

function home(text = PAGE) {
  const store = fakeStore({ "now.md": text });
  const world: World = { store, clock, config: { ...DEFAULT_CONFIG, lastmod: false } };
  const memory = new Map<string, string>();
  const outside = { recall: (hash: string) => memory.get(hash) ?? null };
  const act = (name: string, input: Record<string, unknown> = {}) =>
    perform(world, name, input, { tongue: "en", outside });
  const lives = (input: Record<string, unknown> = {}): LivesData => act("lives", input).data as LivesData;
  return { store, memory, act, lives };
}

const kindsOf = (data: LivesData, title: string): string[] =>
  data.items.find((life) => life.title === title)!.events.map(({ kind, line }) => `${kind}:${line ?? "-"}`);

test("the journal gives the same from the day it began", () => {
  const { act, lives } = home();
  act("edit", { item: "Kubernetes", title: "Kubernetes upgrade" });
  act("lower", { items: ["Opera"] });
  act("done", { items: ["Chess"] });
  const data = lives({ places: true });
  expect(data.revisions).toHaveLength(4);
  expect(data.revisions.map(({ at }) => at.slice(-6))).toEqual(Array(4).fill("+08:00"));
  expect(kindsOf(data, "Kubernetes upgrade")).toEqual(["came:5", "reworded:5"]);
  expect(kindsOf(data, "Chess")).toEqual(["came:10", "state:9", "finished:9"]);
  expect(data.items.find(({ title }) => title === "Chess")!.end).toBe("finished");
  expect(Object.keys(data.places!)).toEqual(data.revisions.map(({ sha }) => sha));
});

test("a page that was never changed is one revision", () => {
  const data = home().lives();
  expect(data.revisions).toHaveLength(1);
  expect(data.items.map(({ title }) => title)).toEqual(["Kubernetes", "Opera", "Chess"]);
});

test("a change from outside ends the story there, unless the text is remembered", () => {
  const { store, memory, act, lives } = home();
  const record = act("edit", { item: "Kubernetes", title: "Kubernetes upgrade" }).record!;
  const text = store.text("now.md")!;
  store.put("now.md", text.replace("- Opera\n", ""));
  expect(lives().revisions).toHaveLength(1);
  memory.set(record.files[0]!.after, text);
  const data = lives();
  expect(data.revisions).toHaveLength(3);
  expect(kindsOf(data, "Opera")).toEqual(["came:6", "gone:-"]);
});

test("one life by id, by a former title, by a part; two that fit are told by their ids", () => {
  const { act, lives } = home(`${PAGE}- Chess endings\n`);
  act("edit", { item: "Kubernetes", title: "A cluster of my own" });
  const id = lives().items[0]!.id;
  for (const item of [id, "kubernetes", "cluster of"])
    expect(lives({ item }).items.map((life) => life.id)).toEqual([id]);
  expect(lives({ item: "Chess" }).items).toHaveLength(1);
  expect(() => lives({ item: "ches" })).toThrow(/2 things/);
  expect(() => lives({ item: "no such" })).toThrow(/ever called/);
});

test("texts and matches are read once: the second run asks git for nothing that it knows", () => {
  const texts = new Map([
    ["b1", PAGE],
    ["b2", PAGE.replace("Opera", "Opera, first act")],
  ]);
  const revisions = [...texts.keys()].map(
    (blob, at): HistoryRevision => ({
      sha: `c${at}`,
      at: "2021-09-01T08:00:00+08:00",
      parents: at === 0 ? [] : [at - 1],
      files: [{ file: "content/now.md", isArchive: false, blob }],
    }),
  );
  let asked = 0;
  const history: PageHistory = {
    revisions,
    isShallow: true,
    read: (blobs, found) => {
      asked += blobs.length;
      for (const blob of blobs) found(blob, texts.get(blob)!);
    },
  };
  const kept = new Map<string, string>();
  const cache = {
    read: (name: string) => kept.get(name) ?? null,
    write: (name: string, text: string) => void kept.set(name, text),
  };
  const world: World = { store: fakeStore({ "now.md": "" }), clock, config: DEFAULT_CONFIG };
  const run = (): LivesData =>
    perform(
      world,
      "lives",
      { repo: "blog", path: "content/now.md", places: true },
      { tongue: "en", outside: { pageHistory: () => history, cache } },
    ).data as LivesData;
  const first = run();
  expect([asked, first.shallow]).toEqual([2, true]);
  expect(run()).toEqual(first);
  expect(asked).toBe(2);
  for (const name of kept.keys()) kept.set(name, "{");
  expect(run()).toEqual(first);
  expect(asked).toBe(4);
});

test("what is not yet committed of the home's page is its last revision", () => {
  const history: PageHistory = {
    revisions: [
      {
        sha: "c0",
        at: "2021-09-01T08:00:00+08:00",
        parents: [],
        files: [{ file: "now.md", isArchive: false, blob: "b" }],
      },
    ],
    isShallow: false,
    read: (blobs, found) => {
      for (const blob of blobs) found(blob, PAGE);
    },
  };
  const store = fakeStore({ "now.md": PAGE });
  const world: World = { store, clock, config: { ...DEFAULT_CONFIG, lastmod: false } };
  const act = (name: string, input = {}) =>
    perform(world, name, input, { tongue: "en", outside: { pageHistory: () => history } });
  expect((act("lives").data as LivesData).revisions).toHaveLength(1);
  act("done", { items: ["Chess"] });
  const data = act("lives").data as LivesData;
  expect(data.revisions.map(({ sha }) => sha)).toEqual(["c0", store.read("now.md")!.hash]);
  expect(kindsOf(data, "Chess")).toEqual(["came:10", "state:10", "finished:10"]);
});

test("what lives came to is kept by commit and page: asked again it opens no history, a changed page is read", () => {
  let opened = 0;
  let head = "repo c0";
  const history: PageHistory = {
    revisions: [
      {
        sha: "c0",
        at: "2021-09-01T08:00:00+08:00",
        parents: [],
        files: [{ file: "now.md", isArchive: false, blob: "b" }],
      },
    ],
    isShallow: false,
    read: (blobs, found) => {
      for (const blob of blobs) found(blob, PAGE);
    },
  };
  const kept = new Map<string, string>();
  const makeCache = () => ({
    read: (name: string) => kept.get(name) ?? null,
    write: (name: string, text: string) => void kept.set(name, text),
  });
  let cache = makeCache();
  const store = fakeStore({ "now.md": PAGE });
  const world: World = { store, clock, config: { ...DEFAULT_CONFIG, lastmod: false } };
  const pageHistory = (): PageHistory => {
    opened++;
    return history;
  };
  const act = (name: string, input = {}) =>
    perform(world, name, input, { tongue: "en", outside: { pageHistory, pageHead: () => head, cache } }).data;
  const first = act("lives");
  expect(act("lives")).toEqual(first);
  // Another process knows what the first one wrote down.
  cache = makeCache();
  expect(act("lives")).toEqual(first);
  expect(act("lives-mine")).toEqual({ done: 1, total: 1 });
  expect(opened).toBe(1);
  head = "repo c1";
  act("lives");
  expect(opened).toBe(2);
  act("done", { items: ["Chess"] });
  expect((act("lives") as LivesData).revisions).toHaveLength(2);
  expect(opened).toBe(3);
  for (const name of kept.keys()) kept.set(name, '{"key":');
  cache = makeCache();
  expect((act("lives") as LivesData).revisions).toHaveLength(2);
});

test("a long history is read in turns, and what the turns learned is all that `lives` needs", () => {
  const texts = Array.from(
    { length: 50 },
    (_, at) => `${PAGE}\n- Kites ${at}\n\n<!-- ${"x".repeat(30_000)} -->\n`,
  );
  let read = 0;
  const history: PageHistory = {
    revisions: texts.map((_, at) => ({
      sha: `c${at}`,
      at: "2021-09-01T08:00:00+08:00",
      parents: at === 0 ? [] : [at - 1],
      files: [{ file: "now.md", isArchive: false, blob: `b${at}` }],
    })),
    isShallow: false,
    read: (blobs, found) => {
      for (const blob of blobs) {
        read++;
        found(blob, texts[Number(blob.slice(1))]!);
      }
    },
  };
  const kept = new Map<string, string>();
  const cache = {
    read: (name: string) => kept.get(name) ?? null,
    write: (name: string, text: string) => void kept.set(name, text),
  };
  const world: World = { store: fakeStore({ "now.md": PAGE }), clock, config: DEFAULT_CONFIG };
  const act = (name: string) =>
    perform(world, name, {}, { tongue: "en", outside: { pageHistory: () => history, cache } }).data;
  const turns: number[] = [];
  for (let mined = { done: 0, total: 1 }; mined.done < mined.total; turns.push(mined.done))
    mined = act("lives-mine") as typeof mined;
  expect(turns.length).toBeGreaterThan(1);
  expect(turns).toEqual([...turns].sort((a, b) => a - b));
  expect(turns.at(-1)).toBe(100);
  expect(read).toBe(50);
  expect((act("lives") as LivesData).revisions.length).toBeGreaterThan(49);
  expect(read).toBe(50);
});

test("the page of a day comes from the history, or from the journal where there is none; none before it begins", () => {
  const store = fakeStore({ "now.md": PAGE });
  const world: World = { store, clock, config: { ...DEFAULT_CONFIG, lastmod: false } };
  const act = (name: string, input = {}) => perform(world, name, input, { tongue: "en" }).data;
  act("done", { items: ["Chess"] });
  const today = clock.now().slice(0, 10);
  const at = act("page-at", { date: today }) as PageAtJson;
  expect(at.text).toBe(store.read("now.md")!.text);
  expect(at.lines.every(({ sign }) => sign === " ")).toBe(true);
  expect(() => act("page-at", { date: "2020-01-01" })).toThrow(/Nothing is known of the page on 2020-01-01/);
});
