// The Review screen: a stretch of days looked back on. What to know first, plan and record beside the stretch before, pictures
// that answer a question each, what is said and what is done, and the writing: the review's questions, the entry for the log.

import { useMemo } from "react";
import { reviewCharts } from "../../../actions/index.ts";
import { ChartFigure } from "../review/chart-figure.tsx";
import { ANSWER_ID, focusOn } from "../review/commands-review.ts";
import { DraftEntry } from "../review/draft-entry.tsx";
import { DriftPart } from "../review/drift.tsx";
import { Figures, Hours } from "../review/figures.tsx";
import { Aims, Conditions, Estimates, Items } from "../review/lists.tsx";
import { RangeChooser } from "../review/range-chooser.tsx";
import { openRange, reviewStore, useReview } from "../review/review-state.ts";
import { reviewTexts } from "../review/texts-review.ts";
import { WriteReview } from "../review/write-review.tsx";
import { useRoute } from "../route.ts";
import { useTexts, useTongue } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import "./review.css";
import "./review-write.css";

export function ReviewScreen() {
  const t = useTexts(reviewTexts);
  const shell = useTexts(shellTexts);
  const tongue = useTongue();
  const asked = useRoute().query.get("range") ?? "";
  useReview(asked);
  const { review, drift, draft, problem } = reviewStore.use((state) => state);
  const charts = useMemo(() => (review === null ? [] : reviewCharts(review, tongue)), [review, tongue]);
  if (review === null || problem !== null) {
    return (
      <section className="screen review-screen">
        <h1>{shell.review}</h1>
        {problem === null ? (
          <p>{shell.loading}</p>
        ) : (
          <div role="alert" className="review-problem">
            <p>{problem.message}</p>
            {problem.hint !== null && <p className="hint">{problem.hint}</p>}
            <button type="button" className="button" onClick={() => openRange("week")}>
              {t.running}
            </button>
          </div>
        )}
      </section>
    );
  }
  const { range, today } = review;
  // Rows of noughts say nothing.
  const hasDays = range.notedDays + review.beforeRange.notedDays > 0;
  return (
    <section className="screen review-screen" aria-busy={reviewStore.get().asked !== asked}>
      <header className="review-top">
        <div>
          <h1>
            {shell.review}: {range.title}
          </h1>
          <p className="screen-note">
            {t.rangeNote(range.from, range.to, range.notedDays, range.workingDays)}
          </p>
        </div>
        <button type="button" className="button review-jump" onClick={() => focusOn(ANSWER_ID)}>
          {t.toWriting}
        </button>
        <RangeChooser review={review} isRunning={range.from <= today && today <= range.to} />
      </header>
      <div className="review-columns">
        <div className="review-main">
          {review.findings.length > 0 && (
            <section className="review-part is-first" aria-labelledby="review-first">
              <h2 id="review-first">{t.findings}</h2>
              <ul className="review-findings">
                {review.findings.map((finding) => (
                  <li key={finding}>{finding}</li>
                ))}
              </ul>
            </section>
          )}
          {hasDays && <Figures review={review} />}
          {hasDays && <Hours hours={review.hours} />}
          <section className="review-part" aria-labelledby="review-pictures">
            <h2 id="review-pictures">{t.pictures}</h2>
            {charts.map((chart) => (
              <ChartFigure key={chart.name} chart={chart} range={range.name} />
            ))}
          </section>
          {drift !== null && <DriftPart drift={drift} />}
        </div>
        <div className="review-side">
          <WriteReview key={`write ${range.name}`} review={review} />
          {draft !== null && <DraftEntry key={`draft ${range.name}`} data={draft} />}
          <Items items={review.items} />
          <Conditions review={review} />
          <Aims review={review} />
          <Estimates estimates={review.estimates} />
        </div>
      </div>
    </section>
  );
}
