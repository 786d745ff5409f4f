// The home that is meant where none is named and none is near: recorded in the person's own settings (`config.yaml`).

import { dirname, join } from "node:path";
import { isMap, parseDocument } from "yaml";
import { AppError, type Tongue } from "../base/index.ts";
import { setConfigValue } from "../domain/index.ts";
import { applyPatches } from "../page/index.ts";
import { errorCode, makeFolders, realDisk, syncFolder, writeDurably } from "./disk.ts";
import { diskError } from "./messages.ts";
import { configFolder, type Env } from "./places.ts";

/** Where the default home is recorded. */
export function defaultFile(env: Env): string {
  return join(configFolder(env), "config.yaml");
}

/** The recorded default home; null where there is none, or the file cannot be read. */
export function defaultHome(env: Env): string | null {
  try {
    const text = Buffer.from(realDisk.readFile(defaultFile(env))).toString("utf8");
    const { contents } = parseDocument(text, { logLevel: "silent" });
    const home = isMap(contents) ? contents.get("home") : null;
    return typeof home === "string" && home !== "" ? home : null;
  } catch {
    return null;
  }
}

/** Records a home as the default, beside whatever else stands in the file. */
export function recordDefaultHome(root: string, env: Env, tongue: Tongue): void {
  const file = defaultFile(env);
  try {
    let text = "";
    try {
      text = Buffer.from(realDisk.readFile(file)).toString("utf8");
    } catch (problem) {
      if (errorCode(problem) !== "ENOENT") throw problem;
    }
    makeFolders(realDisk, dirname(file), dirname);
    const draft = `${file}.${process.pid}.tmp`;
    writeDurably(
      realDisk,
      draft,
      Buffer.from(applyPatches(text, setConfigValue(text, ["home"], root, tongue))),
      "w",
    );
    realDisk.rename(draft, file);
    syncFolder(realDisk, dirname(file));
  } catch (problem) {
    throw problem instanceof AppError ? problem : diskError(problem, file, tongue);
  }
}
