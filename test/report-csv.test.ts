// Tables as CSV by RFC 4180, the options that ask for them, and that every action gives the tables that it names.

import { describe, expect, test } from "vitest";
import { ACTIONS } from "../src/actions/all.ts";
import { formatCsv, type ReportTable } from "../src/domain/index.ts";
import { reportForms, takeReport } from "../src/faces/cli/report.ts";
import { dayHome, PLAN_PAGE } from "./day-home.ts";
import { refused } from "./refused.ts";

const table = (...rows: ReportTable["rows"]): ReportTable => ({
  name: "items",
  title: "Items",
  columns: [
    { key: "item", title: "item", unit: "text" },
    { key: "min", title: "minutes", unit: "min" },
  ],
  rows,
});

describe("CSV", () => {
  test("records end in CRLF; commas, quotes and line ends are quoted; what is unknown is empty", () => {
    const text = formatCsv(table(["a, b", 90], ['say "x"', 0.123456789], ["two\nlines", null], [null, 0]));
    expect(text).toBe('item,min\r\n"a, b",90\r\n"say ""x""",0.123457\r\n"two\nlines",\r\n,0\r\n');
  });

  test("a text that a spreadsheet would take for a formula gets an apostrophe, numbers do not", () => {
    const text = formatCsv(table(["=1+1", -5], ["- item", 1], ["@x", 2], ["+1", 3], ["a=b", 4]));
    expect(text.split("\r\n").slice(1, -1)).toEqual(["'=1+1,-5", "'- item,1", "'@x,2", "'+1,3", "a=b,4"]);
  });
});

describe("--csv and --svg", () => {
  const drift = ACTIONS.find(({ name }) => name === "drift")!;
  const days = ACTIONS.find(({ name }) => name === "days")!;

  test("take the name behind them, or behind =; the only table needs none", () => {
    expect(takeReport(drift, ["2026-Q4", "--csv", "items"], "en")).toEqual({
      wish: { form: "csv", name: "items" },
      rest: ["2026-Q4"],
    });
    expect(takeReport(drift, ["--csv=Shares", "last", "week"], "en").rest).toEqual(["last", "week"]);
    expect(takeReport(days, ["-7d", "--csv"], "en").wish).toEqual({ form: "csv", name: "days" });
    expect(takeReport(days, ["--", "--csv"], "en")).toEqual({ wish: null, rest: ["--", "--csv"] });
  });

  test("say which names there are", () => {
    const error = refused(() => takeReport(drift, ["--csv"], "en"));
    expect([error.code, error.hint]).toEqual(["usage", expect.stringContaining("items, shares")]);
    expect(refused(() => takeReport(drift, ["--csv", "nothing"], "zh")).hint).toContain("items、shares");
    expect(refused(() => takeReport(drift, ["--csv", "items", "--svg", "orders"], "en")).code).toBe("usage");
  });

  test("every action gives just the tables and pictures that it names, in both languages", () => {
    const files = {
      "now.md": PLAN_PAGE,
      "goals.md":
        "# Goals\n\n## Goal: One\n\n### Served by\n\n- Rust: help 2, 10h\n\n## Commitments\n\n- weekly 2h: Piano\n",
      "days/2026-11-20.md": "---\ndate: 2026-11-20\n---\n## Record\n- 09:00 - 11:00 Rust\n",
      "items/rust.md": "---\ntitle: Rust\nestimate: 10h\n---\n",
    };
    for (const tongue of ["en", "zh"] as const)
      for (const action of ACTIONS.filter((one) => reportForms(one).length > 0)) {
        const { tables, charts } = dayHome(files, { tongue }).act(action.name).report!();
        expect(
          tables.map(({ name }) => name),
          action.name,
        ).toEqual(action.reports!.tables);
        expect(
          charts.map(({ name }) => name),
          action.name,
        ).toEqual(action.reports!.charts);
        for (const { columns, rows } of tables)
          for (const row of rows) expect(row, action.name).toHaveLength(columns.length);
      }
  });
});
