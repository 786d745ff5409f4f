// The frame around every screen: navigation, the capture field, undo, and the places where news of any kind appears.

import { useEffect } from "react";
import { listenToKeys } from "./keyboard.ts";
import { isChanged, list } from "./list/list-state.ts";
import { Capture } from "./parts/capture.tsx";
import { BottomBar, PageSwitch, Rail, TopEnd } from "./parts/navigation.tsx";
import { Notices } from "./parts/notices.tsx";
import { Overlays } from "./parts/overlays.tsx";
import { PageNotes } from "./parts/page-notes.tsx";
import { useRoute } from "./route.ts";
import { screenOf } from "./screens.tsx";
import { app, start } from "./state.ts";
import { useTexts } from "./texts.ts";
import { shellTexts } from "./texts-shell.ts";
import { keepTime } from "./today/day-state.ts";
import { watchNotices } from "./today/notices.ts";

export function App() {
  const t = useTexts(shellTexts);
  const { screen } = useRoute();
  const loaded = app.use((state) => state.snapshot !== null);
  const problem = app.use((state) => state.loadProblem);
  useEffect(start, []);
  useEffect(listenToKeys, []);
  useEffect(keepTime, []);
  useEffect(watchNotices, []);
  useEffect(guardEdits, []);

  const shown = screenOf(screen);
  const name = t[shown.route];
  useEffect(() => {
    document.title = `${name} · nunc`;
  }, [name]);

  return (
    <div className="shell">
      <button type="button" className="skip button" onClick={() => document.getElementById("main")?.focus()}>
        {t.skip}
      </button>
      <Rail current={shown.under ?? shown.route} />
      <header className="top">
        <Capture />
        <PageSwitch />
        <TopEnd />
      </header>
      <main id="main" className="main" tabIndex={-1}>
        {loaded ? (
          <>
            <PageNotes screen={shown.route} />
            <shown.component key={shown.route} />
          </>
        ) : problem === null ? (
          <p className="centre">{t.loading}</p>
        ) : (
          <div className="centre" role="alert">
            <h1>{t.failedToLoad}</h1>
            <p>
              {problem.code === "network"
                ? t.problemNetwork
                : problem.code === "auth"
                  ? t.problemAuth
                  : problem.message}
            </p>
            {problem.hint !== null && <p>{problem.hint}</p>}
            <button type="button" className="button is-main" onClick={() => location.reload()}>
              {t.retry}
            </button>
          </div>
        )}
      </main>
      <BottomBar current={shown.under ?? shown.route} />
      <Notices />
      <Overlays />
    </div>
  );
}

/** Asks before the tab closes on an edit that has not been saved. */
function guardEdits(): () => void {
  const onBeforeUnload = (event: BeforeUnloadEvent): void => {
    const { editing } = list.get();
    if (editing !== null && isChanged(editing)) event.preventDefault();
  };
  addEventListener("beforeunload", onBeforeUnload);
  return () => removeEventListener("beforeunload", onBeforeUnload);
}
