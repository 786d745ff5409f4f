// The menu at the end of a phone's bottom bar: the screens that have no place in the bar itself, and the inbox.

import { Menu } from "@base-ui/react/menu";
import type { RefObject } from "react";
import { linkTo } from "../route.ts";
import { SCREENS } from "../screens.tsx";
import { app, openOverlay } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { Icon } from "./icon.tsx";

interface MoreScreensProps {
  current: string;
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

export function MoreScreens({ current, button, onClose }: MoreScreensProps) {
  const t = useTexts(shellTexts);
  const waiting = app.use((state) => state.snapshot?.inbox.notes.length ?? 0);
  return (
    <Menu.Root open onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal container={document.getElementById("main")}>
        <Menu.Positioner anchor={button} side="top" align="end" sideOffset={10} className="menu-place">
          <Menu.Popup className="menu more-screens" finalFocus={button} aria-label={t.moreScreens}>
            {SCREENS.filter(({ isInBar }) => !isInBar).map(({ route, icon }) => (
              <Menu.LinkItem
                key={route}
                className="menu-item"
                href={linkTo(route)}
                aria-current={route === current ? "page" : undefined}
                closeOnClick
              >
                <Icon name={icon} />
                {t[route]}
              </Menu.LinkItem>
            ))}
            <Menu.Item className="menu-item" onClick={() => openOverlay("inbox")}>
              <Icon name="inbox" />
              {t.inbox}
              {waiting > 0 && <span className="menu-note">{waiting}</span>}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
