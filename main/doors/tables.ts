import { organiserLacksMeetings } from "../contract/cloud-limits.ts";
import type { CopyFormat } from "../contract/copy-formats.ts";
import type { Meeting } from "../contract/meeting.ts";
import type { Call } from "../contract/requests/vocabulary.ts";
import type { AppState } from "../contract/state.ts";

/** An item of the tray's menu: its words are `tray.menu.<label>`. One that asks for nothing cannot be chosen. */
export interface TrayRow {
  readonly label: string;
  readonly asks: Call<"tray"> | null;
  readonly isShown: (state: AppState) => boolean;
}

/** What the tray is good for now; exactly one of these holds. */
type Standing = "not-set-up" | "signing-in" | "signed-out" | "creating" | "no-meetings" | "ready";

export const isSigningIn = ({ signIn }: AppState): boolean =>
  signIn.kind === "browser" || signIn.kind === "code";

function standingOf(state: AppState): Standing {
  if (state.organisations.length === 0) return "not-set-up";
  if (isSigningIn(state)) return "signing-in";
  if (state.session.kind !== "signed-in") return "signed-out";
  if (state.creation.kind === "creating") return "creating";
  return organiserLacksMeetings(state) ? "no-meetings" : "ready";
}

const when =
  (...standings: readonly Standing[]) =>
  (state: AppState): boolean =>
    standings.includes(standingOf(state));
/** A link that is ready needs no network. */
const canMeet = ({ online, linkReady }: AppState) => online || linkReady;

/** What main would hand to somebody, as far as the picture tells: what has expired since, it says itself. */
export const handedOut = ({ recent, leaving }: AppState): readonly Meeting[] =>
  recent.filter(({ id, isGone }) => !isGone && leaving.every((one) => one.id !== id));

const openPopup = { name: "openPopup" } as const;
const meetNow = { name: "meetNow", input: { again: false } } as const;

/** Above everything else in the menu, in this order. */
export const trayRows: readonly TrayRow[] = [
  { label: "setUp", asks: openPopup, isShown: when("not-set-up") },
  {
    label: "useSample",
    asks: { name: "chooseSampleOrganisation" },
    isShown: (state) => when("not-set-up")(state) && state.sampleAvailable,
  },
  { label: "waiting", asks: null, isShown: when("signing-in") },
  { label: "cancelSignIn", asks: { name: "cancelSignIn" }, isShown: when("signing-in") },
  {
    label: "signIn",
    asks: { name: "signIn", input: { accountId: null } },
    isShown: when("signed-out"),
  },
  { label: "cancelCreation", asks: { name: "cancelCreation" }, isShown: when("creating") },
  { label: "meetNow", asks: null, isShown: when("no-meetings") },
  { label: "meetNow", asks: meetNow, isShown: (state) => when("ready")(state) && canMeet(state) },
  {
    label: "meetNowOffline",
    asks: null,
    isShown: (state) => when("ready")(state) && !canMeet(state),
  },
  {
    label: "copyLatest",
    asks: { name: "copyLatest" },
    isShown: (state) => !when("not-set-up")(state) && handedOut(state).length > 0,
  },
  {
    label: "schedule",
    asks: { name: "openView", input: { view: "schedule" } },
    isShown: when("creating", "ready"),
  },
  {
    label: "join",
    asks: { name: "openView", input: { view: "join" } },
    isShown: when("no-meetings", "ready"),
  },
  { label: "copyRoom", asks: { name: "copyRoom" }, isShown: when("ready") },
];

/** Below everything else, a null for a line between two. */
export const lastTrayRows: readonly (Omit<TrayRow, "isShown"> | null)[] = [
  { label: "open", asks: openPopup },
  { label: "settings", asks: { name: "openSettings" } },
  null,
  { label: "quit", asks: { name: "quit" } },
];

/** Items of the tray that are about one meeting, account or organisation. */
export const trayItems = {
  joinNext: (id: string) => ({ name: "joinUpcoming", input: { id } }),
  copyLink: (id: string) => ({ name: "copyMeeting", input: { id, format: null } }),
  copyAs: (id: string, format: CopyFormat) => ({ name: "copyMeeting", input: { id, format } }),
  openInTeams: (id: string) => ({ name: "openMeeting", input: { id, where: "teams" } }),
  chooseAccount: (accountId: string) => ({ name: "chooseAccount", input: { accountId } }),
  addAccount: (organisationId: string) => ({ name: "addAccount", input: { organisationId } }),
  chooseOrganisation: () => ({ name: "openSettings" }),
  /** From outside the windows nobody is asked whether to sign out of everything at Microsoft. */
  signOut: (accountId: string) => ({ name: "signOut", input: { accountId, atMicrosoft: false } }),
} as const satisfies Record<string, (id: string, format: CopyFormat) => Call<"tray">>;

/** Linux: AppIndicator delivers no clicks, so everything is in the menu as well. */
export const trayMiddleClick: Call<"tray"> = meetNow;

/** The first is the one the windows show. */
export const shortcuts: readonly {
  /** As Electron spells it. Not Ctrl+Alt: that is AltGr, and would type a letter on German layouts. */
  readonly accelerator: { readonly darwin: string; readonly others: string };
  readonly asks: Call<"shortcut">;
}[] = [{ accelerator: { darwin: "Control+Command+M", others: "Alt+Shift+M" }, asks: meetNow }];

/** Buttons of notifications: their words are `notify.action.<name>`. */
export const noticeButtons = {
  undo: () => ({ name: "undoCreation" }),
  openInTeams: (id: string) => ({ name: "openMeeting", input: { id, where: "teams" } }),
  copyAnyway: (id: string) => ({ name: "copyMeeting", input: { id, format: null } }),
  again: () => ({ name: "meetNow", input: { again: true } }),
  show: () => openPopup,
  join: (id: string) => ({ name: "joinUpcoming", input: { id } }),
  snooze: (id: string) => ({ name: "snoozeReminder", input: { id } }),
} as const satisfies Record<string, (id: string) => Call<"notification">>;

/** Where a click on a notification leads: not every desktop draws buttons, so the same can be done there. */
export const noticeClicks = {
  popup: openPopup,
  /** The meeting is above the lists there. */
  home: { name: "openView", input: { view: "home" } },
} as const satisfies Record<string, Call<"notification">>;

/** What a start of the app can ask for. */
export const verbs: Readonly<Record<string, Call<"commandLine">>> = {
  "--meet-now": meetNow,
  "--schedule": { name: "openView", input: { view: "schedule" } },
  "--join": { name: "openView", input: { view: "join" } },
  "--copy-room": { name: "copyRoom" },
  "--settings": { name: "openSettings" },
  "--quit": { name: "quit" },
};
