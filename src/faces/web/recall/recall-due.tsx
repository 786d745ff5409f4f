// Beside the plan: what is to be recalled today and how long that takes. Nothing where nothing is.

import { Icon } from "../parts/icon.tsx";
import { linkTo } from "../route.ts";
import { app } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { sayMinutes } from "../today/time.ts";
import { recallTexts } from "./texts-recall.ts";
import "./recall-due.css";

export function RecallDue() {
  const t = useTexts(recallTexts);
  const tongue = useTongue();
  const count = app.use((state) => state.snapshot?.recall ?? null);
  if (count === null || count.due + count.fresh === 0) return null;
  return (
    <p className="note recall-due">
      <Icon name="repeat" size={16} />
      <span>
        {t.dueNote(count.due, count.fresh)}{" "}
        <small>{t.takes(sayMinutes(count.min, tongue), count.cases)}</small>
      </span>
      <a className="button" href={linkTo("recall")}>
        {t.begin}
      </a>
    </p>
  );
}
