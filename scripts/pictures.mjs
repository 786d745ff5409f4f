// @ts-check
// Takes the pictures of the README from the built app: `node scripts/pictures.mjs` after `npm run build`. Those of a day are of a
// copy of the example, those of reviews and lives of a generated year (test/year), which has the records and the history for them.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "./find-browser.mjs";
import { root } from "./steps.mjs";

/** @typedef {{file: string, home: "en" | "zh" | "yearEn" | "yearZh", screen: string, width: number, height: number, dark: boolean}} Picture */
/** @type {Picture[]} */
const pictures = [
  { file: "today.png", home: "en", screen: "today", width: 1280, height: 860, dark: false },
  { file: "today.zh-CN.png", home: "zh", screen: "today", width: 1280, height: 860, dark: false },
  { file: "list.png", home: "en", screen: "list", width: 1280, height: 800, dark: false },
  { file: "list.zh-CN.png", home: "zh", screen: "list", width: 1280, height: 800, dark: false },
  { file: "list-dark.png", home: "en", screen: "list", width: 1280, height: 800, dark: true },
  { file: "page.png", home: "en", screen: "page", width: 1280, height: 800, dark: false },
  {
    file: "review.png",
    home: "yearEn",
    screen: "review?range=2023-Q4",
    width: 1280,
    height: 1240,
    dark: false,
  },
  {
    file: "review.zh-CN.png",
    home: "yearZh",
    screen: "review?range=2022-Q4",
    width: 1280,
    height: 1240,
    dark: false,
  },
  { file: "lives.png", home: "yearEn", screen: "lives", width: 1280, height: 1100, dark: false },
  { file: "lives.zh-CN.png", home: "yearZh", screen: "lives", width: 1280, height: 1100, dark: false },
  { file: "phone.png", home: "en", screen: "today", width: 390, height: 800, dark: false },
];

/** A Friday morning, up to twenty past eleven in Berlin. */
const NOW = "2026-11-20T10:20:00Z";
/** @typedef {{locale: string, now: string, year?: number, page?: string, alert?: string}} Home */
/** `year`: the seed of a generated one. @type {Record<Picture["home"], Home>} */
const homes = {
  en: { page: "now.md", locale: "en-US", now: NOW, alert: "disk alert" },
  zh: { page: "now.zh-CN.md", locale: "zh-CN", now: NOW, alert: "线上告警" },
  yearEn: { locale: "en-US", now: "2023-12-29T20:00:00Z", year: 2 },
  yearZh: { locale: "zh-CN", now: "2022-12-30T20:00:00Z", year: 1 },
};

const found = findBrowser();
if (found === null) throw new Error("There is no Chromium here; npm test gets one.");
const folder = mkdtempSync(join(tmpdir(), "nunc-pictures-"));

/** @param {Picture["home"]} name @param {string} now */
function environment(name, now) {
  const LANG = `${homes[name].locale.replace("-", "_")}.UTF-8`;
  const { HOME, XDG_STATE_HOME } = { HOME: folder, XDG_STATE_HOME: join(folder, "state") };
  return { ...process.env, HOME, XDG_STATE_HOME, TZ: "Europe/Berlin", LANG, NUNC_NOW: now };
}

/** @param {Picture["home"]} name */
function makeHome(name) {
  const home = join(folder, name, "example");
  const { page = "", alert = "", year } = homes[name];
  if (year !== undefined) {
    const env = { ...process.env, NODE_NO_WARNINGS: "1" };
    execFileSync(process.execPath, [join(root, "test/year/write-year.ts"), String(year), home], {
      env,
      stdio: "ignore",
    });
    return home;
  }
  cpSync(join(root, "example"), home, { recursive: true });
  const settings = join(home, "nunc.yaml");
  const pages = /^pages:\n(?: {2}- .*\n)+/m;
  const text = readFileSync(settings, "utf8").replace(pages, `page: ${page}\n`);
  // The example's days and conditions are in English.
  const isEnglish = name === "en";
  writeFileSync(settings, isEnglish ? text : text.replace("Stand-up", "站会"));
  if (!isEnglish)
    for (const one of ["days", "goals.md", "conditions.md"]) rmSync(join(home, one), { recursive: true });
  /** @type {[string, ...string[]][]} */
  const morning = [
    ...(isEnglish ? [] : /** @type {[string, ...string[]][]} */ ([["07:49", "conditions", "--starter"]])),
    ["07:50", "plan", "--accept"],
    ["08:02", "start"],
    ["08:58", "stop"],
    ["09:16", "start"],
    ["09:40", "interrupt", "30m", alert],
    ["10:08", "resume"],
  ];
  for (const [time, ...words] of morning) {
    const env = environment(name, `2026-11-20T${time}:00Z`);
    execFileSync(join(root, "bin/nunc"), [...words, "--home", home], { env, stdio: "ignore" });
  }
  return home;
}

/** @param {Picture["home"]} name @returns {Promise<{server: import("node:child_process").ChildProcess, address: string}>} */
function openHome(name) {
  const words = ["open", "--no-browser", "--home", makeHome(name)];
  const server = spawn(join(root, "bin/nunc"), words, { env: environment(name, homes[name].now) });
  return new Promise((resolve, reject) => {
    server.stdout.on("data", (data) => {
      const address = /http:\/\/\S+/.exec(String(data))?.[0];
      if (address !== undefined) resolve({ server, address });
    });
    server.on("exit", () => reject(new Error("The server did not start; run npm run build first.")));
  });
}

const opened = {
  en: await openHome("en"),
  zh: await openHome("zh"),
  yearEn: await openHome("yearEn"),
  yearZh: await openHome("yearZh"),
};
const browser = await chromium.launch({ executablePath: found.path, args: found.args });
try {
  for (const picture of pictures) {
    const context = await browser.newContext({
      viewport: { width: picture.width, height: picture.height },
      colorScheme: picture.dark ? "dark" : "light",
      locale: homes[picture.home].locale,
      timezoneId: "Europe/Berlin",
    });
    const page = await context.newPage();
    await page.goto(opened[picture.home].address);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    // The banner of the first visit is no part of the everyday picture.
    const looksRight = page.getByRole("button", { name: /Looks right|没问题/ });
    await looksRight
      .first()
      .click({ timeout: 3000 })
      .catch(() => undefined);
    await page.evaluate((screen) => {
      location.hash = `#/${screen}`;
    }, picture.screen);
    await page.mouse.move(640, 790);
    // Reading a history takes a moment more.
    await page.waitForTimeout(homes[picture.home].year === undefined ? 1200 : 6000);
    await page.screenshot({ path: join(root, "docs", picture.file) });
    await context.close();
  }
} finally {
  await browser.close();
  for (const { server } of Object.values(opened)) server.kill();
  rmSync(folder, { recursive: true, force: true });
}
