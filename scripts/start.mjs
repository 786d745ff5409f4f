// @ts-check
// npm start: installs and builds what is missing, then opens nunc on the example home.
//   npm start -- --page FILE     on any page instead
//   npm start -- ...             other arguments go to `nunc open` as they are

import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { build, giveUp, install, node, root, run, say } from "./steps.mjs";

const path = node();
await install();
if ((await build()) !== 0) giveUp("build", "The build failed; nothing was started.");

const args = process.argv.slice(2);
if (!args.some((arg) => /^--(home|page)(=|$)/.test(arg))) args.unshift("--home", exampleHome());

// Paths are meant from where the person stands, not from our folder.
const cwd = process.env.INIT_CWD ?? process.cwd();
process.exitCode = await run(path, [join(root, "dist", "nunc.js"), "open", ...args], {
  cwd,
  stdin: "inherit",
});

/** A copy of example/, to play with: what is tried there must neither change this checkout nor its tests. */
function exampleHome() {
  const copy = join(root, ".play");
  if (existsSync(copy)) say("open", "the example home, as you left it in .play/ (delete it to begin anew)");
  else {
    say("open", "the example home, copied to .play/");
    cpSync(join(root, "example"), copy, { recursive: true });
  }
  return copy;
}
