// Compares lives with labels made by hand: for each labelled transition, whether the item of one revision and that of another
// have the same id. Used by the test and by bench/lives.ts. Labels name revisions and lines only, no text.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../src/base/index.ts";
import { type LifeRevision, type Lives, lifeItemsOf, understandPage } from "../src/domain/index.ts";
import { parsePage } from "../src/page/index.ts";

export interface LifeLabel {
  /** First 8 hex digits of the commit that the corpora name. */
  from: string;
  to: string;
  /** Null: the item of `toLine` has come. */
  fromLine: number | null;
  /** Null: the item of `fromLine` is gone. */
  toLine: number | null;
  same: boolean;
  kind: string;
  half: "tuning" | "held-out";
}

export interface LifeLabels {
  history: string;
  labels: LifeLabel[];
}

/** Of pairs that are the same: found or missed. Of what is not the same: told apart or wrongly joined. */
export interface LifeTally {
  found: number;
  missed: number;
  apart: number;
  joined: number;
}

export function readLabels(folder: string): LifeLabels[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as LifeLabels);
}

/** The stored revisions of a history of the corpora, one after the other, as if each were one commit. */
export function revisionsOf(corpora: string, history: string): LifeRevision[] {
  const folder = join(corpora, history);
  const index = readFileSync(join(corpora, history.split("/")[0]!, "index.csv"), "utf8");
  return readdirSync(folder)
    .filter((file) => /^\d{3}_/.test(file))
    .sort()
    .map((file, at) => {
      const row = index
        .split("\n")
        .find((line) => line.includes(file) && line.includes(history.split("/")[1] ?? ""))!;
      const path = row
        .split(",")
        .find((cell) => /\.mdx?$/.test(cell) && !/^\d{3}_/.test(cell) && !cell.includes("__"))!;
      const view = understandPage(parsePage(decodeText(readFileSync(join(folder, file))), path));
      const sha = /_([0-9a-f]{8})\./.exec(file)![1]!;
      const files = [{ file: path, isArchive: false, items: lifeItemsOf(view), hash: sha }];
      const at8601 = /\d{4}-\d{2}-\d{2}T[\d:]+[+-]\d{2}:\d{2}/.exec(row)![0];
      return { sha, at: at8601, parents: at === 0 ? [] : [at - 1], files };
    });
}

/** @returns tallies by `half kind`, and a line for each label that is not met */
export function scoreLives(lives: Lives, labels: readonly LifeLabel[]) {
  const tallies = new Map<string, LifeTally>();
  const problems: { label: LifeLabel; problem: string }[] = [];
  for (const label of labels) {
    const from = label.fromLine === null ? null : lives.places[label.from]?.[label.fromLine];
    const to = label.toLine === null ? null : lives.places[label.to]?.[label.toLine];
    const key = `${label.half} ${label.kind}`;
    const tally = tallies.get(key) ?? { found: 0, missed: 0, apart: 0, joined: 0 };
    tallies.set(key, tally);
    const isJoined =
      label.fromLine === null
        ? Object.values(lives.places[label.from] ?? {}).includes(to as string)
        : label.toLine === null
          ? Object.values(lives.places[label.to] ?? {}).includes(from as string)
          : from === to && from !== undefined;
    const isRead = from !== undefined && to !== undefined;
    const isRight = isRead && isJoined === label.same;
    if (label.same) tally[isRight ? "found" : "missed"]++;
    else tally[isRight ? "apart" : "joined"]++;
    const what = !isRead ? "not an item" : label.same ? "missed" : "joined";
    if (!isRight) problems.push({ label, problem: what });
  }
  return { tallies, problems };
}

/** Precision and recall of "the same": what is joined and should be, of all that is joined, and of all that should be. */
export function ratesOf(tallies: Iterable<LifeTally>): {
  precision: number;
  recall: number;
  right: number;
  of: number;
} {
  const sum = { found: 0, missed: 0, apart: 0, joined: 0 };
  for (const tally of tallies) {
    sum.found += tally.found;
    sum.missed += tally.missed;
    sum.apart += tally.apart;
    sum.joined += tally.joined;
  }
  const of = sum.found + sum.missed + sum.apart + sum.joined;
  return {
    precision: sum.found + sum.joined === 0 ? 1 : sum.found / (sum.found + sum.joined),
    recall: sum.found + sum.missed === 0 ? 1 : sum.found / (sum.found + sum.missed),
    right: sum.found + sum.apart,
    of,
  };
}
