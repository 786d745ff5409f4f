// Small signs of the timeline: priority as four bars, which say by shape what the colour says.

import type { Priority } from "../contract.ts";

const LEVELS: Readonly<Record<Priority, number>> = { highest: 4, high: 3, medium: 2, low: 1 };

/** As many bars as the priority is high. Decoration: the name of the block says it in words. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const level = LEVELS[priority];
  return (
    <svg className="priority-mark" viewBox="0 0 13 12" width={13} height={12} aria-hidden="true">
      {[1, 2, 3, 4].map((bar) => (
        <rect
          key={bar}
          x={(bar - 1) * 3.4}
          y={12 - 3 * bar}
          width={2.4}
          height={3 * bar}
          rx={0.8}
          data-on={bar <= level || undefined}
        />
      ))}
    </svg>
  );
}
