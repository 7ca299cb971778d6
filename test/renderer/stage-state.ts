import type { Meeting } from "../../main/contract/meeting.ts";
import type { Account, AppState, Organisation } from "../../main/contract/state.ts";
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

export function appState(changes: Partial<AppState> = {}): AppState {
  return {
    organisations: [contoso],
    accounts: [{ account: megan, key: "0123456789abcdef", problem: null }],
    sampleAvailable: true,
    session: { kind: "signed-in", account: megan },
    signIn: { kind: "idle" },
    proxyLogin: null,
    protection: "sealed",
    online: true,
    creation: { kind: "idle" },
    recent: [],
    leaving: [],
    room: null,
    linkReady: false,
    calendarAllowed: false,
    upcoming: { kind: "off" },
    settings: {
      theme: "system",
      language: "system",
      defaultSubject: "Quick meeting",
      defaultDurationMinutes: 60,
      accountDefaults: {},
      presets: [],
      copyFormat: "link",
      template: "{subject}\n{url}",
      keepLinkReady: true,
      askBeforeSecond: true,
      notifyWhenCreated: true,
      showUpcoming: false,
      notifyBeforeMeetings: true,
      shortcutEnabled: true,
      showAsWindow: false,
      keepWithoutKeyring: false,
    },
    language: "en",
    locale: "en-GB",
    timeZone: "Europe/Berlin",
    view: "home",
    detailsOf: null,
    popupShown: true,
    presentation: "popup",
    platform: "linux",
    shortcut: "Alt+Shift+M",
    appVersion: "0.1.0",
    ...changes,
  };
}
