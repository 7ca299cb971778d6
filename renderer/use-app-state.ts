import { useSyncExternalStore } from "react";

import type { AppState } from "../main/contract/state.ts";
import { app } from "./app.ts";

/** The last state main published. Nothing here changes it. */
let current: AppState | null = null;
const listeners = new Set<() => void>();

function take(state: AppState): void {
  current = state;
  for (const listener of listeners) listener();
}

app.onState(take);
void app.getState().then((answer) => {
  // A newer one may have been published while this was asked for.
  if (answer.ok && current === null) take(answer.value);
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Null until main has answered for the first time. */
export const useAppState = (): AppState | null => useSyncExternalStore(subscribe, () => current);
