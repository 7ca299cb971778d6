import type { Meeting } from "../../main/contract/meeting.ts";
import type { Account, AppState, Organisation } from "../../main/contract/state.ts";
import { initialState } from "../../main/shell/initial-state.ts";
import { defaultSettings } from "../../main/contract/settings.ts";
import { tips } from "../../main/contract/settings/tips.ts";
import { aMeeting } from "../fakes/a-meeting.ts";

export const mockNow = Date.parse("2026-11-23T12:52:00Z");

export const meeting = (changes: Partial<Meeting> = {}): Meeting =>
  aMeeting({ startAt: mockNow, endAt: mockNow + 3_600_000, createdAt: mockNow, ...changes });

export const contoso = {
  kind: "own",
  id: "contoso",
  clientId: "3f2a0f0e-5f0a-4a5e-9d0b-2f0d3a8c1b2c",
  tenant: "contoso.com",
  cloud: "global",
} as const satisfies Organisation;

export const megan: Account = {
  id: "megan",
  organisationId: "contoso",
  name: "Megan Bowen",
  username: "megan@contoso.com",
  kind: "member",
};

const environment = {
  platform: "linux",
  appVersion: "0.1.0",
  timeZone: "Europe/Berlin",
  preferredLanguages: ["en-GB"],
} as const;

/** Somebody is signed in and looks at the popup; the rest is as the app begins. */
export const appState = (changes: Partial<AppState> = {}): AppState => ({
  ...initialState(environment, {
    ...defaultSettings,
    template: "{subject}\n{url}",
    // Tips have tests of their own.
    seenTips: tips,
  }),
  organisations: [contoso],
  accounts: [{ account: megan, key: "0123456789abcdef", problem: null }],
  sampleAvailable: true,
  session: { kind: "signed-in", account: megan },
  protection: "sealed",
  popupShown: true,
  shortcut: "Alt+Shift+M",
  listed: changes.recent?.length ?? 0,
  ...changes,
});
