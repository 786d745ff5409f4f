// The command palette: every command and every item by a few letters of its name, in either language.

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { COMMANDS, commandTexts } from "../commands.ts";
import { focusRowSoon, list, targetNodes } from "../list/list-state.ts";
import { listTexts } from "../list/texts-list.ts";
import { preferences } from "../preferences.ts";
import { currentRoute, goTo } from "../route.ts";
import { app, openOverlay } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { Icon, type IconName } from "./icon.tsx";
import { Keys } from "./key-names.tsx";

interface Entry {
  id: string;
  name: string;
  /** Words that find it, besides its name. */
  also: string;
  icon: IconName;
  keys: string | null;
  note: string | null;
  run: () => void;
}

interface EntryGroup {
  value: string;
  items: Entry[];
}

export function Palette() {
  const open = app.use((state) => state.overlay === "palette");
  const t = useTexts(shellTexts);
  return (
    <Dialog.Root open={open} onOpenChange={(now) => openOverlay(now ? "palette" : null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="dialog palette" aria-label={t.commands}>
          {open && <PaletteField />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteField() {
  const t = useTexts(shellTexts);
  const groups = useEntries();
  const pick = (entry: Entry): void => {
    openOverlay(null);
    // After the dialog has given the focus back.
    setTimeout(entry.run, 30);
  };
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      autoHighlight="always"
      itemToStringValue={(entry: Entry) => entry.name}
      filter={(entry: Entry, query: string) => fits(entry, query)}
    >
      <div className="palette-field">
        <Icon name="search" />
        <Autocomplete.Input autoFocus placeholder={t.paletteHint} aria-label={t.paletteHint} />
      </div>
      <Autocomplete.Empty className="palette-nothing">{t.paletteNothing}</Autocomplete.Empty>
      <Autocomplete.List className="palette-list">
        {(group: EntryGroup) => (
          <Autocomplete.Group key={group.value} items={group.items}>
            <Autocomplete.GroupLabel className="menu-title">{group.value}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(entry: Entry) => (
                <Autocomplete.Item
                  key={entry.id}
                  value={entry}
                  className="menu-item"
                  onClick={() => pick(entry)}
                >
                  <Icon name={entry.icon} size={16} />
                  <span className="palette-name">{entry.name}</span>
                  {entry.note !== null && <span className="menu-note">{entry.note}</span>}
                  {entry.keys !== null && <Keys keys={entry.keys} />}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

function useEntries(): EntryGroup[] {
  const tongue = useTongue();
  const snapshot = app.use((state) => state.snapshot);
  const t = useTexts(shellTexts);
  const words = useTexts(listTexts);
  const names = commandTexts(tongue);
  const others = commandTexts(tongue === "zh" ? "en" : "zh");
  const targets = targetNodes();
  const entry = (command: (typeof COMMANDS)[number]): Entry => ({
    id: command.id,
    name: command.name(names),
    also: command.name(others),
    icon: command.icon,
    keys: command.keys[0] ?? null,
    note: null,
    run: command.run,
  });
  const offered = COMMANDS.filter((command) => !command.keyOnly);
  const isForItem = (command: (typeof COMMANDS)[number]): boolean =>
    command.group === "item" || command.group === "move";
  const groups: EntryGroup[] = [];
  if (targets.length > 0) {
    const name =
      targets.length === 1 ? t.forItem(targets[0]!.item.title) : words.selectedCount(targets.length);
    const own = offered.filter(isForItem).sort((a, b) => a.group.localeCompare(b.group));
    groups.push({ value: name, items: own.map(entry) });
  }
  groups.push({ value: t.groupGo, items: offered.filter(({ group }) => group === "go").map(entry) });
  groups.push({ value: t.groupDo, items: offered.filter(({ group }) => group === "do").map(entry) });
  const items = (snapshot?.pages ?? []).flatMap((page) =>
    page.items.map(
      (item): Entry => ({
        id: `${page.file}:${item.line}`,
        name: item.path,
        also: `${item.note ?? ""} ${item.group ?? ""}`,
        icon: item.role === "reading" ? "book" : "list",
        keys: null,
        note: words[item.state],
        run: () => jumpTo(page.file, item.path, item.role),
      }),
    ),
  );
  groups.push({ value: t.items, items });
  return groups;
}

function fits(entry: Entry, query: string): boolean {
  const text = `${entry.name} ${entry.also}`.normalize("NFKC").toLowerCase();
  return query
    .normalize("NFKC")
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Shows the screen of an item and puts the cursor on it. */
function jumpTo(file: string, path: string, role: "learning" | "reading"): void {
  const screen = role === "reading" ? "reading" : "list";
  preferences.set({ page: file });
  if (currentRoute().screen !== screen) goTo(screen);
  const key = `${path}#0`;
  list.set({ cursor: key });
  focusRowSoon(key);
}
