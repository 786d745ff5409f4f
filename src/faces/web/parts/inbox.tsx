// What was jotted down and has no place yet. Each note can be put onto the page, or let go; both can be undone.

import { Dialog } from "@base-ui/react/dialog";
import { Menu } from "@base-ui/react/menu";
import { type RefObject, useRef } from "react";
import type { InboxNote } from "../contract.ts";
import { PRIORITY_CHOICES } from "../list/item-tree.ts";
import { listTexts } from "../list/texts-list.ts";
import { act, app, openOverlay, usePage } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { Icon } from "./icon.tsx";

export function Inbox() {
  const open = app.use((state) => state.overlay === "inbox");
  const inbox = app.use((state) => state.snapshot?.inbox);
  const t = useTexts(shellTexts);
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={(now) => openOverlay(now ? "inbox" : null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup ref={popup} className="dialog">
          <div className="dialog-head">
            <Dialog.Title>{t.inbox}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={t.close}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          <div className="dialog-body">
            <p className="hint">{inbox?.notes.length ? t.inboxLead : t.inboxEmpty}</p>
            <ul className="inbox">
              {inbox?.notes.map((note) => (
                <Note key={`${note.line} ${note.text}`} note={note} hash={inbox.hash ?? ""} layer={popup} />
              ))}
            </ul>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface NoteProps {
  note: InboxNote;
  hash: string;
  /** Where its menu opens: within the dialog, since all else is out of reach while that is open. */
  layer: RefObject<HTMLDivElement | null>;
}

function Note({ note, hash, layer }: NoteProps) {
  const t = useTexts(shellTexts);
  const words = useTexts(listTexts);
  const page = usePage();
  const file = page === null ? {} : { file: page.file };
  const place = { line: note.line, hash, ...file };
  return (
    <li className="inbox-note">
      <p>
        {note.text}
        {note.at !== null && <time dateTime={note.at}>{note.at}</time>}
      </p>
      <div className="inbox-acts">
        <Menu.Root>
          <Menu.Trigger className="button">
            {t.placeIt}
            <Icon name="chevron" size={14} />
          </Menu.Trigger>
          <Menu.Portal container={layer}>
            <Menu.Positioner sideOffset={4} align="start" className="menu-place">
              <Menu.Popup className="menu">
                <Menu.Group>
                  <Menu.GroupLabel className="menu-title">{t.toLearning}</Menu.GroupLabel>
                  {PRIORITY_CHOICES.map((priority) => (
                    <Menu.Item
                      key={priority ?? "none"}
                      className="menu-item"
                      onClick={() =>
                        void act("place", { ...place, role: "learning", ...(priority && { priority }) })
                      }
                    >
                      {words[priority ?? "none"]}
                    </Menu.Item>
                  ))}
                </Menu.Group>
                <Menu.Separator className="menu-line" />
                <Menu.Item
                  className="menu-item"
                  onClick={() => void act("place", { ...place, role: "reading" })}
                >
                  {t.toReading}
                </Menu.Item>
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
        <button
          type="button"
          className="button is-plain"
          onClick={() => void act("discard", { line: note.line, hash })}
        >
          {t.discard}
        </button>
      </div>
    </li>
  );
}
