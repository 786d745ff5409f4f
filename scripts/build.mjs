// @ts-check
// npm run build: dist/, from what is in src/. Also runs before `npm pack`.

import { build, install, node } from "./steps.mjs";

node();
await install();
process.exitCode = await build();
