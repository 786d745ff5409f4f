// What keeps returning and asks for a correction, and corrections whose day of judgement has come, with their figures.

import { useState } from "react";
import type { CorrectionJson, DayJson } from "../contract.ts";
import { act } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { FormActs } from "./form-acts.tsx";
import { Opener } from "./opener.tsx";
import { checkTexts } from "./texts-check.ts";
import { addDays, sayShortDay } from "./time.ts";

/** After two weeks there is something to judge by. */
const TRIAL_DAYS = 14;

export function Returning({ day }: { day: DayJson }) {
  const t = useTexts(checkTexts);
  const { returning } = day.check;
  const [writing, setWriting] = useState<string | null>(null);
  const [closed, setClosed] = useState<string | null>(null);
  const close = (): void => {
    setClosed(writing);
    setWriting(null);
  };
  if (returning.length === 0 || !day.isToday) return null;
  return (
    <div className="card-part">
      <h3 className="small-head">{t.returning}</h3>
      {returning.map((one) => (
        <div key={one.name} className="returning">
          <p>{t.returningLine(one.name, one.days, one.of)}</p>
          {writing === one.name ? (
            <CorrectionForm condition={one.name} date={day.date} onClose={close} />
          ) : (
            <Opener back={closed === one.name} onClick={() => setWriting(one.name)}>
              {t.correct}
            </Opener>
          )}
        </div>
      ))}
    </div>
  );
}

function CorrectionForm({
  condition,
  date,
  onClose,
}: {
  condition: string;
  date: string;
  onClose: () => void;
}) {
  const t = useTexts(checkTexts);
  const [text, setText] = useState("");
  const [from, setFrom] = useState(addDays(date, 1));
  const [judgeOn, setJudgeOn] = useState(addDays(date, 1 + TRIAL_DAYS));
  const save = async (): Promise<void> => {
    const answer = await act("correct", { condition, text: text.trim(), from, judgeOn }, { kept: text });
    if (answer !== null) onClose();
  };
  return (
    <form
      className="correction-form"
      aria-label={t.correct}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") void save();
      }}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens where the person has just asked for it
        autoFocus
        className="field"
        value={text}
        aria-label={t.correctWhat}
        placeholder={t.correctHint}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <div className="correction-days">
        <label>
          {t.correctFrom}
          <input
            type="date"
            className="field"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </label>
        <label>
          {t.correctJudge}
          <input
            type="date"
            className="field"
            value={judgeOn}
            min={from}
            onChange={(event) => setJudgeOn(event.target.value)}
          />
        </label>
      </div>
      <FormActs disabled={text.trim() === ""} onCancel={onClose} />
    </form>
  );
}

export function Judging({ day }: { day: DayJson }) {
  const t = useTexts(checkTexts);
  const { judge } = day.check;
  if (judge.length === 0 || !day.isToday) return null;
  return (
    <div className="card-part">
      <h3 className="small-head">{t.judge}</h3>
      {judge.map((correction) => (
        <JudgeOne key={`${correction.condition} ${correction.from}`} correction={correction} />
      ))}
    </div>
  );
}

function JudgeOne({ correction }: { correction: CorrectionJson }) {
  const t = useTexts(checkTexts);
  const tongue = useTongue();
  const [instead, setInstead] = useState<string | null>(null);
  const [isBack, setBack] = useState(false);
  const close = (): void => {
    setBack(true);
    setInstead(null);
  };
  const { condition } = correction;
  const settle = (outcome: "keep" | "change" | "drop", text?: string): void =>
    void act("correction-judge", { condition, outcome, ...(text !== undefined && { text }) });
  return (
    <div className="judge">
      <p>{correction.text}</p>
      <p className="hint">
        {t.judgeFor(condition)}, {t.judgeSince(sayShortDay(correction.from, tongue))}
      </p>
      <dl className="before-since">
        {(["before", "since"] as const).map((part) => (
          <div key={part}>
            <dt>{t[part]}</dt>
            <dd>
              {t.heldOn(correction[part].held, correction[part].days)}
              <span className="bar" aria-hidden="true">
                <span
                  style={{ width: `${(100 * correction[part].held) / Math.max(1, correction[part].days)}%` }}
                />
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="judge-says">{correction.says}</p>
      {instead === null ? (
        <div className="card-acts">
          <button type="button" className="button" onClick={() => settle("keep")}>
            {t.keep}
          </button>
          <Opener back={isBack} onClick={() => setInstead(correction.text)}>
            {t.change}
          </Opener>
          <button type="button" className="button" onClick={() => settle("drop")}>
            {t.dropIt}
          </button>
        </div>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (instead.trim() !== "") settle("change", instead.trim());
          }}
          onKeyDown={(event) => event.key === "Escape" && close()}
        >
          <input
            // biome-ignore lint/a11y/noAutofocus: it opens where the person has just asked for it
            autoFocus
            className="field"
            value={instead}
            aria-label={t.changeTo}
            onChange={(event) => setInstead(event.target.value)}
          />
          <FormActs onCancel={close} />
        </form>
      )}
    </div>
  );
}
