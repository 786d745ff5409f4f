// How long ten years of days take to read: `node bench/day-index.ts`. It writes 3,650 notes of 8 plan, 10 record and 5 check
// lines (5 MB) into a temporary folder and bundles our reading as the product is bundled, then runs whole processes in turns,
// so that a slow moment of the machine hits all: Node with nothing to do, Node reading the bytes of the files, Node reading
// them as text, and ours: list, read, readDay, factsOf.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, type LocalDate, parseLocalDate } from "../src/base/index.ts";

const ROUNDS = 9;
const DAYS = 3650;
const ITEMS = 200;

const TOPICS = [
  "Distributed logs",
  "类型系统",
  "Sourdough",
  "微分几何",
  "Raft in practice",
  "手冲咖啡",
  "Compilers",
];
const STEPS = [
  "read the chapter on recovery",
  "写一个小例子",
  "notes and exercises",
  "整理笔记",
  "second pass",
];

function pathOf(number: number): string {
  const topic = `${TOPICS[number % TOPICS.length]} ${number}`;
  return number % 3 === 0 ? topic : `${topic} › ${STEPS[number % STEPS.length]}`;
}

/** One day: the same person in another order every day. */
function noteOf(date: LocalDate, seed: number): string {
  const pick = (salt: number) => pathOf((seed * 31 + salt * 17) % ITEMS);
  const clock = (min: number) =>
    `${String(Math.floor(min / 60)).padStart(2, "0")}:${String(min % 60).padStart(2, "0")}`;
  const plan = Array.from({ length: 8 }, (_, index) => {
    const from = 540 + index * 60;
    const box = ["x", " ", ">", "-"][(seed + index) % 4];
    const text = index === 7 ? "缓冲" : `${pick(index)}${index === 2 ? " 📌" : ""}`;
    return `- [${box}] ${clock(from)} - ${clock(from + 60)} ${text}`;
  });
  const record = Array.from({ length: 10 }, (_, index) => {
    const from = 545 + index * 50 + (seed % 7);
    const text =
      index % 5 === 4 ? "打断：a call from the office" : `${pick(index % 8)}：went on, 第 ${index} 节`;
    return `- ${clock(from)} - ${clock(from + 45)} ${text}`;
  });
  const check = [
    `- [${seed % 2 ? "x" : " "}] 健康：began with what matters most`,
    `- [${seed % 3 ? " " : "x"}] 异常：the whole morning went into messages`,
    "- [ ] 异常：worked late into the night",
    "- 纠错：messages twice a day, at noon and at six",
    "- a quiet day on the whole, with some rain 下午有雨",
  ];
  const lines = [
    "---",
    `date: ${date}`,
    "zone: Europe/Berlin",
    "---",
    "## 计划",
    ...plan,
    "## 记录",
    ...record,
  ];
  return `${[...lines, "## 自检", ...check].join("\n")}\n`;
}

function writeHome(home: string): number {
  mkdirSync(join(home, "days"), { recursive: true });
  writeFileSync(join(home, "nunc.yaml"), "zone: Europe/Berlin\n");
  let bytes = 0;
  let date = parseLocalDate("2012-01-01")!;
  for (let index = 0; index < DAYS; index++) {
    const note = noteOf(date, index);
    bytes += Buffer.byteLength(note);
    writeFileSync(join(home, "days", `${date}.md`), note);
    date = addDays(date, 1);
  }
  return bytes;
}

/** What the process that is measured does: day by day, keeping the facts, as an index of days does. */
async function index(home: string): Promise<void> {
  const { dateOfDayFile, factsOf, makeReferences, readDay } = await import("../src/domain/index.ts");
  const { openStore } = await import("../src/home/index.ts");
  const started = performance.now();
  const items = Array.from({ length: ITEMS }, (_, number) => ({ path: pathOf(number), former: [] }));
  const references = makeReferences(items);
  const context = { references, priorityOf: () => "high" as const, isOff: false, now: 0 };
  const store = openStore(home);
  const files = store.list("days");
  const listed = performance.now();
  let readMs = 0;
  let dayMs = 0;
  let factsMs = 0;
  const facts = files.map((file) => {
    const before = performance.now();
    const { text } = store.read(file)!;
    const between = performance.now();
    const note = readDay(text, {
      date: dateOfDayFile(file)!,
      zone: "Europe/Berlin",
      dayEndMin: 0,
      tongue: "en",
    });
    const behind = performance.now();
    const found = factsOf(note, context);
    factsMs += performance.now() - behind;
    dayMs += behind - between;
    readMs += between - before;
    return found;
  });
  const minutes = facts.reduce((sum, { recordedMin, keptMin }) => sum + recordedMin + keptMin, 0);
  console.log(`${facts.length} days, ${minutes} minutes recorded and kept`);
  const times = { start: started, list: listed - started, read: readMs, readDay: dayMs, factsOf: factsMs };
  if (!process.env.STEPS) return;
  // What a busy machine does not blur: the time that the main thread was computing.
  const { user, system } = process.threadCpuUsage();
  console.error(`  main thread, whole process: ${((user + system) / 1000).toFixed(0)} ms of CPU`);
  console.error(
    Object.entries(times)
      .map(([name, ms]) => `  ${name}: ${ms.toFixed(0)} ms`)
      .join("\n"),
  );
}

/** The floor: the same files with nothing but Node. */
function bareRead(home: string, encoding: string): string[] {
  const folder = JSON.stringify(join(home, "days"));
  const code = `const fs = require("node:fs"), folder = ${folder}; let length = 0;
    for (const name of fs.readdirSync(folder)) length += fs.readFileSync(folder + "/" + name${encoding}).length;`;
  return ["-e", code];
}

/** Ours as one file with its libraries inside, as in dist/. */
async function bundle(folder: string): Promise<string> {
  const { build } = await import("vite");
  await build({
    configFile: false,
    logLevel: "silent",
    ssr: { target: "node", noExternal: true },
    build: {
      ssr: import.meta.filename,
      target: "node22",
      outDir: folder,
      minify: false,
      rolldownOptions: {
        external: ["vite"],
        output: { format: "esm", entryFileNames: "index.mjs", chunkFileNames: "[name].mjs" },
      },
    },
  });
  return join(folder, "index.mjs");
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1]!;
}

async function measure(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "nunc-days-"));
  try {
    const bytes = writeHome(home);
    console.log(`${DAYS} notes, ${(bytes / 1e6).toFixed(1)} MB, ${ROUNDS} rounds`);
    const ours = [await bundle(join(home, "bundle")), "index", home];
    const ways: [string, string[]][] = [
      ["node -e 0", ["-e", "0"]],
      ["reading the bytes", bareRead(home, "")],
      ["reading as text", bareRead(home, ', "utf8"')],
      ["list, read, readDay, factsOf", ours],
    ];
    const times = ways.map(() => [] as number[]);
    for (let round = 0; round <= ROUNDS; round++)
      for (const [way, [, args]] of ways.entries()) {
        const start = performance.now();
        const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
        if (status !== 0) throw new Error(stderr);
        if (round > 0) times[way]!.push(performance.now() - start);
      }
    for (const [way, [name]] of ways.entries()) {
      const over = (other: number) =>
        median(times[way]!.map((time, round) => time / times[other]![round]!)).toFixed(2);
      console.log(
        `${name}: ${median(times[way]!).toFixed(0)} ms, ${over(0)} times node -e 0, ${over(1)} times reading the bytes, ${over(2)} times as text`,
      );
    }
    const steps = spawnSync(process.execPath, ours, {
      encoding: "utf8",
      env: { ...process.env, STEPS: "1" },
    });
    console.log(`Of it, in one more run:\n${steps.stderr.trimEnd()}`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const [, , mode, home] = process.argv;
if (mode === "index") await index(home!);
else await measure();
