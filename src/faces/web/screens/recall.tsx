// The Recall screen: one question after the other. Space or Enter shows the answer, 1 to 4 say how well it was known, u takes
// the last answer back. Afterwards: what comes in the next days, and how each item stands.

import { useEffect, useRef } from "react";
import type { RecallData, RecallQuestion } from "../contract.ts";
import { useDraft } from "../drafts.ts";
import { Icon } from "../parts/icon.tsx";
import { RECALL_IDS } from "../recall/commands-recall.ts";
import { AheadDays, RecallItems } from "../recall/recall-overview.tsx";
import {
  currentQuestion,
  keyOf,
  type RecallRating,
  rate,
  session,
  showAnswer,
  takeBack,
  useSession,
} from "../recall/recall-state.ts";
import { recallTexts } from "../recall/texts-recall.ts";
import { Words } from "../recall/words.tsx";
import { linkTo, useRoute } from "../route.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import "./preview.css";
import "./recall.css";

const RATINGS: readonly RecallRating[] = ["again", "hard", "good", "easy"];

export function RecallScreen() {
  const t = useTexts(recallTexts);
  const shell = useTexts(shellTexts);
  const item = useRoute().query.get("path");
  useSession(item);
  const { data, problem } = session.use((state) => state);
  const asked = session.use(currentQuestion);
  return (
    <section className="screen recall-screen">
      <header className="screen-head">
        <h1>{t.recall}</h1>
        {data !== null && asked !== null && <p className="screen-note">{t.left(data.queue.length)}</p>}
      </header>
      {data === null ? (
        <p role={problem === null ? undefined : "alert"}>{problem?.message ?? shell.loading}</p>
      ) : asked !== null ? (
        <Card key={keyOf(asked)} asked={asked} />
      ) : data.items.length === 0 ? (
        <Empty />
      ) : (
        <Done data={data} />
      )}
    </section>
  );
}

function Card({ asked }: { asked: RecallQuestion }) {
  const t = useTexts(recallTexts);
  const { shown, busy } = session.use((state) => state);
  const typed = useDraft(`recall ${keyOf(asked)}`);
  const show = useRef<HTMLButtonElement>(null);
  const good = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    (shown ? good : show).current?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <article className="recall-card" aria-labelledby="recall-question">
      <p className="recall-of">
        {asked.path === null ? asked.title : <a href={linkTo("item", { path: asked.path })}>{asked.title}</a>}
        {asked.state === "new" && <span className="tag">{t.newCount}</span>}
      </p>
      <div id="recall-question" className="recall-question">
        <Words text={asked.question} />
      </div>
      {shown ? (
        <>
          {typed.text.trim() !== "" && (
            <p className="recall-typed">
              <span className="small-head">{t.yourAnswer}</span>
              <span>{typed.text}</span>
            </p>
          )}
          <section className="recall-answer" aria-label={t.answer} aria-live="polite">
            <Words text={asked.answer} />
          </section>
          <fieldset className="recall-rates" disabled={busy}>
            <legend className="unseen">{t.howWell}</legend>
            {RATINGS.map((rating, at) => (
              <button
                key={rating}
                id={RECALL_IDS[rating]}
                ref={rating === "good" ? good : undefined}
                type="button"
                className={rating === "good" ? "button is-main" : "button"}
                onClick={() => void rate(rating, typed.text, () => typed.clear(typed.text))}
              >
                <kbd>{at + 1}</kbd>
                <span>{t[rating]}</span>
                <small>{t.inDays(asked.next[rating])}</small>
              </button>
            ))}
          </fieldset>
        </>
      ) : (
        <form
          className="recall-ask"
          onSubmit={(event) => {
            event.preventDefault();
            showAnswer();
          }}
        >
          <textarea
            id={RECALL_IDS.typed}
            className="field"
            rows={2}
            aria-label={t.yourAnswer}
            placeholder={t.yourAnswerHint}
            value={typed.text}
            onChange={(event) => typed.type(event.target.value.replace(/\n/g, " "))}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.nativeEvent.isComposing) {
                event.preventDefault();
                showAnswer();
              } else if (event.key === "Escape") show.current?.focus();
            }}
          />
          <button ref={show} id={RECALL_IDS.show} type="submit" className="button is-main">
            {t.show}
          </button>
        </form>
      )}
      <TakeBack />
    </article>
  );
}

function TakeBack() {
  const t = useTexts(recallTexts);
  const given = session.use((state) => state.given);
  const last = given.at(-1);
  const draft = useDraft(`recall ${last?.key ?? ""}`);
  if (last === undefined) return null;
  return (
    <div className="recall-back">
      <button
        type="button"
        id={RECALL_IDS.back}
        className="button is-plain"
        onClick={() => void takeBack((_, typed) => draft.type(typed))}
      >
        <Icon name="undo" size={15} />
        {t.takeBack}
      </button>
    </div>
  );
}

function Done({ data }: { data: RecallData }) {
  const t = useTexts(recallTexts);
  const given = session.use((state) => state.given);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <>
      <div className="recall-done">
        <h2 ref={head} tabIndex={-1}>
          {t.doneTitle}
        </h2>
        {given.length > 0 && (
          <p>{t.doneCount(given.length, given.filter(({ isKnown }) => isKnown).length)}</p>
        )}
        <div className="recall-done-acts">
          <a className="button is-main" href={linkTo("today")}>
            {t.backToToday}
          </a>
          <TakeBack />
        </div>
      </div>
      <AheadDays data={data} />
      <RecallItems data={data} />
    </>
  );
}

function Empty() {
  const t = useTexts(recallTexts);
  return (
    <div className="recall-done">
      <h2>{t.emptyTitle}</h2>
      <p>{t.emptyLead}</p>
      <p>
        {t.emptyHow} <code>nunc recall-add</code>
      </p>
    </div>
  );
}
