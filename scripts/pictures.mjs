// @ts-check
// Takes the pictures of the README from the built app on a copy of the example: `node scripts/pictures.mjs` after `npm run build`.

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "./find-browser.mjs";
import { root } from "./steps.mjs";

/** @type {{file: string, screen: string, page: number, width: number, height: number, dark: boolean, locale: string}[]} */
const pictures = [
  { file: "list.png", screen: "list", page: 0, width: 1280, height: 800, dark: false, locale: "en-US" },
  { file: "list.zh-CN.png", screen: "list", page: 1, width: 1280, height: 800, dark: false, locale: "zh-CN" },
  { file: "list-dark.png", screen: "list", page: 0, width: 1280, height: 800, dark: true, locale: "en-US" },
  { file: "page.png", screen: "page", page: 0, width: 1280, height: 800, dark: false, locale: "en-US" },
  { file: "phone.png", screen: "list", page: 0, width: 390, height: 800, dark: false, locale: "en-US" },
];

const found = findBrowser();
if (found === null) throw new Error("There is no Chromium here; npm test gets one.");
const folder = mkdtempSync(join(tmpdir(), "nunc-pictures-"));
cpSync(join(root, "example"), join(folder, "home"), { recursive: true });
const server = spawn(join(root, "bin/nunc"), ["open", "--no-browser", "--home", join(folder, "home")], {
  env: {
    ...process.env,
    HOME: folder,
    XDG_STATE_HOME: join(folder, "state"),
    NUNC_NOW: "2026-11-20T09:30:00Z",
  },
});
/** @type {string} */
const address = await new Promise((resolve, reject) => {
  server.stdout.on("data", (data) => {
    const match = /http:\/\/\S+/.exec(String(data));
    if (match !== null) resolve(match[0]);
  });
  server.on("exit", () => reject(new Error("The server did not start; run npm run build first.")));
});

const browser = await chromium.launch({ executablePath: found.path, args: found.args });
try {
  for (const picture of pictures) {
    const context = await browser.newContext({
      viewport: { width: picture.width, height: picture.height },
      colorScheme: picture.dark ? "dark" : "light",
      locale: picture.locale,
    });
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    // The banner of the first visit is no part of the everyday picture.
    const looksRight = page.getByRole("button", { name: /Looks right|没问题/ });
    await looksRight
      .first()
      .click({ timeout: 3000 })
      .catch(() => undefined);
    if (picture.page > 0) await page.locator("header").getByText("此刻", { exact: true }).first().click();
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
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
