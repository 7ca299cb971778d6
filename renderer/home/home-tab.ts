import { useSyncExternalStore } from "react";

export type HomeTab = "recent" | "upcoming";

/** Which list Home shows: kept while the window is hidden or shows another view. */
let current: HomeTab = "recent";
const listeners = new Set<() => void>();

export function chooseTab(next: HomeTab): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const currentTab = (): HomeTab => current;
export const useHomeTab = (): HomeTab => useSyncExternalStore(subscribe, currentTab);

/** Where the list is gone that had the focus, the tab has it. */
export function goToTab(tab: HomeTab): boolean {
  const button = document.querySelector<HTMLElement>(`#tab-${tab}`);
  if (!button) return false;
  button.focus();
  chooseTab(tab);
  return true;
}
