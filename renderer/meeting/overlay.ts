import { createExternalValue } from "../ui/state/external-value.ts";

/** A menu or a dialog about one meeting. There is one at a time. */
export interface Overlay {
  readonly kind: "menu" | "copy" | "cancel" | "extend" | "qr";
  readonly id: string;
  /** Gets the focus back. */
  readonly opener: HTMLElement;
}

const overlay = createExternalValue<Overlay | null>(null);

export const openOverlay = overlay.set;

/** Only if it is still this one: a menu closes after its item has opened a dialog. */
export function closeOverlay(which: Overlay): void {
  if (overlay.read() === which) openOverlay(null);
}

export const currentOverlay = overlay.read;
export const useOverlay = overlay.useValue;
