// Parts of the app that are fetched when they are first needed: screens, dialogs, menus. What could not be fetched is
// said, and asked for again the next time.

import { type ComponentType, useEffect, useState } from "react";

export interface Waiting {
  /** Whether it could not be fetched. */
  failed: boolean;
  retry: () => void;
}

/** A component that stands for one that is not here yet. */
export type Later<P> = ComponentType<P> & { fetch(): Promise<void> };

/** `Meanwhile` is drawn until the part is there, and where it could not be had. */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Meanwhile: ComponentType<Waiting> = Nothing,
): Later<P> {
  let loaded: ComponentType<P> | null = null;
  let loading: Promise<void> | null = null;
  function fetch(): Promise<void> {
    loading ??= load().then(
      (part) => {
        loaded = part;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  }
  function Part(props: P) {
    const [state, setState] = useState<"waiting" | "here" | "failed">(loaded === null ? "waiting" : "here");
    useEffect(() => {
      if (state !== "waiting") return;
      let isCurrent = true;
      fetch().then(
        () => isCurrent && setState("here"),
        () => isCurrent && setState("failed"),
      );
      return () => {
        isCurrent = false;
      };
    }, [state]);
    if (loaded !== null) {
      const Loaded = loaded;
      return <Loaded {...props} />;
    }
    return <Meanwhile failed={state === "failed"} retry={() => setState("waiting")} />;
  }
  return Object.assign(Part, { fetch });
}

function Nothing() {
  return null;
}
