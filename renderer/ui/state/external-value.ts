import { useSyncExternalStore } from "react";

/** One value outside of any component: it stays while the components that show it come and go. */
export interface ExternalValue<Value> {
  readonly read: () => Value;
  readonly set: (value: Value) => void;
  readonly useValue: () => Value;
}

export function createExternalValue<Value>(initial: Value): ExternalValue<Value> {
  let current = initial;
  const listeners = new Set<() => void>();
  const read = () => current;
  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }
  return {
    read,
    set(value) {
      current = value;
      for (const listener of listeners) listener();
    },
    useValue: () => useSyncExternalStore(subscribe, read),
  };
}
