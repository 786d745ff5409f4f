// How nunc is built: two bundles from one tree.
//   vite build         src/faces/web  -> dist/web      the app; every asset hashed, nothing inline, nothing external
//   vite build --ssr   src/start.ts   -> dist/nunc.js  the command and the server, libraries inside; what is imported
//                                                      dynamically stays a chunk that loads when it is needed
// `npm run build` (scripts/build.mjs) runs both and moves the result into place only when both succeeded.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type UserConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(here("package.json"), "utf8")) as { version: string };
const define = { __VERSION__: JSON.stringify(version), __BUILD__: JSON.stringify(hashOfSource()) };
/** What the index keeps is of use to the same code only. */
function hashOfSource(): string {
  const hash = createHash("sha256");
  const rooms = ["base", "page", "domain", "actions", "home"].map((room) => here(`src/${room}`));
  for (const room of rooms)
    for (const file of readdirSync(room, { recursive: true, encoding: "utf8" }).sort())
      if (file.endsWith(".ts")) hash.update(file).update(readFileSync(`${room}/${file}`));
  return `${version}-${hash.digest("hex").slice(0, 12)}`;
}

const license = { fileName: "LICENSES.md" };

const command: UserConfig = {
  root: here("."),
  publicDir: false,
  define,
  ssr: { target: "node", noExternal: true },
  build: {
    ssr: true,
    target: "node22",
    outDir: here("dist"),
    emptyOutDir: false,
    minify: false,
    license,
    rolldownOptions: {
      input: here("src/start.ts"),
      preserveEntrySignatures: "allow-extension",
      // Importing a room for one thing does not load the room: only these two files do anything by being loaded.
      treeshake: {
        moduleSideEffects: [{ test: /\/src\/(?!main\.ts|start\.ts)/, sideEffects: false }],
      },
      output: {
        format: "esm",
        entryFileNames: "nunc.js",
        chunkFileNames: "chunks/[name]-[hash].js",
        // Less to read at each start; names stay, so that a stack in a bug report can be read.
        minify: { compress: true, mangle: false, codegen: true },
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            // all.ts loads every action: it must not share a chunk with what each command needs.
            { name: "all", test: /src\/actions\/all\.ts$/, priority: 1 },
            // What so many actions need is one chunk: each costs half a millisecond to find.
            { name: "core", test: /\/src\//, minShareCount: 25 },
          ],
        },
      },
    },
  },
};

const web: UserConfig = {
  root: here("src/faces/web"),
  base: "/",
  define,
  build: {
    target: ["chrome120", "firefox121", "safari17.2"],
    outDir: here("dist/web"),
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    license,
    rolldownOptions: {
      // The app takes a few pure functions from the pure rooms; of what it does not use nothing is to come along.
      treeshake: { moduleSideEffects: (id) => !/\/src\/(base|page|domain|actions)\//.test(id) },
      // "use client" at the top of React libraries is for servers that render; here it is only noise.
      onwarn: (warning, warn) => warning.code === "MODULE_LEVEL_DIRECTIVE" || warn(warning),
    },
  },
};

export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? command : web));
