import type { AppError } from "./errors.ts";

/** A national cloud of Microsoft 365. @see https://learn.microsoft.com/graph/deployments */
export type Cloud = "global" | "us-l4" | "us-l5" | "china";
export type Theme = "system" | "light" | "dark";

export interface Account {
  /** Stable and opaque: MSAL's home account id. */
  readonly id: string;
  readonly name: string;
  /** The user principal name, shown as the organiser's address. */
  readonly username: string;
}

export type Organisation =
  | { readonly kind: "none" }
  /** The sample organisation of unpackaged builds, or one plugged in by QUICK_MEETING_ORGANISATION. */
  | { readonly kind: "sample" }
  | {
      readonly kind: "own";
      readonly clientId: string;
      readonly tenant: string;
      readonly cloud: Cloud;
    };

export type Session =
  | { readonly kind: "starting" }
  | { readonly kind: "signed-out"; readonly error: AppError | null }
  /** `deadlineAt` is epoch milliseconds. `browser` says how far the page got. */
  | {
      readonly kind: "signing-in";
      readonly deadlineAt: number;
      readonly browser: "opening" | "open" | "not-opened";
      readonly redeeming: boolean;
    }
  | { readonly kind: "signed-in"; readonly account: Account }
  /** Known, but Microsoft wants a new sign-in. History and settings stay. */
  | { readonly kind: "expired"; readonly account: Account; readonly error: AppError };

/** Where the tokens are. Only "sealed" survives a restart. */
export type Protection = "unknown" | "sealed" | "memory-only";

/** A meeting as people see it. Times are epoch milliseconds (UTC). Every string is text, never HTML. */
export interface Meeting {
  /** Our own id, also the `externalId` Graph knows it by. */
  readonly id: string;
  readonly subject: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly createdAt: number;
  readonly joinUrl: string;
  /** Digits people type to join, or null where Graph gave none. */
  readonly meetingId: string | null;
  readonly passcode: string | null;
  readonly organiserId: string;
  readonly organiserUsername: string;
}

export type Creation =
  | { readonly kind: "idle" }
  | {
      readonly kind: "creating";
      readonly wishId: string;
      readonly startedAt: number;
      /** Set while waiting before the next try, epoch milliseconds. */
      readonly retryAt: number | null;
      readonly reason: "first-try" | "throttled" | "no-answer";
    }
  | {
      readonly kind: "created";
      readonly meeting: Meeting;
      readonly copied: boolean;
      readonly createdAt: number;
    }
  /** `wishId` is set while the same wish can be tried again without making a second meeting. */
  | {
      readonly kind: "failed";
      readonly error: AppError;
      readonly wishId: string | null;
      readonly outcome: "not-created" | "unsure";
    }
  | { readonly kind: "ending"; readonly meeting: Meeting | null }
  | { readonly kind: "ended"; readonly clipboardCleared: boolean };

export interface Settings {
  readonly theme: Theme;
  /** A BCP 47 tag of a language we have, or "system". */
  readonly language: string;
  readonly defaultSubject: string;
  readonly defaultDurationMinutes: number;
  readonly notifyWhenCreated: boolean;
  readonly shortcutEnabled: boolean;
  readonly showAsWindow: boolean;
}

export type View = "home" | "schedule";

/** The one snapshot main owns; the windows draw it and the tray is rendered from it. */
export interface AppState {
  readonly organisation: Organisation;
  /** Unpackaged builds carry a sample organisation. */
  readonly sampleAvailable: boolean;
  readonly session: Session;
  readonly protection: Protection;
  readonly online: boolean;
  readonly creation: Creation;
  /** Newest first. */
  readonly recent: readonly Meeting[];
  readonly settings: Settings;
  /** The catalogue in use (BCP 47). */
  readonly language: string;
  /** For dates and times: the system's own variety of the language, for example "en-GB". */
  readonly locale: string;
  /** IANA name of the computer's zone. */
  readonly timeZone: string;
  readonly view: View;
  readonly popupShown: boolean;
  /** "window" where no tray can be had. */
  readonly presentation: "popup" | "window";
  readonly platform: "darwin" | "win32" | "linux";
  /** The shortcut as Electron spells it, or null when it is not registered. */
  readonly shortcut: string | null;
  readonly appVersion: string;
}
