// The rules' names (`Reason.rule`) in words that a person can check against the page: the domain's sentences.

import { explainRule } from "../../../domain/index.ts";
import { currentTongue } from "../preferences.ts";
import { textsNow } from "../texts.ts";
import { pageTexts } from "./page-texts.ts";

/** What the screen itself finds out: that an item has it from the item above. */
export const FROM_PARENT = "parent";

export function explain(rule: string): string {
  return rule === FROM_PARENT ? textsNow(pageTexts).fromParent : explainRule(rule, currentTongue());
}
