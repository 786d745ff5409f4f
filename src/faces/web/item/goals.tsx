// The goals that the item serves, with the answers to the questions of importance; and a way to serve one.

import { useState } from "react";
import { formatDuration } from "../../../base/index.ts";
import { postAct } from "../api.ts";
import type { GoalsData, ItemData, ItemRef } from "../contract.ts";
import { Icon } from "../parts/icon.tsx";
import { linkTo } from "../route.ts";
import { act } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { Part } from "./part.tsx";
import { itemTexts } from "./texts-item.ts";

export function Goals({ data, item }: { data: ItemData; item: ItemRef }) {
  const t = useTexts(itemTexts);
  const shell = useTexts(shellTexts);
  const tongue = useTongue();
  const [choices, setChoices] = useState<string[] | null>(null);
  const { goals, importance, path } = data;
  const own = new Set(goals.filter((one) => one.path === path).map(({ goal }) => goal.title));
  const choose = (): void => {
    postAct("goals", {}).then(
      (answer) =>
        setChoices(
          (answer.data as GoalsData).goals
            .filter(({ state, title }) => state === "open" && !own.has(title))
            .map(({ title }) => title),
        ),
      () => undefined,
    );
  };
  return (
    <Part
      name={t.goals}
      id="goals"
      end={
        importance !== null && (
          <span className="item-importance" title={importance.reason}>
            {t.importance(importance.value === null ? "–" : String(importance.value))}
          </span>
        )
      }
    >
      {goals.length === 0 && <p className="hint">{t.noGoals}</p>}
      <ul className="item-goals">
        {goals.map(({ goal, path: by, service }) => {
          const { help, effortMin, people, names, points } = service;
          const said = [
            t.help(help === null ? "?" : String(help)),
            effortMin === null ? null : t.effort(formatDuration(effortMin, tongue)),
            names !== null ? t.withPeople(names) : people ? t.people(people) : null,
            points.length === 0 ? null : t.points(points.filter(({ done }) => done).length, points.length),
            by === path ? null : t.byOther(by.slice(by.lastIndexOf(" › ") + 1).replace(/^› /, "")),
          ];
          return (
            <li
              key={`${goal.line} ${by}`}
              className="item-goal"
              data-closed={goal.state !== "open" || undefined}
            >
              <div>
                <a href={linkTo("goals")}>{goal.title}</a>
                <p className="hint">{said.filter(Boolean).join(" · ")}</p>
              </div>
              {by === path && (
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t.unserve(goal.title)}
                  title={t.unserve(goal.title)}
                  onClick={() => void act("unserve", { item: path, goal: goal.title })}
                >
                  <Icon name="close" size={16} />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {importance !== null && <p className="hint">{importance.reason}</p>}
      {choices === null ? (
        <button type="button" className="write-line" onClick={choose}>
          <Icon name="plus" size={14} />
          {t.serveGoal}
        </button>
      ) : (
        <div className="item-form">
          {choices.length === 0 ? (
            <p className="hint">
              <a href={linkTo("goals")}>{shell.goals}</a>
            </p>
          ) : (
            <select
              // biome-ignore lint/a11y/noAutofocus: it opens where the person has just asked for it
              autoFocus
              className="field"
              aria-label={t.whichGoal}
              defaultValue=""
              onChange={(event) => {
                void act("serve", { item, goal: event.target.value });
                setChoices(null);
              }}
            >
              <option value="" disabled>
                {t.whichGoal}
              </option>
              {choices.map((title) => (
                <option key={title}>{title}</option>
              ))}
            </select>
          )}
          <button type="button" className="button is-plain" onClick={() => setChoices(null)}>
            {shell.cancel}
          </button>
        </div>
      )}
    </Part>
  );
}
