import { useSyncExternalStore } from "react";

/** A menu or a dialog about one meeting. There is one at a time. */
export interface Overlay {
  readonly kind: "menu" | "copy" | "cancel" | "extend" | "qr";
  readonly id: string;
  /** Gets the focus back. */
  readonly opener: HTMLElement;
}

let current: Overlay | null = null;
const listeners = new Set<() => void>();

export function openOverlay(next: Overlay | null): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Only if it is still this one: a menu closes after its item has opened a dialog. */
export function closeOverlay(which: Overlay): void {
  if (current === which) openOverlay(null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export const currentOverlay = (): Overlay | null => current;
export const useOverlay = (): Overlay | null => useSyncExternalStore(subscribe, currentOverlay);
