import { app } from "electron";

import { systemZone } from "../../base/current-zone.ts";
import type { Environment } from "../../shell/initial-state.ts";

export function readEnvironment(): Environment {
  const { platform } = process;
  return {
    platform: platform === "darwin" || platform === "win32" ? platform : "linux",
    appVersion: app.getVersion(),
    timeZone: systemZone(),
    preferredLanguages: app.getPreferredSystemLanguages(),
  };
}
