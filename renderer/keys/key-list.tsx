import { lazy, Suspense } from "react";

import type { AppState } from "../../main/contract/state.ts";
import { useIsListed } from "./listed-keys.ts";

const KeyDialog = lazy(() =>
  import("./key-dialog.tsx").then((module) => ({ default: module.KeyDialog })),
);

/** All keys there are, while somebody looks at them. */
export function KeyList({ state }: { readonly state: AppState }) {
  return (
    useIsListed() && (
      <Suspense>
        <KeyDialog state={state} />
      </Suspense>
    )
  );
}
