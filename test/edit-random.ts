// Random edits of a page, from a seed: what a person might ask for, of every kind.

import type { LocalDate } from "../src/base/index.ts";
import {
  type EditRequest,
  type Item,
  type PageView,
  type Place,
  PRIORITIES,
  STATES,
} from "../src/domain/index.ts";

export type Random = () => number;

/** mulberry32: small, seeded, good enough to vary tests. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)]!;
}

const TITLES = [
  "Raft consensus",
  "《深入理解计算机系统》",
  "学习 Rust 异步编程",
  "[The Book](https://doc.rust-lang.org/book/)",
  "# not a heading",
  "- dash first",
  "1. one",
  "[x] a box",
  "> quoted *starred* `code`",
  "C++ & <templates>",
  "snake_case_name and __init__",
  "two\nlines",
  "Rust: the book",
  "网络：TCP 与 QUIC",
  "https://example.org/a_b_c",
  "a | b ~~c~~ \\d",
];
const NOTES = [
  "a friend's tip",
  "朋友推荐的",
  "see [docs](https://example.org/)",
  "long: with colon",
  "第二遍",
];
const DAYS = ["2021-09-02", "2023-12-31", "2024-02-29", "2026-11-23"] as LocalDate[];

function place(view: PageView, random: Random): Place {
  const others = view.items;
  const item = pick(random, others);
  const choice = Math.floor(random() * 8);
  if (choice === 0) return { before: item };
  if (choice === 1) return { after: item };
  if (choice === 2) return { under: item, top: random() < 0.3 };
  if (choice === 3) return { section: item.section, top: random() < 0.3 };
  if (choice === 4) return { priority: pick(random, PRIORITIES), top: random() < 0.3 };
  if (choice === 5 && item.group !== null) return { group: item.group, section: item.section };
  if (choice === 6)
    return {
      section: pick(
        random,
        view.sections.filter(({ role }) => role === item.role),
      ),
      top: random() < 0.3,
    };
  return { role: item.role };
}

/** One request that makes sense on this page; null where the page has nothing to edit. */
export function randomRequest(view: PageView, random: Random): EditRequest | null {
  const kinds: string[] =
    view.items.length > 0 ? ["add", "edit", "note", "move", "moves", "state", "states", "progress"] : [];
  if (view.log.length > 0) kinds.push("log-add", "log-edit", "log-remove", "log-new");
  else if (view.items.length > 0) kinds.push("log-new");
  if (kinds.length === 0) return null;
  return requestOf(view, pick(random, kinds), random);
}

export function requestOf(view: PageView, kind: string, random: Random): EditRequest {
  const item = (): Item => pick(random, view.items);
  switch (kind) {
    case "add":
      return {
        kind,
        input: { title: pick(random, TITLES), ...(random() < 0.4 ? { note: pick(random, NOTES) } : {}) },
        place: place(view, random),
      };
    case "edit": {
      const chosen = item();
      const title =
        random() < 0.5 ? `${chosen.title} 2nd` : random() < 0.5 ? `x ${chosen.title}` : pick(random, TITLES);
      return { kind, item: chosen, texts: { title } };
    }
    case "note":
      return { kind: "edit", item: item(), texts: { note: random() < 0.3 ? null : pick(random, NOTES) } };
    case "move":
      return { kind, items: [item()], place: place(view, random) };
    case "moves":
      return { kind: "move", items: [item(), item(), item()], place: place(view, random) };
    case "state":
      return {
        kind,
        items: [item()],
        state: pick(random, STATES),
        on: random() < 0.8 ? pick(random, DAYS) : null,
      };
    case "states":
      return { kind: "state", items: [item(), item()], state: pick(random, STATES), on: pick(random, DAYS) };
    case "progress":
      return {
        kind,
        item: item(),
        text: pick(random, ["35/740", "20%", "0%", "100%", "chapter 3 of 14", "第 3/14 章", "3/3", "7"]),
      };
    case "log-add":
      return {
        kind,
        input: { entry: pick(random, view.log), text: pick(random, TITLES), depth: random() < 0.8 ? 0 : 1 },
      };
    case "log-edit": {
      const entry = pick(random, view.log);
      const line = entry.bullets.length > 0 ? pick(random, entry.bullets).line : entry.line;
      return { kind, line, text: pick(random, TITLES) };
    }
    case "log-remove": {
      const entry = pick(random, view.log);
      return {
        kind,
        line: random() < 0.7 && entry.bullets.length > 0 ? pick(random, entry.bullets).line : entry.line,
      };
    }
    default: {
      const from = pick(random, DAYS);
      const to = random() < 0.3 ? null : random() < 0.5 ? from : ("2027-01-05" as LocalDate);
      return { kind: "log-add", input: { from, to, text: pick(random, TITLES) } };
    }
  }
}

export function describeRequest(request: EditRequest): string {
  const { kind } = request;
  const titles =
    "items" in request
      ? request.items.map(({ title, line }) => `${line}:${title}`).join(" + ")
      : "item" in request
        ? `${request.item.line}:${request.item.title}`
        : "";
  const where =
    "place" in request
      ? Object.entries(request.place)
          .map(
            ([key, value]) => `${key}=${typeof value === "object" ? `${value.line}:${value.title}` : value}`,
          )
          .join(" ")
      : "";
  const rest =
    "input" in request
      ? JSON.stringify({
          ...request.input,
          entry: "entry" in request.input ? request.input.entry?.title : undefined,
        })
      : JSON.stringify({
          ...("texts" in request ? request.texts : {}),
          ...("state" in request ? { state: request.state } : {}),
          ...("text" in request ? { text: request.text } : {}),
          ...("line" in request ? { line: request.line } : {}),
        });
  return `${kind} ${titles} ${where} ${rest}`;
}
