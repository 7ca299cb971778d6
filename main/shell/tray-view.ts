import type { Command } from "../doors/command.ts";
import { organiserLacksMeetings } from "../contract/cloud-limits.ts";
import { errorWords } from "../contract/error-words.ts";
import type { Meeting } from "../contract/meeting.ts";
import type { AppState } from "../contract/state.ts";
import type { UpcomingMeeting } from "../contract/upcoming.ts";
import type { Words } from "../base/words.ts";

export type TrayIcon = "idle" | "busy" | "attention" | "offline";

export type TrayItem =
  | { readonly kind: "separator" }
  /** Without a command the item is shown, but cannot be chosen. `checked` makes it one of several. */
  | {
      readonly kind: "item";
      readonly label: string;
      readonly command: Command | null;
      readonly checked?: boolean;
    }
  | { readonly kind: "submenu"; readonly label: string; readonly items: readonly TrayItem[] };

/** The tray as data, before it is a tray. */
export interface TrayView {
  readonly icon: TrayIcon;
  readonly tooltip: string;
  /** Beside the icon, on macOS only; mostly empty. */
  readonly title: string;
  readonly menu: readonly TrayItem[];
}

const separator: TrayItem = { kind: "separator" };
const maxRecent = 5;
/** In characters as people count them. */
const maxTextLength = 60;
/** Windows shows 127 characters in all. */
const maxTooltipSubject = 30;

export function trayView(state: AppState, words: Words): TrayView {
  const { icon, tooltip } = presence(state, words);
  const next = nextOf(state);
  const minutes = next?.startsInMinutes ?? 0;
  const menu = [...menuOf(state, words), ...endOf(words)];
  if (!next || minutes <= 0) return { icon, tooltip, title: "", menu };
  const subject = cut(subjectOf(next, words), maxTooltipSubject);
  return {
    icon,
    tooltip: words("tray.tooltip.next", { tooltip, subject, minutes }),
    title: state.settings.showCountdown ? words("tray.title", { minutes }) : "",
    menu,
  };
}

/** The meeting to join next, as long as it is offered. */
const nextOf = ({ upcoming }: AppState): UpcomingMeeting | null =>
  upcoming.kind === "shown" ? upcoming.next : null;

const subjectOf = ({ subject }: UpcomingMeeting, words: Words): string =>
  plain(subject ?? "") || words("untitled");

/** Where several hold: busy, attention, offline, idle. */
function presence(state: AppState, words: Words): Pick<TrayView, "icon" | "tooltip"> {
  const { session, signIn, creation, organisations, online } = state;
  const say = (key: string, values = {}) => words(`tray.tooltip.${key}`, values);
  if (creation.kind === "creating") return { icon: "busy", tooltip: say("creating") };
  if (isSigningIn(signIn)) return { icon: "busy", tooltip: say("signIn") };
  if (session.kind === "expired") return { icon: "attention", tooltip: say("signInAgain") };
  const failed = [creation, signIn].find(({ kind }) => kind === "failed");
  if (failed?.kind === "failed") {
    const { key, values } = errorWords(failed.error);
    const problem = words(`${key}.title`, values);
    return { icon: "attention", tooltip: say("problem", { problem }) };
  }
  if (!online) return { icon: "offline", tooltip: say("offline") };
  if (session.kind === "signed-in")
    return { icon: "idle", tooltip: say("idle", { username: plain(session.account.username) }) };
  return { icon: "idle", tooltip: say(organisations.length === 0 ? "notSetUp" : "signedOut") };
}

const isSigningIn = ({ kind }: AppState["signIn"]): boolean =>
  kind === "browser" || kind === "code";

function menuOf(state: AppState, words: Words): TrayItem[] {
  const item = (key: string, command: Command | null, values = {}): TrayItem => ({
    kind: "item",
    label: words(`tray.menu.${key}`, values),
    command,
  });
  if (state.organisations.length === 0) {
    const sample = state.sampleAvailable ? [item("useSample", { name: "useSample" })] : [];
    return [item("setUp", { name: "setUp" }), ...sample, separator];
  }
  return [
    ...sessionItems(state, item),
    ...nextItems(state, words),
    ...recentItems(state, words),
    ...accountItems(state, words),
  ];
}

type MakeItem = (key: string, command: Command | null, values?: Record<string, string>) => TrayItem;

function sessionItems(state: AppState, item: MakeItem): TrayItem[] {
  const { session, signIn, creation, online } = state;
  const copyLatest =
    handedOut(state).length > 0 ? [item("copyLatest", { name: "copyLatest" })] : [];
  if (isSigningIn(signIn))
    return [item("waiting", null), item("cancelSignIn", { name: "cancelSignIn" }), ...copyLatest];
  if (session.kind !== "signed-in") return [item("signIn", { name: "signIn" }), ...copyLatest];
  const join = item("join", { name: "join" });
  const room = item("copyRoom", { name: "copyRoom" });
  const schedule = item("schedule", { name: "schedule" });
  if (creation.kind === "creating")
    return [item("cancelCreation", { name: "cancelCreation" }), ...copyLatest, schedule];
  if (organiserLacksMeetings(state)) return [item("meetNow", null), ...copyLatest, join];
  // A link that is ready needs no network.
  const canMeet = online || state.linkReady;
  const meetNow = canMeet ? item("meetNow", { name: "meetNow" }) : item("meetNowOffline", null);
  return [meetNow, ...copyLatest, schedule, join, room];
}

function nextItems(state: AppState, words: Words): TrayItem[] {
  const next = nextOf(state);
  if (!next) return [];
  const minutes = next.startsInMinutes ?? 0;
  const key = minutes > 0 ? "in" : minutes === 0 ? "now" : "ago";
  const values = { subject: menuText(subjectOf(next, words)), minutes: Math.abs(minutes) };
  const label = words(`tray.menu.joinNext.${key}`, values);
  return [separator, { kind: "item", label, command: { name: "joinUpcoming", id: next.id } }];
}

/** What is being cancelled is handed to nobody any more. */
const handedOut = ({ recent, leaving }: AppState): readonly Meeting[] =>
  recent.filter(({ id }) => leaving.every((one) => one.id !== id));

function recentItems(state: AppState, words: Words): TrayItem[] {
  const recent = handedOut(state);
  if (recent.length === 0) return [separator];
  const items = recent.slice(0, maxRecent).map((meeting) => meetingItem(meeting, words));
  return [separator, { kind: "submenu", label: words("tray.menu.recent"), items }];
}

/** Those most people hand on; the popup has them all. */
const trayFormats = ["invitation", "markdown", "id-and-passcode"] as const;

function meetingItem({ id, subject }: Meeting, words: Words): TrayItem {
  const formats: TrayItem[] = trayFormats.map((format) => ({
    kind: "item",
    label: words(`tray.menu.formats.${format}`),
    command: { name: "copyMeeting", id, format },
  }));
  return {
    kind: "submenu",
    label: menuText(subject),
    items: [
      {
        kind: "item",
        label: words("tray.menu.copyLink"),
        command: { name: "copyMeeting", id },
      },
      {
        kind: "item",
        label: words("tray.menu.openInTeams"),
        command: { name: "openMeeting", id },
      },
      { kind: "submenu", label: words("tray.menu.copyAs"), items: formats },
    ],
  };
}

/** Everybody who is known, and the ways in and out. */
function accountItems({ accounts, session, organisations }: AppState, words: Words): TrayItem[] {
  const say = (key: string, values: Record<string, string> = {}) =>
    words(`tray.menu.${key}`, values);
  if (session.kind !== "signed-in" && session.kind !== "expired") return [separator];
  const { account: current } = session;
  const username = menuText(current.username);
  const items: TrayItem[] = accounts.map(({ account }) => ({
    kind: "item",
    label: menuText(account.username),
    // A guest is shown, so that nobody looks for them, but cannot organise.
    command: account.kind === "guest" ? null : { name: "chooseAccount", accountId: account.id },
    checked: account.id === current.id,
  }));
  const [only, ...others] = organisations;
  const add: TrayItem[] =
    only && others.length === 0
      ? [
          {
            kind: "item",
            label: say("addAccount"),
            command: { name: "addAccount", organisationId: only.id },
          },
        ]
      : [{ kind: "item", label: say("addAccount"), command: { name: "openSettings" } }];
  const signOut: TrayItem = {
    kind: "item",
    label: say("signOut", { username }),
    command: { name: "signOut", accountId: current.id },
  };
  const label = say("organiser", { username });
  return [{ kind: "submenu", label, items: [...items, separator, ...add, signOut] }, separator];
}

function endOf(words: Words): TrayItem[] {
  const item = (key: string, command: Command): TrayItem => ({
    kind: "item",
    label: words(`tray.menu.${key}`),
    command,
  });
  return [
    item("open", { name: "openPopup" }),
    item("settings", { name: "openSettings" }),
    separator,
    item("quit", { name: "quit" }),
  ];
}

/** As `plain`, and no mnemonic. An item without any text could not be seen. */
export const menuText = (text: string): string => plain(text).replaceAll("&", "&&") || "…";

/** Subjects and addresses are input: no control or direction characters, and an end. */
function plain(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return cut(line, maxTextLength);
}

function cut(line: string, length: number): string {
  const characters = Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment);
  if (characters.length <= length) return line;
  return `${characters.slice(0, length - 1).join("")}…`;
}
