import { globalShortcut } from "electron";

import type { AppState } from "../contract/state.ts";
import type { Call } from "../contract/requests/vocabulary.ts";
import { shortcuts } from "../doors/tables.ts";

/**
 * Answers the accelerator of the first one where the system took it, else null. Wayland may take it and never
 * deliver, so nothing else depends on it.
 */
export function registerShortcuts(
  platform: AppState["platform"],
  isEnabled: boolean,
  onAsk: (call: Call<"shortcut">) => void,
): string | null {
  const taken = shortcuts.map(({ accelerator: { darwin, others }, asks }) => {
    const accelerator = platform === "darwin" ? darwin : others;
    globalShortcut.unregister(accelerator);
    const isTaken = isEnabled && globalShortcut.register(accelerator, () => onAsk(asks));
    return isTaken ? accelerator : null;
  });
  return taken[0] ?? null;
}
