// How long ten years of days take to read: `node bench/day-index.ts`. It writes the notes of ten-years.ts
// into a temporary folder and bundles our reading as the product is bundled, then runs whole processes in turns,
// so that a slow moment of the machine hits all: Node with nothing to do, Node reading the bytes of the files, Node reading
// them as text, and ours: list, read, readDay, factsOf.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DAYS, ITEMS, pathOf, writeDays } from "./ten-years.ts";

const ROUNDS = 9;

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
    const bytes = writeDays(home);
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
