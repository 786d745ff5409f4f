// What is forecast of the item: how long it takes, when it is done, each with its intervals and the number of cases.

import type { ItemData } from "../contract.ts";
import { EffortView, FinishView, useBasis } from "../forecast/interval.tsx";
import { forecastTexts } from "../forecast/texts-forecast.ts";
import { useTexts, useTongue } from "../texts.ts";
import { sayMinutes } from "../today/time.ts";
import { Part } from "./part.tsx";
import { itemTexts } from "./texts-item.ts";

export function ItemForecast({ data }: { data: ItemData }) {
  const t = useTexts(forecastTexts);
  const words = useTexts(itemTexts);
  const tongue = useTongue();
  const basis = useBasis();
  const { forecast, item } = data;
  if (item !== null && (item.state === "done" || item.state === "dropped")) return null;
  if (forecast === null) {
    return (
      <Part name={t.forecast} id="forecast">
        <p className="hint">{words.noForecast}</p>
      </Part>
    );
  }
  const { effort, finish } = forecast;
  return (
    <Part name={t.forecast} id="forecast">
      {finish !== null && (
        <div className="item-forecast">
          <h3>
            {t.finish} · <span className="hint">{finish.by === "pace" ? t.byPace : t.byHours}</span>
          </h3>
          <FinishView dates={finish.dates} />
          <p className="forecast-basis">{basis(finish, finish.by)}</p>
        </div>
      )}
      {effort !== null && (
        <div className="item-forecast">
          <h3>{t.takes}</h3>
          <EffortView totalMin={effort.totalMin} />
          <p className="forecast-basis">
            {basis(effort, "effort")}
            {effort.spentMin > 0 && ` · ${t.spent(sayMinutes(effort.spentMin, tongue))}`}
          </p>
        </div>
      )}
    </Part>
  );
}
