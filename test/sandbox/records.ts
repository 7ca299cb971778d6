import { generateKeyPairSync, type JsonWebKey } from "node:crypto";

import { createEvents, type Events } from "./graph/calendar/events.ts";
import { sampleCalendar } from "./graph/calendar/sample-calendar.ts";
import type { JoinUrlShape } from "./graph/join-urls.ts";
import { createMeetings, type Meetings } from "./graph/meetings.ts";
import { createTokenStore, type TokenStore } from "./identity/token-store.ts";
import { readState, writeState } from "./state-file.ts";

/** What the organisation remembers. */
export interface Records {
  readonly signingKey: JsonWebKey;
  readonly store: TokenStore;
  readonly meetings: Meetings;
  readonly events: Events;
}

export interface RecordsOptions {
  readonly stateFile: string | null;
  readonly joinUrlShape: JoinUrlShape | "mixed";
  readonly now: () => number;
}

/** Taken from the state file where there is one, and written back to it after each change. */
export function createRecords({ stateFile, joinUrlShape, now }: RecordsOptions): Records {
  const saved = stateFile === null ? null : readState(stateFile);
  const signingKey = saved?.signingKey ?? newSigningKey();
  const onChange = () => {
    if (stateFile === null) return;
    const tokens = store.save();
    const made = { meetings: meetings.all(), events: events.all() };
    writeState(stateFile, { version: 1, signingKey, tokens, ...made });
  };
  const store = createTokenStore({ saved: saved?.tokens ?? null, now, onChange });
  const meetings = createMeetings({ saved: saved?.meetings ?? [], joinUrlShape, now, onChange });
  const events = createEvents({
    saved: saved?.events ?? [],
    meetings,
    sampleCalendar,
    now,
    onChange,
  });
  return { signingKey, store, meetings, events };
}

function newSigningKey(): JsonWebKey {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return privateKey.export({ format: "jwk" });
}
