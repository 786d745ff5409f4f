// Tells what the server says is to be told, at its time and once: by the browser's notification where the person allowed it,
// else by a toast. Kinds can be switched off here, besides what nunc.yaml says.

import type { NoticeJson } from "../contract.ts";
import { preferences } from "../preferences.ts";
import { currentRoute, goTo } from "../route.ts";
import { screenOf } from "../screens.tsx";
import { app, follow, toast } from "../state.ts";
import { textsNow } from "../texts.ts";
import { currentDay, presentMinute, presentMs, today } from "./day-state.ts";
import { checkTexts } from "./texts-check.ts";
import { minuteOf } from "./time.ts";

const TOLD = "nunc.told";
const MANY = 60;
/** What is older was not missed in this window; it is history. */
const LATE_MIN = 2;
/** Longer timers overflow. */
const FAR_MS = 24 * 60 * 60_000;

function isTold(key: string): boolean {
  try {
    return (JSON.parse(localStorage.getItem(TOLD) ?? "[]") as string[]).includes(key);
  } catch {
    return false;
  }
}

/** Remembers it for all windows of this browser. */
function markTold(key: string): void {
  try {
    const told = JSON.parse(localStorage.getItem(TOLD) ?? "[]") as string[];
    localStorage.setItem(TOLD, JSON.stringify([...told.filter((other) => other !== key), key].slice(-MANY)));
  } catch {
    // Without storage it may be told twice.
  }
}

export function canNotify(): boolean {
  return typeof Notification === "function";
}

/** Asks the browser; only ever called by a button. */
export async function allowNotices(): Promise<void> {
  if (!canNotify()) return;
  await Notification.requestPermission();
  follow();
}

function tell(notice: NoticeJson): void {
  if (isTold(notice.key) || preferences.get().mutedNotices.includes(notice.kind)) return;
  markTold(notice.key);
  const isAllowed = canNotify() && Notification.permission === "granted";
  if (isAllowed && document.visibilityState !== "visible") {
    try {
      const shown = new Notification(notice.title, { body: notice.text, tag: notice.key, icon: "/icon.svg" });
      shown.onclick = () => {
        window.focus();
        shown.close();
      };
      return;
    } catch {
      // Some browsers know notifications only in workers.
    }
  }
  if (notice.kind === "check") tellCheck(notice);
  else toast([notice.title, notice.text].filter(Boolean).join(" · "));
}

/** Leads to the check, instead of naming the command for it. Where the day is on the screen, the check in it says that it is due. */
function tellCheck(notice: NoticeJson): void {
  if (screenOf(currentRoute().screen).route === "today" && currentDay()?.isToday) return;
  toast(notice.title, false, {
    name: textsNow(checkTexts).checkNow,
    run: () => {
      goTo("today");
      today.set({ checkAsked: today.get().checkAsked + 1 });
    },
  });
}

/** Keeps a timer for each notice of today. Returns what ends it. */
export function watchNotices(): () => void {
  let timers: ReturnType<typeof setTimeout>[] = [];
  let last: readonly NoticeJson[] | null = null;
  const schedule = (): void => {
    const notices = app.get().snapshot?.day?.notices ?? [];
    if (notices === last) return;
    last = notices;
    for (const timer of timers) clearTimeout(timer);
    const now = presentMinute();
    timers = notices
      .filter(({ at }) => minuteOf(at) > now - LATE_MIN)
      .map((notice) => {
        const inMs = Math.max(0, minuteOf(notice.at) * 60_000 - presentMs());
        return setTimeout(() => tell(notice), Math.min(inMs, FAR_MS));
      });
  };
  const stop = app.subscribe(schedule);
  schedule();
  return () => {
    stop();
    for (const timer of timers) clearTimeout(timer);
  };
}
