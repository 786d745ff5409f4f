// The check of the day: what was detected stands answered with its evidence, the rest is asked as yes or no, one line may be
// added. Then how today compares, without scores.

import { useEffect, useRef, useState } from "react";
import type { AnswerJson, DayJson } from "../contract.ts";
import { act } from "../state.ts";
import { useTexts } from "../texts.ts";
import { AddCondition, FirstConditions } from "./conditions.tsx";
import { Judging, Returning } from "./corrections.tsx";
import { today } from "./day-state.ts";
import { checkTexts } from "./texts-check.ts";

export function Check({ day }: { day: DayJson }) {
  const t = useTexts(checkTexts);
  const { check } = day;
  const asked = today.use((state) => state.checkAsked);
  const [opened, setOpened] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked === 0) return;
    // Answered: coming back to this screen later must not move the focus again.
    today.set({ checkAsked: 0 });
    setOpened(true);
    card.current?.scrollIntoView({ block: "nearest" });
    requestAnimationFrame(() => card.current?.querySelector<HTMLElement>("input, button")?.focus());
  }, [asked]);
  if (!day.isToday && check.answers.every(({ holds }) => holds === null) && check.remarks.length === 0)
    return null;
  const isAsking = !check.isDone || isChanging;
  const isOpen = opened || (check.isDue && isAsking);
  return (
    <section
      ref={card}
      className="card"
      aria-labelledby="check"
      data-due={(check.isDue && !check.isDone) || undefined}
    >
      <div className="card-head">
        <h2 id="check">{t.check}</h2>
        {check.answers.length === 0 ? null : check.isDone ? (
          <span className="tag">{t.checkDone}</span>
        ) : (
          check.isDue && <span className="tag is-due">{t.checkDue}</span>
        )}
        {(check.isDone || !check.isDue) && check.answers.length > 0 && (
          <button
            type="button"
            className="button is-plain"
            aria-expanded={check.isDone ? isChanging : isOpen}
            onClick={() => (check.isDone ? setChanging(!isChanging) : setOpened(!opened))}
          >
            {check.isDone ? t.changeAnswers : t.checkNow}
          </button>
        )}
      </div>
      {check.answers.length === 0 && day.isToday && <FirstConditions />}
      {check.isDone && <Compare day={day} />}
      {isAsking && isOpen && check.answers.length > 0 && (
        <>
          <Answers key={day.date} day={day} onSaved={() => setChanging(false)} />
          {day.isToday && <AddCondition />}
        </>
      )}
      {check.isDone && !isChanging && <Given answers={check.answers} />}
      {check.remarks.map((remark) => (
        <p key={remark} className="remark">
          {remark}
        </p>
      ))}
      <Returning day={day} />
      <Judging day={day} />
    </section>
  );
}

function Answers({ day, onSaved }: { day: DayJson; onSaved: () => void }) {
  const t = useTexts(checkTexts);
  const { answers } = day.check;
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({});
  const [note, setNote] = useState("");
  const answerTo = (answer: AnswerJson): boolean | null =>
    chosen[answer.name] ?? answer.holds ?? answer.detected ?? null;
  const left = answers.filter((answer) => answerTo(answer) === null && !answer.later).length;
  const save = async (): Promise<void> => {
    const given = answers.flatMap((answer) => {
      const holds = answerTo(answer);
      return holds === null ? [] : [{ name: answer.name, holds }];
    });
    const input = { date: day.date, answers: given, ...(note.trim() !== "" && { note: note.trim() }) };
    const answer = await act("check", input, note === "" ? {} : { kept: note });
    if (answer !== null) {
      setNote("");
      setChosen({});
      onSaved();
    }
  };
  return (
    <form
      className="answers"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="hint">{t.checkLead}</p>
      {(["abnormal", "healthy"] as const).map((kind) => {
        const some = answers.filter((answer) => answer.kind === kind);
        if (some.length === 0) return null;
        return (
          <fieldset key={kind} className="answer-group">
            <legend className="small-head">{t[kind]}</legend>
            {some.map((answer) => (
              <YesNo
                key={answer.name}
                answer={answer}
                value={answerTo(answer)}
                onChoose={(holds) => setChosen({ ...chosen, [answer.name]: holds })}
              />
            ))}
          </fieldset>
        );
      })}
      <input
        className="field"
        value={note}
        placeholder={t.noteLine}
        aria-label={t.noteLine}
        autoComplete="off"
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="card-acts">
        <button type="submit" className="button is-main" disabled={left === answers.length}>
          {t.saveCheck}
        </button>
        {left > 0 && <span className="hint">{t.left(left)}</span>}
      </div>
    </form>
  );
}

interface YesNoProps {
  answer: AnswerJson;
  value: boolean | null;
  onChoose: (holds: boolean) => void;
}

function YesNo({ answer, value, onChoose }: YesNoProps) {
  const t = useTexts(checkTexts);
  return (
    <div className="answer">
      <div className="answer-text">
        <p>{answer.name}</p>
        {answer.later && value === null && <p className="hint">{t.tooEarly}</p>}
        {answer.evidence !== null && <p className="hint">{t.seen(answer.evidence)}</p>}
      </div>
      <div className="yes-no" role="radiogroup" aria-label={answer.name}>
        {[true, false].map((holds) => (
          <label key={String(holds)} className="chip">
            <input
              type="radio"
              name={`answer ${answer.name}`}
              checked={value === holds}
              onChange={() => onChoose(holds)}
            />
            <span>{holds ? t.yes : t.no}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

/** What was answered, the abnormal that held first. */
function Given({ answers }: { answers: readonly AnswerJson[] }) {
  const t = useTexts(checkTexts);
  const held = answers.filter(({ holds }) => holds === true);
  if (held.length === 0) return null;
  return (
    <ul className="given">
      {[...held]
        .sort((a, b) => a.kind.localeCompare(b.kind))
        .map((answer) => (
          <li key={answer.name}>
            <span className="tag" data-kind={answer.kind}>
              {t[answer.kind]}
            </span>
            {answer.name}
          </li>
        ))}
    </ul>
  );
}

function Compare({ day }: { day: DayJson }) {
  const t = useTexts(checkTexts);
  const { compare } = day.check;
  if (compare === null) return null;
  const one = (value: number): string => String(Math.round(value * 10) / 10);
  if (compare.healthyBefore === null || compare.abnormalBefore === null) {
    return (
      <p className="compare">
        {t.compareAlone(compare.healthy, compare.abnormal)} <span className="hint">({t.compareFew})</span>
      </p>
    );
  }
  return (
    <p className="compare">
      {t.compareHealthy(compare.healthy, one(compare.healthyBefore))};{" "}
      {t.compareAbnormal(compare.abnormal, one(compare.abnormalBefore))}{" "}
      <span className="hint">({t.compareRests(compare.days)})</span>
    </p>
  );
}
