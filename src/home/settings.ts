// The settings of a home: nunc.yaml, read.

import { AppError, type Tongue } from "../base/index.ts";
import { readConfig, type Store } from "../domain/index.ts";

/** The settings of a home. @throws AppError invalid where nunc.yaml is of a newer version than this nunc. */
export function loadConfig(store: Store, tongue: Tongue) {
  const stored = store.read("nunc.yaml");
  const read = readConfig(stored?.text ?? "", tongue);
  const newer = read.diagnostics.find(({ code }) => code === "config-newer");
  if (newer !== undefined) {
    const at = { file: "nunc.yaml", line: newer.line, column: newer.column };
    throw new AppError("invalid", newer.message, { at, ...(newer.hint !== null && { hint: newer.hint }) });
  }
  return read;
}
