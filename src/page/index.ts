export * from "./parse.ts";
export * from "./patch.ts";
export * from "./plain.ts";
export * from "./structure.ts";
