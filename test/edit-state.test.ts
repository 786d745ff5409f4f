// Setting states in the page's own habit, and progress in the item's own form.

import { describe, expect, test } from "vitest";
import { AppError, type LocalDate } from "../src/base/index.ts";
import { type PageView, type State, setProgress, setStates } from "../src/domain/index.ts";
import { applyPatches } from "../src/page/index.ts";
import { item, lines, type Row, read, runTable } from "./edit-table.ts";

const ON = { on: "2024-01-02" as LocalDate };

function state(
  name: string,
  before: string,
  title: string | string[],
  wanted: State,
  after: string,
  file?: string,
): Row {
  const titles = typeof title === "string" ? [title] : title;
  const edit = (view: PageView) => {
    const patches = setStates(
      view,
      titles.map((each) => item(view, each)),
      wanted,
      ON,
    );
    for (const each of titles)
      expect(item(read(applyPatches(view.page.text, patches), file), each).state).toBe(wanted);
    return patches;
  };
  return { name, before, edit, after, ...(file === undefined ? {} : { file }) };
}

const en = (...entries: string[]): string => lines("## Learning", "", ...entries);
const zh = (...entries: string[]): string => lines("## 学习清单", "", ...entries);

describe("a box", () => {
  runTable([
    state("is ticked", en("- [ ] a", "- [ ] b"), "a", "done", en("- [x] a", "- [ ] b")),
    state("with the page's sign", en("- [ ] a", "- [X] b"), "a", "done", en("- [X] a", "- [X] b")),
    state("is unticked", en("- [x] a"), "a", "open", en("- [ ] a")),
    state(
      "says doing where the page has such signs",
      en("- [ ] a", "- [-] b"),
      "a",
      "doing",
      en("- [/] a", "- [-] b"),
    ),
    state("says dropped in Obsidian", en("- [ ] a [[b]]"), "a b", "dropped", en("- [-] a [[b]]")),
    state("else stays blank, and a word says doing", en("- [ ] a"), "a", "doing", en("- [ ] a - doing")),
    state("else stays blank, and the title is struck", en("- [x] a"), "a", "dropped", en("- [ ] ~~a~~")),
    state("loses a word that says otherwise", zh("- [ ] a - 进行中"), "a", "done", zh("- [x] a")),
    state(
      "takes the day that other ticked ones have",
      en("- [ ] a 🔺", "- [x] b ✅ 2023-05-06"),
      "a",
      "done",
      en("- [x] a 🔺 ✅ 2024-01-02", "- [x] b ✅ 2023-05-06"),
    ),
    state("loses the day when reopened", en("- [x] b ✅ 2023-05-06"), "b", "open", en("- [ ] b")),
    state(
      "is given where the neighbours have one",
      en("- [ ] a", "- [x] b", "- c"),
      "c",
      "done",
      en("- [ ] a", "- [x] b", "- [x] c"),
    ),
    state("of a step", en("- [ ] a", "  - [ ] a1"), "a1", "done", en("- [ ] a", "  - [x] a1")),
  ]);
});

const SHELF = lines(
  "## 在读",
  "",
  "- 《甲》",
  "",
  "## 想读",
  "",
  "- 《乙》：序言",
  "  - 第一章",
  "- 《丙》",
  "",
  "## 读完",
  "",
  "- 《丁》",
);

describe("a label or heading to move under", () => {
  runTable([
    state(
      "done",
      SHELF,
      "《乙》",
      "done",
      lines(
        "## 在读",
        "",
        "- 《甲》",
        "",
        "## 想读",
        "",
        "- 《丙》",
        "",
        "## 读完",
        "",
        "- 《丁》",
        "- 《乙》：序言",
        "  - 第一章",
      ),
    ),
    state(
      "doing",
      SHELF,
      "《丙》",
      "doing",
      lines(
        "## 在读",
        "",
        "- 《甲》",
        "- 《丙》",
        "",
        "## 想读",
        "",
        "- 《乙》：序言",
        "  - 第一章",
        "",
        "## 读完",
        "",
        "- 《丁》",
      ),
    ),
    state(
      "reopened",
      SHELF,
      "《丁》",
      "open",
      lines(
        "## 在读",
        "",
        "- 《甲》",
        "",
        "## 想读",
        "",
        "- 《乙》：序言",
        "  - 第一章",
        "- 《丙》",
        "- 《丁》",
        "",
        "## 读完",
      ),
    ),
    state(
      "a step stays with its parent",
      SHELF,
      "第一章",
      "done",
      SHELF.replace("第一章", "第一章 - 已完成"),
    ),
    state(
      "several",
      SHELF,
      ["《乙》", "《丙》"],
      "done",
      lines(
        "## 在读",
        "",
        "- 《甲》",
        "",
        "## 想读",
        "",
        "## 读完",
        "",
        "- 《丁》",
        "- 《乙》：序言",
        "  - 第一章",
        "- 《丙》",
      ),
    ),
    state(
      "a label",
      lines("## 书单", "", "已读：", "- 《甲》", "", "待读：", "- 《乙》", "- 《丙》"),
      "《乙》",
      "done",
      lines("## 书单", "", "已读：", "- 《甲》", "- 《乙》", "", "待读：", "- 《丙》"),
    ),
    state(
      "a label that is an entry",
      zh("- 已完成", "  - a", "- 待完成", "  - b", "  - c"),
      "b",
      "done",
      zh("- 已完成", "  - a", "  - b", "- 待完成", "  - c"),
    ),
    state(
      "with a date as the others there, newest first, under its year",
      lines(
        "## To read",
        "",
        "- Lila",
        "",
        "## Finished",
        "",
        "### 2024",
        "",
        "- 2024-01-01 - A",
        "- 2023-12-30 - B",
        "",
        "### 2023",
        "",
        "- 2023-01-01 - C",
      ),
      "Lila",
      "done",
      lines(
        "## To read",
        "",
        "## Finished",
        "",
        "### 2024",
        "",
        "- 2024-01-02 - Lila",
        "- 2024-01-01 - A",
        "- 2023-12-30 - B",
        "",
        "### 2023",
        "",
        "- 2023-01-01 - C",
      ),
      "books.md",
    ),
    state(
      "the date goes when it is reopened",
      lines("## To read", "", "- A", "", "## Finished", "", "- 2023-03-09 - Lila", "- 2023-03-01 - B"),
      "Lila",
      "open",
      lines("## To read", "", "- A", "- Lila", "", "## Finished", "", "- 2023-03-01 - B"),
      "books.md",
    ),
    state(
      "without an open place, a blank box denies done",
      lines("## Finished books", "", "- A", "- B"),
      "A",
      "open",
      lines("## Finished books", "", "- A - to do", "- B"),
    ),
  ]);
});

describe("a mark", () => {
  runTable([
    state("a word of the page", zh("- a - 搞定", "- b"), "b", "done", zh("- a - 搞定", "- b - 搞定")),
    state(
      "brackets",
      zh("- a（已完成）", "- b：说明"),
      "b",
      "done",
      zh("- a（已完成）", "- b（已完成）：说明"),
    ),
    state(
      "an emoji with a day",
      en("- a ✅ 2023-01-01", "- b"),
      "b",
      "done",
      en("- a ✅ 2023-01-01", "- b ✅ 2024-01-02"),
    ),
    state(
      "a field with a day",
      en("- a [completion:: 2023-01-01]", "- b"),
      "b",
      "done",
      en("- a [completion:: 2023-01-01]", "- b [completion:: 2024-01-02]"),
    ),
    state("Logseq", en("- DONE a", "- TODO b"), "b", "done", en("- DONE a", "- DONE b")),
    state("Logseq on a bare item", en("- DONE a", "- b"), "b", "done", en("- DONE a", "- DONE b")),
    state("Logseq reopened", en("- DOING a"), "a", "open", en("- TODO a")),
    state("100 %", zh("- a - 100%", "- b"), "b", "done", zh("- a - 100%", "- b - 100%")),
    state("100 % goes", zh("- a - 100%"), "a", "open", zh("- a")),
    state("a strike", en("- ~~a~~", "- b: note"), "b", "dropped", en("- ~~a~~", "- ~~b~~: note")),
    state("a strike goes", en("- ~~a~~: note"), "a", "open", en("- a: note")),
    state("a strike in tags goes", en("- <del>a</del>"), "a", "done", en("- a - done")),
    state("done, without a habit", zh("- a", "- b：说明"), "b", "done", zh("- a", "- b - 已完成：说明")),
    state("done in English", en("- a", "- b: note"), "b", "done", en("- a", "- b - done: note")),
    state("doing", zh("- a"), "a", "doing", zh("- a - 进行中")),
    state("doing in English", en("- a"), "a", "doing", en("- a - doing")),
    state("dropped", zh("- a"), "a", "dropped", zh("- ~~a~~")),
    state("reopened", zh("- a - 已完成"), "a", "open", zh("- a")),
    state("done although under way", zh("- a - 进行中：说明"), "a", "done", zh("- a - 已完成：说明")),
    state("progress stays", zh("- a - 35/740"), "a", "done", zh("- a - 35/740 - 已完成")),
    state(
      "a step of what is done, opened",
      en("- [x] a", "  - a1"),
      "a1",
      "open",
      en("- [x] a", "  - a1 - to do"),
    ),
    state("a state that it has already", en("- a - done"), "a", "done", en("- a - done")),
  ]);
});

describe("progress", () => {
  const row = (name: string, before: string, title: string, typed: string, after: string): Row => ({
    name,
    before: lines("## 书单", "", ...before.split("\n")),
    edit: (view) => setProgress(view, item(view, title), typed),
    after: lines("## 书单", "", ...after.split("\n")),
  });
  runTable([
    row("the item's form", "- 《甲》 - 35/740", "《甲》", "40", "- 《甲》 - 40/740"),
    row("another total", "- 《甲》（35/740）：序", "《甲》", "40/741", "- 《甲》（40/741）：序"),
    row("percent", "- 《甲》 - 进度 20%", "《甲》", "30%", "- 《甲》 - 进度 30%"),
    row("percent by a number alone", "- 《甲》 - 进度 20%", "《甲》", "30", "- 《甲》 - 进度 30%"),
    row(
      "chapters, total first",
      "- 《甲》：全 14 章，读到第 3 章",
      "《甲》",
      "第 4 章",
      "- 《甲》：全 14 章，读到第 4 章",
    ),
    row(
      "chapters in English",
      "- *A*, read to chapter 3 of 14",
      "A",
      "chapter 4 of 14",
      "- *A*, read to chapter 4 of 14",
    ),
    row("pages", "- 《甲》：已读 120 页 / 300 页", "《甲》", "130", "- 《甲》：已读 130 页 / 300 页"),
    row("another kind takes its place", "- 《甲》 - 35/740", "《甲》", "20%", "- 《甲》 - 进度 20%"),
    row(
      "as other items have it",
      "- 《甲》 [35/740]\n- 《乙》：序",
      "《乙》",
      "3/30",
      "- 《甲》 [35/740]\n- 《乙》 [3/30]：序",
    ),
    row("without an example", "- 《甲》：序", "《甲》", "20%", "- 《甲》 - 进度 20%：序"),
    row("without an example, pages", "- 《甲》", "《甲》", "35/740", "- 《甲》 - 35/740"),
  ]);

  test("what is no progress is said", () => {
    const code = (typed: string, line = "- 《甲》 - 35/740"): string => {
      const view = read(lines("## 书单", "", line));
      try {
        setProgress(view, view.items[0]!, typed);
      } catch (error) {
        if (error instanceof AppError) return error.code;
      }
      return "ok";
    };
    for (const typed of ["800", "800/740", "120%", "-3", "-3/10", "", "soon", "1/2/3", "3/0"])
      expect([typed, code(typed)]).toEqual([typed, "usage"]);
    expect(code("7", "- 《甲》")).toBe("usage");
    expect(code("35/740")).toBe("ok");
  });
});
