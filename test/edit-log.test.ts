// Writing into the log, archiving it, and the date of the last change.

import { describe, expect, test } from "vitest";
import { AppError, type LocalDate } from "../src/base/index.ts";
import { addLogText, archiveLog, editLogText, removeLogText, touchLastmod } from "../src/domain/index.ts";
import { applyPatches } from "../src/page/index.ts";
import { lines, type Row, read, runTable } from "./edit-table.ts";

const day = (text: string): LocalDate => text as LocalDate;
const add = (
  name: string,
  before: string,
  from: string,
  to: string | null,
  after: string,
  text = "新的",
): Row => ({
  name,
  before,
  edit: (view) => addLogText(view, { from: day(from), to: to === null ? null : day(to), text }),
  after,
});

const LOG = lines(
  "## 此刻",
  "",
  "### now",
  "",
  "- 想做的",
  "",
  "### 2021-09-13 - 2021-09-17",
  "",
  "- 一",
  "  - 二",
  "",
  "---",
  "",
  "### 2021-09-02 => 2021-09-11",
  "",
  "- 三",
  "",
  "---",
  "",
  "### 2021-08-12 => 2021-08-16",
  "",
  "- 四",
);

describe("a new entry", () => {
  runTable([
    add(
      "newest first, behind now, in the form nearest to it",
      LOG,
      "2021-09-20",
      "2021-09-21",
      LOG.replace("### 2021-09-13", "### 2021-09-20 - 2021-09-21\n\n- 新的\n\n---\n\n### 2021-09-13"),
    ),
    add(
      "among the others",
      LOG,
      "2021-09-01",
      "2021-09-01",
      LOG.replace("### 2021-08-12", "### 2021-09-01\n\n- 新的\n\n---\n\n### 2021-08-12"),
    ),
    add(
      "the oldest",
      LOG,
      "2021-01-01",
      "2021-01-02",
      `${LOG}\n---\n\n### 2021-01-01 - 2021-01-02\n\n- 新的\n`,
    ),
    add(
      "brackets of a wiki link are copied as a pair",
      lines("## 日志", "", "### [[2021-09-01]]", "", "- a"),
      "2021-09-03",
      "2021-09-03",
      lines("## 日志", "", "### [[2021-09-03]]", "", "- 新的", "", "### [[2021-09-01]]", "", "- a"),
    ),
    add(
      "half of a link is not copied",
      lines("## 日志", "", "- [[2021-09-01]] a", "- [2021-08-31](x) b"),
      "2021-09-03",
      "2021-09-03",
      lines("## 日志", "", "- 2021-09-03 新的", "- [[2021-09-01]] a", "- [2021-08-31](x) b"),
    ),
    add(
      "newest last",
      lines("## 日志", "", "### 2021.9.1", "- a", "", "### 2021.9.3", "- b"),
      "2021-09-04",
      "2021-09-04",
      lines("## 日志", "", "### 2021.9.1", "- a", "", "### 2021.9.3", "- b", "", "### 2021.9.4", "- 新的"),
    ),
    add(
      "Chinese dates",
      lines("## 日志", "", "### 2023年8月28日 - 9月1日", "", "- a"),
      "2023-09-04",
      "2023-09-08",
      lines(
        "## 日志",
        "",
        "### 2023年9月4日 - 9月8日",
        "",
        "- 新的",
        "",
        "### 2023年8月28日 - 9月1日",
        "",
        "- a",
      ),
    ),
    add(
      "English dates",
      lines("## Log", "", "### March 5, 2024", "", "* a"),
      "2024-11-06",
      "2024-11-06",
      lines("## Log", "", "### November 6, 2024", "", "* 新的", "", "### March 5, 2024", "", "* a"),
    ),
    add(
      "an open end",
      lines("## Log", "", "### 2024-03-11 - now", "", "- a", "", "### 2024-03-01", "", "- b"),
      "2024-03-12",
      null,
      lines(
        "## Log",
        "",
        "### 2024-03-12 - now",
        "",
        "- 新的",
        "",
        "### 2024-03-11 - now",
        "",
        "- a",
        "",
        "### 2024-03-01",
        "",
        "- b",
      ),
    ),
    add(
      "list form",
      lines("## Log", "", "- 2024-03-11: a", "- 2024-03-04 - 2024-03-08: b", "  - c"),
      "2024-03-09",
      "2024-03-09",
      lines("## Log", "", "- 2024-03-11: a", "- 2024-03-09: 新的", "- 2024-03-04 - 2024-03-08: b", "  - c"),
    ),
    add(
      "bold form",
      lines("## Log", "", "**2024-03-10**", "", "- a", "", "**2024-03-02**", "", "- b"),
      "2024-03-05",
      "2024-03-05",
      lines(
        "## Log",
        "",
        "**2024-03-10**",
        "",
        "- a",
        "",
        "**2024-03-05**",
        "",
        "- 新的",
        "",
        "**2024-03-02**",
        "",
        "- b",
      ),
    ),
    add(
      "the same dates: one more bullet",
      LOG,
      "2021-09-02",
      "2021-09-11",
      LOG.replace("- 三\n", "- 三\n- 新的\n"),
    ),
    add(
      "a log that is empty",
      lines("## 学习", "", "- a", "", "## 日志", "", "暂无"),
      "2021-09-13",
      "2021-09-13",
      lines("## 学习", "", "- a", "", "## 日志", "", "### 2021-09-13", "", "- 新的"),
    ),
    add(
      "no log: one at the end, before what ends the page",
      lines("## 学习", "", "- a", "", "{{< particles_effect_up  >}}"),
      "2021-09-13",
      "2021-09-13",
      lines(
        "## 学习",
        "",
        "- a",
        "",
        "## 日志",
        "",
        "### 2021-09-13",
        "",
        "- 新的",
        "",
        "{{< particles_effect_up  >}}",
      ),
    ),
    add(
      "no log, in English",
      lines("# Me", "", "## Learning", "", "* a"),
      "2021-09-13",
      "2021-09-14",
      lines(
        "# Me",
        "",
        "## Learning",
        "",
        "* a",
        "",
        "## Log",
        "",
        "### 2021-09-13 - 2021-09-14",
        "",
        "* new",
      ),
      "new",
    ),
  ]);
});

describe("texts of an entry", () => {
  runTable([
    {
      name: "a bullet",
      before: LOG,
      edit: (view) => addLogText(view, { entry: view.log[1]!, text: "# 五" }),
      after: LOG.replace("  - 二\n", "  - 二\n- \\# 五\n"),
    },
    {
      name: "a nested bullet",
      before: LOG,
      edit: (view) => addLogText(view, { entry: view.log[1]!, text: "五", depth: 1 }),
      after: LOG.replace("  - 二\n", "  - 二\n  - 五\n"),
    },
    {
      name: "below a text that had none",
      before: LOG,
      edit: (view) => addLogText(view, { entry: view.log[2]!, text: "五", depth: 1 }),
      after: LOG.replace("- 三\n", "- 三\n  - 五\n"),
    },
    {
      name: "changed",
      before: LOG,
      edit: (view) => editLogText(view, view.log[2]!.bullets[0]!.line, "三三"),
      after: LOG.replace("- 三\n", "- 三三\n"),
    },
    {
      name: "the date changed",
      before: LOG,
      edit: (view) => editLogText(view, view.log[2]!.line, "2021-09-02 => 2021-09-12"),
      after: LOG.replace("2021-09-11", "2021-09-12"),
    },
    {
      name: "a list entry's text changed",
      before: lines("## Log", "", "- 2024-03-11: a [b](https://x.org)", "- 2024-03-10: c"),
      edit: (view) => editLogText(view, view.log[0]!.line, "an [b](https://x.org)"),
      after: lines("## Log", "", "- 2024-03-11: an [b](https://x.org)", "- 2024-03-10: c"),
    },
    {
      name: "removed with what is below",
      before: LOG,
      edit: (view) => removeLogText(view, view.log[1]!.bullets[0]!.line),
      after: LOG.replace("- 一\n  - 二\n\n", ""),
    },
    {
      name: "a whole entry removed, with one rule",
      before: LOG,
      edit: (view) => removeLogText(view, view.log[2]!.line),
      after: LOG.replace("### 2021-09-02 => 2021-09-11\n\n- 三\n\n---\n\n", ""),
    },
    {
      name: "the last entry removed",
      before: LOG,
      edit: (view) => removeLogText(view, view.log[3]!.line),
      after: LOG.replace("\n---\n\n### 2021-08-12 => 2021-08-16\n\n- 四\n", ""),
    },
  ]);

  test("what cannot be done is said", () => {
    const code = (run: () => unknown): string => {
      try {
        run();
      } catch (error) {
        if (error instanceof AppError) return error.code;
      }
      return "ok";
    };
    const view = read(LOG);
    expect(code(() => addLogText(view, { text: "x" }))).toBe("usage");
    expect(code(() => addLogText(view, { from: day("2021-02-01"), to: day("2021-01-01"), text: "x" }))).toBe(
      "usage",
    );
    expect(code(() => addLogText(view, { entry: view.log[2]!, text: "x", depth: 3 }))).toBe("usage");
    expect(code(() => addLogText(view, { entry: view.log[2]!, text: "" }))).toBe("usage");
    expect(code(() => editLogText(view, view.log[2]!.line, "三月的某天"))).toBe("usage");
    expect(code(() => editLogText(view, 1, "x"))).toBe("missing");
    expect(code(() => removeLogText(view, 2))).toBe("missing");
  });
});

describe("the archive", () => {
  const page = lines(
    "---",
    'title: "此刻"',
    "date: 2021-02-01",
    "---",
    "",
    ...LOG.trimEnd().split("\n"),
    "",
    "### 2020-12-30 - 2021-01-02",
    "",
    "- 五 ",
    "",
    "    码",
    "",
  );

  test("entries go to the year in which they began; the page keeps one rule where there were two", () => {
    const view = read(page);
    const { page: patches, archives } = archiveLog(view, day("2021-09-12"), () => null);
    expect(applyPatches(page, patches)).toBe(
      lines(
        "---",
        'title: "此刻"',
        "date: 2021-02-01",
        "---",
        "",
        "## 此刻",
        "",
        "### now",
        "",
        "- 想做的",
        "",
        "### 2021-09-13 - 2021-09-17",
        "",
        "- 一",
        "  - 二",
        "",
      ),
    );
    expect(archives.map(({ year, create }) => [year, create])).toEqual([
      [
        2020,
        lines(
          "---",
          'title: "此刻 - 2020"',
          "date: 2020-12-31",
          "---",
          "",
          "### 2020-12-30 - 2021-01-02",
          "",
          "- 五 ",
          "",
          "    码",
        ),
      ],
      [
        2021,
        lines(
          "---",
          'title: "此刻 - 2021"',
          "date: 2021-12-31",
          "---",
          "",
          "### 2021-09-02 => 2021-09-11",
          "",
          "- 三",
          "",
          "---",
          "",
          "### 2021-08-12 => 2021-08-16",
          "",
          "- 四",
        ),
      ],
    ]);
  });

  test("into an archive that is there, in its order and with its line ends", () => {
    const old = lines("# 2021", "", "### 2021-01-01", "", "- 旧", "", "### 2021-09-05", "", "- 间").replace(
      /\n/g,
      "\r\n",
    );
    const { archives } = archiveLog(read(page), day("2021-09-12"), (year) =>
      year === 2021 ? read(old, "2021.md") : null,
    );
    const year = archives.find(({ create }) => create === null)!;
    expect(applyPatches(old, year.patches)).toBe(
      lines(
        "# 2021",
        "",
        "### 2021-01-01",
        "",
        "- 旧",
        "",
        "### 2021-08-12 => 2021-08-16",
        "",
        "- 四",
        "",
        "### 2021-09-02 => 2021-09-11",
        "",
        "- 三",
        "",
        "### 2021-09-05",
        "",
        "- 间",
      ).replace(/\n/g, "\r\n"),
    );
  });

  test("nothing is old enough", () => {
    expect(archiveLog(read(page), day("2019-01-01"), () => null)).toEqual({ page: [], archives: [] });
  });

  test("list form", () => {
    const text = lines("## Log", "", "- 2024-03-11: a", "- 2023-03-04: b", "  - c", "- 2023-01-01: d");
    const { page: patches, archives } = archiveLog(read(text), day("2024-01-01"), () => null);
    expect(applyPatches(text, patches)).toBe(lines("## Log", "", "- 2024-03-11: a"));
    expect(archives[0]!.create).toBe(
      lines("# Log - 2023", "", "- 2023-03-04: b", "  - c", "- 2023-01-01: d"),
    );
  });
});

describe("lastmod", () => {
  const AT = "2024-03-05T10:04:05+08:00";
  const yaml = (line: string): string =>
    lines("---", "title: x", line, "other: 2020-01-01", "---", "", "lastmod: 2020-01-01");
  const touch = (name: string, before: string, after: string): Row => ({
    name,
    before,
    edit: (view) => touchLastmod(view, AT, day("2024-03-05")),
    after,
  });
  const pair = (before: string, after: string): Row => touch(before, yaml(before), yaml(after));
  runTable([
    pair("lastmod: 2021-01-02", "lastmod: 2024-03-05"),
    pair('lastmod: "2021-01-02"  # kept', 'lastmod: "2024-03-05"  # kept'),
    pair("lastmod: 2021-01-02T14:14:35+08:00", "lastmod: 2024-03-05T10:04:05+08:00"),
    pair("lastmod: 2021-01-02T14:14:35Z", "lastmod: 2024-03-05T02:04:05Z"),
    pair("last_modified_at: 2021-01-02 14:14:35 +0800", "last_modified_at: 2024-03-05 10:04:05 +0800"),
    pair("updated: 2021-01-02 14:14", "updated: 2024-03-05 10:04"),
    pair("lastUpdated: 2021/1/2", "lastUpdated: 2024/3/5"),
    pair("modified: 2021-01-02T14:14:35.000Z", "modified: 2024-03-05T02:04:05.000Z"),
    pair("lastUpdated: true", "lastUpdated: true"),
    pair("date: 2021-01-02", "date: 2021-01-02"),
    pair("  lastmod: 2021-01-02", "  lastmod: 2021-01-02"),
    touch(
      "TOML",
      lines("+++", "lastmod = 2021-01-02T14:14:35+08:00", "[params]", "lastmod = 2021-01-02", "+++", ""),
      lines("+++", "lastmod = 2024-03-05T10:04:05+08:00", "[params]", "lastmod = 2021-01-02", "+++", ""),
    ),
    touch(
      "JSON",
      lines("{", '  "lastmod": "2021-01-02",', '  "a": { "lastmod": "2021-01-02" }', "}", "", "text"),
      lines("{", '  "lastmod": "2024-03-05",', '  "a": { "lastmod": "2021-01-02" }', "}", "", "text"),
    ),
    touch("no front matter", lines("lastmod: 2021-01-02"), lines("lastmod: 2021-01-02")),
  ]);
});
