import { globalShortcut } from "electron";

/** Not Ctrl+Alt: that is AltGr, and would type a letter on German layouts. */
export const meetNowAccelerator = (platform: string): string =>
  platform === "darwin" ? "Control+Command+M" : "Alt+Shift+M";

/**
 * Answers the accelerator where the system took it, else null. Wayland may take it and never deliver,
 * so nothing else depends on it.
 */
export function registerMeetNow(
  platform: string,
  isEnabled: boolean,
  onPressed: () => void,
): string | null {
  const accelerator = meetNowAccelerator(platform);
  globalShortcut.unregister(accelerator);
  if (!isEnabled) return null;
  return globalShortcut.register(accelerator, onPressed) ? accelerator : null;
}
