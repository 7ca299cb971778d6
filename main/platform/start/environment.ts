import { app } from "electron";

import type { Environment } from "../../shell/initial-state.ts";

export function readEnvironment(): Environment {
  const { platform } = process;
  return {
    platform: platform === "darwin" || platform === "win32" ? platform : "linux",
    appVersion: app.getVersion(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    preferredLanguages: app.getPreferredSystemLanguages(),
  };
}
