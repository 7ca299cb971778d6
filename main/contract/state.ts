import type { AppError } from "./errors.ts";
import type { Creation, Leaving, Meeting } from "./meeting.ts";
import type { Settings } from "./settings.ts";
import type { Reminder, Upcoming } from "./upcoming.ts";

/** A national cloud of Microsoft 365. @see https://learn.microsoft.com/graph/deployments */
export type Cloud = "global" | "us-l4" | "us-l5" | "china";

export interface Account {
  /** Stable and opaque: one person at one app registration. */
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  /** The user principal name, shown as the organiser's address. */
  readonly username: string;
  /** A guest's home is another tenant, and only members can organise. */
  readonly kind: "member" | "guest";
}

/** An account this computer knows. */
export interface KnownAccount {
  readonly account: Account;
  /** Names its defaults in the settings: a hash, so that the plain file tells nobody who it is. */
  readonly key: string;
  /** Why Microsoft wants a new sign-in; null while its tokens are good as far as is known. */
  readonly problem: AppError | null;
}

/** An app registration to sign in with. There can be several, and several accounts in each. */
export type Organisation =
  /** The sample organisation of unpackaged builds, or one plugged in by QUICK_MEETING_ORGANISATION. */
  | { readonly kind: "sample"; readonly id: string }
  | {
      readonly kind: "own";
      readonly id: string;
      readonly clientId: string;
      readonly tenant: string;
      readonly cloud: Cloud;
    };

/** Who organises new meetings. */
export type Session =
  | { readonly kind: "starting" }
  /** `error` says why somebody who was known could not be taken up again. */
  | { readonly kind: "signed-out"; readonly error: AppError | null }
  | { readonly kind: "signed-in"; readonly account: Account }
  /** Known, but Microsoft wants a new sign-in. History and settings stay. */
  | { readonly kind: "expired"; readonly account: Account; readonly error: AppError };

/** The one sign-in there may be at a time. `username` is who should sign in, null for anybody. */
export type SignIn =
  | { readonly kind: "idle" }
  /** `deadlineAt` is epoch milliseconds. `browser` says how far the page got. */
  | {
      readonly kind: "browser";
      readonly username: string | null;
      readonly deadlineAt: number;
      readonly browser: "opening" | "open" | "not-opened";
      readonly redeeming: boolean;
    }
  /** By a code typed on a page of Microsoft's, on any device. Null until Microsoft gave them. */
  | {
      readonly kind: "code";
      readonly username: string | null;
      readonly deadlineAt: number;
      readonly userCode: string | null;
      readonly page: string | null;
    }
  | {
      readonly kind: "failed";
      readonly error: AppError;
      /** Ready to send, where only an administrator can help. */
      readonly adminMessage: AdminMessage | null;
    };

/** Plain text. */
export interface AdminMessage {
  readonly subject: string;
  readonly body: string;
}

/** A proxy on the way to Microsoft asks who goes through. */
export interface ProxyLogin {
  readonly host: string;
  readonly port: number;
  /** What was typed before was refused. */
  readonly again: boolean;
}

/** Where the tokens are. Only "sealed" survives a restart. */
/** "weak" is on disk too, but with a key that anybody can know: only where the person chose that. */
export type Protection = "unknown" | "sealed" | "weak" | "memory-only";

export type View = "home" | "schedule" | "duplicate" | "details" | "join";

/** The one snapshot main owns; the windows draw it and the tray is rendered from it. */
export interface AppState {
  /**
   * What came of forgetting everything: "incomplete" while something is still on the disk, and then nothing
   * else can be done. Null where nobody asked for it, and once somebody begins anew.
   */
  readonly forgotten: "done" | "incomplete" | null;
  readonly organisations: readonly Organisation[];
  /** Unpackaged builds carry a sample organisation. */
  readonly sampleAvailable: boolean;
  /** In the order they came; the one of `session` among them. */
  readonly accounts: readonly KnownAccount[];
  readonly session: Session;
  readonly signIn: SignIn;
  readonly proxyLogin: ProxyLogin | null;
  readonly protection: Protection;
  readonly online: boolean;
  readonly creation: Creation;
  /** Newest first. */
  readonly recent: readonly Meeting[];
  /** Those being cancelled, while that can be taken back. */
  readonly leaving: readonly Leaving[];
  /** The link of one's own of whoever organises now; null before it was made. */
  readonly room: Meeting | null;
  /** A link of whoever organises now waits for the next press. */
  readonly linkReady: boolean;
  /** Whoever organises now can make calendar events without being asked; false until that was checked. */
  readonly calendarAllowed: boolean;
  readonly upcoming: Upcoming;
  /** The last one there was; null before the first. */
  readonly reminder: Reminder | null;
  readonly settings: Settings;
  /** The catalogue in use (BCP 47). */
  readonly language: string;
  /** For dates and times: the system's own variety of the language, for example "en-GB". */
  readonly locale: string;
  /** IANA name of the computer's zone. */
  readonly timeZone: string;
  readonly view: View;
  /** The meeting that the view shows, changes or duplicates. */
  readonly detailsOf: string | null;
  readonly popupShown: boolean;
  /** "window" where no tray can be had. */
  readonly presentation: "popup" | "window";
  readonly platform: "darwin" | "win32" | "linux";
  /** The shortcut as Electron spells it, or null when it is not registered. */
  readonly shortcut: string | null;
  readonly appVersion: string;
}
