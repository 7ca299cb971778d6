import type { AppState } from "./contract/state.ts";

export interface Store {
  read(): AppState;
  /** Replaces the state by what `change` makes of it. Returning the same object changes nothing. */
  update(change: (state: AppState) => AppState): void;
}

export interface ObservableStore extends Store {
  /** Calls back after each change; returns its own unsubscribe. */
  subscribe(listener: (state: AppState) => void): () => void;
}

/** The one AppState. Only main changes it; windows and tray draw what it publishes. */
export function createStore(initial: AppState): ObservableStore {
  let state = initial;
  const listeners = new Set<(state: AppState) => void>();
  return {
    read: () => state,
    update(change) {
      const next = change(state);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener(state);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
