// Who may ask the server, and what it lets a browser do. Asked with bare requests, as another program or site would.

import { request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { beforeAll, describe, expect, test } from "vitest";
import { Home, type Server, serve, withBrowser } from "../browser.ts";

const { visit } = withBrowser();

interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

describe("bare requests", () => {
  let home: Home;
  let server: Server;
  let cookie: string;

  beforeAll(async () => {
    home = new Home("example");
    server = await serve(home);
    const { pathname, search } = new URL(server.url);
    const entered = await ask({ path: pathname + search });
    expect(entered.status).toBe(302);
    expect(entered.headers.location).toBe("/");
    cookie = String(entered.headers["set-cookie"]);
    return async () => {
      await server.kill();
      home.remove();
    };
  });

  function ask(options: {
    path: string;
    method?: string;
    headers?: Record<string, string>;
    body?: string;
  }): Promise<Reply> {
    const { path, method = "GET", headers = {}, body } = options;
    return new Promise((resolve, reject) => {
      const sent = request({ host: "127.0.0.1", port: server.port, path, method, headers }, (reply) => {
        let text = "";
        reply.setEncoding("utf8").on("data", (piece: string) => {
          text += piece;
          // A stream of events has no end; its first bytes tell enough.
          if (reply.headers["content-type"]?.startsWith("text/event-stream")) reply.destroy();
        });
        const done = (): void =>
          resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: text });
        reply.on("end", done).on("close", done);
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  const key = (): Record<string, string> => ({ cookie: cookie.split(";")[0]! });
  const json = { "content-type": "application/json", "x-nunc": "1" };
  const note = JSON.stringify({ action: "note", input: { text: "from elsewhere" } });

  test("without the session's token nothing of the home is told", async () => {
    for (const path of ["/", "/api/state", "/api/events", "/?token=wrong", `/?token=${"A".repeat(32)}`]) {
      const reply = await ask({ path });
      expect([path, reply.status]).toEqual([path, 401]);
      expect(reply.body).not.toContain("PostgreSQL");
    }
    const wrong = { cookie: `nunc_${server.port}=wrong` };
    expect((await ask({ path: "/api/state", headers: wrong })).status).toBe(401);
    expect((await ask({ path: "/api/act", method: "POST", headers: json, body: note })).status).toBe(401);
    expect((await ask({ path: "/api/save", method: "POST", headers: json, body: "{}" })).status).toBe(401);
    home.unchanged();
  });

  test("the token becomes a cookie that scripts and other sites do not get", () => {
    expect(cookie).toMatch(/^nunc_\d+=/);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Strict");
    expect(cookie).not.toContain("Domain");
  });

  test("another host name or origin is refused, with the token too", async () => {
    for (const host of [
      "evil.example",
      `evil.example:${server.port}`,
      "127.0.0.1:1",
      `127.0.0.1.evil.example:${server.port}`,
    ]) {
      const reply = await ask({ path: "/api/state", headers: { ...key(), host } });
      expect([host, reply.status]).toEqual([host, 403]);
      expect((await ask({ path: "/assets/none.js", headers: { host } })).status).toBe(403);
    }
    for (const origin of [
      "https://evil.example",
      "null",
      "http://127.0.0.1:1",
      `https://127.0.0.1:${server.port}`,
    ]) {
      const reply = await ask({
        path: "/api/act",
        method: "POST",
        headers: { ...key(), ...json, origin },
        body: note,
      });
      expect([origin, reply.status]).toEqual([origin, 403]);
    }
    const site = { ...key(), ...json, "sec-fetch-site": "cross-site" };
    expect((await ask({ path: "/api/act", method: "POST", headers: site, body: note })).status).toBe(403);
    home.unchanged();
  });

  test("a write needs the header that a form cannot set, and JSON", async () => {
    const bare = { ...key(), "content-type": "application/json" };
    expect((await ask({ path: "/api/act", method: "POST", headers: bare, body: note })).status).toBe(403);
    const form = { ...key(), "x-nunc": "1", "content-type": "text/plain" };
    expect((await ask({ path: "/api/act", method: "POST", headers: form, body: note })).status).toBe(403);
    for (const path of ["/api/act", "/api/save", "/api/state"]) {
      const other = await ask({ path, method: "PUT", headers: { ...key(), ...json }, body: note });
      expect([path, other.status]).toEqual([path, 404]);
    }
    expect((await ask({ path: "/api/act?action=note&text=x", headers: key() })).status).toBe(404);
    home.unchanged();
  });

  test("a strict policy stands on every answer, errors included", async () => {
    const replies = [
      await ask({ path: "/", headers: key() }),
      await ask({ path: "/api/state", headers: key() }),
      await ask({ path: "/api/state" }),
      await ask({ path: "/nowhere", headers: key() }),
      await ask({ path: "/", headers: { host: "evil.example" } }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 401, 404, 403]);
    for (const { headers } of replies) {
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("style-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    }
  });

  test("no path leads out of the app's own files", async () => {
    for (const path of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/..%2fnunc.js",
      "/assets/../../nunc.js",
      "//etc/passwd",
      "/now.md",
    ]) {
      const reply = await ask({ path, headers: key() });
      expect([path, reply.status]).toEqual([path, 404]);
    }
  });

  test("only files that nunc shows can be saved", async () => {
    for (const file of [
      "../escape.md",
      "nunc.yaml",
      "/etc/hostname",
      "items/raft.md",
      "journal/x",
      ".git/config",
    ]) {
      const body = JSON.stringify({ file, base: "", text: "x" });
      const reply = await ask({ path: "/api/save", method: "POST", headers: { ...key(), ...json }, body });
      expect([file, reply.status]).toEqual([file, 404]);
    }
    home.unchanged();
  });

  test("no other address of this machine answers", async () => {
    const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    for (const { address } of own.filter(({ internal, family }) => !internal && family === "IPv4")) {
      const answered = await new Promise<boolean>((resolve) => {
        const socket = connect(server.port, address);
        socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
        socket.setTimeout(1000, () => resolve(false));
      });
      expect([address, answered]).toEqual([address, false]);
    }
  });
});

test("what the address says is not kept in the address bar, and the policy stops an injected script", async () => {
  const visited = await visit();
  const { page } = visited;
  expect(page.url()).toBe(`${visited.server.origin}/#/list`);
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.injected = true";
    document.body.append(script);
    const style = document.createElement("div");
    style.innerHTML = '<p style="color: red" onclick="window.injected = true">x</p>';
    document.body.append(style);
    style.querySelector("p")!.click();
    const fetched = await fetch("https://example.org/").then(
      () => true,
      () => false,
    );
    return [(window as { injected?: boolean }).injected ?? false, fetched];
  });
  expect(ran).toEqual([false, false]);
  visited.forgive(/Content Security Policy|inline|violates/);
});
