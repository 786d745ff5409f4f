// When to ask a person what the headings of their page are.

import type { PageSnapshot } from "./contract.ts";

/** Whether nunc understands a page only half. */
export function isHalfUnderstood(page: PageSnapshot): boolean {
  const meaningless = page.items.length === 0 && page.log.length === 0 && /^\s*[-*+]\s+\S/m.test(page.text);
  return page.understood < 0.5 || meaningless;
}
