// How much is to be recalled today, for the line beside the plan: asked for at every start, so that what a file of cards comes
// to is remembered, by the file's hash, and only what has changed is read. What is remembered may be lost at any time.

import { type Pace, paceOf, SCHEDULER, type Store } from "../domain/index.ts";
import type { Context } from "./action.ts";
import { cardFiles, type DeckFile, droppedPaths, readDeckFile } from "./recall-deck.ts";
import type { RecallCountJson } from "./recall-json.ts";

/** What one file comes to, whatever day it is. */
interface FileCount {
  hash: string;
  path: string | null;
  /** Questions that were asked before, by the day on which they are due. */
  due: Record<string, number>;
  /** Questions that were never asked. */
  waiting: number;
  /** First answers by day. */
  begun: Record<string, number>;
  /** Day and seconds of the last timed answers. */
  timed: [string, number][];
}

type Counts = Record<string, FileCount>;

const CACHE = "recall";
/** No more can matter for the pace. */
const LAST_TIMED = 200;

const known = new WeakMap<Store, { settings: string; counts: Counts }>();

/** What the day says beside the plan; null where the home has no cards. */
export function recallCount(context: Context): RecallCountJson | null {
  const counts = Object.values(countFiles(context));
  const asked = counts.some(({ due, waiting }) => waiting > 0 || Object.keys(due).length > 0);
  if (!asked) return null;
  const { today } = context;
  const dropped = droppedPaths(context);
  const awake = counts.filter(({ path }) => path === null || !dropped.has(path));
  const sum = (of: (one: FileCount) => number): number => awake.reduce((all, one) => all + of(one), 0);
  const due = sum((one) =>
    Object.entries(one.due).reduce((all, [day, count]) => (day <= today ? all + count : all), 0),
  );
  const begun = sum((one) => one.begun[today] ?? 0);
  const { newPerDay } = context.world.config.recall;
  const fresh = Math.min(
    sum(({ waiting }) => waiting),
    Math.max(0, newPerDay - begun),
  );
  return { due, fresh, ...timeFor(due + fresh, paceOfCounts(counts)) };
}

/** Whole minutes that so many questions take. */
export function timeFor(questions: number, pace: Pace): Pick<RecallCountJson, "min" | "cases"> {
  const min = questions === 0 ? 0 : Math.max(1, Math.round((questions * pace.seconds) / 60));
  return { min, cases: pace.cases };
}

function paceOfCounts(counts: readonly FileCount[]): Pace {
  return paceOf(counts.flatMap(({ timed }) => timed.map(([date, seconds]) => ({ date, seconds }))));
}

function countFiles(context: Context): Counts {
  const { store, config } = context.world;
  const settings = `${SCHEDULER} ${config.recall.retention}`;
  const remembered = known.get(store);
  const before =
    remembered?.settings === settings
      ? remembered.counts
      : readKept(context.outside.cache?.read(CACHE) ?? null, settings);
  const counts: Counts = {};
  let isChanged = false;
  for (const stored of cardFiles(context)) {
    const last = before[stored.file];
    if (last?.hash === stored.hash) counts[stored.file] = last;
    else {
      isChanged = true;
      counts[stored.file] = countFile(
        readDeckFile(stored.file, stored, config.recall.retention, context.tongue),
      );
    }
  }
  isChanged ||= Object.keys(before).some((file) => counts[file] === undefined);
  known.set(store, { settings, counts });
  if (isChanged && !context.dryRun) context.outside.cache?.write(CACHE, JSON.stringify({ settings, counts }));
  return counts;
}

function countFile({ hash, path, questions }: DeckFile): FileCount {
  const count: FileCount = { hash, path, due: {}, waiting: 0, begun: {}, timed: [] };
  for (const { memory, answers } of questions) {
    if (memory === null) count.waiting++;
    else count.due[memory.dueOn] = (count.due[memory.dueOn] ?? 0) + 1;
    const [first] = answers;
    if (first !== undefined) count.begun[first.date] = (count.begun[first.date] ?? 0) + 1;
    for (const { date, seconds } of answers) if (seconds !== null) count.timed.push([date, seconds]);
  }
  count.timed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  count.timed = count.timed.slice(-LAST_TIMED);
  return count;
}

function readKept(text: string | null, settings: string): Counts {
  try {
    const kept = JSON.parse(text ?? "{}") as { settings?: string; counts?: Counts };
    return kept.settings === settings ? (kept.counts ?? {}) : {};
  } catch {
    return {};
  }
}
