// A second reading of a home, into tables of SQLite, from docs/days.md, goals.md and conditions.md alone: it shares no code
// with src/ and knows only the forms that generated years use. What it and nunc say alike, two readers say alike.

import { DatabaseSync } from "node:sqlite";

export interface HomeTexts {
  files: Readonly<Record<string, string>>;
  pageHistory: readonly { at: string; text: string }[];
  zone: string;
}

/** Moments are minutes since 1970; `date` is that of the note. */
const TABLES = `
  create table days (date text primary key, is_off int, has_note int, has_plan int, planned_at int, monday text, month text);
  create table blocks (id integer primary key, date text, starts int, min int, state text, kind text, text text,
    topic text, is_item int, item int, kept int default 0);
  create table records (id integer primary key, date text, starts int, min int, wall_end int, kind text, text text,
    topic text, is_item int, item int);
  create table answers (date text, kind text, name text, holds int);
  create table stands (item int, since text, until text, path text, title text, priority text, section text, grp text,
    state text);
  create table services (goal text, path text, since text, until text);
  create table commitments (title text, period text, kind text, min int, times int, each int);
  create table conditions (kind text, name text, detect text);
  create table corrections (name text, since text, until text);
  create table estimates (path text, min int);
  create index records_by_date on records (date);
  create index blocks_by_date on blocks (date);
  create index answers_by_date on answers (date, name);
  create index stands_by_item on stands (item, since);
  create index days_by_week on days (monday);
`;

export function readHome(home: HomeTexts, first: string, last: string): DatabaseSync {
  const db = new DatabaseSync(":memory:");
  db.exec(TABLES);
  db.exec("begin");
  const settings = home.files["nunc.yaml"] ?? "";
  const dayEnd = minutesOf(/^dayEnd: "?(\d+:\d+)/m.exec(settings)?.[1] ?? "00:00");
  const off = [
    ...(/^daysOff: \[(.*)\]/m.exec(settings)?.[1] ?? "").matchAll(
      /(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?/g,
    ),
  ];
  readPage(db, home, dayEnd);
  const addDay = db.prepare("insert into days values (?, ?, ?, ?, ?, ?, ?)");
  const readNote = noteReader(db, home.zone, dayEnd);
  for (let date = first; date <= last; date = dayAfter(date, 1)) {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    const isHoliday = off.some(([, from, to]) => date >= from! && date <= (to ?? from!));
    const text = home.files[`days/${date}.md`];
    const { hasPlan, plannedAt } =
      text === undefined ? { hasPlan: false, plannedAt: null } : readNote(date, text);
    const isOff = weekday === 0 || weekday === 6 || isHoliday;
    const monday = dayAfter(date, -((weekday + 6) % 7));
    addDay.run(date, +isOff, +(text !== undefined), +hasPlan, plannedAt, monday, date.slice(0, 7));
  }
  readGoals(db, home.files["goals.md"] ?? "");
  readConditions(db, home.files["conditions.md"] ?? "");
  for (const [name, text] of Object.entries(home.files)) {
    const length = /^estimate: (\d+)h(\d+)m$/m.exec(text);
    if (!name.startsWith("items/") || length === null) continue;
    const min = Number(length[1]) * 60 + Number(length[2]);
    db.prepare("insert into estimates values (?, ?)").run(/^title: (.*)$/m.exec(text)![1]!, min);
  }
  resolveTexts(db);
  db.exec("commit");
  return db;
}

export function dayAfter(date: string, count: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(":");
  return Number(hours) * 60 + Number(minutes);
}

// Days

/** The moment at which a zone's wall shows a time, by asking the zone; the first one of two, the gap skipped. */
function wallReader(zone: string): (date: string, min: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  const known = new Map<number, number>();
  const offsetAt = (moment: number): number => {
    const hour = Math.floor(moment / 60);
    let offset = known.get(hour);
    if (offset === undefined) {
      const name = format.formatToParts(hour * 3_600_000).find(({ type }) => type === "timeZoneName")!.value;
      const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? ["", "+", "0", "0"];
      offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
      known.set(hour, offset);
    }
    return offset;
  };
  return (date, min) => {
    const wall = Date.parse(`${date}T00:00:00Z`) / 60_000 + min;
    const offsets = [offsetAt(wall - 1440), offsetAt(wall + 1440)];
    const fits = offsets.map((offset) => wall - offset).filter((at) => at + offsetAt(at) === wall);
    return fits.length > 0 ? Math.min(...fits) : wall - offsets[0]!;
  };
}

const TIMES =
  /^- (?:\[(.)\] )?(?:(\d{4}-\d\d-\d\d) )?(\d\d?:\d\d) [-–] (?:(\d{4}-\d\d-\d\d) )?(\d\d?:\d\d) (.*)$/;

function noteReader(db: DatabaseSync, zone: string, dayEnd: number) {
  const momentOf = wallReader(zone);
  const addBlock = db.prepare(
    "insert into blocks (date, starts, min, state, kind, text) values (?, ?, ?, ?, ?, ?)",
  );
  const addRecord = db.prepare(
    "insert into records (date, starts, min, wall_end, kind, text) values (?, ?, ?, ?, ?, ?)",
  );
  const addAnswer = db.prepare("insert into answers values (?, ?, ?, ?)");
  return (date: string, text: string): { hasPlan: boolean; plannedAt: number | null } => {
    let part = "";
    let firstBlock: number | null = null;
    const planned = /^planned: "(\d+:\d+)"$/m.exec(text)?.[1];
    for (const line of text.split("\n")) {
      const heading = /^## (.*)$/.exec(line)?.[1];
      if (heading !== undefined)
        part = /Plan|计划/.test(heading) ? "plan" : /Record|记录/.test(heading) ? "record" : "check";
      if (part === "check") {
        const answer = /^- \[(.)\] (Healthy|Abnormal|健康|异常)[:：] ?(.*)$/.exec(line);
        if (answer === null) continue;
        const kind = /Healthy|健康/.test(answer[2]!) ? "healthy" : "abnormal";
        addAnswer.run(date, kind, answer[3]!, +(answer[1] === "x"));
        continue;
      }
      const timed = TIMES.exec(line);
      if (timed === null || part === "") continue;
      const [, box, fromDay, fromClock, toDay, toClock, what] = timed;
      const from = minutesOf(fromClock!);
      const fromDate = fromDay ?? (from < dayEnd ? dayAfter(date, 1) : date);
      const starts = momentOf(fromDate, from);
      let to = minutesOf(toClock!);
      let toDate = toDay ?? fromDate;
      if (toDay === undefined && momentOf(toDate, to) <= starts) toDate = dayAfter(toDate, 1);
      const min = momentOf(toDate, to) - starts;
      if (toDate > date) to += 1440;
      const word = /^(?:Interruption|打断)[:：] ?(.*)$/.exec(what!);
      const isBuffer = /^(?:Buffer|缓冲)$/.test(what!);
      const kind = word !== null ? "interruption" : isBuffer ? "buffer" : "work";
      const said = (word?.[1] ?? what!).replace(/ 📌$/, "");
      if (part === "record") addRecord.run(date, starts, min, to, kind, said);
      else {
        addBlock.run(date, starts, min, box ?? " ", kind, said);
        firstBlock = Math.min(firstBlock ?? from, from);
      }
    }
    return {
      hasPlan: firstBlock !== null,
      plannedAt: planned === undefined ? firstBlock : minutesOf(planned),
    };
  };
}

// The page

interface Standing {
  path: string;
  title: string;
  priority: string | null;
  section: string | null;
  grp: string | null;
  state: string;
}

const PRIORITY_WORDS: Readonly<Record<string, string>> = {
  "Highest priority": "highest",
  "High priority": "high",
  "Medium priority": "medium",
  "Low priority": "low",
  最高优先级: "highest",
  高优先级: "high",
  中优先级: "medium",
  低优先级: "low",
};
const STATE_LABELS: Readonly<Record<string, string>> = {
  "Reading now": "doing",
  正在读: "doing",
  "To read": "open",
  想读: "open",
  Read: "done",
  已读: "done",
};

function readItems(page: string): Standing[] {
  const found: Standing[] = [];
  let section: string | null = null;
  let priority: string | null = null;
  let grp: string | null = null;
  let labelState: string | null = null;
  let above: Standing | null = null;
  for (const line of page.split("\n")) {
    const heading = /^(#+) (.*)$/.exec(line);
    if (heading !== null) {
      if (heading[1] === "##") section = heading[2]!;
      priority = PRIORITY_WORDS[heading[2]!] ?? null;
      grp = null;
      labelState = null;
      if (/^(?:Log|日志)$/.test(section ?? "")) break;
      continue;
    }
    const label = /^(\S.*)[:：]$/.exec(line)?.[1];
    if (label !== undefined && !line.startsWith("-")) {
      labelState = STATE_LABELS[label] ?? null;
      grp = labelState === null ? label : null;
    }
    const entry = /^( *)- (?:\[(.)\] )?(.*)$/.exec(line);
    if (entry === null) continue;
    const [, indent, box, raw] = entry;
    const mark = / - (done|doing|已完成|进行中)$/.exec(raw!)?.[1];
    const isStruck = raw!.startsWith("~~");
    const title = raw!
      .replace(/ - (?:done|doing|已完成|进行中)$/, "")
      .replace(/^~~|~~$/g, "")
      .replace(/^\d{4}-\d\d-\d\d - /, "")
      .replace(/ \d+\/\d+$/, "")
      .replace(/[:：] ?(?:because of work|工作需要)$/, "");
    const own = isStruck
      ? "dropped"
      : mark !== undefined
        ? /done|已完成/.test(mark)
          ? "done"
          : "doing"
        : labelState;
    const state = box === "x" ? "done" : (own ?? "open");
    const isStep: boolean = indent !== "";
    const path: string = isStep ? `${above!.path} › ${title}` : title;
    const one: Standing = isStep
      ? { ...above!, path, title, state }
      : { path, title, priority, section, grp, state };
    found.push(one);
    if (!isStep) above = one;
  }
  return found;
}

/** One row for each stretch of days in which an item stood unchanged. One title for another at the same place is a new wording. */
function readPage(db: DatabaseSync, { files, pageHistory }: HomeTexts, dayEnd: number): void {
  const revisions = pageHistory.map(({ at, text }) => {
    const night = minutesOf(at.slice(11, 16)) < dayEnd;
    return { on: night ? dayAfter(at.slice(0, 10), -1) : at.slice(0, 10), text };
  });
  if (revisions.length === 0) revisions.push({ on: "0000-01-01", text: files["now.md"] ?? "" });
  const add = db.prepare("insert into stands values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  let items = 0;
  /** By path, as of the revision before. */
  let before = new Map<string, { item: number; since: string; one: Standing }>();
  revisions.forEach(({ on, text }, index) => {
    const next = new Map<string, { item: number; since: string; one: Standing }>();
    const now = readItems(text);
    const gone = [...before.keys()].filter((path) => !now.some((one) => one.path === path));
    const came = now.filter(({ path }) => !before.has(path));
    // A new wording: as many entries leave as come, and each keeps its neighbours.
    const renamed = new Map<string, string>();
    if (gone.length === came.length)
      came.forEach(({ path }, at) => {
        renamed.set(path, gone[at]!);
      });
    const since = index === 0 ? "0000-01-01" : on;
    for (const one of now) {
      const known = before.get(renamed.get(one.path) ?? one.path);
      if (known !== undefined && JSON.stringify(known.one) === JSON.stringify(one)) {
        next.set(one.path, known);
        before.delete(one.path);
        continue;
      }
      next.set(one.path, { item: known?.item ?? items++, since, one });
    }
    for (const { item, since: begun, one } of before.values()) close(item, begun, since, one);
    before = next;
  });
  for (const { item, since, one } of before.values()) close(item, since, "9999-12-31", one);

  function close(item: number, since: string, until: string, one: Standing): void {
    if (since < until)
      add.run(item, since, until, one.path, one.title, one.priority, one.section, one.grp, one.state);
  }
}

/** Which item each text means on its day: the longest path that it begins with; what is none counts up to its colon. */
function resolveTexts(db: DatabaseSync): void {
  for (const table of ["blocks", "records"])
    db.exec(`
      create temp table found as
        select t.id, s.item, s.path, max(length(s.path)) as longest
        from ${table} t join stands s on t.date >= s.since and t.date < s.until
          and (t.text = s.path or substr(t.text, 1, length(s.path) + 1) in (s.path || ':', s.path || '：', s.path || ' '))
        group by t.id;
      update ${table} set is_item = id in (select id from found),
        topic = coalesce((select path from found where found.id = ${table}.id),
          case when instr(text, ': ') > 0 then substr(text, 1, instr(text, ': ') - 1)
               when instr(text, '：') > 0 then substr(text, 1, instr(text, '：') - 1)
               else text end);
      update ${table} set item = (select item from found where found.id = ${table}.id);
      drop table found;
    `);
}

// Goals and conditions

function readGoals(db: DatabaseSync, text: string): void {
  let [goal, part, since, until] = ["", "", "", ""];
  for (const line of text.split("\n")) {
    const heading = /^#+ (.*)$/.exec(line)?.[1];
    if (heading !== undefined) {
      const year = /[(（](\d{4})/.exec(heading)?.[1];
      if (year !== undefined) {
        // Up to the day on which it was closed, or its period ends.
        since = /H2|下半年/.test(heading) ? `${year}-07-01` : `${year}-01-01`;
        until = /(?:reached|达成) (\d{4}-\d\d-\d\d)/.exec(heading)?.[1] ?? `${year}-12-31`;
      }
      const named = /^(?:Goal: |目标：)(.*?)(?: ?[(（].*)?$/.exec(heading)?.[1];
      if (named !== undefined) goal = named;
      part = heading;
    }
    const entry = /^- (.*)$/.exec(line)?.[1];
    if (entry === undefined) continue;
    if (/^(?:Served by|推进它的条目)$/.test(part))
      db.prepare("insert into services values (?, ?, ?, ?)").run(
        goal,
        /^(.*?)(?:: help|：帮助)/.exec(entry)![1]!,
        since,
        until,
      );
    if (!/^(?:Commitments|承诺)$/.test(part)) continue;
    const [, amount, title, each] = /^(.*?)(?:: |：)(.*?)(?:(?:, |，每次 )(\d+)(?:m each| 分钟))?$/.exec(
      entry,
    )!;
    const period = /week|周/.test(amount!) ? "week" : /month|月/.test(amount!) ? "month" : "day";
    const hours = /(\d+) ?(?:h|小时)/.exec(amount!)?.[1];
    const minutes = /(\d+) ?(?:m\b|分钟)/.exec(amount!)?.[1];
    const times = /(\d+) times|三次/.test(amount!) ? 3 : null;
    const min = hours !== undefined ? Number(hours) * 60 : minutes !== undefined ? Number(minutes) : null;
    const kind = /most|最多/.test(amount!) ? "limit" : "floor";
    db.prepare("insert into commitments values (?, ?, ?, ?, ?, ?)").run(
      title!,
      period,
      kind,
      times === null ? min : null,
      times,
      each === undefined ? null : Number(each),
    );
  }
}

function readConditions(db: DatabaseSync, text: string): void {
  let [kind, name] = ["", ""];
  for (const line of text.split("\n")) {
    if (/^## /.test(line)) kind = /Healthy|健康/.test(line) ? "healthy" : "abnormal";
    const entry = /^- (.*)$/.exec(line)?.[1];
    if (entry !== undefined) {
      name = entry;
      db.prepare("insert into conditions values (?, ?, null)").run(kind, name);
    }
    const detect = /^ {2}- (?:Detect: |检测：)(.*)$/.exec(line)?.[1];
    if (detect !== undefined) db.prepare("update conditions set detect = ? where name = ?").run(detect, name);
    const dates = [...line.matchAll(/\d{4}-\d\d-\d\d/g)].map(([date]) => date);
    if (/^ {2}- (?:Correction: |纠错：)/.test(line))
      db.prepare("insert into corrections values (?, ?, ?)").run(name, dates[0]!, dates[2] ?? null);
  }
}
