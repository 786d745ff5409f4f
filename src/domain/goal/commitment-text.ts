// A commitment in words, as `readCommitments` reads them back: `weekly 1h: Reflection`, `每周 1 小时：思考`.

import { formatDuration, type Tongue } from "../../base/index.ts";
import type { Commitment } from "./commitment.ts";

/** @param commitment `eachMin` null: the length of one time is not said */
export function formatCommitment(
  commitment: Pick<Commitment, "title" | "period" | "min" | "times" | "kind"> & { eachMin: number | null },
  tongue: Tongue,
): string {
  const { period, min, times, kind, eachMin } = commitment;
  const title = commitment.title.replace(/\s+/g, " ").trim();
  const each = eachMin === null ? "" : formatDuration(eachMin, tongue);
  if (tongue === "zh") {
    const every = { day: "每天", week: "每周", month: "每月" }[period];
    const amount = min === null ? `${times} 次` : formatDuration(min, "zh");
    return `${every}${kind === "limit" ? "最多" : ""} ${amount}：${title}${each && `，每次 ${each}`}`;
  }
  const amount = min === null ? `${times} ${times === 1 ? "time" : "times"}` : formatDuration(min);
  const words =
    kind === "limit"
      ? `at most ${amount} a ${period}`
      : `${{ day: "daily", week: "weekly", month: "monthly" }[period]} ${amount}`;
  return `${words}: ${title}${each && `, ${each} each`}`;
}
