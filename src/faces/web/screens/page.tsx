// The Page screen: the text in an editor with what was understood in its margin, beside the page as it will look, or
// beside its headings and what each was taken for. On a phone the three take turns.

import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import type { PageSnapshot } from "../contract.ts";
import { isHalfUnderstood } from "../half-understood.ts";
import { Icon } from "../parts/icon.tsx";
import { useRoute } from "../route.ts";
import { act, app, toast, usePage } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { PageConflict } from "./page-conflict.tsx";
import { type Draft, draftOf } from "./page-draft.ts";
import { PageHeadings } from "./page-headings.tsx";
import { toEditorText } from "./page-lines.ts";
import { type Meaning, readMeanings } from "./page-meaning.ts";
import { PagePreview } from "./page-preview.tsx";
import { editorPhrases, pageTexts } from "./page-texts.ts";
import { describeMeaning, drawWhy } from "./page-why.ts";
import "./page.css";
import "./preview.css";

type View = "text" | "preview" | "headings";

export function PageScreen() {
  const t = useTexts(pageTexts);
  const page = usePage();
  if (page === null) return <p className="centre">{t.noPage}</p>;
  return <PageOf key={page.file} page={page} />;
}

function PageOf({ page }: { page: PageSnapshot }) {
  const t = useTexts(pageTexts);
  const draft = draftOf(page.file, page.text, drawWhy);
  const conflict = draft.state.use((state) => state.conflict);
  const welcomed = app.use((state) => state.snapshot?.welcomed ?? true);
  const half = isHalfUnderstood(page);
  const { query } = useRoute();
  const asksHeadings = query.get("view") === "headings" || (!welcomed && half);
  const [view, setView] = useState<View>(asksHeadings ? "headings" : "text");
  const [asked, setAsked] = useState(asksHeadings);
  const narrow = useNarrow();
  const shown: View = view === "text" && !narrow ? "preview" : view;
  const follow = useRef<(() => void) | null>(null);
  const wanted = Number(query.get("line") ?? 0);

  useLayoutEffect(() => draft.told(page.text), [draft, page.text]);
  useEffect(() => {
    // Outside the editor as well: the browser's own "save" would store a copy of the app.
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      void draft.flush();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [draft]);
  // Whoever has been here has seen what was understood; nothing need point to it any more.
  useEffect(() => {
    if (welcomed) return;
    return () => {
      if (app.get().snapshot?.welcomed === false) void act("welcome", {}, { quiet: true });
    };
  }, [welcomed]);
  useEffect(() => {
    if (wanted < 1) return;
    setView("text");
    // After the editor is in the document and has its height.
    requestAnimationFrame(() => draft.editor.goToLine(wanted, true));
  }, [draft, wanted]);

  const goToLine = (line: number) => {
    if (narrow) setView("text");
    requestAnimationFrame(() => {
      draft.editor.goToLine(line, true);
      follow.current?.();
    });
  };

  return (
    <section className="page-screen" data-view={shown}>
      <header className="page-head">
        <div className="page-name">
          <h1>{page.title ?? t.title}</h1>
          <small>{page.file}</small>
        </div>
        <SaveState draft={draft} />
        {conflict === null && (
          <Tabs
            views={narrow ? ["text", "preview", "headings"] : ["preview", "headings"]}
            shown={shown}
            onShow={setView}
          />
        )}
      </header>
      <Notes draft={draft} />
      {half && !asked && shown !== "headings" && conflict === null && (
        <p className="page-note">
          {t.half}
          <button type="button" className="button" onClick={() => setView("headings")}>
            {t.showHeadings}
          </button>
          <button type="button" className="icon-button" aria-label={t.close} onClick={() => setAsked(true)}>
            <Icon name="close" size={16} />
          </button>
        </p>
      )}
      {conflict !== null ? (
        <PageConflict draft={draft} conflict={conflict} />
      ) : (
        <div className="page-panes">
          {(!narrow || shown === "text") && (
            <EditorPane
              page={page}
              draft={draft}
              isTabPanel={shown === "text"}
              onScroll={() => follow.current?.()}
            />
          )}
          {shown !== "text" && (
            <div className="page-side" role="tabpanel" id="page-panel" aria-labelledby={`tab-${shown}`}>
              {shown === "preview" ? (
                <PagePreview draft={draft} lang={langOf(page)} follow={follow} />
              ) : (
                <PageHeadings page={page} onLine={goToLine} onWelcomed={() => setView("text")} />
              )}
            </div>
          )}
        </div>
      )}
    </section>
  );
}

function langOf(page: PageSnapshot): string | undefined {
  return page.language === "en" ? "en" : "zh-CN";
}

function Tabs({
  views,
  shown,
  onShow,
}: {
  views: readonly View[];
  shown: View;
  onShow: (view: View) => void;
}) {
  const t = useTexts(pageTexts);
  return (
    <div className="page-tabs" role="tablist" aria-label={t.views}>
      {views.map((view, index) => (
        <button
          key={view}
          type="button"
          role="tab"
          id={`tab-${view}`}
          aria-selected={view === shown}
          aria-controls={view === shown ? "page-panel" : undefined}
          tabIndex={view === shown ? 0 : -1}
          onClick={() => onShow(view)}
          onKeyDown={(event) => {
            const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
            if (step === 0) return;
            event.preventDefault();
            const next = views[(index + step + views.length) % views.length]!;
            onShow(next);
            document.getElementById(`tab-${next}`)?.focus();
          }}
        >
          {t[view]}
        </button>
      ))}
    </div>
  );
}

function SaveState({ draft }: { draft: Draft }) {
  const t = useTexts(pageTexts);
  const status = draft.state.use((state) => state.status);
  return (
    <div className="save-state" data-status={status}>
      <span role="status">
        {status === "saved" && <Icon name="check" size={16} />}
        {(status === "failed" || status === "conflict") && <Icon name="alert" size={16} />}
        {t[status]}
      </span>
      {(status === "unsaved" || status === "failed") && (
        <button type="button" className="button" onClick={() => void draft.flush()} title="Ctrl S">
          {status === "failed" ? t.retry : t.saveNow}
        </button>
      )}
    </div>
  );
}

/** What must not be overlooked: a save that failed, a text taken up again, versions set aside. */
function Notes({ draft }: { draft: Draft }) {
  const t = useTexts(pageTexts);
  const { status, problem, restored, aside } = draft.state.use((state) => state);
  return (
    <>
      {status === "failed" && (
        <div className="page-alarm" role="alert">
          <Icon name="alert" />
          <p>
            <strong>{t.failed}.</strong> {problem?.message} {problem?.hint} {t.failedLead}
          </p>
          <button
            type="button"
            className="button"
            onClick={async () => {
              await navigator.clipboard.writeText(draft.editor.text);
              toast(t.copied);
            }}
          >
            {t.copyText}
          </button>
          <button type="button" className="button" onClick={() => void draft.flush()}>
            {t.retry}
          </button>
        </div>
      )}
      {restored && status === "unsaved" && <p className="page-note">{t.restored}</p>}
      {aside.length > 0 && (
        <details className="page-aside">
          <summary>{t.asideTitle(aside.length)}</summary>
          <p>{t.asideLead}</p>
          {aside.map(({ at, text }) => (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            <pre key={`${at}${text.length}`} tabIndex={0}>
              {text}
            </pre>
          ))}
          <button type="button" className="button" onClick={() => draft.clearAside()}>
            {t.letGo}
          </button>
        </details>
      )}
    </>
  );
}

interface EditorPaneProps {
  page: PageSnapshot;
  draft: Draft;
  /** Whether it is what its tab shows, and not the left half of the screen. */
  isTabPanel: boolean;
  onScroll: () => void;
}

function EditorPane({ page, draft, isTabPanel, onScroll }: EditorPaneProps) {
  const t = useTexts(pageTexts);
  const tongue = useTongue();
  const place = useRef<HTMLDivElement>(null);
  const scrolled = useRef(onScroll);
  scrolled.current = onScroll;
  const [here, setHere] = useState<{ line: number; meaning: Meaning | null }>({ line: 1, meaning: null });
  const { editor } = draft;

  useEffect(() => {
    const top = editor.view.scrollDOM.scrollTop;
    place.current?.append(editor.host);
    editor.watch = {
      onEdit: () => draft.edited(),
      onLine: (line, meaning) => setHere({ line, meaning }),
      onSave: () => void draft.flush(),
      onScroll: () => scrolled.current(),
    };
    editor.view.requestMeasure();
    editor.view.scrollDOM.scrollTop = top;
    editor.tellLine();
    return () => {
      editor.watch = null;
      editor.host.remove();
      void draft.flush();
    };
  }, [editor, draft]);

  useEffect(() => {
    editor.speak({ label: t.editorLabel(page.file), phrases: tongue === "zh" ? editorPhrases : {} });
  }, [editor, t, tongue, page.file]);

  // Behind the draft's own effect, which has taken in the new text by then.
  useEffect(() => editor.show(readMeanings(page), toEditorText(page.text)), [editor, page]);

  return (
    <div
      className="page-text"
      {...(isTabPanel && { role: "tabpanel", id: "page-panel", "aria-labelledby": "tab-text" })}
    >
      <div className="page-editor" ref={place} />
      <footer className="page-here">
        <span>{t.line(here.line)}</span>
        <span className="page-meaning" role="status">
          {here.meaning === null ? t.plainLine : describeMeaning(here.meaning)}
        </span>
        {here.meaning !== null && (
          <button type="button" className="button is-plain" title="Alt Enter" onClick={() => editor.why()}>
            {t.why}
          </button>
        )}
        {page.diagnostics.length > 0 && (
          <button
            type="button"
            className="button is-plain page-problems"
            title={t.nextProblem}
            onClick={() => {
              const next = page.diagnostics.find(({ line }) => line > here.line) ?? page.diagnostics[0]!;
              editor.goToLine(next.line, true);
              editor.why();
            }}
          >
            <Icon name="alert" size={16} />
            {t.problems(page.diagnostics.length)}
          </button>
        )}
        <span className="page-keys">{t.keys}</span>
      </footer>
    </div>
  );
}

const NARROW = "(max-width: 860px)";

function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(NARROW);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => matchMedia(NARROW).matches,
  );
}
