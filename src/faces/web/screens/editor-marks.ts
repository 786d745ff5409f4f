// What was understood, in the margin of the editor: a sign for every line that means something, an underline where
// something could not be understood, and "why?" on hover, on click and by Alt+Enter. The signs move with the text
// while one types, until the next answer of the server replaces them.

import {
  type ChangeDesc,
  ChangeSet,
  type Extension,
  MapMode,
  Prec,
  type Range,
  RangeSet,
  StateEffect,
  StateField,
  Text,
} from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  GutterMarker,
  gutter,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
} from "@codemirror/view";
import { diffTexts } from "../../../page/index.ts";
import type { Meaning, Meanings } from "./page-meaning.ts";

/** Draws the answer to "why?" for a line; given by the screen, which knows the language. */
export type DrawWhy = (meaning: Meaning) => HTMLElement;

/** What each line of a text means. The text may be behind what is being typed; the marks are then carried over. */
export const setMeanings = StateEffect.define<{ meanings: Meanings; text: string }>();
const openWhy = StateEffect.define<{ at: number; tooltip: Tooltip } | null>();

class Sign extends GutterMarker {
  /** A line that is put before this one pushes the sign down with its text. */
  override startSide = 1;
  override endSide = 1;
  override mapMode = MapMode.Simple;
  readonly meaning: Meaning;

  constructor(meaning: Meaning) {
    super();
    this.meaning = meaning;
  }

  override eq(other: Sign): boolean {
    return other.meaning === this.meaning;
  }

  override toDOM(): HTMLElement {
    const { kind, role, priority, state, depth, diagnostics } = this.meaning;
    const sign = document.createElement("span");
    sign.className = `sign sign-${kind}`;
    if (role !== null) sign.dataset.role = role;
    if (state !== null) sign.dataset.state = state;
    if (priority !== null) sign.dataset.priority = priority;
    if (depth > 0) sign.dataset.step = "";
    if (diagnostics.length > 0) sign.dataset.problem = "";
    // Priority, then what it is: two small shapes, drawn by CSS.
    for (const part of ["priority", "shape"]) {
      const shape = document.createElement("i");
      shape.className = `sign-${part}`;
      sign.append(shape);
    }
    return sign;
  }
}

interface Marks {
  signs: RangeSet<Sign>;
  underlines: DecorationSet;
}

function drawMarks(meanings: Meanings, text: string, now: Text): Marks {
  const typed = now.toString();
  if (typed === text) return placeMarks(meanings, now);
  const { signs, underlines } = placeMarks(meanings, Text.of(text.split("\n")));
  const changes = ChangeSet.of(diffTexts(text, typed), text.length);
  return { signs: toLineStarts(signs.map(changes), changes, now), underlines: underlines.map(changes) };
}

/** The gutter looks for signs at the start of a line only; typing there would push one away. */
function toLineStarts(signs: RangeSet<Sign>, changes: ChangeDesc, doc: Text): RangeSet<Sign> {
  let placed = signs;
  changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
    const from = doc.lineAt(fromB).from;
    const to = doc.lineAt(toB).to;
    const add: Range<Sign>[] = [];
    placed.between(from, to, (at, _to, sign) => {
      const start = doc.lineAt(at).from;
      // Where lines were joined, the first one's sign stands.
      if (start !== add.at(-1)?.from) add.push(sign.range(start));
    });
    placed = placed.update({ filterFrom: from, filterTo: to, filter: () => false, add });
  });
  return placed;
}

function placeMarks(meanings: Meanings, doc: Text): Marks {
  const signs = [];
  const underlines = [];
  for (const meaning of [...meanings.values()].sort((a, b) => a.line - b.line)) {
    if (meaning.line < 1 || meaning.line > doc.lines) continue;
    const line = doc.line(meaning.line);
    if (meaning.kind !== "none" || meaning.diagnostics.length > 0)
      signs.push(new Sign(meaning).range(line.from));
    for (const { column } of meaning.diagnostics) {
      const from = Math.min(line.from + column - 1, line.to);
      if (line.to > from) underlines.push(Decoration.mark({ class: "cm-diagnostic" }).range(from, line.to));
      else underlines.push(Decoration.line({ class: "cm-diagnostic-line" }).range(line.from));
    }
  }
  return { signs: RangeSet.of(signs, true), underlines: Decoration.set(underlines, true) };
}

const marks = StateField.define<Marks>({
  create: () => ({ signs: RangeSet.empty, underlines: Decoration.none }),
  update(value, transaction) {
    let { signs, underlines } = value;
    if (transaction.docChanged) {
      signs = toLineStarts(signs.map(transaction.changes), transaction.changes, transaction.state.doc);
      underlines = underlines.map(transaction.changes);
    }
    for (const effect of transaction.effects) {
      if (effect.is(setMeanings))
        return drawMarks(effect.value.meanings, effect.value.text, transaction.state.doc);
    }
    return signs === value.signs && underlines === value.underlines ? value : { signs, underlines };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.underlines),
});

/** What the line at an offset means, as far as is known. */
export function meaningAt(view: EditorView, offset: number): Meaning | null {
  const line = view.state.doc.lineAt(offset);
  let found: Meaning | null = null;
  view.state.field(marks).signs.between(line.from, line.to, (_from, _to, sign) => {
    found = sign.meaning;
    return false;
  });
  return found;
}

function whyTooltip(view: EditorView, offset: number, draw: DrawWhy): Tooltip | null {
  const meaning = meaningAt(view, offset);
  if (meaning === null) return null;
  const line = view.state.doc.lineAt(offset);
  return {
    pos: line.from,
    end: line.to,
    above: false,
    create: () => ({ dom: draw(meaning) }),
  };
}

export interface UnderstoodMarks {
  extension: Extension;
  /** Opens the answer for the line at an offset, or closes it where it is open. False where there is none. */
  why(view: EditorView, offset: number): boolean;
}

/** The margin with its answers. */
export function understoodMarks(draw: DrawWhy): UnderstoodMarks {
  const pinned = StateField.define<{ at: number; tooltip: Tooltip } | null>({
    create: () => null,
    update(value, transaction) {
      for (const effect of transaction.effects) {
        if (effect.is(openWhy)) return effect.value?.at === value?.at ? null : effect.value;
      }
      // Typing and moving on close it: it speaks of the line as it was.
      return transaction.docChanged || transaction.selection ? null : value;
    },
    provide: (field) => showTooltip.from(field, (value) => value?.tooltip ?? null),
  });
  const open = (view: EditorView, offset: number): boolean => {
    const at = view.state.doc.lineAt(offset).from;
    const tooltip = whyTooltip(view, at, draw);
    view.dispatch({ effects: openWhy.of(tooltip === null ? null : { at, tooltip }) });
    return tooltip !== null;
  };
  const extension = [
    marks,
    pinned,
    gutter({
      class: "cm-understood",
      markers: (view) => view.state.field(marks).signs,
      initialSpacer: () => new Sign(spacer),
      domEventHandlers: {
        mousedown(view, line) {
          view.focus();
          open(view, line.from);
          return true;
        },
      },
    }),
    hoverTooltip(
      (view, offset) => {
        const meaning = meaningAt(view, offset);
        // Over text only problems speak up; the margin and Alt+Enter answer for everything.
        return meaning === null || meaning.diagnostics.length === 0 ? null : whyTooltip(view, offset, draw);
      },
      { hoverTime: 250 },
    ),
    EditorView.domEventHandlers({
      blur(_event, view) {
        if (view.state.field(pinned) !== null) view.dispatch({ effects: openWhy.of(null) });
      },
    }),
    Prec.high(
      keymap.of([
        { key: "Alt-Enter", run: (view) => open(view, view.state.selection.main.head) },
        {
          key: "Escape",
          run(view) {
            if (view.state.field(pinned) === null) return false;
            view.dispatch({ effects: openWhy.of(null) });
            return true;
          },
        },
      ]),
    ),
  ];
  return { extension, why: open };
}

const spacer: Meaning = {
  line: 0,
  kind: "item",
  role: "learning",
  priority: "high",
  state: "open",
  depth: 0,
  from: null,
  to: null,
  open: false,
  progress: null,
  reasons: [],
  diagnostics: [],
};
