// What opens above the screens: palette, help, inbox, two versions of a text. Fetched when the app has nothing else to
// do, or when one is asked for before that.

import { type ComponentType, useEffect, useState } from "react";
import { later, type Waiting } from "../later.tsx";
import { app, type Overlay, openOverlay, toast } from "../state.ts";
import { textsNow } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";

const Palette = later(async () => (await import("./palette.tsx")).Palette, Missing);
const Help = later(async () => (await import("./help.tsx")).Help, Missing);
const Inbox = later(async () => (await import("./inbox.tsx")).Inbox, Missing);
const Interrupt = later(async () => (await import("../today/interrupt.tsx")).Interrupt, Missing);
const ConflictView = later(async () => (await import("./conflict.tsx")).ConflictView, Missing);

export function Overlays() {
  const inConflict = app.use((state) => state.conflict !== null);
  useEffect(() => whenIdle([Palette, Help, Inbox, Interrupt, ConflictView]), []);
  return (
    <>
      <Opened name="palette" part={Palette} />
      <Opened name="help" part={Help} />
      <Opened name="inbox" part={Inbox} />
      <Opened name="interrupt" part={Interrupt} />
      {inConflict && <ConflictView />}
    </>
  );
}

/** Once opened it stays, closed: it gives the focus back where it came from. */
function Opened({ name, part: Part }: { name: Overlay; part: ComponentType }) {
  const open = app.use((state) => state.overlay === name);
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  return wanted && <Part />;
}

function Missing({ failed, retry }: Waiting) {
  useEffect(() => {
    if (!failed) return;
    openOverlay(null);
    toast(textsNow(shellTexts).problemNetwork);
    // Not at once: the next time that it is opened.
    return app.subscribe(() => app.get().overlay !== null && retry());
  }, [failed, retry]);
  return null;
}

/** Fetches parts ahead of their first use. Where that fails, their first use says so. */
export function whenIdle(parts: readonly { fetch(): Promise<void> }[]): () => void {
  const fetchAll = (): void => {
    for (const part of parts) part.fetch().catch(() => undefined);
  };
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(fetchAll, 600);
    return () => clearTimeout(timer);
  }
  const id = requestIdleCallback(fetchAll, { timeout: 3000 });
  return () => cancelIdleCallback(id);
}
