// Key problems: what stands in the way, what is being tried against it, and when it was solved.

import { useState } from "react";
import type { ProblemJson } from "../contract.ts";
import { act } from "../state.ts";
import { useTexts } from "../texts.ts";
import { goalTexts } from "./texts-goals.ts";
import { WriteLine } from "./write-line.tsx";

/** @param goal of which they are; null: of none */
export function Problems({ problems, goal }: { problems: readonly ProblemJson[]; goal: string | null }) {
  const t = useTexts(goalTexts);
  const open = problems.filter(({ solved }) => !solved);
  const solved = problems.filter((problem) => problem.solved);
  const name = goal === null ? t.otherProblems : t.problems;
  const Head = goal === null ? "h2" : "h3";
  return (
    <section aria-label={name} className={goal === null ? "goals-part" : undefined}>
      <Head>{name}</Head>
      <ul className="problems">
        {open.map((problem) => (
          <Problem key={problem.line} problem={problem} />
        ))}
        {solved.map(({ line, text, solvedOn }) => (
          <li key={line} className="problem is-solved">
            <p>
              <s>{text}</s> <span className="hint">{solvedOn === null ? t.solve : t.solvedOn(solvedOn)}</span>
            </p>
          </li>
        ))}
      </ul>
      <WriteLine
        name={t.addProblem}
        placeholder={t.problemPlaceholder}
        onWrite={async (text) =>
          (await act("problem-add", { text, ...(goal !== null && { goal }) }, { kept: text })) !== null
        }
      />
    </section>
  );
}

function Problem({ problem }: { problem: ProblemJson }) {
  const t = useTexts(goalTexts);
  const [isBusy, setBusy] = useState(false);
  const { text, trials } = problem;
  return (
    <li className="problem">
      <div className="problem-head">
        <p>{text}</p>
        <button
          type="button"
          className="button is-plain"
          aria-label={t.solveIt(text)}
          disabled={isBusy}
          onClick={() => {
            setBusy(true);
            void act("problem-solve", { problem: text }).then(() => setBusy(false));
          }}
        >
          {t.solve}
        </button>
      </div>
      {trials.map((trial) => (
        <p key={trial.line} className="hint">
          {t.trying(trial.text, trial.since ?? "")}
        </p>
      ))}
      <WriteLine
        name={t.tryWhat}
        placeholder={t.tryPlaceholder}
        onWrite={async (said) =>
          (await act("problem-try", { problem: text, text: said }, { kept: said })) !== null
        }
      />
    </li>
  );
}
