// Names of what keys and palette can do on the Lives screen; apart, since they are needed before the screen is.

import { catalogue } from "../texts.ts";

export const livesCommandTexts = catalogue({
  findLife: { en: "Search the lives", zh: "在轨迹里查找" },
  openDay: { en: "The page as it was on a day", zh: "页面在某一天的样子" },
  openStale: { en: "Go through what was long untouched", zh: "逐个看看很久没动的" },
});
