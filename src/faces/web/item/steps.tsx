// The steps of the item as rows of the list: the same keys, menu and dragging.

import type { ItemNode } from "../list/item-tree.ts";
import { countSteps } from "../list/item-tree.ts";
import { list } from "../list/list-state.ts";
import { Row } from "../list/row.tsx";
import { StepField } from "../list/step-field.tsx";
import { Icon } from "../parts/icon.tsx";
import { useTexts } from "../texts.ts";
import { Part } from "./part.tsx";
import { itemTexts } from "./texts-item.ts";

export function Steps({ node }: { node: ItemNode }) {
  const t = useTexts(itemTexts);
  const isAdding = list.use((state) => state.asking?.what === "step" && state.asking.key === node.key);
  const { done, total } = countSteps(node);
  return (
    <Part name={t.steps} id="steps" end={total > 0 && <span className="hint">{`${done}/${total}`}</span>}>
      {node.steps.length === 0 && !isAdding && <p className="hint">{t.noSteps}</p>}
      {node.steps.length > 0 && (
        <ul className="item-steps">
          {node.steps.map((step, index) => (
            <Row key={step.key} node={step} index={index} group={node.key} shown={null} />
          ))}
        </ul>
      )}
      {isAdding ? (
        <StepField node={node} />
      ) : (
        <button
          type="button"
          className="write-line"
          onClick={() => list.set({ asking: { what: "step", key: node.key } })}
        >
          <Icon name="plus" size={14} />
          {t.addStep}
        </button>
      )}
    </Part>
  );
}
