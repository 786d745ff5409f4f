// What opens for items: their menu, the field that asks for a value, the bar of a selection. Fetched when the screen has
// nothing else to do, or when one is asked for before that.

import { useEffect } from "react";
import { later } from "../later.tsx";
import { whenIdle } from "../parts/overlays.tsx";
import { list } from "./list-state.ts";

const ItemMenu = later(async () => (await import("./item-menu.tsx")).ItemMenu);
const AskDialog = later(async () => (await import("./ask-dialog.tsx")).AskDialog);
const BulkBar = later(async () => (await import("./bulk-bar.tsx")).BulkBar);

export function ItemOverlays() {
  const menu = list.use((state) => state.menu !== null);
  const asking = list.use((state) => state.asking !== null && state.asking.what !== "step");
  const selecting = list.use((state) => state.selected.size > 0);
  useEffect(() => whenIdle([ItemMenu, AskDialog, BulkBar]), []);
  return (
    <>
      {menu && <ItemMenu />}
      {asking && <AskDialog />}
      {selecting && <BulkBar />}
    </>
  );
}
