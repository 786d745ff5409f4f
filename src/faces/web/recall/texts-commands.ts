// Names of what keys and palette can do in a recall session; apart, since they are needed before the screen is.

import { catalogue } from "../texts.ts";

export const recallCommandTexts = catalogue({
  goRecall: { en: "Recall", zh: "复习" },
  rateAgain: { en: "Recall: again", zh: "复习：重来" },
  rateHard: { en: "Recall: hard", zh: "复习：困难" },
  rateGood: { en: "Recall: good", zh: "复习：良好" },
  rateEasy: { en: "Recall: easy", zh: "复习：简单" },
  takeBack: { en: "Recall: take the last answer back", zh: "复习：撤回上一个回答" },
  typeAnswer: { en: "Recall: type the answer", zh: "复习：写下回答" },
});
