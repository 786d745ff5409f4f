// The port Store: one suite, run on the store in memory that other tests use and on the folder on disk.

import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError, decodeText } from "../src/base/index.ts";
import type { FileEdit, Store } from "../src/domain/index.ts";
import { openStore } from "../src/home/index.ts";
import { fakeStore } from "./fake-store.ts";
import { change, makeFolder, rewrite } from "./home-folder.ts";

type Files = Record<string, string | Uint8Array>;

function codeOf(run: () => unknown): string {
  try {
    run();
    return "done";
  } catch (problem) {
    return problem instanceof AppError ? problem.code : String(problem);
  }
}

const stores: [string, (files: Files) => Store][] = [
  ["in memory", (files) => fakeStore(files)],
  [
    "on disk",
    (files) => {
      const folder = makeFolder(
        Object.fromEntries(Object.entries(files).map(([name, text]) => [`home/${name}`, text])),
      );
      return openStore(`${folder.path}/home`, { env: folder.env });
    },
  ],
];

describe.each(stores)("a store %s", (_, open) => {
  test("reads a text with its hash, and null where there is none", () => {
    const store = open({ "now.md": "# 此刻\r\n", "days/2021-09-02.md": "" });
    expect(store.read("now.md")).toEqual({
      file: "now.md",
      text: "# 此刻\r\n",
      hash: createHash("sha256").update("# 此刻\r\n").digest("hex"),
    });
    expect(store.read("days/2021-09-02.md")?.text).toBe("");
    expect(store.read("gone.md")).toBeNull();
    expect(store.read("now.md/below.md")).toBeNull();
    expect(store.read(store.resolve("now.md"))?.file).toBe("now.md");
    expect(codeOf(() => store.read("days"))).toBe("invalid");
  });

  test("lists a folder", () => {
    const store = open({ "days/b.md": "", "days/a.md": "", "days/sub/c.md": "", "now.md": "" });
    expect(store.list("days")).toEqual(["days/a.md", "days/b.md"]);
    expect(store.list("items")).toEqual([]);
  });

  test("changes, creates and removes files, and journals with what was cut", () => {
    const store = open({ "now.md": "a\nb\nc\n", "old.md": "x\n" });
    const record = store.commit(
      change([
        { file: "now.md", hash: store.read("now.md")!.hash, patches: [{ from: 2, to: 4, insert: "" }] },
        {
          file: "old.md",
          hash: store.read("old.md")!.hash,
          patches: [{ from: 0, to: 2, insert: "" }],
          remove: true,
        },
        { file: "history/2021.md", hash: null, patches: [{ from: 0, to: 0, insert: "b\n" }] },
      ]),
    );
    expect([store.read("now.md")?.text, store.read("old.md"), store.read("history/2021.md")?.text]).toEqual([
      "a\nc\n",
      null,
      "b\n",
    ]);
    // What is added is written before what is cut.
    expect(
      record.files.map(({ file, before, removed }) => [file, before === null, removed ?? false]),
    ).toEqual([
      ["history/2021.md", true, false],
      ["now.md", false, false],
      ["old.md", false, true],
    ]);
    expect(record.files[1]!.patches).toEqual([{ from: 2, to: 4, insert: "", removed: "b\n" }]);
    expect(record.files[1]!.after).toBe(store.read("now.md")!.hash);
    expect(store.journal()).toEqual([record]);
  });

  test("refuses with conflict where a file is not the one that was read, and changes nothing", () => {
    const store = open({ "now.md": "a\n", "b.md": "b\n" });
    const { hash } = store.read("now.md")!;
    const b = rewrite(store, "b.md", "b\nmore\n");
    store.commit(change([rewrite(store, "now.md", "a\nelse\n")]));
    const stale: FileEdit = { file: "now.md", hash, patches: [{ from: 0, to: 0, insert: "x" }] };
    expect(codeOf(() => store.commit(change([b, stale])))).toBe("conflict");
    expect(codeOf(() => store.commit(change([b, { ...stale, hash: null }])))).toBe("conflict");
    expect(codeOf(() => store.commit(change([b, { ...stale, file: "gone.md" }])))).toBe("conflict");
    expect([store.read("now.md")?.text, store.read("b.md")?.text]).toEqual(["a\nelse\n", "b\n"]);
    expect(store.journal().length).toBe(1);
  });

  test("never empties a page or cuts most of it unless the change says so", () => {
    const long = "line\n".repeat(60);
    const store = open({ "now.md": long, "inbox.md": long });
    expect(codeOf(() => store.commit(change([rewrite(store, "now.md", "")])))).toBe("blocked");
    expect(codeOf(() => store.commit(change([rewrite(store, "now.md", "line\n".repeat(20))])))).toBe(
      "blocked",
    );
    expect(codeOf(() => store.commit(change([rewrite(store, "now.md", "line\n".repeat(35))])))).toBe("done");
    expect(codeOf(() => store.commit(change([rewrite(store, "inbox.md", "")])))).toBe("done");
    expect(codeOf(() => store.commit(change([rewrite(store, "now.md", "")], { allowShrink: true })))).toBe(
      "done",
    );
  });

  test("a change that changes no byte is not journaled", () => {
    const store = open({ "now.md": "a\n" });
    const { hash } = store.read("now.md")!;
    const record = store.commit(
      change([{ file: "now.md", hash, patches: [{ from: 0, to: 1, insert: "a" }] }]),
    );
    expect([record.files, store.journal(), store.read("now.md")!.hash]).toEqual([[], [], hash]);
  });

  test("keeps the order of the journal, what it undoes, and its last few", () => {
    const store = open({});
    const ids = ["a", "b", "c"].map((name) => store.commit(change([rewrite(store, `${name}.md`, name)])).id);
    const last = store.commit(change([rewrite(store, "c.md", "")], { undoes: ids[2]! }));
    expect(last.undoes).toBe(ids[2]);
    expect(store.journal().map(({ id }) => id)).toEqual([...ids, last.id]);
    expect(store.journal(2).map(({ id }) => id)).toEqual([ids[2], last.id]);
    expect(store.journal(0)).toEqual([]);
  });

  test("bytes outside the patches never change: line ends, BOM, what is not UTF-8", () => {
    const piece = fc.constantFrom("a", "此刻", "\r\n", "\n", "\r", "\ufeff", "- x ", "\t");
    const stray = fc.uint8Array({ min: 1, maxLength: 3 });
    const bytes = fc
      .array(
        fc.oneof(
          piece.map((text) => Buffer.from(text)),
          stray,
        ),
        { maxLength: 30 },
      )
      .map((parts) => Buffer.concat(parts))
      .filter(
        (all) =>
          !all.includes(0) && !(all[0] === 0xff && all[1] === 0xfe) && !(all[0] === 0xfe && all[1] === 0xff),
      );
    fc.assert(
      fc.property(bytes, fc.nat(), fc.constantFrom("", "新\n", "x"), (before, pick, insert) => {
        const store = open({ "items/x.md": before });
        const stored = store.read("items/x.md")!;
        const at = pick % (stored.text.length + 1);
        store.commit(
          change([{ file: "items/x.md", hash: stored.hash, patches: [{ from: at, to: at, insert }] }]),
        );
        const after = store.read("items/x.md")!;
        expect(after.text).toBe(decodeText(Buffer.from(encodeWith(stored.text, at, insert))));
      }),
      { numRuns: 60 },
    );
  });
});

/** The expected bytes, made the long way round. */
function encodeWith(text: string, at: number, insert: string): Uint8Array {
  const bytes: number[] = [];
  const push = (part: string): void => {
    for (const unit of part) {
      const code = unit.codePointAt(0)!;
      if (code >= 0xdc80 && code <= 0xdcff) bytes.push(code - 0xdc00);
      else bytes.push(...Buffer.from(unit));
    }
  };
  push(text.slice(0, at));
  push(insert);
  push(text.slice(at));
  return Uint8Array.from(bytes);
}
