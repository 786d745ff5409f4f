// The figures of reports, computed a second time: plain SQL over the tables of recompute-read.ts, by the rules as docs say
// them. Shares no code with src/. Lengths are minutes; ranges include both days.

import type { DatabaseSync } from "node:sqlite";
import { dayAfter, type HomeTexts, readHome } from "./recompute-read.ts";

type Row = Record<string, string | number | null>;
type Sums = Record<string, number>;

export interface PlanSums {
  plannedDays: number;
  workingDays: number;
  plannedMin: number;
  keptMin: number;
  blocks: number;
  keptBlocks: number;
  movedBlocks: number;
  droppedBlocks: number;
  recordedMin: number;
  interruptions: number;
  interruptedMin: number;
  bufferMin: number;
  bufferSpentMin: number;
}

export interface Tally {
  held: number;
  days: number;
}

export interface DriftRow {
  /** Of most working days of the range. */
  priority: string;
  /** Working days on which it stood open, and minutes recorded on such days, with its steps. */
  openDays: number;
  min: number;
}

export interface Recomputed {
  plan(from: string, to: string): PlanSums;
  /** By priority as of the day; `none` and `other` as in reports. */
  hours(by: "priority" | "section" | "grp", from: string, to: string): Sums;
  hoursByGoal(from: string, to: string): Sums;
  /** Minutes by the path that an item has now or had last; steps on their own. */
  hoursByItem(from: string, to: string): Sums;
  /** Outermost items with a priority that stood open long enough, and how well the two orders agree. */
  drift(from: string, to: string): { items: Record<string, DriftRow>; tau: number | null; total: number };
  /** By topic: how often it slipped, planned and kept. */
  slipped(from: string, to: string): Record<string, { times: number; plannedMin: number; keptMin: number }>;
  /** By title and first day of the period. */
  commitments(
    from: string,
    to: string,
    today: string,
  ): Record<string, Record<string, { min: number; times: number; verdict: string }>>;
  conditions(from: string, to: string): Record<string, Tally>;
  corrections(today: string): Record<string, { before: Tally; since: Tally; better: number | null }>;
  /** Finished items with an estimate: recorded up to a day, with their steps. */
  estimates(to: string): Record<string, { estimateMin: number; actualMin: number }>;
  db: DatabaseSync;
}

/** @param first first and last day that any question is about; nothing outside is read */
export function recompute(home: HomeTexts, first: string, last: string): Recomputed {
  const db = readHome(home, first, last);
  layRecords(db);
  const rows = (sql: string, ...values: (string | number)[]): Row[] =>
    db.prepare(sql).all(...values) as Row[];
  const sums = (sql: string, ...values: (string | number)[]): Sums =>
    Object.fromEntries(rows(sql, ...values).map(({ key, sum }) => [String(key), Number(sum)]));
  const tally = (name: string, from: string, to: string): Tally => {
    const [row] = rows(CHECKED, name, from, to);
    return { held: Number(row!.held ?? 0), days: Number(row!.days) };
  };

  return {
    db,
    plan: (from, to) =>
      ({
        ...(rows(
          `select count(*) as workingDays, coalesce(sum(has_plan), 0) as plannedDays from days
         where not is_off and date between ? and ?`,
          from,
          to,
        )[0] as object),
        ...(rows(
          `select coalesce(sum(min) filter (where kind = 'work' and state <> '>'), 0) as plannedMin,
           coalesce(sum(kept), 0) as keptMin,
           count(*) filter (where kind = 'work' and state <> '>') as blocks,
           count(*) filter (where kind = 'work' and state <> '>' and kept * 2 >= min) as keptBlocks,
           count(*) filter (where kind = 'work' and state = '>') as movedBlocks,
           count(*) filter (where kind = 'work' and state = '-') as droppedBlocks,
           coalesce(sum(min) filter (where kind = 'buffer' and state <> '>'), 0) as bufferMin,
           coalesce(sum(min) filter (where kind = 'buffer' and state = '-'), 0) as bufferSpentMin
         from blocks where date between ? and ?`,
          from,
          to,
        )[0] as object),
        ...(rows(
          `select coalesce(sum(min) filter (where kind = 'work'), 0) as recordedMin,
           count(*) filter (where kind = 'interruption') as interruptions,
           coalesce(sum(min) filter (where kind = 'interruption'), 0) as interruptedMin
         from records where date between ? and ?`,
          from,
          to,
        )[0] as object),
      }) as PlanSums,

    hours: (by, from, to) =>
      sums(
        `select case when r.item is null then 'other' else coalesce(s.${by}, 'none') end as key, sum(r.min) as sum
         from records r left join stands s on s.item = r.item and r.date >= s.since and r.date < s.until
         where r.kind = 'work' and r.date between ? and ? group by 1`,
        from,
        to,
      ),

    hoursByGoal: (from, to) =>
      sums(
        `with served as (
           select distinct r.id, r.min, g.goal from records r
           join stands s on s.item = r.item and s.until = (select max(until) from stands where item = r.item)
           join services g on (s.path = g.path or substr(s.path, 1, length(g.path) + 3) = g.path || ' › ')
             and r.date between g.since and g.until
           where r.kind = 'work' and r.date between ?1 and ?2)
         select goal as key, sum(min) as sum from served group by goal
         union all
         select 'none', sum(min) from records where kind = 'work' and date between ?1 and ?2
           and id not in (select id from served)`,
        from,
        to,
      ),

    hoursByItem: (from, to) =>
      sums(
        `select s.path as key, sum(r.min) as sum from records r
         join stands s on s.item = r.item and s.until = (select max(until) from stands where item = r.item)
         where r.kind = 'work' and r.date between ? and ? group by s.path`,
        from,
        to,
      ),

    drift: (from, to) => {
      const found = rows(OPEN_ITEMS, from, to);
      const compared = found.filter(
        ({ openDays, working }) =>
          Number(openDays) >= Math.max(1, Math.min(5, Number(working)), Number(working) / 10),
      );
      const order = ["low", "medium", "high", "highest"];
      const [{ total } = { total: 0 }] = rows(
        "select coalesce(sum(min), 0) as total from records where kind = 'work' and date between ? and ?",
        from,
        to,
      );
      return {
        items: Object.fromEntries(
          compared.map(({ path, priority, openDays, min }) => [
            String(path),
            { priority: String(priority), openDays: Number(openDays), min: Number(min) },
          ]),
        ),
        tau: weightedTau(
          compared.map(({ priority }) => order.indexOf(String(priority))),
          compared.map(({ min, openDays }) => Number(min) / Number(openDays)),
        ),
        total: Number(total),
      };
    },

    slipped: (from, to) =>
      Object.fromEntries(
        rows(
          `select coalesce((select path from stands s where s.item = b.item order by until desc limit 1), topic) as name,
             count(*) as times, sum(min) as plannedMin, sum(kept) as keptMin from blocks b
           where kind = 'work' and date between ? and ? and (
             (state <> '>' and kept * 2 < min)
             or (state = '>' and not exists (select 1 from blocks o
               where o.date = b.date and o.topic = b.topic and o.kind = 'work' and o.state <> '>')))
           group by name`,
          from,
          to,
        ).map(({ name, times, plannedMin, keptMin }) => [
          String(name),
          { times: Number(times), plannedMin: Number(plannedMin), keptMin: Number(keptMin) },
        ]),
      ),

    commitments: (from, to, today) => {
      const found: ReturnType<Recomputed["commitments"]> = {};
      for (const one of rows("select * from commitments")) {
        const period = one.period === "week" ? "monday" : one.period === "month" ? "month || '-01'" : "date";
        const periods = rows(
          // A record counts by its text; a day counts as a time from half of one on.
          `with worked as materialized (
             select distinct d.monday from records r join days d on d.date = r.date where r.kind = 'work'),
           spent as materialized (
             select date as on_day, sum(min) as min from records r where r.kind = 'work'
               and (r.text = ?1 or substr(r.text, 1, length(?1) + 1) in (?1 || ':', ?1 || '：', ?1 || ' '))
             group by date),
           by_day as materialized (
             select d.date, ${period} as starts, d.is_off, d.monday in worked as is_known, coalesce(s.min, 0) as min
             from days d left join spent s on s.on_day = d.date)
           select starts, sum(min) as min, count(*) filter (where min > 0 and min * 2 >= coalesce(?2, 0)) as times,
             min(is_off) as all_off, max(date) as ends, max(is_known) as is_known
           from by_day group by starts
           having max(date) >= ?3 and starts <= ?4 order by starts`,
          one.title!,
          one.each ?? 0,
          from,
          to,
        );
        found[String(one.title)] = Object.fromEntries(
          periods.map(({ starts, min, times, all_off, is_known }) => {
            const [amount, wanted] = one.min === null ? [times, one.times] : [min, one.min];
            const isFloor = one.kind === "floor";
            const fits = isFloor ? Number(amount) >= Number(wanted) : Number(amount) <= Number(wanted);
            const isOver = endOf(String(starts), String(one.period)) < today;
            const settled = isFloor === fits;
            const verdict = settled
              ? fits
                ? "kept"
                : "broken"
              : !isOver
                ? "running"
                : one.period === "day" && isFloor && all_off === 1
                  ? "off"
                  : is_known === 0
                    ? "unknown"
                    : fits
                      ? "kept"
                      : "broken";
            return [String(starts), { min: Number(min), times: Number(times), verdict }];
          }),
        );
      }
      return found;
    },

    conditions: (from, to) =>
      Object.fromEntries(
        rows("select name from conditions").map(({ name }) => [String(name), tally(String(name), from, to)]),
      ),

    corrections: (today) =>
      Object.fromEntries(
        rows("select * from corrections").map(({ name, since, until }) => {
          const before = tally(String(name), dayAfter(String(since), -28), dayAfter(String(since), -1));
          const after = tally(String(name), String(since), String(until ?? today));
          const isEnough = before.days >= 5 && after.days >= 5;
          return [
            String(name),
            { before, since: after, better: isEnough ? chanceOfLess(after, before) : null },
          ];
        }),
      ),

    estimates: (to) =>
      Object.fromEntries(
        rows(
          `select e.path, e.min as estimate, sum(r.min) as actual from estimates e
           join stands s on (s.path = e.path or substr(s.path, 1, length(e.path) + 3) = e.path || ' › ')
             and s.until = (select max(until) from stands where item = s.item)
           join records r on r.item = s.item and r.kind = 'work' and r.date <= ?
           group by e.path`,
          to,
        ).map(({ path, estimate, actual }) => [
          String(path),
          { estimateMin: Number(estimate), actualMin: Number(actual) },
        ]),
      ),
  };
}

function endOf(starts: string, period: string): string {
  if (period === "day") return starts;
  if (period === "week") return dayAfter(starts, 6);
  return new Date(Date.UTC(Number(starts.slice(0, 4)), Number(starts.slice(5, 7)), 0))
    .toISOString()
    .slice(0, 10);
}

/** Working days with an answer to a condition; where the note has others but not this one, its detector speaks. */
const CHECKED = `
  with seen as materialized (
    select d.date, coalesce(
      (select holds from answers a where a.date = d.date and a.name = c.name limit 1),
      case
        when c.detect is null then null
        when c.detect like '%10:00%' then d.has_plan and coalesce(d.planned_at <= 600, 0)
        when c.detect like '%22:00%' then
          (select case when count(*) = 0 then null else max(wall_end) > 1320 end
           from records r where r.date = d.date and r.kind = 'work')
        when c.detect like '%60%' then
          (select case when count(*) = 0 then null else coalesce(sum(min) filter (where kind = 'interruption'), 0) > 60 end
           from records r where r.date = d.date)
      end) as holds
    from days d, conditions c
    where c.name = ? and not d.is_off and d.date between ? and ?
      and exists (select 1 from answers a where a.date = d.date))
  select count(holds) as days, sum(holds) as held from seen`;

/** A day on which an item is finished or goes away still counts as open. */
const OPEN_ITEMS = `
  with open as materialized (
    select s.item, d.date, d.is_off, s.priority, max(s.since) from stands s
    join days d on d.date >= s.since and d.date <= s.until
    where s.state in ('open', 'doing') and s.path = s.title and s.priority is not null and d.date between ?1 and ?2
    group by s.item, d.date),
  counted as materialized (
    select item, priority, count(*) as n from open where not is_off group by item, priority),
  usual as materialized (
    select item, sum(n) as openDays,
      (select priority from counted o where o.item = counted.item
       order by n desc, instr('highest high medium low', priority) limit 1) as priority
    from counted group by item),
  spent as materialized (
    select o.item, sum(r.min) as min from open o
    join stands own on own.item = o.item and o.date >= own.since and o.date <= own.until
    join records r on r.date = o.date and r.kind = 'work'
    join stands s on s.item = r.item and r.date >= s.since and r.date < s.until
      and (s.path = own.path or substr(s.path, 1, length(own.path) + 3) = own.path || ' › ')
    where own.since = (select max(since) from stands l where l.item = o.item and o.date >= l.since and o.date <= l.until)
    group by o.item)
  select u.item, u.priority, u.openDays, coalesce(sp.min, 0) as min,
    (select path from stands l where l.item = u.item order by until desc limit 1) as path,
    (select count(*) from days where not is_off and date between ?1 and ?2) as working
  from usual u left join spent sp on sp.item = u.item order by u.item`;

/**
 * Lays what was recorded over what was planned, each minute once, as docs/days.md says it: first the same topic, then what
 * lies below the item, then what lies above it; blocks in the order of time.
 */
function layRecords(db: DatabaseSync): void {
  const save = db.prepare("update blocks set kept = ? where id = ?");
  db.exec("begin");
  for (const { date } of db.prepare("select distinct date from blocks").all() as Row[]) {
    const left = new Map<string, { min: number; isItem: boolean }>();
    for (const { topic, min, is_item } of db
      .prepare(
        "select topic, is_item, sum(min) as min from records where date = ? and kind = 'work' group by topic order by min(id)",
      )
      .all(date!) as Row[])
      left.set(String(topic), { min: Number(min), isItem: is_item === 1 });
    const blocks = (
      db
        .prepare("select * from blocks where date = ? and kind = 'work' and state <> '>' order by starts, id")
        .all(date!) as Row[]
    ).map((block) => ({
      id: block.id!,
      topic: String(block.topic),
      isItem: block.is_item === 1,
      open: Number(block.min),
      kept: 0,
    }));
    const relations: ((block: string, record: string) => boolean)[] = [
      (block, record) => block === record,
      (block, record) => record.startsWith(`${block} › `),
      (block, record) => block.startsWith(`${record} › `),
    ];
    relations.forEach((isRelated, pass) => {
      for (const block of blocks)
        for (const [topic, pot] of left) {
          if (!isRelated(block.topic, topic) || (pass > 0 && !(block.isItem && pot.isItem))) continue;
          const min = Math.min(block.open, pot.min);
          block.open -= min;
          block.kept += min;
          pot.min -= min;
        }
    });
    for (const { id, kept } of blocks) save.run(kept, id);
  }
  db.exec("commit");
}

/**
 * The chance that one rate is below another, each with a uniform prior: the integral of density(x) of the one times what the
 * other has above x, by Simpson's rule. No closed sum.
 */
export function chanceOfLess(one: Tally, other: Tally): number {
  const steps = 20_000;
  const density = ({ held, days }: Tally, x: number): number => x ** held * (1 - x) ** (days - held);
  let [area, areaOther, both] = [0, 0, 0];
  // Both integrals go on together: what the other has below x is known when x is reached.
  for (let step = 0; step < steps; step++) {
    const [a, m, b] = [step, step + 0.5, step + 1].map((at) => at / steps) as [number, number, number];
    const simpson = (of: Tally): number =>
      (density(of, a) + 4 * density(of, m) + density(of, b)) / (6 * steps);
    const [own, others] = [simpson(one), simpson(other)];
    both += own * (areaOther + others / 2);
    area += own;
    areaOther += others;
  }
  return 1 - both / (area * areaOther);
}

/**
 * Vigna's weighted τ (2015) with weight 1 / rank for each item and their sum for a pair, by its definition over all pairs;
 * the mean of ranking by the one and by the other.
 */
export function weightedTau(stated: readonly number[], lived: readonly number[]): number | null {
  const indices = stated.map((_, index) => index);
  const taus = (
    [
      [stated, lived],
      [lived, stated],
    ] as const
  ).map(([first, second]) => {
    /** Those before it: higher by the first, else by the second, else named earlier. */
    const rankOf = (i: number): number =>
      1 +
      indices.filter(
        (j) =>
          first[j]! > first[i]! ||
          (first[j] === first[i] && (second[j]! > second[i]! || (second[j] === second[i] && j < i))),
      ).length;
    const ranks = indices.map(rankOf);
    const inner = (x: readonly number[], y: readonly number[]): number => {
      let sum = 0;
      for (const i of indices)
        for (const j of indices)
          if (i < j)
            sum += Math.sign(x[i]! - x[j]!) * Math.sign(y[i]! - y[j]!) * (1 / ranks[i]! + 1 / ranks[j]!);
      return sum;
    };
    return inner(stated, lived) / Math.sqrt(inner(stated, stated) * inner(lived, lived));
  });
  const mean = (taus[0]! + taus[1]!) / 2;
  return Number.isFinite(mean) ? mean : null;
}
