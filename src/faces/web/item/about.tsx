// The item's own lines on the page, and why they were read as they were.

import type { ItemData } from "../contract.ts";
import type { ItemNode } from "../list/item-tree.ts";
import { linkTo } from "../route.ts";
import { useTexts } from "../texts.ts";
import { Part } from "./part.tsx";
import { itemTexts } from "./texts-item.ts";

export function About({ node, data }: { node: ItemNode; data: ItemData }) {
  const t = useTexts(itemTexts);
  const { item } = data;
  if (item === null) return null;
  const kinds = {
    priority: t.kindPriority,
    state: t.kindState,
    progress: t.kindProgress,
    doneOn: t.kindDoneOn,
    rank: t.kindRank,
    item: t.kindItem,
    step: t.kindStep,
  };
  return (
    <Part
      name={t.onPage}
      id="page"
      end={
        <a className="item-place" href={linkTo("page", { line: node.item.line })}>
          {`${item.file}:${node.item.line}`}
        </a>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines must be scrollable by keyboard */}
      <pre className="item-source" tabIndex={0}>
        {item.markdown}
      </pre>
      {item.reasons.length > 0 && (
        <details className="item-why">
          <summary>{t.why}</summary>
          <ul>
            {item.reasons.map(({ what, value, says }) => (
              <li key={`${what} ${value} ${says}`}>{t.reason(kinds[what], value, says)}</li>
            ))}
          </ul>
        </details>
      )}
    </Part>
  );
}
