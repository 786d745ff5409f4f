// The routes. All of them are thin: an action does the work, this hands over input and answer.
//
//   GET  /api/state    what the screens draw (Snapshot)
//   POST /api/act      {action, input, dryRun?} -> {data, diff, summary, state}
//   POST /api/save     {file, base, text} -> {data, diff, summary, state}, or 409 with mine, theirs, base
//   GET  /api/events   server-sent events: `event: state`, at once and after every change; with `?notify=1` from a
//                      window that may show notifications, so that the desktop need not
//   GET  /             the app (after /?token=…)
//
// Errors are {error: {code, message, hint, at, data}} with the statuses of STYLE.md; stack traces go to the log only.

import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { streamSSE } from "hono/streaming";
import { type Outside, perform, type Snapshot, toSnapshot } from "../../actions/index.ts";
import { AppError, HTTP_STATUSES, type Tongue } from "../../base/index.ts";
import type { World } from "../../domain/index.ts";
import type { EventHub } from "./event-hub.ts";
import { checkHost, checkPost, checkToken, Refusal, secureHeaders, tongueFor } from "./guard.ts";
import { say } from "./messages.ts";
import { answerFile } from "./static-files.ts";

/** What the server is given by main.ts. */
export interface Desk {
  version: string;
  token: string;
  /** The port that was bound; asked at each request. */
  port(): number;
  /** The home as nunc.yaml says it now. */
  world(): World;
  outside: Outside;
  /** Folder of the built app. */
  webFolder: string;
  hub: EventHub;
  /** How often something changed that reports rest on and no snapshot holds. */
  otherChanges(): number;
  log(line: string): void;
}

/** A page has at most 10 MB; twice in a save (base and text) is JSON of at most this. */
const MAX_BODY_MB = 24;

export function createApp(desk: Desk): Hono {
  const app = new Hono();
  const token = checkToken(desk.token, desk.port);
  const tongue = (c: Context): Tongue => tongueFor(c, preferredTongue(desk));
  const state = (c: Context): Snapshot =>
    toSnapshot(desk.world(), {
      tongue: tongue(c),
      version: desk.version,
      outside: desk.outside,
      otherChanges: desk.otherChanges(),
    });

  app.use("*", secureHeaders());
  app.use("*", checkHost(desk.port));
  app.use("/", token);
  app.use("/api/*", token, checkPost());
  app.use(
    "/api/*",
    bodyLimit({
      maxSize: MAX_BODY_MB * 1024 * 1024,
      onError: (c) => failed(c, desk, new AppError("usage", say(tongue(c)).tooLarge(MAX_BODY_MB))),
    }),
  );

  app.get("/api/state", (c) => c.json(state(c)));

  app.post("/api/act", async (c) => {
    const body = await readBody(c, tongue(c));
    if (typeof body.action !== "string") throw new AppError("usage", say(tongue(c)).notJson);
    const input =
      typeof body.input === "object" && body.input !== null ? (body.input as Record<string, unknown>) : {};
    return c.json(act(c, body.action, input, body.dryRun === true));
  });

  app.post("/api/save", async (c) => {
    const { file, base, text } = await readBody(c, tongue(c));
    return c.json(act(c, "save", { file, base, text }, false));
  });

  app.get("/api/events", (c) =>
    streamSSE(
      c,
      (stream) => desk.hub.stream(stream, () => JSON.stringify(state(c)), c.req.query("notify") === "1"),
      async (error) => desk.log(String(error.stack ?? error)),
    ),
  );

  app.get("*", (c) => {
    const found = answerFile(desk.webFolder, c, c.req.path);
    if (found !== null) return found;
    if (c.req.path === "/") return c.text(say(tongue(c)).notBuilt, 503);
    throw new AppError("missing", say(tongue(c)).noRoute(c.req.path));
  });
  app.notFound((c) => failed(c, desk, new AppError("missing", say(tongue(c)).noRoute(c.req.path))));
  app.onError((error, c) => failed(c, desk, error));
  return app;

  function act(c: Context, action: string, input: Record<string, unknown>, dryRun: boolean) {
    const { data, diff, summary, record } = perform(desk.world(), action, input, {
      dryRun,
      tongue: tongue(c),
      outside: desk.outside,
    });
    if (record !== null) desk.hub.changed();
    return { data, diff, summary, state: state(c) };
  }
}

function preferredTongue(desk: Desk): Tongue | null {
  try {
    return desk.world().config.language;
  } catch {
    return null;
  }
}

async function readBody(c: Context, tongue: Tongue): Promise<Record<string, unknown>> {
  let body: unknown = null;
  try {
    body = JSON.parse(await c.req.text());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  if (typeof body === "object" && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new AppError("usage", say(tongue).notJson);
}

function failed(c: Context, desk: Desk, error: unknown): Response {
  if (error instanceof AppError && error.code !== "internal") {
    const status = error instanceof Refusal ? error.status : HTTP_STATUSES[error.code];
    // At the address itself a person reads the answer, not the app.
    if (c.req.path === "/") return c.text(`${error.message} ${error.hint ?? ""}\n`, status as 401);
    return answerError(status, error);
  }
  desk.log(error instanceof Error ? String(error.stack) : String(error));
  const known =
    error instanceof AppError ? error : new AppError("internal", say(tongueFor(c, null)).internal);
  return answerError(500, known);
}

function answerError(status: number, error: AppError): Response {
  const body = {
    code: error.code,
    message: error.message,
    hint: error.hint ?? null,
    at: error.at ?? null,
    data: error.data ?? null,
  };
  return new Response(JSON.stringify({ error: body }), {
    status,
    headers: { "content-type": "application/json" },
  });
}
