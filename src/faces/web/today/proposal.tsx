// A proposed plan: drawn over the lane with its reasons, and summed up beside it with what found no place. Nothing is
// written before it is accepted; if the day changes meanwhile it is proposed anew.

import { useEffect } from "react";
import type { DayJson, PlanJson } from "../contract.ts";
import { Icon } from "../parts/icon.tsx";
import { useTexts, useTongue } from "../texts.ts";
import { styleOf } from "./block.tsx";
import { acceptPlan, discardPlan, propose } from "./day-actions.ts";
import { today } from "./day-state.ts";
import { isStanding, splitPath } from "./layout.ts";
import { PriorityMark } from "./marks.tsx";
import { todayTexts } from "./texts-today.ts";
import { minuteOf, sayMinutes, wallOf } from "./time.ts";

type Proposed = PlanJson["blocks"][number];

function isSmall(block: Proposed): boolean {
  return block.min < 40;
}

interface ProposedProps {
  day: DayJson;
  proposal: PlanJson;
  start: number;
}

/** The blocks themselves. What has passed shows through from below. */
export function ProposedBlocks({ day, proposal, start }: ProposedProps) {
  const t = useTexts(todayTexts);
  const words = { new: t.changeNew, moved: t.changeMoved, kept: t.changeKept, past: t.changeKept };
  if (proposal.date !== day.date) return null;
  return (
    <ol className="proposed" aria-label={t.proposal}>
      {proposal.blocks
        .filter(({ change }) => change !== "past")
        .map((block) => {
          const { before, leaf } = splitPath(block.kind === "buffer" ? t.buffer : block.text);
          return (
            <li
              key={`${block.from} ${block.text}`}
              className="block is-proposed"
              data-kind={block.kind}
              data-priority={block.priority ?? undefined}
              data-change={block.change}
              data-size={block.min < 25 ? "s" : isSmall(block) ? "m" : block.min < 65 ? "l" : "xl"}
              style={styleOf({ from: minuteOf(block.from), to: minuteOf(block.to) }, start)}
            >
              <div className="block-text">
                <p className="block-title">
                  {block.priority !== null && <PriorityMark priority={block.priority} />}
                  {block.kind === "buffer" && <Icon name="buffer" size={13} />}
                  {block.kind === "commitment" && <Icon name="repeat" size={13} />}
                  <span className="block-name" title={before}>
                    {leaf}
                  </span>
                  {block.pinned && <Icon name="pin" size={13} />}
                  <span className={block.change === "kept" ? "change is-kept" : "change"}>
                    {words[block.change]}
                  </span>
                </p>
                <p className="block-facts">
                  <span className="block-time">
                    {wallOf(block.from)} – {wallOf(block.to)}
                  </span>
                </p>
                {block.reason !== null && (
                  <p className={isSmall(block) ? "block-reason is-line" : "block-reason"}>{block.reason}</p>
                )}
              </div>
            </li>
          );
        })}
    </ol>
  );
}

/** What it comes to, and the choice. */
export function ProposalCard({ day }: { day: DayJson }) {
  const t = useTexts(todayTexts);
  const tongue = useTongue();
  const proposal = today.use((state) => state.proposal);
  const isStale = proposal !== null && (proposal.hash !== day.hash || proposal.plan.date !== day.date);
  useEffect(() => {
    if (isStale) void propose();
  }, [isStale]);
  const isHere = proposal !== null;
  useEffect(() => {
    if (isHere) document.querySelector(".proposed > li")?.scrollIntoView({ block: "nearest" });
  }, [isHere]);
  if (proposal === null || proposal.plan.date !== day.date) return null;
  const { plan, fresh } = proposal;
  const count = plan.blocks.filter(({ kind, change }) => kind !== "buffer" && change !== "past").length;
  const isSame = plan.blocks.every(({ change }) => change === "kept" || change === "past");
  const say = (min: number): string => sayMinutes(min, tongue);
  // A day off is left alone until one says otherwise.
  const isOff = day.isOff && !fresh && count === 0;
  const isEmpty = !isOff && count === 0 && plan.unplaced.length === 0;
  const stands = fresh || day.blocks.some(isStanding);
  return (
    <section className="card is-strong sheet" aria-labelledby="proposal">
      <h2 id="proposal">{t.proposal}</h2>
      <p>
        {isOff
          ? t.proposalOff
          : isEmpty
            ? t.proposalEmpty
            : isSame && plan.blocks.length > 0
              ? t.proposalSame
              : t.proposalLead(count, say(plan.bufferMin))}
      </p>
      {plan.bufferShortMin > 0 && !isOff && (
        <p className="is-bad">{t.proposalShort(say(plan.bufferShortMin))}</p>
      )}
      {plan.freeMin > 0 && <p className="hint">{t.proposalFree(say(plan.freeMin))}</p>}
      {plan.unplaced.length > 0 && (
        <>
          <h3>{t.unplaced}</h3>
          <ul className="unplaced">
            {plan.unplaced.map((one) => (
              <li key={one.text}>
                <p>
                  {one.text} <small>{say(one.min)}</small>
                </p>
                <p className="hint">{one.reason}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {stands && !isOff && (
        <label className="tick">
          <input type="checkbox" checked={!fresh} onChange={() => void propose(!fresh)} />
          {t.keepPlaces}
        </label>
      )}
      <div className="card-acts">
        <button
          type="button"
          className="button is-main"
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for it, and Enter accepts
          autoFocus
          onClick={() => void (isOff ? propose(true) : acceptPlan())}
        >
          {isOff ? t.planOff : t.accept}
        </button>
        <button type="button" className="button is-plain" onClick={discardPlan}>
          {t.discard}
        </button>
      </div>
    </section>
  );
}
