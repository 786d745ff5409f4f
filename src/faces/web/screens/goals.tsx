// The Goals screen: what the person is after, with how far it is and what serves it; what matters most by help and effort, and
// where the page disagrees; commitments kept or not.

import type { GoalJson } from "../contract.ts";
import { useForecasts } from "../forecast/forecast-state.ts";
import { NEW_GOAL_ID } from "../goals/commands-goals.ts";
import { Commitments } from "../goals/commitments.tsx";
import { GoalCard, Meter, NewGoal } from "../goals/goal-card.tsx";
import { goalsStore, useGoals } from "../goals/goals-state.ts";
import { Importance } from "../goals/importance.tsx";
import { Problems } from "../goals/problems.tsx";
import { goalTexts } from "../goals/texts-goals.ts";
import { act } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import "./goals.css";
import "./goals-plot.css";

export function GoalsScreen() {
  const t = useTexts(goalTexts);
  const shell = useTexts(shellTexts);
  useGoals();
  useForecasts(true);
  const { goals: data, importance, commitments, problem } = goalsStore.use((state) => state);
  if (data === null) {
    return (
      <section className="screen goals-screen">
        <h1>{shell.goals}</h1>
        <p role={problem === null ? undefined : "alert"}>{problem?.message ?? shell.loading}</p>
      </section>
    );
  }
  const open = data.goals.filter(({ state }) => state === "open");
  const closed = data.goals.filter(({ state }) => state !== "open");
  return (
    <section className="screen goals-screen">
      <header className="screen-head">
        <h1>{shell.goals}</h1>
        <p className="screen-note">{t.count(open.length, closed.length)}</p>
        <NewGoal id={NEW_GOAL_ID} />
      </header>
      {data.goals.length === 0 && (
        <div className="goals-empty">
          <h2>{t.emptyTitle}</h2>
          <p>{t.emptyLead}</p>
        </div>
      )}
      <div className="goals-columns">
        {data.goals.length > 0 || data.problems.length > 0 ? (
          <div className="goals-list">
            {open.map((goal) => (
              <GoalCard key={goal.title} goal={goal} />
            ))}
            {(data.problems.length > 0 || data.goals.length > 0) && (
              <Problems problems={data.problems} goal={null} />
            )}
            {closed.length > 0 && <Closed goals={closed} />}
          </div>
        ) : null}
        <div className="goals-side">
          {importance !== null && data.goals.length > 0 && <Importance data={importance} />}
          {commitments !== null && <Commitments data={commitments} />}
          {data.diagnostics.length > 0 && (
            <section className="goals-part" aria-labelledby="mistakes">
              <h2 id="mistakes">{t.mistakes}</h2>
              <ul className="mistakes">
                {data.diagnostics.map(({ line, column, code, message, hint }) => (
                  <li key={`${line}:${column}:${code}`}>
                    <strong>{t.line(line)}</strong> {message}{" "}
                    {hint !== null && <span className="hint">{hint}</span>}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </section>
  );
}

function Closed({ goals }: { goals: readonly GoalJson[] }) {
  const t = useTexts(goalTexts);
  return (
    <details className="goals-part goals-closed">
      <summary>
        <h2 className="closed-name">{t.closed}</h2>
      </summary>
      <ul>
        {goals.map((goal) => (
          <li key={`${goal.line}`}>
            <div>
              <p>{goal.title}</p>
              <p className="hint">
                {goal.state === "reached"
                  ? t.reachedOn(goal.closedOn ?? "")
                  : t.givenUpOn(goal.closedOn ?? "")}
              </p>
            </div>
            <Meter ratio={goal.ratio} name={t.howFar(goal.title)} />
            <button
              type="button"
              className="button is-plain"
              onClick={() => void act("goal-close", { goal: String(goal.number), as: "open" })}
            >
              {t.reopen}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
