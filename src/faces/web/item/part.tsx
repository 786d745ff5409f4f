// One part of the item page: a card with a heading.

import type { ReactNode } from "react";

export function Part({
  name,
  id,
  end,
  children,
}: {
  name: string;
  id: string;
  /** At the end of the heading's line. */
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="item-part" aria-labelledby={`part-${id}`}>
      <div className="item-part-head">
        <h2 id={`part-${id}`}>{name}</h2>
        {end}
      </div>
      {children}
    </section>
  );
}
