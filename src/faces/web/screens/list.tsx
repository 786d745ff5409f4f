// The list: what one wants to learn or do, by priority. A board on a wide window, sections on a phone.

import { startTransition, useDeferredValue, useEffect, useState } from "react";
import { ColumnView } from "../list/column.tsx";
import { ListDrag } from "../list/drag.tsx";
import { FilterBar } from "../list/filter-bar.tsx";
import { FirstSteps } from "../list/first-steps.tsx";
import { ItemOverlays } from "../list/item-overlays.tsx";
import { type Column, columnsOf, filterKeys } from "../list/item-tree.ts";
import { list, useTree } from "../list/list-state.ts";
import { RowEditor } from "../list/row-editor.tsx";
import { listTexts } from "../list/texts-list.ts";
import { useLastingFocus } from "../list/use-lasting-focus.ts";
import { preferences } from "../preferences.ts";
import { usePage } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";

/** Above that many items, a first screenful is drawn before the rest. */
const FIRST_ROWS = 16;

export function ListScreen() {
  const t = useTexts(listTexts);
  const shell = useTexts(shellTexts);
  const page = usePage();
  const tree = useTree();
  // Typing comes first, the rows after it.
  const filter = useDeferredValue(list.use((state) => state.filter));
  const orphan = list.use((state) => state.editing !== null && !tree.byKey.has(state.editing.key));
  const layout = preferences.use((state) => state.layout);
  useLastingFocus();
  const [isComplete, setComplete] = useState(tree.all.length <= 4 * FIRST_ROWS);
  useEffect(() => startTransition(() => setComplete(true)), []);

  if (page === null || tree.all.length === 0) return <FirstSteps />;

  const shown = filterKeys(tree, filter);
  const nodes = tree.roots.filter(
    (node) =>
      (filter.role === "both" || node.item.role === (filter.role ?? "learning")) &&
      (shown === null || shown.has(node.key)),
  );
  const all = columnsOf(page, nodes);
  // A page that names no priorities is one list. On one that does, "no priority" is a place only where items have none.
  const hasItems = (column: Column): boolean => column.groups.length + column.closed.length > 0;
  const isPlain = all.every((column) => column.priority === null || !hasItems(column));
  const columns = all.filter((column) => (column.priority === null ? isPlain || hasItems(column) : !isPlain));
  const isBoard = layout === "board" && columns.length > 1;
  return (
    <section className="screen list-screen" data-layout={isBoard ? "board" : "outline"}>
      <header className="screen-head">
        <h1>{shell.list}</h1>
        <FilterBar hasLayouts={columns.length > 1} />
      </header>
      {orphan && <RowEditor />}
      {shown !== null && nodes.length === 0 && <p className="nothing">{t.nothingFits}</p>}
      <ListDrag byPriority>
        <div className="columns">
          {columns.map((column) => (
            <ColumnView
              key={column.id}
              column={column}
              shown={shown}
              limit={isComplete ? null : FIRST_ROWS}
              showClosed={filter.state === "done" || filter.state === "dropped"}
              role={filter.role ?? "learning"}
              isOnly={columns.length === 1 && isPlain}
            />
          ))}
        </div>
      </ListDrag>
      <ItemOverlays />
    </section>
  );
}
