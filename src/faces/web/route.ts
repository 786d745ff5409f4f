// Which screen is shown: the part of the address behind `#/`. The server sees one address only, so a reload always
// works, also where nunc is served below a path.

import { useSyncExternalStore } from "react";

export interface Route {
  screen: string;
  /** What follows `?`, such as `line=42`. */
  query: URLSearchParams;
}

let last: { hash: string; route: Route } | null = null;

export function currentRoute(): Route {
  const { hash } = location;
  if (last?.hash !== hash) {
    const [screen = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
    last = { hash, route: { screen, query: new URLSearchParams(query) } };
  }
  return last.route;
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute, currentRoute);
}

/** Address of a screen, for links. */
export function linkTo(screen: string, query: Record<string, string | number> = {}): string {
  const search = new URLSearchParams(
    Object.entries(query).map(([key, value]) => [key, String(value)]),
  ).toString();
  return `#/${screen}${search === "" ? "" : `?${search}`}`;
}

export function goTo(screen: string, query: Record<string, string | number> = {}): void {
  location.hash = linkTo(screen, query);
}
