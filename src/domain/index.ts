export * from "./check/condition.ts";
export * from "./config/config.ts";
export { CONFIG_DOC } from "./config/doc.ts";
export { CONFIG_KEYS, migrateConfig, readConfig } from "./config/file.ts";
export { setConfigValue } from "./config/splice.ts";
export * from "./day/day.ts";
export * from "./day/settings.ts";
export { addItem } from "./edit/add.ts";
export { editAndVerify } from "./edit/all.ts";
export { archiveLog, type LogArchive } from "./edit/archive.ts";
export { editItem } from "./edit/item.ts";
export { touchLastmod } from "./edit/lastmod.ts";
export { addLogText, editLogText, removeLogText } from "./edit/log.ts";
export { moveItems } from "./edit/move.ts";
export { findPlace, type Place } from "./edit/place.ts";
export type { Problem } from "./edit/problem.ts";
export { setProgress } from "./edit/progress.ts";
export type { EditOptions, EditRequest } from "./edit/request.ts";
export { setStates } from "./edit/state.ts";
export { verifyEdit } from "./edit/verify.ts";
export * from "./goal/commitment.ts";
export * from "./item.ts";
export {
  ITEMS_FOLDER,
  type ItemFacts,
  readFacts,
  setFieldPatches,
  yamlScalar,
} from "./item-facts.ts";
export { type FileRecord, inverseOf } from "./journal.ts";
export * from "./life/life.ts";
export { type LifeCache, readLifeCache, writeLifeCache } from "./life/life-cache.ts";
export { type LivesOptions, pairKey, readLives } from "./life/lives.ts";
export { type Matched, matchItems } from "./life/match.ts";
export { LIFE_ITEMS_VERSION, lifeItemsOf } from "./life/page-items.ts";
export * from "./plan/problem.ts";
export * from "./ports.ts";
export * from "./read/page-view.ts";
export * from "./read/rules.ts";
