// @ts-check
// npm test: installs what is missing, then checks types, style, the build and every test, each announced.
//   npm test -- FILTER     goes to vitest: only test files whose path contains FILTER
//   npm run bless          the same, and lets the tests rewrite their expected files (BLESS=1)
// The last line is `N passed, N failed`, with `, N skipped` where some were; the steps before vitest count one each.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./find-browser.mjs";
import { build, install, lint, node, root, runTool, say, typecheck } from "./steps.mjs";

const bless = process.argv.includes("--bless");
const filter = process.argv.slice(2).filter((arg) => arg !== "--bless");

let counted = false; // a step that gives up ends the process: that is one failure
process.on("exit", () => counted || console.log("\n0 passed, 1 failed"));

node();
await install();

const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of [typecheck, lint, build]) {
  if ((await step()) === 0) total.passed++;
  else total.failed++;
}
if (browserTests().length > 0) await ensureBrowser((text) => say("browser", text));

const tests = await vitest();
counted = true;
console.log();
console.log(
  `${total.passed + tests.passed} passed, ${total.failed + tests.failed} failed` +
    (tests.skipped > 0 ? `, ${tests.skipped} skipped` : ""),
);
process.exitCode = total.failed + tests.failed > 0 ? 1 : 0;

/** The files in test/browser that this run would start. */
function browserTests() {
  const words = filter.filter((arg) => !arg.startsWith("-"));
  return readdirSync(join(root, "test"), { recursive: true })
    .map((name) => `test/${name}`)
    .filter((name) => name.startsWith("test/browser/") && name.endsWith(".test.ts"))
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
}

/** Runs vitest and counts. A file that does not even load, or an error outside any test, is one failure. */
async function vitest() {
  say("test", ["vitest", ...filter, ...(bless ? ["(rewriting what is expected)"] : [])].join(" "));
  const desk = mkdtempSync(join(tmpdir(), "nunc-test-"));
  try {
    const report = join(desk, "report.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const code = await runTool("vitest", ["run", ...reporters, ...filter], bless ? { BLESS: "1" } : {});
    const count = countIn(report);
    return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
}

/** @param {string} file vitest's JSON report, perhaps never written */
function countIn(file) {
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    const unloaded = report.testResults.filter(
      (/** @type {{status: string, assertionResults: unknown[]}} */ one) =>
        one.status === "failed" && one.assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
