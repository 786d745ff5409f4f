// The room of the folder on disk: the ports Store and Clock, finding and making a home, watching and looking it over.

export { systemClock } from "./clock.ts";
export { type Disk, realDisk } from "./disk.ts";
export { type DoctorOptions, doctor, type Finding } from "./doctor.ts";
export {
  defaultHome,
  type FoundHome,
  findHome,
  homeForPage,
  isHome,
  type PageHome,
  tongueOfEnv,
} from "./find.ts";
export { type InitResult, initHome } from "./init.ts";
export { isPublicFile } from "./names.ts";
export { configFolder, dataFolder, deviceName, type Env, stateFolder } from "./places.ts";
export { hashBytes, type PlannedWrite, planChange, recordOf } from "./plan.ts";
export type { Recovery } from "./recover.ts";
export { type HomeStore, loadConfig, openStore, type StoreOptions } from "./store.ts";
export { type WatchOptions, watchStore } from "./watch.ts";
