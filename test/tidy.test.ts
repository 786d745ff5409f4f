// The house rules that a machine can hold: who may import whom, what pure rooms never touch, how long a file gets,
// what must not be in the tree. Part of the design, not of the style police: a rule that hinders is changed here and in
// ARCHITECTURE.md together. Source is parsed, so comments and strings may say what code may not.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { describe, expect, test } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The ladder: each room with the rooms that it may import, always through their index.ts. */
const ladder: Record<string, readonly string[]> = {
  base: [],
  page: ["base"],
  domain: ["base", "page"],
  actions: ["base", "page", "domain"],
  home: ["base", "page", "domain"],
  practice: ["base", "page", "domain"],
  exchange: ["base", "page", "domain"],
  publish: ["base", "page", "domain"],
  "faces/cli": ["base", "page", "domain", "actions"],
  "faces/http": ["base", "page", "domain", "actions"],
  "faces/mcp": ["base", "page", "domain", "actions"],
  "faces/web": ["base", "page", "domain", "actions"],
};
/** main.ts wires all of them; the web app is loaded by browsers only. */
const mainImports = Object.keys(ladder).filter((room) => room !== "faces/web");
const pure = ["base", "page", "domain", "actions"];

/** Time, chance, network and output come into pure rooms as arguments and ports. */
const impureNames = ["process", "console", "performance", "crypto"];
const impureMembers = ["Date.now", "Math.random", "Temporal.Now"];
const impureCalls = ["fetch", "setTimeout", "setInterval"];

describe("tidy", () => {
  test("rooms import only what is below them, through its index.ts", () => {
    expect(complaints(forbiddenImports)).toEqual([]);
  });

  test("pure rooms touch no clock, chance, network, process or console", () => {
    expect(complaints(impurities)).toEqual([]);
  });

  test("no source file is longer than 700 lines", () => {
    const long = filesBelow("src").filter((file) => read(file).split("\n").length > 701);
    expect(long).toEqual([]);
  });

  test("package.json, the lock file and the newest heading of CHANGELOG.md name one version", () => {
    const { version } = JSON.parse(read("package.json"));
    const newest = /^## \[?(\d+\.\d+\.\d+[^\]\s]*)/m.exec(read("CHANGELOG.md"))?.[1];
    expect([newest, JSON.parse(read("package-lock.json")).version]).toEqual([version, version]);
  });

  test("the lock file names no registry, and the package needs nothing at run time", () => {
    expect(read("package-lock.json")).not.toContain('"resolved"');
    expect(JSON.parse(read("package.json"))).not.toHaveProperty("dependencies");
  });

  test("the package holds what scripts/node.mjs imports, since bin/nunc runs it there", () => {
    const { files } = JSON.parse(read("package.json"));
    const script = "scripts/node.mjs";
    const imports = parsed(script, read(script)).nodes.flatMap((node) => importedName(node) ?? []);
    const own = imports.filter((name) => name.startsWith(".")).map((name) => posix.join("scripts", name));
    expect(files).toEqual(expect.arrayContaining([script, ...own]));
  });

  test.runIf(existsSync(join(root, ".git")))("the tree names no folder of a developer's machine", () => {
    const folders = ["root", "work", "home/\\w+", "Users/\\w+"].join("|");
    const path = new RegExp(`(?<![\\w.~:/<-])/(${folders})/`);
    const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0");
    const found = tracked
      .filter((file) => file !== "" && existsSync(join(root, file)))
      .flatMap((file) =>
        read(file)
          .split("\n")
          .flatMap((line, index) =>
            path.test(line) ? [`${file}:${index + 1}: ${path.exec(line)?.[0]}`] : [],
          ),
      );
    expect(found).toEqual([]);
  });
});

test("tidy itself sees what it forbids", () => {
  const seen = (file: string, code: string) => [
    ...forbiddenImports(parsed(file, code)),
    ...impurities(parsed(file, code)),
  ];
  expect(seen("src/base/a.ts", 'import { x } from "../page/index.ts";')).toHaveLength(1);
  expect(seen("src/page/a.ts", 'import type { x } from "../base/dates.ts";')).toHaveLength(1);
  expect(seen("src/page/a.ts", 'export * from "../base/index.ts";\nimport "./b.ts";')).toEqual([]);
  expect(seen("src/domain/a.ts", 'const x = await import("node:fs");')).toHaveLength(1);
  expect(seen("src/domain/a.ts", 'let x: import("../home/index.ts").Home;')).toHaveLength(1);
  expect(seen("src/home/files/a.ts", 'import { x } from "../../practice/index.ts";')).toHaveLength(1);
  expect(seen("src/home/files/a.ts", 'import fs from "fs";\nimport { y } from "../b.ts";')).toEqual([]);
  expect(
    seen("src/faces/web/a.tsx", 'import "node:fs";\nimport { x } from "../http/index.ts";'),
  ).toHaveLength(2);
  expect(seen("src/main.ts", 'import "./faces/cli/index.ts";\nimport "./faces/web/main.tsx";')).toHaveLength(
    1,
  );
  expect(seen("src/base/a.ts", 'f("../../package.json");\nimport "../../package.json";')).toHaveLength(1);
  expect(
    seen("src/actions/a.ts", "const now = Date.now() + Math.random();\nfetch(process.env.X);"),
  ).toHaveLength(4);
  expect(seen("src/actions/a.ts", "new Date(0); console.log(Temporal.Now.instant());")).toHaveLength(3);
  expect(seen("src/actions/a.ts", "// Date.now()\nports.clock.now(); const s = 'process.exit';")).toEqual([]);
  expect(seen("src/home/a.ts", "console.log(Date.now());")).toEqual([]);
});

/** A node of the syntax tree, as far as we look into it. */
interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}
interface Source {
  file: string;
  room: string;
  nodes: Node[];
  /** `src/base/dates.ts:12`, for a place in the text. */
  placeOf: (node: Node) => string;
}

function complaints(rule: (source: Source) => string[]): string[] {
  const code = filesBelow("src").filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"));
  return code.flatMap((file) => rule(parsed(file, read(file))));
}

function forbiddenImports({ file, room, nodes, placeOf }: Source): string[] {
  const allowed = room === "main" ? mainImports : ladder[room];
  if (!allowed) return [`${file}: no room of the ladder`];
  return nodes.flatMap((node) => {
    const name = importedName(node);
    const complaint = name && complaintAbout(name, file, room, allowed);
    return complaint ? [`${placeOf(node)}: ${complaint}`] : [];
  });
}

function complaintAbout(name: string, file: string, room: string, allowed: readonly string[]): string | null {
  if (!name.startsWith(".")) {
    if (isBuiltin(name) && [...pure, "faces/web"].includes(room)) return `${room} imports ${name}`;
    return null;
  }
  const target = posix.join(posix.dirname(file), name);
  if (!target.startsWith("src/")) return `${name} is outside src/`;
  const other = roomOf(target);
  if (other === room) return null;
  if (!allowed.includes(other)) return `${room} may not import ${other} (${name})`;
  return target === `src/${other}/index.ts` ? null : `${name} is not the index.ts of ${other}`;
}

function impurities({ room, nodes, placeOf }: Source): string[] {
  if (!pure.includes(room)) return [];
  return nodes.flatMap((node) => {
    const name = impureName(node);
    return name ? [`${placeOf(node)}: ${room} uses ${name}`] : [];
  });
}

function impureName(node: Node): string | null {
  const nameOf = (key: string) => {
    const child = node[key] as Node | undefined;
    return child?.type === "Identifier" ? String(child.name) : "";
  };
  if (node.type === "NewExpression" && nameOf("callee") === "Date") return "new Date";
  if (node.type === "CallExpression" && impureCalls.includes(nameOf("callee"))) return nameOf("callee");
  if (node.type !== "MemberExpression") return null;
  const member = `${nameOf("object")}.${nameOf("property")}`;
  return impureNames.includes(nameOf("object")) || impureMembers.includes(member) ? member : null;
}

/** What a node imports: static, re-exported, dynamic, or as a type. */
function importedName(node: Node): string | null {
  const kinds = [
    "ImportDeclaration",
    "ExportNamedDeclaration",
    "ExportAllDeclaration",
    "ImportExpression",
    "TSImportType",
  ];
  if (!kinds.includes(node.type)) return null;
  const source = node.source as Node | null | undefined;
  return typeof source?.value === "string" ? source.value : null;
}

function parsed(file: string, code: string): Source {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const nodes: Node[] = [];
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value && typeof value === "object") {
      if ("type" in value && "start" in value) nodes.push(value as Node);
      Object.values(value).forEach(visit);
    }
  };
  visit(program);
  const placeOf = (node: Node) => `${file}:${code.slice(0, node.start).split("\n").length}`;
  return { file, room: roomOf(file), nodes, placeOf };
}

/** `src/faces/cli/table.ts` is in room faces/cli, `src/main.ts` in main. */
function roomOf(file: string): string {
  const [, first = "", second = ""] = file.split("/");
  if (first === "faces") return `faces/${second}`;
  return file === "src/main.ts" || file === "src/start.ts" ? "main" : first;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(root.length + 1), entry.name))
    .sort();
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}
