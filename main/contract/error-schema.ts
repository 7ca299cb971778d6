import * as v from "valibot";

import { instant, kindOf, listOf, shape } from "./shape.ts";

/** Here, because an error may name who came. */
export const account = shape({
  /** Stable and opaque: one person at one app registration. */
  id: v.string(),
  organisationId: v.string(),
  name: v.string(),
  /** The user principal name, shown as the organiser's address. */
  username: v.string(),
  /** A guest's home is another tenant, and only members can organise. */
  kind: v.picklist(["member", "guest"]),
});

/** What support needs to find one failed call again. Holds no personal data; times are ISO 8601 with offset. */
export const trace = shape({
  /** HTTP status, or null when no answer came. */
  status: v.nullable(v.number()),
  /** Graph's or Microsoft Entra's own code, for example "InvalidAuthenticationToken" or "AADSTS53003". */
  code: v.nullable(v.string()),
  requestId: v.nullable(v.string()),
  clientRequestId: v.nullable(v.string()),
  attempts: v.number(),
  at: v.string(),
});

/**
 * Why Microsoft Entra did not sign the person in. Each reason has its own sentence and next step.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export const signInRefusal = v.picklist([
  "account-disabled",
  "account-locked",
  "account-not-in-organisation",
  "admin-approval-needed",
  "answer-lost",
  "app-not-assigned",
  "app-or-organisation-not-found",
  "approval-needed",
  "blocked-by-policy",
  "busy",
  "clock-wrong",
  "code-exchange-failed",
  "code-expired",
  "code-not-allowed",
  "declined",
  "device-not-managed",
  "password-expired",
  "password-wrong",
  "permissions-missing",
  "platform-wrong",
  "public-client-off",
  "redirect-missing",
  "registration-wrong",
  "server-failed",
  "service-not-enabled",
  "session-ended",
  "single-tenant",
  "verification-needed",
  "verification-not-set-up",
]);

/** Why a time typed into the form cannot be used. The renderer shows it beside the field. */
export const timeProblem = v.variant("kind", [
  kindOf("missing", {}),
  kindOf("past", {}),
  kindOf("end-before-start", {}),
  kindOf("too-long", {}),
  /** Clocks go forward over this time. `before` and `after` are the nearest times that exist, "HH:MM". */
  kindOf("does-not-exist", { before: v.string(), after: v.string() }),
  /** Clocks go back over this time. Offsets are like "+02:00". */
  kindOf("exists-twice", { earlierOffset: v.string(), laterOffset: v.string() }),
]);

export const recurrenceProblem = v.picklist([
  "until-missing",
  "until-before-start",
  "count-out-of-range",
]);

export const eventProblems = shape({
  /** The addresses nobody can be invited at. */
  invitees: listOf(v.string()),
  recurrence: v.nullable(recurrenceProblem),
  reminder: v.nullable(v.literal("out-of-range")),
});

export const scheduleProblems = shape({
  subject: v.nullable(v.picklist(["empty", "too-long"])),
  start: v.nullable(timeProblem),
  end: v.nullable(timeProblem),
  /** Chosen people present, and none was chosen. */
  presenters: v.nullable(v.literal("nobody")),
  /** Chosen people organise it too, and none was chosen. */
  coOrganizers: v.nullable(v.literal("nobody")),
  /** Null where there is no event, or nothing wrong with it. */
  event: v.nullable(eventProblems),
});

export const organisationProblems = shape({
  clientId: v.nullable(v.literal("not-a-guid")),
  tenant: v.nullable(v.literal("not-a-tenant")),
});

/** What came of a call to Microsoft, where there was one. */
const traced = { trace: v.nullable(trace) };

/** Everything that can go wrong, as plain data: only plain data survives IPC, and `kind` decides the words. */
export const appError = v.variant("kind", [
  kindOf("offline", traced),
  /** A proxy or security tool answered in Microsoft's place: certificate refused, or a redirect to another host. */
  kindOf("intercepted", traced),
  /** An HTML page came where JSON was due: hotel and airport networks. */
  kindOf("captive-portal", traced),
  /** `retryAt` is epoch milliseconds: asked before, Microsoft only says the same again. */
  kindOf("throttled", { retryAfterSeconds: v.number(), retryAt: instant, ...traced }),
  /** 5xx or no answer in time. */
  kindOf("no-answer", traced),
  /** 403: no licence, a role or a policy. Graph does not say which. */
  kindOf("not-allowed", traced),
  /** `username` is null where Graph found out, and not the sign-in. */
  kindOf("personal-account", { username: v.nullable(v.string()), ...traced }),
  /** Somebody was asked to sign in again, and somebody else did: a newcomer is not kept. */
  kindOf("other-account-came", { asked: v.string(), came: account }),
  /** A calendar event needs a permission of its own, which is missing or was taken back. */
  kindOf("calendar-not-allowed", traced),
  /** Events of this calendar cannot be Teams meetings. */
  kindOf("no-teams-calendar", {}),
  /** The event exists; Microsoft still prepares its link. */
  kindOf("link-not-ready", {}),
  /** The app quit before the event was made, and what it was to say was not kept. */
  kindOf("event-forgotten", {}),
  /** What others were invited to is not undone in silence. */
  kindOf("invitations-sent", {}),
  kindOf("time-refused", traced),
  /** A 400, or another status that says only that the request is none Graph takes. */
  kindOf("request-refused", traced),
  /** 409, 412, 423: something else is at work on the same thing. */
  kindOf("conflict", traced),
  /** 413: too much text, or too many people. */
  kindOf("request-too-large", traced),
  /** Success, said in a way nobody can read: not what was asked for, or far too much of it. */
  kindOf("answer-unreadable", traced),
  kindOf("meeting-gone", traced),
  /** Its own organiser cancels it, which may still be taken back. */
  kindOf("being-cancelled", {}),
  /** Outlook took the Teams part of an event away when it was changed; it was asked for again, in vain or anew. */
  kindOf("link-lost", {}),
  kindOf("link-replaced", {}),
  /** Teams turned the link off, long after its meeting. */
  kindOf("link-expired", {}),
  /** Known by the account's home tenant: a guest cannot organise. */
  kindOf("guest-account", {}),
  /** Microsoft offers no meetings through Graph in this national cloud. */
  kindOf("cloud-lacks-meetings", {}),
  /** Only the person can go on, in the browser. `reason` chooses the sentence, nothing else. */
  kindOf("sign-in-again", { reason: v.nullable(signInRefusal), ...traced }),
  /** The sealed sign-in could not be opened; it was set aside, not deleted. */
  kindOf("sign-in-unreadable", {}),
  kindOf("sign-in-refused", { reason: signInRefusal, ...traced }),
  kindOf("sign-in-timed-out", {}),
  kindOf("browser-not-opened", {}),
  kindOf("keyring-locked", {}),
  /** The intent could not be written down, so nothing was sent. */
  kindOf("disk-failed", {}),
  /** Asked to forget everything, and some of it is still on the disk. */
  kindOf("files-not-deleted", {}),
  kindOf("clipboard-busy", {}),
  /** The system did not want to start the app at login, or not to. */
  kindOf("start-at-login-refused", {}),
  kindOf("not-signed-in", {}),
  kindOf("not-set-up", {}),
  kindOf("invalid-schedule", { problems: scheduleProblems }),
  kindOf("invalid-organisation", { problems: organisationProblems }),
  /** What an admin handed out cannot be used, and why. */
  kindOf("set-up-file-refused", {
    why: v.picklist(["unreadable", "not-one", "wrong-values"]),
  }),
  kindOf("unknown-meeting", {}),
  kindOf("cancelled", {}),
  /** A window asked for what only a person may, and nobody pressed anything in it just now. */
  kindOf("no-gesture", {}),
  /** A window asked for the same too often in a short time. */
  kindOf("too-often", {}),
  /** A bug, or an answer nobody foresaw. The log holds more under the same reference. */
  kindOf("unexpected", { reference: v.string(), ...traced }),
]);
