// What each command asks of the system and of nunc.yaml, kept in the index: understanding the settings takes a YAML parser, and
// asking the system about zones loads its tables, which both take longer than all else that a short command does.

import { readlinkSync } from "node:fs";
import { type Diagnostic, knownZones, recallZones, type Tongue, type ZoneOffsets } from "../base/index.ts";
import type { Clock, Config, Index, Store } from "../domain/index.ts";
import { loadSettings } from "./load.ts";
import type { Env } from "./places.ts";

interface Settings {
  config: Config;
  diagnostics: Diagnostic[];
}

/**
 * The settings of a home; those that are known where nunc.yaml says what it said.
 * @throws AppError as `loadConfig` does
 */
export async function readSettings(store: Store, index: Index, tongue: Tongue): Promise<Settings> {
  const text = store.read("nunc.yaml")?.text ?? "";
  const kept = index.read("settings") as (Settings & { text: string; tongue: Tongue }) | null;
  if (kept?.text === text && kept.tongue === tongue) return kept;
  const { config, diagnostics } = (await loadSettings()).loadConfig(store, tongue);
  index.write("settings", { text, tongue, config, diagnostics });
  return { config, diagnostics };
}

interface KeptZones {
  /** What the system's zone was told from, and the zone. */
  said: string | null;
  system: string | null;
  zones: Map<string, ZoneOffsets>;
}

/**
 * Recalls what is known of zones.
 * @returns a clock that knows the system's zone without asking, and how to keep what was learned since
 */
export function recallZonesOf(index: Index, clock: Clock, env: Env): { clock: Clock; keep: () => void } {
  const kept = index.read("zones") as KeptZones | null;
  if (kept !== null) recallZones(kept.zones);
  const said = saidOfZone(env);
  let system = said !== null && kept?.said === said ? kept.system : null;
  const before = [system, sizeOf(kept?.zones)];
  const keep = (): void => {
    const zones = knownZones();
    if (system === before[0] && sizeOf(zones) === before[1]) return;
    index.write("zones", { said, system, zones } satisfies KeptZones);
  };
  const zone = (): string => {
    system ??= clock.zone();
    return system;
  };
  return { clock: { ...clock, zone }, keep };
}

/** What the system tells its zone from: TZ, else where the link of its own zone leads. Null where it is told in another way. */
function saidOfZone(env: Env): string | null {
  if (env.TZ) return `TZ=${env.TZ}`;
  try {
    return readlinkSync("/etc/localtime");
  } catch {
    return null;
  }
}

function sizeOf(zones: ReadonlyMap<string, ZoneOffsets> | undefined): number {
  let size = 0;
  for (const { offsets, changes } of zones?.values() ?? []) size += offsets.size + changes.size;
  return size;
}
