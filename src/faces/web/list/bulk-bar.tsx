// What can be done with everything that is selected. Stands at the bottom while there is a selection.

import { Menu } from "@base-ui/react/menu";
import { Icon } from "../parts/icon.tsx";
import { useTexts } from "../texts.ts";
import { raiseOrLower, setPriority, setState } from "./item-actions.ts";
import { PRIORITY_CHOICES } from "./item-tree.ts";
import { clearSelection, list, useTree } from "./list-state.ts";
import { listTexts } from "./texts-list.ts";

export function BulkBar() {
  const t = useTexts(listTexts);
  const selected = list.use((state) => state.selected);
  const tree = useTree();
  const nodes = tree.all.filter((node) => selected.has(node.key));
  if (nodes.length === 0) return null;
  return (
    <div className="bulk" role="toolbar" aria-label={t.bulk}>
      <strong>{t.selectedCount(nodes.length)}</strong>
      <button type="button" className="button" onClick={() => void setState(nodes, "done")}>
        {t.markDone}
      </button>
      <button type="button" className="button" onClick={() => void setState(nodes, "dropped")}>
        {t.drop}
      </button>
      <button type="button" className="button wide-only" onClick={() => void raiseOrLower(nodes, "raise")}>
        {t.raise}
      </button>
      <button type="button" className="button wide-only" onClick={() => void raiseOrLower(nodes, "lower")}>
        {t.lower}
      </button>
      <Menu.Root>
        <Menu.Trigger className="button">
          {t.moveTo}
          <Icon name="chevron" size={14} />
        </Menu.Trigger>
        <Menu.Portal container={document.getElementById("main")}>
          <Menu.Positioner side="top" sideOffset={6} className="menu-place">
            <Menu.Popup className="menu">
              {PRIORITY_CHOICES.map((priority) => (
                <Menu.Item
                  key={priority ?? "none"}
                  className="menu-item"
                  onClick={() => void setPriority(nodes, priority)}
                >
                  {t[priority ?? "none"]}
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <button type="button" className="icon-button" aria-label={t.clearSelection} onClick={clearSelection}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
