// When an item is done, as a quiet fact of its row, where the person wants forecasts in the list: the 50 % interval, with the
// number of cases.

import { forecasts } from "../forecast/forecast-state.ts";
import { sayDate } from "../forecast/say-date.ts";
import { forecastTexts } from "../forecast/texts-forecast.ts";
import { preferences } from "../preferences.ts";
import { useTexts, useTongue } from "../texts.ts";

/** Null where there is none, or where it is not wanted. */
export function useRowForecast(path: string): string | null {
  const t = useTexts(forecastTexts);
  const tongue = useTongue();
  const isWanted = preferences.use((state) => state.listForecasts);
  const found = forecasts.use(({ byPath }) => (isWanted ? byPath.get(path) : undefined));
  const today = forecasts.use(({ data }) => data?.today ?? "");
  const finish = found?.finish ?? null;
  if (finish === null) return null;
  const count = finish.by === "hours" ? t.weeks(finish.cases) : t.cases(finish.cases);
  const basis = finish.restsOnPrior ? t.priorShort(count) : count;
  const [, from, , to] = finish.dates;
  if (!from) return t.inRowLater(basis);
  return t.inRow(sayDate(from, today, tongue), to ? sayDate(to, today, tongue) : t.later, basis);
}
