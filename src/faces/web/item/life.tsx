// What happened to the item on the page, the latest first.

import { useState } from "react";
import { dayOfLife, sayLifeEvent } from "../../../domain/index.ts";
import type { ItemData, ItemLifeJson } from "../contract.ts";
import { sayDate } from "../forecast/say-date.ts";
import { useTexts, useTongue } from "../texts.ts";
import { Part } from "./part.tsx";
import { itemTexts } from "./texts-item.ts";

const EVENTS = 8;

export function ItemLife({ data }: { data: ItemData }) {
  const t = useTexts(itemTexts);
  const { life } = data;
  return (
    <Part name={t.life} id="life">
      {life === null ? (
        <p className="hint">{t.noLife}</p>
      ) : (
        <>
          <LifeEvents life={life} today={data.today} />
          {life.source === "journal" && <p className="hint">{t.lifeJournal}</p>}
          {life.isShallow && <p className="hint">{t.lifeShallow}</p>}
        </>
      )}
    </Part>
  );
}

export function LifeEvents({ life, today }: { life: ItemLifeJson; today: string }) {
  const t = useTexts(itemTexts);
  const tongue = useTongue();
  const [isAll, setAll] = useState(false);
  // What is finished says so; that its state became done is the same.
  const events = life.events
    .filter(
      ({ kind, to, at }) =>
        kind !== "state" ||
        to !== "done" ||
        !life.events.some((one) => one.kind === "finished" && one.at === at),
    )
    .toReversed();
  const shown = isAll ? events : events.slice(0, EVENTS);
  return (
    <>
      <ol className="item-life">
        {shown.map((event) => (
          <li key={`${event.at} ${event.kind} ${event.from} ${event.to}`} className="item-event">
            <time dateTime={event.at}>{sayDate(dayOfLife(event.at), today, tongue)}</time>
            <span>
              {sayLifeEvent(event, tongue)}
              {event.sure < 0.8 && <span className="hint"> {t.unsure(Math.round(event.sure * 100))}</span>}
            </span>
          </li>
        ))}
      </ol>
      {!isAll && events.length > EVENTS && (
        <button type="button" className="write-line" onClick={() => setAll(true)}>
          {t.more(events.length - EVENTS)}
        </button>
      )}
    </>
  );
}
