// Drag and drop of items, with mouse, touch and keyboard. A line shows where the item would go; nothing moves before the
// server has moved it. What is dragged is what is selected, if the dragged item is part of it.

import { AutoScroller, Feedback, StyleInjector } from "@dnd-kit/dom";
import { SortableKeyboardPlugin } from "@dnd-kit/dom/sortable";
import {
  DragDropProvider,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  useDragDropManager,
  useDroppable,
} from "@dnd-kit/react";
import { useSortable } from "@dnd-kit/react/sortable";
import type { ReactNode } from "react";
import type { Priority } from "../contract.ts";
import { currentPage, say } from "../state.ts";
import { useTexts } from "../texts.ts";
import { moveTo } from "./item-actions.ts";
import { hasPlaceWithoutPriority, type ItemNode } from "./item-tree.ts";
import { currentTree, list } from "./list-state.ts";
import { listTexts } from "./texts-list.ts";

// dnd-kit puts its rules into a <style> element, which our content security policy refuses. The same rules as a
// constructed sheet are allowed; they only speak of elements that are being dragged.
StyleInjector.prototype.register = (rules: string) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
};

/** The text that tells how to drag with the keyboard; every handle points to it. */
export const DRAG_HELP_ID = "drag-help";

export type DropSide = "before" | "after";

interface RowData {
  node: ItemNode;
  group: string;
  index: number;
}

interface ColumnData {
  column: { priority: Priority | null; name: string };
}

/** What dnd-kit tells of a dragged thing or a place to drop; its `data` is ours. */
interface Dragged {
  id: string | number;
  data: unknown;
}

interface Operation {
  source: Dragged | null;
  target: (Dragged & { shape?: Box | undefined }) | null;
  shape: { current: Box } | null;
}

interface Box {
  center: { y: number };
}

/** Whether the item would go before or after the row that it is over: behind the rows that it passes on its way. */
function sideOf({ source, target, shape }: Operation): DropSide {
  const from = source?.data as RowData;
  const over = target?.data as RowData;
  if (from.group === over.group) return from.index < over.index ? "after" : "before";
  return (shape?.current.center.y ?? 0) > (target?.shape?.center.y ?? 0) ? "after" : "before";
}

export function useRowDrag(node: ItemNode, index: number, group: string) {
  const { ref, handleRef, isDropTarget, isDragSource } = useSortable<RowData>({
    id: node.key,
    index,
    group,
    data: { node, index, group },
    type: "item",
    accept: "item",
    // Without the plugin that sorts at once: rows move when the server has moved them.
    plugins: [SortableKeyboardPlugin],
    transition: null,
  });
  const manager = useDragDropManager();
  const isTarget = isDropTarget && !isDragSource && manager?.dragOperation.source != null;
  return {
    rowRef: ref,
    handleRef,
    isSource: isDragSource,
    dropSide: isTarget ? sideOf(manager.dragOperation) : undefined,
  };
}

/** A column without items has no column: while something is dragged that could go there, it is a place of its own. */
function NoPriority() {
  const t = useTexts(listTexts);
  const { ref, isDropTarget } = useDroppable<ColumnData>({
    id: "column:none",
    type: "column",
    accept: "item",
    // Above the rows that it covers.
    collisionPriority: 4,
    data: { column: { priority: null, name: t.none } },
  });
  return (
    <div ref={ref} className="drop-none" data-over={isDropTarget || undefined}>
      {t.none}
    </div>
  );
}

/** Whether there is a place without a priority that has no column on the screen. */
function offersNone(node: ItemNode): boolean {
  const page = currentPage();
  return (
    page !== null &&
    document.getElementById("column-none") === null &&
    hasPlaceWithoutPriority(page, currentTree().roots, node.item.role)
  );
}

/** The end of a column: where an item goes that is dropped on no other. */
export function useColumnEnd(priority: Priority | null, name: string) {
  return useDroppable<ColumnData>({
    id: `column:${priority ?? "none"}`,
    type: "column",
    accept: "item",
    collisionPriority: 0,
    data: { column: { priority, name } },
  });
}

function draggedNodes(node: ItemNode): ItemNode[] {
  const { selected } = list.get();
  return selected.has(node.key) ? currentTree().all.filter((other) => selected.has(other.key)) : [node];
}

function isWithin(node: ItemNode, outer: ItemNode): boolean {
  for (let at: ItemNode | null = node; at !== null; at = at.parent) if (at.key === outer.key) return true;
  return false;
}

/** False where there is nothing to move. What has been moved is told by the server's answer. */
function drop(operation: Operation): boolean {
  const { source, target } = operation;
  if (source === null || target === null || target.id === source.id) return false;
  const nodes = draggedNodes((source.data as RowData).node);
  if (isColumn(target.data)) {
    void moveTo(nodes, { priority: target.data.column.priority });
    return true;
  }
  const over = (target.data as RowData).node;
  if (nodes.some((node) => isWithin(over, node))) return false;
  void moveTo(nodes, { [sideOf(operation)]: over.ref });
  return true;
}

function isColumn(data: unknown): data is ColumnData {
  return typeof data === "object" && data !== null && "column" in data;
}

function nameOf(place: Dragged | null): string {
  if (place === null) return "";
  return isColumn(place.data) ? place.data.column.name : (place.data as RowData).node.item.title;
}

interface ListDragProps {
  /** Whether what is dropped gets the priority of its place. */
  byPriority?: boolean;
  children: ReactNode;
}

export function ListDrag({ byPriority = false, children }: ListDragProps) {
  const t = useTexts(listTexts);
  const isOffered = list.use((state) => state.offersNone);
  return (
    <DragDropProvider
      sensors={[
        PointerSensor.configure({
          // The whole row drags: a mouse after 5 px, a finger after it has rested, so that it can still scroll.
          activatorElements: (source) => [source.handle, source.element],
        }),
        KeyboardSensor,
      ]}
      // Not dnd-kit's own texts for screen readers: it looks at every row again for each row, and ours can speak two
      // languages. The handle carries what the plugin would set.
      plugins={[AutoScroller, Feedback.configure({ dropAnimation: null })]}
      onDragStart={({ operation: { source } }) => {
        document.documentElement.dataset.dragging = "";
        if (byPriority && source !== null)
          list.set({ offersNone: offersNone((source.data as RowData).node) });
        say(t.pickedUp(nameOf(source)));
      }}
      onDragOver={({ operation: { source, target } }) => {
        if (target !== null && target.id !== source?.id) say(t.overItem(nameOf(source), nameOf(target)));
      }}
      onDragEnd={({ operation, canceled }) => {
        delete document.documentElement.dataset.dragging;
        list.set({ offersNone: false });
        if (canceled || !drop(operation)) say(t.dragCanceled(nameOf(operation.source)));
      }}
    >
      <p id={DRAG_HELP_ID} hidden>
        {t.dragHelp}
      </p>
      {children}
      {isOffered && <NoPriority />}
      <DragOverlay className="drag-overlay" dropAnimation={null}>
        {(source) => {
          const node = (source.data as RowData).node;
          const many = draggedNodes(node).length;
          return <div className="dragged">{many > 1 ? t.dragMany(many) : node.item.title}</div>;
        }}
      </DragOverlay>
    </DragDropProvider>
  );
}
