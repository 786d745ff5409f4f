// Promise 1, on disk: killed at each step of a write, at each step of the recovery, on a full or failing disk, with two
// writers at once: each file is wholly as before or wholly as after, all files of a change agree, and nothing is lost.

import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, linkSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AppError } from "../src/base/index.ts";
import type { Change, Store } from "../src/domain/index.ts";
import { type Disk, openStore } from "../src/home/index.ts";
import {
  change,
  dyingDisk,
  type Folder,
  failingDisk,
  Killed,
  makeClock,
  makeFolder,
  rewrite,
  type Step,
  watchedDisk,
} from "./home-folder.ts";

/** Bytes as characters, so that a byte that is not UTF-8 can be written and compared. */
const bytes = (text: string): string => Buffer.from(text).toString("latin1");
const OLD = `${bytes("### 2020-01-01\r\n- 旧的 ")}\xff\r\n\r\n`;
const PAGE = `${bytes("# 此刻\r\n\r\n## 记录\r\n\r\n")}${OLD}${bytes("### 2021-09-13\r\n- 新的\r\n")}`;

/** A blog with the page, a home beside it. `linked`: the page has a second name, and is so written in place. */
function makeHome(kind: "plain" | "linked"): Folder {
  const folder = makeFolder({
    "home/nunc.yaml": "page: ../blog/now/index.md\narchive: ../history/{year}/index.md\n",
    "home/inbox.md": "- a\n",
    "home/gone.md": "only this\n",
    "blog/now/index.md": Buffer.from(PAGE, "latin1"),
  });
  if (kind === "linked") linkSync(join(folder.path, "blog/now/index.md"), join(folder.path, "blog/twin.md"));
  return folder;
}

function open(folder: Folder, disk?: Disk): ReturnType<typeof openStore> {
  return openStore(join(folder.path, "home"), {
    env: folder.env,
    clock: makeClock(),
    lockWaitMs: 0,
    ...(disk !== undefined && { disk }),
  });
}

/** Archiving: a file made in a new folder, the page cut, a private file grown, and one removed. */
function archiving(store: Store): Change {
  const page = store.read("../blog/now/index.md")!;
  return change(
    [
      {
        file: page.file,
        hash: page.hash,
        patches: [{ from: page.text.indexOf("### 2020"), to: page.text.indexOf("### 2021"), insert: "" }],
      },
      rewrite(
        store,
        "../blog/history/2020/index.md",
        page.text.slice(page.text.indexOf("### 2020"), page.text.indexOf("### 2021")),
      ),
      rewrite(store, "inbox.md", "- a\n- b\n"),
      { ...rewrite(store, "gone.md", ""), remove: true },
    ],
    { allowShrink: true },
  );
}

const AFTER = {
  "blog/history/2020/index.md": OLD,
  "blog/now/index.md": PAGE.replace(OLD, ""),
  "home/inbox.md": "- a\n- b\n",
};

function states(folder: Folder, kind: "plain" | "linked") {
  const before = folder.files();
  const { "home/gone.md": _, ...rest } = before;
  const after: Record<string, string> = { ...rest, ...AFTER };
  if (kind === "linked") after["blog/twin.md"] = after["blog/now/index.md"]!;
  return { before, after };
}

/** How many steps a whole commit takes, by running one. */
function countSteps(run: (folder: Folder, disk: Disk) => void, kind: "plain" | "linked"): Step[] {
  const steps: Step[] = [];
  run(
    makeHome(kind),
    watchedDisk((step) => steps.push(step)),
  );
  return steps;
}

const commitAll = (folder: Folder, disk?: Disk): void => {
  const store = open(folder, disk);
  store.commit(archiving(store));
};

function attempt(run: () => void): unknown {
  try {
    run();
    return null;
  } catch (problem) {
    return problem;
  }
}

describe.each(["plain", "linked"] as const)("a change of four files (%s)", (kind) => {
  const steps = countSteps(commitAll, kind);

  test("after a kill at any step and a reopen, every file of a change is as before, or every file is as after", () => {
    const ends = { before: 0, after: 0 };
    expect(steps.length).toBeGreaterThan(50);
    for (let at = 0; at < steps.length; at++) {
      const folder = makeHome(kind);
      const { before, after } = states(folder, kind);
      attempt(() => commitAll(folder, dyingDisk(at)));
      const store = open(folder);
      const now = folder.files();
      const isAfter = now["home/inbox.md"] === after["home/inbox.md"];
      expect(now, `killed at ${at}: ${steps[at]!.name}`).toEqual(isAfter ? after : before);
      ends[isAfter ? "after" : "before"]++;
      expect(store.journal().length, `journal after a kill at ${at}`).toBe(isAfter ? 1 : 0);
      // And the home works on.
      if (!isAfter) store.commit(archiving(store));
      expect(folder.files()).toEqual(after);
      store.commit(change([rewrite(store, "inbox.md", "c\n")]));
      expect(store.journal().map(({ files }) => files.length)).toEqual([4, 1]);
    }
    expect(Math.min(ends.before, ends.after)).toBeGreaterThan(5);
  });

  test("so after a second kill, in the recovery", () => {
    for (let at = 0; at < steps.length; at += 5) {
      for (let again = at % 7; again < 80; again += 7) {
        const folder = makeHome(kind);
        const { before, after } = states(folder, kind);
        attempt(() => commitAll(folder, dyingDisk(at)));
        attempt(() => open(folder, dyingDisk(again)));
        open(folder);
        const now = folder.files();
        expect(now, `killed at ${at}, then at ${again}`).toEqual(
          now["home/inbox.md"] === after["home/inbox.md"] ? after : before,
        );
      }
    }
  }, 60_000);

  test.each(["EIO", "ENOSPC", "EACCES", "EROFS"])(
    "a step that fails with %s leaves all as before, with a sentence, or is got over",
    (code) => {
      const sentences = new Set<string>();
      for (let at = 0; at < steps.length; at += code === "ENOSPC" ? 1 : 3) {
        const folder = makeHome(kind);
        const { before, after } = states(folder, kind);
        const problem = attempt(() =>
          commitAll(
            folder,
            failingDisk(code, (_, index) => index === at),
          ),
        );
        const place = `${code} at ${at}: ${steps[at]!.name}`;
        if (problem !== null) {
          expect(problem, place).toBeInstanceOf(AppError);
          expect((problem as AppError).code, place).toBe("blocked");
          sentences.add((problem as AppError).message.replaceAll(folder.path, ""));
        }
        // Where putting back is what failed, the next opening settles it.
        const isHalf = problem instanceof AppError && problem.message.includes("half done");
        const store = open(folder);
        // A temporary file that cannot be removed stays until doctor removes it.
        const isLeft = (name: string): boolean =>
          steps[at]!.name === "unlink" && /\.nunc-[0-9a-f]+-\d\.tmp$/.test(name);
        const now = Object.fromEntries(Object.entries(folder.files()).filter(([name]) => !isLeft(name)));
        if (isHalf) expect([before, after], place).toContainEqual(now);
        else expect(now, place).toEqual(problem === null ? after : before);
        expect(store.journal().length, place).toBe(now["home/inbox.md"] === after["home/inbox.md"] ? 1 : 0);
      }
      expect(sentences.size).toBeGreaterThan(1);
    },
  );

  test("a disk that stays full from any step on leaves all as before or all as after", () => {
    const writes = steps
      .map((step, index) => ({ step, index }))
      .filter(({ step }) => step.name === "write" || step.name === "open");
    for (const { index: at } of writes) {
      const folder = makeHome(kind);
      const { before, after } = states(folder, kind);
      const problem = attempt(() =>
        commitAll(
          folder,
          failingDisk(
            "ENOSPC",
            ({ name, args }, index) =>
              index >= at && (name === "write" || (name === "open" && args[1] === "wx")),
          ),
        ),
      );
      open(folder);
      // A write in place that cannot be put back on a full disk is finished when there is space.
      const isHalf = problem instanceof AppError && problem.message.includes("half done");
      expect(folder.files(), `full from ${at}`).toEqual(problem === null || isHalf ? after : before);
    }
  });

  test("every text is on the disk before it takes a name, and every name before the next", () => {
    const written = new Set<unknown>();
    const opened = new Map<unknown, string>();
    let isNameOpen = false;
    for (const { name, args } of steps) {
      if (name === "rename") {
        expect(isNameOpen).toBe(false);
        expect(written.has(args[0])).toBe(true);
        isNameOpen = true;
      }
      // Descriptors are reused, so what was opened last counts.
      if (name === "open") opened.set(args[0], String(args[1]));
      if (name === "open" && args[1] === "wx") written.add(args[0]);
      if (name === "sync") isNameOpen = false;
    }
    const order = steps
      .filter(({ name }) => name === "rename" || name === "unlink")
      .map(({ args }) => String(args.at(-1)).split("/").slice(-2).join("/"));
    const named = order.filter((name) => /inbox|index|gone/.test(name));
    if (kind === "plain")
      expect(named.map((name) => name.split("/").at(-1))).toEqual([
        "index.md",
        "inbox.md",
        "index.md",
        "gone.md",
      ]);
  });
});

describe("someone else's change", () => {
  test("between the check and the write is a conflict; what was done is put back", () => {
    const folder = makeHome("plain");
    const { before } = states(folder, "plain");
    let isDone = false;
    const disk = watchedDisk(({ name, args }) => {
      if (name !== "rename" || !String(args[1]).endsWith("inbox.md") || isDone) return;
      isDone = true;
      writeFileSync(join(folder.path, "blog/now/index.md"), "mine\n");
    });
    expect(attempt(() => commitAll(folder, disk))).toMatchObject({ code: "conflict" });
    expect(folder.files()).toEqual({ ...before, "blog/now/index.md": "mine\n" });
    expect(open(folder).journal()).toEqual([]);
  });

  test("after a crash is left alone, and told of", () => {
    const steps = countSteps(commitAll, "plain");
    const last = steps.findLastIndex(({ name }) => name === "rename");
    const folder = makeHome("plain");
    attempt(() => commitAll(folder, dyingDisk(last)));
    folder.put("blog/now/index.md", "mine\n");
    const store = open(folder);
    expect(store.recovered).toMatchObject([
      { end: "left", changedByOthers: [join(folder.path, "blog/now/index.md")] },
    ]);
    expect(folder.get("blog/now/index.md")).toBe("mine\n");
    // What had been added stays: it may be nowhere else.
    expect(folder.files()["blog/history/2020/index.md"]).toBe(OLD);
    expect(readdirSync(join(folder.path, "blog/now"))).toEqual(["index.md"]);
    expect(open(folder).recovered).toEqual([]);
  });
});

describe("what a file is besides its text", () => {
  test("a link stays a link and its target gets the text; the mode stays", () => {
    const folder = makeFolder({ "notes/real.md": "a\n" });
    symlinkSync("../notes/real.md", join(folder.path, "home/now.md"));
    symlinkSync("../notes/later.md", join(folder.path, "home/later.md"));
    chmodSync(join(folder.path, "notes/real.md"), 0o640);
    const store = open(folder);
    store.commit(change([rewrite(store, "now.md", "a\nb\n"), rewrite(store, "later.md", "new\n")]));
    expect(statSync(join(folder.path, "notes/real.md")).mode & 0o7777).toBe(0o640);
    expect([folder.get("notes/real.md"), folder.get("notes/later.md")]).toEqual(["a\nb\n", "new\n"]);
    expect(readdirSync(join(folder.path, "notes")).sort()).toEqual(["later.md", "real.md"]);
  });

  test("a file with two names keeps both", () => {
    const folder = makeHome("linked");
    commitAll(folder);
    expect(folder.get("blog/twin.md")).toBe(folder.get("blog/now/index.md"));
    expect(statSync(join(folder.path, "blog/twin.md")).nlink).toBe(2);
  });

  test.each(["EXDEV", "EBUSY"])("a file that cannot be renamed onto (%s) is written in place", (code) => {
    const folder = makeHome("plain");
    const { after } = states(folder, "plain");
    commitAll(
      folder,
      failingDisk(code, ({ name, args }) => name === "rename" && String(args[1]).includes("/now/")),
    );
    expect(folder.files()).toEqual(after);
  });

  test("a file that may not be written is not replaced", () => {
    const folder = makeHome("plain");
    const { before } = states(folder, "plain");
    const disk = failingDisk(
      "EACCES",
      ({ name, args }) => name === "checkWritable" && String(args[0]).endsWith("index.md"),
    );
    expect(attempt(() => commitAll(folder, disk))).toMatchObject({
      code: "blocked",
      message: expect.stringMatching(/^You may not access .*now\/index\.md\.$/),
    });
    expect(folder.files()).toEqual(before);
  });

  test("folders are made in the home and for archives, not elsewhere", () => {
    const folder = makeHome("plain");
    const store = open(folder);
    store.commit(
      change([
        rewrite(store, "days/2021-09-13.md", "x\n"),
        rewrite(store, "../blog/history/2019/index.md", "y\n"),
      ]),
    );
    expect(folder.get("blog/history/2019/index.md")).toBe("y\n");
    const elsewhere = attempt(() => store.commit(change([rewrite(store, "../else/where.md", "z\n")])));
    expect(elsewhere).toMatchObject({
      code: "blocked",
      message: expect.stringContaining("there is no folder"),
    });
    expect(
      attempt(() => open({ ...folder, path: join(folder.path, "no") }).commit(change([]))),
    ).toMatchObject({ code: "missing" });
  });
});

describe("what is no text", () => {
  test.each<[string, Uint8Array, RegExp]>([
    ["UTF-16 with a mark", Buffer.from("\ufeff# a\n", "utf16le"), /UTF-16/],
    ["UTF-16 without one", Buffer.from("# Now and more\n", "utf16le"), /UTF-16/],
    ["a binary", Buffer.from([0x89, 0x50, 10, 0, 0, 1, 2]), /NUL/],
    ["10 MB and a byte", Buffer.alloc(10 * 1024 * 1024 + 1, 97), /larger than 10 MB/],
  ])("%s is invalid, with its place", (_, bytes, sentence) => {
    const folder = makeFolder({ "home/x.md": bytes });
    const problem = attempt(() => open(folder).read("x.md"));
    expect(problem).toMatchObject({
      code: "invalid",
      message: expect.stringMatching(sentence),
      at: { file: "x.md" },
    });
  });

  test("what may not be read is blocked, in the person's language", () => {
    const folder = makeFolder({ "home/x.md": "a" });
    const disk = failingDisk("EACCES", ({ name }) => name === "readFile");
    const store = openStore(join(folder.path, "home"), { env: folder.env, tongue: "zh", disk });
    expect(attempt(() => store.read("x.md"))).toMatchObject({
      code: "blocked",
      message: "你没有权限访问 x.md。",
    });
  });
});

describe("private files", () => {
  test("nothing private is written into a page's repository", () => {
    const folder = makeHome("plain");
    folder.put("blog/.git/HEAD", "");
    symlinkSync("../blog/now", join(folder.path, "home/days"));
    const store = open(folder);
    expect(attempt(() => store.commit(change([rewrite(store, "days/2021-09-13.md", "x\n")])))).toMatchObject({
      code: "blocked",
    });
    store.commit(archiving(store));

    // A home inside the blog is refused whole: its journal is private too.
    folder.put("blog/home/nunc.yaml", "page: ../now/index.md\n");
    const inside = openStore(join(folder.path, "blog/home"), { env: folder.env });
    const page = inside.read("../now/index.md")!;
    const touch = change([{ file: page.file, hash: page.hash, patches: [{ from: 0, to: 0, insert: "x" }] }]);
    expect(attempt(() => inside.commit(touch))).toMatchObject({
      code: "blocked",
      message: expect.stringContaining("private"),
    });
    expect(readdirSync(join(folder.path, "blog/home"))).toEqual(["nunc.yaml"]);
  });

  test("a home that is its own repository may hold the page, unless a site is built from it", () => {
    const folder = makeFolder({ "home/nunc.yaml": "", "home/now.md": "# a\n", "home/.git/HEAD": "" });
    const store = open(folder);
    store.commit(change([rewrite(store, "days/2021-09-13.md", "x\n"), rewrite(store, "now.md", "# a\nb\n")]));
    folder.put("home/hugo.toml", "");
    expect(attempt(() => store.commit(change([rewrite(store, "days/2021-09-14.md", "x\n")])))).toMatchObject({
      code: "blocked",
    });
  });
});

describe("the journal", () => {
  test("a torn last line is skipped, and does not swallow the next", () => {
    const folder = makeFolder({ "home/now.md": "a\n" });
    const store = open(folder);
    store.commit(change([rewrite(store, "now.md", "a\nb\n")]));
    const [file] = readdirSync(join(folder.path, "home/journal"));
    expect(file).toMatch(/^2021-09-13\.[a-z0-9-]+\.jsonl$/);
    const path = `home/journal/${file}`;
    folder.put(path, `${folder.get(path)}{"v":1,"id":"x","files":[{"fi`);
    store.commit(change([rewrite(store, "now.md", "a\nb\nc\n")]));
    expect(open(folder).journal().length).toBe(2);
    expect(folder.get(path).split("\n").length).toBe(6);
  });

  test("a clock that is set back reorders nothing", () => {
    const folder = makeFolder();
    const clock = makeClock("2021-09-13T02:00:00.000Z");
    const store = openStore(join(folder.path, "home"), { env: folder.env, clock });
    for (const [at, name] of [
      ["2021-09-13T02:00:00.000Z", "a"],
      ["2021-09-12T23:00:00.000Z", "b"],
      ["2021-09-14T00:00:00.000Z", "c"],
      ["2020-01-01T00:00:00.000Z", "d"],
    ] as const) {
      clock.set(at);
      store.commit(change([rewrite(store, `${name}.md`, name)]));
    }
    expect(store.journal().map(({ files }) => files[0]!.file)).toEqual(["a.md", "b.md", "c.md", "d.md"]);
    expect(store.journal(2).map(({ files }) => files[0]!.file)).toEqual(["c.md", "d.md"]);
  });

  test("devices are merged by time, and only the own one's last change is finished", () => {
    const folder = makeFolder({ "home/now.md": "a\n" });
    const clock = makeClock();
    const store = openStore(join(folder.path, "home"), { env: folder.env, clock });
    store.commit(change([rewrite(store, "a.md", "a")]));
    const line = (id: string, at: string) =>
      JSON.stringify({ v: 1, id, at, action: "x", summary: "", files: [], undoes: null, redoes: null });
    const other = "home/journal/2021-09-13.phone-aaaa.jsonl";
    folder.put(
      other,
      `${line("p1", "2021-09-13T01:00:00Z")}\n${JSON.stringify({ v: 1, id: "p1", end: "finished" })}\n${line("p2", "2021-09-13T03:00:00Z")}\n`,
    );
    expect(
      open(folder)
        .journal()
        .map(({ id }) => id.slice(0, 2)),
    ).toEqual(["p1", "20"]);
    expect(folder.get(other).split("\n").length).toBe(4);
  });

  test("records larger than a piece are read from the end", () => {
    const folder = makeFolder();
    const store = open(folder);
    const long = "一行很长的文字\n".repeat(20_000);
    for (const name of ["a", "b", "c"]) store.commit(change([rewrite(store, `${name}.md`, name + long)]));
    expect(store.journal(2).map(({ files }) => files[0]!.patches[0]!.insert.length)).toEqual([
      long.length + 1,
      long.length + 1,
    ]);
  });
});

describe("the lock", () => {
  const lockOf = (folder: Folder): string => join(folder.path, "home/.nunc/lock");
  const write = (folder: Folder): unknown =>
    attempt(() =>
      open(folder).commit(change([{ file: "x.md", hash: null, patches: [{ from: 0, to: 0, insert: "x" }] }])),
    );
  const holder = (more: object): string =>
    JSON.stringify({
      pid: process.pid,
      thread: 0,
      host: hostname(),
      started: null,
      at: Date.now(),
      token: "t",
      ...more,
    });

  test("of a living process is waited for, then named", async () => {
    const folder = makeFolder({ "home/.nunc/lock": "" });
    const child = spawn("sleep", ["30"], { stdio: "ignore" });
    await new Promise((resolve) => child.once("spawn", resolve));
    try {
      writeFileSync(lockOf(folder), holder({ pid: child.pid, at: Date.now() - 3_000 }));
      expect(write(folder)).toMatchObject({
        code: "blocked",
        message: `Another nunc (pid ${child.pid}) has been writing to this home for 3 s.`,
      });
      // The pid was given to another process since.
      writeFileSync(lockOf(folder), holder({ pid: child.pid, started: "another boot:1" }));
      expect(write(folder)).toBeNull();
    } finally {
      child.kill("SIGKILL");
    }
  });

  test.each<[string, string, number, boolean]>([
    ["a dead process", holder({ pid: 2 ** 22 + 1 }), 0, true],
    ["this thread, which is not writing", holder({ thread: 0 }), 0, true],
    ["another machine, fresh", holder({ host: "elsewhere", pid: 1 }), 0, false],
    ["another machine, old", holder({ host: "elsewhere", pid: 1 }), 600, true],
    ["nobody, fresh", "", 0, false],
    ["nobody, old", '{"pid', 60, true],
  ])("of %s", (_, content, ageS, isBroken) => {
    const folder = makeFolder({ "home/.nunc/lock": content });
    const then = Date.now() / 1000 - ageS;
    utimesSync(lockOf(folder), then, then);
    expect(write(folder) === null).toBe(isBroken);
    expect(readdirSync(join(folder.path, "home/.nunc"))).toEqual(isBroken ? [] : ["lock"]);
  });
});

describe("processes", () => {
  const child = (args: string[], folder: Folder): ChildProcess =>
    spawn(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", join(import.meta.dirname, "home-writer.ts"), ...args],
      {
        env: { ...process.env, ...folder.env },
        stdio: ["ignore", "inherit", "inherit"],
      },
    );
  const ended = (one: ChildProcess): Promise<string> =>
    new Promise((resolve) => one.once("exit", (code, signal) => resolve(signal ?? String(code))));

  test("two writers at once never lose an edit", async () => {
    const folder = makeFolder({ "home/now.md": "# Now\n", "home/inbox.md": "" });
    const root = join(folder.path, "home");
    const names = ["a", "b", "c"];
    expect(await Promise.all(names.map((name) => ended(child(["add", root, name, "25"], folder))))).toEqual([
      "0",
      "0",
      "0",
    ]);
    for (const file of ["home/now.md", "home/inbox.md"]) {
      const lines = folder
        .get(file)
        .split("\n")
        .filter((line) => line.startsWith("- "));
      const wanted = names.flatMap((name) => Array.from({ length: 25 }, (_, index) => `- ${name} ${index}`));
      expect(lines.sort()).toEqual(wanted.sort());
    }
    const store = open(folder);
    expect(store.journal().length).toBe(75);
    expect(readdirSync(root).sort()).toEqual(["inbox.md", "journal", "now.md", ".nunc"].sort());
  }, 60_000);

  test("a writer that is killed for real leaves whole files, and the next one goes on", async () => {
    const steps = countSteps(commitAll, "plain").length;
    for (let at = 8; at < steps - 12; at += 30) {
      const folder = makeHome("plain");
      const { before, after } = states(folder, "plain");
      expect(await ended(child(["die", join(folder.path, "home"), String(at)], folder))).toBe("SIGKILL");
      const store = open(folder);
      const now = folder.files();
      expect([before, after], `SIGKILL at ${at}`).toContainEqual(now);
      store.commit(change([rewrite(store, "inbox.md", "next\n")]));
    }
  }, 60_000);
});

test("the made-up kill is not taken for an answer of the disk", () => {
  const folder = makeHome("plain");
  expect(attempt(() => commitAll(folder, dyingDisk(20)))).not.toBeNull();
  expect(new Killed()).toBeInstanceOf(Error);
});
