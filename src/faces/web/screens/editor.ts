// The editor of a page's text: CodeMirror in a shadow root, where its own style sheets are adopted instead of written
// into the document, which a strict Content-Security-Policy forbids.
// The text in here has `\n` as its only line end; `page-draft.ts` turns it back into the file's own.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, type Extension, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import type { Patch } from "../../../page/index.ts";
import editorCss from "./editor.css?inline";
import { markdownLanguage } from "./editor-markdown.ts";
import marksCss from "./editor-marks.css?inline";
import {
  type DrawWhy,
  meaningAt,
  setMeanings,
  type UnderstoodMarks,
  understoodMarks,
} from "./editor-marks.ts";
import type { Meaning, Meanings } from "./page-meaning.ts";

/** Marks a change that came from the file, not from the keyboard. */
const fromOutside = Annotation.define<boolean>();

export interface EditorWatch {
  /** The person changed the text. */
  onEdit(text: string): void;
  /** The cursor stands in another line, or what the line means has changed. */
  onLine(line: number, meaning: Meaning | null): void;
  onSave(): void;
  onScroll(): void;
}

export interface EditorTexts {
  label: string;
  phrases: Record<string, string>;
}

/** Keys that the app answers to also while one types: commands and help. Every other key is the editor's. */
function belongsToApp(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "k";
}

export class Editor {
  /** The element to place; it outlives the screen, so that undo and cursor are there when one comes back. */
  readonly host: HTMLElement;
  readonly view: EditorView;
  /** Who is told; replaced when the screen comes and goes. */
  watch: EditorWatch | null = null;
  private readonly spoken = new Compartment();
  private readonly marks: UnderstoodMarks;

  constructor(text: string, drawWhy: DrawWhy) {
    this.host = document.createElement("div");
    this.host.className = "editor";
    const root = this.host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(editorCss + marksCss);
    root.adoptedStyleSheets = [sheet];
    this.host.addEventListener("keydown", (event) => {
      // Seen from outside, the target is the host, not a field: single-key shortcuts would fire while one types.
      if (!belongsToApp(event)) event.stopPropagation();
    });
    this.marks = understoodMarks(drawWhy);
    const state = EditorState.create({ doc: text, extensions: this.extensions() });
    this.view = new EditorView({ state, root, parent: root });
    this.view.scrollDOM.addEventListener("scroll", () => this.watch?.onScroll(), { passive: true });
  }

  private extensions(): Extension {
    return [
      // The file's line ends are kept by the draft; a lone \r in here would count as a line end of its own.
      EditorState.lineSeparator.of("\n"),
      EditorState.tabSize.of(4),
      this.marks.extension,
      lineNumbers(),
      highlightSpecialChars(),
      history(),
      drawSelection(),
      EditorView.lineWrapping,
      search({ top: true }),
      highlightSelectionMatches(),
      markdownLanguage(),
      keymap.of([
        {
          key: "Mod-s",
          preventDefault: true,
          run: () => {
            this.watch?.onSave();
            return true;
          },
        },
        ...searchKeymap,
        ...historyKeymap,
        ...defaultKeymap.filter(({ key }) => key !== "Alt-Enter"),
      ]),
      this.spoken.of([]),
      EditorView.updateListener.of((update) => {
        const edited = update.transactions.some(
          (transaction) => transaction.docChanged && !transaction.annotation(fromOutside),
        );
        if (edited) this.watch?.onEdit(update.state.doc.toString());
        const marked = update.transactions.some((transaction) =>
          transaction.effects.some((effect) => effect.is(setMeanings)),
        );
        if (update.selectionSet || update.docChanged || marked) this.tellLine();
      }),
    ];
  }

  tellLine(): void {
    const { head } = this.view.state.selection.main;
    this.watch?.onLine(this.view.state.doc.lineAt(head).number, meaningAt(this.view, head));
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Words of the language that is spoken now. */
  speak({ label, phrases }: EditorTexts): void {
    const spoken = [
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
      EditorState.phrases.of(phrases),
    ];
    this.view.dispatch({ effects: this.spoken.reconfigure(spoken) });
  }

  /** Shows what each line of `text`, the file's last known one, means. */
  show(meanings: Meanings, text: string): void {
    this.view.dispatch({ effects: setMeanings.of({ meanings, text }) });
  }

  /**
   * Takes in a change of the file. Cursor and undo history stay: what the person typed can still be undone, and
   * undoing it does not undo what came from outside. `byPerson` makes it a step of the history instead.
   */
  apply(patches: readonly Patch[], byPerson = false): void {
    if (patches.length === 0) return;
    this.view.dispatch({
      changes: patches.map(({ from, to, insert }) => ({ from, to, insert })),
      annotations: byPerson ? [] : [fromOutside.of(true), Transaction.addToHistory.of(false)],
    });
  }

  /** Says why the line of the cursor was understood as it was. */
  why(): void {
    this.view.focus();
    this.marks.why(this.view, this.view.state.selection.main.head);
  }

  /** Puts the cursor on a line and brings it to the middle. */
  goToLine(line: number, focus: boolean): void {
    const { doc } = this.view.state;
    const { from } = doc.line(Math.min(Math.max(1, line), doc.lines));
    this.view.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    });
    if (focus) this.view.focus();
  }

  /** Line at the top of what is seen, with the share of it that is scrolled past: 12.5 is the middle of line 12. */
  get topLine(): number {
    const { scrollTop } = this.view.scrollDOM;
    const block = this.view.lineBlockAtHeight(scrollTop - this.view.documentPadding.top);
    const past = (scrollTop - this.view.documentPadding.top - block.top) / Math.max(1, block.height);
    return this.view.state.doc.lineAt(block.from).number + Math.min(0.999, Math.max(0, past));
  }

  set topLine(line: number) {
    const { doc } = this.view.state;
    const whole = Math.min(Math.max(1, Math.floor(line)), doc.lines);
    const block = this.view.lineBlockAt(doc.line(whole).from);
    this.view.scrollDOM.scrollTop = block.top + (line - whole) * block.height + this.view.documentPadding.top;
  }
}
