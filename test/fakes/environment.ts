import type { Environment } from "../../main/shell/initial-state.ts";

/** A computer in Berlin that speaks English. */
export const environment: Environment = {
  platform: "linux",
  appVersion: "0.0.0",
  timeZone: "Europe/Berlin",
  preferredLanguages: ["en"],
};
