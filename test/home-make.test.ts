// Finding and making a home, watching it, and looking it over.

import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { AppError, type LocalDate, type Tongue } from "../src/base/index.ts";
import { readConfig, understandPage } from "../src/domain/index.ts";
import {
  defaultHome,
  doctor,
  findHome,
  homeForPage,
  initHome,
  loadConfig,
  openStore,
  systemClock,
  watchStore,
} from "../src/home/index.ts";
import { parsePage } from "../src/page/index.ts";
import { change, dyingDisk, type Folder, failingDisk, makeFolder, rewrite } from "./home-folder.ts";

const today = "2021-09-13" as LocalDate;

function init(
  folder: Folder,
  name: string,
  page?: string,
  tongue: Tongue = "en",
): ReturnType<typeof initHome> {
  return initHome({ folder: name, page: page ?? null, tongue, today, env: folder.env, cwd: folder.path });
}

function problemOf(run: () => unknown): AppError {
  try {
    run();
  } catch (problem) {
    if (problem instanceof AppError) return problem;
    throw problem;
  }
  throw new Error("nothing was thrown");
}

describe("finding a home", () => {
  test("named, by environment, above the working folder, by default; in this order", async () => {
    const folder = makeFolder({
      "a/nunc.yaml": "",
      "b/nunc.yaml": "",
      "c/nunc.yaml": "",
      "c/x/y.md": "",
      "d/nunc.yaml": "",
    });
    const at = (name: string): string => join(folder.path, name);
    const find = (home: string | null, env: object, cwd: string) =>
      findHome({ home, env: { ...folder.env, ...env }, cwd: at(cwd) });
    folder.put("person/config/nunc/config.yaml", `# mine\nhome: ${at("d")}\n`);
    expect(await find("a", { NUNC_HOME: at("b") }, ".")).toEqual({ root: at("a"), by: "option" });
    expect(await find(null, { NUNC_HOME: "../b" }, "c")).toEqual({ root: at("b"), by: "environment" });
    expect(await find(null, {}, "c/x")).toEqual({ root: at("c"), by: "ancestor" });
    expect(await find(null, {}, ".")).toEqual({ root: at("d"), by: "default" });
    await expect(find("home", {}, ".")).rejects.toMatchObject({
      code: "missing",
      message: `${at("home")} is not a nunc home: it has no nunc.yaml.`,
    });
    folder.put("person/config/nunc/config.yaml", "home: /gone\n");
    await expect(find(null, { LANG: "zh_CN.UTF-8" }, ".")).rejects.toMatchObject({
      code: "missing",
      message: "默认的数据目录 /gone 不在了。",
    });
    folder.put("person/config/nunc/config.yaml", "[");
    expect(await find(null, {}, ".")).toBeNull();
  });

  test("a page without a home gets a private one by its first write", () => {
    const folder = makeFolder({ "blog/now/index.md": "# Now\n", "blog/.git/HEAD": "" });
    const where = { env: folder.env, cwd: folder.path };
    const { root, page, seeds } = homeForPage("blog/now/index.md", where);
    expect(root).toMatch(new RegExp(`^${folder.path}/person/data/nunc/pages/now-[0-9a-f]{8}$`));
    symlinkSync("blog/now/index.md", join(folder.path, "link.md"));
    expect(homeForPage("link.md", where).root.slice(-8)).toBe(root.slice(-8));

    const store = openStore(root, { env: folder.env, seeds });
    expect(loadConfig(store, "en").config.pages).toEqual([page]);
    expect(store.journal()).toEqual([]);
    expect(existsSync(root)).toBe(false);
    const config = store.read("nunc.yaml")!;
    store.commit(
      change([
        rewrite(store, page, "# Now\n\nMore\n"),
        { file: "nunc.yaml", hash: config.hash, patches: [{ from: 0, to: 0, insert: "# x\n" }] },
      ]),
    );
    expect(folder.get("blog/now/index.md")).toBe("# Now\n\nMore\n");
    expect(readdirSync(root).sort()).toEqual([".nunc", "journal", "nunc.yaml"]);
    expect(openStore(root, { env: folder.env, seeds }).journal().length).toBe(1);
  });

  test("a nunc.yaml of a newer version is invalid, with its place", () => {
    const folder = makeFolder({ "home/nunc.yaml": "# a\nversion: 9\n" });
    const store = openStore(join(folder.path, "home"), { env: folder.env });
    expect(problemOf(() => loadConfig(store, "en"))).toMatchObject({
      code: "invalid",
      at: { file: "nunc.yaml", line: 2, column: 10 },
    });
  });
});

describe("making a home", () => {
  test.each(["en", "zh"] as const)(
    "from nothing, in %s: a page that is understood, and a repository of its own",
    (tongue) => {
      const folder = makeFolder();
      const made = init(folder, "new/place", undefined, tongue);
      expect(made).toEqual({
        root: join(folder.path, "new/place"),
        page: join(folder.path, "new/place/now.md"),
        created: [".gitignore", "now.md", "inbox.md", "goals.md", "conditions.md", "nunc.yaml"],
        kept: [],
        isRepository: true,
        isDefault: true,
      });
      const { config, diagnostics } = readConfig(folder.get("new/place/nunc.yaml"), tongue);
      expect([config.pages, diagnostics]).toEqual([["now.md"], []]);
      const view = understandPage(parsePage(folder.get("new/place/now.md"), "now.md", tongue), {
        overrules: config.overrules,
        tongue,
      });
      expect(view.diagnostics).toEqual([]);
      expect(view.items.map(({ role, priority }) => [role, priority])).toEqual([["learning", "high"]]);
      expect(view.log.map(({ from, open }) => [from, open])).toEqual([[today, true]]);
      expect(defaultHome(folder.env)).toBe(made.root);
      // The home's own repository may hold both the page and what is private.
      const store = openStore(made.root, { env: folder.env });
      store.commit(change([rewrite(store, "days/2021-09-13.md", "x\n")]));
      expect(doctor({ root: made.root, tongue, env: folder.env }).filter(({ ok }) => !ok)).toEqual([]);
    },
  );

  test("for a page elsewhere; what is there is kept, and the default stays", () => {
    const folder = makeFolder({
      "blog/now.md": "# Now\n",
      "blog/.git/HEAD": "",
      "notes/inbox.md": "- mine\n",
      "notes/conditions.md": "mine\n",
      "notes/.gitignore": "*.log\r\n",
    });
    folder.put("person/config/nunc/config.yaml", "home: /other # mine\n");
    const made = init(folder, "notes", "blog/now.md");
    expect([made.created, made.kept, made.isDefault]).toEqual([
      ["goals.md", "nunc.yaml"],
      [".gitignore", "inbox.md", "conditions.md"],
      false,
    ]);
    expect(folder.get("notes/conditions.md")).toBe("mine\n");
    expect(folder.get("notes/.gitignore")).toBe("*.log\r\n.nunc/\r\n");
    expect(folder.get("person/config/nunc/config.yaml")).toBe("home: /other # mine\n");
    expect(readConfig(folder.get("notes/nunc.yaml"), "en").config.pages).toEqual([
      join(folder.path, "blog/now.md"),
    ]);
  });

  test("is refused where something private would get into a blog, or something would be lost", () => {
    const folder = makeFolder({
      "blog/.git/HEAD": "",
      "blog/content/now.md": "# Now\n",
      "blog/hugo.toml": "",
      "old/nunc.yaml": "",
      "file.md": "",
    });
    const refusals: [string, string | undefined, string, RegExp][] = [
      ["blog/home", "blog/content/now.md", "usage", /lies in the repository of the page/],
      ["blog", "blog/content/now.md", "usage", /builds a site/],
      ["blog/home", undefined, "usage", /builds a site/],
      ["old", undefined, "usage", /is a nunc home already/],
      ["file.md", undefined, "usage", /is a file/],
      ["new", "none.md", "missing", /There is no page/],
      ["new", "blog", "invalid", /is a folder/],
    ];
    const before = folder.files();
    for (const [name, page, code, sentence] of refusals) {
      expect(
        problemOf(() => init(folder, name, page)),
        name,
      ).toMatchObject({ code, message: expect.stringMatching(sentence) });
    }
    expect(folder.files()).toEqual(before);
    expect(existsSync(join(folder.path, "new"))).toBe(false);
  });
});

describe("watching", () => {
  const watched = (folder: Folder, files: string[], options = {}) => {
    const store = openStore(join(folder.path, "home"), { env: folder.env });
    const calls: string[][] = [];
    const stop = watchStore(store, files, (changed) => calls.push(changed), options);
    onTestFinished(stop);
    const told = async (name: string): Promise<void> =>
      expect.poll(() => calls.flat(), { timeout: 5_000 }).toContain(name);
    return { store, calls, stop, told };
  };
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  test("sees files replaced by rename, by an editor and by nunc, as one call each; and no temporary files", async () => {
    const folder = makeFolder({ "home/now.md": "a\n", "home/inbox.md": "" });
    // Without the poll, so that what is seen comes from the system.
    const { store, calls, told } = watched(folder, ["now.md", "inbox.md", "days/"], { pollMs: 600_000 });
    await pause(120);
    folder.put("home/now.md.new", "b\n");
    renameSync(join(folder.path, "home/now.md.new"), join(folder.path, "home/now.md"));
    await told("now.md");
    calls.length = 0;
    for (const text of ["c\n", "d\n"])
      store.commit(change([rewrite(store, "now.md", text), rewrite(store, "inbox.md", text)]));
    await told("inbox.md");
    await pause(200);
    expect(calls).toEqual([["now.md", "inbox.md"]]);
  });

  test("sees a file behind a link, in a folder that appears later, and one that goes away", async () => {
    const folder = makeFolder({ "blog/now.md": "a\n" });
    symlinkSync("../blog/now.md", join(folder.path, "home/now.md"));
    const { calls, told } = watched(folder, ["now.md", "days/"], { pollMs: 100 });
    await pause(120);
    writeFileSync(join(folder.path, "blog/now.md"), "b\n");
    await told("now.md");
    mkdirSync(join(folder.path, "home/days"));
    folder.put("home/days/2021-09-13.md", "x");
    await told("days/2021-09-13.md");
    calls.length = 0;
    renameSync(join(folder.path, "home/days"), join(folder.path, "elsewhere"));
    await told("days/2021-09-13.md");
  });

  test("stops", async () => {
    const folder = makeFolder({ "home/now.md": "a\n" });
    const { calls, stop } = watched(folder, ["now.md"], { pollMs: 20, debounceMs: 5 });
    await pause(50);
    folder.put("home/now.md", "b\n");
    stop();
    await pause(150);
    expect(calls).toEqual([]);
  });
});

describe("doctor", () => {
  const look = (folder: Folder, more: object = {}) =>
    doctor({ root: join(folder.path, "home"), tongue: "en", env: folder.env, ...more });
  const codes = (findings: ReturnType<typeof look>): string[] =>
    findings.filter(({ ok }) => !ok).map(({ code }) => code);

  test("finds nothing in a good home, and says what it looked at", () => {
    const folder = makeFolder();
    init(folder, "home2");
    const findings = look(folder, { root: join(folder.path, "home2") });
    expect(codes(findings)).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual([
      "node",
      "platform",
      "git",
      "zone",
      "home",
      "lock",
      "config",
      "page",
      "notes",
      "privacy",
      "home-repository",
      "temp-files",
    ]);
  });

  test("names an old Node, an unsupported platform, a missing home", () => {
    const folder = makeFolder();
    expect(codes(look(folder, { root: null, node: "20.20.2", platform: "win32" }))).toEqual([
      "node",
      "platform",
      "no-home",
    ]);
    expect(codes(look(folder, { root: null, node: "22.21.0" }))).toEqual(["node", "no-home"]);
    expect(codes(look(folder, { root: null, node: "26.1.0", platform: "darwin" }))).toEqual(["no-home"]);
  });

  test("names item files whose item stands on no page, with the nearest that has none", () => {
    const folder = makeFolder({ "home/nunc.yaml": "" });
    folder.put("home/now.md", "# Learning\n\n- Kubernetes in production\n- Redis\n");
    folder.put("home/items/redis.md", "---\ntitle: Redis\npin: true\n---\n");
    expect(look(folder).find(({ code }) => code === "items")?.ok).toBe(true);
    folder.put("home/items/kubernetes.md", "---\ntitle: Kubernetes\ndue: 2021-09-30\n---\n");
    folder.put("home/items/zzz.md", "---\ntitle: 完全不同\n---\n");
    const lost = look(folder).filter(({ code }) => code === "item-lost");
    expect(lost.map(({ file, level }) => [file, level])).toEqual([
      ["items/kubernetes.md", "note"],
      ["items/zzz.md", "note"],
    ]);
    expect(lost[0]!.hint).toContain("“Kubernetes in production”");
    expect(lost[1]!.hint).not.toContain("“");
  });

  test("names what is wrong with nunc.yaml and the page, with lines", () => {
    const folder = makeFolder({
      "home/nunc.yaml": "version: 1\narchive: old.md\nzone: Nowhere\npages: [now.md, gone.md, pic.md]\n",
    });
    folder.put("home/now.md", "# Now\n\n## Log\n\n### 2021-02-30\n\n- x\n");
    folder.put("home/pic.md", new Uint8Array([1, 0, 2]));
    const findings = look(folder).filter(({ ok }) => !ok);
    expect(findings.map(({ code, file, line }) => [code, file, line])).toEqual([
      ["config-no-year", "nunc.yaml", 2],
      ["config-unknown-zone", "nunc.yaml", 3],
      [expect.stringContaining("date"), "now.md", 5],
      ["page-missing", "gone.md", undefined],
      ["page-unreadable", "pic.md", undefined],
      ["home-not-a-repository", undefined, undefined],
    ]);
    for (const { hint } of findings.slice(0, 2)) expect(hint).not.toBeNull();
  });

  test("names what is wrong with private notes, with lines; of days only the newest", () => {
    const folder = makeFolder({ "home/nunc.yaml": "", "home/now.md": "# Learning\n\n- Redis\n" });
    expect(look(folder).some(({ code }) => code === "notes")).toBe(false);
    folder.put("home/goals.md", "## Commitments\n\n- weekly 1h: Reflection\n- more sport\n");
    folder.put("home/conditions.md", "## Healthy\n\n- Rested\n  - Detect: the moon\n");
    folder.put("home/items/redis.md", "---\ntitle: Redis\nestimate: 2d\n---\n");
    for (let day = 10; day <= 30; day++)
      for (const month of ["08", "09"])
        folder.put(`home/days/2021-${month}-${day}.md`, "## Plan\n- [ ] 09:00 - 10:00 Redis\n");
    folder.put("home/days/2021-08-11.md", "## Plan\n- [ ] 25:00 - 26:00 Redis\n");
    folder.put("home/days/2021-09-11.md", "## Plan\n- [ ] 25:00 - 26:00 Redis\n");
    folder.put("home/days/readme.md", "no day\n");
    const wrong = look(folder).filter(({ level }) => level === "warning");
    expect(wrong.map(({ file, line }) => [file, line])).toEqual([
      ["goals.md", 4],
      ["conditions.md", 4],
      ["days/2021-09-11.md", 2],
      ["items/redis.md", undefined],
    ]);
    expect(wrong.map(({ code }) => code)).toMatchObject([
      "commitment-unknown",
      "detector-unknown",
      expect.stringMatching(/^day-/),
      "estimate-unknown",
    ]);
  });

  test("names a home and private files in the page's repository", () => {
    const folder = makeFolder({
      "blog/now.md": "# Now\n",
      "blog/home/nunc.yaml": "page: ../now.md\n",
      "blog/home/days/2021-09-13.md": "x\n",
    });
    const git = (...args: string[]): void =>
      void execFileSync("git", args, { cwd: join(folder.path, "blog"), stdio: "ignore" });
    git("init", "-q");
    git("add", ".");
    const findings = look(folder, { root: join(folder.path, "blog/home") }).filter(
      ({ level }) => level === "error",
    );
    expect(findings.map(({ code }) => code)).toEqual(["home-in-page-repository", "private-files-tracked"]);
    expect(findings[1]!.message).toContain("home/days/2021-09-13.md, home/nunc.yaml");
  });

  test("mends what a machine can: nunc.yaml, a lock, the journal, temporary files", () => {
    const folder = makeFolder({
      "home/nunc.yaml": "file: now.md # mine\r\n",
      "home/now.md": "# Now\n",
      "home/inbox.md": "",
    });
    const root = join(folder.path, "home");
    // A kill between two renames: 1 file is new, 1 is not.
    for (let at = 60; !folder.get("home/now.md").includes("more"); at++) {
      const store = openStore(root, { env: folder.env, disk: dyingDisk(at), lockWaitMs: 0 });
      try {
        store.commit(
          change([rewrite(store, "now.md", "# Now\n\nmore\n"), rewrite(store, "inbox.md", "y\n")]),
        );
      } catch {
        if (!folder.get("home/now.md").includes("more")) openStore(root, { env: folder.env });
      }
    }
    writeFileSync(
      join(root, ".nunc/lock"),
      JSON.stringify({ pid: 2 ** 22 + 1, thread: 0, host: hostname(), started: null, at: 0, token: "t" }),
    );
    mkdirSync(join(root, "days"));
    const temp = join(root, "days/.nunc-0123abcd-0.tmp");
    writeFileSync(temp, "half");
    utimesSync(temp, 1, 1);
    const [name] = readdirSync(join(root, "journal"));
    appendFileSync(join(root, "journal", name!), '{"v":1,"id":"torn","fi');

    const expected = [
      "stale-lock",
      "journal-torn",
      "journal-unfinished",
      "config-old",
      "home-not-a-repository",
      "temp-file",
    ];
    expect(codes(look(folder))).toEqual(expected);
    const mended = look(folder, { fix: true });
    expect(mended.filter(({ fixed }) => fixed).map(({ code }) => code)).toEqual([
      "stale-lock",
      "journal-unfinished",
      "config-old",
      "temp-file",
    ]);
    expect(mended.find(({ code }) => code === "journal-unfinished")!.message).toBe(
      "A change was cut off halfway (A test). It was finished.",
    );
    expect(codes(look(folder))).toEqual(["journal-torn", "home-not-a-repository"]);
    expect(folder.get("home/nunc.yaml")).toBe("version: 1\r\npage: now.md # mine\r\n");
    expect([folder.get("home/now.md"), folder.get("home/inbox.md")]).toEqual(["# Now\n\nmore\n", "y\n"]);
  });

  test("names a disk that cannot be written, in the person's language, and never throws", () => {
    const folder = makeFolder({ "home/nunc.yaml": "", "home/now.md": "# 此刻\n" });
    const readOnly = failingDisk(
      "EROFS",
      ({ name, args }) =>
        (name === "open" && args[1] !== "r") || name === "checkWritable" || name === "makeFolder",
    );
    const findings = look(folder, { disk: readOnly, tongue: "zh" });
    expect(codes(findings)).toEqual(["home-not-writable", "page-not-writable", "home-not-a-repository"]);
    expect(findings.find(({ code }) => code === "home-not-writable")!.message).toMatch(/只读/);
    expect(codes(look(folder, { disk: failingDisk("EIO", ({ name }) => name === "readFile") }))).toContain(
      "unreadable",
    );
  });
});

test("the system's clock tells an instant and a zone", () => {
  expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(systemClock.zone().length).toBeGreaterThan(2);
});
