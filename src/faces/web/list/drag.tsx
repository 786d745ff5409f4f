// Drag and drop of items, with mouse, touch and keyboard. A line shows where the item would go; nothing moves before the
// server has moved it. What is dragged is what is selected, if the dragged item is part of it.

import { Accessibility, AutoScroller, Feedback, StyleInjector } from "@dnd-kit/dom";
import { SortableKeyboardPlugin } from "@dnd-kit/dom/sortable";
import {
  DragDropProvider,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  useDragOperation,
  useDroppable,
} from "@dnd-kit/react";
import { useSortable } from "@dnd-kit/react/sortable";
import type { ReactNode } from "react";
import type { Priority } from "../contract.ts";
import { useTexts, useTongue } from "../texts.ts";
import { moveTo } from "./item-actions.ts";
import type { ItemNode } from "./item-tree.ts";
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

export type DropSide = "before" | "after";

interface ColumnEnd {
  column: { priority: Priority | null; name: string };
}

interface RowData {
  node: ItemNode;
}

/** Whether the item would go before or after the row that it is over. */
function sideOf(source: { shape?: Box | null; group: unknown; index: number }, target: Target): DropSide {
  if (source.group === target.group) return source.index < target.index ? "after" : "before";
  return (source.shape?.center.y ?? 0) > (target.shape?.center.y ?? 0) ? "after" : "before";
}

interface Box {
  center: { y: number };
}

interface Target {
  group: unknown;
  index: number;
  shape?: Box | null;
}

export function useRowDrag(node: ItemNode, index: number, group: string) {
  const { ref, handleRef, isDropTarget, isDragSource } = useSortable<RowData>({
    id: node.key,
    index,
    group,
    data: { node },
    type: "item",
    accept: "item",
    plugins: [SortableKeyboardPlugin],
    transition: null,
  });
  const { source } = useDragOperation();
  const isTarget = isDropTarget && !isDragSource && source !== null && source !== undefined;
  return {
    rowRef: ref,
    handleRef,
    isSource: isDragSource,
    dropSide: isTarget
      ? sideOfOperation(source as unknown as Sortable, { group, index }, node.key)
      : undefined,
  };
}

interface Sortable {
  id: string;
  manager?: {
    dragOperation: { shape?: { current: Box } | null };
    registry: { droppables: { get(id: string): { shape?: Box } | undefined } };
  };
  sortable?: { group: unknown; index: number };
}

function sideOfOperation(source: Sortable, target: { group: unknown; index: number }, id: string): DropSide {
  const { manager, sortable } = source;
  return sideOf(
    {
      group: sortable?.group,
      index: sortable?.index ?? 0,
      shape: manager?.dragOperation.shape?.current ?? null,
    },
    { ...target, shape: manager?.registry.droppables.get(id)?.shape ?? null },
  );
}

/** The end of a column: where an item goes that is dropped on no other. */
export function useColumnEnd(priority: Priority | null, name: string) {
  return useDroppable<ColumnEnd>({
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

export function ListDrag({ children }: { children: ReactNode }) {
  const t = useTexts(listTexts);
  const tongue = useTongue();
  const titleOf = (entity: { data: unknown } | null | undefined): string =>
    (entity?.data as RowData | undefined)?.node?.item.title ?? "";
  const nameOf = (entity: { data: unknown } | null | undefined): string =>
    (entity?.data as ColumnEnd | undefined)?.column?.name ?? titleOf(entity);
  return (
    <DragDropProvider
      // Texts for screen readers are given once, so a new language needs a new provider.
      key={tongue}
      sensors={[
        PointerSensor.configure({
          // By touch only the handle drags: a finger on the row scrolls.
          activatorElements: (source) => [
            source.handle,
            ...(matchMedia("(pointer: fine)").matches ? [source.element] : []),
          ],
        }),
        KeyboardSensor,
      ]}
      plugins={[
        Accessibility.configure({
          screenReaderInstructions: { draggable: t.dragHelp },
          announcements: {
            dragstart: ({ operation }: Announced) => t.pickedUp(titleOf(operation.source)),
            dragover: ({ operation: { source, target } }: Announced) =>
              target && target.id !== source?.id ? t.overItem(titleOf(source), nameOf(target)) : undefined,
            dragend: ({ operation: { source, target }, canceled }: Announced) =>
              canceled || !target
                ? t.dragCanceled(titleOf(source))
                : t.droppedAt(titleOf(source), nameOf(target)),
          },
        }),
        AutoScroller,
        Feedback.configure({ dropAnimation: null }),
      ]}
      onDragStart={() => {
        document.documentElement.dataset.dragging = "";
      }}
      onDragEnd={({ operation: { source, target }, canceled }) => {
        delete document.documentElement.dataset.dragging;
        const node = (source?.data as RowData | undefined)?.node;
        if (canceled || !source || !target || node === undefined || target.id === source.id) return;
        const nodes = draggedNodes(node);
        const column = (target.data as Partial<ColumnEnd>).column;
        if (column !== undefined) return void moveTo(nodes, { priority: column.priority });
        const over = (target.data as Partial<RowData>).node;
        if (over === undefined || nodes.some((moved) => isWithin(over, moved))) return;
        const place = (target as unknown as { sortable?: { group: unknown; index: number } }).sortable;
        const side = sideOfOperation(
          source as unknown as Sortable,
          { group: place?.group, index: place?.index ?? 0 },
          over.key,
        );
        void moveTo(nodes, { [side]: over.ref });
      }}
    >
      {children}
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

interface Announced {
  operation: { source: Entity | null; target: Entity | null };
  canceled?: boolean;
}

interface Entity {
  id: string | number;
  data: unknown;
}
