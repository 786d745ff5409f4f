// Wires everything: the command line, the home on disk, the server. Alone may import every room and set the exit code.
// What a command does not need is not loaded: the server and the app's files only for `nunc open`.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ClockMark, Outside } from "./actions/index.ts";
import {
  AppError,
  decodeText,
  encodeText,
  type Instant,
  LineIndex,
  NotLoaded,
  type Tongue,
} from "./base/index.ts";
import type { Clock, Config, World } from "./domain/index.ts";
import type { CliDesk, Opened, Output, Where } from "./faces/cli/index.ts";
import * as cli from "./faces/cli/index.ts";
import * as home from "./home/index.ts";

declare const __VERSION__: string;
/** Another one for other code. */
declare const __BUILD__: string;

const { env, stdout, stderr } = process;
const argv = process.argv.slice(2);

/** The system's clock. Transcripts of tests stand still at NUNC_NOW. */
const clock: Clock = env.NUNC_NOW
  ? { now: () => env.NUNC_NOW as Instant, zone: home.systemClock.zone }
  : home.systemClock;

/** How many texts `remember` keeps. */
const REMEMBERED = 100;

type Care = Awaited<ReturnType<typeof home.loadCare>>;
let care: Care | null = null;
type LoadConfig = Awaited<ReturnType<typeof home.loadSettings>>["loadConfig"];
/** Keeps what was learned on the way, once a command is through. */
let keep = (): void => {};

/** The home that is open, to show lines of its files in errors. */
let opened: Opened | null = null;

const desk: CliDesk = {
  argv,
  env,
  version: __VERSION__,
  cwd: process.cwd(),
  out: outputTo(stdout),
  err: outputTo(stderr),
  openHome,
  openNothing,
  serveHome,
  openBrowser,
  hasDesktop,
  ...(process.stdin.isTTY && stdout.isTTY ? { ask } : {}),
  readLine,
  editText,
};

stdout.on("error", (error) => onBrokenOutput(error));
stderr.on("error", () => {});
process.on("SIGINT", () => process.exit(130));

// Not awaited here: what is loaded later may lie in one chunk with what this file needs, and would wait for its end.
void run();

async function run(): Promise<void> {
  try {
    process.exitCode = await cli.runCli(desk);
    keep();
  } catch (error) {
    cli.printError(desk, error, { json: argv.includes("--json"), tongue: cli.tongueFor(desk) });
    process.exitCode = cli.exitCodeOf(error);
  }
}

/** A question in the terminal, answered by a line. Ctrl-C ends the program as everywhere. */
async function ask(question: string): Promise<string | null> {
  const { createInterface } = await import("node:readline");
  const lines = createInterface({ input: process.stdin, output: stdout });
  return new Promise((resolve) => {
    lines.on("SIGINT", () => {
      stdout.write("\n");
      process.exit(130);
    });
    // Ctrl-D: what follows begins on a line of its own.
    const onEnd = (): void => {
      stdout.write("\n");
      resolve(null);
    };
    lines.once("close", onEnd);
    lines.question(question, (answer) => {
      lines.off("close", onEnd);
      lines.close();
      resolve(answer.trim());
    });
  });
}

/** Opens $VISUAL or $EDITOR on a text and waits; null where neither is set, or it ends with an error. */
async function editText(text: string, name: string): Promise<string | null> {
  const editor = env.VISUAL || env.EDITOR;
  if (!editor) return null;
  const { spawnSync } = await import("node:child_process");
  const { tmpdir } = await import("node:os");
  const folder = mkdtempSync(join(tmpdir(), "nunc-"));
  try {
    const file = join(folder, name);
    writeFileSync(file, text, { mode: 0o600 });
    // An editor may be a command with options, `code --wait`: the shell takes it apart as the person wrote it.
    const { status } = spawnSync("/bin/sh", ["-c", `${editor} "$1"`, "sh", file], { stdio: "inherit" });
    return status === 0 ? decodeText(readFileSync(file)) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outputTo(stream: NodeJS.WriteStream): Output {
  return { write: (text) => void stream.write(text), isTty: stream.isTTY === true, columns: stream.columns };
}

/** A reader that has seen enough (`nunc list | head`) is no error; a full disk is. */
function onBrokenOutput(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
  const tongue = cli.tongueFor(desk);
  const blocked = new AppError("blocked", cli.sayCli(tongue).notWritten(error.message), { cause: error });
  cli.printError(desk, blocked, { json: false, tongue });
  process.exit(cli.exitCodeOf(blocked));
}

/** The home that is meant, or for a page without one its private home. Throws `missing` where there is neither. */
async function openHome(where: Where, tongue: Tongue): Promise<Opened> {
  const cwd = process.cwd();
  const found = await findHome(where, tongue);
  if (found !== null) {
    const inside = await openFolder(found, where.page, {}, tongue);
    if (inside !== null) return inside;
  }
  if (where.page !== null) {
    const { root, page, seeds } = home.homeForPage(where.page, { env, cwd });
    return (await openFolder(root, null, seeds, tongue, page))!;
  }
  const texts = cli.sayCli(tongue);
  throw new AppError("missing", texts.noHome, { hint: texts.noHomeHint });
}

/** With a page, a home is only looked for: none, or a broken default, is no error then. */
async function findHome(where: Where, tongue: Tongue): Promise<string | null> {
  try {
    return (await home.findHome({ home: where.home, env, cwd: process.cwd(), tongue }))?.root ?? null;
  } catch (error) {
    if (where.page !== null && where.home === null) return null;
    throw error;
  }
}

/**
 * A home on disk. With `page`, only that page of it; null where it is none of its pages.
 * `alone`: path of the page of a home that was made for it.
 */
async function openFolder(
  root: string,
  page: string | null,
  seeds: Record<string, string>,
  tongue: Tongue,
  alone: string | null = null,
): Promise<Opened | null> {
  const store = await home.openLightStore(root, { tongue, env, clock, seeds });
  const index = home.openIndex({ folder: join(root, ".nunc", "index"), root, build: __BUILD__ });
  const { config, diagnostics } = await home.readSettings(store, index, tongue);
  const zones = home.recallZonesOf(index, clock, env);
  const wanted = page === null ? null : resolve(page);
  const mine = wanted === null ? null : config.pages.find((file) => store.resolve(file) === wanted);
  if (mine === undefined) return null;
  // A page that was named by a link, or moved, is the one that the person named.
  const only = alone ?? mine;
  const narrow = (whole: Config): World => ({
    store,
    clock: zones.clock,
    config: only === null ? whole : { ...whole, pages: [only] },
  });
  let load: LoadConfig | null = null;
  keep = zones.keep;
  opened = {
    world: narrow(config),
    reread: () => narrow(load === null ? config : load(store, tongue).config),
    prepare: async () => {
      load = (await home.loadSettings()).loadConfig;
      await store.loadWriting();
      care = await home.loadCare();
    },
    outside: {
      index,
      ...makeMemory(root),
      ...makeHistory(join(root, ".nunc", "history"), tongue),
      doctor: (options) => careOf().doctor({ root, env, ...options }),
    },
    diagnostics,
  };
  return opened;
}

/** What makes and looks over homes; asked for too early, it says so. */
function careOf(): Care {
  if (care === null)
    throw new NotLoaded(async () => {
      care = await home.loadCare();
    });
  return care;
}

/** For `init` and `doctor`, which work without a home. */
async function openNothing(where: Where, tongue: Tongue): Promise<Opened> {
  const cwd = process.cwd();
  const { doctor, initHome, defaultHome } = await home.loadCare();
  const found = await home
    .findHome({ home: where.home, env, cwd, tongue })
    .then((one) => one?.root ?? null)
    .catch(() => where.home);
  const store = await home.openLightStore(join(cwd, ".nunc-none"), { tongue, env, clock });
  const config = (await home.loadSettings()).loadConfig(store, tongue).config;
  const world = { store, clock, config };
  return {
    world,
    reread: () => world,
    prepare: async () => {},
    diagnostics: [],
    outside: {
      ...makeHistory(
        join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), ".cache"), "nunc", "history"),
        tongue,
      ),
      readFile: (file) => readText(resolve(cwd, file)),
      initHome: ({ folder, page, ...options }) => ({
        ...initHome({
          folder: folder ?? where.home ?? (env.NUNC_HOME || join(env.HOME || homedir(), "nunc")),
          page: page ?? where.page,
          env,
          cwd,
          ...options,
        }),
        defaultHome: defaultHome(env),
      }),
      doctor: (options) =>
        doctor({
          root: found,
          page: where.page === null ? null : resolve(where.page),
          env,
          ...options,
        }),
    },
  };
}

/** Null where there is no such file, or it is none that can be read. */
function readText(path: string): string | null {
  try {
    return decodeText(readFileSync(path));
  } catch {
    return null;
  }
}

async function serveHome(where: Where, options: { port: number | null; tongue: Tongue }) {
  const http = await import("./faces/http/index.ts");
  const mine = await openHome(where, options.tongue);
  await mine.prepare();
  const notify = home.findNotify(env);
  const served = await http.serve({
    version: __VERSION__,
    port: options.port ?? 0,
    tongue: options.tongue,
    world: mine.reread,
    outside: mine.outside,
    // Beside the command; this file is a chunk of it, one folder below.
    webFolder: join(dirname(fileURLToPath(import.meta.url)), "..", "web"),
    log: (line) => stderr.write(`${line}\n`),
    ...(notify !== null && { notify }),
    watch: (changed) => watchHome(mine, changed),
  });
  const closed = new Promise<number>((resolve) => {
    const end = (code: number): void => void served.close().then(() => resolve(code));
    process.removeAllListeners("SIGINT");
    process.once("SIGINT", () => end(130));
    process.once("SIGTERM", () => end(0));
  });
  return { url: served.url, port: served.port, closed };
}

/** Watches what the screens show; where nunc.yaml names other pages, those from then on. */
function watchHome(mine: Opened, changed: (files: string[]) => void): () => void {
  let files = watchedFiles(mine.world);
  const listen = (): (() => void) =>
    home.watchStore(mine.world.store, files, (names) => {
      const now = watchedFiles(mine.reread());
      if (now.join() !== files.join()) {
        files = now;
        end();
        end = listen();
      }
      changed(names);
    });
  let end = listen();
  return () => end();
}

function watchedFiles({ config }: World): string[] {
  const archives = config.pages.map((page) => {
    const folder = dirname(config.archive).includes("{")
      ? ""
      : `${join(dirname(page), dirname(config.archive))}/`;
    return config.archive.startsWith("/") ? `${dirname(config.archive)}/` : folder;
  });
  return [
    "nunc.yaml",
    "inbox.md",
    "goals.md",
    "conditions.md",
    "days/",
    "items/",
    "reviews/",
    "journal/",
    ...config.pages,
    ...archives.filter((folder) => folder !== ""),
  ];
}

/** The past of a page, what is remembered of it, and a bar where reading it takes long. */
function makeHistory(
  folder: string,
  tongue: Tongue,
): Pick<Outside, "pageHistory" | "pageHead" | "cache" | "progress"> {
  return {
    pageHead: (path) => home.readPageHead(path, env),
    pageHistory: (place) => home.openPageHistory({ ...place, env, cwd: process.cwd(), tongue }),
    cache: home.openTextCache(folder),
    progress: cli.progressBar(desk.err),
  };
}

/**
 * What may be forgotten, in .nunc/: which texts nunc wrote (undo across changes by others), whether the page was shown, how
 * the machine stood when the clock was started.
 */
function makeMemory(
  root: string,
): Pick<Outside, "recall" | "remember" | "clockMark" | "markClock" | "welcomed" | "welcome"> {
  const texts = join(root, ".nunc", "texts");
  const seen = join(root, ".nunc", "welcomed");
  const mark = join(root, ".nunc", "clock.json");
  let welcomed = false;
  const quietly = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  return {
    recall: (hash) => quietly(() => decodeText(readFileSync(join(texts, hash)))),
    remember: (hash, text) =>
      void quietly(() => {
        mkdirSync(texts, { recursive: true });
        writeFileSync(join(texts, hash), encodeText(text));
        forgetOldest(texts);
      }),
    clockMark: () => quietly(() => JSON.parse(readFileSync(mark, "utf8")) as ClockMark),
    markClock: (made) => {
      if (existsSync(root))
        quietly(() => {
          mkdirSync(dirname(mark), { recursive: true });
          writeFileSync(mark, JSON.stringify(made));
        });
    },
    welcomed: () => welcomed || existsSync(seen),
    welcome: () => {
      welcomed = true;
      // A home that is made by its first write must not begin with a cache.
      if (!existsSync(root)) return;
      quietly(() => {
        mkdirSync(dirname(seen), { recursive: true });
        writeFileSync(seen, "");
      });
    },
  };
}

function forgetOldest(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= REMEMBERED) return;
  const aged = names.map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }));
  for (const { path } of aged.sort((a, b) => a.at - b.at).slice(0, names.length - REMEMBERED))
    rmSync(path, { force: true });
}

/** A desktop on this machine, with a person before it. */
function hasDesktop(): boolean {
  if (env.CI || env.SSH_CONNECTION || env.SSH_TTY || env.NUNC_NO_BROWSER) return false;
  return process.platform === "darwin" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

async function openBrowser(url: string): Promise<void> {
  const { spawn } = await import("node:child_process");
  const program = process.platform === "darwin" ? "open" : "xdg-open";
  const child = spawn(program, [url], { stdio: "ignore", detached: true });
  // Without such a program the address stands in the terminal all the same.
  child.on("error", () => {});
  child.unref();
}

/** A line of a text that an error is about. Files are named as the home shows them, or as the person typed them. */
function readLine(file: string, line: number): string | null {
  try {
    const { store, config } = opened!.world;
    const name = config.pages.find((page) => page === file || page.endsWith(`/${file}`)) ?? file;
    const text = store.read(name)?.text;
    return text === undefined ? null : new LineIndex(text).line(line);
  } catch {
    return null;
  }
}
