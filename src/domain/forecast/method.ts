// The ways to forecast that are compared: nunc's own and the plain ones of baseline.ts. Names only, for those who print them.

import type { BaselineName } from "./baseline.ts";

export type MethodName = "nunc" | BaselineName;
export const METHODS: readonly MethodName[] = ["nunc", "raw", "point", "all", "category"];
