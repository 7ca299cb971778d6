import { describe, expect, test } from "vitest";

import {
  claimsOf,
  type Offer,
  offersOf,
} from "../../../../main/contract/offers/creation-offers.ts";
import type { AppError } from "../../../../main/contract/errors.ts";
import { isLessGuarded } from "../../../../main/contract/meeting-options.ts";
import { created, creating, failed } from "../../../fakes/a-creation.ts";
import { aMeeting } from "../../../fakes/a-meeting.ts";

const trace = null;
const errors: readonly AppError[] = [
  { kind: "offline", trace },
  { kind: "intercepted", trace },
  { kind: "captive-portal", trace },
  { kind: "throttled", retryAfterSeconds: 3_600, retryAt: 3_600_000, trace },
  { kind: "no-answer", trace },
  { kind: "not-allowed", trace },
  { kind: "personal-account", username: null, trace },
  { kind: "calendar-not-allowed", trace },
  { kind: "no-teams-calendar" },
  { kind: "event-forgotten" },
  { kind: "time-refused", trace },
  { kind: "sign-in-again", reason: null, trace },
  { kind: "sign-in-again", reason: "blocked-by-policy", trace },
  { kind: "disk-failed" },
  { kind: "not-signed-in" },
  { kind: "unexpected", reference: "r", trace },
];

/** What only reads or closes leads nowhere. */
const leadsOn = (offers: readonly Offer[]) =>
  offers.some((offer) => offer !== "dismiss" && offer !== "copy-details");

describe("no failure is a dead end", () => {
  test.each(errors)("$kind", (error) => {
    const later = 3_600_000;
    for (const outcome of ["not-created", "unsure", "unsure-change", "not-ended"] as const) {
      const offers = offersOf(failed(error, { outcome }), later);
      expect(leadsOn(offers), outcome).toBe(true);
      expect(offers.slice(-2)).toEqual(["copy-details", "dismiss"]);
      expect(new Set(offers).size).toBe(offers.length);
    }
  });

  test("told to wait, nobody is offered what can only fail; the wait has an end", () => {
    const wait = failed({ kind: "throttled", retryAfterSeconds: 3_600, retryAt: 3_600_000, trace });
    expect(offersOf(wait, 0)).toEqual(["copy-details", "dismiss"]);
    expect(offersOf(wait, 3_600_000)[0]).toBe("retry");
  });

  test("refused for good, a new one can be asked for", () => {
    expect(offersOf(failed({ kind: "not-allowed", trace }), 0)).toEqual([
      "meet-now",
      "use-another-account",
      "copy-details",
      "dismiss",
    ]);
  });

  test("what nobody knows is asked again, not made anew", () => {
    const unsure = failed({ kind: "not-allowed", trace }, { outcome: "unsure" });
    expect(offersOf(unsure, 0)).toEqual(["retry", "copy-details", "dismiss"]);
  });

  test("on its way it can be cancelled; made, it can be undone", () => {
    expect(offersOf(creating(), 0)).toEqual(["cancel"]);
    expect(offersOf(created(), 0)).toContain("undo");
    const invited = created(aMeeting({ kind: "event", inviteeCount: 1 }));
    expect(offersOf(invited, 0)).toContain("cancel-event");
    expect(offersOf(invited, 0)).not.toContain("undo");
  });
});

describe("what is stated", () => {
  const offline: AppError = { kind: "offline", trace };

  test("of a link speaks of no guests", () => {
    expect(claimsOf(failed(offline))).toEqual(["noMeeting", "clipboardUnchanged"]);
    expect(claimsOf(failed(offline, { outcome: "unsure" }))).toEqual([
      "maybeMeeting",
      "clipboardUnchanged",
    ]);
  });

  test("of an event says whether anybody was invited", () => {
    const event = { meetingKind: "event", inviteeCount: 2 } as const;
    expect(claimsOf(failed(offline, event))).toContain("nobodyInvited");
    expect(claimsOf(failed(offline, { ...event, outcome: "unsure" }))).toContain("maybeInvited");
    const late = failed({ kind: "link-not-ready" }, { ...event, outcome: "unsure" });
    expect(claimsOf(late)).toEqual(["eventThere", "invited", "clipboardUnchanged"]);
  });

  test("of a change says that the meeting is there, and nothing of who was invited before", () => {
    const change = { outcome: "unsure-change", meetingKind: "event", inviteeCount: 2 } as const;
    expect(claimsOf(failed(offline, change))).toEqual(["maybeAsBefore", "clipboardUnchanged"]);
  });

  test("of the clipboard says what was taken off it", () => {
    expect(claimsOf(failed(offline, { clipboard: "old-link-cleared" }))).toEqual([
      "noMeeting",
      "oldLinkCleared",
    ]);
  });

  test("of a held link says that it was not copied", () => {
    const held = { copied: false, isHeld: true } as const;
    expect(claimsOf(created(aMeeting(), held))).toEqual(["linkHeld", "clipboardUnchanged"]);
    expect(claimsOf(created(aMeeting(), { ...held, clipboard: "old-link-cleared" }))).toEqual([
      "linkHeld",
      "oldLinkCleared",
    ]);
  });
});

describe("more people than asked for", () => {
  test.each([
    ["lobby", "organizer", "everyone", true],
    ["lobby", "organization", "invited", false],
    ["lobby", "everyone", null, false],
    ["lobby", "invited", null, true],
    ["presenters", "roleIsPresenter", "everyone", true],
    ["presenters", "everyone", "organizer", false],
    ["callersSkipLobby", false, true, true],
    ["callersSkipLobby", true, false, false],
    ["chat", "disabled", "enabled", false],
  ] as const)("%s asked %s, got %s: %s", (option, asked, got, isLess) => {
    expect(isLessGuarded([{ option, asked, got }])).toBe(isLess);
  });
});
