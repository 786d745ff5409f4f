// Run as a process of its own by home-faults.test.ts: `add ROOT NAME COUNT` adds lines to two files, again and again,
// and reads anew after a conflict; `die ROOT STEP` archives, and is killed at a step.

import { AppError } from "../src/base/index.ts";
import { type Disk, openStore, realDisk } from "../src/home/index.ts";

const [what, root, third, fourth] = process.argv.slice(2) as [string, string, string, string];

function add(name: string, count: number): void {
  const store = openStore(root, { lockWaitMs: 20_000 });
  for (let index = 0; index < count; ) {
    const edits = ["now.md", "inbox.md"].map((file) => {
      const { hash, text } = store.read(file)!;
      return {
        file,
        hash,
        patches: [{ from: text.length, to: text.length, insert: `- ${name} ${index}\n` }],
      };
    });
    try {
      store.commit({ action: "add", summary: `${name} ${index}`, edits });
      index++;
    } catch (problem) {
      if (!(problem instanceof AppError) || problem.code !== "conflict") throw problem;
    }
  }
}

function die(step: number): void {
  let index = 0;
  const disk = new Proxy(realDisk, {
    get: (target, name: keyof Disk) => {
      return (...args: unknown[]): unknown => {
        if (index++ === step) process.kill(process.pid, "SIGKILL");
        return (target[name] as (...args: unknown[]) => unknown)(...args);
      };
    },
  });
  const store = openStore(root, { disk });
  const page = store.read("../blog/now/index.md")!;
  const [from, to] = [page.text.indexOf("### 2020"), page.text.indexOf("### 2021")];
  const inbox = store.read("inbox.md")!;
  const gone = store.read("gone.md")!;
  store.commit({
    action: "archive",
    summary: "Archive",
    allowShrink: true,
    edits: [
      { file: page.file, hash: page.hash, patches: [{ from, to, insert: "" }] },
      {
        file: "../blog/history/2020/index.md",
        hash: null,
        patches: [{ from: 0, to: 0, insert: page.text.slice(from, to) }],
      },
      {
        file: inbox.file,
        hash: inbox.hash,
        patches: [{ from: inbox.text.length, to: inbox.text.length, insert: "- b\n" }],
      },
      {
        file: gone.file,
        hash: gone.hash,
        patches: [{ from: 0, to: gone.text.length, insert: "" }],
        remove: true,
      },
    ],
  });
}

if (what === "add") add(third, Number(fourth));
else die(Number(third));
