// Items untouched for long, one at a time: what says so, and five answers by one key each. Every answer is an ordinary change
// that can be undone; then comes the next.

import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { sayLives } from "../../../domain/index.ts";
import type { StaleItemJson, StaleJson } from "../contract.ts";
import { linkTo } from "../route.ts";
import { act } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { livesStore, useStale } from "./lives-state.ts";
import { livesView } from "./lives-view.ts";
import { livesTexts } from "./texts-lives.ts";

export function StaleQueue() {
  useStale();
  const t = useTexts(livesTexts);
  const stale = livesStore.use((state) => state.stale);
  const isOpen = livesView.use((state) => state.stale);
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  if (stale === null || stale.of === 0) return null;
  const left = stale.items.filter(({ path }) => !skipped.includes(path));
  const [item] = left;
  const aside = t.staleLeft(stale.left, stale.planned);
  return (
    <section className="stale" aria-labelledby="stale-title">
      <div className="stale-head">
        <h2 id="stale-title">{t.stale}</h2>
        <p>
          {t.staleCount(stale.items.length, stale.of)}{" "}
          {aside !== "" && <span className="hint">{t.sentence(aside)}</span>}
        </p>
        {stale.items.length > 0 && (
          <button
            type="button"
            className="button"
            aria-expanded={isOpen}
            onClick={() => {
              setSkipped([]);
              livesView.set({ stale: !isOpen });
            }}
          >
            {isOpen ? t.staleClose : t.staleBegin}
          </button>
        )}
      </div>
      {isOpen && item !== undefined && (
        <Question
          key={item.path}
          item={item}
          slot={stale.slot}
          onSkip={() => setSkipped([...skipped, item.path])}
        />
      )}
      {isOpen && item === undefined && skipped.length > 0 && <p>{t.staleDone}</p>}
      {isOpen && <p className="hint stale-rule">{stale.rule.says}</p>}
    </section>
  );
}

type Asking = "step" | "schedule" | null;

interface QuestionProps {
  item: StaleItemJson;
  slot: StaleJson["slot"];
  onSkip: () => void;
}

function Question({ item, slot, onSkip }: QuestionProps) {
  const t = useTexts(livesTexts);
  const { priorities } = sayLives(useTongue());
  const [asking, setAsking] = useState<Asking>(null);
  const card = useRef<HTMLDivElement>(null);
  const { address, path } = item;
  useEffect(() => {
    if (asking === null) card.current?.focus();
  }, [asking]);
  const answers: { key: string; name: string; run: () => void }[] = [
    { key: "1", name: t.smaller, run: () => setAsking("step") },
    { key: "2", name: t.schedule, run: () => setAsking("schedule") },
    ...(item.lowerTo === null
      ? []
      : [
          {
            key: "3",
            name: t.lower(priorities[item.lowerTo]),
            run: () => void act("lower", { items: [address] }),
          },
        ]),
    { key: "4", name: t.drop, run: () => void act("drop", { items: [address] }) },
    { key: "5", name: t.leave, run: () => void act("stale-leave", { item: address }) },
    { key: "6", name: t.skip, run: onSkip },
  ];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      if (asking === null) livesView.set({ stale: false });
      else setAsking(null);
      return;
    }
    if (event.target instanceof HTMLInputElement) return;
    const answer = answers.find(({ key }) => key === event.key);
    if (answer === undefined || asking !== null) return;
    event.preventDefault();
    answer.run();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a frame that a question does not want
    <div
      ref={card}
      className="stale-card"
      role="group"
      aria-label={`${item.title}: ${t.staleAsk}`}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <h3>
        <a href={linkTo("item", { path })}>{item.title}</a>
        {item.priority !== null && <small>{priorities[item.priority]}</small>}
      </h3>
      <p>{t.sentence(item.says)}</p>
      {item.nextStep !== null && <p className="hint">{t.nextStep(item.nextStep)}</p>}
      {asking === "step" && <StepForm item={item} onBack={() => setAsking(null)} />}
      {asking === "schedule" && <ScheduleForm item={item} slot={slot} onBack={() => setAsking(null)} />}
      {asking === null && (
        <div className="stale-answers">
          {answers.map(({ key, name, run }) => (
            <button key={key} type="button" className="button" aria-keyshortcuts={key} onClick={run}>
              <kbd>{key}</kbd>
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function StepForm({ item, onBack }: { item: StaleItemJson; onBack: () => void }) {
  const t = useTexts(livesTexts);
  const [title, setTitle] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (title.trim() !== "") void act("add", { title: title.trim(), under: item.address }, { kept: title });
  };
  return (
    <form className="stale-form" onSubmit={submit}>
      <label>
        {t.stepField}
        <input
          className="field"
          value={title}
          // biome-ignore lint/a11y/noAutofocus: the key that opened the form asked for it
          autoFocus
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      <button type="submit" className="button is-main">
        {t.addStep}
      </button>
      <button type="button" className="button is-plain" onClick={onBack}>
        {t.back}
      </button>
    </form>
  );
}

function ScheduleForm({ item, slot, onBack }: Omit<QuestionProps, "onSkip"> & { onBack: () => void }) {
  const t = useTexts(livesTexts);
  const [date, setDate] = useState(slot?.date ?? "");
  const [from, setFrom] = useState(slot?.from ?? "09:00");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void act("block-add", { date, from, for: "30m", text: item.path });
  };
  return (
    <form className="stale-form" onSubmit={submit}>
      <label>
        {t.dayField}
        <input
          type="date"
          className="field"
          required
          value={date}
          // biome-ignore lint/a11y/noAutofocus: the key that opened the form asked for it
          autoFocus
          onChange={(event) => setDate(event.currentTarget.value)}
        />
      </label>
      <label>
        {t.timeField}
        <input
          type="time"
          className="field"
          required
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
      </label>
      <span className="hint">{t.lengthField}</span>
      <button type="submit" className="button is-main">
        {t.putIn}
      </button>
      <button type="button" className="button is-plain" onClick={onBack}>
        {t.back}
      </button>
    </form>
  );
}
