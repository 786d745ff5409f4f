// The dialogs of the clock: what to start or switch to, and what really happened to one that ran on by itself.

import { Dialog } from "@base-ui/react/dialog";
import { useRef, useState } from "react";
import type { ClockJson } from "../contract.ts";
import { app } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { settleClock, startClock } from "./day-actions.ts";
import { nameOf, today, usePresent } from "./day-state.ts";
import { TaskField } from "./task-field.tsx";
import { todayTexts } from "./texts-today.ts";
import { minuteAtWall, minuteOf, readWall, wallAt, wallOf } from "./time.ts";

export function ClockDialogs() {
  const dialog = today.use((state) => state.dialog);
  const clock = app.use((state) => state.snapshot?.clock ?? null);
  if (dialog === "doubt") return clock?.doubt == null ? null : <Doubt key={clock.from} clock={clock} />;
  if (dialog === null) return null;
  return <Start isSwitch={dialog === "switch"} />;
}

const close = (): void => today.set({ dialog: null });

function Start({ isSwitch }: { isSwitch: boolean }) {
  const t = useTexts(todayTexts);
  const shell = useTexts(shellTexts);
  const [text, setText] = useState("");
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup ref={popup} className="dialog is-small is-open">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (text.trim() !== "") void startClock(text.trim()).then((worked) => worked && close());
            }}
          >
            <div className="dialog-head">
              <Dialog.Title>{isSwitch ? t.switchTitle : t.startTitle}</Dialog.Title>
            </div>
            <div className="dialog-body">
              <TaskField
                value={text}
                onChange={setText}
                label={t.startWhat}
                placeholder={t.startWhat}
                autoFocus
                layer={popup}
              />
            </div>
            <div className="dialog-foot">
              <Dialog.Close className="button is-plain">{shell.cancel}</Dialog.Close>
              <button type="submit" className="button is-main" disabled={text.trim() === ""}>
                {t.start}
              </button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type Choice = "likely" | "now" | "other" | "drop";

function Doubt({ clock }: { clock: ClockJson }) {
  const t = useTexts(todayTexts);
  const shell = useTexts(shellTexts);
  const zone = app.use((state) => state.snapshot?.day.zone ?? "UTC");
  const now = usePresent();
  const likely = clock.likelyEnd;
  const [choice, setChoice] = useState<Choice>(likely === null ? "now" : "likely");
  const [time, setTime] = useState(likely === null ? wallAt(now, zone) : wallOf(likely));
  const name = nameOf(clock, t);
  const lead = {
    "past-block": t.doubtPastBlock(name, wallOf(likely ?? clock.from)),
    "past-day": t.doubtPastDay(name, wallOf(clock.from)),
    slept: t.doubtSlept(name, wallOf(likely ?? clock.from)),
    long: t.doubtLong(name, wallOf(clock.from)),
  }[clock.doubt ?? "long"];
  const wall = readWall(time);
  const at = wall === null ? null : minuteAtWall(wall, minuteOf(clock.from), now, zone);
  const choices: [Choice, string][] = [
    ["now", t.endedNow(wallAt(now, zone))],
    ["other", t.endedOther],
    ["drop", t.neverWas],
  ];
  if (likely !== null) {
    const words = clock.doubt === "past-block" ? t.endedBlock(wallOf(likely)) : t.endedLikely(wallOf(likely));
    choices.unshift(["likely", words]);
  }
  const settle = (): void => {
    if (choice === "likely" && likely !== null) void settleClock({ at: minuteOf(likely) });
    else if (choice === "other") {
      if (at !== null) void settleClock({ at });
    } else void settleClock(choice === "drop" ? "drop" : "now");
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="dialog is-small">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              settle();
            }}
          >
            <div className="dialog-head">
              <Dialog.Title>{t.doubtTitle}</Dialog.Title>
            </div>
            <div className="dialog-body">
              <Dialog.Description>{lead}</Dialog.Description>
              <p className="hint">{t.doubtLead}</p>
              <fieldset className="picks">
                <legend className="unseen">{t.doubtTitle}</legend>
                {choices.map(([value, words]) => (
                  <label key={value} className="pick">
                    <input
                      type="radio"
                      name="doubt"
                      value={value}
                      checked={choice === value}
                      onChange={() => setChoice(value)}
                    />
                    {words}
                  </label>
                ))}
              </fieldset>
              {choice === "other" && (
                <label className="ask">
                  <span>{t.endTime}</span>
                  <input
                    className="field"
                    inputMode="numeric"
                    autoComplete="off"
                    value={time}
                    aria-invalid={at === null}
                    onChange={(event) => setTime(event.target.value)}
                  />
                </label>
              )}
            </div>
            <div className="dialog-foot">
              <Dialog.Close className="button is-plain">{shell.later}</Dialog.Close>
              <button type="submit" className="button is-main" disabled={choice === "other" && at === null}>
                {t.thatWasIt}
              </button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
