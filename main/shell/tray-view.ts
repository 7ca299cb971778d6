import { handedOut, isSigningIn, lastTrayRows, trayItems, trayRows } from "../doors/tables.ts";
import type { Call } from "../contract/requests/vocabulary.ts";
import { errorWords } from "../contract/error-words.ts";
import type { Meeting } from "../contract/meeting.ts";
import type { AppState } from "../contract/state.ts";
import type { UpcomingMeeting } from "../contract/upcoming.ts";
import type { Words } from "../base/words.ts";

export type TrayIcon = "idle" | "busy" | "attention" | "offline";

export type TrayItem =
  | { readonly kind: "separator" }
  /** One that asks for nothing is shown, but cannot be chosen. `checked` makes it one of several. */
  | {
      readonly kind: "item";
      readonly label: string;
      readonly asks: Call<"tray"> | null;
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
  if (isSigningIn(state)) return { icon: "busy", tooltip: say("signIn") };
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

function menuOf(state: AppState, words: Words): TrayItem[] {
  const rows = trayRows.filter(({ isShown }) => isShown(state));
  const first = rows.map(({ label, asks }) => item(words(`tray.menu.${label}`), asks));
  if (state.organisations.length === 0) return [...first, separator];
  return [
    ...first,
    ...nextItems(state, words),
    ...recentItems(state, words),
    ...accountItems(state, words),
  ];
}

const item = (label: string, asks: Call<"tray"> | null): TrayItem => ({
  kind: "item",
  label,
  asks,
});

function nextItems(state: AppState, words: Words): TrayItem[] {
  const next = nextOf(state);
  if (!next) return [];
  const minutes = next.startsInMinutes ?? 0;
  const key = minutes > 0 ? "in" : minutes === 0 ? "now" : "ago";
  const values = { subject: menuText(subjectOf(next, words)), minutes: Math.abs(minutes) };
  const label = words(`tray.menu.joinNext.${key}`, values);
  return [separator, item(label, trayItems.joinNext(next.id))];
}

function recentItems(state: AppState, words: Words): TrayItem[] {
  const recent = handedOut(state);
  if (recent.length === 0) return [separator];
  const items = recent.slice(0, maxRecent).map((meeting) => meetingItem(meeting, words));
  return [separator, { kind: "submenu", label: words("tray.menu.recent"), items }];
}

/** Those most people hand on; the popup has them all. */
const trayFormats = ["invitation", "markdown", "id-and-passcode"] as const;

function meetingItem({ id, subject }: Meeting, words: Words): TrayItem {
  const say = (key: string) => words(`tray.menu.${key}`);
  const formats = trayFormats.map((format) =>
    item(say(`formats.${format}`), trayItems.copyAs(id, format)),
  );
  return {
    kind: "submenu",
    label: menuText(subject),
    items: [
      item(say("copyLink"), trayItems.copyLink(id)),
      item(say("openInTeams"), trayItems.openInTeams(id)),
      { kind: "submenu", label: say("copyAs"), items: formats },
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
    asks: account.kind === "guest" ? null : trayItems.chooseAccount(account.id),
    checked: account.id === current.id,
  }));
  const [only, ...others] = organisations;
  const isOne = only !== undefined && others.length === 0;
  const add = isOne ? trayItems.addAccount(only.id) : trayItems.chooseOrganisation();
  const ways = [
    item(say("addAccount"), add),
    item(say("signOut", { username }), trayItems.signOut(current.id)),
  ];
  const label = say("organiser", { username });
  return [{ kind: "submenu", label, items: [...items, separator, ...ways] }, separator];
}

const endOf = (words: Words): TrayItem[] =>
  lastTrayRows.map((row) => (row ? item(words(`tray.menu.${row.label}`), row.asks) : separator));

/** As `plain`, and no mnemonic. An item without any text could not be seen. */
export const menuText = (text: string): string => plain(text).replaceAll("&", "&&") || "…";

/** Subjects and addresses are input: no control or direction characters, and an end. */
function plain(text: string): string {
  // More cannot be shown, and counting what a person takes for one letter is slow.
  const line = text
    .slice(0, 1_000)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
  return cut(line, maxTextLength);
}

function cut(line: string, length: number): string {
  const characters = Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment);
  if (characters.length <= length) return line;
  return `${characters.slice(0, length - 1).join("")}…`;
}
