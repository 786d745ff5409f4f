// What doctor looks for in the private notes of a home: what goals.md, conditions.md, the newest days and the item files say
// that cannot be understood. Nothing is written, and a file that is not there is none that is wrong.

import { join } from "node:path";
import type { Diagnostic, Tongue } from "../base/index.ts";
import {
  CONDITIONS_FILE,
  type Config,
  checkTemplate,
  DAYS_FOLDER,
  dateOfDayFile,
  dayFile,
  GOALS_FILE,
  ITEMS_FOLDER,
  REVIEW_TEMPLATE,
  readCommitments,
  readConditions,
  readDay,
  readFacts,
  readGoals,
} from "../domain/index.ts";
import { systemClock } from "./clock.ts";
import type { Disk } from "./disk.ts";
import { sayDoctor } from "./doctor-messages.ts";
import { readText } from "./read.ts";

/** So many of the newest day notes are looked at: a month. */
const NEWEST_DAYS = 31;

export interface NoteProblem {
  file: string;
  line?: number;
  code: string;
  message: string;
  hint: string | null;
}

/** Problems of private notes with their places, and how many notes were looked at. */
export function findNoteProblems(look: { disk: Disk; root: string; tongue: Tongue; config: Config }): {
  problems: NoteProblem[];
  count: number;
} {
  const { disk, root, tongue, config } = look;
  const problems: NoteProblem[] = [];
  let count = 0;
  const read = (file: string, diagnose: (text: string) => readonly Diagnostic[]): void => {
    const text = readText(disk, join(root, file), file, tongue)?.text;
    if (text === undefined) return;
    count++;
    for (const { line, code, message, hint } of diagnose(text))
      problems.push({ file, line, code, message, hint });
  };
  read(GOALS_FILE, (text) => [
    ...readGoals(text, tongue).diagnostics,
    ...readCommitments(text, tongue).diagnostics,
  ]);
  read(CONDITIONS_FILE, (text) => readConditions(text, tongue).diagnostics);
  read(REVIEW_TEMPLATE, (text) => checkTemplate(text, tongue));
  const zone = config.zone ?? systemClock.zone();
  const { dayEndMin } = config.day;
  for (const date of newestDays(disk, root)) {
    read(dayFile(date), (text) => readDay(text, { date, zone, dayEndMin, tongue }).diagnostics);
  }
  for (const file of filesIn(disk, root, ITEMS_FOLDER)) {
    const facts = readFacts(file, readText(disk, join(root, file), file, tongue)?.text ?? "");
    if (facts === null || facts.estimate === null || facts.estimateMin !== null) continue;
    problems.push({ file, code: "estimate-unknown", ...sayDoctor(tongue).badEstimate(file, facts.estimate) });
  }
  return { problems, count };
}

function newestDays(disk: Disk, root: string) {
  return filesIn(disk, root, DAYS_FOLDER)
    .map(dateOfDayFile)
    .filter((date) => date !== null)
    .sort()
    .slice(-NEWEST_DAYS);
}

function filesIn(disk: Disk, root: string, folder: string): string[] {
  const path = join(root, folder);
  if (disk.stat(path)?.isDirectory() !== true) return [];
  const files = disk.readFolder(path).filter(({ name, isFolder }) => !isFolder && name.endsWith(".md"));
  return files.map(({ name }) => `${folder}/${name}`);
}
