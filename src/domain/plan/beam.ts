// Where the search keeps its labels: for each slot the best few, in order of rank, in arrays that are used again from search
// to search, since a plan must be quick the first time too.

/** A plan up to a slot. Labels are indices into these arrays. */
export interface Beam {
  /** What it may still lead to at most. */
  bound: Float64Array;
  /** How much of the bound rests on tasks that are still to get what they want: in lumps that may find no room. */
  hope: Float64Array;
  /** What labels of one slot are compared by: the bound with less and less of the hope as the day goes on. */
  rank: Float64Array;
  /** Tells apart what tasks have. */
  sign: Float64Array;
  /** Work since the last break. */
  run: Uint16Array;
  /** How many musts are met. */
  met: Uint16Array;
  /** The last block: its label, this one or an earlier one; -1 for none. */
  last: Int32Array;
  /** Of a label that is a block: the label of the block before it, and the block. */
  before: Int32Array;
  task: Int16Array;
  slot: Uint16Array;
  slots: Uint16Array;
  /** Labels of a slot, the best first: `count[slot]` of them from `slot * most` on. */
  kept: Int32Array;
  count: Uint16Array;
  /** Labels that are used by none. */
  spare: Int32Array;
  spares: number;
  /** By (slot, musts met): how many labels are kept, and the rank that a further one must exceed. */
  taken: Uint16Array;
  floor: Float64Array;
  /** Labels of one slot: of each number of musts met, and in all. */
  room: number;
  mets: number;
  most: number;
  /** Whether a label was let go for want of room. */
  isCut: boolean;
}

/** An empty beam for `slots` slots and as many labels for each number of musts met; the arrays of `old` if they are large enough. */
export function clearBeam(old: Beam | null, slots: number, mets: number, room: number): Beam {
  const most = mets * room;
  const labels = (slots + 1) * most + 1;
  const levels = (slots + 1) * mets;
  const fits =
    old !== null && old.kept.length >= labels && old.floor.length >= levels && old.count.length > slots;
  const beam = fits ? old : makeBeam(labels, slots, levels);
  beam.room = room;
  beam.mets = mets;
  beam.most = most;
  beam.isCut = false;
  beam.count.fill(0);
  beam.taken.fill(0);
  beam.floor.fill(Number.NEGATIVE_INFINITY);
  beam.spares = labels;
  for (let i = 0; i < labels; i++) beam.spare[i] = labels - 1 - i;
  return beam;
}

function makeBeam(labels: number, slots: number, levels: number): Beam {
  return {
    bound: new Float64Array(labels),
    hope: new Float64Array(labels),
    rank: new Float64Array(labels),
    sign: new Float64Array(labels),
    run: new Uint16Array(labels),
    met: new Uint16Array(labels),
    last: new Int32Array(labels),
    before: new Int32Array(labels),
    task: new Int16Array(labels),
    slot: new Uint16Array(labels),
    slots: new Uint16Array(labels),
    kept: new Int32Array(labels),
    count: new Uint16Array(slots + 1),
    spare: new Int32Array(labels),
    spares: 0,
    taken: new Uint16Array(levels),
    floor: new Float64Array(levels),
    room: 0,
    mets: 0,
    most: 0,
    isCut: false,
  };
}

/**
 * Room for a label at a slot: the label to fill in, or -1 if it is not among the best, or no better than one with the same
 * tasks so far. Its rank, sign, run and musts met are filled in.
 */
export function keepLabel(
  beam: Beam,
  slot: number,
  label: { rank: number; sign: number; run: number; met: number },
): number {
  const { kept, rank, sign, run, count, taken, floor, most } = beam;
  const base = slot * most;
  const level = slot * beam.mets + label.met;
  if (label.rank <= floor[level]!) {
    beam.isCut = true;
    return -1;
  }
  let end = base + count[slot]!;
  let at = end;
  while (at > base && rank[kept[at - 1]!]! < label.rank) at--;
  for (let i = base; i < at; i++) if (sign[kept[i]!] === label.sign && run[kept[i]!]! <= label.run) return -1;
  let out = -1;
  for (let i = at; i < end && out < 0; i++)
    if (sign[kept[i]!] === label.sign && run[kept[i]!]! >= label.run) out = i;
  if (out < 0 && taken[level] === beam.room) {
    beam.isCut = true;
    out = end - 1;
    while (beam.met[kept[out]!] !== label.met) out--;
  }
  let own: number;
  if (out >= 0) {
    own = kept[out]!;
    kept.copyWithin(at + 1, at, out);
  } else {
    own = beam.spare[--beam.spares]!;
    kept.copyWithin(at + 1, at, end);
    count[slot]!++;
    taken[level]!++;
    end++;
  }
  kept[at] = own;
  rank[own] = label.rank;
  sign[own] = label.sign;
  run[own] = label.run;
  beam.met[own] = label.met;
  if (taken[level] === beam.room) {
    let lowest = end - 1;
    while (beam.met[kept[lowest]!] !== label.met) lowest--;
    floor[level] = rank[kept[lowest]!]!;
  }
  return own;
}
