import { failFiles, failKeyrings } from "./cases.ts";
import { killSaves } from "./kills.ts";

/**
 * Torture of the token store, from the real MSAL down to the real file. Each takes how often, a seed
 * and where to say what it does, and answers figures; whoever calls decides which of them must be 0.
 */
export const storeRuns = {
  /** `count` kills of a process that saves: 10,000 take 7 minutes on two cores. */
  kills: killSaves,
  /** `count` rounds of about 235 cases: 2 seconds each. */
  fileFaults: failFiles,
  /** `count` rounds of 24 cases: half a second each. */
  keyringFaults: failKeyrings,
};
