// Run as a process of its own by index-folder.test.ts: `ROOT NAME` writes one value of the index again and again.

import { join } from "node:path";
import { openIndex } from "../src/home/index.ts";

const [root, name] = process.argv.slice(2) as [string, string];
const index = openIndex({ folder: join(root, ".nunc/index"), root, build: "one" });
for (let round = 0; round < 200; round++) index.write("x", Array<string>(20_000).fill(`${name} ${round}`));
