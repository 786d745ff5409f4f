// What nunc took each heading for, and where one says otherwise by clicking. On a first visit it comes by itself;
// later it is one tab of the Page screen. Answers go to nunc.yaml and never into the page.

import { useState } from "react";
import type { PageSnapshot, Priority, Role, State } from "../contract.ts";
import { Icon } from "../parts/icon.tsx";
import { act, app } from "../state.ts";
import { useTexts } from "../texts.ts";
import { explain } from "./page-rules.ts";
import { pageTexts } from "./page-texts.ts";
import "./page-headings.css";

const ROLES: readonly Role[] = ["learning", "reading", "log", "other"];
const PRIORITIES: readonly Priority[] = ["highest", "high", "medium", "low"];
const STATES: readonly State[] = ["open", "doing", "done", "dropped"];

interface HeadingsProps {
  page: PageSnapshot;
  /** Brings a line of the text into sight. */
  onLine: (line: number) => void;
  onWelcomed: () => void;
}

export function PageHeadings({ page, onLine, onWelcomed }: HeadingsProps) {
  const t = useTexts(pageTexts);
  const welcomed = app.use((state) => state.snapshot?.welcomed ?? true);
  const headings = page.sections.filter((section) => !section.dated && section.line > 0);
  const dated = page.sections.length - headings.length;
  const top = Math.min(...headings.map(({ level }) => level), 6);
  const books = page.items.filter(({ role }) => role === "reading").length;
  const percent = Math.round(page.understood * 100);

  return (
    <section className="page-headings" aria-labelledby="headings-title">
      <h2 id="headings-title">{welcomed ? t.headingsTitle : t.welcomeTitle}</h2>
      <p className="page-lead">{t.headingsLead}</p>
      <div className="headings-sum">
        <p>{t.found(page.items.length - books, books, page.log.length)}</p>
        <p>{t.understood(percent)}</p>
        <Bar percent={percent} />
      </div>
      {headings.length === 0 && <p className="page-empty">{t.noHeadings}</p>}
      <ul className="headings-list">
        {headings.map((section) => (
          <li key={section.line} data-level={Math.min(3, section.level - top)}>
            <div className="heading-name">
              <button
                type="button"
                className="heading-line"
                title={t.goToLine(section.line)}
                onClick={() => onLine(section.line)}
              >
                {section.title || "—"}
              </button>
              <small>
                {section.items > 0 && <span>{t.itemsHere(section.items)}</span>}
                <Because page={page} line={section.line} />
              </small>
            </div>
            <Choices
              label={t.roleOf(section.title)}
              options={ROLES.map((role) => ({ value: role, name: t[role] }))}
              chosen={section.role}
              tone="role"
              onChoose={(role) => void act("role", { heading: section.title, role })}
            />
          </li>
        ))}
      </ul>
      {dated > 0 && <p className="headings-dated">{t.datedHeadings(dated)}</p>}
      <Words page={page} onLine={onLine} />
      {!welcomed && (
        <div className="headings-foot">
          <button
            type="button"
            className="button is-main"
            onClick={async () => {
              await act("welcome", {}, { quiet: true });
              onWelcomed();
            }}
          >
            <Icon name="check" size={16} />
            {t.welcomed}
          </button>
        </div>
      )}
    </section>
  );
}

function Bar({ percent }: { percent: number }) {
  // An SVG, because its width is an attribute and needs no inline style.
  return (
    <svg className="headings-bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
      <rect className="headings-bar-all" width="100" height="3" />
      <rect className="headings-bar-part" width={percent} height="3" />
    </svg>
  );
}

/** The word and the rule that gave a heading its role. */
function Because({ page, line }: { page: PageSnapshot; line: number }) {
  const reason = page.reasons.find((one) => one.line === line && one.what === "role");
  if (reason === undefined) return null;
  return (
    <span>
      {reason.word !== null && <mark>{reason.word}</mark>} {explain(reason.rule)}
    </span>
  );
}

interface Word {
  text: string;
  line: number;
  kind: "label" | "heading";
  priority: Priority | null;
  state: State | null;
}

/** Labels and headings of lists that name neither priority nor state, each word once; and those answered just now. */
function wordsOf(page: PageSnapshot, answered: ReadonlySet<string>): Word[] {
  const roles = new Map(page.sections.map((section) => [section.line, section.role]));
  const priorities = new Map(page.sections.map((section) => [section.line, section.priority]));
  const words = new Map<string, Word>();
  for (const { line, text, section, priority, state } of page.labels) {
    const role = section === null ? null : roles.get(section);
    const above = section === null ? null : (priorities.get(section) ?? null);
    const isSaid = priority !== null || state !== null || above !== null;
    if ((isSaid && !answered.has(text)) || role === "log" || role === "other") continue;
    if (!words.has(text)) words.set(text, { text, line, kind: "label", priority, state });
  }
  for (const { line, title, role, priority, state, items, dated } of page.sections) {
    const isSaid = priority !== null || state !== null;
    if (dated || items === 0 || role !== "learning" || (isSaid && !answered.has(title))) continue;
    if (!words.has(title)) words.set(title, { text: title, line, kind: "heading", priority, state });
  }
  return [...words.values()];
}

function Words({ page, onLine }: { page: PageSnapshot; onLine: (line: number) => void }) {
  const t = useTexts(pageTexts);
  // A row that went away at the click would leave the next one under the pointer, and no way to change one's mind.
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const words = wordsOf(page, answered);
  const answer = (word: string, meaning: { priority: Priority } | { state: State }) => {
    setAnswered((before) => new Set(before).add(word));
    void act("word", { word, ...meaning });
  };
  if (words.length === 0) return null;
  return (
    <>
      <h3>{t.wordsTitle}</h3>
      <p className="page-lead">{t.wordsLead}</p>
      <ul className="headings-list">
        {words.map((word) => (
          <li key={word.text} className="is-word">
            <div className="heading-name">
              <button
                type="button"
                className="heading-line"
                title={t.goToLine(word.line)}
                onClick={() => onLine(word.line)}
              >
                {word.text}
              </button>
              <small>{word.kind === "label" ? t.wordLabel : t.wordHeading}</small>
            </div>
            <Choices
              label={t.priorityPick(word.text)}
              options={PRIORITIES.map((priority) => ({ value: priority, name: t[priority] }))}
              chosen={word.priority}
              tone="priority"
              onChoose={(priority) => answer(word.text, { priority })}
            />
            <Choices
              label={t.statePick(word.text)}
              options={STATES.map((state) => ({ value: state, name: t[state] }))}
              chosen={word.state}
              tone="state"
              onChoose={(state) => answer(word.text, { state })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface ChoicesProps<V extends string> {
  label: string;
  options: readonly { value: V; name: string }[];
  chosen: V | null;
  tone: "role" | "priority" | "state";
  onChoose: (value: V) => void;
}

/** Buttons, not radios: an arrow key must not write to nunc.yaml on its way through the options. */
function Choices<V extends string>({ label, options, chosen, tone, onChoose }: ChoicesProps<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a frame that a row of chips does not want
    <div className={`choices choices-${tone}`} role="group" aria-label={label}>
      {options.map(({ value, name }) => (
        <button
          key={value}
          type="button"
          data-value={value}
          aria-pressed={value === chosen}
          onClick={() => value !== chosen && onChoose(value)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
