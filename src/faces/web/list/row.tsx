// One item as a row, with its steps below it. Compact; what one needs rarely is behind the menu.

import { memo, type ReactNode } from "react";
import { Icon } from "../parts/icon.tsx";
import { useFold } from "../preferences.ts";
import { app } from "../state.ts";
import { useTexts } from "../texts.ts";
import { useRowDrag } from "./drag.tsx";
import { countSteps, type ItemNode } from "./item-tree.ts";
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
  const editing = list.use((state) => state.editing?.key === key);
  const selected = list.use((state) => state.selected.has(key));
  const current = list.use((state) => state.cursor === key);
  const addingStep = list.use((state) => state.asking?.what === "step" && state.asking.key === key);
  const [folded, toggleFold] = useFold(`steps:${item.path}`, false);
  const drag = useRowDrag(node, index, group);
  const steps = shown === null ? node.steps : node.steps.filter((step) => shown.has(step.key));
  const count = countSteps(node);

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
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that a row does not want */}
      <div
        ref={drag.rowRef}
        className="row"
        role="group"
        data-item={key}
        data-selected={selected || undefined}
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
          list.set({ menu: { key, anchor: { x: event.clientX, y: event.clientY } }, cursor: key });
        }}
      >
        <button
          ref={drag.handleRef}
          type="button"
          className="grip"
          aria-label={t.drag(item.title)}
          tabIndex={current ? 0 : -1}
        >
          <Icon name="grip" size={16} />
        </button>
        <StateControl node={node} />
        <div className="row-body">
          <p className="row-title">
            {item.title}
            {item.pinned && (
              <span className="row-pin" title={t.pinned}>
                <Icon name="pin" size={14} />
                <span className="unseen">{t.pinned}</span>
              </span>
            )}
          </p>
          {item.note !== null && <p className="row-note">{item.note}</p>}
          <Facts node={node} hideProgress={children !== undefined} />
          {children}
        </div>
        {count.total > 0 && (
          <button
            type="button"
            className="row-steps"
            aria-expanded={!folded}
            aria-label={t.stepsOf(count.done, count.total)}
            tabIndex={current ? 0 : -1}
            onClick={toggleFold}
          >
            {count.done}/{count.total}
            <Icon name="chevron" size={14} />
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

/** Links, progress, dates: what an item has besides its words. */
function Facts({ node, hideProgress }: { node: ItemNode; hideProgress: boolean }) {
  const t = useTexts(listTexts);
  const today = app.use((state) => state.snapshot?.today ?? "");
  const { item } = node;
  const { due, estimate } = item;
  const progress = hideProgress ? null : item.progress;
  const differs =
    node.parent !== null && item.priority !== null && item.priority !== node.parent.item.priority;
  if (item.links.length === 0 && progress === null && due === null && estimate === null && !differs)
    return null;
  const isOpen = item.state === "open" || item.state === "doing";
  return (
    <div className="facts">
      {differs && <span className="fact">{t[item.priority!]}</span>}
      {progress !== null && (
        <span className="fact fact-progress">
          <ProgressBar ratio={progress.ratio} label={t.progress} />
          {progress.text}
        </span>
      )}
      {due !== null && (
        <span className={isOpen && due < today ? "fact is-late" : "fact"}>
          <Icon name="calendar" size={14} />
          {isOpen && due < today ? t.overdue(due) : t.dueOn(due)}
        </span>
      )}
      {estimate !== null && (
        <span className="fact" title={t.estimate}>
          <Icon name="clock" size={14} />
          {estimate}
        </span>
      )}
      {item.links.map((link) => (
        <a
          key={link.url}
          className="fact chip"
          href={link.url}
          target="_blank"
          rel="noopener noreferrer"
          title={link.url}
        >
          {hostOf(link.url)}
        </a>
      ))}
    </div>
  );
}

export function ProgressBar({ ratio, label }: { ratio: number; label: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, ratio)) * 100);
  return (
    <span
      className="bar"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ width: `${percent}%` }} />
    </span>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, "");
  } catch {
    return url;
  }
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
  } else if (event.ctrlKey || event.metaKey) toggleSelected(node.key);
  else
    list.set({
      cursor: node.key,
      anchor: node.key,
      ...(selected.size > 0 && { selected: new Set<string>() }),
    });
}
