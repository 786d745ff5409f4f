// The log entry that the same evidence suggests: exactly the lines that would become public, in a field to edit, and apart from
// them what is private and can be taken in by hand. Nothing is written before the button is pressed.

import { useState } from "react";
import { postAct, problemOf } from "../api.ts";
import type { DraftData } from "../contract.ts";
import { useDraft } from "../drafts.ts";
import { act, say } from "../state.ts";
import { useTexts } from "../texts.ts";
import { DRAFT_ID } from "./commands-review.ts";
import { reviewTexts } from "./texts-review.ts";

const KIND_NAMES = {
  hours: "noteHours",
  note: "noteNote",
  check: "noteCheck",
  correction: "noteCorrection",
  problem: "noteProblem",
  interruption: "noteInterruption",
} as const;

export function DraftEntry({ data }: { data: DraftData }) {
  const t = useTexts(reviewTexts);
  const { range, file, date, existing, privateFacts } = data;
  const draft = useDraft(`log of ${range.name}`);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [diff, setDiff] = useState<string | null>(null);
  const suggested = data.bullets.map(({ text, depth }) => `${"  ".repeat(depth)}- ${text}`).join("\n");
  const text = draft.text === "" ? suggested : draft.text;
  const isEmpty = text.trim() === "";

  const change = (next: string): void => {
    // An emptied field is what the person wants, too; a blank keeps it from being filled again.
    draft.type(next === "" ? " " : next);
    setDiff(null);
  };
  const takeIn = (fact: string): void => {
    change(`${text.trimEnd()}${isEmpty ? "" : "\n"}- ${fact}`.trimStart());
    setTaken([...taken, fact]);
    say(t.taken);
  };
  // With a line end, so that one line alone is not taken for several between semicolons.
  const input = { range: range.name, bullets: `${text.trimEnd()}\n` };
  const look = async (): Promise<void> => {
    try {
      setDiff(((await postAct("draft", input)).data as DraftData).diff);
    } catch (error) {
      setDiff(problemOf(error).message);
    }
  };
  const write = async (): Promise<void> => {
    const answer = await act("draft", { ...input, accept: true }, { kept: text });
    if (answer === null) return;
    draft.clear(text);
    setDiff(null);
  };

  return (
    <section className="review-part" aria-labelledby="review-draft-title">
      <h2 id="review-draft-title">{t.draft}</h2>
      <div className="draft-public">
        <p className="draft-border">
          <strong>{t.publicPart}</strong> {t.draftLead(file)}
        </p>
        {date !== "" && <pre className="draft-date">{date}</pre>}
        <textarea
          id={DRAFT_ID}
          className="field"
          aria-label={t.draftField}
          placeholder={data.nothing ?? t.draftNothing}
          rows={3}
          value={text.trim() === "" ? text.trim() : text}
          onChange={(event) => change(event.target.value)}
        />
        {existing !== null && <p className="hint">{t.replaces(existing.line)}</p>}
        {diff !== null && <pre className="draft-diff">{diff}</pre>}
        <div className="review-acts">
          <button
            type="button"
            className="button is-plain"
            disabled={isEmpty}
            aria-expanded={diff !== null}
            onClick={() => (diff === null ? void look() : setDiff(null))}
          >
            {diff === null ? t.seeChange : t.hideChange}
          </button>
          <button type="button" className="button is-main" disabled={isEmpty} onClick={() => void write()}>
            {t.writeEntry}
          </button>
        </div>
      </div>
      {(data.bullets.length > 0 || privateFacts.length > 0) && (
        <div className="draft-private">
          <p className="draft-border">
            <strong>{t.privatePart}</strong>
          </p>
          {data.bullets.length > 0 && (
            <details>
              <summary>{t.because}</summary>
              <ul className="review-list">
                {data.bullets.map(({ text: bullet, because }) => (
                  <li key={bullet} className="is-tall">
                    <p>{bullet}</p>
                    <p className="hint">{because}</p>
                  </li>
                ))}
              </ul>
            </details>
          )}
          {[...Map.groupBy(privateFacts, ({ kind }) => kind)].map(([kind, facts]) => (
            <details key={kind}>
              <summary>
                {t[KIND_NAMES[kind]]} <span className="count">{facts.length}</span>
              </summary>
              <ul className="review-list draft-facts">
                {facts.map(({ text: fact }) => (
                  <li key={fact}>
                    <span>{fact}</span>
                    {taken.includes(fact) ? (
                      <span className="hint">{t.taken}</span>
                    ) : (
                      <button
                        type="button"
                        className="button is-plain"
                        aria-label={t.takeInWhat(fact)}
                        onClick={() => takeIn(fact)}
                      >
                        {t.takeIn}
                      </button>
                    )}
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </div>
      )}
    </section>
  );
}
