// Moving old entries to the archive: a day, what would move, and the change as a diff, before anything is written.

import { Dialog } from "@base-ui/react/dialog";
import { useEffect, useState } from "react";
import type { PageSnapshot } from "../contract.ts";
import { Icon } from "../parts/icon.tsx";
import { act, app, preview } from "../state.ts";
import { useTexts } from "../texts.ts";
import { logTexts } from "./log-texts.ts";
import "./log-archive.css";

interface ArchiveProps {
  page: PageSnapshot;
  onClose: () => void;
}

export function LogArchive({ page, onClose }: ArchiveProps) {
  const t = useTexts(logTexts);
  const today = app.use((state) => state.snapshot?.today ?? "");
  const [before, setBefore] = useState(() => firstGuess(page, today));
  const [shown, setShown] = useState<{ before: string; diff: string; problem: string | null } | null>(null);
  const moving = page.log.filter(({ to }) => to !== null && to < before);
  const count = moving.length;

  useEffect(() => {
    setShown(null);
    if (count === 0) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      try {
        const { diff } = await preview("archive", inputFor(page.file, before));
        if (isCurrent) setShown({ before, diff, problem: null });
      } catch (error) {
        if (isCurrent)
          setShown({ before, diff: "", problem: error instanceof Error ? error.message : String(error) });
      }
    }, 200);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [page.file, before, count]);

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="dialog is-wide">
          <div className="dialog-head">
            <Dialog.Title>{t.archiveTitle}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={t.close}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          <div className="dialog-body archive-body">
            <Dialog.Description>{t.archiveLead}</Dialog.Description>
            <label className="archive-before">
              {t.archiveBefore}
              <input
                className="field"
                type="date"
                value={before}
                max={today}
                onChange={(event) => setBefore(event.target.value)}
              />
            </label>
            {count === 0 ? (
              <p className="archive-none">{t.archiveNone}</p>
            ) : (
              <>
                <ul className="archive-list">
                  {moving.map(({ line, title }) => (
                    <li key={line}>{title}</li>
                  ))}
                </ul>
                <h3>{t.archiveDiff}</h3>
                {shown === null ? (
                  <p role="status">{t.looking}</p>
                ) : shown.problem !== null ? (
                  <p role="alert">
                    {t.archiveFailed} {shown.problem}
                  </p>
                ) : (
                  <Diff text={shown.diff} />
                )}
              </>
            )}
          </div>
          <div className="dialog-foot">
            <Dialog.Close className="button">{t.cancel}</Dialog.Close>
            <button
              type="button"
              className="button is-main"
              disabled={count === 0 || shown === null || shown.problem !== null}
              onClick={async () => {
                if ((await act("archive", inputFor(page.file, before))) !== null) onClose();
              }}
            >
              {t.archiveDo(count)}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Of a home with several pages, only the one that is shown. */
function inputFor(file: string, before: string) {
  return { before, file };
}

/** The first of this year; where that moves nothing, the day behind the oldest entry. */
function firstGuess(page: PageSnapshot, today: string): string {
  const year = `${today.slice(0, 4)}-01-01`;
  const ends = page.log.flatMap(({ to }) => (to === null ? [] : [to])).sort();
  if (ends.length === 0 || ends[0]! < year) return year;
  return `${ends[0]!.slice(0, 7)}-01` > ends[0]! ? year : nextMonth(ends[0]!);
}

function nextMonth(day: string): string {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}

function Diff({ text }: { text: string }) {
  const t = useTexts(logTexts);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="log-diff" tabIndex={0} aria-label={t.archiveDiff}>
      <pre>
        {text.split("\n").map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a diff never move
          <span key={index} data-sign={/^(\+\+\+|---|@@)/.test(line) ? "@" : line.charAt(0)}>
            {line}
            {"\n"}
          </span>
        ))}
      </pre>
    </section>
  );
}
