// Commitments: for each one a row of periods, kept or not; the words behind every square are said to those who do not see it.

import type { CommitmentJson, CommitmentsData } from "../contract.ts";
import { useTexts, useTongue } from "../texts.ts";
import { sayMinutes } from "../today/time.ts";
import { goalTexts } from "./texts-goals.ts";

const VERDICTS = {
  kept: "verdictKept",
  broken: "verdictBroken",
  running: "verdictRunning",
  off: "verdictOff",
  unknown: "verdictUnknown",
} as const;

export function Commitments({ data }: { data: CommitmentsData }) {
  const t = useTexts(goalTexts);
  return (
    <section className="goals-part" aria-labelledby="commitments">
      <h2 id="commitments">{t.commitments}</h2>
      {data.commitments.length === 0 && <p className="nothing">{t.commitmentsNone}</p>}
      {data.commitments.map((commitment) => (
        <Commitment key={`${commitment.line}`} commitment={commitment} />
      ))}
      {data.commitments.length > 0 && (
        <p className="verdict-legend" aria-hidden="true">
          {(["kept", "broken", "running", "unknown"] as const).map((verdict) => (
            <span key={verdict}>
              <span className="verdict" data-verdict={verdict} /> {t[VERDICTS[verdict]]}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

/** So many squares of a row; before them a row by the day would never end. */
const MOST = 36;

function Commitment({ commitment }: { commitment: CommitmentJson }) {
  const t = useTexts(goalTexts);
  const tongue = useTongue();
  const { says, periods, kept, of, streak, times } = commitment;
  return (
    <div className="commitment">
      <h3>{says}</h3>
      <p>
        {t.keptOf(kept, of)}
        {streak > 1 && ` · ${t.streak(streak)}`}
      </p>
      <ol>
        {periods.slice(-MOST).map(({ from, to, verdict, recordedMin, recordedTimes }) => {
          const days = from === to ? from : `${from} – ${to}`;
          const amount = times === null ? sayMinutes(recordedMin, tongue) : t.times(recordedTimes);
          const words = t.periodSays(days, amount, t[VERDICTS[verdict]]);
          return (
            <li key={from} className="verdict" data-verdict={verdict} title={words}>
              <span className="unseen">{words}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
