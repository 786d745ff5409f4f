// plan on a home in memory: the buffer holds, what is pinned stays, what is over is not touched, what slips
// leaves its trace, and what falls out is named.

import { describe, expect, test } from "vitest";
import type { PlanJson } from "../src/actions/index.ts";
import { dayHome, PLAN_PAGE } from "./day-home.ts";
import { refused } from "./refused.ts";

const planOf = (done: { data: unknown }): PlanJson => done.data as PlanJson;
const rows = (plan: PlanJson): string[] =>
  plan.blocks.map(
    ({ from, to, kind, text }) =>
      `${from.slice(11, 16)}-${to.slice(11, 16)} ${kind === "buffer" ? "~" : text}`,
  );
const minutes = (plan: PlanJson, kind: string): number =>
  plan.blocks.filter((block) => block.kind === kind).reduce((sum, { min }) => sum + min, 0);

describe("plan", () => {
  test("proposes from the list and writes nothing", () => {
    const home = dayHome({ "now.md": PLAN_PAGE });
    const done = home.act("plan");
    const plan = planOf(done);
    expect(home.store.files()).toEqual(["now.md"]);
    expect(plan.accepted).toBe(false);
    expect(plan.bufferMin).toBe(60);
    expect(plan.bufferShortMin).toBe(0);
    expect(rows(plan)[0]).toBe("09:00-10:30 Kubernetes › Upgrade a cluster");
    expect(rows(plan).at(-1)).toBe("17:00-18:00 ~");
    expect(plan.blocks[0]!.reason).toContain("highest priority");
    expect(plan.blocks.every(({ change }) => change === "new")).toBe(true);
    expect(done.summary).toContain("nunc plan --accept");
    for (const block of plan.blocks) expect(block.to > block.from).toBe(true);
  });

  test("accepting writes blocks, reasons, the buffer and when it was", () => {
    const home = dayHome({ "now.md": PLAN_PAGE });
    const shown = planOf(home.act("plan"));
    const done = home.act("plan", { accept: true, token: shown.token });
    expect(rows(planOf(done))).toEqual(rows(shown));
    const text = home.store.text("days/2026-11-23.md")!;
    expect(text).toContain('planned: "09:00"');
    expect(text).toMatch(/- \[ \] 09:00 - 10:30 Kubernetes › Upgrade a cluster\n\s+highest priority/);
    expect(text).toContain("- [ ] 17:00 - 18:00 Buffer");
    expect(home.day().diagnostics).toEqual([]);
    home.act("undo");
    expect(home.store.text("days/2026-11-23.md")).toBeNull();
  });

  test("accepted again it stands as it is", () => {
    const home = dayHome({ "now.md": PLAN_PAGE });
    home.act("plan", { accept: true });
    const text = home.note();
    const again = home.act("plan", { accept: true });
    expect(again.record).toBeNull();
    expect(home.note()).toBe(text);
  });

  test("what is accepted is what was shown, or a conflict", () => {
    const home = dayHome({ "now.md": PLAN_PAGE });
    const { token } = planOf(home.act("plan"));
    home.store.put("now.md", PLAN_PAGE.replace("- Kubernetes\n", "- Kubernetes - done\n"));
    expect(refused(() => home.act("plan", { accept: true, token })).code).toBe("conflict");
    const next = planOf(home.act("plan"));
    home.at("2026-11-23T08:01:00Z");
    expect(rows(planOf(home.act("plan", { accept: true, token: next.token })))).toEqual(rows(next));
  });

  test("a dry run shows the note", () => {
    const home = dayHome({ "now.md": PLAN_PAGE });
    const done = home.act("plan", { accept: true }, { dryRun: true });
    expect(done.diff).toContain("+- [ ] 17:00 - 18:00 Buffer");
    expect(home.store.files()).toEqual(["now.md"]);
  });

  test("the buffer is hard: what fixed time leaves too little for is said, and nothing is planned", () => {
    const busy = [{ on: [1] as const, from: 9 * 60, to: 17 * 60 + 30, text: "Workshop" }];
    const home = dayHome({ "now.md": PLAN_PAGE }, { day: { busy } });
    const done = home.act("plan");
    const plan = planOf(done);
    expect(plan.blocks.filter(({ kind }) => kind === "item")).toEqual([]);
    expect(plan.bufferShortMin).toBe(30);
    expect(done.summary).toContain("The buffer cannot be kept");
  });

  test("pinned blocks and free text stay, whatever the plan", () => {
    const note = "## Plan\n- [ ] 10:00 - 11:00 Zig 📌\n- [ ] 14:00 - 14:30 Dentist\n";
    const home = dayHome({ "now.md": PLAN_PAGE, "days/2026-11-23.md": note });
    home.act("plan", { accept: true, fresh: true });
    expect(home.note()).toContain("- [ ] 10:00 - 11:00 Zig 📌\n");
    expect(home.note()).toContain("- [ ] 14:00 - 14:30 Dentist\n");
    const { blocks } = home.day();
    for (const a of blocks)
      for (const b of blocks) if (a !== b) expect(a.to <= b.from || b.to <= a.from).toBe(true);
  });

  test("before it has begun a plan is replaced without a trace; at 15:00 what moves leaves one", () => {
    const home = dayHome({ "now.md": PLAN_PAGE }, { now: "2026-11-23T07:00:00Z" });
    home.act("plan", { accept: true });
    home.store.put("now.md", PLAN_PAGE.replace("- Kubernetes\n", "- Kubernetes - done\n"));
    home.act("plan", { accept: true });
    expect(home.note()).not.toMatch(/\[[->]\]/);
    expect(home.note()).not.toContain("Kubernetes");
    home.at("2026-11-23T14:00:00Z");
    const before = home.note();
    home.store.put(
      "now.md",
      PLAN_PAGE.replace("- Postgres\n- Rust\n", "- Postgres - done\n- Rust - done\n- Go\n"),
    );
    const done = home.act("plan", { accept: true });
    const plan = planOf(done);
    expect(plan.blocks.filter(({ change }) => change === "past").length).toBeGreaterThan(0);
    // Invariant: what is over keeps its bytes.
    const over = before.split("\n").filter((line) => /\[ \] (09|1[0-3]):/.test(line));
    for (const line of over) expect(home.note()).toContain(line);
    expect(home.note()).toMatch(/- \[-\] 1[5-7]:/);
    expect(home.day().diagnostics).toEqual([]);
  });

  test("a day off is left alone unless it is asked for", () => {
    const home = dayHome({ "now.md": PLAN_PAGE });
    const done = home.act("plan", { date: "2026-11-28" });
    expect(planOf(done).blocks).toEqual([]);
    expect(done.summary).toContain("day off");
    expect(planOf(home.act("plan", { date: "2026-11-28", fresh: true })).blocks.length).toBeGreaterThan(3);
    expect(refused(() => home.act("plan", { date: "2026-11-20" })).code).toBe("usage");
  });

  test("in the evening nothing is planned and it says why", () => {
    const home = dayHome({ "now.md": PLAN_PAGE }, { now: "2026-11-23T19:00:00Z" });
    const done = home.act("plan");
    expect(done.summary).toContain("no working time is left");
    expect(planOf(done).unplaced).toEqual([]);
  });

  test("one page in two languages is planned once, from the first", () => {
    const config = { pages: ["now.md", "now.zh.md"] };
    const zh = "# 此刻\n\n## 学习\n\n### 最高优先级\n\n- 容器编排\n\n### 高优先级\n\n- 数据库\n";
    const home = dayHome({ "now.md": PLAN_PAGE, "now.zh.md": zh }, { config });
    expect(rows(planOf(home.act("plan"))).join()).not.toMatch(/容器|数据库/);
    const chinese = dayHome(
      { "now.md": PLAN_PAGE, "now.zh.md": zh },
      { config: { ...config, language: "zh" } },
    );
    expect(rows(planOf(chinese.act("plan"))).join()).toMatch(/容器编排/);
  });

  test("a commitment finds its place before the week ends", () => {
    const goals = "# Goals\n\n## Commitments\n\n- weekly 1h: Reflection\n";
    const files = { "now.md": PLAN_PAGE, "goals.md": goals };
    const friday = dayHome(files, { now: "2026-11-27T08:00:00Z" });
    expect(planOf(friday.act("plan")).blocks.find(({ kind }) => kind === "commitment")).toMatchObject({
      text: "Reflection",
      min: 60,
    });
    const kept = "---\ndate: 2026-11-24\nzone: Europe/Berlin\n---\n## Record\n- 09:00 - 10:00 Reflection\n";
    const done = dayHome({ ...files, "days/2026-11-24.md": kept }, { now: "2026-11-27T08:00:00Z" });
    expect(minutes(planOf(done.act("plan")), "commitment")).toBe(0);
  });

  test("what is wanted twice a week is not planned twice on the last day", () => {
    const files = {
      "now.md": PLAN_PAGE,
      "goals.md": "## Commitments\n\n- twice a week: Running, 30m each\n",
    };
    const friday = dayHome(files, { now: "2026-11-27T08:00:00Z" });
    expect(minutes(planOf(friday.act("plan")), "commitment")).toBe(30);
  });

  test("a commitment that another day has planned is not planned twice", () => {
    const goals = "## Commitments\n\n- weekly 1h: Reflection\n";
    const friday = "## Plan\n- [ ] 09:00 - 10:00 Reflection\n";
    const home = dayHome({ "now.md": PLAN_PAGE, "goals.md": goals, "days/2026-11-27.md": friday });
    expect(minutes(planOf(home.act("plan")), "commitment")).toBe(0);
  });

  test("a book under way gets time once it was left for long", () => {
    const page = PLAN_PAGE.replace("- SICP", "- SICP - reading").replace(
      "- Kubernetes\n",
      "- Kubernetes\n- Go\n",
    );
    const days = [9, 10, 11, 12, 13, 16, 17, 18, 19, 20].map((day) => {
      const date = `2026-11-${String(day).padStart(2, "0")}`;
      const record = `---\ndate: ${date}\nzone: Europe/Berlin\n---\n## Record\n- 09:00 - 12:00 Kubernetes\n`;
      return [`days/${date}.md`, record] as const;
    });
    const book = (home: ReturnType<typeof dayHome>) =>
      planOf(home.act("plan")).blocks.find(({ text }) => text === "SICP");
    expect(book(dayHome({ "now.md": page }))).toBeUndefined();
    expect(book(dayHome({ "now.md": page, ...Object.fromEntries(days) }))?.reason).toContain(
      "10 days of work",
    );
  });

  test("what is due today goes first, and a limit that is used up is not planned but named", () => {
    const home = dayHome({
      "now.md": PLAN_PAGE,
      "items/zig.md": "---\ntitle: Zig\ndue: 2026-11-23\nestimate: 2h\n---\n",
      "items/kubernetes.md": "---\ntitle: Kubernetes\nestimate: 3h\n---\n",
      "days/2026-11-20.md": "## Record\n- 09:00 - 12:00 Kubernetes › Upgrade a cluster\n",
    });
    const done = home.act("plan");
    expect(done.summary).toContain("No time is left of the estimate of “Kubernetes”");
    const plan = planOf(done);
    const zig = plan.blocks.filter(({ text }) => text === "Zig");
    expect(zig.reduce((sum, { min }) => sum + min, 0)).toBe(120);
    expect(zig[0]!.reason).toContain("due today");
    expect(plan.blocks.some(({ text }) => text.startsWith("Kubernetes"))).toBe(false);
  });

  test("on a day on which clocks go back, times are the wall's", () => {
    const home = dayHome({ "now.md": PLAN_PAGE }, { now: "2026-10-25T05:00:00Z", day: { workDays: [] } });
    const plan = planOf(home.act("plan", { fresh: true, accept: true }));
    expect(plan.blocks[0]!.from).toBe("2026-10-25T09:00+01:00");
    expect(home.note("2026-10-25")).toContain("09:00 -");
    expect(home.day("2026-10-25").frame.to - home.day("2026-10-25").frame.from).toBe(25 * 60);
  });

  test("where days end at 02:00, half past midnight is still today", () => {
    const night = [{ from: 20 * 60, to: 25 * 60 + 30 }];
    const hours = { 1: night, 2: night, 3: night, 4: night, 5: night, 6: [], 7: [] };
    const home = dayHome(
      { "now.md": PLAN_PAGE },
      { now: "2026-11-23T22:50:00Z", day: { dayEndMin: 120, hours } },
    );
    const plan = planOf(home.act("plan", { accept: true }));
    expect(plan.date).toBe("2026-11-23");
    expect(rows(plan)).toEqual(["00:00-00:30 Kubernetes › Upgrade a cluster", "00:30-01:30 ~"]);
    expect(home.note()).toContain("00:30 - 01:30 Buffer");
    expect(home.day().blocks.map(({ to, from }) => to - from)).toEqual([30, 60]);
    expect(home.day().diagnostics).toEqual([]);
  });

  test("a broken note: the problem is told with its line, the rest is planned around", () => {
    const note = "## Plan\n- [ ] 25:99 - 11:00 Kubernetes\n- [ ] 14:00 - 15:00 Dentist\nwords\n";
    const home = dayHome({ "now.md": PLAN_PAGE, "days/2026-11-23.md": note });
    const plan = planOf(home.act("plan", { accept: true }));
    expect(rows(plan)).toContain("14:00-15:00 Dentist");
    expect(home.note()).toContain("- [ ] 25:99 - 11:00 Kubernetes\n");
    expect(home.note()).toContain("words\n");
  });

  test("a Chinese home plans in Chinese", () => {
    const page = "# 此刻\n\n## 学习\n\n### 最高优先级\n\n- 编译原理\n\n### 高优先级\n\n- 网络\n";
    const home = dayHome(
      { "now.md": page },
      { tongue: "zh", zone: "Asia/Shanghai", now: "2026-11-23T01:00:00Z" },
    );
    const done = home.act("plan", { accept: true });
    expect(done.summary).toContain("2026-11-23 的计划已定");
    expect(home.note()).toContain("## 计划\n");
    expect(home.note()).toMatch(/- \[ \] 09:00 - 10:30 编译原理\n\s+最高优先级/);
    expect(home.note()).toContain("缓冲");
  });

  test("the note changes while the plan is made: it is made anew on what stands there", () => {
    const home = dayHome({ "now.md": PLAN_PAGE });
    const commit = home.store.commit.bind(home.store);
    let once = true;
    home.store.commit = (change) => {
      if (once) {
        once = false;
        home.store.put("days/2026-11-23.md", "## Plan\n- [ ] 09:00 - 12:00 Dentist\n");
      }
      return commit(change);
    };
    home.act("plan", { accept: true });
    expect(home.note()).toContain("- [ ] 09:00 - 12:00 Dentist\n");
    expect(
      home
        .day()
        .blocks.filter(({ from, to }) => from < home.day().blocks[0]!.to && to > home.day().blocks[0]!.from),
    ).toHaveLength(1);
  });
});
