export * from "./config.ts";
export * from "./item.ts";
export * from "./ports.ts";
