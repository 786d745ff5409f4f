// Names of what keys and palette can do with the item page; apart, since they are needed before the screen is.

import { catalogue } from "../texts.ts";

export const itemCommandTexts = catalogue({
  openItem: { en: "Everything about it", zh: "查看条目的全部" },
  openItemOf: { en: (title: string) => `Everything about ${title}`, zh: (title) => `查看${title}的全部` },
  leaveItem: { en: "Back from the item", zh: "离开条目页" },
  notesKey: { en: "Private notes of the item", zh: "条目的私人笔记" },
});
