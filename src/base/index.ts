export * from "./dates.ts";
export * from "./errors.ts";
export * from "./likeness.ts";
export * from "./text.ts";
export * from "./tongue.ts";
