// Tells what is due while the server runs: each notice once, on the desktop, unless a window of the browser does it.

import type { NoticeJson } from "../../actions/index.ts";

const LOOK_EVERY_MS = 20_000;
/** What came up longer ago is not told any more: the machine slept, or the server has just begun. */
const LATE_MS = 5 * 60_000;

export interface TellerOptions {
  /** Today's notices as they are now. */
  notices(): NoticeJson[];
  now(): number;
  notify(title: string, text: string): void;
  /** Whether a window that may show notifications is open: then it tells them. */
  isHeard(): boolean;
  log(line: string): void;
  everyMs?: number;
}

/** Looks every 20 s for what has become due and tells it once. Returns what ends it. */
export function startTelling(options: TellerOptions): () => void {
  const told = new Set<string>();
  const look = (): void => {
    try {
      for (const notice of dueNotices(options.notices(), options.now())) {
        if (told.has(notice.key)) continue;
        told.add(notice.key);
        if (!options.isHeard()) options.notify(notice.title, notice.text);
      }
    } catch (error) {
      // A note that cannot be read just now must not end the telling.
      options.log(String(error));
    }
  };
  const timer = setInterval(look, options.everyMs ?? LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Those whose time has come and is not long over. `now` in milliseconds since 1970. */
export function dueNotices(notices: readonly NoticeJson[], now: number): NoticeJson[] {
  return notices.filter(({ at }) => {
    const late = now - Date.parse(at);
    return late >= 0 && late < LATE_MS;
  });
}
