// Wall clocks. A wall time is a number too: the minutes since 1970-01-01T00:00 as the clock on the wall shows them. It and an
// EpochMin differ by the zone's offset. Offsets are asked of Intl, which tells one ten times as fast as Temporal finds a
// change of clocks, and are remembered by cells of 16 days, so that reading ten years of days is arithmetic.

import type { EpochMin } from "./dates.ts";

const MINUTE_MS = 60_000;
const DAY = 24 * 60;
/** No zone that matters here changed its clocks twice within so many minutes; of two such changes one would be missed. */
const CELL = 16 * DAY;

/** What is known of a zone. */
export interface ZoneOffsets {
  /** Offset at the beginning of a cell. */
  offsets: Map<number, number>;
  /** First minute with the new offset, in cells in which clocks change. */
  changes: Map<number, EpochMin>;
}

interface Zone extends ZoneOffsets {
  name: string;
  /** Made when something is to be asked: making one takes longer than anything else that a short command does. */
  format: Intl.DateTimeFormat | null;
}

const zones = new Map<string, Zone>();

/** What was learned of zones so far, to be kept: it holds as long as the system's zones are the same. */
export function knownZones(): Map<string, ZoneOffsets> {
  return new Map([...zones].map(([name, { offsets, changes }]) => [name, { offsets, changes }]));
}

/** Takes over what `knownZones` told another time. */
export function recallZones(known: ReadonlyMap<string, ZoneOffsets>): void {
  for (const [name, { offsets, changes }] of known)
    zones.set(name, { name, format: null, offsets: new Map(offsets), changes: new Map(changes) });
}

/** Throws RangeError on an unknown zone. */
function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone: Zone = { name, format: formatOf(name), offsets: new Map(), changes: new Map() };
  zones.set(name, zone);
  return zone;
}

function formatOf(name: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
}

/** `…, GMT+05:30`; local mean times of the past have seconds, which are rounded away. */
function askOffset(zone: Zone, at: EpochMin): number {
  zone.format ??= formatOf(zone.name);
  const match = /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(zone.format.format(at * MINUTE_MS));
  if (match?.[1] === undefined) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]) + Math.round(Number(match[4] ?? 0) / 60);
  return match[1] === "-" ? -minutes : minutes;
}

function offsetOfCell(zone: Zone, cell: number): number {
  const known = zone.offsets.get(cell);
  if (known !== undefined) return known;
  const offset = askOffset(zone, cell * CELL);
  zone.offsets.set(cell, offset);
  return offset;
}

function changeIn(zone: Zone, cell: number): EpochMin {
  const known = zone.changes.get(cell);
  if (known !== undefined) return known;
  const before = offsetOfCell(zone, cell);
  let low = cell * CELL;
  let high = low + CELL;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (askOffset(zone, middle) === before) low = middle;
    else high = middle;
  }
  zone.changes.set(cell, high);
  return high;
}

/** Minutes east of UTC at a moment. Throws RangeError on an unknown zone. */
export function offsetAt(at: EpochMin, name: string): number {
  const zone = zoneOf(name);
  const cell = Math.floor(at / CELL);
  const before = offsetOfCell(zone, cell);
  const after = offsetOfCell(zone, cell + 1);
  return before === after || at < changeIn(zone, cell) ? before : after;
}

/** The offset that holds from one moment to another; null where clocks change between. */
export function steadyOffset(from: EpochMin, to: EpochMin, name: string): number | null {
  const zone = zoneOf(name);
  const first = Math.floor(from / CELL);
  const last = Math.floor(to / CELL);
  const offset = offsetOfCell(zone, first);
  let isSteady = true;
  for (let cell = first; cell <= last; cell++) isSteady &&= offsetOfCell(zone, cell + 1) === offset;
  if (isSteady) return offset;
  const start = offsetAt(from, name);
  for (let cell = first; cell <= last; cell++) {
    if (offsetOfCell(zone, cell) === offsetOfCell(zone, cell + 1)) continue;
    const change = changeIn(zone, cell);
    if (change > from && change <= to) return null;
  }
  return start;
}

/** What a wall time is in a zone. */
export interface WallMoment {
  /** As Temporal's "compatible": the earlier of two, and shifted forward by the gap where there is none. */
  at: EpochMin;
  /** The second moment at which the wall shows this time, or null. */
  again: EpochMin | null;
  /** Whether the clocks skip this time. */
  isSkipped: boolean;
}

/** The moment at which the clocks of a zone show a wall time. */
export function momentOfWall(wall: number, zone: string): WallMoment {
  // No zone is more than a day from UTC: away from a change by two days nothing can be unclear.
  const steady = steadyOffset(wall - 2 * DAY, wall + 2 * DAY, zone);
  if (steady !== null) return { at: wall - steady, again: null, isSkipped: false };
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  const found = [...new Set([before, after])]
    .map((offset) => wall - offset)
    .filter((moment) => moment + offsetAt(moment, zone) === wall)
    .sort((a, b) => a - b);
  if (found.length === 0) return { at: wall - before, again: null, isSkipped: true };
  return { at: found[0]!, again: found[1] ?? null, isSkipped: false };
}
