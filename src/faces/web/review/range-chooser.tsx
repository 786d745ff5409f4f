// Which stretch is looked back on: how long, the one before and after, or any that can be typed.

import { useState } from "react";
import type { ReviewData } from "../contract.ts";
import { Icon } from "../parts/icon.tsx";
import { linkTo } from "../route.ts";
import { useTexts } from "../texts.ts";
import { KINDS, openRange, rangeBeside, rangeOfKind } from "./review-state.ts";
import { reviewCommandTexts } from "./texts-commands.ts";
import { reviewTexts } from "./texts-review.ts";

const KIND_NAMES = {
  day: "kindDay",
  week: "kindWeek",
  month: "kindMonth",
  quarter: "kindQuarter",
  year: "kindYear",
} as const;

export function RangeChooser({ review, isRunning }: { review: ReviewData; isRunning: boolean }) {
  const t = useTexts(reviewTexts);
  const names = useTexts(reviewCommandTexts);
  const [typed, setTyped] = useState("");
  const { range } = review;
  const before = rangeBeside(review, -1);
  const after = rangeBeside(review, 1);
  return (
    <div className="review-ranges">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a frame that a switch does not want */}
      <div className="review-kinds" role="group" aria-label={t.whichKind}>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            data-review={kind}
            aria-pressed={range.kind === kind}
            onClick={() => openRange(rangeOfKind(review, kind))}
          >
            {names[KIND_NAMES[kind]]}
          </button>
        ))}
      </div>
      <span className="review-turn">
        <button
          type="button"
          className="icon-button is-back"
          data-review="before"
          aria-label={t.before}
          title={`${t.before} ([)`}
          disabled={before === null}
          onClick={() => before !== null && openRange(before)}
        >
          <Icon name="chevron" />
        </button>
        <button
          type="button"
          className="icon-button"
          data-review="after"
          aria-label={t.after}
          title={`${t.after} (])`}
          disabled={after === null}
          onClick={() => after !== null && openRange(after)}
        >
          <Icon name="chevron" />
        </button>
        {!isRunning && (
          <a className="button is-plain" href={linkTo("review")}>
            {t.running}
          </a>
        )}
      </span>
      <form
        className="review-any"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === "") return;
          openRange(typed.trim());
          setTyped("");
        }}
      >
        <input
          className="field"
          aria-label={t.rangeField}
          placeholder={t.rangePlaceholder}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </div>
  );
}
