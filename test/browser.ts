// Real Chromium on the real server: each visit is `bin/nunc open` on a home of its own, in a temporary folder with its
// own HOME and XDG folders and a clock that stands still. One browser a file; a context and a server a visit.
// Invariant: no visit asks anything of another machine, and none writes an error to the console unless its test says so.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { findBrowser } from "../scripts/find-browser.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const nunc = join(root, "bin/nunc");

/** The moment at which every server stands: a Monday evening in Berlin, a day after the example was last changed. */
export const NOW = "2026-11-16T18:30:00.000Z";
export const TODAY = "2026-11-16";
/** What `lastmod` of a page becomes at that moment. */
export const LASTMOD = "2026-11-16T19:30:00+01:00";

export const WIDE = { name: "1440 wide", width: 1440, height: 900, touch: false } as const;
export const PHONE = { name: "390 wide", width: 390, height: 844, touch: true } as const;
export type Size = typeof WIDE | typeof PHONE;
export const SIZES = [WIDE, PHONE] as const;

/** What holds the screens that a phone's bar has no room for. */
const MORE = /^(More|更多)/;

const PATIENCE_MS = 8000;

/** Asks again and again until the answer is right. */
export function eventually<T>(ask: () => T | Promise<T>) {
  return expect.poll(ask, { timeout: PATIENCE_MS, interval: 20 });
}

// ---------------------------------------------------------------------------------------------------------------------
// Homes

/** A home on disk, and how it differs from what it was. */
export class Home {
  /** Real path of the home. */
  readonly path: string;
  readonly env: NodeJS.ProcessEnv;
  /** Where the person's own folders are; the home is beside them. */
  private readonly desk = realpathSync(mkdtempSync(join(tmpdir(), "nunc-browser-")));
  private before: Record<string, string>;

  constructor(files: Record<string, string | Uint8Array> | "example") {
    this.path = join(this.desk, "home");
    const person = join(this.desk, "person");
    this.env = {
      PATH: process.env.PATH,
      HOME: person,
      XDG_CONFIG_HOME: join(person, "config"),
      XDG_DATA_HOME: join(person, "data"),
      XDG_STATE_HOME: join(person, "state"),
      XDG_CACHE_HOME: join(person, "cache"),
      TZ: "Europe/Berlin",
      LANG: "C.UTF-8",
      NUNC_NOW: NOW,
      NUNC_NO_BROWSER: "1",
    };
    mkdirSync(person);
    mkdirSync(this.path);
    if (files === "example") this.copyExample();
    else for (const [file, content] of Object.entries(files)) this.put(file, content);
    this.before = this.files();
  }

  /** With `lastmod` as a save would write it, so that a diff shows only what it is about. */
  private copyExample(): void {
    cpSync(join(root, "example"), this.path, { recursive: true });
    for (const page of ["now.md", "now.zh-CN.md"]) {
      this.put(page, this.get(page).replace(/^lastmod: .*$/m, `lastmod: ${LASTMOD}`));
    }
  }

  get(file: string): string {
    return readFileSync(join(this.path, file), "utf8");
  }

  put(file: string, content: string | Uint8Array): void {
    const path = join(this.path, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  /** What another editor does: replaces one place in a file. */
  edit(file: string, old: string, now: string): void {
    const text = this.get(file);
    expect(text.split(old)).toHaveLength(2);
    this.put(
      file,
      text.replace(old, () => now),
    );
    this.before = this.files();
  }

  /** Every file but caches and the journal, byte for byte. */
  files(): Record<string, string> {
    const names = readdirSync(this.path, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.path.length + 1))
      .filter((name) => !/^(\.nunc|journal|\.git)(\/|$)/.test(name));
    return Object.fromEntries(
      names.sort().map((name) => [name, readFileSync(join(this.path, name), "latin1")]),
    );
  }

  /** What has changed in any file since the last time that this was asked for and right: `file`, `-line text`, `+line text`. */
  async changed(...expected: string[]): Promise<void> {
    await eventually(() => this.diff()).toEqual(expected);
    this.before = this.files();
  }

  /** Nothing at all has been written. */
  unchanged(): void {
    expect(this.diff()).toEqual([]);
  }

  /** Every file is again what it was when `files` was taken. */
  async isAgain(files: Record<string, string>): Promise<void> {
    await eventually(() => this.files()).toEqual(files);
    this.before = files;
  }

  private diff(): string[] {
    const now = this.files();
    const names = [...new Set([...Object.keys(this.before), ...Object.keys(now)])].sort();
    return names.flatMap((name) => {
      const lines = diffLines(this.before[name], now[name]);
      return lines.length === 0 ? [] : [name, ...lines];
    });
  }

  remove(): void {
    rmSync(this.desk, { recursive: true, force: true });
  }
}

/** Lines that went (with their old numbers) and came (with their new ones); a carriage return shows as ␍. */
function diffLines(before: string | undefined, now: string | undefined): string[] {
  if (before === now) return [];
  const a = before === undefined ? [] : before.split("\n");
  const b = now === undefined ? [] : now.split("\n");
  const common = a.map(() => new Uint16Array(b.length + 1));
  common.push(new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i]![j] =
        a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
    }
  }
  const lines: string[] = [];
  const say = (sign: string, index: number, text: string): void => {
    const readable = Buffer.from(text, "latin1").toString("utf8").replace(/\r/g, "␍");
    lines.push(`${sign}${index + 1} ${readable}`);
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!))
      say("-", i, a[i++]!);
    else say("+", j, b[j++]!);
  }
  return lines;
}

/** Runs one command on a home; answers with what it printed. */
export function command(home: Home, ...args: string[]): string {
  return execFileSync(nunc, args, { env: home.env, cwd: home.path, encoding: "utf8" });
}

// ---------------------------------------------------------------------------------------------------------------------
// Servers

export interface Server {
  /** With the token. */
  url: string;
  origin: string;
  port: number;
  /** What it wrote to standard error; a stack trace stands here. */
  complaints(): string;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

/** Starts `nunc open`; `args` name what to open, by default the home. */
export async function serve(home: Home, args = ["--home", home.path]): Promise<Server> {
  const child = spawn(nunc, ["open", "--no-browser", "--json", ...args], {
    env: home.env,
    cwd: home.path,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
  });
  const line = await firstLine(child).catch((error: Error) => {
    throw new Error(`${error.message}: ${complaints}`);
  });
  const { url, port } = JSON.parse(line) as { url: string; port: number };
  return {
    complaints: () => complaints,
    url,
    port,
    origin: `http://127.0.0.1:${port}`,
    kill: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once("exit", () => resolve());
        child.kill("SIGKILL");
      }),
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("\n")) resolve(said);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`nunc open ended with ${code}`)));
  });
}

// ---------------------------------------------------------------------------------------------------------------------
// Visits

export interface VisitOptions {
  /** By default a copy of the example. */
  home?: Home;
  size?: Size;
  locale?: string;
  theme?: "light" | "dark";
  /** `list`, `reading`, `log`, `page`. */
  screen?: string;
  /** What `nunc open` is given instead of `--home`. */
  args?: string[];
}

/** One person before one window. */
export class Visit {
  readonly page: Page;
  readonly home: Home;
  readonly size: Size;
  readonly context: BrowserContext;
  server: Server;
  /** Errors of the console and of scripts, and requests to others. */
  private troubles: string[] = [];

  constructor(context: BrowserContext, page: Page, home: Home, size: Size, server: Server) {
    this.context = context;
    this.page = page;
    this.home = home;
    this.size = size;
    this.server = server;
    context.on("weberror", (error) => this.troubles.push(String(error.error().stack ?? error.error())));
    context.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        this.troubles.push(`${message.text()} ${message.location().url}`);
    });
    context.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      const isOwn = host === `127.0.0.1:${this.server.port}` || protocol === "data:" || protocol === "blob:";
      if (!isOwn) this.troubles.push(`asked for ${request.url()}`);
    });
  }

  /** Troubles that a test provokes and takes off the list; the others fail the test at its end. */
  forgive(what: RegExp): void {
    this.troubles = this.troubles.filter((trouble) => !what.test(trouble));
  }

  takeTroubles(): string[] {
    return this.troubles.splice(0);
  }

  /** Opens a screen by its address, as a bookmark would. */
  async go(screen: string): Promise<void> {
    await this.page.goto(`${this.server.origin}/#/${screen}`);
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
  }

  /** Opens a screen by the navigation. */
  async goBy(name: string): Promise<void> {
    const bar = this.page.getByRole("navigation");
    const link = bar.getByRole("link", { name });
    const more = bar.getByRole("button", { name: MORE });
    await link.or(more).first().waitFor();
    if ((await link.count()) > 0) await link.click();
    else {
      await more.click();
      await this.page.getByRole("menuitem", { name }).click();
    }
  }

  /** On a phone the inbox is behind More. */
  async openInbox(name = "Inbox"): Promise<void> {
    const bar = this.page.getByRole("navigation");
    const more = bar.getByRole("button", { name: MORE });
    if ((await more.count()) > 0) {
      await more.click();
      await this.page.getByRole("menuitem", { name }).click();
    } else await bar.getByRole("button", { name }).click();
  }

  /** The row of an item. */
  row(title: string): Locator {
    return this.page.getByRole("main").getByRole("group", { name: title, exact: true });
  }

  /** A column of the list, a shelf: any region by the words of its heading. */
  region(name: string | RegExp): Locator {
    return this.page.getByRole("region", { name });
  }

  /** Names of the rows that are seen within a part of the screen, from top to bottom. */
  titles(within: Locator): Promise<string[]> {
    const rows = within.getByRole("group").and(this.page.locator("[data-item]"));
    return rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""));
  }

  cdp(): Promise<CDPSession> {
    return this.context.newCDPSession(this.page);
  }
}

/** Call once at the top of a file. Starts a browser for the file and closes whatever a test has opened. */
export function withBrowser() {
  let browser: Browser;
  const visits: Visit[] = [];
  const servers: Server[] = [];
  const homes: Home[] = [];

  beforeAll(async () => {
    const found = findBrowser();
    if (found === null)
      throw new Error("No browser for the browser tests: `npm test` installs one, or set CHROME_PATH.");
    // Even a request that the tests would overlook has nowhere to go.
    const args = [...found.args, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];
    browser = await chromium.launch({ executablePath: found.path, args });
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await photograph(task.name, visits);
    const complaints = servers.map((server) => server.complaints()).join("");
    const troubles = visits.flatMap((visit) => visit.takeTroubles());
    await Promise.all(visits.splice(0).map(({ context }) => context.close()));
    await Promise.all(servers.splice(0).map((server) => server.kill()));
    for (const home of homes.splice(0)) home.remove();
    expect({ troubles, complaints }).toEqual({ troubles: [], complaints: "" });
  });

  afterAll(async () => browser?.close());

  function makeHome(files: Record<string, string | Uint8Array> | "example" = "example"): Home {
    const home = new Home(files);
    homes.push(home);
    return home;
  }

  async function start(home: Home, args?: string[]): Promise<Server> {
    const server = await serve(home, args);
    servers.push(server);
    return server;
  }

  /** Another window, perhaps of another person, on a server that runs. */
  async function look(home: Home, server: Server, options: VisitOptions = {}): Promise<Visit> {
    const { size = WIDE, locale = "en-GB", theme = "light", screen = "list" } = options;
    const context = await browser.newContext({
      viewport: { width: size.width, height: size.height },
      hasTouch: size.touch,
      isMobile: size.touch,
      locale,
      timezoneId: "Europe/Berlin",
      colorScheme: theme,
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const visit = new Visit(context, page, home, size, server);
    visits.push(visit);
    await page.goto(`${server.url}#/${screen}`);
    await visit.ready();
    return visit;
  }

  async function visit(options: VisitOptions = {}): Promise<Visit> {
    const home = options.home ?? makeHome();
    return look(home, await start(home, options.args), options);
  }

  return { makeHome, start, look, visit };
}

/** Pictures of a test that failed. */
async function photograph(name: string, visits: readonly Visit[]): Promise<void> {
  const folder = join(tmpdir(), "nunc-browser-failures");
  for (const [index, { page }] of visits.entries()) {
    const path = join(folder, `${name.replace(/[^\p{L}\p{N}]+/gu, "-")}-${index}.png`);
    await page.screenshot({ path }).then(
      () => console.error(`picture: ${path}`),
      () => undefined,
    );
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Accessibility

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  axe: {
    run(
      where: Document,
      options: object,
    ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>;
  };
}

/**
 * What axe-core finds wrong with what is on the screen now: rule, element, what to do.
 * @param rules only these; all by default
 */
export async function accessibilityProblems(page: Page, rules: string[] = []): Promise<string[]> {
  if (await page.evaluate(() => !("axe" in globalThis))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as Axe;
    // Without looking for style sheets of other origins: there are none.
    const options = {
      preload: false,
      resultTypes: ["violations"],
      ...(only.length > 0 && { runOnly: only }),
    };
    return (await axe.run(document, options)).violations;
  }, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = "" }) =>
        `${id}: ${target.join(" ")} (${failureSummary.split("\n").slice(1).join("; ").trim()})`,
    ),
  );
}
