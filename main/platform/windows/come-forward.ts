import type { BrowserWindow } from "electron";

/** As much of a window as it takes to bring it before its person's eyes. */
export type Bringable = Pick<
  BrowserWindow,
  | "isMinimized"
  | "isVisible"
  | "isFocused"
  | "restore"
  | "show"
  | "focus"
  | "setVisibleOnAllWorkspaces"
>;

/**
 * Wherever it is: minimised, behind others, or on a desktop where nobody looks. Being on all desktops for a
 * moment takes it to the one in sight; Windows knows no such thing, and none is needed there.
 * @see https://www.electronjs.org/docs/latest/api/browser-window#winsetvisibleonallworkspacesvisible-options-macos-linux
 */
export function comeForward(window: Bringable): void {
  const isElsewhere = window.isVisible() && !window.isFocused();
  if (isElsewhere) window.setVisibleOnAllWorkspaces(true, asItIs);
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  if (isElsewhere) window.setVisibleOnAllWorkspaces(false, asItIs);
}

/** Otherwise macOS gives the app a place in the Dock each time. */
const asItIs = { skipTransformProcessType: true };
