// The assignment problem on few candidates: which old item is which new one at the least total cost, where an old one may
// also be gone and a new one may have come. Successive shortest augmenting paths with potentials (Jonker & Volgenant 1987,
// here on a sparse graph with a heap). Exact, deterministic: ties go to the candidate that was given first.

/** Old item `row` could be new item `column` at this cost. */
export interface Candidate {
  row: number;
  column: number;
  cost: number;
}

/**
 * @param gone cost of leaving a row without a column, and `came` that of leaving a column without a row
 * @returns the candidates chosen, by row; at most one for each row and column. Costs may be negative.
 */
export function assign(
  rows: number,
  columns: number,
  candidates: readonly Candidate[],
  gone: number,
  came: number,
): (Candidate | null)[] {
  const useful = candidates.filter(({ cost }) => cost < gone + came);
  const chosen: (Candidate | null)[] = new Array(rows).fill(null);
  for (const part of componentsOf(rows, columns, useful)) solve(part, gone, came, chosen);
  return chosen;
}

/** Candidates that share rows or columns belong together; each group is a problem of its own. */
function componentsOf(rows: number, columns: number, candidates: readonly Candidate[]): Candidate[][] {
  const root = Array.from({ length: rows + columns }, (_, index) => index);
  const find = (node: number): number => {
    while (root[node] !== node) {
      root[node] = root[root[node]!]!;
      node = root[node]!;
    }
    return node;
  };
  for (const { row, column } of candidates) root[find(row)] = find(rows + column);
  const parts = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const key = find(candidate.row);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [candidate]);
    else part.push(candidate);
  }
  return [...parts.values()];
}

/**
 * One group. Every row can take a column of its own that stands for "gone", so that a solution always exists; what a
 * column saves by not having come is taken off its candidates.
 */
function solve(part: readonly Candidate[], gone: number, came: number, chosen: (Candidate | null)[]): void {
  if (part.length === 1) {
    chosen[part[0]!.row] = part[0]!;
    return;
  }
  const rowIds = [...new Set(part.map(({ row }) => row))];
  const columnIds = [...new Set(part.map(({ column }) => column))];
  const rowAt = new Map(rowIds.map((id, at) => [id, at]));
  const columnAt = new Map(columnIds.map((id, at) => [id, at]));
  const count = columnIds.length;
  const edges: { column: number; cost: number; candidate: Candidate | null }[][] = rowIds.map((_, row) => [
    { column: count + row, cost: gone, candidate: null },
  ]);
  for (const candidate of part)
    edges[rowAt.get(candidate.row)!]!.push({
      column: columnAt.get(candidate.column)!,
      cost: candidate.cost - came,
      candidate,
    });
  // Costs are lifted so that none is negative; each row uses exactly one edge, so that the best choice stays the best.
  const least = Math.min(0, ...part.map(({ cost }) => cost - came));
  const total = count + rowIds.length;
  const potential = new Float64Array(total);
  const rowPotential = new Float64Array(rowIds.length);
  const ownerOf = new Int32Array(total).fill(-1);
  const edgeOf: ((typeof edges)[number][number] | null)[] = new Array(rowIds.length).fill(null);
  for (let start = 0; start < rowIds.length; start++) {
    const distance = new Map<number, number>();
    const cameFrom = new Map<number, { row: number; edge: (typeof edges)[number][number] }>();
    const settled = new Set<number>();
    const heap = new Heap();
    const relax = (row: number, base: number): void => {
      for (const edge of edges[row]!) {
        if (settled.has(edge.column)) continue;
        const length = base + edge.cost - least - rowPotential[row]! - potential[edge.column]!;
        if (length < (distance.get(edge.column) ?? Number.POSITIVE_INFINITY) - 1e-12) {
          distance.set(edge.column, length);
          cameFrom.set(edge.column, { row, edge });
          heap.push(length, edge.column);
        }
      }
    };
    relax(start, 0);
    let end = -1;
    let reach = 0;
    for (let next = heap.pop(); next !== null; next = heap.pop()) {
      if (settled.has(next.node) || next.key > distance.get(next.node)! + 1e-12) continue;
      settled.add(next.node);
      reach = next.key;
      if (ownerOf[next.node] === -1) {
        end = next.node;
        break;
      }
      relax(ownerOf[next.node]!, next.key);
    }
    rowPotential[start]! += reach;
    for (const column of settled) {
      const slack = reach - distance.get(column)!;
      potential[column]! -= slack;
      if (ownerOf[column] !== -1) rowPotential[ownerOf[column]!]! += slack;
    }
    for (let column = end; ; ) {
      const { row, edge } = cameFrom.get(column)!;
      const before = edgeOf[row]?.column ?? -1;
      ownerOf[column] = row;
      edgeOf[row] = edge;
      if (row === start) break;
      column = before;
    }
  }
  for (const edge of edgeOf) if (edge?.candidate != null) chosen[edge.candidate.row] = edge.candidate;
}

/** A binary heap of nodes by key; equal keys by the lower node. */
class Heap {
  private readonly entries: { key: number; node: number }[] = [];

  push(key: number, node: number): void {
    const { entries } = this;
    let at = entries.push({ key, node }) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!isBefore(entries[at]!, entries[up]!)) break;
      [entries[at], entries[up]] = [entries[up]!, entries[at]!];
      at = up;
    }
  }

  pop(): { key: number; node: number } | null {
    const { entries } = this;
    const first = entries[0];
    if (first === undefined) return null;
    const last = entries.pop()!;
    if (entries.length > 0) {
      entries[0] = last;
      for (let at = 0; ; ) {
        let down = 2 * at + 1;
        if (down >= entries.length) break;
        if (down + 1 < entries.length && isBefore(entries[down + 1]!, entries[down]!)) down++;
        if (!isBefore(entries[down]!, entries[at]!)) break;
        [entries[at], entries[down]] = [entries[down]!, entries[at]!];
        at = down;
      }
    }
    return first;
  }
}

function isBefore(a: { key: number; node: number }, b: { key: number; node: number }): boolean {
  return a.key < b.key || (a.key === b.key && a.node < b.node);
}
