// What is told while the server runs: each notice once, at its time, by the desktop unless a window does it.

import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import type { NoticeJson } from "../src/actions/index.ts";
import { dueNotices, startTelling } from "../src/faces/http/teller.ts";
import { findNotify } from "../src/home/index.ts";

afterEach(() => {
  vi.useRealTimers();
});

const at = "2021-09-13T11:00+08:00";
const due = Date.parse(at);
const notice: NoticeJson = {
  key: "block a",
  kind: "block",
  at,
  title: "Kubernetes ends",
  text: "Then a break.",
};

test("a notice is due from its minute on, for five minutes", () => {
  expect(dueNotices([notice], due - 1)).toEqual([]);
  expect(dueNotices([notice], due)).toEqual([notice]);
  expect(dueNotices([notice], due + 5 * 60_000 - 1)).toEqual([notice]);
  expect(dueNotices([notice], due + 5 * 60_000)).toEqual([]);
});

test("each is told once, not where a window tells it, and a failure to read does not end the telling", () => {
  vi.useFakeTimers();
  const told: string[] = [];
  const logged: string[] = [];
  let now = due - 60_000;
  let heard = false;
  let broken = false;
  let notices = [notice];
  const end = startTelling({
    notices: () => {
      if (broken) throw new Error("unreadable");
      return notices;
    },
    now: () => now,
    notify: (title) => told.push(title),
    isHeard: () => heard,
    log: (line) => logged.push(line),
    everyMs: 1000,
  });
  vi.advanceTimersByTime(3000);
  expect(told).toEqual([]);
  now = due;
  broken = true;
  vi.advanceTimersByTime(1000);
  expect([told, logged]).toEqual([[], ["Error: unreadable"]]);
  broken = false;
  vi.advanceTimersByTime(5000);
  expect(told).toEqual(["Kubernetes ends"]);
  notices = [{ ...notice, key: "block b", title: "Raft ends" }];
  heard = true;
  vi.advanceTimersByTime(1000);
  heard = false;
  vi.advanceTimersByTime(5000);
  expect(told).toEqual(["Kubernetes ends"]);
  end();
  notices = [{ ...notice, key: "block c" }];
  vi.advanceTimersByTime(5000);
  expect(told).toHaveLength(1);
});

test("a desktop gets title and text as arguments, whatever they hold; without one there is none", async () => {
  const bin = mkdtempSync(join(tmpdir(), "nunc-bin-"));
  const out = join(bin, "said");
  for (const name of ["notify-send", "osascript"]) {
    writeFileSync(
      join(bin, name),
      `#!/bin/sh\nprintf '%s\\n' "$@" > "${out}.part"\nmv "${out}.part" "${out}"\n`,
    );
    chmodSync(join(bin, name), 0o755);
  }
  const title = '"; rm -rf $HOME `x` --help';
  for (const [platform, env] of [
    ["linux", { PATH: `${bin}:/usr/bin:/bin`, DISPLAY: ":0" }],
    ["darwin", { PATH: `${bin}:/usr/bin:/bin` }],
  ] as const) {
    findNotify(env, platform)!(title, "-text");
    await vi.waitFor(() => expect(existsSync(out)).toBe(true), 5000);
    expect(readFileSync(out, "utf8").split("\n").slice(-3)).toEqual([title, "-text", ""]);
    rmSync(out);
  }
  expect(findNotify({ PATH: bin }, "linux")).toBeNull();
  expect(findNotify({ PATH: bin, DISPLAY: ":0", SSH_CONNECTION: "1" }, "linux")).toBeNull();
  expect(findNotify({ PATH: "/nowhere", WAYLAND_DISPLAY: "w" }, "linux")).toBeNull();
  rmSync(bin, { recursive: true, force: true });
});
