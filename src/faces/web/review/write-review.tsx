// The review itself: its questions with room to answer, and its whole text, kept in reviews/ when the person says so. What was
// typed outlives a change of screen. Answers are put into the text as the figures are when it is kept; only who edits the whole
// text keeps its figures, too.

import { useId, useState } from "react";
import type { ReviewData } from "../contract.ts";
import { useDraft } from "../drafts.ts";
import { Keys } from "../parts/key-names.tsx";
import { act } from "../state.ts";
import { useTexts } from "../texts.ts";
import { applyAnswers, parseSaid, readAsked, writeAnswer } from "./answers.ts";
import { ANSWER_ID } from "./commands-review.ts";
import { reviewTexts } from "./texts-review.ts";

export function WriteReview({ review }: { review: ReviewData }) {
  const t = useTexts(reviewTexts);
  const id = useId();
  const { range, file, hash, markdown, isStale } = review;
  const whole = useDraft(`review ${range.name}`);
  const answers = useDraft(`answers ${range.name}`);
  // Blanks at the end of an answer that is being typed are not in the text.
  const [typing, setTyping] = useState<{ index: number; answer: string } | null>(null);
  const said = parseSaid(answers.text);
  const text = whole.text === "" ? applyAnswers(markdown, said) : whole.text;
  const isChanged = text.trim() !== markdown.trim();
  const asked = readAsked(text);

  const keep = async (): Promise<void> => {
    const answer = await act(
      "review",
      isChanged
        ? { range: range.name, text, ...(hash === null ? {} : { hash }) }
        : { range: range.name, write: true },
      { kept: isChanged ? text : undefined },
    );
    if (answer === null) return;
    whole.clear(text);
    answers.clear(answers.text);
    setTyping(null);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void keep();
  };

  return (
    <section className="review-part" aria-labelledby="review-write">
      <div className="review-head">
        <h2 id="review-write">{t.write}</h2>
        <span className="chip" role="status">
          {isChanged ? t.unsaved : hash === null ? t.notKept : t.keptAlready}
        </span>
      </div>
      <p className="hint">{t.writeLead(file)}</p>
      <ol className="review-questions">
        {asked.map(({ question, because, answer }, index) => (
          <li key={question}>
            <label htmlFor={index === 0 ? ANSWER_ID : `${id}-${index}`}>{question}</label>
            {because !== null && (
              <p className="hint" id={`${id}-because-${index}`}>
                {because}
              </p>
            )}
            <textarea
              id={index === 0 ? ANSWER_ID : `${id}-${index}`}
              className="field"
              rows={2}
              placeholder={t.answer}
              aria-describedby={because === null ? undefined : `${id}-because-${index}`}
              value={typing?.index === index ? typing.answer : answer}
              onChange={(event) => {
                const one = { question, because, answer: event.target.value };
                setTyping({ index, answer: one.answer });
                if (whole.text !== "") whole.type(writeAnswer(text, index, one.answer));
                else
                  answers.type(JSON.stringify([...said.filter((other) => other.question !== question), one]));
              }}
              onBlur={() => setTyping(null)}
              onKeyDown={onKeyDown}
            />
          </li>
        ))}
      </ol>
      <details className="review-whole">
        <summary>{t.whole}</summary>
        <textarea
          className="field"
          aria-label={t.wholeLabel}
          spellCheck={false}
          value={text}
          onChange={(event) => whole.type(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </details>
      <div className="review-acts">
        {hash !== null && isStale && !isChanged && <p className="hint">{t.stale}</p>}
        <button
          type="button"
          className="button is-main"
          disabled={!isChanged && hash !== null && !isStale}
          onClick={() => void keep()}
        >
          {t.keep}
          <Keys keys="Mod+Enter" />
        </button>
      </div>
    </section>
  );
}
