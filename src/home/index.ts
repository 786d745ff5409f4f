// The room of the folder on disk: the ports Store and Clock, finding and making a home, watching and looking it over.

export { systemClock } from "./clock.ts";
export { type Disk, realDisk } from "./disk.ts";
export { doctor, type Finding } from "./doctor.ts";
export { defaultHome, findHome, homeForPage } from "./find.ts";
export { type HistoryOptions, openPageHistory } from "./history.ts";
export { readPageHead } from "./history-head.ts";
export { initHome } from "./init.ts";
export { isPublicFile } from "./names.ts";
export { findNotify, type Notify } from "./notify.ts";
export type { Env } from "./places.ts";
export { hashBytes, planChange, recordOf } from "./plan.ts";
export { loadConfig, openStore } from "./store.ts";
export { openTextCache } from "./text-cache.ts";
export { watchStore } from "./watch.ts";
