// The key `recall` of nunc.yaml: how much should be known when asked, how many new questions a day, in which order. A mistake
// is a diagnostic with its place, and the default of that part is used.

import { isMap, isScalar, type Node, type Pair, type YAMLMap } from "yaml";
import { DEFAULT_RECALL, RECALL_ORDERS, type RecallSettings } from "../recall/settings.ts";
import { sayDayKeys } from "./day-messages.ts";
import { readShare } from "./importance-keys.ts";
import { sayConfig } from "./messages.ts";
import { isNothing, keyText, type NodeReader, nearest, textOf } from "./nodes.ts";

export const RECALL_KEYS = ["recall"] as const;

const PARTS = ["retention", "new", "order"] as const;
const RETENTION = [0.7, 0.99] as const;
const MOST_NEW = 1000;

export function readRecallKeys(map: YAMLMap, reader: NodeReader): RecallSettings {
  const settings = { ...DEFAULT_RECALL };
  const pair = map.items.find((one) => keyText(one) === "recall");
  const node = pair === undefined ? null : reader.deref(pair.value as Node | null);
  if (pair === undefined || node === null || isNothing(node)) return settings;
  if (isMap(node)) for (const one of node.items as Pair[]) readPart(one, settings, reader);
  else {
    const said = sayConfig(reader.tongue).wrongType("recall", sayDayKeys(reader.tongue).wanted.recall);
    reader.report(reader.startOf(pair, true), "config-wrong-type", said);
  }
  return settings;
}

function readPart(pair: Pair, settings: RecallSettings, reader: NodeReader): void {
  const key = keyText(pair);
  const name = `recall.${key}`;
  const config = sayConfig(reader.tongue);
  if (!(PARTS as readonly string[]).includes(key)) {
    const near = nearest(key, PARTS);
    reader.report(
      reader.startOf(pair),
      "config-unknown-key",
      config.unknownKey(name, near && `recall.${near}`),
    );
    return;
  }
  const node = reader.deref(pair.value as Node | null);
  if (node === null || isNothing(node)) return;
  const said = sayDayKeys(reader.tongue);
  const text = isScalar(node) && node.value === false ? "0" : textOf(node);
  const at = reader.startOf(pair, true);
  if (key === "order") {
    const order = RECALL_ORDERS.find((one) => one === text);
    if (order !== undefined) settings.order = order;
    else {
      const near = nearest(text ?? "", RECALL_ORDERS);
      reader.report(at, "config-unknown-word", config.unknownWord(name, text ?? "~", near, RECALL_ORDERS));
    }
  } else if (key === "new") {
    const count = text !== null && /^\d{1,6}$/.test(text.trim()) ? Number(text) : null;
    if (count === null) reader.report(at, "config-wrong-type", config.wrongType(name, config.wanted.number));
    else if (count > MOST_NEW)
      reader.report(at, "config-out-of-range", said.outOfRange(name, text!, "0", String(MOST_NEW)));
    else settings.newPerDay = count;
  } else {
    const share = text === null ? null : readShare(text);
    const [least, most] = RETENTION;
    if (share === null) reader.report(at, "config-wrong-type", config.wrongType(name, said.wanted.share));
    else if (share < least || share > most)
      reader.report(at, "config-out-of-range", said.outOfRange(name, text!, "70%", "99%"));
    else settings.retention = share;
  }
}
