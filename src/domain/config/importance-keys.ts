// The key `importance` of nunc.yaml: the four numbers of the formula in goal/importance.ts. A mistake is a diagnostic with
// its place, and the default of that number is used.

import { isMap, isScalar, type Node, type Pair, type YAMLMap } from "yaml";
import { formatDuration, parseDurationMin } from "../../base/index.ts";
import { DEFAULT_IMPORTANCE, type ImportanceSettings } from "../goal/importance.ts";
import { sayDayKeys } from "./day-messages.ts";
import { sayConfig } from "./messages.ts";
import { isNothing, keyText, type NodeReader, nearest, textOf } from "./nodes.ts";

export const IMPORTANCE_KEYS = ["importance"] as const;

const SHARES = { effort: "effortShare", people: "peopleShare", points: "pointsShare" } as const;
const PARTS = ["effort", "hours", "people", "points"] as const;
/** Least and most minutes that make sense for `hours`. */
const HOURS = [60, 60_000] as const;

export function readImportance(map: YAMLMap, reader: NodeReader): ImportanceSettings {
  const settings = { ...DEFAULT_IMPORTANCE };
  const pair = map.items.find((one) => keyText(one) === "importance");
  const node = pair === undefined ? null : reader.deref(pair.value as Node | null);
  if (pair === undefined || node === null || isNothing(node)) return settings;
  if (!isMap(node)) {
    const said = sayConfig(reader.tongue);
    reader.report(
      reader.startOf(pair, true),
      "config-wrong-type",
      said.wrongType("importance", sayDayKeys(reader.tongue).wanted.importance),
    );
    return settings;
  }
  for (const one of node.items as Pair[]) readPart(one, settings, reader);
  return settings;
}

function readPart(pair: Pair, settings: ImportanceSettings, reader: NodeReader): void {
  const key = keyText(pair);
  const name = `importance.${key}`;
  const node = reader.deref(pair.value as Node | null);
  if (!(PARTS as readonly string[]).includes(key)) {
    const near = nearest(key, PARTS);
    const said = sayConfig(reader.tongue).unknownKey(name, near && `importance.${near}`);
    reader.report(reader.startOf(pair), "config-unknown-key", said);
    return;
  }
  if (node === null || isNothing(node)) return;
  const said = sayDayKeys(reader.tongue);
  const text = isScalar(node) && node.value === false ? "0" : textOf(node);
  if (key === "hours") {
    const min =
      text === null ? null : parseDurationMin(/^[\d.]+$/.test(text.trim()) ? `${text.trim()}h` : text);
    if (min === null) report(said.notADuration(name, text ?? "~"), "config-not-a-duration");
    else if (min < HOURS[0] || min > HOURS[1]) {
      const [least, most] = HOURS.map((one) => formatDuration(one, reader.tongue)) as [string, string];
      report(said.outOfRange(name, text!, least, most), "config-out-of-range");
    } else settings.halfMin = min;
    return;
  }
  const share = text === null ? null : readShare(text);
  if (share === null)
    report(sayConfig(reader.tongue).wrongType(name, said.wanted.share), "config-wrong-type");
  else if (share < 0 || share > 1) report(said.outOfRange(name, text!, "0%", "100%"), "config-out-of-range");
  else settings[SHARES[key as keyof typeof SHARES]] = share;

  function report(message: { message: string; hint: string | null }, code: string): void {
    reader.report(reader.startOf(pair, true), code, message);
  }
}

/** `60%`, `0.6`; a number above 1 without a sign means percent. */
export function readShare(text: string): number | null {
  const match = /^(-?\d+(?:\.\d+)?)\s*([%％])?$/.exec(text.trim());
  if (match === null) return null;
  const value = Number(match[1]);
  return match[2] !== undefined || value > 1 ? value / 100 : value;
}
