// The cards of one item, on its page: each with when it comes again and how well it is known today; new ones, other words.
// What is half typed is kept as a draft.

import { useEffect, useState } from "react";
import { postAct, problemOf } from "../api.ts";
import type { ItemRef, Problem, RecallData, RecallQuestion } from "../contract.ts";
import { useDraft } from "../drafts.ts";
import { Icon } from "../parts/icon.tsx";
import { linkTo } from "../route.ts";
import { act, app } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { recallTexts } from "./texts-recall.ts";
import { Words } from "./words.tsx";
import "../screens/preview.css";
import "../screens/recall.css";

/** @param item where the item stands; without it (it is no longer on the page) no card can be added */
export function ItemRecall({ path, item }: { path: string; item: ItemRef | null }) {
  const t = useTexts(recallTexts);
  const { data, problem } = useCards(path);
  if (data === null) return problem === null ? null : <p role="alert">{problem.message}</p>;
  const cards = Map.groupBy(data.questions ?? [], ({ file, line }) => `${file}:${line}`);
  const waits = data.queue.length;
  return (
    <section className="item-recall" aria-labelledby="item-recall">
      <div className="item-recall-head">
        <h2 id="item-recall">{t.recall}</h2>
        {waits > 0 && (
          <a className="button" href={linkTo("recall", { path })}>
            <Icon name="repeat" size={15} />
            {t.askNow(waits)}
          </a>
        )}
      </div>
      {cards.size === 0 && <p className="hint">{t.noneOfItem}</p>}
      <ul className="item-cards">
        {[...cards].map(([key, questions]) => (
          <CardRow key={`${key} ${questions[0]!.card.question}`} questions={questions} today={data.today} />
        ))}
      </ul>
      {data.diagnostics.length > 0 && (
        <ul className="mistakes" aria-label={t.mistakes}>
          {data.diagnostics.map(({ file, line, column, message, hint }) => (
            <li key={`${line}:${column}:${message}`}>
              <code>{`${file}:${line}`}</code> {message}{" "}
              {hint !== null && <span className="hint">{hint}</span>}
            </li>
          ))}
        </ul>
      )}
      {item !== null && <NewCard path={path} item={item} />}
    </section>
  );
}

function useCards(path: string): { data: RecallData | null; problem: Problem | null } {
  const snapshot = app.use((state) => state.snapshot);
  const [state, setState] = useState<{ data: RecallData | null; problem: Problem | null }>({
    data: null,
    problem: null,
  });
  useEffect(() => {
    if (snapshot === null) return;
    let isCurrent = true;
    postAct("recall", { item: path }).then(
      ({ data }) => isCurrent && setState({ data: data as RecallData, problem: null }),
      (error: unknown) => isCurrent && setState({ data: null, problem: problemOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [snapshot, path]);
  return state;
}

function CardRow({ questions, today }: { questions: readonly RecallQuestion[]; today: string }) {
  const t = useTexts(recallTexts);
  const [isEditing, setEditing] = useState(false);
  const [first] = questions;
  const { card, kind, file, hash, line } = first!;
  const place = { card: card.question, file, hash, line };
  if (isEditing)
    return (
      <li>
        <CardForm
          name={`recall-edit ${file} ${card.question}`}
          start={{ question: card.question, answer: card.answer, both: kind === "reversed" }}
          onCancel={() => setEditing(false)}
          onSave={({ question, answer, both }) =>
            act("recall-edit", {
              ...place,
              question,
              ...(answer.trim() !== "" && { answer, both: both ? "yes" : "no" }),
            }).then((done) => done !== null)
          }
        />
      </li>
    );
  return (
    <li>
      <div className="item-card-words">
        <Words text={kind === "cloze" ? withGapsMarked(card.question) : card.question} />
        {card.answer !== "" && (
          <div className="item-card-answer">
            <Words text={card.answer} />
          </div>
        )}
        <ul className="item-card-states">
          {questions.map((one) => (
            <li key={one.part}>
              {questions.length > 1 && <span className="item-card-part">{`#${one.part}`}</span>}
              <State one={one} today={today} />
            </li>
          ))}
        </ul>
      </div>
      <div className="item-card-acts">
        <button
          type="button"
          className="button is-plain"
          aria-label={t.editCard(card.question)}
          onClick={() => setEditing(true)}
        >
          {t.edit}
        </button>
        <button
          type="button"
          className="button is-plain"
          aria-label={t.removeCard(card.question)}
          onClick={() => void act("recall-remove", place)}
        >
          {t.remove}
        </button>
      </div>
    </li>
  );
}

/** Gaps stand out; the preview of a page knows no `==`. */
function withGapsMarked(text: string): string {
  return text.replace(/==(?=\S)([^=\n]+?)==/g, "**$1**");
}

function State({ one, today }: { one: RecallQuestion; today: string }) {
  const t = useTexts(recallTexts);
  if (one.rests) return <>{t.rests}</>;
  if (one.dueOn === null) return <>{t.isNew}</>;
  const when =
    one.dueOn > today ? t.nextOn(one.dueOn) : one.dueOn === today ? t.dueToday : t.dueSince(one.dueOn);
  const facts = [
    when,
    // Right after an answer nothing is forgotten, which says nothing.
    one.chance === null || one.lastOn === today ? "" : t.knownNow(Math.round(one.chance * 100)),
    one.reviews > 0 ? t.reviews(one.reviews, one.lapses) : "",
  ];
  return <>{facts.filter((fact) => fact !== "").join(" · ")}</>;
}

interface CardWords {
  question: string;
  answer: string;
  both: boolean;
}

function NewCard({ path, item }: { path: string; item: ItemRef }) {
  const t = useTexts(recallTexts);
  const name = `recall-add ${path}`;
  const begun = useDraft(`${name} question`).text !== "";
  const [isOpen, setOpen] = useState(begun);
  if (!isOpen)
    return (
      <button type="button" className="button is-plain" onClick={() => setOpen(true)}>
        <Icon name="plus" size={14} />
        {t.addCard}
      </button>
    );
  return (
    <CardForm
      name={name}
      start={{ question: "", answer: "", both: false }}
      onCancel={() => setOpen(false)}
      onSave={({ question, answer, both }) =>
        act("recall-add", {
          item,
          question,
          ...(answer.trim() !== "" && { answer }),
          ...(both && { both }),
        }).then((done) => done !== null)
      }
    />
  );
}

function CardForm({
  name,
  start,
  onSave,
  onCancel,
}: {
  /** Of its drafts. */
  name: string;
  start: CardWords;
  onSave: (words: CardWords) => Promise<boolean>;
  onCancel: () => void;
}) {
  const t = useTexts(recallTexts);
  const shell = useTexts(shellTexts);
  const drafts = { question: useDraft(`${name} question`), answer: useDraft(`${name} answer`) };
  const [both, setBoth] = useState(start.both);
  const [question, setQuestion] = useState(drafts.question.text || start.question);
  const [answer, setAnswer] = useState(drafts.answer.text || start.answer);
  const forget = (): void => {
    setQuestion(start.question);
    setAnswer(start.answer);
    drafts.question.type("");
    drafts.answer.type("");
  };
  return (
    <form
      className="item-card-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (question.trim() === "") return;
        void onSave({ question, answer, both }).then((done) => {
          if (!done) return;
          forget();
          if (start.question !== "") onCancel();
        });
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          forget();
          onCancel();
        } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
          event.currentTarget.requestSubmit();
      }}
    >
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it opens where the person has just asked for it
        autoFocus
        className="field"
        rows={2}
        aria-label={t.question}
        placeholder={t.questionHint}
        value={question}
        onChange={(event) => {
          setQuestion(event.target.value);
          drafts.question.type(event.target.value);
        }}
      />
      <textarea
        className="field"
        rows={2}
        aria-label={t.answer}
        placeholder={t.answerHint}
        value={answer}
        onChange={(event) => {
          setAnswer(event.target.value);
          drafts.answer.type(event.target.value);
        }}
      />
      <div className="item-card-form-foot">
        <label className="check-line">
          <input type="checkbox" checked={both} onChange={(event) => setBoth(event.target.checked)} />
          {t.bothWays}
        </label>
        <button
          type="button"
          className="button is-plain"
          onClick={() => {
            forget();
            onCancel();
          }}
        >
          {shell.cancel}
        </button>
        <button type="submit" className="button is-main" disabled={question.trim() === ""}>
          {shell.save}
        </button>
      </div>
    </form>
  );
}
