// Two versions of one text, side by side: the person's and the one from elsewhere. Closing the view decides nothing;
// what was typed stays where it was typed.

import { Dialog } from "@base-ui/react/dialog";
import { useRef } from "react";
import { app, showConflict } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";

export function ConflictView() {
  const conflict = app.use((state) => state.conflict);
  const t = useTexts(shellTexts);
  const main = useRef<HTMLButtonElement>(null);
  if (conflict === null) return null;
  const { mine, theirs, base } = conflict;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && showConflict(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="dialog is-wide" initialFocus={main}>
          <div className="dialog-head">
            <Dialog.Title>{t.conflictTitle(conflict.title)}</Dialog.Title>
          </div>
          <div className="dialog-body">
            <Dialog.Description className="hint">{t.conflictLead}</Dialog.Description>
            <div className="versions">
              <Version name={t.mine} text={mine} base={base} />
              {theirs === null ? (
                <section className="version">
                  <h3>{t.theirs}</h3>
                  <p className="hint">{t.gone}</p>
                </section>
              ) : (
                <Version name={t.theirs} text={theirs} base={base} />
              )}
            </div>
          </div>
          <div className="dialog-foot">
            <Dialog.Close className="button is-plain">{t.later}</Dialog.Close>
            <button type="button" className="button" onClick={conflict.keepTheirs}>
              {t.keepTheirs}
            </button>
            {theirs !== null && (
              <button type="button" className="button" onClick={conflict.keepBoth}>
                {t.keepBoth}
              </button>
            )}
            <button ref={main} type="button" className="button is-main" onClick={conflict.keepMine}>
              {t.keepMine}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** A text whose lines that are not in the base are marked. */
function Version({ name, text, base }: { name: string; text: string; base: string | null }) {
  const old = new Set(base?.split(/\r\n|\r|\n/));
  const lines = text.split(/\r\n|\r|\n/);
  return (
    <section className="version" aria-label={name}>
      <h3>{name}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must be scrollable by keyboard */}
      <pre className="version-text" tabIndex={0}>
        {lines.map((line, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and never move
            key={index}
            className={base !== null && lines.length > 1 && !old.has(line) ? "is-new" : undefined}
          >
            {`${line}\n`}
          </span>
        ))}
      </pre>
    </section>
  );
}
