// The menu of language and theme.

import { Menu } from "@base-ui/react/menu";
import type { RefObject } from "react";
import { preferences, type Theme } from "../preferences.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { Icon } from "./icon.tsx";

interface SettingsProps {
  button: RefObject<HTMLButtonElement | null>;
  side: "top" | "bottom";
  onClose: () => void;
}

export function Settings({ button, side, onClose }: SettingsProps) {
  const t = useTexts(shellTexts);
  const language = preferences.use((state) => state.language);
  const theme = preferences.use((state) => state.theme);
  return (
    <Menu.Root open onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal container={document.getElementById("main")}>
        <Menu.Positioner anchor={button} side={side} align="start" sideOffset={6} className="menu-place">
          <Menu.Popup className="menu" finalFocus={button} aria-label={`${t.language} · ${t.theme}`}>
            <Menu.Group>
              <Menu.GroupLabel className="menu-title">{t.language}</Menu.GroupLabel>
              <Menu.RadioGroup
                value={language}
                onValueChange={(value) => preferences.set({ language: value })}
              >
                <Choice value="auto" label={t.automatic} />
                <Choice value="zh" label="中文" />
                <Choice value="en" label="English" />
              </Menu.RadioGroup>
            </Menu.Group>
            <div className="menu-line" />
            <Menu.Group>
              <Menu.GroupLabel className="menu-title">{t.theme}</Menu.GroupLabel>
              <Menu.RadioGroup
                value={theme}
                onValueChange={(value: Theme) => preferences.set({ theme: value })}
              >
                <Choice value="auto" label={t.automatic} />
                <Choice value="light" label={t.light} />
                <Choice value="dark" label={t.dark} />
              </Menu.RadioGroup>
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Choice({ value, label }: { value: string; label: string }) {
  return (
    <Menu.RadioItem className="menu-item" value={value} closeOnClick>
      {label}
      <Menu.RadioItemIndicator className="menu-note">
        <Icon name="check" size={16} />
      </Menu.RadioItemIndicator>
    </Menu.RadioItem>
  );
}
