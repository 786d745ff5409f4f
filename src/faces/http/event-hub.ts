// Tells every open window that the home has changed. Changes that come in a burst are told once.

import type { SSEStreamingApi } from "hono/streaming";

const KEEP_ALIVE_MS = 15_000;
const BURST_MS = 60;

export class EventHub {
  private readonly listeners = new Set<() => void>();
  private readonly streams = new Set<SSEStreamingApi>();
  private readonly notifying = new Set<SSEStreamingApi>();
  private timer: NodeJS.Timeout | null = null;

  /** Something changed: tells the listeners soon. */
  changed(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      for (const listener of this.listeners) listener();
    }, BURST_MS);
  }

  /** Whether a window is open that may show notifications. */
  get notifies(): boolean {
    return this.notifying.size > 0;
  }

  /**
   * Serves one window until it goes away: `event: state` with what `read` gives, at once and after every change.
   * A snapshot equal to the last one sent is not sent again.
   * @param notifies whether the window may show notifications
   */
  async stream(stream: SSEStreamingApi, read: () => string, notifies = false): Promise<void> {
    let last = "";
    let pending: (() => void) | null = null;
    let dirty = true;
    const listener = (): void => {
      dirty = true;
      pending?.();
    };
    this.listeners.add(listener);
    this.streams.add(stream);
    if (notifies) this.notifying.add(stream);
    const forget = (): void => {
      this.listeners.delete(listener);
      this.streams.delete(stream);
      this.notifying.delete(stream);
    };
    stream.onAbort(() => {
      forget();
      pending?.();
    });
    try {
      while (!stream.aborted && !stream.closed) {
        if (dirty) {
          dirty = false;
          const data = read();
          if (data !== last) {
            last = data;
            await stream.writeSSE({ event: "state", data });
          }
        } else await stream.write(": still here\n\n");
        if (!dirty) await waitFor((wake) => (pending = wake), KEEP_ALIVE_MS);
      }
    } finally {
      forget();
    }
  }

  /** Ends all streams, so that the server can close. */
  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    for (const stream of this.streams) stream.abort();
    for (const listener of this.listeners) listener();
  }
}

/** Resolves when woken, or after a time. */
function waitFor(hand: (wake: () => void) => void, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    hand(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
