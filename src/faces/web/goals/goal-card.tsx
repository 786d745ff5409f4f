// One goal: how far it is, its key results, its key problems, the items that serve it with their answers, its hours.

import { useState } from "react";
import type { GoalJson, ResultJson } from "../contract.ts";
import { Icon } from "../parts/icon.tsx";
import { linkTo } from "../route.ts";
import { act, app } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { sayMinutes } from "../today/time.ts";
import { GoalForecast } from "./goal-forecast.tsx";
import { Problems } from "./problems.tsx";
import { Services } from "./services.tsx";
import { goalCommandTexts } from "./texts-commands.ts";
import { goalTexts } from "./texts-goals.ts";
import { ValueField, WriteLine } from "./write-line.tsx";

export function GoalCard({ goal }: { goal: GoalJson }) {
  const t = useTexts(goalTexts);
  const tongue = useTongue();
  const [editing, setEditing] = useState(false);
  const id = `goal-${goal.number}`;
  const { range } = goal;
  return (
    <article className="goal" aria-labelledby={id}>
      <header className="goal-head">
        <h2 id={id}>{goal.title}</h2>
        {goal.period !== null && <span className="goal-period">{goal.period.text}</span>}
        <button
          type="button"
          className="icon-button"
          aria-label={t.editGoal(goal.title)}
          aria-expanded={editing}
          title={t.edit}
          onClick={() => setEditing(!editing)}
        >
          <Icon name="more" />
        </button>
      </header>
      {editing && <GoalForm goal={goal} onClose={() => setEditing(false)} />}
      <Meter ratio={goal.ratio} gone={goal.gone} name={t.howFar(goal.title)} />
      <p className="goal-facts">
        {goal.overdue ? (
          <strong>{t.overdue}</strong>
        ) : (
          goal.gone !== null && <span>{t.timeGone(goal.gone)}</span>
        )}
        <span>{t.hours(sayMinutes(goal.minutes, tongue), range.from, range.to, range.noted)}</span>
      </p>
      {goal.state === "open" && <GoalForecast goal={goal} />}
      <section aria-label={t.results}>
        <h3>{t.results}</h3>
        <ul className="results">
          {goal.results.map((result) => (
            <Result key={result.line} result={result} goal={goal} />
          ))}
        </ul>
        <WriteLine
          name={t.addResult}
          placeholder={t.resultPlaceholder}
          onWrite={async (text) =>
            (await act("result-add", { goal: goal.title, text }, { kept: text })) !== null
          }
        />
      </section>
      <Problems problems={goal.problems} goal={goal.title} />
      <Services goal={goal} />
    </article>
  );
}

/** A bar with how far it is, and a mark where the time is. */
export function Meter({
  ratio,
  gone = null,
  name,
}: {
  ratio: number | null;
  gone?: number | null;
  name: string;
}) {
  const t = useTexts(goalTexts);
  const text = ratio === null ? t.unmeasured : t.progress(ratio);
  return (
    <div className="meter">
      {ratio !== null && (
        // biome-ignore lint/a11y/useSemanticElements: browsers draw a <meter> as they like, without a mark for the time
        <div
          className="meter-bar"
          role="meter"
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(ratio * 100)}
          aria-valuetext={gone === null ? text : `${text}, ${t.timeGone(gone)}`}
        >
          <span className="meter-full" style={{ width: `${ratio * 100}%` }} />
          {gone !== null && <span className="meter-gone" style={{ left: `${gone * 100}%` }} />}
        </div>
      )}
      <span className="meter-text">{text}</span>
    </div>
  );
}

function Result({ result, goal }: { result: ResultJson; goal: GoalJson }) {
  const t = useTexts(goalTexts);
  const { title, measure, ticked, ratio, points, items } = result;
  const progress = (input: { value?: string; tick?: string; untick?: string }): void =>
    void act("result-progress", { result: title, goal: goal.title, ...input }, { quiet: true });
  return (
    <li className="result">
      <div className="result-head">
        {measure?.kind === "tick" || ticked ? (
          <label className="result-title">
            <input
              type="checkbox"
              checked={ticked}
              onChange={() => progress({ value: ticked ? "undone" : "done" })}
            />
            {title}
          </label>
        ) : (
          <span className="result-title">{title}</span>
        )}
        <Figures result={result} onSave={(value) => progress({ value })} />
        <Meter ratio={ratio} name={t.howFar(title)} />
      </div>
      {points.length > 0 && (
        <ul className="points">
          {points.map(({ line, text, done }) => (
            <li key={line}>
              <label>
                <input
                  type="checkbox"
                  checked={done}
                  onChange={() => progress(done ? { untick: text } : { tick: text })}
                />
                {text}
              </label>
            </li>
          ))}
        </ul>
      )}
      {items.length > 0 && (
        <ul className="points">
          {items.map(({ name, path, ratio: own }) => (
            <li key={name}>
              {path === null ? name : <a href={linkTo("item", { path })}>{path}</a>}{" "}
              <span className="hint">{own === null ? t.noItem : t.progress(own)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** The figure of today in a field, with what it is of. */
function Figures({ result, onSave }: { result: ResultJson; onSave: (value: string) => void }) {
  const t = useTexts(goalTexts);
  const { measure, title } = result;
  const field = (value: number | null) => (
    <ValueField
      value={value === null ? "" : String(value)}
      label={t.now(title)}
      width={3}
      isNumber
      placeholder="?"
      onSave={(text) => text !== "" && onSave(text)}
    />
  );
  switch (measure?.kind) {
    case "number":
      return (
        <span className="figures">
          {field(measure.done)} {t.of(`${measure.total}${measure.unit && ` ${measure.unit}`}`)}
        </span>
      );
    case "percent":
      return <span className="figures">{field(measure.percent)} %</span>;
    case "from-to": {
      const unit = measure.unit && ` ${measure.unit}`;
      return (
        <span className="figures">
          {field(measure.now)}
          {unit} <span className="hint">{t.fromTo(`${measure.from}`, `${measure.to}${unit}`)}</span>
        </span>
      );
    }
    default:
      return null;
  }
}

/** Title, period, and the end of a goal. */
function GoalForm({ goal, onClose }: { goal: GoalJson; onClose: () => void }) {
  const t = useTexts(goalTexts);
  const shell = useTexts(shellTexts);
  const [title, setTitle] = useState(goal.title);
  const [period, setPeriod] = useState(goal.period?.text ?? "");
  const save = async (): Promise<void> => {
    const input = {
      ...(title.trim() !== goal.title && title.trim() !== "" && { title: title.trim() }),
      ...(period.trim() !== (goal.period?.text ?? "") && { period: period.trim() || null }),
    };
    if (Object.keys(input).length === 0) onClose();
    else if ((await act("goal-edit", { goal: goal.title, ...input }, { kept: title })) !== null) onClose();
  };
  const close = (as: "reached" | "given-up"): void =>
    void act("goal-close", { goal: goal.title, as }).then((done) => done !== null && onClose());
  return (
    <form
      className="goal-form"
      aria-label={t.editGoal(goal.title)}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label>
        {t.goalTitle}
        <input className="field" value={title} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <label>
        {t.period}
        <input
          className="field"
          value={period}
          placeholder={t.periodPlaceholder}
          onChange={(event) => setPeriod(event.target.value)}
        />
      </label>
      <div className="goal-form-acts">
        <button type="submit" className="button is-main">
          {shell.save}
        </button>
        <button type="button" className="button is-plain" onClick={onClose}>
          {shell.cancel}
        </button>
        <span className="spring" />
        <button type="button" className="button" onClick={() => close("reached")}>
          {t.reach}
        </button>
        <button type="button" className="button" onClick={() => close("given-up")}>
          {t.giveUp}
        </button>
      </div>
    </form>
  );
}

export function NewGoal({ id }: { id: string }) {
  const t = useTexts(goalTexts);
  const { newGoal } = useTexts(goalCommandTexts);
  const shell = useTexts(shellTexts);
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [period, setPeriod] = useState("");
  const year = app.use((state) => state.snapshot?.day.date.slice(0, 4) ?? "");
  const save = async (): Promise<void> => {
    const input = { title: title.trim(), ...(period.trim() !== "" && { period: period.trim() }) };
    if ((await act("goal-add", input, { kept: title })) === null) return;
    setTitle("");
    setPeriod("");
    setOpen(false);
  };
  return (
    <>
      <button
        id={id}
        type="button"
        className="button is-main"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="plus" size={16} />
        {newGoal}
      </button>
      {isOpen && (
        <form
          className="goal-form is-new"
          aria-label={newGoal}
          onSubmit={(event) => {
            event.preventDefault();
            if (title.trim() !== "") void save();
          }}
        >
          <label>
            {t.goalTitle}
            <input
              // biome-ignore lint/a11y/noAutofocus: it opens where the person has just asked for it
              autoFocus
              className="field"
              value={title}
              onChange={(event) => setTitle(event.target.value)}
              onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
            />
          </label>
          <label>
            {t.period}
            <input
              className="field"
              value={period}
              placeholder={t.periodPlaceholder.replaceAll("2026", year || "2026")}
              onChange={(event) => setPeriod(event.target.value)}
            />
          </label>
          <div className="goal-form-acts">
            <button type="submit" className="button is-main" disabled={title.trim() === ""}>
              {shell.save}
            </button>
            <button type="button" className="button is-plain" onClick={() => setOpen(false)}>
              {shell.cancel}
            </button>
          </div>
        </form>
      )}
    </>
  );
}
