// The shelf: books by state, the finished ones by the year in which they were finished.

import type { ReactNode } from "react";
import { isHalfUnderstood } from "../half-understood.ts";
import { ListDrag } from "../list/drag.tsx";
import { ItemOverlays } from "../list/item-overlays.tsx";
import type { ItemNode } from "../list/item-tree.ts";
import { list, useTree } from "../list/list-state.ts";
import { ProgressField } from "../list/progress-field.tsx";
import { QuickAdd } from "../list/quick-add.tsx";
import { Row } from "../list/row.tsx";
import { RowEditor } from "../list/row-editor.tsx";
import { readingTexts } from "../list/texts-reading.ts";
import { useLastingFocus } from "../list/use-lasting-focus.ts";
import { Icon } from "../parts/icon.tsx";
import { useFold } from "../preferences.ts";
import { linkTo } from "../route.ts";
import { usePage } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";

export function ReadingScreen() {
  const t = useTexts(readingTexts);
  const shell = useTexts(shellTexts);
  const tree = useTree();
  const orphan = list.use((state) => state.editing !== null && !tree.byKey.has(state.editing.key));
  const page = usePage();
  const half = page !== null && isHalfUnderstood(page);
  useLastingFocus();

  const books = tree.roots.filter(({ item }) => item.role === "reading");
  const inState = (state: ItemNode["item"]["state"]): ItemNode[] =>
    books.filter(({ item }) => item.state === state);
  const doing = inState("doing");
  const open = inState("open");
  const finished = inState("done");
  const dropped = inState("dropped");
  if (books.length === 0) {
    return (
      <section className="centre first-steps">
        <h1>{t.emptyTitle}</h1>
        <p>{t.emptyLead}</p>
        <QuickAdd plain where={t.shelf} place={{ role: "reading" }} />
        {half && <a href={linkTo("page", { view: "headings" })}>{t.onThePage}</a>}
      </section>
    );
  }
  return (
    <section className="screen reading-screen">
      <header className="screen-head">
        <h1>{shell.reading}</h1>
        <p className="screen-note">{t.books(books.length)}</p>
      </header>
      {orphan && <RowEditor />}
      <ListDrag>
        <Shelf id="doing" name={t.now} books={doing}>
          {doing.length === 0 && <p className="nothing">{t.nothingNow}</p>}
        </Shelf>
        <Shelf id="open" name={t.next} books={open}>
          <QuickAdd plain where={t.shelf} place={{ role: "reading" }} />
        </Shelf>
        {finished.length > 0 && <Finished books={finished} />}
        {dropped.length > 0 && <Shelf id="dropped" name={t.dropped} books={dropped} folded />}
      </ListDrag>
      <ItemOverlays />
    </section>
  );
}

interface ShelfProps {
  id: string;
  name: string;
  books: ItemNode[];
  folded?: boolean;
  children?: ReactNode;
}

function Shelf({ id, name, books, folded: foldedAtFirst = false, children }: ShelfProps) {
  const [folded, toggle] = useFold(`shelf:${id}`, foldedAtFirst);
  return (
    <section className={`shelf is-${id}`} aria-labelledby={`shelf-${id}`}>
      <ShelfHead id={id} name={name} count={books.length} folded={folded} toggle={toggle} />
      {!folded && (
        <>
          <Books id={id} books={books} withProgress={id === "doing"} />
          {children}
        </>
      )}
    </section>
  );
}

function ShelfHead(props: { id: string; name: string; count: number; folded: boolean; toggle: () => void }) {
  return (
    <h2 id={`shelf-${props.id}`} className="shelf-head">
      <button type="button" aria-expanded={!props.folded} onClick={props.toggle}>
        <Icon name="chevron" size={14} />
        {props.name}
        <span className="column-count">{props.count}</span>
      </button>
    </h2>
  );
}

function Books({
  id,
  books,
  withProgress = false,
}: {
  id: string;
  books: ItemNode[];
  withProgress?: boolean;
}) {
  if (books.length === 0) return null;
  return (
    <ul className="books">
      {books.map((book, index) => (
        <Row key={book.key} node={book} index={index} group={`shelf:${id}`} shown={null}>
          {withProgress ? (
            <ProgressField node={book} />
          ) : book.item.doneOn !== null ? (
            <time>{book.item.doneOn}</time>
          ) : undefined}
        </Row>
      ))}
    </ul>
  );
}

function Finished({ books }: { books: ItemNode[] }) {
  const t = useTexts(readingTexts);
  const [folded, toggle] = useFold("shelf:done", false);
  const years = Map.groupBy(books, ({ item }) => item.doneOn?.slice(0, 4) ?? "");
  // Latest year first; what has no date stands last.
  const ordered = [...years].sort(([a], [b]) => b.localeCompare(a));
  return (
    <section className="shelf is-done" aria-labelledby="shelf-done">
      <ShelfHead id="done" name={t.finished} count={books.length} folded={folded} toggle={toggle} />
      {!folded &&
        ordered.map(([year, ofYear]) => (
          <div key={year} className="shelf-year">
            <h3>
              {year === "" ? (ordered.length > 1 ? t.undated : "") : year}
              <span className="column-count">{ordered.length > 1 ? ofYear.length : ""}</span>
            </h3>
            <Books
              id={`done-${year}`}
              books={ofYear.sort((a, b) => (b.item.doneOn ?? "").localeCompare(a.item.doneOn ?? ""))}
            />
          </div>
        ))}
    </section>
  );
}
