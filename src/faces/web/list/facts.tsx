// What an item has besides its words: links, progress, dates, how long it may take.

import { Icon } from "../parts/icon.tsx";
import { app } from "../state.ts";
import { useTexts } from "../texts.ts";
import type { ItemNode } from "./item-tree.ts";
import { useRowForecast } from "./row-forecast.ts";
import { listTexts } from "./texts-list.ts";

export function Facts({ node, hideProgress }: { node: ItemNode; hideProgress: boolean }) {
  const t = useTexts(listTexts);
  const today = app.use((state) => state.snapshot?.today ?? "");
  const { item } = node;
  const { due, estimate, hard } = item;
  const forecast = useRowForecast(item.path);
  const progress = hideProgress ? null : item.progress;
  const differs =
    node.parent !== null && item.priority !== null && item.priority !== node.parent.item.priority;
  if (
    item.links.length === 0 &&
    progress === null &&
    due === null &&
    estimate === null &&
    hard === null &&
    forecast === null &&
    !differs
  )
    return null;
  const isOpen = item.state === "open" || item.state === "doing";
  return (
    <div className="facts">
      {differs && <span className="fact">{t[item.priority!]}</span>}
      {progress !== null && (
        <span className="fact fact-progress">
          <ProgressBar ratio={progress.ratio} label={t.progress} />
          {progress.text}
        </span>
      )}
      {due !== null && (
        <span className={isOpen && due < today ? "fact is-late" : "fact"}>
          <Icon name="calendar" size={14} />
          {isOpen && due < today ? t.overdue(due) : t.dueOn(due)}
        </span>
      )}
      {estimate !== null && (
        <span className="fact" title={t.estimate}>
          <Icon name="clock" size={14} />
          {estimate}
        </span>
      )}
      {hard !== null && (
        <span className="fact" title={t.hardness(hard)}>
          {t.hardFact(hard)}
        </span>
      )}
      {forecast !== null && <span className="fact is-forecast">{forecast}</span>}
      {item.links.map((link) =>
        isOutside(link.url) ? (
          <a
            key={link.url}
            className="fact chip"
            href={link.url}
            target="_blank"
            rel="noopener noreferrer"
            title={link.url}
          >
            {hostOf(link.url)}
          </a>
        ) : (
          <span key={link.url} className="fact chip" title={link.url}>
            {link.text || link.url}
          </span>
        ),
      )}
    </div>
  );
}

export function ProgressBar({ ratio, label }: { ratio: number; label: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, ratio)) * 100);
  return (
    <span
      className="bar"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ width: `${percent}%` }} />
    </span>
  );
}

/** Only these lead anywhere from here: not a path of the blog, and never `javascript:` or `data:`. */
export function isOutside(url: string): boolean {
  return /^(https?:|mailto:)/i.test(url);
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, "");
  } catch {
    return url;
  }
}
