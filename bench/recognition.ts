// How well pages are understood, on labels made by hand: `node bench/recognition.ts [--problems]`.
// Own pages in test/pages; pages of the corpora (NUNC_CORPORA) by the labels in test/labels, which name hashes and lines only.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  addScores,
  emptyScores,
  FIELDS,
  type Labels,
  precision,
  recall,
  type Scores,
  scorePage,
  viewFile,
} from "../test/score.ts";

const root = join(import.meta.dirname, "..");
const showProblems = process.argv.includes("--problems");
const filter = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? "";

function scoreOwn(prefix: string): Scores {
  const total = emptyScores();
  const folder = join(root, "test/pages");
  for (const name of readdirSync(folder).filter(
    (file) => file.startsWith(prefix) && file.endsWith(".json") && file.includes(filter),
  )) {
    const labels = JSON.parse(readFileSync(join(folder, name), "utf8")) as Labels;
    const page = readdirSync(folder).find(
      (file) => file.startsWith(name.replace(/json$/, "")) && !file.endsWith(".json"),
    )!;
    report(name, scorePage(viewFile(join(folder, page), page), labels), total);
  }
  return total;
}

function scoreCorpora(corpora: string, own: (file: string) => boolean): Scores {
  const total = emptyScores();
  for (const name of readdirSync(join(root, "test/labels")).filter(
    (file) => file.endsWith(".json") && file.includes(filter),
  )) {
    const labels = JSON.parse(readFileSync(join(root, "test/labels", name), "utf8")) as Labels;
    if (!own(labels.file!) || !existsSync(join(corpora, labels.file!))) continue;
    report(name, scorePage(viewFile(join(corpora, labels.file!), labels.file!), labels), total);
  }
  return total;
}

function report(
  name: string,
  { scores, problems }: { scores: Scores; problems: string[] },
  total: Scores,
): void {
  addScores(total, scores);
  if (showProblems && problems.length > 0)
    console.log(`\n${name}\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
}

const columns: [string, Scores][] = [
  ["own zh", scoreOwn("zh")],
  ["own en", scoreOwn("en")],
  ["second blind set", scoreOwn("x")],
  ["third blind set", scoreOwn("y")],
];
const corpora = process.env.NUNC_CORPORA;
if (corpora !== undefined) {
  columns.push(["now page revisions", scoreCorpora(corpora, (file) => file.startsWith("nowpages"))]);
  columns.push(["other people's pages", scoreCorpora(corpora, (file) => !file.startsWith("nowpages"))]);
}
console.log(`\nprecision / recall (right, missed, extra)`);
for (const field of FIELDS) {
  const cells = columns.map(([, scores]) => {
    const tally = scores[field]!;
    return `${(100 * precision(tally)).toFixed(1)} / ${(100 * recall(tally)).toFixed(1)} (${tally.right}, ${tally.missed}, ${tally.extra})`.padEnd(
      30,
    );
  });
  console.log(`${field.padEnd(12)} ${cells.join(" ")}`);
}
console.log(`${"".padEnd(12)} ${columns.map(([name]) => name.padEnd(30)).join(" ")}`);
