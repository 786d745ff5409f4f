// Two versions of the page side by side, place by place. Mine, theirs, both, or by hand; nothing is decided until the
// person decides, and what is not chosen is set aside, not thrown away.

import { useMemo, useState } from "react";
import { useTexts } from "../texts.ts";
import type { Draft } from "./page-draft.ts";
import { alignTexts, type Stretch } from "./page-lines.ts";
import { pageTexts } from "./page-texts.ts";
import "./page-conflict.css";

type Choice = "mine" | "theirs" | "both";

interface ConflictProps {
  draft: Draft;
  conflict: { base: string; mine: string; theirs: string };
}

export function PageConflict({ draft, conflict }: ConflictProps) {
  const t = useTexts(pageTexts);
  const stretches = useMemo(() => alignTexts(conflict.base, conflict.mine, conflict.theirs), [conflict]);
  const places = stretches.flatMap((stretch, index) => (stretch.kind === "both" ? [index] : []));
  const [chosen, setChosen] = useState<Readonly<Record<number, Choice>>>({});
  const [byHand, setByHand] = useState<string | null>(null);
  const missing = places.filter((index) => chosen[index] === undefined).length;
  const merged = () => stretches.map((stretch, index) => textOf(stretch, chosen[index])).join("");

  return (
    <section className="page-conflict" aria-labelledby="conflict-title">
      <div className="conflict-head" role="alert">
        <h2 id="conflict-title">{t.conflictTitle}</h2>
        <p>{t.conflictLead}</p>
      </div>
      {byHand !== null ? (
        <label className="conflict-hand">
          <span>{t.merged}</span>
          <textarea
            className="field"
            value={byHand}
            spellCheck={false}
            onChange={(event) => setByHand(event.target.value)}
          />
        </label>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="conflict-places" tabIndex={0} aria-label={t.bothVersions}>
          <div className="conflict-columns" aria-hidden="true">
            <span>{t.mine}</span>
            <span>{t.theirs}</span>
          </div>
          {stretches.map((stretch, index) => (
            <Place
              // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one conflict never move
              key={index}
              stretch={stretch}
              number={places.indexOf(index) + 1}
              of={places.length}
              choice={chosen[index] ?? null}
              onChoose={(choice) => setChosen((now) => ({ ...now, [index]: choice }))}
            />
          ))}
        </section>
      )}
      <footer className="conflict-foot">
        {byHand !== null ? (
          <>
            <button type="button" className="button is-plain" onClick={() => setByHand(null)}>
              {t.backToPlaces}
            </button>
            <button type="button" className="button is-main" onClick={() => draft.resolve(byHand)}>
              {t.saveMerged}
            </button>
          </>
        ) : (
          <>
            {missing > 0 && <span className="conflict-missing">{t.chooseFirst(missing)}</span>}
            <button type="button" className="button" onClick={() => draft.resolve(conflict.mine)}>
              {t.keepMine}
            </button>
            <button type="button" className="button" onClick={() => draft.resolve(conflict.theirs)}>
              {t.keepTheirs}
            </button>
            <button type="button" className="button" onClick={() => setByHand(merged())}>
              {t.byHand}
            </button>
            <button
              type="button"
              className="button is-main"
              disabled={missing > 0}
              onClick={() => draft.resolve(merged())}
            >
              {t.saveMerged}
            </button>
          </>
        )}
      </footer>
    </section>
  );
}

/** What a stretch says once chosen; both versions where nobody has chosen yet, so that nothing is missing. */
function textOf(stretch: Stretch, choice: Choice | undefined): string {
  if (stretch.kind !== "both") return stretch.kind === "mine" ? stretch.mine : stretch.theirs;
  if (choice === "mine") return stretch.mine;
  if (choice === "theirs") return stretch.theirs;
  const gap = stretch.mine === "" || stretch.mine.endsWith("\n") ? "" : "\n";
  return stretch.mine + gap + stretch.theirs;
}

interface PlaceProps {
  stretch: Stretch;
  number: number;
  of: number;
  choice: Choice | null;
  onChoose: (choice: Choice) => void;
}

function Place({ stretch, number, of, choice, onChoose }: PlaceProps) {
  const t = useTexts(pageTexts);
  if (stretch.kind === "same") return <Context text={stretch.mine} />;
  const isOpen = stretch.kind === "both";
  return (
    <div className="conflict-place" data-kind={stretch.kind} data-choice={choice ?? ""}>
      <Side name={t.mine} text={stretch.mine} side="mine" />
      <Side name={t.theirs} text={stretch.theirs} side="theirs" />
      {isOpen && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a frame that these buttons do not want
        <div className="choices conflict-choices" role="group" aria-label={t.place(number, of)}>
          <span>{t.place(number, of)}</span>
          {(["mine", "theirs", "both"] as const).map((one) => (
            <button key={one} type="button" aria-pressed={one === choice} onClick={() => onChoose(one)}>
              {one === "mine" ? t.useMine : one === "theirs" ? t.useTheirs : t.useBoth}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function Side({ name, text, side }: { name: string; text: string; side: "mine" | "theirs" }) {
  const t = useTexts(pageTexts);
  return (
    <div className="conflict-side" data-side={side}>
      <span className="conflict-name">{name}</span>
      {text === "" ? <em>{t.nothingHere}</em> : <pre>{text}</pre>}
    </div>
  );
}

const CONTEXT_LINES = 2;

/** Lines that both share: the ones next to a change, the rest counted. */
function Context({ text }: { text: string }) {
  const t = useTexts(pageTexts);
  const lines = text.replace(/\n$/, "").split("\n");
  if (lines.length <= 2 * CONTEXT_LINES + 1) return <pre className="conflict-same">{lines.join("\n")}</pre>;
  const hidden = lines.length - 2 * CONTEXT_LINES;
  return (
    <>
      <pre className="conflict-same">{lines.slice(0, CONTEXT_LINES).join("\n")}</pre>
      <p className="conflict-skip">{t.sameLines(hidden)}</p>
      <pre className="conflict-same">{lines.slice(-CONTEXT_LINES).join("\n")}</pre>
    </>
  );
}
