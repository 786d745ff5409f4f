// A plan in a terminal: columns that stand straight in both languages, and the question whether it stands.

import { expect, test } from "vitest";
import type { PlanJson } from "../src/actions/index.ts";
import { askPlan } from "../src/faces/cli/ask-plan.ts";
import { say } from "../src/faces/cli/messages.ts";
import type { Printer } from "../src/faces/cli/print.ts";
import { printPlan } from "../src/faces/cli/print-plan.ts";
import { widthOf } from "../src/faces/cli/width.ts";
import { type DayHome, dayHome } from "./day-home.ts";

const PAGE =
  "# 此刻\n\n## 学习\n\n### 最高优先级\n\n- 编译原理：词法分析\n\n### 高优先级\n\n- Rust\n- 网络\n";

const plain = (text: string): string => text;

function printer(columns: number): { printer: Printer; rows: string[] } {
  const rows: string[] = [];
  const paint = { dim: plain, bold: plain, good: plain, warm: plain, bad: plain, accent: plain };
  return { rows, printer: { texts: say("zh"), paint, columns, line: (text) => rows.push(text.trimEnd()) } };
}

function chinese(): DayHome {
  return dayHome({ "now.md": PAGE }, { tongue: "zh", zone: "Asia/Shanghai", now: "2026-11-23T01:00:00Z" });
}

test.each([48, 60, 80, Number.POSITIVE_INFINITY])("columns stand straight in %d columns", (columns) => {
  const { printer: to, rows } = printer(columns);
  const busy = [{ from: "2026-11-23T12:00+08:00", to: "2026-11-23T13:00+08:00", text: "午饭" }];
  printPlan(to, chinese().act("plan").data as PlanJson, { busy });
  const body = rows.slice(1).filter((row) => row !== "");
  expect(body.some((row) => row.startsWith("~ 17:00-18:00  缓冲"))).toBe(true);
  expect(body.some((row) => row.includes("午饭"))).toBe(true);
  // Invariant: no row is wider than the terminal, and the reasons begin in one column.
  for (const row of body) expect(widthOf(row)).toBeLessThanOrEqual(columns);
  const starts = body.map((row) => {
    const [, head = "", gap = ""] = /^(.{2}\S+ {2}\S+)( +)\S/.exec(row) ?? [];
    return widthOf(head) + gap.length;
  });
  expect(new Set(starts).size).toBe(1);
});

function talk(home: DayHome, answers: (string | null)[], before: () => void = () => {}) {
  const { printer: to, rows } = printer(80);
  return {
    rows,
    talk: {
      tongue: "zh" as const,
      printer: to,
      ask: async () => {
        before();
        return answers.shift() ?? null;
      },
      perform: (action: string, input: Readonly<Record<string, unknown>>) => home.act(action, input),
      show: () => {},
    },
  };
}

test("Enter accepts what was shown, no leaves all as it was", async () => {
  const home = chinese();
  expect(await askPlan(talk(home, ["n"]).talk, {}, "plan")).toBeNull();
  expect(home.store.files()).toEqual(["now.md"]);
  const done = await askPlan(talk(home, [""]).talk, {}, "plan");
  expect(done?.summary).toContain("计划已定");
  expect(home.note()).toContain("缓冲");
  // Nothing is asked where nothing would change.
  const again = talk(home, []);
  expect(await askPlan(again.talk, {}, "plan")).toBeNull();
  expect(again.rows.at(-1)).toContain("不用改");
});

test("where the list changed before the answer, the new plan is shown and asked again", async () => {
  const home = chinese();
  let once = true;
  const asked = talk(home, ["y", "y"], () => {
    if (once) home.store.put("now.md", PAGE.replace("- 编译原理：词法分析\n", "- 操作系统\n"));
    once = false;
  });
  const done = await askPlan(asked.talk, {}, "plan");
  expect(done?.summary).toContain("计划已定");
  expect(asked.rows.join("\n")).toContain("现在会不一样了");
  expect(home.note()).toContain("操作系统");
  expect(home.note()).not.toContain("编译原理");
});
