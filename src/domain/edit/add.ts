// Adds an item: one new line in the style of its neighbours, its text written so that it reads back as it was typed.

import { AppError, isCjk } from "../../base/index.ts";
import type { Patch } from "../../page/index.ts";
import type { PageView } from "../item.ts";
import { noteSeparator, speaksChinese } from "./habits.ts";
import { insertEntries } from "./insert.ts";
import { PRIORITY_HEADINGS, ROLE_HEADINGS, sayEdit } from "./messages.ts";
import { newSection } from "./new-section.ts";
import { findPlace, opensSection, type Place, type Spot } from "./place.ts";
import type { AddText, EditOptions } from "./request.ts";
import { escapeLine, type Keeps, oneLine } from "./text.ts";
import { tryWays, type Way } from "./try.ts";

/**
 * Patches that add an item at a place. A title on several lines becomes one line; marks in it that would be read as
 * Markdown are escaped, links that were typed stay links.
 * @throws AppError usage for an empty title; missing where the page has no such place; invalid where it cannot be written so
 * that it reads back.
 */
export function addItem(view: PageView, input: AddText, place: Place, options: EditOptions = {}): Patch[] {
  const tongue = options.tongue ?? "en";
  const title = writeTyped(input.title, true, options);
  const typedNote = oneLine(input.note ?? "");
  const note = typedNote === "" ? "" : writeTyped(typedNote, false, options, "marks");
  if (opensSection(view, place)) {
    const language = speaksChinese(view, title) || isCjk([...title].find(isCjk)) ? "zh" : "en";
    const headings = [ROLE_HEADINGS[place.role ?? "learning"][language]];
    if (place.priority != null) headings.push(PRIORITY_HEADINGS[place.priority][language]);
    const content = note === "" ? title : `${title}${language === "zh" ? "：" : ": "}${note}`;
    const way: Way = () => [newSection(view, headings, content)];
    return tryWays(view, { kind: "add", input, place }, [way], options).patches;
  }
  const spot = findPlace(view, place, tongue);
  const siblings = view.items.filter((item) =>
    spot.list === null ? item.section === spot.section : item.list === spot.list,
  );
  const habit = noteSeparator(view, siblings, title);
  const separators = note === "" ? [""] : [...new Set([habit, ": ", "："])];
  const before = spot.mark?.before === true ? spot.mark.text : "";
  const behind = spot.mark?.before === false ? spot.mark.text : "";
  const contents = separators.flatMap((separator) => [
    before + title + behind + separator + note,
    before + title + separator + note + behind,
  ]);
  const ways = [...new Set(contents)].map(
    (content): Way =>
      () =>
        addLine(view, spot, content, input.checkbox),
  );
  return tryWays(view, { kind: "add", input, place }, ways, options).patches;
}

function addLine(view: PageView, spot: Spot, content: string, checkbox: boolean | undefined): Patch[] {
  const known =
    spot.list === null
      ? view.items.filter(
          (item) => item.section === spot.section && item.depth === (spot.parent?.depth ?? -1) + 1,
        )
      : [];
  const sectionBoxed =
    known.length > 0 && known.filter(({ entry }) => entry.checkbox !== null).length * 2 > known.length;
  return insertEntries(view, spot, [
    (head, boxed) => {
      const box = (checkbox ?? boxed ?? sectionBoxed) ? "[ ] " : "";
      return [`${head.lead}${head.marker}${head.gap}${box}${content}`];
    },
  ]);
}

/** What was typed as Markdown of one line. @throws AppError usage where it is empty or cannot stand in a list entry. */
export function writeTyped(
  typed: string,
  atStart: boolean,
  options: EditOptions,
  keeps: Keeps = "links",
): string {
  const line = oneLine(typed);
  const { emptyText, notOneLine } = sayEdit(options.tongue ?? "en");
  if (line === "") throw new AppError("usage", emptyText());
  const written = escapeLine(line, atStart, keeps);
  if (written === null) throw new AppError("usage", notOneLine(line));
  return written;
}
