// nunc.yaml: reading it and bringing an older one up to date. Reading never fails: whatever cannot be understood is a
// diagnostic with its place, its default is used, and the rest still works. Old files are renamed key by key with
// splices, so that comments, order and quoting stay. Changing one key is in splice.ts, what is said of days in day-keys.ts.

import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from "yaml";
import {
  type Diagnostic,
  dominantLineEnd,
  isZone,
  LineIndex,
  type Tongue,
  tongueOf,
} from "../../base/index.ts";
import { applyPatches, normalizePatches, type Patch } from "../../page/index.ts";
import { PRIORITIES, type Priority, ROLES, type Role, STATES, type State } from "../item.ts";
import { CONFIG_VERSION, type Config, DEFAULT_CONFIG } from "./config.ts";
import { DAY_KEYS, readDayKeys } from "./day-keys.ts";
import { IMPORTANCE_KEYS, readImportance } from "./importance-keys.ts";
import { sayConfig, type Wanted } from "./messages.ts";
import { isNothing, keyText, type NodeReader, nearest, textOf } from "./nodes.ts";
import { RECALL_KEYS, readRecallKeys } from "./recall-keys.ts";

const PAGE_KEYS = [
  "version",
  "page",
  "pages",
  "archive",
  "zone",
  "language",
  "headings",
  "words",
  "lastmod",
] as const;
type Key = (typeof PAGE_KEYS)[number];

/** Keys of version 1. `docs/nunc.schema.json` holds the same list, and a test compares them. */
export const CONFIG_KEYS: readonly string[] = [...PAGE_KEYS, ...DAY_KEYS, ...IMPORTANCE_KEYS, ...RECALL_KEYS];

/** Keys of version 0, which had no `version`. */
const OLD_KEYS: Readonly<Record<string, Key>> = { file: "page", roles: "headings", timezone: "zone" };

/**
 * What a nunc.yaml says. Missing keys and those that cannot be understood have their defaults.
 * @param tongue language of the diagnostics, which never stop the reading
 */
export function readConfig(text: string, tongue: Tongue): { config: Config; diagnostics: Diagnostic[] } {
  const reader = new ConfigReader(text, tongue);
  const config = reader.read();
  const diagnostics = reader.diagnostics.sort((a, b) => a.line - b.line || a.column - b.column);
  return { config, diagnostics };
}

/**
 * Patches that bring an older nunc.yaml to the version of this nunc; none where it is already.
 * A newer one, or one that is no valid YAML, gives no patches and the diagnostic `config-newer` or `config-syntax`.
 */
export function migrateConfig(
  text: string,
  tongue: Tongue = "en",
): { patches: Patch[]; diagnostics: Diagnostic[] } {
  const { diagnostics } = readConfig(text, tongue);
  const stopping = diagnostics.filter(({ code }) => code === "config-newer" || code === "config-syntax");
  if (stopping.length > 0) return { patches: [], diagnostics: stopping };
  const contents = parseConfig(text).contents;
  if (contents !== null && !isMap(contents)) return { patches: [], diagnostics };
  const pairs = isMap(contents) ? contents.items : [];
  const has = (key: string): boolean => pairs.some((pair) => keyText(pair) === key);
  const given = pairs.find((pair) => keyText(pair) === "version")?.value as Node | null | undefined;
  if (given !== undefined && !(isScalar(given) && given.value === 0)) return { patches: [], diagnostics: [] };
  const patches: Patch[] = [];
  for (const pair of pairs) {
    const now = OLD_KEYS[keyText(pair)];
    const range = (pair.key as Node).range;
    // Where both names stand, renaming would make a key twice; the newer one counts and the old one is only reported.
    if (now !== undefined && range && !has(now)) patches.push({ from: range[0], to: range[1], insert: now });
  }
  // A flow mapping takes the version inside its brace, a block mapping as a line of its own above the first key.
  const first = pairs[0]?.key as Node | undefined;
  const flow = isMap(contents) && contents.flow === true;
  const at = flow ? contents.range![0] + 1 : (first?.range?.[0] ?? endOfHead(text));
  const version = `version: ${CONFIG_VERSION}`;
  const zero = given?.range;
  const lineEnd = dominantLineEnd(text);
  if (zero) patches.push({ from: zero[0], to: zero[1], insert: String(CONFIG_VERSION) });
  else if (flow) patches.unshift({ from: at, to: at, insert: `${version}${pairs.length > 0 ? ", " : ""}` });
  else if (first === undefined)
    patches.unshift({ from: at, to: at, insert: `${openLine(text, at)}${version}${lineEnd}` });
  else {
    const indent = /[ \t]*$/.exec(text.slice(0, at))![0];
    patches.unshift({ from: at, to: at, insert: `${version}${lineEnd}${indent}` });
  }
  const sorted = normalizePatches(patches, text);
  // Rare forms (`? key`, anchors on keys) could break; then the file stays as it is.
  if (parseConfig(applyPatches(text, sorted)).errors.length > 0) return { patches: [], diagnostics };
  return { patches: sorted, diagnostics: [] };
}

/** The text parsed with positions. Aliases, anchors and tags are read as YAML 1.2 core says. */
export function parseConfig(text: string): Document {
  return parseDocument(text, { keepSourceTokens: true, logLevel: "silent", version: "1.2" });
}

/** Where a first key goes in a text that holds none: behind its comments and `---`. */
export function endOfHead(text: string): number {
  const end = /^\.\.\.[ \t]*$/m.exec(text);
  return end?.index ?? text.length;
}

/** The line end that must come before a new line at this offset, where the line before it is not closed. */
export function openLine(text: string, at: number): string {
  return at > 0 && !/[\r\n\ufeff]/.test(text[at - 1]!) ? dominantLineEnd(text) : "";
}

class ConfigReader implements NodeReader {
  readonly diagnostics: Diagnostic[] = [];
  private readonly lines: LineIndex;
  private readonly document: Document;
  readonly tongue: Tongue;

  constructor(text: string, tongue: Tongue) {
    this.tongue = tongue;
    this.lines = new LineIndex(text);
    this.document = parseConfig(text);
  }

  read(): Config {
    for (const error of this.document.errors) {
      const problem = (error.message.split("\n")[0] ?? "")
        .replace(/ at line \d+, column \d+:?$/, "")
        .replace(/\.$/, "");
      this.report(error.pos[0], "config-syntax", sayConfig(this.tongue).syntax(problem));
    }
    const config: Config = structuredClone(DEFAULT_CONFIG);
    const contents = this.deref(this.document.contents);
    if (contents === null || (isScalar(contents) && contents.value === null)) return config;
    if (!isMap(contents)) {
      this.report(contents.range?.[0] ?? 0, "config-not-a-mapping", sayConfig(this.tongue).notAMapping());
      return config;
    }
    this.readKeys(contents, config);
    return config;
  }

  private readKeys(map: YAMLMap, config: Config): void {
    const version = map.items.find((pair) => keyText(pair) === "version");
    const isOld = version === undefined || (isScalar(version.value) && version.value.value === 0);
    const keys = new Set(map.items.map(keyText));
    for (const pair of map.items) {
      const key = keyText(pair);
      const old = isOld ? OLD_KEYS[key] : undefined;
      if (old !== undefined) {
        this.report(this.startOf(pair), "config-old-key", sayConfig(this.tongue).oldKey(key, old));
        config.version = 0;
        if (!keys.has(old)) this.readKey(old, pair, config);
      } else if ((PAGE_KEYS as readonly string[]).includes(key)) {
        if (key === "page" && keys.has("pages")) {
          this.report(this.startOf(pair), "config-both-pages", sayConfig(this.tongue).bothPages());
        } else this.readKey(key as Key, pair, config);
      } else if (!CONFIG_KEYS.includes(key)) {
        this.report(
          this.startOf(pair),
          "config-unknown-key",
          sayConfig(this.tongue).unknownKey(key, nearest(key, CONFIG_KEYS)),
        );
      }
    }
    config.day = readDayKeys(map, this);
    config.importance = readImportance(map, this);
    config.recall = readRecallKeys(map, this);
  }

  private readKey(key: Key, pair: Pair, config: Config): void {
    const node = this.deref(pair.value as Node | null);
    if (node === null || isNothing(node)) return;
    const wanted = this.readValue(key, node, pair, config);
    if (wanted !== null) this.wrongType(key, pair, sayConfig(this.tongue).wanted[wanted]);
  }

  /** Reads one value into the config; gives what was wanted where it is of the wrong type. */
  private readValue(key: Key, node: Node, pair: Pair, config: Config): Wanted | null {
    const said = sayConfig(this.tongue);
    const text = textOf(node);
    const at = this.startOf(pair, true);
    switch (key) {
      case "version": {
        const version = isScalar(node) ? node.value : null;
        if (typeof version !== "number" || !Number.isInteger(version) || version < 0) return "number";
        config.version = version;
        if (version > CONFIG_VERSION)
          this.report(at, "config-newer", said.newer(String(version), CONFIG_VERSION));
        return null;
      }
      case "page":
        if (text === null || text.trim() === "") return "text";
        config.pages = [text];
        return null;
      case "pages": {
        const nodes = isSeq(node) ? node.items.map((item) => this.deref(item as Node)) : [node];
        const pages = nodes.map(textOf).filter((page) => page !== null && page.trim() !== "");
        if (pages.length === 0 || pages.length < nodes.length) return "texts";
        config.pages = [...new Set(pages as string[])];
        return null;
      }
      case "archive":
        if (text === null || text.trim() === "") return "text";
        config.archive = text;
        if (!text.includes("{year}")) this.report(at, "config-no-year", said.noYear());
        return null;
      case "zone":
        if (text === null) return "text";
        if (isZone(text)) config.zone = text;
        else this.report(at, "config-unknown-zone", said.unknownZone(text, nearZone(text)));
        return null;
      case "language":
        if (text === null) return "text";
        if (/^(zh|en)([-_]|$)/i.test(text)) config.language = tongueOf(text);
        else this.unknownWord(key, text, pair, ["zh", "en"]);
        return null;
      case "lastmod":
        if (!isScalar(node) || typeof node.value !== "boolean") return "yesNo";
        config.lastmod = node.value;
        return null;
      case "headings":
        if (!isMap(node)) return "mapping";
        config.overrules = { ...config.overrules, headings: this.readWords<Role>(key, node, ROLES) };
        return null;
      case "words":
        if (!isMap(node)) return "mapping";
        this.readWordKinds(node, config);
        return null;
    }
  }

  /** `words: {priority: {word: priority}, state: {word: state}}`. */
  private readWordKinds(map: YAMLMap, config: Config): void {
    for (const kind of map.items as Pair[]) {
      const key = keyText(kind);
      const value = this.deref(kind.value as Node | null);
      if (key !== "priority" && key !== "state") {
        const near = nearest(key, ["priority", "state"]);
        const said = sayConfig(this.tongue).unknownKey(`words.${key}`, near && `words.${near}`);
        this.report(this.startOf(kind), "config-unknown-key", said);
        continue;
      }
      if (value === null || isNothing(value)) continue;
      if (!isMap(value)) this.wrongType(`words.${key}`, kind, sayConfig(this.tongue).wanted.mapping);
      else if (key === "priority") {
        const priorities = this.readWords<Priority>("words.priority", value, PRIORITIES);
        config.overrules = { ...config.overrules, priorities };
      } else {
        config.overrules = {
          ...config.overrules,
          states: this.readWords<State>("words.state", value, STATES),
        };
      }
    }
  }

  private readWords<Word extends string>(
    name: string,
    map: YAMLMap,
    words: readonly Word[],
  ): Record<string, Word> {
    const read: [string, Word][] = [];
    for (const item of map.items as Pair[]) {
      const value = textOf(this.deref(item.value as Node | null));
      const word = words.find((known) => known === value);
      if (word !== undefined) read.push([keyText(item), word]);
      else this.unknownWord(`${name}.${keyText(item)}`, value ?? "~", item, words);
    }
    // Object.fromEntries defines keys, so that a heading "__proto__" is a heading like any other.
    return Object.fromEntries(read);
  }

  private wrongType(key: string, pair: Pair, wanted: string): void {
    this.report(this.startOf(pair, true), "config-wrong-type", sayConfig(this.tongue).wrongType(key, wanted));
  }

  private unknownWord(key: string, word: string, pair: Pair, words: readonly string[]): void {
    const said = sayConfig(this.tongue).unknownWord(key, word, nearest(word, words), words);
    this.report(this.startOf(pair, true), "config-unknown-word", said);
  }

  deref(node: Node | null): Node | null {
    return isAlias(node) ? ((node as Alias).resolve(this.document) ?? null) : node;
  }

  /** Where the key stands, or its value. */
  startOf(pair: Pair, ofValue = false): number {
    const value = (pair.value as Node | null)?.range?.[0];
    return (ofValue ? value : undefined) ?? (pair.key as Node | null)?.range?.[0] ?? 0;
  }

  report(offset: number, code: string, said: { message: string; hint: string | null }): void {
    this.diagnostics.push({
      line: this.lines.lineAt(offset),
      column: this.lines.columnAt(offset),
      code,
      ...said,
    });
  }
}

function nearZone(zone: string): string | null {
  const zones = Intl.supportedValuesOf("timeZone");
  const city = zone.split("/").pop()!.replace(/ /g, "_");
  return (
    zones.find((known) => known.split("/").pop()!.toLowerCase() === city.toLowerCase()) ??
    nearest(zone, zones)
  );
}
