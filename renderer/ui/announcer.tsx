import { useSyncExternalStore } from "react";

import { dropWithLeavers } from "./leftovers.ts";

interface Said {
  readonly polite: string;
  readonly assertive: string;
}

let said: Said = { polite: "", assertive: "" };
const listeners = new Set<() => void>();

/** Tells a screen reader. The same sentence twice is told twice: a zero-width mark makes it new. */
export function announce(sentence: string, kind: keyof Said = "polite"): void {
  const isRepeated = said[kind] === sentence;
  said = { ...said, [kind]: isRepeated ? `${sentence}\u200B` : sentence };
  for (const listener of listeners) listener();
}

dropWithLeavers(() => {
  said = { polite: "", assertive: "" };
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The two live regions there are, in the page from its load on. */
export function Announcer() {
  const { polite, assertive } = useSyncExternalStore(subscribe, () => said);
  return (
    <>
      <div className="visually-hidden" role="status">
        {polite}
      </div>
      <div className="visually-hidden" role="alert">
        {assertive}
      </div>
    </>
  );
}
