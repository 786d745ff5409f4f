// The sheet of keyboard shortcuts, written from the table of commands.

import { Dialog } from "@base-ui/react/dialog";
import { COMMANDS, type Command, commandTexts } from "../commands.ts";
import { app, openOverlay } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { Icon } from "./icon.tsx";
import { Keys } from "./key-names.tsx";

const GROUPS: readonly Command["group"][] = [
  "go",
  "do",
  "block",
  "goals",
  "recall",
  "review",
  "move",
  "item",
];

export function Help() {
  const open = app.use((state) => state.overlay === "help");
  const t = useTexts(shellTexts);
  const names = commandTexts(useTongue());
  const heads = {
    go: t.groupGo,
    do: t.groupDo,
    block: t.groupDay,
    goals: t.groupGoals,
    recall: t.groupRecall,
    review: t.groupReview,
    lives: t.groupLives,
    move: t.groupMove,
    item: t.groupItem,
  };
  return (
    <Dialog.Root open={open} onOpenChange={(now) => openOverlay(now ? "help" : null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="dialog is-wide">
          <div className="dialog-head">
            <Dialog.Title>{t.keys}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={t.close}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long sheet must be scrollable by keyboard */}
          <div className="dialog-body help" tabIndex={0}>
            {GROUPS.map((group) => (
              <section key={group}>
                <h3>{heads[group]}</h3>
                <dl>
                  {COMMANDS.filter((command) => command.group === group && command.keys.length > 0).map(
                    (command) => (
                      <div key={command.id}>
                        <dt>{command.name(names)}</dt>
                        <dd>
                          {command.keys.slice(0, 2).map((keys) => (
                            <Keys key={keys} keys={keys} />
                          ))}
                        </dd>
                      </div>
                    ),
                  )}
                </dl>
              </section>
            ))}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
