// A field for what a stretch of time is for: an item of the page by a few letters of its name, or any words.

import { Autocomplete } from "@base-ui/react/autocomplete";
import { useMemo } from "react";
import type { Priority } from "../contract.ts";
import { app, usePage } from "../state.ts";
import { PriorityMark } from "./marks.tsx";

interface TaskFieldProps {
  value: string;
  onChange: (value: string) => void;
  label: string;
  placeholder?: string;
  className?: string;
  autoFocus?: boolean;
  /** Where the list of items opens; within a dialog that is the dialog. */
  layer?: React.RefObject<HTMLElement | null>;
}

interface Task {
  path: string;
  priority: Priority | null;
  order: number;
}

const ORDER: readonly (Priority | null)[] = ["highest", "high", "medium", "low", null];
const MANY = 40;

/** Items that are not finished, the most important first, of the shown page before the others. */
function useTasks(): Task[] {
  const pages = app.use((state) => state.snapshot?.pages);
  const page = usePage();
  return useMemo(() => {
    const tasks = new Map<string, Task>();
    for (const one of pages ?? []) {
      for (const { path, priority, state } of one.items) {
        if (state === "done" || state === "dropped" || tasks.has(path)) continue;
        const order = ORDER.indexOf(priority) + (state === "doing" ? -0.5 : 0) + (one === page ? 0 : 10);
        tasks.set(path, { path, priority, order });
      }
    }
    return [...tasks.values()].sort((a, b) => a.order - b.order);
  }, [pages, page]);
}

export function TaskField({
  value,
  onChange,
  label,
  placeholder,
  className,
  autoFocus,
  layer,
}: TaskFieldProps) {
  const tasks = useTasks();
  return (
    <Autocomplete.Root
      items={tasks}
      value={value}
      onValueChange={(now) => onChange(now)}
      itemToStringValue={(task: Task) => task.path}
      filter={(task: Task, query: string) => fits(task, query)}
      limit={MANY}
      openOnInputClick={false}
    >
      <Autocomplete.Input
        className={className ?? "field"}
        aria-label={label}
        placeholder={placeholder}
        autoFocus={autoFocus}
        enterKeyHint="done"
        onKeyDown={(event) => {
          // Enter takes the item that is highlighted; without one it is done.
          const isPick = event.currentTarget.hasAttribute("aria-activedescendant");
          if (event.key !== "Enter" || isPick || event.nativeEvent.isComposing) return;
          event.preventBaseUIHandler();
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <Autocomplete.Portal container={layer ?? document.getElementById("main")}>
        <Autocomplete.Positioner className="menu-place" sideOffset={4} align="start">
          <Autocomplete.Popup className="menu task-menu">
            <Autocomplete.List>
              {(task: Task) => (
                <Autocomplete.Item key={task.path} value={task} className="menu-item">
                  <span className="task-mark">
                    {task.priority !== null && <PriorityMark priority={task.priority} />}
                  </span>
                  <span className="palette-name">{task.path}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}

/** Every word that was typed stands somewhere in the path. */
function fits(task: Task, query: string): boolean {
  const path = task.path.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => path.includes(word));
}
