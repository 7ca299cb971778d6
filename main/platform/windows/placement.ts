export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between the popup and the edge of the work area. */
const gap = 8;

/**
 * Where the popup goes: beside the tray icon, at whichever edge of the screen that is, and whole inside
 * the work area. Linux often reports no bounds for the icon (all zero): then at the corner where its
 * panel leaves the most room, which is the one nearest to `pointer`.
 */
export function placePopup(
  tray: Box | null,
  workArea: Box,
  size: Size,
  pointer: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  const isKnown = tray !== null && tray.width > 0 && tray.height > 0;
  const anchor = isKnown
    ? { x: tray.x + tray.width / 2, y: tray.y + tray.height / 2 }
    : cornerNearest(pointer, workArea);
  return {
    x: clamp(anchor.x - size.width / 2, workArea.x, workArea.width, size.width),
    y: clamp(anchor.y - size.height / 2, workArea.y, workArea.height, size.height),
  };
}

function cornerNearest(point: { x: number; y: number }, area: Box): { x: number; y: number } {
  return {
    x: point.x < area.x + area.width / 2 ? area.x : area.x + area.width,
    y: point.y < area.y + area.height / 2 ? area.y : area.y + area.height,
  };
}

/** Centred on the anchor as far as the work area allows; an icon at an edge puts the popup at that edge. */
function clamp(wanted: number, start: number, length: number, size: number): number {
  const first = start + gap;
  const last = Math.max(first, start + length - size - gap);
  return Math.round(Math.min(last, Math.max(first, wanted)));
}

/** At most 560 high, and never higher than the work area leaves. */
export const popupSize = (workArea: Box): Size => ({
  width: 380,
  height: Math.max(440, Math.min(560, workArea.height - 24)),
});
