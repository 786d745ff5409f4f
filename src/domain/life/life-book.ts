// The book of lives while they are read: which life each item of each revision belongs to, which lives turned out to be one,
// and what happened. Events are written once a revision is complete, against all revisions that it follows.

import type { Life, LifeEvent, LifeEventKind, LifeRevision, Lives } from "./life.ts";
import { nameLives } from "./life-id.ts";
import type { Node } from "./match-side.ts";

/** One item of one revision. */
export interface Occurrence {
  node: Node;
  revision: number;
  /** Path of the archive that it stands in; null on the page. */
  archive: string | null;
  parent: Occurrence | null;
}

/** An earlier item that one continues. */
export interface Before {
  revision: number;
  index: number;
  sure: number;
}

interface Draft {
  firstTitle: string;
  cameAt: string;
  events: (LifeEvent & { revisionIndex: number })[];
  /** Where it stood last. */
  last: { revision: number; occurrences: Occurrence[] };
}

export class LifeBook {
  private readonly revisions: readonly LifeRevision[];
  /** Only of revisions that others still follow: a long history does not fit in memory otherwise. */
  private readonly occurrences: Occurrence[][] = [];
  /** Of all revisions: the life of each item, and its line on the page; 0 in an archive. */
  private readonly lives: Int32Array[] = [];
  private readonly lines: Int32Array[] = [];
  private readonly roots: number[] = [];
  private readonly drafts: Draft[] = [];
  /** Items that began or came back in the revision at hand, with how sure that is. */
  private begun = new Map<number, number>();
  private returned = new Map<number, { life: number; last: Draft["last"] }>();
  private standing = new Set<number>();

  constructor(revisions: readonly LifeRevision[]) {
    this.revisions = revisions;
  }

  open(revision: number, occurrences: Occurrence[]): void {
    this.occurrences[revision] = occurrences;
    this.lives[revision] = new Int32Array(occurrences.length).fill(-1);
    this.lines[revision] = Int32Array.from(occurrences, ({ node, archive }) =>
      archive === null ? node.item.line : 0,
    );
    this.begun = new Map();
    this.returned = new Map();
    this.standing = new Set();
  }

  /** No later revision follows this one: what it says of its items is not asked again. */
  release(revision: number): void {
    this.occurrences[revision] = [];
  }

  carryOn(revision: number, index: number, life: number): void {
    this.lives[revision]![index] = life;
    this.standing.add(this.rootOf(life));
  }

  begin(revision: number, index: number, sure: number): void {
    const life = this.roots.length;
    this.roots.push(life);
    const occurrence = this.occurrences[revision]![index]!;
    this.drafts.push({
      firstTitle: occurrence.node.item.title,
      cameAt: this.revisions[revision]!.at,
      events: [],
      last: { revision, occurrences: [occurrence] },
    });
    this.carryOn(revision, index, life);
    this.begun.set(index, sure);
  }

  /** An item takes up a life that was gone; one that is already part of another life joins the two. */
  comeBack(revision: number, index: number, life: number): void {
    const known = this.lives[revision]![index]!;
    if (known >= 0) {
      this.join(known, life);
      return;
    }
    const root = this.rootOf(life);
    this.returned.set(index, { life: root, last: this.drafts[root]!.last });
    this.carryOn(revision, index, root);
  }

  /** Two lives are one: a split, a merge, or the same item on two branches. The earlier one goes on. */
  join(one: number, other: number): void {
    const [first, second] = [this.rootOf(one), this.rootOf(other)].sort((a, b) => a - b) as [number, number];
    if (first === second) return;
    this.roots[second] = first;
    const into = this.drafts[first]!;
    const from = this.drafts[second]!;
    into.events.push(...from.events.splice(0));
    if (from.last.revision > into.last.revision) into.last = from.last;
    if (this.standing.has(second)) this.standing.add(first);
  }

  rootOf(life: number): number {
    let root = life;
    while (this.roots[root] !== root) root = this.roots[root]!;
    return root;
  }

  lifeAt(revision: number, index: number): number {
    return this.rootOf(this.lives[revision]![index]!);
  }

  /** Whether a life, by its root, has an item in the revision at hand. */
  stands(life: number): boolean {
    return this.standing.has(life);
  }

  parentLife(revision: number, node: Node): number {
    return node.parent < 0 ? -1 : this.lifeAt(revision, node.parent);
  }

  /** The same in the revision at hand, where some lives are not known yet: then -2. */
  parentLifeOf(revision: number, node: Node): number {
    if (node.parent < 0) return -1;
    const life = this.lives[revision]![node.parent]!;
    return life < 0 ? -2 : this.rootOf(life);
  }

  /** Writes what happened in a revision, once all its items have their lives. */
  close(
    revision: number,
    befores: readonly Before[][],
    goneSure: (revision: number, index: number) => number,
  ): void {
    const { parents } = this.revisions[revision]!;
    const renamed = this.renamedSections(revision, befores);
    const present = new Map<number, number[]>();
    this.occurrences[revision]!.forEach((_, index) => {
      const life = this.lifeAt(revision, index);
      const list = present.get(life);
      if (list === undefined) present.set(life, [index]);
      else list.push(index);
    });
    this.occurrences[revision]!.forEach((occurrence, index) => {
      const sure = this.begun.get(index);
      if (sure !== undefined) this.writeCame(occurrence, sure);
      else if (!this.isUnchanged(occurrence, befores[index]!))
        this.writeChanges(occurrence, index, befores[index]!, renamed, present);
    });
    const lost = new Map<number, { revision: number; index: number }>();
    for (const parent of parents)
      this.occurrences[parent]!.forEach((_, index) => {
        const life = this.lifeAt(parent, index);
        if (!present.has(life) && !lost.has(life)) lost.set(life, { revision: parent, index });
      });
    for (const [life, { revision: parent, index }] of lost) {
      if (parents.some((other) => this.wasLostOn(other, life))) continue;
      const { node } = this.occurrences[parent]![index]!;
      this.write(life, revision, null, "gone", node.item.title, null, goneSure(parent, index));
    }
    const here = this.occurrences[revision]!;
    for (const [life, indices] of present)
      this.drafts[life]!.last = { revision, occurrences: indices.map((index) => here[index]!) };
  }

  /** Whether a life stood somewhere before a revision, and no longer stands in it. */
  private wasLostOn(revision: number, life: number): boolean {
    if (this.hasLife(revision, life)) return false;
    const seen = new Set<number>();
    const open = [...this.revisions[revision]!.parents];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      if (this.hasLife(at, life)) return true;
      open.push(...this.revisions[at]!.parents);
    }
    return false;
  }

  private hasLife(revision: number, life: number): boolean {
    return this.lives[revision]!.some((one) => this.rootOf(one) === life);
  }

  private writeCame({ node, revision }: Occurrence, sure: number): void {
    const life = this.lifeAt(revision, node.index);
    const line = this.lineOf(revision, node.index);
    this.write(life, revision, line, "came", null, node.item.title, sure);
    if (node.item.state !== "done") return;
    this.write(life, revision, line, "state", null, "done", sure);
    this.write(life, revision, line, "finished", null, "done", sure);
  }

  /** Most items of most revisions: nothing about them is another than before. */
  private isUnchanged({ node, revision, archive }: Occurrence, befores: readonly Before[]): boolean {
    const [before] = befores;
    if (befores.length !== 1 || before === undefined || before.sure < 1) return false;
    if (this.revisions[revision]!.parents.length > 1 || this.returned.has(node.index)) return false;
    const old = this.occurrences[before.revision]![before.index]!;
    const [a, b] = [old.node.item, node.item];
    return (
      a.title === b.title &&
      a.priority === b.priority &&
      a.state === b.state &&
      (a.progress === null) === (b.progress === null) &&
      (a.progress === null || isSameProgress(old, this.occurrences[revision]![node.index]!)) &&
      old.node.section === node.section &&
      old.archive === archive &&
      this.parentLife(before.revision, old.node) === this.parentLife(revision, node)
    );
  }

  private writeChanges(
    occurrence: Occurrence,
    index: number,
    befores: readonly Before[],
    renamed: ReadonlyMap<string, string>,
    present: ReadonlyMap<number, number[]>,
  ): void {
    const { node, revision } = occurrence;
    const life = this.lifeAt(revision, index);
    const line = this.lineOf(revision, index);
    const back = this.returned.get(index);
    let earlier = befores.map((before) => ({
      ...before,
      occurrence: this.occurrences[before.revision]![before.index]!,
    }));
    const sure = back === undefined ? (befores[0]?.sure ?? 1) : 0.9;
    if (back !== undefined) {
      this.write(life, revision, line, "back", null, node.item.title, sure);
      earlier = back.last.occurrences.slice(0, 1).map((one) => ({
        revision: back.last.revision,
        index: one.node.index,
        sure,
        occurrence: one,
      }));
    } else if (this.revisions[revision]!.parents.length > 1 && this.isMissedOnBranch(revision, life))
      this.write(life, revision, line, "back", null, node.item.title, sure);
    // Of several earlier items of one revision, only the one that goes on as a whole is compared.
    const whole = earlier.filter(
      (one, at) => earlier.findIndex(({ revision: other }) => other === one.revision) === at,
    );
    if (whole.length === 0) return;
    const change = (
      kind: LifeEventKind,
      pick: (one: Occurrence) => string | null,
      isSame?: (one: Occurrence) => boolean,
    ) => {
      const now = pick(occurrence);
      const same = isSame ?? ((one: Occurrence) => pick(one) === now);
      if (whole.some(({ occurrence: one }) => same(one))) return;
      this.write(life, revision, line, kind, pick(whole[0]!.occurrence), now, sure);
      if (kind !== "state" || now !== "done") return;
      const isAll = present
        .get(life)!
        .every((at) => this.occurrences[revision]![at]!.node.item.state === "done");
      if (isAll) this.write(life, revision, line, "finished", pick(whole[0]!.occurrence), now, sure);
    };
    change("reworded", ({ node: one }) => one.item.title);
    change("priority", ({ node: one }) => one.item.priority);
    change("section", sectionName, (one) => this.isSameSection(one, occurrence, renamed));
    change(
      "parent",
      (one) => one.parent?.node.item.title ?? null,
      (one) => this.parentLife(one.revision, one.node) === this.parentLife(revision, node),
    );
    change("state", ({ node: one }) => one.item.state);
    change(
      "progress",
      ({ node: one }) => one.item.progress?.text ?? null,
      (one) => isSameProgress(one, occurrence),
    );
  }

  /** In a merge: an item that one branch had dropped, and that is here all the same. */
  private isMissedOnBranch(revision: number, life: number): boolean {
    return this.revisions[revision]!.parents.some((parent) => this.wasLostOn(parent, life));
  }

  private isSameSection(one: Occurrence, other: Occurrence, renamed: ReadonlyMap<string, string>): boolean {
    if (one.archive !== other.archive) return false;
    return one.node.section === other.node.section || renamed.get(one.node.section) === other.node.section;
  }

  /** Headings that got another name: the old one is nowhere now, the new one was nowhere, and most items went from one to the other. */
  private renamedSections(revision: number, befores: readonly Before[][]): Map<string, string> {
    const renamed = new Map<string, string>();
    for (const parent of this.revisions[revision]!.parents) {
      const sectionsOf = (at: number): Set<string> =>
        new Set(this.occurrences[at]!.map(({ node }) => node.section));
      const old = sectionsOf(parent);
      const now = sectionsOf(revision);
      const votes = new Map<string, Map<string, number>>();
      this.occurrences[revision]!.forEach(({ node }, index) => {
        const before = befores[index]!.find((one) => one.revision === parent);
        if (before === undefined) return;
        const from = this.occurrences[parent]![before.index]!.node.section;
        if (now.has(from) || old.has(node.section)) return;
        const known = votes.get(from) ?? new Map<string, number>();
        known.set(node.section, (known.get(node.section) ?? 0) + 1);
        votes.set(from, known);
      });
      for (const [from, known] of votes) {
        const [best] = [...known].sort((a, b) => b[1] - a[1]);
        const all = this.occurrences[parent]!.filter(({ node }) => node.section === from).length;
        if (best !== undefined && best[1] >= all / 2) renamed.set(from, best[0]);
      }
    }
    return renamed;
  }

  private lineOf(revision: number, index: number): number | null {
    return this.lines[revision]![index]! || null;
  }

  private write(
    life: number,
    revision: number,
    line: number | null,
    kind: LifeEventKind,
    from: string | null,
    to: string | null,
    sure: number,
  ): void {
    const { at, sha } = this.revisions[revision]!;
    const event = { at, revision: sha, line, kind, from, to, sure: Math.round(sure * 1000) / 1000 };
    this.drafts[this.rootOf(life)]!.events.push({ ...event, revisionIndex: revision });
  }

  /** All lives that once stood on the page, in the order in which they came. */
  finish(): Lives {
    const ids = nameLives(this.drafts.map(({ firstTitle }) => firstTitle));
    const onPage = new Set<number>();
    this.lines.forEach((lines, revision) => {
      lines.forEach((line, index) => {
        if (line > 0) onPage.add(this.lifeAt(revision, index));
      });
    });
    const items = [...onPage].sort((a, b) => a - b).map((life) => this.lifeOf(life, ids[life]!));
    const revisions = this.revisions.map(({ sha, at }) => ({ sha, at }));
    let places: Lives["places"] | null = null;
    const read = (): Lives["places"] => this.placesBy(ids);
    return {
      revisions,
      items,
      get places() {
        places ??= read();
        return places;
      },
    };
  }

  private placesBy(ids: readonly string[]): Lives["places"] {
    const places: Lives["places"] = {};
    this.revisions.forEach(({ sha }, revision) => {
      const here: Record<string, string> = {};
      this.lines[revision]!.forEach((line, index) => {
        if (line > 0) here[String(line)] = ids[this.lifeAt(revision, index)]!;
      });
      places[sha] = here;
    });
    return places;
  }

  private lifeOf(life: number, id: string): Life {
    const { events, last, cameAt } = this.drafts[life]!;
    events.sort((a, b) => a.revisionIndex - b.revisionIndex);
    const titles: Life["titles"] = [];
    for (const { kind, to, at } of events)
      if ((kind === "came" || kind === "reworded") && to !== null && titles.at(-1)?.title !== to)
        titles.push({ title: to, from: at });
    const items = last.occurrences.map(({ node }) => node.item);
    const isStanding = last.revision === this.revisions.length - 1;
    const isFinished = items.every(({ state }) => state === "done");
    const end = isFinished ? "finished" : isStanding ? null : "gone";
    const ended = end === null ? undefined : events.findLast(({ kind }) => kind === end);
    const plain = events.map(({ revisionIndex: _, ...event }) => event);
    const title = items.length > 1 ? (titles.at(-1)?.title ?? items[0]!.title) : items[0]!.title;
    const [whole] = last.occurrences as [Occurrence];
    const { role, state, priority, group, sections, line } = whole.node.item;
    const isHere = isStanding && whole.archive === null;
    return {
      id,
      title,
      titles,
      cameAt,
      events: plain,
      endedAt: ended?.at ?? null,
      end,
      ...{ path: pathOf(whole), role, state, priority, group, sections, line: isHere ? line : null },
    };
  }
}

/** Titles from the outermost item. */
function pathOf({ node, parent }: Occurrence): string {
  return parent === null ? node.item.title : `${pathOf(parent)} › ${node.item.title}`;
}

/** Where it stands, as a person reads it. */
function sectionName({ node, archive }: Occurrence): string | null {
  const parts = [...(archive === null ? [] : [archive]), ...node.item.sections];
  return parts.length === 0 ? null : parts.join(" › ");
}

function isSameProgress({ node: a }: Occurrence, { node: b }: Occurrence): boolean {
  const [one, other] = [a.item.progress, b.item.progress];
  if (one === null || other === null) return one === other;
  return one.done === other.done && one.total === other.total && one.unit === other.unit;
}
