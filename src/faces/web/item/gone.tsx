// An item that is no longer on the page: what became of it, and what is still known.

import type { ItemData } from "../contract.ts";
import { sayDate } from "../forecast/say-date.ts";
import { Icon } from "../parts/icon.tsx";
import { act } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { LifeEvents } from "./life.tsx";
import { ItemLog } from "./log.tsx";
import { Part } from "./part.tsx";
import { Slots } from "./slots.tsx";
import { itemTexts } from "./texts-item.ts";
import { ItemTime } from "./time.tsx";

export function Gone({ data }: { data: ItemData }) {
  const t = useTexts(itemTexts);
  const tongue = useTongue();
  const { life, title, today, file } = data;
  const day = life?.endedAt == null ? null : sayDate(life.endedAt.slice(0, 10), today, tongue);
  const became = day === null ? t.goneUnknown : life?.end === "finished" ? t.finishedOn(day) : t.goneOn(day);
  return (
    <>
      <header className="item-head">
        <p className="item-crumbs">{t.goneTitle}</p>
        <h1>{title}</h1>
        <p className="item-note" role="status">
          {became}
        </p>
        <div className="item-acts">
          <button type="button" className="button" onClick={() => void act("add", { title })}>
            <Icon name="plus" size={15} />
            {t.addAgain}
          </button>
        </div>
      </header>
      <div className="item-columns">
        <div className="item-main">
          {life !== null && (
            <Part name={t.life} id="life">
              <LifeEvents life={life} today={today} />
            </Part>
          )}
          {file !== null && file.notes !== "" && (
            <Part name={t.notes} id="notes">
              <p className="item-notes is-plain">{file.notes}</p>
            </Part>
          )}
          {file !== null && <Slots item={null} path={data.path} />}
          <ItemLog data={data} />
        </div>
        <div className="item-side">
          <ItemTime data={data} />
        </div>
      </div>
    </>
  );
}
