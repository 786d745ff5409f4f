// Who may ask, and what a browser may do with the answer. The server is for one person on one machine: names of other hosts
// (DNS rebinding), other origins, and requests without the session's token are refused before anything is read.

import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { AppError, type Tongue, tongueOf } from "../../base/index.ts";
import { say } from "./messages.ts";

/** Nothing from elsewhere, nothing inline; the app needs no more. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
};

/** Headers of every answer, errors included. */
export function secureHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
  };
}

/** Only names of this machine's loopback, with our port. */
export function checkHost(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const allowed = ownHosts(port());
    if (!allowed.includes(c.req.header("host") ?? "")) throw refused(c, "host");
    const origin = c.req.header("origin");
    if (origin !== undefined && !allowed.some((host) => origin === `http://${host}`))
      throw refused(c, "origin");
    const site = c.req.header("sec-fetch-site");
    if (c.req.method !== "GET" && site !== undefined && site !== "same-origin") throw refused(c, "origin");
    await next();
  };
}

function ownHosts(port: number): string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
}

/** `/?token=…` becomes a cookie and a clean address; without either nothing of the home is told. */
export function checkToken(token: string, port: () => number): MiddlewareHandler {
  return async (c, next) => {
    // Cookies do not know ports: two homes open at once must not share one.
    const name = `nunc_${port()}`;
    const given = c.req.query("token");
    if (c.req.path === "/" && given !== undefined) {
      if (!same(given, token)) throw refused(c, "token");
      setCookie(c, name, token, { httpOnly: true, sameSite: "Strict", path: "/" });
      return c.redirect("/", 302);
    }
    if (!same(getCookie(c, name) ?? "", token)) throw refused(c, "token");
    await next();
  };
}

/** A form or a picture of another site cannot set this header, whatever cookies it may send. */
export function checkPost(): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === "POST") {
      if (c.req.header("x-nunc") !== "1") throw refused(c, "header");
      if (!/^application\/json\b/.test(c.req.header("content-type") ?? "")) throw refused(c, "json");
    }
    await next();
  };
}

/** Compares in constant time, whatever the lengths. */
function same(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

/** A refusal by the guard: 401 without the token, else 403. */
export class Refusal extends AppError {
  readonly status: 401 | 403;
  constructor(status: 401 | 403, message: string, hint: string) {
    super("usage", message, { hint });
    this.status = status;
  }
}

function refused(c: Context, why: "host" | "origin" | "token" | "header" | "json"): Refusal {
  const texts = say(tongueFor(c, null));
  return new Refusal(why === "token" ? 401 : 403, texts.refused[why], texts.refusedHint);
}

/** The language to answer in: `?lang`, else Accept-Language, else the home's. */
export function tongueFor(c: Context, preferred: Tongue | null): Tongue {
  const asked = c.req.query("lang");
  if (asked !== undefined) return tongueOf(asked);
  const accepted = c.req.header("accept-language")?.split(",")[0]?.trim();
  if (accepted === undefined || accepted === "" || accepted === "*") return preferred ?? "en";
  return tongueOf(accepted);
}
