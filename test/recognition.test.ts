// How well pages are understood, held at what was reached. Own pages must be read without a mistake; the corpora's are measured on labels
// made by hand (`bench/recognition.ts` prints the figures).

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { addScores, emptyScores, type Labels, precision, recall, scorePage, viewFile } from "./score.ts";

const pages = join(import.meta.dirname, "pages");
const names = readdirSync(pages).filter((name) => name.endsWith(".json"));

describe("own pages", () => {
  test.each(names)("%s is read as labelled", (name) => {
    const labels = JSON.parse(readFileSync(join(pages, name), "utf8")) as Labels;
    const page = readdirSync(pages).find(
      (file) => file.startsWith(name.replace(/json$/, "")) && !file.endsWith(".json"),
    )!;
    expect(scorePage(viewFile(join(pages, page), page), labels).problems).toEqual([]);
  });
});

const corpora = process.env.NUNC_CORPORA;
describe.skipIf(corpora === undefined)("pages of the corpora (NUNC_CORPORA; skipped without it)", () => {
  const folder = join(import.meta.dirname, "labels");
  const total = emptyScores();
  test.each(readdirSync(folder).filter((name) => name.endsWith(".json")))("%s", (name) => {
    const labels = JSON.parse(readFileSync(join(folder, name), "utf8")) as Labels;
    const path = join(corpora!, labels.file!);
    expect(existsSync(path), labels.file).toBe(true);
    expect(createHash("sha256").update(readFileSync(path)).digest("hex")).toBe(labels.sha256);
    addScores(total, scorePage(viewFile(path, labels.file), labels).scores);
  });
  test("precision and recall stay where they are", () => {
    for (const field of ["items", "priority", "state", "progress", "log", "dates", "title"]) {
      const floor = field === "items" ? 0.98 : 0.99;
      expect(precision(total[field]!), `precision of ${field}`).toBeGreaterThanOrEqual(floor);
      expect(recall(total[field]!), `recall of ${field}`).toBeGreaterThanOrEqual(floor);
    }
  });
});
