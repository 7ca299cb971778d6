import { failFiles, failKeyrings } from "./cases.ts";
import { killSaves } from "./kills.ts";
import { killList } from "./list-kills.ts";

/**
 * Torture of what is kept, from the real MSAL, or a press, down to the real file. Each takes how often, a seed
 * and where to say what it does, and answers figures; whoever calls decides which of them must be 0.
 */
export const storeRuns = {
  /** `count` kills of a process that saves: 10,000 take 7 minutes on two cores. */
  kills: killSaves,
  /** `count` kills of a process that presses, with the outbox and the list: about as long. */
  listKills: killList,
  /** `count` rounds of about 235 cases: 2 seconds each. */
  fileFaults: failFiles,
  /** `count` rounds of 24 cases: half a second each. */
  keyringFaults: failKeyrings,
};
