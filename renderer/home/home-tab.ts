import { createExternalValue } from "../ui/state/external-value.ts";

export type HomeTab = "recent" | "upcoming";

/** Which list Home shows: kept while the window is hidden or shows another view. */
const chosen = createExternalValue<HomeTab>("recent");

export const chooseTab = chosen.set;
export const useHomeTab = chosen.useValue;

/** Where the list is gone that had the focus, the tab has it. */
export function goToTab(tab: HomeTab): boolean {
  const button = document.querySelector<HTMLElement>(`#tab-${tab}`);
  if (!button) return false;
  button.focus();
  chooseTab(tab);
  return true;
}
