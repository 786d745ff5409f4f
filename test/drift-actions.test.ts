// drift on homes and bare pages: priorities as of the day from a real repository, what is kept so that git is not asked again,
// the days that are meant where none are said.

import { execFileSync } from "node:child_process";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type DriftData, perform } from "../src/actions/index.ts";
import type { Instant } from "../src/base/index.ts";
import { DEFAULT_CONFIG, type HistoryPlace, type World } from "../src/domain/index.ts";
import { openPageHistory, readPageHead } from "../src/home/index.ts";
import { type DayHome, dayHome } from "./day-home.ts";
import { pageOf } from "./drift-pages.ts";
import { fakeStore } from "./fake-store.ts";
import { refused } from "./refused.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const FIRST = pageOf({ Highest: ["Kubernetes", "Prolog"], High: ["Rust"], Low: ["Lisp", "Zig", "Nix"] });
const SECOND = pageOf({ Highest: ["Prolog"], High: ["Rust"], Low: ["Kubernetes", "Lisp", "Zig", "Nix"] });
const RECORDS = (date: string) =>
  `---\ndate: ${date}\nzone: Asia/Shanghai\n---\n## Record\n- 09:00 - 11:00 Kubernetes\n`;

/** A home whose page lies in a repository; counts how often its history is opened. */
function repository() {
  const folder = mkdtempSync(join(tmpdir(), "nunc-drift-"));
  folders.push(folder);
  const file = join(folder, "now.md");
  let at = "2021-08-02T20:00:00+08:00";
  const git = (...args: string[]): string =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  git("init", "-q", "-b", "main");
  const days = ["06", "07", "08", "09", "10", "13", "14", "15"].map((one) => `2021-09-${one}`);
  const store = fakeStore(Object.fromEntries(days.map((date) => [`days/${date}.md`, RECORDS(date)])));
  const write = (text: string): void => {
    writeFileSync(file, text);
    store.put(file, text);
  };
  const commit = (text: string, on: string): void => {
    at = on;
    write(text);
    git("add", "now.md");
    git("commit", "-q", "-m", "page");
  };
  const world: World = {
    store,
    clock: { now: () => "2021-09-15T10:00:00Z" as Instant, zone: () => "Asia/Shanghai" },
    config: { ...DEFAULT_CONFIG, zone: "Asia/Shanghai", pages: [file] },
  };
  const kept = new Map<string, string>();
  let opened = 0;
  const outside = {
    pageHistory: (place: HistoryPlace) => {
      opened++;
      return openPageHistory({ ...place, env: process.env, cwd: "/", tongue: "en" });
    },
    pageHead: (path: string) => readPageHead(path, process.env),
    cache: {
      read: (name: string) => kept.get(name) ?? null,
      write: (name: string, text: string) => void kept.set(name, text),
    },
  };
  return {
    folder,
    file,
    git,
    write,
    commit,
    kept,
    opened: () => opened,
    /** As a program that has just started: nothing is in its memory. */
    drift: (input: Record<string, unknown> = {}): DriftData => {
      const fresh = { ...world, store: { ...store } };
      return perform(fresh, "drift", input, { tongue: "en", outside }).data as DriftData;
    },
  };
}

const minutes = (data: DriftData): Record<string, number> =>
  Object.fromEntries(
    data.by.priority.filter(({ amount }) => amount > 0).map(({ key, amount }) => [key, amount]),
  );

describe("from a repository", () => {
  test("priority is that of the day of the record", () => {
    const repo = repository();
    repo.commit(FIRST, "2021-08-02T20:00:00+08:00");
    repo.commit(SECOND, "2021-09-09T20:00:00+08:00");
    const data = repo.drift();
    expect(data.source).toBe("records");
    expect(minutes(data)).toEqual({ highest: 360, low: 600 });
    const moved = data.items.find(({ path }) => path === "Kubernetes")!;
    expect(moved.changed).toEqual([{ on: "2021-09-09", from: "highest", to: "low" }]);
    expect(data.starved.map(({ path }) => path)).toEqual(["Prolog"]);
    expect(data.starved[0]!.lastMovedOn).toBe("2021-08-02");
  });

  test("the history is opened once; again after a commit, or where the page changes", () => {
    const repo = repository();
    repo.commit(FIRST, "2021-08-02T20:00:00+08:00");
    const first = repo.drift();
    expect(repo.drift()).toEqual(first);
    expect(repo.opened()).toBe(1);
    repo.git("pack-refs", "--all");
    repo.drift();
    expect(repo.opened()).toBe(1);
    repo.commit(SECOND, "2021-09-09T20:00:00+08:00");
    expect(minutes(repo.drift())).toEqual({ highest: 360, low: 600 });
    expect(repo.opened()).toBe(2);
    repo.write(FIRST);
    expect(minutes(repo.drift())).toEqual({ highest: 480, low: 480 });
    expect(repo.opened()).toBe(3);
    repo.kept.clear();
    expect(minutes(repo.drift())).toEqual({ highest: 480, low: 480 });
  });

  test("git is asked where HEAD is not to be read from plain files: a linked worktree, a detached HEAD", () => {
    const repo = repository();
    repo.commit(FIRST, "2021-08-02T20:00:00+08:00");
    const sha = repo.git("rev-parse", "HEAD").trim();
    expect(readPageHead(repo.file, process.env)).toContain(sha);
    repo.git("checkout", "-q", "--detach");
    expect(readPageHead(repo.file, process.env)).toContain(sha);
    const linked = `${repo.folder}-linked`;
    folders.push(linked);
    repo.git("worktree", "add", "-q", linked);
    expect(readPageHead(join(linked, "now.md"), process.env)).toContain(sha);
    renameSync(join(repo.folder, ".git"), join(repo.folder, "git"));
    expect(readPageHead(repo.file, process.env)).toBeNull();
  });
});

describe("without a repository", () => {
  const note = (date: string, ...lines: string[]): [string, string] => [
    `days/${date}.md`,
    `---\ndate: ${date}\nzone: Europe/Berlin\n---\n## Record\n${lines.map((line) => `- ${line}\n`).join("")}`,
  ];
  const home = (files: Record<string, string>): DayHome =>
    dayHome({ "now.md": FIRST, ...files }, { now: "2026-11-25T10:00:00Z" });
  const drift = (one: DayHome, input: Record<string, unknown> = {}): DriftData =>
    one.act("drift", input).data as DriftData;

  test("without a range: four whole weeks and the running one; without records there, a year", () => {
    const data = drift(home(Object.fromEntries([note("2026-11-24", "09:00 - 10:00 Rust")])));
    expect([data.range.from, data.range.to]).toEqual(["2026-10-26", "2026-11-25"]);
    const year = drift(home(Object.fromEntries([note("2026-08-03", "09:00 - 10:00 Rust")])));
    expect([year.range.from, year.range.to, year.range.days]).toEqual(["2025-11-26", "2026-11-25", 365]);
  });

  test("what nunc itself did to the page is known from the journal", () => {
    let now = "2026-11-26T10:00:00Z" as Instant;
    const files = { "now.md": FIRST, ...Object.fromEntries([note("2026-11-25", "09:00 - 10:00 Rust")]) };
    const store = fakeStore(files, { now: () => now });
    const clock = { now: () => now, zone: () => "Europe/Berlin" };
    const world: World = { store, clock, config: { ...DEFAULT_CONFIG, zone: "Europe/Berlin" } };
    const act = (name: string, input: Record<string, unknown>) =>
      perform(world, name, input, { tongue: "en" });
    act("move", { items: ["Rust"], priority: "low" });
    const read = () => act("drift", { from: "2026-11-25", to: "2026-11-27" }).data as DriftData;
    expect(minutes(read())).toEqual({ high: 60 });
    now = "2026-11-27T10:00:00Z" as Instant;
    store.put(...note("2026-11-26", "09:00 - 10:00 Rust"));
    expect(minutes(read())).toEqual({ high: 60, low: 60 });
    expect(read().tooLittle).not.toBeNull();
  });

  test("interruptions and commitments are what took the time", () => {
    const dates = ["16", "17", "18", "19", "20", "23"].map((day) => `2026-11-${day}`);
    const one = home({
      ...Object.fromEntries(
        dates.map((date) =>
          note(
            date,
            "09:00 - 10:00 Lisp",
            "10:00 - 10:30 Interruption: phone",
            "11:00 - 11:15 Piano: scales",
          ),
        ),
      ),
      "goals.md": "# Goals\n\n## Commitments\n\n- weekly 2h: Piano\n",
    });
    expect(drift(one).instead.map(({ kind, title, amount }) => [kind, title, amount])).toEqual([
      ["item", "Lisp", 360],
      ["interruption", "interruptions", 180],
      ["commitment", "Piano", 90],
    ]);
  });

  test("days are said once, and in their order", () => {
    const one = home({});
    expect(refused(() => drift(one, { range: "week", from: "2026-11-02" })).code).toBe("usage");
    expect(refused(() => drift(one, { from: "2026-11-20", to: "2026-11-02" })).code).toBe("usage");
    expect(refused(() => drift(one, { range: "some time" })).code).toBe("usage");
    expect(drift(one, { range: "2026-11" }).range.name).toBe("2026-11");
  });
});
