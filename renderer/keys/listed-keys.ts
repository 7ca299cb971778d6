import { createExternalValue } from "../ui/state/external-value.ts";

const isListed = createExternalValue(false);

export const useIsListed = isListed.useValue;
export const hideKeys = (): void => isListed.set(false);

/** Opens the list of the keys there are. */
export function listKeys(): boolean {
  if (document.querySelector("[role=dialog], [role=alertdialog]")) return false;
  isListed.set(true);
  return true;
}
