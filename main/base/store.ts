import type { AppState } from "../contract/state.ts";

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
      state = { ...next, revision: state.revision + 1 };
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

/** How the owner of some facts tells them: it neither reads the picture nor changes what others own. */
export type Publish<Name extends keyof AppState> = (facts: Partial<Pick<AppState, Name>>) => void;

export const publisherOf =
  <Name extends keyof AppState>(store: Store): Publish<Name> =>
  (facts) =>
    store.update((state) => ({ ...state, ...facts }));

/** The same store, to somebody whose part in it can end: from then on they change nothing and hear nothing. */
export function lend(store: ObservableStore): {
  readonly store: ObservableStore;
  readonly end: () => void;
} {
  let isEnded = false;
  const listening = new Set<() => void>();
  return {
    store: {
      read: () => store.read(),
      update(change) {
        if (!isEnded) store.update(change);
      },
      subscribe(listener) {
        const stop = store.subscribe(listener);
        listening.add(stop);
        return () => {
          listening.delete(stop);
          stop();
        };
      },
    },
    end() {
      isEnded = true;
      for (const stop of listening) stop();
      listening.clear();
    },
  };
}
