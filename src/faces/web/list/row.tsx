// One item as a row, with its steps below it. Compact; what one needs rarely is behind the menu.

import { memo, type ReactNode } from "react";
import type { Item } from "../contract.ts";
import { itemLink } from "../item/item-state.ts";
import { itemCommandTexts } from "../item/texts-commands.ts";
import { Icon } from "../parts/icon.tsx";
import { useFold } from "../preferences.ts";
import { app } from "../state.ts";
import { useTexts } from "../texts.ts";
import { DRAG_HELP_ID, useRowDrag } from "./drag.tsx";
import { Facts } from "./facts.tsx";
import { clockItem } from "./item-actions.ts";
import { countSteps, type ItemNode, isClosed } from "./item-tree.ts";
import { list, selectRange, startEditing, toggleSelected } from "./list-state.ts";
import { RowEditor } from "./row-editor.tsx";
import { StateControl } from "./state-control.tsx";
import { StepField } from "./step-field.tsx";
import { listTexts } from "./texts-list.ts";

interface RowProps {
  node: ItemNode;
  index: number;
  /** Column or parent: rows are sorted within it. */
  group: string;
  shown: ReadonlySet<string> | null;
  /** Stands below the item's facts, such as a field for a book's progress. */
  children?: ReactNode;
}

export const Row = memo(function Row({ node, index, group, shown, children }: RowProps) {
  const { item, key } = node;
  const t = useTexts(listTexts);
  const commands = useTexts(itemCommandTexts);
  const editing = list.use((state) => state.editing?.key === key);
  const selected = list.use((state) => state.selected.has(key));
  const current = list.use((state) => state.cursor === key);
  const isRunning = app.use((state) => state.snapshot?.clock?.reference === item.path);
  const addingStep = list.use((state) => state.asking?.what === "step" && state.asking.key === key);
  const [folded, toggleFold] = useFold(`steps:${item.path}`, false);
  const drag = useRowDrag(node, index, group);
  const steps = shown === null ? node.steps : node.steps.filter((step) => shown.has(step.key));
  const count = countSteps(node);
  const note = noteWithoutLinks(item);

  if (editing) {
    return (
      <li className="item">
        <RowEditor />
        <Steps node={node} steps={steps} shown={shown} />
      </li>
    );
  }
  return (
    <li className={`item is-${item.state}`}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keyboard.ts listens for the whole window */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that a row does not want */}
      <div
        ref={drag.rowRef}
        className="row"
        role="group"
        data-item={key}
        data-selected={selected || undefined}
        data-steps={count.total === 0 ? undefined : count.total > 9 ? "many" : "few"}
        data-drop={drag.dropSide}
        data-source={drag.isSource || undefined}
        tabIndex={current ? 0 : -1}
        aria-label={selected ? t.selectedRow(item.title) : item.title}
        onFocus={(event) => {
          if (event.target === event.currentTarget) list.set({ cursor: key });
        }}
        onClick={(event) => clickRow(event, node)}
        onDoubleClick={(event) => {
          if (!isControl(event.target)) startEditing(node);
        }}
        onContextMenu={(event) => {
          if (isControl(event.target)) return;
          event.preventDefault();
          // A finger that rests on a row is about to drag it.
          if ((event.nativeEvent as PointerEvent).pointerType === "touch") return;
          list.set({ menu: { key, anchor: { x: event.clientX, y: event.clientY } }, cursor: key });
        }}
      >
        <button
          ref={drag.handleRef}
          type="button"
          className="grip"
          aria-label={t.drag(item.title)}
          aria-describedby={DRAG_HELP_ID}
          tabIndex={current ? 0 : -1}
        >
          <Icon name="grip" size={16} />
        </button>
        <StateControl node={node} />
        <div className="row-body">
          <p className="row-title">
            {item.title}
            {isRunning && (
              <span className="row-pin" title={t.clockRuns}>
                <span className="running-dot" />
                <span className="unseen">{t.clockRuns}</span>
              </span>
            )}
            {item.pinned && (
              <span className="row-pin" title={t.pinned}>
                <Icon name="pin" size={14} />
                <span className="unseen">{t.pinned}</span>
              </span>
            )}
          </p>
          {note !== null && <p className="row-note">{note}</p>}
          <Facts node={node} hideProgress={children !== undefined} />
          {children}
        </div>
        <div className="row-end">
          {count.total > 0 && (
            <button
              type="button"
              className="row-steps"
              aria-expanded={!folded}
              tabIndex={current ? 0 : -1}
              onClick={toggleFold}
            >
              {`${count.done}/${count.total}`}
              <span className="unseen"> {t.stepsDone}</span>
              <Icon name="chevron" size={14} />
            </button>
          )}
          <a
            className="icon-button row-more row-open"
            href={itemLink(node)}
            aria-label={commands.openItemOf(item.title)}
            title={`${commands.openItem} (Enter)`}
            tabIndex={-1}
            onClick={() => list.set({ cursor: key })}
          >
            <Icon name="open" size={16} />
          </a>
          {!isClosed(item.state) && !isRunning && (
            <button
              type="button"
              className="icon-button row-more row-clock"
              aria-label={t.clockOf(item.title)}
              title={`${t.clock} (b)`}
              tabIndex={-1}
              onClick={() => void clockItem(node)}
            >
              <Icon name="play" size={16} />
            </button>
          )}
          <button
            type="button"
            className="icon-button row-more"
            aria-label={t.moreFor(item.title)}
            aria-haspopup="menu"
            tabIndex={current ? 0 : -1}
            onClick={(event) => list.set({ menu: { key, anchor: event.currentTarget }, cursor: key })}
          >
            <Icon name="more" />
          </button>
        </div>
      </div>
      {(!folded || shown !== null) && <Steps node={node} steps={steps} shown={shown} />}
      {addingStep && <StepField node={node} />}
    </li>
  );
});

function Steps({
  node,
  steps,
  shown,
}: {
  node: ItemNode;
  steps: ItemNode[];
  shown: ReadonlySet<string> | null;
}) {
  if (steps.length === 0) return null;
  return (
    <ul className="steps">
      {steps.map((step, index) => (
        <Row key={step.key} node={step} index={index} group={node.key} shown={shown} />
      ))}
    </ul>
  );
}

/** A bare address in a note is shown as a link below it, not twice. */
function noteWithoutLinks(item: Item): string | null {
  const text = item.links.reduce((note, link) => note.replace(link.url, ""), item.note ?? "").trim();
  return text === "" ? null : text;
}

/** By touch there is no Ctrl: once something is selected, a tap selects more. */
function isTouch(): boolean {
  return matchMedia("(hover: none)").matches;
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest("button, a, input, textarea") !== null;
}

function clickRow(event: React.MouseEvent, node: ItemNode): void {
  if (isControl(event.target)) return;
  const { anchor, cursor, selected } = list.get();
  if (event.shiftKey) {
    getSelection()?.removeAllRanges();
    selectRange(anchor ?? cursor ?? node.key, node.key);
    list.set({ cursor: node.key });
  } else if (event.ctrlKey || event.metaKey || (selected.size > 0 && isTouch())) toggleSelected(node.key);
  else
    list.set({
      cursor: node.key,
      anchor: node.key,
      ...(selected.size > 0 && { selected: new Set<string>() }),
    });
}
