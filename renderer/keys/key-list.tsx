import { lazy, Suspense, useEffect, useRef } from "react";

import type { AppState } from "../../main/contract/state.ts";
import { useOpenerOfKeys } from "./listed-keys.ts";

const KeyDialog = lazy(() =>
  import("./key-dialog.tsx").then((module) => ({ default: module.KeyDialog })),
);

/** All keys there are, while somebody looks at them. */
export function KeyList({ state }: { readonly state: AppState }) {
  const opener = useOpenerOfKeys();
  const last = useRef(opener);

  useEffect(() => {
    const before = last.current;
    last.current = opener;
    // Whoever pressed somewhere else has put the focus there.
    const isFree = opener === null && document.activeElement === document.body;
    if (isFree && before instanceof HTMLElement) before.focus();
  }, [opener]);

  if (opener === null) return null;
  return (
    <Suspense>
      <KeyDialog state={state} />
    </Suspense>
  );
}
