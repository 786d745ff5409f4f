export * from "./dates.ts";
export * from "./duration.ts";
export * from "./errors.ts";
export * from "./likeness.ts";
export * from "./number-words.ts";
export * from "./text.ts";
export * from "./tongue.ts";
export * from "./wall-time.ts";
