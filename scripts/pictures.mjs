// @ts-check
// Takes the pictures of the README from the built app on a copy of the example: `node scripts/pictures.mjs` after `npm run build`.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "./find-browser.mjs";
import { root } from "./steps.mjs";

/** @typedef {{file: string, home: "en" | "zh", screen: string, width: number, height: number, dark: boolean}} Picture */
/** @type {Picture[]} */
const pictures = [
  { file: "today.png", home: "en", screen: "today", width: 1280, height: 860, dark: false },
  { file: "today.zh-CN.png", home: "zh", screen: "today", width: 1280, height: 860, dark: false },
  { file: "list.png", home: "en", screen: "list", width: 1280, height: 800, dark: false },
  { file: "list.zh-CN.png", home: "zh", screen: "list", width: 1280, height: 800, dark: false },
  { file: "list-dark.png", home: "en", screen: "list", width: 1280, height: 800, dark: true },
  { file: "page.png", home: "en", screen: "page", width: 1280, height: 800, dark: false },
  { file: "phone.png", home: "en", screen: "today", width: 390, height: 800, dark: false },
];

/** A Friday morning, up to twenty past eleven in Berlin: what was typed, and when. */
const NOW = "2026-11-20T10:20:00Z";
/** @type {Record<Picture["home"], {page: string, locale: string, alert: string}>} */
const homes = {
  en: { page: "now.md", locale: "en-US", alert: "disk alert" },
  zh: { page: "now.zh-CN.md", locale: "zh-CN", alert: "线上告警" },
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
  const { page, alert } = homes[name];
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
  const server = spawn(join(root, "bin/nunc"), words, { env: environment(name, NOW) });
  return new Promise((resolve, reject) => {
    server.stdout.on("data", (data) => {
      const address = /http:\/\/\S+/.exec(String(data))?.[0];
      if (address !== undefined) resolve({ server, address });
    });
    server.on("exit", () => reject(new Error("The server did not start; run npm run build first.")));
  });
}

const opened = { en: await openHome("en"), zh: await openHome("zh") };
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
    await page.waitForTimeout(1200);
    await page.screenshot({ path: join(root, "docs", picture.file) });
    await context.close();
  }
} finally {
  await browser.close();
  for (const { server } of Object.values(opened)) server.kill();
  rmSync(folder, { recursive: true, force: true });
}
