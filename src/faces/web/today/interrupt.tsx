// Something came up: what, how long, over or only beginning. Then, by name, what it did to the day. Opens on any screen.

import { Dialog } from "@base-ui/react/dialog";
import { useState } from "react";
import { app, openOverlay } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { interrupt } from "./day-actions.ts";
import { type Interrupted, today } from "./day-state.ts";
import { todayTexts } from "./texts-today.ts";
import { sayMinutes, wallOf } from "./time.ts";

const LENGTHS = [15, 30, 45, 60] as const;

export function Interrupt() {
  const open = app.use((state) => state.overlay === "interrupt");
  const result = today.use((state) => state.interrupted);
  return (
    <Dialog.Root open={open} onOpenChange={(now) => !now && openOverlay(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="dialog is-small">
          {result === null ? <Ask /> : <Result result={result} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Ask() {
  const t = useTexts(todayTexts);
  const shell = useTexts(shellTexts);
  const [text, setText] = useState("");
  const [length, setLength] = useState<number | "other">(30);
  const [other, setOther] = useState("90");
  const [isOver, setOver] = useState(false);
  const min = length === "other" ? Number(other) : length;
  const isReady = text.trim() !== "" && Number.isInteger(min) && min > 0 && min <= 24 * 60;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void interrupt(text.trim(), min, isOver);
      }}
    >
      <div className="dialog-head">
        <Dialog.Title>{t.interruptTitle}</Dialog.Title>
      </div>
      <div className="dialog-body stack">
        <label className="ask">
          <span>{t.interruptWhat}</span>
          <input
            // biome-ignore lint/a11y/noAutofocus: the dialog begins with it
            autoFocus
            className="field"
            value={text}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <fieldset className="chips">
          <legend>{t.interruptLong}</legend>
          {[...LENGTHS, "other" as const].map((value) => (
            <label key={value} className="chip">
              <input
                type="radio"
                name="length"
                checked={length === value}
                onChange={() => setLength(value)}
              />
              <span>{value === "other" ? t.other : t.minutes(value)}</span>
            </label>
          ))}
          {length === "other" && (
            <input
              className="field is-short"
              type="number"
              min={1}
              max={1440}
              value={other}
              aria-label={t.otherMinutes}
              onChange={(event) => setOther(event.target.value)}
            />
          )}
        </fieldset>
        <fieldset className="chips">
          <legend>{t.interruptIs}</legend>
          {[false, true].map((value) => (
            <label key={String(value)} className="chip">
              <input type="radio" name="over" checked={isOver === value} onChange={() => setOver(value)} />
              <span>{value ? t.isOver : t.isStarting}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <div className="dialog-foot">
        <Dialog.Close className="button is-plain">{shell.cancel}</Dialog.Close>
        <button type="submit" className="button is-main" disabled={!isReady}>
          {t.replan}
        </button>
      </div>
    </form>
  );
}

function Result({ result }: { result: Interrupted }) {
  const t = useTexts(todayTexts);
  const tongue = useTongue();
  const { spentBufferMin, moved, dropped } = result;
  return (
    <>
      <div className="dialog-head">
        <Dialog.Title>{t.interruptDone}</Dialog.Title>
      </div>
      <div className="dialog-body stack">
        {spentBufferMin > 0 && <p>{t.spentBuffer(sayMinutes(spentBufferMin, tongue))}</p>}
        {moved.length + dropped.length === 0 && <p>{t.nothingMoved}</p>}
        {moved.length > 0 && (
          <section>
            <h3 className="small-head">{t.movedTitle}</h3>
            <ul className="moves">
              {moved.map((one) => (
                <li key={`${one.from} ${one.text}`}>
                  <span>{one.text}</span>
                  <span className="numbers">{t.movedLine(timeOf(one.from), timeOf(one.to))}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {dropped.length > 0 && (
          <section>
            <h3 className="small-head">{t.droppedTitle}</h3>
            <ul className="moves">
              {dropped.map((one) => (
                <li key={one.text}>
                  <span>{one.text}</span>
                  <span className="numbers">{sayMinutes(one.min, tongue)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <div className="dialog-foot">
        <Dialog.Close className="button is-main" autoFocus>
          {t.ok}
        </Dialog.Close>
      </div>
    </>
  );
}

function timeOf(iso: string): string {
  return iso.includes("T") ? wallOf(iso) : iso;
}
