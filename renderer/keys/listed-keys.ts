import { createExternalValue } from "../ui/state/external-value.ts";

/** What had the focus when somebody asked for the keys; null while they are not listed. */
const opener = createExternalValue<Element | null>(null);

export const useOpenerOfKeys = opener.useValue;
export const hideKeys = (): void => opener.set(null);

/** Opens the list of the keys there are. */
export function listKeys(): boolean {
  if (document.querySelector("[role=dialog], [role=alertdialog]")) return false;
  opener.set(document.activeElement ?? document.body);
  return true;
}
