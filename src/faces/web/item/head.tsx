// The head of the item page: where the item stands, its title and note, its facts changed in place, what one does most.

import { useState } from "react";
import type { ItemData, Priority, State } from "../contract.ts";
import { ValueField } from "../goals/write-line.tsx";
import { isOutside } from "../list/facts.tsx";
import { clockItem, HARD_CHOICES, setHard, setPinned, setPriority, setState } from "../list/item-actions.ts";
import { type ItemNode, isClosed } from "../list/item-tree.ts";
import { list, startEditing } from "../list/list-state.ts";
import { RowEditor } from "../list/row-editor.tsx";
import { StateControl } from "../list/state-control.tsx";
import { listTexts } from "../list/texts-list.ts";
import { Icon } from "../parts/icon.tsx";
import { linkTo } from "../route.ts";
import { act, app, usePage } from "../state.ts";
import { useTexts } from "../texts.ts";
import { completeProgress } from "../typed-text.ts";
import { itemLink } from "./item-state.ts";
import { PlanBlock } from "./plan-block.tsx";
import { itemTexts } from "./texts-item.ts";

const STATES: readonly State[] = ["open", "doing", "done", "dropped"];
const PRIORITIES: readonly (Priority | null)[] = ["highest", "high", "medium", "low", null];

export function ItemHead({ node, data }: { node: ItemNode; data: ItemData | null }) {
  const t = useTexts(itemTexts);
  const words = useTexts(listTexts);
  const { item, key } = node;
  const editing = list.use((state) => state.editing?.key === key);
  const isCurrent = list.use((state) => state.cursor === key);
  const isRunning = app.use((state) => state.snapshot?.clock?.reference === item.path);
  const [isPlanning, setPlanning] = useState(false);
  const note = item.links.reduce((text, link) => text.replace(link.url, ""), item.note ?? "").trim();
  return (
    <header className="item-head">
      <Crumbs node={node} />
      {editing ? (
        <RowEditor />
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that a title does not want
        <div
          className={`item-name is-${item.state}`}
          role="group"
          data-item={key}
          tabIndex={isCurrent ? 0 : -1}
          aria-label={item.title}
          onFocus={(event) => event.target === event.currentTarget && list.set({ cursor: key })}
          onDoubleClick={() => startEditing(node)}
        >
          <StateControl node={node} />
          <h1>{item.title}</h1>
        </div>
      )}
      {!editing && note !== "" && <p className="item-note">{note}</p>}
      <Links node={node} />
      <Facts node={node} />
      <div className="item-acts">
        {!isClosed(item.state) && (
          <button
            type="button"
            className="button is-main"
            disabled={isRunning}
            onClick={() => void clockItem(node)}
          >
            {isRunning ? <span className="running-dot" /> : <Icon name="play" size={15} />}
            {isRunning ? t.stopClock : words.clock}
          </button>
        )}
        {!isClosed(item.state) && (
          <button
            type="button"
            className="button"
            aria-expanded={isPlanning}
            onClick={() => setPlanning(!isPlanning)}
          >
            <Icon name="calendar" size={15} />
            {t.planBlock}
          </button>
        )}
        <button type="button" className="button" onClick={() => startEditing(node)}>
          {words.edit}
        </button>
        <a className="button" href={linkTo("page", { line: item.line })}>
          <Icon name="page" size={15} />
          {t.openOnPage}
        </a>
        <button
          type="button"
          className="icon-button"
          aria-label={words.moreFor(item.title)}
          aria-haspopup="menu"
          onClick={(event) => list.set({ menu: { key, anchor: event.currentTarget }, cursor: key })}
        >
          <Icon name="more" />
        </button>
      </div>
      {isPlanning && <PlanBlock path={data?.path ?? item.path} onClose={() => setPlanning(false)} />}
    </header>
  );
}

function Crumbs({ node }: { node: ItemNode }) {
  const page = usePage();
  const above: ItemNode[] = [];
  for (let at = node.parent; at !== null; at = at.parent) above.unshift(at);
  const section = page?.sections.find(({ line }) => line === node.item.section);
  const { group } = node.item;
  return (
    <p className="item-crumbs">
      {section !== undefined && <a href={linkTo("page", { line: section.line })}>{section.title}</a>}
      {group !== null && above.length === 0 && <span>{group}</span>}
      {above.map((one) => (
        <a key={one.key} href={itemLink(one)}>
          {one.item.title}
        </a>
      ))}
    </p>
  );
}

function Links({ node }: { node: ItemNode }) {
  const { links } = node.item;
  if (links.length === 0) return null;
  return (
    <ul className="item-links">
      {links.map(({ url, text }) => (
        <li key={url}>
          <Icon name="link" size={14} />
          {isOutside(url) ? (
            <a href={url} target="_blank" rel="noopener noreferrer">
              {text && text !== node.item.title ? text : url.replace(/^https?:\/\/(www\.)?/, "")}
            </a>
          ) : (
            <span>{text || url}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** State and what else is said of it: chosen or typed where it stands. */
function Facts({ node }: { node: ItemNode }) {
  const t = useTexts(itemTexts);
  const words = useTexts(listTexts);
  const today = app.use((state) => state.snapshot?.today ?? "");
  const { item, ref } = node;
  const { due, estimate, hard, progress, pinned } = item;
  const isLate = due !== null && due < today && !isClosed(item.state);
  const save = (what: "progress" | "estimate" | "due", value: string): void =>
    void act(what, { item: ref, value: value === "" ? "none" : value }, { quiet: true, kept: value });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that these do not want
    <div className="item-facts" role="group" aria-label={t.facts}>
      <label>
        {words.state}
        <select
          className="field"
          value={item.state}
          onChange={(event) => void setState([node], event.target.value as State)}
        >
          {STATES.map((state) => (
            <option key={state} value={state}>
              {words[state]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.priority}
        <select
          className="field"
          value={item.priority ?? ""}
          onChange={(event) => void setPriority([node], (event.target.value || null) as Priority | null)}
        >
          {PRIORITIES.map((priority) => (
            <option key={priority ?? ""} value={priority ?? ""}>
              {words[priority ?? "none"]}
            </option>
          ))}
        </select>
      </label>
      <span className="item-fact">
        {words.progress}
        <ValueField
          value={progress?.text ?? ""}
          label={words.progress}
          width={7}
          placeholder="–"
          onSave={(text) => text !== "" && save("progress", completeProgress(text, progress?.text ?? null))}
        />
      </span>
      <span className="item-fact">
        {words.estimate}
        <ValueField
          value={estimate ?? ""}
          label={words.estimate}
          width={5}
          placeholder="–"
          onSave={(text) => save("estimate", text)}
        />
      </span>
      <span className={isLate ? "item-fact is-late" : "item-fact"}>
        {words.due}
        <ValueField
          value={due ?? ""}
          label={isLate ? words.overdue(due) : words.due}
          width={9}
          placeholder="–"
          onSave={(text) => save("due", text)}
        />
      </span>
      <label>
        {words.hard}
        <select
          className="field"
          value={hard ?? ""}
          onChange={(event) => setHard(node, event.target.value === "" ? null : Number(event.target.value))}
        >
          {HARD_CHOICES.map((value) => (
            <option key={value ?? ""} value={value ?? ""}>
              {words.hardness(value)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="button item-pin"
        aria-pressed={pinned}
        onClick={() => setPinned(node, !pinned)}
      >
        <Icon name="pin" size={14} />
        {pinned ? words.pinned : words.pin}
      </button>
    </div>
  );
}
