import * as v from "valibot";

import { account, appError } from "./error-schema.ts";
import { creation, leaving, meeting } from "./meeting.ts";
import { settings } from "./settings/schemas.ts";
import { instant, kindOf, listOf, shape } from "./shape.ts";
import { reminder, upcoming } from "./upcoming.ts";

/** A national cloud of Microsoft 365. @see https://learn.microsoft.com/graph/deployments */
export const cloud = v.picklist(["global", "us-l4", "us-l5", "china"]);
export type Cloud = v.InferOutput<typeof cloud>;

export type Account = v.InferOutput<typeof account>;

/** An account this computer knows. */
const knownAccount = shape({
  account,
  /** Names its defaults in the settings: a hash, so that the plain file tells nobody who it is. */
  key: v.string(),
  /** Why Microsoft wants a new sign-in; null while its tokens are good as far as is known. */
  problem: v.nullable(appError),
});
export type KnownAccount = v.InferOutput<typeof knownAccount>;

/** An app registration to sign in with. There can be several, and several accounts in each. */
const organisation = v.variant("kind", [
  /** The sample organisation of unpackaged builds, or one plugged in by QUICK_MEETING_ORGANISATION. */
  kindOf("sample", { id: v.string() }),
  kindOf("own", { id: v.string(), clientId: v.string(), tenant: v.string(), cloud }),
]);
export type Organisation = v.InferOutput<typeof organisation>;

/** Who organises new meetings. */
const session = v.variant("kind", [
  kindOf("starting", {}),
  /** `error` says why somebody who was known could not be taken up again. */
  kindOf("signed-out", { error: v.nullable(appError) }),
  kindOf("signed-in", { account }),
  /** Known, but Microsoft wants a new sign-in. History and settings stay. */
  kindOf("expired", { account, error: appError }),
]);
export type Session = v.InferOutput<typeof session>;

/** Plain text. */
export const adminMessage = shape({
  subject: v.string(),
  body: v.string(),
});
export type AdminMessage = v.InferOutput<typeof adminMessage>;

/** The one sign-in there may be at a time. `username` is who should sign in, null for anybody. */
const signIn = v.variant("kind", [
  kindOf("idle", {}),
  /** `deadlineAt` is epoch milliseconds. `browser` says how far the page got. */
  kindOf("browser", {
    username: v.nullable(v.string()),
    deadlineAt: instant,
    browser: v.picklist(["opening", "open", "not-opened"]),
    redeeming: v.boolean(),
  }),
  /** By a code typed on a page of Microsoft's, on any device. Null until Microsoft gave them. */
  kindOf("code", {
    username: v.nullable(v.string()),
    deadlineAt: instant,
    userCode: v.nullable(v.string()),
    page: v.nullable(v.string()),
  }),
  kindOf("failed", {
    error: appError,
    /** Ready to send, where only an administrator can help. */
    adminMessage: v.nullable(adminMessage),
  }),
]);
export type SignIn = v.InferOutput<typeof signIn>;

/** A proxy on the way to Microsoft asks who goes through. */
const proxyLogin = shape({
  host: v.string(),
  port: v.number(),
  /** What was typed before was refused. */
  again: v.boolean(),
});
export type ProxyLogin = v.InferOutput<typeof proxyLogin>;

/**
 * Where the tokens are. Only "sealed" survives a restart; "weak" is on disk too, but with a key that anybody can
 * know: only where the person chose that.
 */
const protection = v.picklist(["unknown", "sealed", "weak", "memory-only"]);
export type Protection = v.InferOutput<typeof protection>;

const startAtLogin = v.picklist([
  "on",
  "off",
  /** Of everybody on this computer, by its admin. */
  "for-everybody",
  /** macOS waits for the person to allow it in its own settings. */
  "needs-approval",
  /** Switched off in the system's own settings, where alone it can be switched on. */
  "off-in-system",
  /** This copy of the app cannot be. */
  "unavailable",
]);

export const view = v.picklist(["home", "schedule", "duplicate", "details", "join"]);

/** The one snapshot main owns; the windows draw it and the tray is rendered from it. */
export const appState = shape({
  /** Counts the changes there were: a window tells by it whether it missed one. */
  revision: v.number(),
  /**
   * What came of forgetting everything: "incomplete" while something is still on the disk, and then nothing
   * else can be done. Null where nobody asked for it, and once somebody begins anew.
   */
  forgotten: v.nullable(v.picklist(["done", "incomplete"])),
  organisations: listOf(organisation),
  /** Unpackaged builds carry a sample organisation. */
  sampleAvailable: v.boolean(),
  /** In the order they came; the one of `session` among them. */
  accounts: listOf(knownAccount),
  session,
  signIn,
  proxyLogin: v.nullable(proxyLogin),
  protection,
  online: v.boolean(),
  creation,
  /** The newest of the list, newest first; the rest of it is asked for. */
  recent: listOf(meeting),
  /** How many there are in all. */
  listed: v.number(),
  /** Another one whenever anything in the list is: what was asked for of it is then asked for again. */
  listVersion: v.number(),
  /** The meeting of `detailsOf`, wherever in the list it is. */
  detailed: v.nullable(meeting),
  /** Why what is in the list is not on disk; null while all of it is, as far as anything may be. */
  unsaved: v.nullable(appError),
  /** Those being cancelled, while that can be taken back. */
  leaving: listOf(leaving),
  /** The link of one's own of whoever organises now; null before it was made. */
  room: v.nullable(meeting),
  /** A link of whoever organises now waits for the next press. */
  linkReady: v.boolean(),
  /** Whoever organises now can make calendar events without being asked; false until that was checked. */
  calendarAllowed: v.boolean(),
  upcoming,
  /** The last one there was; null before the first. */
  reminder: v.nullable(reminder),
  settings,
  /** The catalogue in use (BCP 47). */
  language: v.string(),
  /** For dates and times: the system's own variety of the language, for example "en-GB". */
  locale: v.string(),
  /** IANA name of the computer's zone. */
  timeZone: v.string(),
  view,
  /** The meeting that the view shows, changes or duplicates. */
  detailsOf: v.nullable(v.string()),
  popupShown: v.boolean(),
  /** "window" where no tray can be had. */
  presentation: v.picklist(["popup", "window"]),
  platform: v.picklist(["darwin", "win32", "linux"]),
  /** The shortcut as Electron spells it, or null when it is not registered. */
  shortcut: v.nullable(v.string()),
  /** Whether the system starts the app when its person signs in to the computer: as the system says. */
  startAtLogin,
  appVersion: v.string(),
});
export type AppState = v.InferOutput<typeof appState>;
