// The history of a page out of real repositories: renames, branches and merges, archives, shallow clones, and repositories
// whose own configuration would run commands.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { PageHistory } from "../src/domain/index.ts";
import { openPageHistory, openTextCache } from "../src/home/index.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A repository that is filled step by step; each commit is a day later. */
class Repo {
  readonly folder = mkdtempSync(join(tmpdir(), "nunc-history-"));
  private day = 0;

  constructor() {
    folders.push(this.folder);
    this.git("init", "-q", "-b", "main");
  }

  git(...args: string[]): string {
    const at = `2021-09-${String(Math.max(1, this.day)).padStart(2, "0")}T08:00:00+08:00`;
    const env = {
      PATH: process.env.PATH,
      HOME: this.folder,
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_DATE: at,
      GIT_CONFIG_NOSYSTEM: "1",
    };
    const who = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
    return execFileSync("git", [...who, ...args], {
      cwd: this.folder,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  }

  write(files: Record<string, string>): void {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, file)), { recursive: true });
      writeFileSync(join(this.folder, file), text);
    }
  }

  commit(files: Record<string, string> = {}): string {
    this.day++;
    this.write(files);
    this.git("add", "-A");
    this.git("commit", "-q", "--allow-empty", "-m", `day ${this.day}`);
    return this.git("rev-parse", "HEAD");
  }

  history(path = "now.md", archives = ["history/{year}.md"]): PageHistory {
    return openPageHistory({ repo: this.folder, path, archives, env: process.env, cwd: "/", tongue: "en" })!;
  }
}

const page = (...items: string[]): string =>
  `# Learning\n\n${items.map((item) => `- ${item}\n`).join("")}\n${"Some words that stay. ".repeat(20)}\n`;

function textsOf(history: PageHistory): string[] {
  const texts = new Map<string, string>();
  history.read(
    [...new Set(history.revisions.flatMap(({ files }) => files.map(({ blob }) => blob)))],
    (blob, text) => texts.set(blob, text),
  );
  return history.revisions.map(({ files }) => (files[0] === undefined ? "" : texts.get(files[0].blob)!));
}

test("every commit that changed the page, with the committer's date and offset, and no other", () => {
  const repo = new Repo();
  const first = repo.commit({ "now.md": page("a"), "other.md": "x" });
  repo.commit({ "other.md": "y" });
  const second = repo.commit({ "now.md": page("a", "b") });
  const { revisions, isShallow } = repo.history();
  expect(revisions.map(({ sha }) => sha)).toEqual([first, second]);
  expect(revisions.map(({ at }) => at)).toEqual(["2021-09-01T08:00:00+08:00", "2021-09-03T08:00:00+08:00"]);
  expect(revisions.map(({ parents }) => parents)).toEqual([[], [0]]);
  expect(isShallow).toBe(false);
  expect(textsOf(repo.history())).toEqual([page("a"), page("a", "b")]);
});

test("renames are followed, twice, also where the old name is used again", () => {
  const repo = new Repo();
  repo.commit({ "old.md": page("a") });
  repo.git("mv", "old.md", "content.md");
  repo.commit();
  repo.commit({ "content.md": page("a", "b"), "old.md": "something else\n" });
  mkdirSync(join(repo.folder, "content/now"), { recursive: true });
  repo.git("mv", "content.md", "content/now/index.md");
  repo.commit({ "content/now/index.md": page("a", "b", "c") });
  repo.commit({ "old.md": "still something else\n" });
  const history = repo.history("content/now/index.md");
  expect(history.revisions.map(({ files }) => files[0]!.file)).toEqual([
    "old.md",
    "content.md",
    "content.md",
    "content/now/index.md",
  ]);
  expect(textsOf(history).at(-1)).toBe(page("a", "b", "c"));
});

test("branches and merges keep their shape; a branch that still had the old name is part of it", () => {
  const repo = new Repo();
  const base = repo.commit({ "old.md": page("a") });
  repo.git("checkout", "-q", "-b", "side");
  const side = repo.commit({ "old.md": page("a", "from the side") });
  repo.git("checkout", "-q", "main");
  repo.git("mv", "old.md", "now.md");
  const renamed = repo.commit();
  const main = repo.commit({ "now.md": page("from main", "a") });
  repo.git("merge", "-q", "--no-commit", "side");
  const merge = repo.commit({ "now.md": page("from main", "a", "from the side") });
  const { revisions } = repo.history();
  const at = (sha: string): number => revisions.findIndex((one) => one.sha === sha);
  expect(revisions.map(({ sha }) => sha).sort()).toEqual([base, side, renamed, main, merge].sort());
  expect(revisions[at(merge)]!.parents.sort()).toEqual([at(main), at(side)].sort());
  expect(revisions.at(-1)!.sha).toBe(merge);
  for (const [index, { parents }] of revisions.entries())
    for (const parent of parents) expect(parent).toBeLessThan(index);
});

test("a page that was deleted and came again; histories with two beginnings", () => {
  const repo = new Repo();
  repo.commit({ "now.md": page("a") });
  repo.git("rm", "-q", "now.md");
  repo.commit({ "other.md": "x" });
  repo.commit({ "now.md": page("a") });
  expect(textsOf(repo.history())).toEqual([page("a"), "", page("a")]);
});

test("archives of the page stand in each revision", () => {
  const repo = new Repo();
  repo.commit({ "content/now.md": page("a", "b") });
  repo.commit({ "content/now.md": page("b"), "content/history/2020.md": page("a") });
  const { revisions } = repo.history("content/now.md");
  expect(revisions.map(({ files }) => files.map(({ file, isArchive }) => `${file} ${isArchive}`))).toEqual([
    ["content/now.md false"],
    ["content/now.md false", "content/history/2020.md true"],
  ]);
});

test("archives beside the page's folder, in a page bundle, and outside the repository", () => {
  const repo = new Repo();
  repo.commit({ "content/now/index.md": page("a"), "content/history/2020/index.md": page("b") });
  const { revisions } = repo.history("content/now/index.md", [
    "../history/{year}/index.md",
    "../../../{year}.md",
    "/nowhere/{year}.md",
  ]);
  expect(revisions[0]!.files.map(({ file }) => file)).toEqual([
    "content/now/index.md",
    "content/history/2020/index.md",
  ]);
});

test("a shallow clone says so", () => {
  const repo = new Repo();
  repo.commit({ "now.md": page("a") });
  repo.commit({ "now.md": page("b") });
  const clone = mkdtempSync(join(tmpdir(), "nunc-shallow-"));
  folders.push(clone);
  execFileSync("git", ["clone", "-q", "--depth", "1", `file://${repo.folder}`, join(clone, "c")]);
  const history = openPageHistory({
    repo: join(clone, "c"),
    path: "now.md",
    archives: ["history/{year}.md"],
    env: process.env,
    cwd: "/",
    tongue: "en",
  })!;
  expect([history.isShallow, history.revisions.length]).toEqual([true, 1]);
});

test("a repository's configuration runs nothing", () => {
  const repo = new Repo();
  repo.commit({ "now.md": page("a"), ".gitattributes": "*.md diff=evil filter=evil\n" });
  repo.git("mv", "now.md", "page.md");
  repo.commit({ "page.md": page("a", "b") });
  const trap = join(repo.folder, "trap");
  const command = `touch ${trap}; cat`;
  for (const key of [
    "core.pager",
    "core.fsmonitor",
    "diff.external",
    "diff.evil.textconv",
    "diff.evil.command",
    "filter.evil.smudge",
    "core.sshCommand",
    "pager.log",
    "gpg.program",
    "core.askPass",
    "core.editor",
  ])
    repo.git("config", key, command);
  repo.git("config", "log.showSignature", "true");
  repo.git("config", "alias.rev-list", `!${command}`);
  repo.git("config", "core.hooksPath", join(repo.folder, "hooks"));
  expect(textsOf(repo.history("page.md"))).toHaveLength(2);
  expect(existsSync(trap)).toBe(false);
});

test("what is not there is said: no repository, no such file, no commits", () => {
  const repo = new Repo();
  expect(() => repo.history()).toThrow(/no commits/);
  repo.commit({ "other.md": "x" });
  expect(() => repo.history()).toThrow(/now\.md/);
  expect(() => repo.history("../outside.md")).toThrow(/outside/);
  const empty = mkdtempSync(join(tmpdir(), "nunc-none-"));
  folders.push(empty);
  const ask = (repo: string | null) =>
    openPageHistory({
      repo,
      path: join(empty, "now.md"),
      archives: ["history/{year}.md"],
      env: process.env,
      cwd: "/",
      tongue: "en",
    });
  expect(() => ask(empty)).toThrow(/no git repository/);
  expect(ask(null)).toBe(null);
});

test("a cache that cannot be written is no error", () => {
  const folder = mkdtempSync(join(tmpdir(), "nunc-cache-"));
  folders.push(folder);
  const cache = openTextCache(join(folder, "deep"));
  expect(cache.read("a/b")).toBe(null);
  cache.write("a/b", "text");
  expect(cache.read("a/b")).toBe("text");
  writeFileSync(join(folder, "file"), "");
  // Names that no file name can hold are different files all the same.
  for (const name of ["past-此刻.md", "past-书单.md", "past-a/b.md", "past-a_b.md"]) cache.write(name, name);
  for (const name of ["past-此刻.md", "past-书单.md", "past-a/b.md", "past-a_b.md"])
    expect(cache.read(name)).toBe(name);
  expect(() => openTextCache(join(folder, "file")).write("x", "y")).not.toThrow();
});
