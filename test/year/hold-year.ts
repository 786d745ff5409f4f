// Holds what nunc reports of a generated year against what was planted in it, list by list: what was found, what was missed,
// and what was reported that nobody planted. README.md says what counts as reported.

import type {
  CommitmentsData,
  CorrectionsData,
  DaysData,
  DriftData,
  ReviewData,
} from "../../src/actions/index.ts";
import type { Ask } from "./ask-year.ts";
import { addDays } from "./chance.ts";
import type { Range, Year } from "./make-year.ts";

export interface Held {
  planted: number;
  found: number;
  missed: string[];
  /** Reported, and not planted. */
  wrong: string[];
}

export type HeldLists = Record<string, Held>;

/** Interrupted for longer than this is a day of interruptions. */
const INTERRUPTED_MIN = 60;
/** What slips so often in a stretch of two or three months, and gets nothing of it, slips again and again. */
const SLIPS = 15;

export function holdYear(year: Year, ask: Ask): HeldLists {
  const { planted } = year;
  const [first, last] = [`${year.year}-01-01`, `${year.year}-12-31`];
  const review = (range: string): ReviewData => ask("review", { range });
  const drift = ({ from, to }: Range): DriftData => ask("drift", { from, to });
  const whole = review(String(year.year));
  const lists: HeldLists = {};
  const hold = (name: string, wanted: readonly string[], reported: readonly string[]): void => {
    const missed = wanted.filter((one) => !reported.includes(one));
    const wrong = reported.filter((one) => !wanted.includes(one));
    lists[name] = { planted: wanted.length, found: wanted.length - missed.length, missed, wrong };
  };

  // Drift: each quarter and stretch is asked about alone.
  const { starved, taking, quiet, raised } = planted;
  const after = starved[0]!.from;
  const stretches: Range[] = [
    quiet,
    { from: after, to: `${year.year}-04-30` },
    { from: `${year.year}-04-01`, to: `${year.year}-06-30` },
    { from: `${year.year}-07-01`, to: addDays(taking[0]!.from, -1) },
    { from: taking[0]!.from, to: taking[0]!.to },
    { from: addDays(taking[0]!.to, 1), to: last },
  ];
  const drifts = stretches.map(drift);
  const key = ({ from, to }: Range, path: string): string => `${from}..${to} ${path}`;
  hold(
    "highest, and gets nothing",
    stretches.flatMap((range) =>
      starved
        .filter(({ from, to }) => range.from >= from && range.to <= to)
        .map(({ path }) => key(range, path)),
    ),
    drifts.flatMap(({ starved: found }, at) => found.map(({ path }) => key(stretches[at]!, path))),
  );
  // A low item that comes first of what took the time.
  hold(
    "low, and takes the time",
    taking.map((one) => key(one, one.path)),
    drifts.flatMap(({ instead }, at) => {
      const item = instead.find(({ kind }) => kind === "item");
      return item?.priority === "low" ? [key(stretches[at]!, item.path!)] : [];
    }),
  );
  // The same month by month.
  const months = Array.from({ length: 12 }, (_, at): Range => {
    const from = `${year.year}-${String(at + 1).padStart(2, "0")}-01`;
    return {
      from,
      to: addDays(
        at === 11 ? `${year.year + 1}-01-01` : `${from.slice(0, 5)}${String(at + 2).padStart(2, "0")}-01`,
        -1,
      ),
    };
  });
  const byMonth = months.map(drift);
  hold(
    "highest, and gets nothing, by month",
    months.flatMap((range) =>
      starved.filter(({ from }) => range.from >= from).map(({ path }) => key(range, path)),
    ),
    byMonth.flatMap(({ starved: found }, at) => found.map(({ path }) => key(months[at]!, path))),
  );
  hold(
    "low, and takes the time, by month",
    months.slice(8, 11).map((range) => key(range, taking[0]!.path)),
    byMonth.flatMap(({ instead }, at) => {
      const item = instead.find(({ kind }) => kind === "item");
      return item?.priority === "low" ? [key(months[at]!, item.path!)] : [];
    }),
  );
  const [tauQuiet, tauAutumn] = [drifts[0]!, drifts[4]!].map(
    ({ agreement }) => agreement.value ?? Number.NaN,
  );
  hold(
    "order agrees less in autumn",
    ["less"],
    [
      tauAutumn! < tauQuiet! - 0.2
        ? "less"
        : `autumn ${tauAutumn?.toFixed(2)}, quiet ${tauQuiet?.toFixed(2)}`,
    ],
  );
  const statedIn = (found: DriftData): string =>
    found.items.find(({ path }) => path === raised.path)?.priority ?? "none";
  hold(
    "raised counts as of the day",
    [`${raised.from} then ${raised.to}`, raised.on],
    [
      `${statedIn(drifts[2]!)} then ${statedIn(drifts[5]!)}`,
      ...drift({ from: first, to: last })
        .items.filter(({ path }) => path === raised.path)
        .flatMap(({ changed }) => changed.map(({ on }) => on)),
    ],
  );

  // Plans.
  hold(
    "weeks with less than half kept",
    planted.badWeeks,
    whole.weeks.filter(({ keptRatio }) => keptRatio !== null && keptRatio < 0.5).map(({ from }) => from),
  );
  const slips = stretches.concat(planted.slipping.map(({ from, to }) => ({ from, to })));
  hold(
    "slips again and again",
    planted.slipping.map((one) => `${key(one, one.text)} ${one.times}`),
    slips.flatMap((range) =>
      review(`${range.from}..${range.to}`)
        .slipped.filter(({ times, keptMin }) => times >= SLIPS && keptMin === 0)
        .filter(({ text }) => range === slips.at(-1) || text !== planted.slipping[0]!.text)
        .map(({ text, times }) => `${key(range, text)} ${times}`),
    ),
  );
  const days = ask<DaysData>("days", { from: first, to: last });
  hold(
    "days of interruptions",
    planted.interruptionDays.map(({ date, times, min }) => `${date} ${times} ${min}`),
    days.days
      .filter(({ facts }) => facts.interruptedMin > INTERRUPTED_MIN)
      .map(({ date, facts }) => `${date} ${facts.interruptions} ${facts.interruptedMin}`),
  );

  // Commitments.
  const kept = ask<CommitmentsData>("commitments", { from: first, to: last });
  for (const [name, data] of [
    ["commitments broken", kept.commitments],
    ["commitments broken, in the review", whole.commitments],
  ] as const)
    hold(
      name,
      planted.commitments.flatMap(({ title, broken }) => broken.map((from) => `${title} ${from}`)),
      data.flatMap(({ title, periods }) =>
        periods.filter(({ verdict }) => verdict === "broken").map(({ from }) => `${title} ${from}`),
      ),
    );

  // Conditions.
  const verdicts = planted.corrections.map(({ condition, verdict }) => `${verdict}: ${condition}`);
  const judged = whole.corrections.map(({ condition, verdict }) => `${verdict}: ${condition}`);
  for (const verdict of ["works", "useless"] as const)
    hold(
      `corrections: ${verdict}`,
      verdicts.filter((one) => one.startsWith(verdict)),
      judged.filter((one) => one.startsWith(verdict)),
    );
  const likely = ask<CorrectionsData>("corrections");
  hold(
    "corrections: surely better, by themselves",
    planted.corrections.filter(({ verdict }) => verdict === "works").map(({ condition }) => condition),
    likely.corrections
      .filter(({ better }) => better !== null && better >= 0.95)
      .map(({ condition }) => condition),
  );
  hold(
    "conditions that never held",
    planted.never,
    whole.conditions.filter(({ held, days: count }) => count >= 100 && held === 0).map(({ name }) => name),
  );

  // Items.
  const steps = (path: string): boolean => path.includes(" › ");
  const isItem = ({ path, role }: { path: string; role: string }): boolean =>
    !steps(path) && role === "learning";
  for (const turn of ["started", "finished", "dropped"] as const)
    hold(
      turn,
      planted.items[turn].map(({ path, on }) => `${on} ${path}`),
      whole.items[turn].filter(isItem).map(({ path, on }) => `${on} ${path}`),
    );
  const onDay = ({ path, on }: { path: string; on: string | null }): string => `${on} ${path}`;
  hold(
    "steps finished",
    planted.steps.map(onDay),
    whole.items.finished.filter(({ path }) => steps(path)).map(onDay),
  );
  for (const turn of ["started", "finished"] as const)
    hold(
      `books ${turn}`,
      planted.books[turn].map(onDay),
      whole.items[turn].filter(({ role }) => role === "reading").map(onDay),
    );
  hold(
    "untouched",
    planted.untouched,
    whole.items.untouched.map(({ path }) => path),
  );
  hold(
    "estimate and actual",
    planted.estimates.map((one) => `${one.doneOn} ${one.path} ${one.estimateMin} ${one.actualMin}`),
    whole.estimates.map((one) => `${one.doneOn} ${one.path} ${one.estimateMin} ${one.actualMin}`),
  );
  hold(
    "key problems solved",
    planted.problems.flatMap(({ text, solvedOn }) => (solvedOn === null ? [] : [`${solvedOn} ${text}`])),
    whole.problems.flatMap(({ text, solvedOn }) => (solvedOn === null ? [] : [`${solvedOn} ${text}`])),
  );
  return lists;
}
