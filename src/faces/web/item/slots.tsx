// Parts of the item page that come from elsewhere in the app, in their order below the notes. Each is fetched when an item
// page is first opened, and draws nothing where it has nothing to say.

import type { ItemRef } from "../contract.ts";
import { type Later, later } from "../later.tsx";

interface SlotProps {
  /** Title path. */
  path: string;
  /** Where it stands; null where it is no longer on the page. */
  item: ItemRef | null;
}

const SLOTS: readonly { name: string; component: Later<SlotProps> }[] = [
  { name: "recall", component: later(async () => (await import("../recall/item-recall.tsx")).ItemRecall) },
];

export function Slots(props: SlotProps) {
  return SLOTS.map(({ name, component: Slot }) => (
    <div key={name} className="item-part item-slot">
      <Slot key={props.path} {...props} />
    </div>
  ));
}
