// One entry of the log: its dates in the person's words and in plain ones, its bullets as Markdown. A bullet is edited
// where it stands (click, or Enter on it), the whole entry as Markdown by its button.
// Invariant: what was typed is saved, shown in a conflict, or thrown away by the person; never dropped by a redraw.

import { type KeyboardEvent, memo, useEffect, useId, useMemo, useRef } from "react";
import { Icon } from "../parts/icon.tsx";
import { linkTo } from "../route.ts";
import { useTexts, useTongue } from "../texts.ts";
import { type Editing, useEditing } from "./log-edit.ts";
import { Mentions } from "./log-mentions.tsx";
import type { TimelineEntry } from "./log-model.ts";
import { logTexts, sayRange } from "./log-texts.ts";
import { type LogBlock, readBlocks, renderRun } from "./preview.ts";

interface EntryProps {
  entry: TimelineEntry;
  find: string;
  /** Whether it stands below a month, which sets the level of its heading. */
  isDated: boolean;
}

export const LogEntryView = memo(function LogEntryView({ entry, find, isDated }: EntryProps) {
  const t = useTexts(logTexts);
  const id = useId();
  const blocks = useMemo(() => readBlocks(entry.markdown, { find }), [entry.markdown, find]);
  const { editing, set: setEditing, save } = useEditing(entry);
  const finish = (isKept: boolean) => (isKept ? save() : setEditing(null));
  // Where the server counted the bullets otherwise, their lines cannot be told apart: only the whole entry is edited.
  const first = useMemo(
    () => (countBullets(blocks) === entry.bullets.length ? firstBullet(blocks) : null),
    [blocks, entry.bullets.length],
  );

  return (
    <article
      className="log-entry"
      data-key={entry.key}
      data-open={entry.open || undefined}
      tabIndex={-1}
      aria-labelledby={id}
    >
      <header className="entry-head">
        <Dates entry={entry} id={id} isDated={isDated} />
        <div className="entry-acts">
          {entry.archived ? (
            <span className="entry-archived" title={entry.file}>
              {t.archived}
            </span>
          ) : (
            <a
              className="icon-button"
              href={linkTo("page", { line: entry.line })}
              title={t.inText}
              aria-label={t.inText}
            >
              <Icon name="page" size={16} />
            </a>
          )}
          <button
            type="button"
            className="icon-button"
            title={t.edit}
            aria-label={`${t.edit}: ${entry.title}`}
            onClick={() =>
              setEditing({ kind: "entry", index: 0, original: entry.markdown, text: entry.markdown })
            }
          >
            <Icon name="more" size={16} />
          </button>
        </div>
      </header>
      {editing?.kind === "entry" ? (
        <EditBox
          label={t.editOf(entry.title)}
          editing={editing}
          onText={(text) => setEditing({ ...editing, text })}
          onDone={finish}
        />
      ) : (
        <Blocks
          blocks={blocks}
          find={find}
          isTop
          first={first}
          editing={editing}
          onEditing={setEditing}
          onDone={finish}
        />
      )}
    </article>
  );
});

function firstBullet(blocks: readonly LogBlock[]): LogBlock | null {
  return blocks.find(({ kind }) => kind === "bullet") ?? null;
}

function countBullets(blocks: readonly LogBlock[]): number {
  return blocks.reduce(
    (sum, block) => sum + (block.kind === "bullet" ? 1 + countBullets(block.children) : 0),
    0,
  );
}

function Dates({ entry, id, isDated }: { entry: TimelineEntry; id: string; isDated: boolean }) {
  const Heading = isDated ? "h4" : "h2";
  const t = useTexts(logTexts);
  const tongue = useTongue();
  const { first, last, open, title, days } = entry;
  const year = last?.slice(0, 4) ?? null;
  const plain =
    first === null || last === null
      ? open
        ? t.now
        : title
      : open
        ? t.since(sayRange(first, first, null, tongue))
        : sayRange(first, last, year, tongue);
  return (
    <Heading id={id} className="entry-dates">
      <span className="entry-plain">{plain}</span>
      {open && <span className="entry-open">{t.goingOn}</span>}
      {days !== null && <span className="entry-days">{t.days(days)}</span>}
      {title !== plain && <span className="entry-own">{title}</span>}
    </Heading>
  );
}

interface BlocksProps {
  blocks: readonly LogBlock[];
  find: string;
  isTop?: boolean;
  first: LogBlock | null;
  editing: Editing | null;
  onEditing: (editing: Editing | null) => void;
  onDone: (isKept: boolean) => void;
}

function Blocks(props: BlocksProps) {
  const { blocks, isTop } = props;
  const groups: LogBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]!.kind === "bullet" && block.kind === "bullet") last.push(block);
    else groups.push([block]);
  }
  return groups.map((group, at) => {
    const [block] = group;
    if (block!.kind === "html") {
      return (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name
          key={at}
          className="preview-body"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: markdown-it with html off, see preview.ts
          dangerouslySetInnerHTML={{ __html: block!.html }}
        />
      );
    }
    const List = block!.bullet.number === null ? "ul" : "ol";
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name
      <List key={at} className={isTop ? "entry-bullets is-top" : "entry-bullets"}>
        {group.map((one, number) =>
          one.kind === "bullet" ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a bullet is known by its place
            <Bullet key={number} {...props} block={one} />
          ) : null,
        )}
      </List>
    );
  });
}

type BulletProps = BlocksProps & { block: LogBlock & { kind: "bullet" } };

function Bullet({ block, ...rest }: BulletProps) {
  const t = useTexts(logTexts);
  const { find, editing, onEditing, onDone, first } = rest;
  const { source, index } = block.bullet;
  const mine = editing?.kind === "bullet" && editing.index === index ? editing : null;
  const place = useRef<HTMLDivElement>(null);
  const html = useMemo(() => renderRun(source.replace(/^\[(.)\]\s+/, ""), { find }), [source, find]);
  const box = /^\[(.)\]\s+/.exec(source)?.[1];
  const canEdit = first !== null;
  const start = () => canEdit && onEditing({ kind: "bullet", index, original: source, text: source });
  const wasEditing = useRef(false);
  useEffect(() => {
    // Back from editing by keyboard: the bullet has the focus again.
    if (mine === null && wasEditing.current) place.current?.focus();
    wasEditing.current = mine !== null;
  }, [mine]);

  return (
    <li value={block.bullet.number === null ? undefined : Number(block.bullet.number)}>
      {mine !== null ? (
        <EditBox
          label={t.editBullet}
          editing={mine}
          oneLine
          onText={(text) => onEditing({ ...mine, text })}
          onDone={onDone}
        />
      ) : (
        // The click is a shortcut for Enter on the focused bullet; links inside stay links.
        // biome-ignore lint/a11y/noStaticElementInteractions: it holds links, so it cannot be a button itself
        <div
          ref={place}
          className="bullet preview-run"
          data-bullet={canEdit ? "" : undefined}
          // One tab stop an entry; arrows move between its bullets.
          tabIndex={block === first ? 0 : -1}
          title={canEdit ? t.bulletHint : undefined}
          onClick={(event) => {
            if (!(event.target as Element).closest("a") && getSelection()?.isCollapsed !== false) start();
          }}
          onKeyDown={(event) => {
            if (event.target !== event.currentTarget) return;
            if (event.key === "Enter" || event.key === "F2") {
              event.preventDefault();
              start();
            } else moveFocus(event);
          }}
        >
          {box !== undefined && (
            <span className="preview-box" data-state={/[xX]/.test(box) ? "done" : "open"} />
          )}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markdown-it with html off, see preview.ts */}
          <span dangerouslySetInnerHTML={{ __html: html }} /> <Mentions text={source} />
        </div>
      )}
      {block.children.length > 0 && <Blocks {...rest} isTop={false} blocks={block.children} />}
    </li>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const all = [...document.querySelectorAll<HTMLElement>(".log-timeline [data-bullet]")];
  const next = all[all.indexOf(event.currentTarget) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

interface EditBoxProps {
  label: string;
  editing: Editing;
  /** Enter saves, as in a field of one line. */
  oneLine?: boolean;
  onText: (text: string) => void;
  onDone: (isKept: boolean) => void;
}

function EditBox({ label, editing, oneLine = false, onText, onDone }: EditBoxProps) {
  const t = useTexts(logTexts);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const area = field.current!;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  }, []);
  return (
    <div className="entry-edit">
      <textarea
        ref={field}
        className={oneLine ? "field" : "field is-source"}
        value={editing.text}
        rows={oneLine ? 1 : 6}
        aria-label={label}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const saves =
            event.key === "Enter" && (event.ctrlKey || event.metaKey || (oneLine && !event.shiftKey));
          if (!saves && event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          onDone(saves);
        }}
        onBlur={(event) => {
          // Leaving the field keeps what was typed; only Escape and "Cancel" let it go.
          const isLeaving = document.hasFocus() && !(event.relatedTarget instanceof HTMLButtonElement);
          if (oneLine && isLeaving) onDone(true);
        }}
      />
      <div className="entry-edit-foot">
        {!oneLine && <small>{t.keysSave}</small>}
        <button type="button" className="button is-plain" onClick={() => onDone(false)}>
          {t.cancel}
        </button>
        <button type="button" className="button is-main" onClick={() => onDone(true)}>
          {t.save}
        </button>
      </div>
    </div>
  );
}
