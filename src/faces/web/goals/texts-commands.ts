// Names of what keys and palette can do on the Goals screen; apart, since they are needed before the screen is.

import { catalogue } from "../texts.ts";

export const goalCommandTexts = catalogue({
  newGoal: { en: "New goal", zh: "新目标" },
  settleKey: { en: "Settle a disagreement: move the item", zh: "解决一处不一致：移动条目" },
});
