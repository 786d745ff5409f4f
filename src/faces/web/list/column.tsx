// One priority: its items by group, a line to add one, and what is done folded away. A column on a wide window, a
// section that folds on a phone.

import { Icon } from "../parts/icon.tsx";
import { useFold } from "../preferences.ts";
import { useTexts } from "../texts.ts";
import { useColumnEnd } from "./drag.tsx";
import type { Column, ItemNode } from "./item-tree.ts";
import { QuickAdd } from "./quick-add.tsx";
import { Row } from "./row.tsx";
import { listTexts } from "./texts-list.ts";

interface ColumnProps {
  column: Column;
  /** Keys that the filter shows; null: all. */
  shown: ReadonlySet<string> | null;
  showClosed: boolean;
  /** Draws only so many rows for now; null: all. */
  limit: number | null;
  role: "learning" | "reading" | "both";
  /** The page has no priorities: then the column is the list. */
  isOnly: boolean;
}

export function ColumnView({ column, shown, showClosed, limit, role, isOnly }: ColumnProps) {
  const t = useTexts(listTexts);
  const name = isOnly ? t[role] : t[column.id];
  const [folded, toggleFold] = useFold(`column:${column.id}`, false);
  const end = useColumnEnd(column.priority, name);
  const indexes = new Map(
    column.groups.flatMap((group) => group.nodes).map((node, index) => [node.key, index]),
  );
  const isEmpty = column.count === 0;
  return (
    <section
      className={`column is-${column.id}`}
      aria-labelledby={`column-${column.id}`}
      data-folded={folded || undefined}
      data-empty={(isEmpty && column.closed.length === 0) || undefined}
    >
      <h2 id={`column-${column.id}`} className="column-head">
        <button type="button" aria-expanded={!folded} onClick={toggleFold}>
          <Icon name="chevron" size={14} />
          <span className="column-name">{name}</span>
          <span className="column-count">
            {column.count}
            <span className="unseen"> {t.openCount(column.count)}</span>
          </span>
        </button>
      </h2>
      <div className="column-body" hidden={folded}>
        {column.groups.map((group) => (
          <div key={group.id} className="item-group">
            {group.section !== null && <h3 className="group-section">{group.section}</h3>}
            {group.label !== null && (
              <GroupLabel text={group.label} isBelowSection={group.section !== null} />
            )}
            <ul>
              {(limit === null
                ? group.nodes
                : group.nodes.filter((node) => indexes.get(node.key)! < limit)
              ).map((node) => (
                <Row
                  key={node.key}
                  node={node}
                  index={indexes.get(node.key)!}
                  group={column.id}
                  shown={shown}
                />
              ))}
            </ul>
          </div>
        ))}
        <div ref={end.ref} className="column-end" data-over={end.isDropTarget || undefined}>
          <QuickAdd
            where={name}
            place={{ role: role === "reading" ? role : "learning", priority: column.priority }}
          />
        </div>
        <Closed id={column.id} nodes={column.closed} shown={shown} open={showClosed} />
      </div>
    </section>
  );
}

function GroupLabel({ text, isBelowSection }: { text: string; isBelowSection: boolean }) {
  const Heading = isBelowSection ? "h4" : "h3";
  return <Heading className="group-label">{text}</Heading>;
}

/** What is done or dropped, behind its number. */
function Closed({
  id,
  nodes,
  shown,
  open,
}: {
  id: string;
  nodes: ItemNode[];
  shown: ReadonlySet<string> | null;
  open: boolean;
}) {
  const t = useTexts(listTexts);
  const [folded, toggleFold] = useFold(`closed:${id}`, true);
  if (nodes.length === 0) return null;
  const isShown = open || !folded;
  const done = nodes.filter(({ item }) => item.state === "done").length;
  const dropped = nodes.length - done;
  return (
    <div className="closed">
      <button type="button" className="closed-toggle" aria-expanded={isShown} onClick={toggleFold}>
        <Icon name="chevron" size={14} />
        {[done > 0 && t.doneCount(done), dropped > 0 && t.droppedCount(dropped)].filter(Boolean).join(" · ")}
      </button>
      {isShown && (
        <ul>
          {nodes.map((node, index) => (
            <Row key={node.key} node={node} index={index} group={`closed:${id}`} shown={shown} />
          ))}
        </ul>
      )}
    </div>
  );
}
