// The item page: everything about one item, with what one does most at hand. It is the row of the list at length: keys and menu
// do the same here. An item that is gone from the page is shown with what became of it.

import type { ItemData } from "../contract.ts";
import { About } from "../item/about.tsx";
import { ItemForecast } from "../item/forecast.tsx";
import { Goals } from "../item/goals.tsx";
import { Gone } from "../item/gone.tsx";
import { ItemHead } from "../item/head.tsx";
import { itemPage, leaveItem, useAsked, useItemData, useNode } from "../item/item-state.ts";
import { ItemLife } from "../item/life.tsx";
import { ItemLog } from "../item/log.tsx";
import { Notes } from "../item/notes.tsx";
import { Slots } from "../item/slots.tsx";
import { Steps } from "../item/steps.tsx";
import { itemTexts } from "../item/texts-item.ts";
import { ItemTime } from "../item/time.tsx";
import { ListDrag } from "../list/drag.tsx";
import { ItemOverlays } from "../list/item-overlays.tsx";
import type { ItemNode } from "../list/item-tree.ts";
import { list, useTree } from "../list/list-state.ts";
import { RowEditor } from "../list/row-editor.tsx";
import { useLastingFocus } from "../list/use-lasting-focus.ts";
import { Icon } from "../parts/icon.tsx";
import { linkTo } from "../route.ts";
import { useTexts } from "../texts.ts";
import "./goals.css";
import "./item.css";
import "./item-side.css";

export function ItemScreen() {
  const t = useTexts(itemTexts);
  const asked = useAsked();
  const node = useNode(asked);
  const tree = useTree();
  const orphan = list.use((state) => state.editing !== null && !tree.byKey.has(state.editing.key));
  useItemData(asked);
  useLastingFocus();
  const { data: answered, problem, askedFor } = itemPage.use((state) => state);
  const isOfThis =
    answered !== null && (askedFor === asked.path || (node !== null && answered.path === node.item.path));
  const data = isOfThis ? answered : null;
  return (
    <section className="screen item-screen">
      <button type="button" className="button is-plain item-back" onClick={leaveItem}>
        <Icon name="chevron" size={16} />
        {t.back}
      </button>
      {orphan && <RowEditor />}
      {node !== null ? (
        <ListDrag>
          <ItemHead key={node.key} node={node} data={data} />
          <Parts node={node} data={data} />
        </ListDrag>
      ) : data !== null && data.item === null ? (
        <Gone data={data} />
      ) : problem !== null && askedFor === asked.path ? (
        <div className="item-none" role="alert">
          <h1>{problem.message}</h1>
          <p>
            <a href={linkTo("list")}>{t.toList}</a>
          </p>
        </div>
      ) : (
        <h1 className="item-wait">{t.loading}</h1>
      )}
      <ItemOverlays />
    </section>
  );
}

function Parts({ node, data }: { node: ItemNode; data: ItemData | null }) {
  const t = useTexts(itemTexts);
  if (data === null) {
    return (
      <div className="item-columns">
        <div className="item-main">
          <Steps node={node} />
        </div>
        <p className="item-side hint">{t.loading}</p>
      </div>
    );
  }
  return (
    <div className="item-columns">
      <div className="item-main">
        <Steps node={node} />
        <Notes key={`notes ${node.key}`} data={data} item={node.ref} />
        <Slots item={node.ref} path={node.item.path} />
        <ItemLog data={data} />
        <About node={node} data={data} />
      </div>
      <div className="item-side">
        <ItemForecast data={data} />
        <ItemTime data={data} />
        <Goals data={data} item={node.ref} />
        <ItemLife data={data} />
      </div>
    </div>
  );
}
