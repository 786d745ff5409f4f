// The menu of language, theme, and what is notified.

import { Menu } from "@base-ui/react/menu";
import { type RefObject, useState } from "react";
import { preferences, type Theme } from "../preferences.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { allowNotices, canNotify } from "../today/notices.ts";
import { todayTexts } from "../today/texts-today.ts";
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
            <div className="menu-line" />
            <Notices />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** What this browser tells, and whether it may do so outside its window. */
function Notices() {
  const t = useTexts(todayTexts);
  const muted = preferences.use((state) => state.mutedNotices);
  const [permission, setPermission] = useState(canNotify() ? Notification.permission : "denied");
  const kinds = [
    ["block", t.noticeBlock],
    ["clock", t.noticeClock],
    ["check", t.noticeCheck],
  ] as const;
  return (
    <Menu.Group>
      <Menu.GroupLabel className="menu-title">{t.notices}</Menu.GroupLabel>
      {kinds.map(([kind, name]) => (
        <Menu.CheckboxItem
          key={kind}
          className="menu-item"
          checked={!muted.includes(kind)}
          onCheckedChange={(checked) =>
            preferences.set({
              mutedNotices: checked ? muted.filter((other) => other !== kind) : [...muted, kind],
            })
          }
        >
          {name}
          <Menu.CheckboxItemIndicator className="menu-note">
            <Icon name="check" size={16} />
          </Menu.CheckboxItemIndicator>
        </Menu.CheckboxItem>
      ))}
      {permission === "default" && (
        <Menu.Item
          className="menu-item"
          closeOnClick={false}
          onClick={() => void allowNotices().then(() => setPermission(Notification.permission))}
        >
          {t.allowNotices}
        </Menu.Item>
      )}
      {permission === "denied" && (
        <Menu.Item className="menu-item" disabled>
          {t.noticesDenied}
        </Menu.Item>
      )}
    </Menu.Group>
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
