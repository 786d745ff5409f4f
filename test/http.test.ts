// The server from both ends: what a browser of this person may do, what any other page or machine may not, and that what
// was asked is what stands in the file.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Snapshot } from "../src/actions/index.ts";
import type { Instant } from "../src/base/index.ts";
import { type Clock, DEFAULT_CONFIG } from "../src/domain/index.ts";
import { type Served, serve } from "../src/faces/http/index.ts";
import { type FakeStore, fakeStore } from "./fake-store.ts";

const PAGE =
  "## Learning\n\n- Redis\n- eBPF <script>alert(1)</script>\n\n## Log\n\n### 2021-09-01\n\n- began\n";
const clock: Clock = { now: () => "2021-09-13T02:00:00Z" as Instant, zone: () => "UTC" };
const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

interface Page {
  served: Served;
  /** Folder of the built app. */
  web: string;
  store: FakeStore;
  logged: string[];
  changed: (files: readonly string[]) => void;
  /** With cookie and headers of the app, unless told otherwise. */
  ask(
    path: string,
    options?: {
      method?: string;
      body?: unknown;
      headers?: Record<string, string | undefined>;
      cookie?: boolean;
    },
  ): Promise<Answer>;
  state(): Promise<Snapshot>;
  act(action: string, input: unknown, more?: object): Promise<Answer>;
}

async function start(files: Record<string, string> = { "now.md": PAGE }): Promise<Page> {
  const web = mkdtempSync(join(tmpdir(), "nunc-web-"));
  mkdirSync(join(web, "assets"));
  writeFileSync(join(web, "index.html"), "<!doctype html><title>nunc</title>");
  writeFileSync(join(web, "assets", "app-abc.js"), "1");
  writeFileSync(join(web, "..", "secret.txt"), "secret");
  ends.push(() => rmSync(web, { recursive: true, force: true }));
  const store = fakeStore(files);
  const logged: string[] = [];
  let changed = (_files: readonly string[]): void => {};
  const served = await serve({
    version: "1.2.3",
    world: () => ({ store, clock, config: DEFAULT_CONFIG }),
    outside: {},
    webFolder: web,
    log: (line) => logged.push(line),
    watch: (listener) => {
      changed = listener;
      return () => {};
    },
  });
  ends.push(() => served.close());
  const ask: Page["ask"] = (path, { method = "GET", body, headers = {}, cookie = true } = {}) => {
    const all: Record<string, string | undefined> = {
      host: `127.0.0.1:${served.port}`,
      ...(cookie && { cookie: `nunc_${served.port}=${served.token}` }),
      ...(method === "POST" && { "content-type": "application/json", "x-nunc": "1" }),
      ...headers,
    };
    return send(
      served.port,
      path,
      method,
      body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
      all,
    );
  };
  return {
    served,
    web,
    store,
    logged,
    changed: (files) => changed(files),
    ask,
    state: async () => JSON.parse((await ask("/api/state")).text) as Snapshot,
    act: (action, input, more = {}) => ask("/api/act", { method: "POST", body: { action, input, ...more } }),
  };
}

function send(
  port: number,
  path: string,
  method: string,
  body: string | null,
  headers: Record<string, string | undefined>,
): Promise<Answer> {
  const given = Object.fromEntries(
    Object.entries(headers).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers: given }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, text }));
    });
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });
}

const errorOf = (answer: Answer) =>
  (
    JSON.parse(answer.text) as {
      error: { code: string; message: string; hint: string | null; data: unknown };
    }
  ).error;

test("the address with the token becomes a cookie that scripts cannot read", async () => {
  const { served, ask } = await start();
  expect(served.url).toBe(`http://127.0.0.1:${served.port}/?token=${served.token}`);
  const first = await ask(`/?token=${served.token}`, { cookie: false });
  expect([first.status, first.headers.location]).toEqual([302, "/"]);
  const cookie = String(first.headers["set-cookie"]);
  expect(cookie).toMatch(/^nunc_\d+=[\w-]{32}; /);
  expect(cookie).toContain("HttpOnly");
  expect(cookie).toContain("SameSite=Strict");
  const page = await ask("/", { cookie: false, headers: { cookie: cookie.split(";")[0] } });
  expect([page.status, page.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
});

test.each([
  ["no token", 401, { cookie: false }],
  ["a wrong token", 401, { cookie: false, headers: { cookie: "nunc=x" } }],
  ["another host", 403, { headers: { host: "evil.example" } }],
  ["another port in the host", 403, { headers: { host: "127.0.0.1:1" } }],
  ["another origin", 403, { headers: { origin: "https://evil.example" } }],
  ["the origin of a file", 403, { headers: { origin: "null" } }],
] as const)("%s is refused", async (_, status, options) => {
  const { ask } = await start();
  for (const path of ["/api/state", "/", "/api/events"]) {
    const answer = await ask(path, options);
    expect([path, answer.status]).toEqual([path, status]);
    expect(answer.text).not.toContain("Redis");
  }
  const wrong = await ask("/?token=guess", { cookie: false });
  expect(wrong.status).toBe(401);
});

test.each([
  ["without X-Nunc", { "x-nunc": undefined }],
  ["as a form would", { "content-type": "text/plain" }],
  ["from another site", { "sec-fetch-site": "cross-site" }],
])("a post %s is refused and changes nothing", async (_, headers) => {
  const { ask, store } = await start();
  const answer = await ask("/api/act", {
    method: "POST",
    body: { action: "done", input: { items: ["Redis"] } },
    headers,
  });
  expect(answer.status).toBe(403);
  expect(store.text("now.md")).toBe(PAGE);
});

test("every answer carries the policy that lets no script of a page run", async () => {
  const { ask } = await start();
  for (const answer of [
    await ask("/"),
    await ask("/api/state"),
    await ask("/nowhere"),
    await ask("/", { cookie: false }),
  ]) {
    const policy = String(answer.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer.headers["referrer-policy"]).toBe("no-referrer");
  }
});

test("files of the app: types, caching, and no way out of the folder", async () => {
  const { ask } = await start();
  const script = await ask("/assets/app-abc.js");
  expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  expect(script.headers["cache-control"]).toContain("immutable");
  expect((await ask("/")).headers["cache-control"]).toBe("no-cache");
  for (const path of [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "//etc/passwd",
    "/assets/",
  ]) {
    const answer = await ask(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.text).not.toContain("secret\n");
  }
});

test("an app that is built again under the server is served as it is now", async () => {
  const { ask, web } = await start();
  writeFileSync(join(web, "assets", "app-def.js"), "2");
  rmSync(join(web, "assets", "app-abc.js"));
  expect((await ask("/assets/app-def.js")).text).toBe("2");
  expect((await ask("/assets/app-abc.js")).status).toBe(404);
});

test("an act changes the file and answers with the new state; a dry run only shows it", async () => {
  const { act, store, state } = await start();
  expect((await state()).pages[0]!.items.map(({ path, state: is }) => [path, is])).toEqual([
    ["Redis", "open"],
    ["eBPF alert(1)", "open"],
  ]);
  const dry = JSON.parse((await act("done", { items: ["Redis"] }, { dryRun: true })).text);
  expect(dry.diff).toContain("+- Redis - done");
  expect(store.text("now.md")).toBe(PAGE);
  const done = JSON.parse((await act("done", { items: ["Redis"] })).text) as {
    summary: string;
    state: Snapshot;
  };
  expect(done.summary).toContain("Redis");
  expect(done.state.pages[0]!.items[0]!.state).toBe("done");
  expect(done.state.undo).toBe(done.summary);
  expect(store.text("now.md")).toContain("- Redis - done\n");
});

test("errors have the statuses of their kinds, and no stack trace", async () => {
  const { act, ask, logged, store } = await start();
  const cases: [Answer, number, string][] = [
    [await act("done", { items: ["nothing"] }), 404, "missing"],
    [await act("dance", {}), 400, "usage"],
    [await act("done", { items: [{ file: "now.md", line: 3, hash: "x", path: "Gone" }] }), 409, "conflict"],
    [await ask("/api/act", { method: "POST", body: "{" }), 400, "usage"],
    [await ask("/api/act", { method: "POST", body: "[]" }), 400, "usage"],
    [await ask("/api/nothing"), 404, "missing"],
    [await act("init", {}), 400, "usage"],
  ];
  for (const [answer, status, code] of cases) {
    expect([answer.status, errorOf(answer).code]).toEqual([status, code]);
    expect(errorOf(answer).message).toMatch(/\.$/);
    expect(answer.text).not.toMatch(/\bat \w+.*\.ts/);
  }
  expect(logged).toEqual([]);
  store.commit = () => {
    throw new Error("secret detail");
  };
  const broken = await act("done", { items: ["Redis"] });
  expect([broken.status, errorOf(broken).code]).toEqual([500, "internal"]);
  expect(broken.text).not.toContain("secret detail");
  expect(logged.join()).toContain("secret detail");
  expect((await ask("/api/state")).status).toBe(200);
});

test("messages come in the language of the browser", async () => {
  const { ask } = await start();
  const body = { action: "done", input: { items: ["nothing"] } };
  const zh = await ask("/api/act", {
    method: "POST",
    body,
    headers: { "accept-language": "zh-CN,zh;q=0.9" },
  });
  expect(errorOf(zh).message).toContain("没有条目");
  expect(errorOf(await ask("/api/act?lang=zh", { method: "POST", body })).message).toContain("没有条目");
});

test("a save merges with what another editor wrote, and loses neither where they clash", async () => {
  const { ask, store } = await start();
  store.put("now.md", PAGE.replace("- began", "- began well"));
  const mine = PAGE.replace("- Redis", "- Redis 7");
  const merged = await ask("/api/save", { method: "POST", body: { file: "now.md", base: PAGE, text: mine } });
  expect(merged.status).toBe(200);
  expect(store.text("now.md")).toBe(PAGE.replace("- began", "- began well").replace("- Redis", "- Redis 7"));
  const theirs = store.text("now.md");
  const clash = await ask("/api/save", {
    method: "POST",
    body: { file: "now.md", base: PAGE, text: PAGE.replace("- Redis", "- Valkey") },
  });
  expect(clash.status).toBe(409);
  expect(errorOf(clash)).toMatchObject({
    code: "conflict",
    data: { base: PAGE, theirs, mine: PAGE.replace("- Redis", "- Valkey") },
  });
  expect(store.text("now.md")).toBe(theirs);
  expect(
    (await ask("/api/save", { method: "POST", body: { file: "/etc/hosts", base: "", text: "x" } })).status,
  ).toBe(404);
});

test("windows hear of changes made elsewhere, as whole states", async () => {
  const { served, store, changed } = await start();
  const states = listen(served);
  expect((await states.next()).pages[0]!.items).toHaveLength(2);
  store.put("now.md", PAGE.replace("- Redis\n", "- Redis\n- Valkey\n"));
  changed(["now.md"]);
  expect((await states.next()).pages[0]!.items).toHaveLength(3);
});

test("of what reports rest on and no state holds, windows hear that it has changed", async () => {
  const { served, store, changed } = await start();
  const states = listen(served);
  const { otherChanges, today } = await states.next();
  expect(otherChanges).toBe(0);
  for (const [index, file] of [
    "days/2020-01-02.md",
    "conditions.md",
    "nunc.yaml",
    "reviews/2020-W01.md",
  ].entries()) {
    changed([file]);
    expect((await states.next()).otherChanges).toBe(index + 1);
  }
  // Today and the page are in the state itself.
  store.put("now.md", PAGE.replace("- Redis\n", "- Redis\n- Valkey\n"));
  changed([`days/${today}.md`, "now.md"]);
  expect((await states.next()).otherChanges).toBe(4);
});

test("a body that is too large is refused", async () => {
  const { ask } = await start();
  const answer = await ask("/api/save", {
    method: "POST",
    body: { file: "now.md", base: "", text: "x".repeat(25 * 1024 * 1024) },
  });
  expect([answer.status, errorOf(answer).code]).toEqual([400, "usage"]);
});

test("a port that is taken is told in a sentence", async () => {
  const { served } = await start();
  const again = serve({
    version: "",
    world: () => never(),
    outside: {},
    webFolder: "/nowhere",
    log: () => {},
    port: served.port,
  });
  await expect(again).rejects.toMatchObject({
    code: "blocked",
    message: `Port ${served.port} is taken by another program.`,
  });
});

function never(): never {
  throw new Error("not asked");
}

/** The states that come over the event stream, one at a time. */
function listen(served: Served): { next(): Promise<Snapshot> } {
  const queue: Snapshot[] = [];
  const waiting: ((snapshot: Snapshot) => void)[] = [];
  const headers = { host: `127.0.0.1:${served.port}`, cookie: `nunc_${served.port}=${served.token}` };
  const sent = request({ host: "127.0.0.1", port: served.port, path: "/api/events", headers }, (response) => {
    let buffer = "";
    response.on("error", () => {});
    response.setEncoding("utf8").on("data", (part: string) => {
      buffer += part;
      for (let end = buffer.indexOf("\n\n"); end >= 0; end = buffer.indexOf("\n\n")) {
        const event = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (!event.startsWith("event: state\n")) continue;
        const snapshot = JSON.parse(
          event
            .split("\n")
            .filter((row) => row.startsWith("data: "))
            .map((row) => row.slice(6))
            .join("\n"),
        ) as Snapshot;
        const wake = waiting.shift();
        if (wake === undefined) queue.push(snapshot);
        else wake(snapshot);
      }
    });
  });
  sent.on("error", () => {});
  sent.end();
  ends.push(() => sent.destroy());
  return {
    next: () =>
      new Promise((resolve, reject) => {
        const known = queue.shift();
        if (known !== undefined) return resolve(known);
        waiting.push(resolve);
        setTimeout(() => reject(new Error("no event came")), 5000).unref();
      }),
  };
}
