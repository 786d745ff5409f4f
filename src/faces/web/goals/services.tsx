// The items that serve a goal, with the answers to the questions of importance, changed in place.

import { formatDuration } from "../../../base/index.ts";
import type { GoalJson, ServiceJson } from "../contract.ts";
import { Icon } from "../parts/icon.tsx";
import { linkTo } from "../route.ts";
import { act, app } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { sayMinutes } from "../today/time.ts";
import { goalTexts } from "./texts-goals.ts";
import { ValueField, WriteLine } from "./write-line.tsx";

export function Services({ goal }: { goal: GoalJson }) {
  const t = useTexts(goalTexts);
  const pages = app.use((state) => state.snapshot?.pages);
  const serving = new Set(goal.services.map(({ path }) => path));
  const options = (pages ?? [])
    .flatMap((page) => page.items)
    .filter(({ state, path }) => (state === "open" || state === "doing") && !serving.has(path))
    .map(({ path }) => path);
  return (
    <section aria-label={t.services}>
      <h3>{t.services}</h3>
      {goal.services.length > 0 && (
        <ul className="services">
          {goal.services.map((service) => (
            <Service key={service.line} service={service} goal={goal.title} />
          ))}
        </ul>
      )}
      <WriteLine
        name={t.addService}
        placeholder={t.servicePlaceholder}
        options={[...new Set(options)]}
        onWrite={async (item) => (await act("serve", { item, goal: goal.title }, { kept: item })) !== null}
      />
    </section>
  );
}

function Service({ service, goal }: { service: ServiceJson; goal: string }) {
  const t = useTexts(goalTexts);
  const tongue = useTongue();
  const { address, title, path, name, help, effortMin, effortFrom, people, names, priority, minutes } =
    service;
  const answer = (input: {
    helps?: "0" | "1" | "2" | "3" | null;
    effort?: string | null;
    people?: string | null;
  }): void => {
    if (address !== null) void act("serve", { item: address, goal, ...input }, { quiet: true });
  };
  const saidPeople = names ?? (people === null ? "" : people === 0 ? t.alone : String(people));
  return (
    <li className="service" data-done={service.state === "done" || undefined}>
      <p className="service-name">
        {address === null ? (
          <>
            {name} <strong className="hint">{t.noItem}</strong>
          </>
        ) : (
          <a href={linkTo("item", { path: address.path })} title={path ?? undefined}>
            {title}
          </a>
        )}
        {priority !== null && <span className="chip">{t[priority]}</span>}
        {minutes > 0 && <span className="hint">{sayMinutes(minutes, tongue)}</span>}
      </p>
      {address !== null && (
        <div className="service-answers">
          <span className="service-answer">
            {t.help}
            <select
              className="field"
              aria-label={t.helpOf(title)}
              value={help ?? ""}
              onChange={(event) => answer({ helps: (event.target.value || null) as "0" | null })}
            >
              <option value="">–</option>
              {["0", "1", "2", "3"].map((value) => (
                <option key={value} value={value}>
                  {value}
                </option>
              ))}
            </select>
          </span>
          <span className="service-answer">
            {t.effort}
            <ValueField
              value={effortMin === null || effortFrom === "estimate" ? "" : formatDuration(effortMin)}
              label={t.effortOf(title)}
              width={4}
              placeholder={effortFrom === "estimate" ? `${formatDuration(effortMin!)} (${t.estimate})` : "8h"}
              onSave={(text) => answer({ effort: text || null })}
            />
          </span>
          <span className="service-answer">
            {t.people}
            <ValueField
              value={saidPeople}
              label={t.peopleOf(title)}
              width={6}
              placeholder="–"
              onSave={(text) => answer({ people: text || null })}
            />
          </span>
        </div>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={t.unserve(title)}
        title={t.unserve(title)}
        onClick={() => void act("unserve", { item: name, goal })}
      >
        <Icon name="close" size={16} />
      </button>
    </li>
  );
}
