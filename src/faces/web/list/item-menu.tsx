// The menu of one item, or of all that are selected. One for the whole screen: it opens where it is asked for.

import { Menu } from "@base-ui/react/menu";
import type { ReactNode } from "react";
import type { State } from "../contract.ts";
import { openItem } from "../item/item-state.ts";
import { itemCommandTexts } from "../item/texts-commands.ts";
import { Icon, type IconName } from "../parts/icon.tsx";
import { goTo } from "../route.ts";
import { usePage } from "../state.ts";
import { useTexts } from "../texts.ts";
import {
  clockItem,
  HARD_CHOICES,
  moveTo,
  setHard,
  setPinned,
  setPriority,
  setState,
} from "./item-actions.ts";
import { isClosed, PRIORITY_CHOICES } from "./item-tree.ts";
import {
  type AskedFor,
  type currentTree,
  focusRow,
  list,
  startEditing,
  toggleSelected,
  useTree,
} from "./list-state.ts";
import { listTexts } from "./texts-list.ts";

const STATE_CHOICES: readonly State[] = ["open", "doing", "done", "dropped"];

export function ItemMenu() {
  const menu = list.use((state) => state.menu);
  const selected = list.use((state) => state.selected);
  const tree = useTree();
  const node = menu === null ? undefined : tree.byKey.get(menu.key);
  if (menu === null || node === undefined) return null;
  const { anchor } = menu;
  const nodes = selected.has(node.key) ? tree.all.filter((other) => selected.has(other.key)) : [node];
  const place =
    anchor instanceof Element
      ? anchor
      : { getBoundingClientRect: () => new DOMRect(anchor.x, anchor.y, 0, 0) };
  return (
    <Menu.Root open onOpenChange={(open) => !open && list.set({ menu: null })}>
      <Menu.Portal container={document.getElementById("main")}>
        <Menu.Positioner anchor={place} side="bottom" align="end" sideOffset={4} className="menu-place">
          <Menu.Popup className="menu" finalFocus={() => returnFocus(node.key)}>
            <ItemChoices nodes={nodes} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** Back to the row, unless a choice has opened a field that wants the focus. */
function returnFocus(key: string): HTMLElement | false {
  const { editing, asking } = list.get();
  if (editing !== null || asking !== null) return false;
  focusRow(key);
  return false;
}

function ItemChoices({ nodes }: { nodes: ReturnType<typeof currentTree>["all"] }) {
  const t = useTexts(listTexts);
  const commands = useTexts(itemCommandTexts);
  const [node] = nodes;
  if (node === undefined) return null;
  const single = nodes.length === 1;
  const ask = (what: AskedFor) => () => list.set({ asking: { what, key: node.key } });
  return (
    <>
      {single && (
        <>
          <Choice icon="link" hint="Enter" onClick={() => openItem(node)}>
            {commands.openItem}
          </Choice>
          <Choice icon="page" hint="E" onClick={() => startEditing(node)}>
            {t.edit}
          </Choice>
          {!isClosed(node.item.state) && (
            <Choice icon="play" hint="B" onClick={() => void clockItem(node)}>
              {t.clock}
            </Choice>
          )}
          <Choice icon="plus" hint="A" onClick={ask("step")}>
            {t.addStep}
          </Choice>
          <Choice icon="outline" hint="X" onClick={() => toggleSelected(node.key)}>
            {t.select}
          </Choice>
        </>
      )}
      <Submenu icon="check" label={t.state}>
        {STATE_CHOICES.map((state) => (
          <Choice
            key={state}
            current={nodes.every(({ item }) => item.state === state)}
            onClick={() => void setState(nodes, state)}
          >
            {t[state]}
          </Choice>
        ))}
      </Submenu>
      <Submenu icon="filter" label={t.priority}>
        {PRIORITY_CHOICES.map((priority) => (
          <Choice
            key={priority ?? "none"}
            current={nodes.every(({ item }) => item.priority === priority)}
            onClick={() => void setPriority(nodes, priority)}
          >
            {t[priority ?? "none"]}
          </Choice>
        ))}
      </Submenu>
      <Submenu icon="outline" label={t.moveTo}>
        <Places onPick={(place) => void moveTo(nodes, place)} />
      </Submenu>
      {single && (
        <>
          <Menu.Separator className="menu-line" />
          <Choice icon="book" hint="P" onClick={ask("progress")}>
            {t.setProgress}
          </Choice>
          <Choice icon="clock" hint="T" onClick={ask("estimate")}>
            {t.setEstimate}
          </Choice>
          <Choice icon="calendar" hint="W" onClick={ask("due")}>
            {t.setDue}
          </Choice>
          <Submenu icon="today" label={t.hard}>
            {HARD_CHOICES.map((value) => (
              <Choice
                key={value ?? "none"}
                current={node.item.hard === value}
                onClick={() => setHard(node, value)}
              >
                {t.hardness(value)}
              </Choice>
            ))}
          </Submenu>
          <Choice icon="pin" onClick={() => setPinned(node, !node.item.pinned)}>
            {node.item.pinned ? t.unpin : t.pin}
          </Choice>
          <Menu.Separator className="menu-line" />
          <Choice icon="link" onClick={() => goTo("page", { line: node.item.line })}>
            {t.openInPage}
          </Choice>
        </>
      )}
    </>
  );
}

/** Sections and labelled groups in which items may stand. */
function Places({ onPick }: { onPick: (place: { section: string; group?: string }) => void }) {
  const page = usePage();
  if (page === null) return null;
  const sections = page.sections.filter(
    ({ role, dated }) => (role === "learning" || role === "reading") && !dated,
  );
  return sections.map((section) => (
    <Menu.Group key={section.line}>
      <Choice onClick={() => onPick({ section: String(section.line) })}>{section.title}</Choice>
      {page.labels
        .filter((label) => label.section === section.line)
        .map((label) => (
          <Choice
            key={label.line}
            indented
            onClick={() => onPick({ section: String(section.line), group: label.text })}
          >
            {label.text}
          </Choice>
        ))}
    </Menu.Group>
  ));
}

function Submenu({ icon, label, children }: { icon: IconName; label: string; children: ReactNode }) {
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className="menu-item">
        <Icon name={icon} size={16} />
        {label}
        <span className="menu-note">
          <Icon name="chevron" size={14} />
        </span>
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={2} alignOffset={-6} className="menu-place">
          <Menu.Popup className="menu">{children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
}

interface ChoiceProps {
  icon?: IconName;
  hint?: string;
  current?: boolean;
  indented?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Choice({ icon, hint, current = false, indented = false, onClick, children }: ChoiceProps) {
  return (
    <Menu.Item className={indented ? "menu-item is-indented" : "menu-item"} onClick={onClick}>
      {icon !== undefined && <Icon name={icon} size={16} />}
      {children}
      {hint !== undefined && <kbd className="key">{hint}</kbd>}
      {current && (
        <span className="menu-note">
          <Icon name="check" size={16} />
        </span>
      )}
    </Menu.Item>
  );
}
