// The first to run. Compiled code of all else is kept between two runs, which halves the start; what is kept from then on
// is what is imported behind this line.

import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

const { env } = process;
enableCompileCache(join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), ".cache"), "nunc", "compiled"));
await import("./main.ts");
