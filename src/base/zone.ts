// Wall clocks. A wall time is a number too: the minutes since 1970-01-01T00:00 as the clock on the wall shows them. It and an
// EpochMin differ by the zone's offset. Offsets are looked up once for each stretch between two changes of a zone's clocks,
// so that reading ten years of days is arithmetic.

import { Temporal } from "temporal-polyfill";
import type { EpochMin } from "./dates.ts";

/** A stretch in which a zone's clocks do not change: from `from` on, before `to`. */
export interface OffsetSpan {
  from: EpochMin;
  to: EpochMin;
  /** Minutes east of UTC. */
  offset: number;
}

const MINUTE_MS = 60_000;
const known = new Map<string, { last: OffsetSpan; spans: OffsetSpan[] }>();

/** The stretch without a change of clocks that holds a moment. Throws RangeError on an unknown zone. */
export function offsetSpanAt(at: EpochMin, zone: string): OffsetSpan {
  const cached = known.get(zone);
  if (cached !== undefined) {
    if (at >= cached.last.from && at < cached.last.to) return cached.last;
    const found = cached.spans.find((span) => at >= span.from && at < span.to);
    if (found !== undefined) {
      cached.last = found;
      return found;
    }
  }
  const span = lookUp(at, zone);
  if (cached === undefined) known.set(zone, { last: span, spans: [span] });
  else {
    cached.last = span;
    cached.spans.push(span);
  }
  return span;
}

function lookUp(at: EpochMin, zone: string): OffsetSpan {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at * MINUTE_MS).toZonedDateTimeISO(zone);
  // The change before or at this moment: the search begins a little later, since it leaves out where it begins.
  const before = zoned.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  const after = zoned.getTimeZoneTransition("next");
  return {
    from: before === null ? Number.NEGATIVE_INFINITY : Math.ceil(before.epochMilliseconds / MINUTE_MS),
    to: after === null ? Number.POSITIVE_INFINITY : Math.ceil(after.epochMilliseconds / MINUTE_MS),
    offset: Math.round(zoned.offsetNanoseconds / 1e9 / 60),
  };
}

/** Minutes east of UTC at a moment. */
export function offsetAt(at: EpochMin, zone: string): number {
  return offsetSpanAt(at, zone).offset;
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

const DAY = 24 * 60;

/** The moment at which the clocks of a zone show a wall time. Of two changes within two days of it only the nearest are seen. */
export function momentOfWall(wall: number, zone: string): WallMoment {
  const span = offsetSpanAt(wall, zone);
  const at = wall - span.offset;
  // No zone is more than a day from UTC: away from a change by two days nothing can be unclear.
  if (at - 2 * DAY >= span.from && at + 2 * DAY < span.to) return { at, again: null, isSkipped: false };
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  const found = [...new Set([before, after, span.offset])]
    .map((offset) => wall - offset)
    .filter((moment) => moment + offsetAt(moment, zone) === wall)
    .sort((a, b) => a - b);
  if (found.length === 0) return { at: wall - before, again: null, isSkipped: true };
  return { at: found[0]!, again: found[1] ?? null, isSkipped: false };
}
