// @ts-check
// Finds a Chromium for the browser tests, and gets one where there is none:
// from Debian's packages where we are root, else as pinned npm packages into .node/ (Linux on x64), else it names the
// command to type. Chinese letters are needed too: a browser without them draws boxes that no test would notice.

import { spawnSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { fetchPackage } from "./fetch-package.mjs";

/** @typedef {{path: string, args: string[]}} Browser a program, and the arguments it needs on this machine */

const shelf = join(dirname(dirname(fileURLToPath(import.meta.url))), ".node");
const root = process.getuid?.() === 0;
const debian = ["chromium", "fonts-noto-cjk", "fonts-noto-color-emoji", "fontconfig"];

/** Chromium as one npm package, its libraries included; a headless build. */
const packaged = {
  name: "@sparticuz/chromium",
  version: "153.0.0",
  integrity:
    "sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==",
};
const unpacked = join(shelf, `chromium-${packaged.version}`);

/** A Chinese font for that browser, where the system has none. */
const font = {
  name: "@expo-google-fonts/noto-sans-sc",
  version: "0.4.3",
  integrity:
    "sha512-9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ==",
};
const fonts = join(shelf, `noto-sans-sc-${font.version}`);

/** The browser that tests should start, or null. @returns {Browser | null} */
export function findBrowser() {
  const path = installed() ?? (existsSync(unpacked) ? join(unpacked, "start") : null);
  if (!path) return null;
  const args = ["--disable-dev-shm-usage"];
  if (root || isPackaged(path)) args.push("--no-sandbox");
  return { path, args };
}

/**
 * Like findBrowser, and installs what is missing first.
 * @param {(text: string) => void} say told what is found, fetched, or to be typed
 * @returns {Promise<Browser | null>}
 */
export async function ensureBrowser(say) {
  const debianCan = root && programInPath("apt-get");
  const npmCan = process.platform === "linux" && process.arch === "x64";
  if (debianCan && !(findBrowser() && hasChineseFont())) installFromDebian(say);
  if (npmCan && !findBrowser()) await unpackFromNpm(say);

  const browser = findBrowser();
  if (!browser) {
    say(`no browser for the browser tests: ${advice()}`);
    return null;
  }
  if (isPackaged(browser.path) && !hasChineseFont()) fetchFont(say);
  say(browser.path);
  if (!hasChineseFont() && !(isPackaged(browser.path) && existsSync(fonts))) {
    say(`no Chinese font, so some browser tests may fail: ${advice()}`);
  }
  return browser;
}

/** @param {string} path */
function isPackaged(path) {
  return path.startsWith(unpacked);
}

/** A Chromium of this machine: one that the environment names, one in PATH, one among the Mac's applications. */
function installed() {
  const named = [process.env.CHROME_PATH, process.env.CHROMIUM_PATH, process.env.PUPPETEER_EXECUTABLE_PATH];
  const programs = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge",
  ];
  const applications = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  return (
    [...named, ...programs.map(programInPath), ...applications].find((path) => path && isProgram(path)) ??
    null
  );
}

/** @param {string} name */
function programInPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Macs come with Chinese fonts; elsewhere fontconfig knows. */
function hasChineseFont() {
  if (process.platform !== "linux") return true;
  return (spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" }).stdout ?? "").trim() !== "";
}

/** @param {(text: string) => void} say */
function installFromDebian(say) {
  say(`no ${findBrowser() ? "Chinese font" : "chromium"}: apt-get install ${debian.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", ...debian]]) {
    const done = spawnSync("apt-get", ["-qq", ...args], {
      env,
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
    });
    if (done.status !== 0) say(`apt-get ${args[0]} failed: ${done.stderr.trim().split("\n").at(-1)}`);
  }
}

/** Starts the packaged browser with its own libraries, and with our font where we had to fetch one. */
const start = `#!/bin/sh
here=$(dirname -- "$0")
config=$here/../${basename(fonts)}/fonts.conf
[ -f "$config" ] && export FONTCONFIG_FILE="$config"
LD_LIBRARY_PATH="$here/lib" exec "$here/chromium" "$@"
`;

/** @param {(text: string) => void} say */
async function unpackFromNpm(say) {
  say(`no chromium: fetching ${packaged.name} ${packaged.version} into ${shelf} (a download of 70 MB, once)`);
  const tarballs = join(shelf, `chromium-${packaged.version}-package`);
  mkdirSync(shelf, { recursive: true });
  const desk = mkdtempSync(join(shelf, "chromium-"));
  try {
    fetchPackage(packaged, ["bin"], tarballs);
    const expand = (/** @type {string} */ name, /** @type {string} */ to) =>
      pipeline(
        createReadStream(join(tarballs, "bin", name)),
        createBrotliDecompress(),
        createWriteStream(join(desk, to)),
      );
    await expand("chromium.br", "chromium");
    chmodSync(join(desk, "chromium"), 0o755);
    for (const name of ["al2023", "swiftshader"]) {
      await expand(`${name}.tar.br`, `${name}.tar`);
      const done = spawnSync("tar", ["-xf", `${name}.tar`], { cwd: desk, encoding: "utf8" });
      if (done.status !== 0) throw new Error(`tar could not unpack ${name}: ${done.stderr.trim()}`);
      rmSync(join(desk, `${name}.tar`));
    }
    writeFileSync(join(desk, "start"), start, { mode: 0o755 });
    renameSync(desk, unpacked);
    rmSync(tarballs, { recursive: true, force: true });
  } catch (error) {
    say(/** @type {Error} */ (error).message);
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
}

/** @param {(text: string) => void} say */
function fetchFont(say) {
  if (existsSync(fonts)) return;
  say(`no Chinese font: fetching ${font.name} ${font.version} into ${shelf} (a download of 60 MB, once)`);
  try {
    fetchPackage(font, ["400Regular", "700Bold"], fonts);
    const system = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
    const cache = `<cachedir>${fonts}/cache</cachedir>`;
    writeFileSync(
      join(fonts, "fonts.conf"),
      `<fontconfig>${system}<dir>${fonts}</dir>${cache}</fontconfig>\n`,
    );
  } catch (error) {
    say(/** @type {Error} */ (error).message);
  }
}

/** The one command to type. */
function advice() {
  if (process.platform === "darwin") return "brew install --cask google-chrome";
  if (programInPath("apt-get")) return `sudo apt-get install ${debian.join(" ")}`;
  return "install Chromium and a Chinese font, or set CHROME_PATH to a browser of the Chromium family";
}
