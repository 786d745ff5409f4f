// The page as it will look, beside its text. Draws what is being typed after a breath, and scrolls with the editor by
// line: whichever side the person moves leads, the other follows.

import { type RefObject, useEffect, useRef, useState } from "react";
import { useTexts } from "../texts.ts";
import type { Editor } from "./editor.ts";
import type { Draft } from "./page-draft.ts";
import { pageTexts } from "./page-texts.ts";
import { renderPage } from "./preview.ts";

interface PreviewProps {
  draft: Draft;
  /** Language of the page's text, for the right glyphs. */
  lang: string | undefined;
  /** Called by the editor when it scrolls. */
  follow: RefObject<(() => void) | null>;
}

export function PagePreview({ draft, lang, follow }: PreviewProps) {
  const t = useTexts(pageTexts);
  const version = draft.state.use((state) => state.version);
  const [drawn, setDrawn] = useState(() => renderPage(draft.editor.text, { pictureWord: t.picture }));
  const pane = useRef<HTMLDivElement>(null);
  const cost = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the text
  useEffect(() => {
    // A long page takes longer to draw, and then waits for a longer pause.
    const timer = setTimeout(
      () => {
        const start = performance.now();
        setDrawn(renderPage(draft.editor.text, { pictureWord: t.picture }));
        cost.current = performance.now() - start;
      },
      60 + 3 * cost.current,
    );
    return () => clearTimeout(timer);
  }, [draft, version, t]);

  useScrollTogether(draft.editor, pane, follow);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={pane} className="page-preview" aria-label={t.previewLabel} tabIndex={0}>
      {drawn.front.length > 0 && (
        <table className="preview-front">
          <caption className="unseen">{t.frontMatter}</caption>
          <thead className="unseen">
            <tr>
              <th scope="col">{t.field}</th>
              <th scope="col">{t.value}</th>
            </tr>
          </thead>
          <tbody>
            {drawn.front.map(([name, value], index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: half-written front matter may name a field twice
              <tr key={index}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {drawn.html.trim() === "" ? (
        <p className="page-empty">{t.emptyPage}</p>
      ) : (
        // Safe: markdown-it with html off, see preview.ts.
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer escapes everything that is not Markdown
        <div className="preview-body" lang={lang} dangerouslySetInnerHTML={{ __html: drawn.html }} />
      )}
    </section>
  );
}

function useScrollTogether(
  editor: Editor,
  pane: RefObject<HTMLDivElement | null>,
  follow: RefObject<(() => void) | null>,
): void {
  useEffect(() => {
    const preview = pane.current;
    if (preview === null) return;
    let leader: "editor" | "preview" = "editor";
    const editorLeads = () => {
      leader = "editor";
    };
    const previewLeads = () => {
      leader = "preview";
    };
    const moves = ["pointerdown", "wheel", "touchstart", "keydown", "focusin"] as const;
    for (const move of moves) {
      editor.host.addEventListener(move, editorLeads, { passive: true, capture: true });
      preview.addEventListener(move, previewLeads, { passive: true });
    }
    const toPreview = () => {
      if (leader === "editor") preview.scrollTop = offsetOfLine(preview, editor.topLine);
    };
    const toEditor = () => {
      if (leader === "preview") editor.topLine = lineAtOffset(preview, preview.scrollTop);
    };
    follow.current = toPreview;
    preview.addEventListener("scroll", toEditor, { passive: true });
    toPreview();
    return () => {
      follow.current = null;
      preview.removeEventListener("scroll", toEditor);
      for (const move of moves) {
        editor.host.removeEventListener(move, editorLeads, { capture: true });
        preview.removeEventListener(move, previewLeads);
      }
    };
  }, [editor, pane, follow]);
}

interface Anchor {
  line: number;
  top: number;
}

/** Where lines stand in the preview, ascending in both; the first is the top. */
function anchorsOf(preview: HTMLElement): Anchor[] {
  const origin = preview.getBoundingClientRect().top - preview.scrollTop;
  const anchors: Anchor[] = [{ line: 1, top: 0 }];
  for (const element of preview.querySelectorAll<HTMLElement>("[data-line]")) {
    const line = Number(element.dataset.line);
    const top = element.getBoundingClientRect().top - origin;
    const last = anchors[anchors.length - 1]!;
    if (line > last.line && top > last.top) anchors.push({ line, top });
  }
  return anchors;
}

function offsetOfLine(preview: HTMLElement, line: number): number {
  const anchors = anchorsOf(preview);
  const index = anchors.findLastIndex((anchor) => anchor.line <= line);
  const before = anchors[Math.max(0, index)]!;
  const after = anchors[index + 1];
  if (line < 1.5) return 0;
  if (after === undefined) return before.top - 16;
  return before.top + ((line - before.line) / (after.line - before.line)) * (after.top - before.top) - 16;
}

function lineAtOffset(preview: HTMLElement, offset: number): number {
  const anchors = anchorsOf(preview);
  const index = Math.max(
    0,
    anchors.findLastIndex((anchor) => anchor.top <= offset + 16),
  );
  const before = anchors[index]!;
  const after = anchors[index + 1];
  if (after === undefined) return before.line;
  return before.line + ((offset + 16 - before.top) / (after.top - before.top)) * (after.line - before.line);
}
