export * from "./config.ts";
export { CONFIG_DOC } from "./config-doc.ts";
export { CONFIG_KEYS, migrateConfig, readConfig } from "./config-file.ts";
export { type ConfigValue, setConfigValue } from "./config-splice.ts";
export * from "./item.ts";
export * from "./ports.ts";
