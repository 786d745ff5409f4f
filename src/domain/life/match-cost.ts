// The costs of matching, all in one place and in one unit: 0 is certainly the same item, `gone + came` is where it is as
// likely another one. docs/decisions/0005-lives.md says why they are what they are; bench/lives.ts measures them.

export const COST = {
  /** An old item that no new one continues, and a new one that continues none. */
  gone: 0.4,
  came: 0.4,

  /** Times one minus the likeness of the titles. */
  title: 1,
  /** Any change at all, so that staying is better than being exchanged. */
  change: 0.04,

  // Where it stands. Together less than half of gone + came: the same title elsewhere is the same item.
  /** Its parent is another item, or it has one only on one side. */
  parent: 0.12,
  /** Its heading is not the one that its old heading became. */
  section: 0.07,
  /** The label above its list is not the one that the old label became. */
  list: 0.03,
  /** The nearest neighbour before it, and the one behind it, is another one. */
  neighbour: 0.04,
  /** One stands in a reading list, the other does not. */
  role: 0.05,
  /** Something that gets its tick or date goes on from the reading list. */
  finish: 0.1,

  // What speaks for it.
  /** A link in common that no other item has; shared by how many have it. */
  link: -0.6,
  /** Times the share of the steps that are the same. */
  steps: -0.4,
  /** Times the likeness of the notes. */
  note: -0.12,

  // What speaks against it.
  /** Both have links, none in common, under titles that are not the same. */
  otherLink: 0.15,
  /** Another volume or number in the same words; another book in 《》; another course, another book of the series. */
  volume: 2,
  number: 0.9,
  object: 0.9,
  course: 0.7,
  series: 0.7,
  /** A title that says nothing by itself (`notes`, `chapter 1`) below another parent. */
  generic: 0.75,
  /** A new title above items that stood on their own before is a new group, and one whose steps now do is gone. */
  group: 0.5,
  /** The same short provider in front of another book. */
  otherNote: 0.9,

  /** Likeness of titles in two scripts that share a term or name, in the same place and alone there. */
  translation: 0.4,
  /** Terms in common say less where it also stands elsewhere. */
  farLanguage: 0.3,
  /** A part of a title elsewhere is less than one in its place: at most this more than the words in common. */
  part: 0.1,
} as const;

/** How sure a match of this cost is: a half where gone and come would cost the same. */
export function sureOf(cost: number): number {
  return 1 / (1 + Math.exp(6 * (cost - COST.gone - COST.came)));
}
