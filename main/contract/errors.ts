/** What support needs to find one failed call again. Holds no personal data; times are ISO 8601 with offset. */
export interface Trace {
  /** HTTP status, or null when no answer came. */
  readonly status: number | null;
  /** Graph's or Microsoft Entra's own code, for example "InvalidAuthenticationToken" or "AADSTS53003". */
  readonly code: string | null;
  readonly requestId: string | null;
  readonly clientRequestId: string | null;
  readonly attempts: number;
  readonly at: string;
}

/**
 * Why Microsoft Entra did not sign the person in. Each reason has its own sentence and next step.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export type SignInRefusal =
  | "account-disabled"
  | "account-locked"
  | "account-not-in-organisation"
  | "admin-approval-needed"
  | "answer-lost"
  | "app-not-assigned"
  | "app-or-organisation-not-found"
  | "approval-needed"
  | "blocked-by-policy"
  | "busy"
  | "clock-wrong"
  | "code-exchange-failed"
  | "code-expired"
  | "code-not-allowed"
  | "declined"
  | "device-not-managed"
  | "password-expired"
  | "password-wrong"
  | "permissions-missing"
  | "platform-wrong"
  | "public-client-off"
  | "redirect-missing"
  | "registration-wrong"
  | "server-failed"
  | "service-not-enabled"
  | "session-ended"
  | "single-tenant"
  | "verification-needed"
  | "verification-not-set-up";

/** Why a time typed into the form cannot be used. The renderer shows it beside the field. */
export type TimeProblem =
  | { readonly kind: "missing" }
  | { readonly kind: "past" }
  | { readonly kind: "end-before-start" }
  | { readonly kind: "too-long" }
  /** Clocks go forward over this time. `before` and `after` are the nearest times that exist, "HH:MM". */
  | { readonly kind: "does-not-exist"; readonly before: string; readonly after: string }
  /** Clocks go back over this time. Offsets are like "+02:00". */
  | { readonly kind: "exists-twice"; readonly earlierOffset: string; readonly laterOffset: string };

export interface ScheduleProblems {
  readonly subject: "empty" | "too-long" | null;
  readonly start: TimeProblem | null;
  readonly end: TimeProblem | null;
  /** Chosen people present, and none was chosen. */
  readonly presenters: "nobody" | null;
  /** Null where there is no event, or nothing wrong with it. */
  readonly event: EventProblems | null;
}

export interface EventProblems {
  /** The addresses nobody can be invited at. */
  readonly invitees: readonly string[];
  readonly recurrence: RecurrenceProblem | null;
  readonly reminder: "out-of-range" | null;
}

export type RecurrenceProblem = "until-missing" | "until-before-start" | "count-out-of-range";

export interface OrganisationProblems {
  readonly clientId: "not-a-guid" | null;
  readonly tenant: "not-a-tenant" | null;
}

/** Everything that can go wrong, as plain data: only plain data survives IPC, and `kind` decides the words. */
export type AppError =
  | { readonly kind: "offline"; readonly trace: Trace | null }
  /** A proxy or security tool answered in Microsoft's place: certificate refused, or a redirect to another host. */
  | { readonly kind: "intercepted"; readonly trace: Trace | null }
  /** An HTML page came where JSON was due: hotel and airport networks. */
  | { readonly kind: "captive-portal"; readonly trace: Trace | null }
  /** `retryAt` is epoch milliseconds: asked before, Microsoft only says the same again. */
  | {
      readonly kind: "throttled";
      readonly retryAfterSeconds: number;
      readonly retryAt: number;
      readonly trace: Trace | null;
    }
  /** 5xx or no answer in time. */
  | { readonly kind: "no-answer"; readonly trace: Trace | null }
  /** 403: no licence, a role or a policy. Graph does not say which. */
  | { readonly kind: "not-allowed"; readonly trace: Trace | null }
  /** `username` is null where Graph found out, and not the sign-in. */
  | {
      readonly kind: "personal-account";
      readonly username: string | null;
      readonly trace: Trace | null;
    }
  /** A calendar event needs a permission of its own, which is missing or was taken back. */
  | { readonly kind: "calendar-not-allowed"; readonly trace: Trace | null }
  /** Events of this calendar cannot be Teams meetings. */
  | { readonly kind: "no-teams-calendar" }
  /** The event exists; Microsoft still prepares its link. */
  | { readonly kind: "link-not-ready" }
  /** The app quit before the event was made, and what it was to say was not kept. */
  | { readonly kind: "event-forgotten" }
  /** What others were invited to is not undone in silence. */
  | { readonly kind: "invitations-sent" }
  | { readonly kind: "time-refused"; readonly trace: Trace | null }
  /** A 400, or another status that says only that the request is none Graph takes. */
  | { readonly kind: "request-refused"; readonly trace: Trace | null }
  /** 409, 412, 423: something else is at work on the same thing. */
  | { readonly kind: "conflict"; readonly trace: Trace | null }
  /** 413: too much text, or too many people. */
  | { readonly kind: "request-too-large"; readonly trace: Trace | null }
  /** Success, said in a way nobody can read: not what was asked for, or far too much of it. */
  | { readonly kind: "answer-unreadable"; readonly trace: Trace | null }
  | { readonly kind: "meeting-gone"; readonly trace: Trace | null }
  /** Known by the account's home tenant: a guest cannot organise. */
  | { readonly kind: "guest-account" }
  /** Microsoft offers no meetings through Graph in this national cloud. */
  | { readonly kind: "cloud-lacks-meetings" }
  /** Only the person can go on, in the browser. `reason` chooses the sentence, nothing else. */
  | {
      readonly kind: "sign-in-again";
      readonly reason: SignInRefusal | null;
      readonly trace: Trace | null;
    }
  /** The sealed sign-in could not be opened; it was set aside, not deleted. */
  | { readonly kind: "sign-in-unreadable" }
  | {
      readonly kind: "sign-in-refused";
      readonly reason: SignInRefusal;
      readonly trace: Trace | null;
    }
  | { readonly kind: "sign-in-timed-out" }
  | { readonly kind: "browser-not-opened" }
  | { readonly kind: "keyring-locked" }
  /** The intent could not be written down, so nothing was sent. */
  | { readonly kind: "disk-failed" }
  /** Asked to forget everything, and some of it is still on the disk. */
  | { readonly kind: "files-not-deleted" }
  | { readonly kind: "clipboard-busy" }
  | { readonly kind: "not-signed-in" }
  | { readonly kind: "not-set-up" }
  | { readonly kind: "invalid-schedule"; readonly problems: ScheduleProblems }
  | { readonly kind: "invalid-organisation"; readonly problems: OrganisationProblems }
  | { readonly kind: "unknown-meeting" }
  | { readonly kind: "cancelled" }
  /** A bug, or an answer nobody foresaw. The log holds more under the same reference. */
  | { readonly kind: "unexpected"; readonly reference: string; readonly trace: Trace | null };

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: AppError };

export const ok = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const fail = (error: AppError): { readonly ok: false; readonly error: AppError } => ({
  ok: false,
  error,
});

/** Where in the state a person finds an error whose details they may want to send on. */
export const errorPlaces = ["session", "signIn", "creation", "upcoming"] as const;
export type ErrorPlace = (typeof errorPlaces)[number];
