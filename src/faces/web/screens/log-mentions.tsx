// Which items a bullet of the log names, as a quiet way to their pages. Looked for while the browser has nothing else to do, and
// once for each text: a log of years has thousands of them.

import { useEffect, useState } from "react";
import { type LogMatcher, makeLogMatcher } from "../../../domain/index.ts";
import type { PageSnapshot } from "../contract.ts";
import { itemCommandTexts } from "../item/texts-commands.ts";
import { Icon } from "../parts/icon.tsx";
import { linkTo } from "../route.ts";
import { usePage } from "../state.ts";
import { useTexts } from "../texts.ts";

interface Named {
  path: string;
  title: string;
}

interface Finder {
  items: PageSnapshot["items"];
  match: LogMatcher;
  known: Map<string, readonly Named[]>;
}

let finder: Finder | null = null;

/** One for the items of a page as they are called. */
function finderOf({ items }: PageSnapshot): Finder {
  const isSame =
    finder !== null &&
    finder.items.length === items.length &&
    finder.items.every(({ path }, at) => path === items[at]!.path);
  if (finder !== null && isSame) return finder;
  const byLine = new Map(items.map(({ line }, index) => [line, index]));
  const match = makeLogMatcher(
    items.map(({ title, parent }) => ({
      title,
      former: [],
      parent: parent === null ? null : (byLine.get(parent) ?? null),
    })),
  );
  finder = { items, match, known: new Map() };
  return finder;
}

const waiting: (() => void)[] = [];
const PART_MS = 8;

/** Does what waits in short parts, when there is time. */
function whenCalm(work: () => void): void {
  waiting.push(work);
  if (waiting.length === 1) schedule();
}

function schedule(): void {
  const run = (): void => {
    const until = performance.now() + PART_MS;
    while (waiting.length > 0 && performance.now() < until) waiting.shift()!();
    if (waiting.length > 0) schedule();
  };
  if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: 2000 });
  else setTimeout(run, 50);
}

const NONE: readonly Named[] = [];

function useNamed(text: string): readonly Named[] {
  const page = usePage();
  const [named, setNamed] = useState(NONE);
  useEffect(() => {
    if (page === null) return;
    let isCurrent = true;
    const { items, match, known } = finderOf(page);
    const show = (): void => {
      if (!isCurrent) return;
      let found = known.get(text);
      if (found === undefined) {
        found = match(text).map((index) => ({ path: items[index]!.path, title: items[index]!.title }));
        known.set(text, found);
      }
      setNamed(found.length === 0 ? NONE : found);
    };
    if (known.has(text)) show();
    else whenCalm(show);
    return () => {
      isCurrent = false;
    };
  }, [page, text]);
  return named;
}

export function Mentions({ text }: { text: string }) {
  const t = useTexts(itemCommandTexts);
  const named = useNamed(text);
  return named.map(({ path, title }) => (
    <a
      key={path}
      className="bullet-item"
      href={linkTo("item", { path })}
      aria-label={t.openItemOf(title)}
      title={path}
    >
      <Icon name="open" size={13} />
      <span>{title}</span>
    </a>
  ));
}
