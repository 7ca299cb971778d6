import type { JsonWebKey } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";

import type { StoredEvent } from "./graph/calendar/events.ts";
import type { StoredMeeting } from "./graph/meetings.ts";
import type { SavedTokens } from "./identity/token-store.ts";

/** What a sample organisation needs to be the same one after a restart. */
export interface SavedState {
  readonly version: 1;
  readonly signingKey: JsonWebKey;
  readonly tokens: SavedTokens;
  readonly meetings: readonly StoredMeeting[];
  readonly events?: readonly StoredEvent[];
}

/** Null where there is no state, or none that this version wrote. */
export function readState(file: string): SavedState | null {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the file is ours, and its version is looked at
    const state = JSON.parse(readFileSync(file, "utf8")) as SavedState;
    return state.version === 1 ? state : null;
  } catch {
    return null;
  }
}

/** Written before the answer leaves, so that a killed sample organisation forgets nothing it has said. */
export function writeState(file: string, state: SavedState): void {
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
