// News that the person did not ask for: toasts, failures that stay until they are dealt with, texts for screen readers.

import { app, dismissFailure, dismissToast, type Failure, undo } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { Icon } from "./icon.tsx";

export function Notices() {
  const t = useTexts(shellTexts);
  const toast = app.use((state) => state.toast);
  const failures = app.use((state) => state.failures);
  const lost = app.use((state) => !state.live && state.snapshot !== null);
  const said = app.use((state) => state.said);
  return (
    <aside className="notices" aria-label={t.toasts}>
      {failures.map((failure) => (
        <FailureBar key={failure.id} failure={failure} />
      ))}
      {lost && <p className="lost">{t.lost}</p>}
      {toast !== null && (
        <div key={toast.id} className="toast">
          <span>{toast.text}</span>
          {toast.undoable && (
            <button
              type="button"
              className="toast-undo"
              onClick={() => {
                dismissToast(toast.id);
                undo();
              }}
            >
              {t.undo}
            </button>
          )}
          {toast.answer !== null && (
            <button
              type="button"
              className="toast-undo"
              onClick={() => {
                dismissToast(toast.id);
                toast.answer?.run();
              }}
            >
              {toast.answer.name}
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={t.close}
            onClick={() => dismissToast(toast.id)}
          >
            <Icon name="close" size={16} />
          </button>
        </div>
      )}
      <p className="unseen" aria-live="polite">
        {said}
      </p>
    </aside>
  );
}

function FailureBar({ failure }: { failure: Failure }) {
  const t = useTexts(shellTexts);
  const { problem, kept } = failure;
  const reason =
    problem.code === "network" ? t.problemNetwork : problem.code === "auth" ? t.problemAuth : problem.message;
  return (
    <div className={failure.retry === null ? "failure is-refused" : "failure"} role="alert">
      <Icon name="alert" />
      <div className="failure-text">
        <p>
          {failure.retry !== null && <strong>{t.notSaved}. </strong>} {reason} {problem.hint}
        </p>
        {kept !== null && (
          <p className="failure-kept">
            {t.kept} <q>{kept.length > 400 ? `${kept.slice(0, 400)}…` : kept}</q>
          </p>
        )}
      </div>
      <div className="failure-acts">
        {failure.retry !== null && (
          <button type="button" className="button" onClick={failure.retry}>
            {t.retry}
          </button>
        )}
        {kept !== null && (
          <button type="button" className="button" onClick={() => void navigator.clipboard?.writeText(kept)}>
            {t.copy}
          </button>
        )}
        <button type="button" className="button" onClick={() => dismissFailure(failure.id)}>
          {t.letGo}
        </button>
      </div>
    </div>
  );
}
