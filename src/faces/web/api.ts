// The only place that talks to the server. Every call answers with data or throws one ApiError;
// nothing here keeps state.

import type { ActAnswer, ActionInputs, ActionName, Problem, Snapshot } from "./contract.ts";
import { currentTongue, localeOf } from "./preferences.ts";

export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.name = "ApiError";
    this.problem = problem;
  }
}

/** Any thrown value as a Problem. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem;
  return {
    code: "internal",
    message: error instanceof Error ? error.message : String(error),
    hint: null,
    data: null,
  };
}

async function call<T>(path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: body === undefined ? "GET" : "POST",
      // The header cannot be set by a form or an image of another site, so it proves that this page asked.
      headers: {
        // The server's sentences come in the language of the screen, which may not be the browser's.
        "accept-language": localeOf(currentTongue()),
        ...(body === undefined ? {} : { "content-type": "application/json", "x-nunc": "1" }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: "same-origin",
      cache: "no-store",
    });
  } catch (error) {
    throw new ApiError({ code: "network", message: String(error), hint: null, data: null });
  }
  const answer = (await response.json().catch(() => null)) as (T & { error?: Partial<Problem> }) | null;
  if (response.ok && answer !== null && answer.error === undefined) return answer;
  const told = answer?.error;
  throw new ApiError({
    code: response.status === 401 || response.status === 403 ? "auth" : (told?.code ?? "internal"),
    message: told?.message ?? `${response.status} ${response.statusText}`,
    hint: told?.hint ?? null,
    data: told?.data ?? null,
  });
}

export function fetchState(): Promise<Snapshot> {
  return call<Snapshot>("/api/state");
}

export function postAct<A extends ActionName>(
  action: A,
  input: ActionInputs[A],
  dryRun = false,
): Promise<ActAnswer> {
  return call<ActAnswer>("/api/act", { action, input, ...(dryRun ? { dryRun } : {}) });
}

/** Saves a whole text; `base` is the text that the person started from. */
export function postSave(file: string, base: string, text: string): Promise<{ state: Snapshot }> {
  return call<{ state: Snapshot }>("/api/save", { file, base, text });
}

export interface Events {
  onState(snapshot: Snapshot): void;
  onOpen(): void;
  onLost(): void;
}

/** Listens to changes made elsewhere; the browser reconnects by itself. Returns what ends it. */
export function listen(events: Events): () => void {
  // Where this window may notify, the desktop need not.
  const notifies = typeof Notification === "function" && Notification.permission === "granted";
  const source = new EventSource(notifies ? "/api/events?notify=1" : "/api/events");
  source.addEventListener("open", events.onOpen);
  source.addEventListener("error", events.onLost);
  source.addEventListener("state", (event) =>
    events.onState(JSON.parse((event as MessageEvent<string>).data)),
  );
  return () => source.close();
}
