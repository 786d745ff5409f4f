// Listens on loopback and closes cleanly. One bad request, one unreadable file, one window that goes away: the server stays.

import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { type DayJson, makeContext, type NoticeJson, perform } from "../../actions/index.ts";
import { AppError, type Tongue } from "../../base/index.ts";
import { CONDITIONS_FILE, DAYS_FOLDER, dayFile, REVIEWS_FOLDER } from "../../domain/index.ts";
import { createApp, type Desk } from "./app.ts";
import { EventHub } from "./event-hub.ts";
import { say } from "./messages.ts";
import { startTelling } from "./teller.ts";

export interface ServeOptions extends Omit<Desk, "token" | "port" | "hub" | "otherChanges"> {
  /** 0 or absent: a free one. */
  port?: number;
  /** Language of the errors of starting; English where not given. */
  tongue?: Tongue;
  /** Given by tests only; else random. */
  token?: string;
  /** Shows a notification on the desktop; absent where there is none. */
  notify?(title: string, text: string): void;
  /** Calls back with the names of files of the home that changed; returns what ends it. */
  watch?(changed: (files: readonly string[]) => void): () => void;
}

export interface Served {
  /** Address with the token: opens the app. */
  url: string;
  port: number;
  token: string;
  close(): Promise<void>;
}

/** @throws AppError blocked where the port is taken. */
export async function serve(options: ServeOptions): Promise<Served> {
  const token = options.token ?? randomBytes(24).toString("base64url");
  const hub = new EventHub();
  let bound = options.port ?? 0;
  let otherChanges = 0;
  const app = createApp({ ...options, token, hub, port: () => bound, otherChanges: () => otherChanges });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.requestTimeout = 30_000;
  server.on("clientError", (_error, socket) => socket.destroy());
  bound = await listen(server, bound, options.tongue ?? "en");
  const unwatch = options.watch?.((files) => {
    if (files.some((file) => isElsewhere(file, options))) otherChanges++;
    hub.changed();
  });
  const { notify } = options;
  const endTelling =
    notify &&
    startTelling({
      notices: () => noticesOf(options),
      now: () => Date.parse(options.world().clock.now()),
      notify,
      isHeard: () => hub.notifies,
      log: options.log,
    });
  return {
    url: `http://127.0.0.1:${bound}/?token=${token}`,
    port: bound,
    token,
    close: async () => {
      unwatch?.();
      endTelling?.();
      hub.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** What reports rest on and no snapshot holds: other days, conditions, settings, reviews. */
function isElsewhere(file: string, { world, tongue = "en" }: ServeOptions): boolean {
  if (file.startsWith(`${DAYS_FOLDER}/`)) return file !== dayFile(makeContext(world(), { tongue }).today);
  return file === CONDITIONS_FILE || file === "nunc.yaml" || file.startsWith(`${REVIEWS_FOLDER}/`);
}

/** What today has to tell, in the language of the home. */
function noticesOf({ world, outside, tongue = "en" }: ServeOptions): NoticeJson[] {
  const home = world();
  const day = perform(home, "day", {}, { tongue: home.config.language ?? tongue, outside }).data as DayJson;
  return day.notices;
}

function listen(server: Server, port: number, tongue: Tongue): Promise<number> {
  const texts = say(tongue);
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === "EADDRINUSE";
      const message = taken ? texts.portTaken(port) : texts.cannotListen(port, cause.message);
      reject(new AppError("blocked", message, { hint: texts.otherPort, cause }));
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
