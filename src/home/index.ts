// The room of the folder on disk: the ports Store and Clock, finding and making a home, watching and looking it over.

export { systemClock } from "./clock.ts";
export { defaultHome } from "./default-home.ts";
export { type Disk, realDisk } from "./disk.ts";
export { doctor, type Finding } from "./doctor.ts";
export { findHome, homeForPage } from "./find.ts";
export { hashBytes } from "./hash.ts";
export { type HistoryOptions, openPageHistory } from "./history.ts";
export { readPageHead } from "./history-head.ts";
export { type IndexOptions, openIndex } from "./index-folder.ts";
export { initHome } from "./init.ts";
export { readSettings, recallZonesOf } from "./kept.ts";
export { loadCare, loadSettings, loadStore } from "./load.ts";
export { isPublicFile } from "./names.ts";
export { findNotify, type Notify } from "./notify.ts";
export type { Env } from "./places.ts";
export { planChange, recordOf } from "./plan.ts";
export { loadConfig } from "./settings.ts";
export { openStore } from "./store.ts";
export { openLightStore } from "./store-light.ts";
export { openTextCache } from "./text-cache.ts";
export { watchStore } from "./watch.ts";
