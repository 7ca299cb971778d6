import type { Command } from "./commands/command.ts";
import { errorWords } from "./contract/error-words.ts";
import type { AppState, Meeting } from "./contract/state.ts";
import type { Words } from "./words.ts";

export type TrayIcon = "idle" | "busy" | "attention" | "offline";

export type TrayItem =
  | { readonly kind: "separator" }
  /** Without a command the item is shown, but cannot be chosen. */
  | { readonly kind: "item"; readonly label: string; readonly command: Command | null }
  | { readonly kind: "submenu"; readonly label: string; readonly items: readonly TrayItem[] };

/** The tray as data, before it is a tray. */
export interface TrayView {
  readonly icon: TrayIcon;
  readonly tooltip: string;
  readonly menu: readonly TrayItem[];
}

const separator: TrayItem = { kind: "separator" };
const maxRecent = 5;
/** In characters as people count them. */
const maxTextLength = 60;

export function trayView(state: AppState, words: Words): TrayView {
  return { ...presence(state, words), menu: [...menuOf(state, words), ...endOf(words)] };
}

/** Where several hold: busy, attention, offline, idle. */
function presence(state: AppState, words: Words): Pick<TrayView, "icon" | "tooltip"> {
  const { session, creation, organisation, online } = state;
  const say = (key: string, values = {}) => words(`tray.tooltip.${key}`, values);
  if (creation.kind === "creating") return { icon: "busy", tooltip: say("creating") };
  if (session.kind === "signing-in") return { icon: "busy", tooltip: say("signIn") };
  if (session.kind === "expired") return { icon: "attention", tooltip: say("signInAgain") };
  if (creation.kind === "failed") {
    const { key, values } = errorWords(creation.error);
    const problem = words(`${key}.title`, values);
    return { icon: "attention", tooltip: say("problem", { problem }) };
  }
  if (!online) return { icon: "offline", tooltip: say("offline") };
  if (session.kind === "signed-in")
    return { icon: "idle", tooltip: say("idle", { username: plain(session.account.username) }) };
  return { icon: "idle", tooltip: say(organisation.kind === "none" ? "notSetUp" : "signedOut") };
}

function menuOf(state: AppState, words: Words): TrayItem[] {
  const item = (key: string, command: Command | null, values = {}): TrayItem => ({
    kind: "item",
    label: words(`tray.menu.${key}`, values),
    command,
  });
  if (state.organisation.kind === "none") {
    const sample = state.sampleAvailable ? [item("useSample", { name: "useSample" })] : [];
    return [item("setUp", { name: "setUp" }), ...sample, separator];
  }
  return [...sessionItems(state, item), ...recentItems(state, words), ...accountItems(state, item)];
}

type MakeItem = (key: string, command: Command | null, values?: Record<string, string>) => TrayItem;

function sessionItems({ session, creation, online, recent }: AppState, item: MakeItem): TrayItem[] {
  const copyLatest = recent.length > 0 ? [item("copyLatest", { name: "copyLatest" })] : [];
  if (session.kind === "signing-in")
    return [item("waiting", null), item("cancelSignIn", { name: "cancelSignIn" }), ...copyLatest];
  if (session.kind !== "signed-in") return [item("signIn", { name: "signIn" }), ...copyLatest];
  const schedule = item("schedule", { name: "schedule" });
  if (creation.kind === "creating")
    return [item("cancelCreation", { name: "cancelCreation" }), ...copyLatest, schedule];
  const meetNow = online ? item("meetNow", { name: "meetNow" }) : item("meetNowOffline", null);
  return [meetNow, ...copyLatest, schedule];
}

function recentItems({ recent }: AppState, words: Words): TrayItem[] {
  if (recent.length === 0) return [separator];
  const items = recent.slice(0, maxRecent).map((meeting) => meetingItem(meeting, words));
  return [separator, { kind: "submenu", label: words("tray.menu.recent"), items }];
}

function meetingItem({ id, subject }: Meeting, words: Words): TrayItem {
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
    ],
  };
}

function accountItems({ session }: AppState, item: MakeItem): TrayItem[] {
  if (session.kind !== "signed-in" && session.kind !== "expired") return [separator];
  const username = menuText(session.account.username);
  const organiser = item("organiser", null, { username });
  const signOut = item("signOut", { name: "signOut" }, { username });
  if (organiser.kind !== "item") return [separator];
  return [{ kind: "submenu", label: organiser.label, items: [signOut] }, separator];
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
  const characters = Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment);
  if (characters.length <= maxTextLength) return line;
  return `${characters.slice(0, maxTextLength - 1).join("")}…`;
}
