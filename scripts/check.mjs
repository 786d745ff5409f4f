// @ts-check
// npm run check: types and style, without building or testing anything.

import { install, lint, node, typecheck } from "./steps.mjs";

node();
await install();
const codes = [await typecheck(), await lint()];
process.exitCode = codes.some((code) => code !== 0) ? 1 : 0;
