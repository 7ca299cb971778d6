import type { GlobalShortcut } from "electron";

import type { Call } from "../contract/requests/vocabulary.ts";
import type { AppState } from "../contract/state.ts";
import { shortcuts } from "../doors/tables.ts";

export interface ShortcutsDependencies {
  readonly system: Pick<GlobalShortcut, "register" | "unregister">;
  readonly platform: AppState["platform"];
  readonly isEnabled: () => boolean;
  readonly onAsk: (call: Call<"shortcut">) => void;
}

/**
 * Registers them anew, or not at all where they are switched off. Answers the accelerator of the first one where
 * the system took it, else null. Wayland may take it and never deliver, so nothing else depends on it.
 */
export function createShortcuts(dependencies: ShortcutsDependencies): () => string | null {
  const { system, platform, isEnabled, onAsk } = dependencies;
  return () => {
    const registered = shortcuts.map(({ accelerator: spelt, asks }) => {
      const accelerator = platform === "darwin" ? spelt.darwin : spelt.others;
      // Where a portal of Wayland's has it, unregistering does nothing.
      const press = () => {
        if (isEnabled()) onAsk(asks);
      };
      system.unregister(accelerator);
      return isEnabled() && system.register(accelerator, press) ? accelerator : null;
    });
    return registered[0] ?? null;
  };
}
