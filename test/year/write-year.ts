// A generated year on the disk: its files, and the page's history as commits of a git repository in the home.
// By hand: node test/year/write-year.ts SEED FOLDER [YEARS]   (with YEARS the same person for so long)

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeYear, type Revision, type Year } from "./make-year.ts";
import { manyYears } from "./odd-years.ts";

export function writeYear(year: Pick<Year, "files" | "pageHistory">, folder: string): void {
  for (const [name, text] of Object.entries(year.files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  if (year.pageHistory.length > 0) writeHistory(folder, year.pageHistory);
}

/** One `git fast-import` for all commits: the page alone, under the name now.md. */
function writeHistory(folder: string, revisions: readonly Revision[]): void {
  const git = (args: string[], input?: string): void =>
    void execFileSync("git", args, { cwd: folder, input, stdio: ["pipe", "ignore", "ignore"] });
  git(["init", "--quiet", "--initial-branch=main"]);
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const stream = revisions.map(({ at, text, message }) => {
    const seconds = Math.floor(Date.parse(at) / 1000);
    const offset = at.slice(-6).replace(":", "");
    const who = `Someone <someone@example.org> ${seconds} ${offset}`;
    return `commit refs/heads/main\ncommitter ${who}\n${data(message)}M 100644 inline now.md\n${data(text)}`;
  });
  git(["fast-import", "--quiet"], stream.join(""));
  git(["reset", "--quiet"]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [seed = "1", folder, years] = process.argv.slice(2);
  if (folder === undefined) {
    console.error("node test/year/write-year.ts SEED FOLDER [YEARS]");
    process.exit(2);
  }
  const one = makeYear(seed);
  const year = years === undefined ? one : manyYears(seed, one.year, Number(years));
  writeYear(year, folder);
  writeFileSync(join(folder, "planted.json"), `${JSON.stringify(year.planted, null, 2)}\n`);
  console.log(
    `${Object.keys(year.files).length} files, ${year.pageHistory.length} revisions, now ${year.now}`,
  );
}
