import type { TFunction } from "i18next";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { Meeting } from "../main/contract/meeting.ts";
import type { AppState } from "../main/contract/state.ts";
import { app } from "./app.ts";
import { findMeeting } from "./meeting/find-meeting.ts";
import { chooseTab, goToTab } from "./home/home-tab.ts";
import { copyMeeting } from "./meeting/meeting-actions.ts";
import { currentOverlay, openOverlay } from "./meeting/overlay.ts";
import { listKeys } from "./keys/listed-keys.ts";
import { isAt, type ShortcutAt, shortcutOf } from "./keys/shortcuts.ts";
import { typeLine } from "./typed-line/typing.ts";
import { refreshUpcoming } from "./upcoming/refresh-upcoming.ts";

/** The popup's keys. */
export function useShortcuts(state: AppState): void {
  const { t } = useTranslation();
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented) return;
      const name = shortcutOf(event, state.platform);
      // A sign belongs to the field it is typed into.
      const isForUs = name !== null && isAt(name, "popup") && !(isSign(event) && isTyping());
      const isTaken = isForUs ? runs[name](state, t) : isBare(event) && typeLine(event, state);
      if (isTaken) event.preventDefault();
    }

    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [state, t]);
}

type Run = (state: AppState, t: TFunction) => boolean;

/** What each does. False where there is nothing to do: then the key is whoever else's. */
const runs: Readonly<Record<ShortcutAt<"popup">, Run>> = {
  save: meetNow,
  schedule: () => go("schedule"),
  join: () => go("join"),
  search,
  recent: () => goToTab("recent"),
  upcoming: () => goToTab("upcoming"),
  organiser: switchOrganiser,
  settings: openSettings,
  copy,
  copyAs,
  undo,
  duplicate,
  refresh,
  back,
  list: listKeys,
};

const isBare = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey;
const isSign = (event: KeyboardEvent): boolean => isBare(event) && event.key.length === 1;

/** Whatever is shown, no page is loaded again. */
function refresh(state: AppState, t: TFunction): boolean {
  void refreshUpcoming(state, t);
  return true;
}

function openSettings(): boolean {
  void app.openSettings();
  return true;
}

/** Back, or away. Menus and pickers take their own Escape first. */
function back({ view }: AppState): boolean {
  if (view === "home") void app.hidePopup();
  else void app.navigate({ view: "home" });
  return false;
}

function go(view: "schedule" | "join"): boolean {
  void app.navigate({ view });
  return true;
}

function switchOrganiser({ view }: AppState): boolean {
  const button = document.querySelector<HTMLElement>("#organiser");
  if (view !== "home" || !button) return false;
  button.focus();
  button.click();
  return true;
}

function duplicate({ view, detailsOf }: AppState): boolean {
  if (view !== "details" || detailsOf === null) return false;
  void app.navigate({ view: "duplicate", meetingId: detailsOf });
  return true;
}

/** The field where it is open, else the button that opens it; both are of the recent meetings. */
function search({ view, recent }: AppState): boolean {
  if (view !== "home" || recent.length === 0) return false;
  chooseTab("recent");
  // The button comes with the next drawing.
  setTimeout(() => {
    const field = document.querySelector<HTMLElement>("#search-meetings");
    if (field instanceof HTMLInputElement) field.select();
    else field?.click();
  }, 0);
  return true;
}

function meetNow({ view, session, creation }: AppState): boolean {
  if (view !== "home" || session.kind !== "signed-in" || creation.kind === "creating") return false;
  void app.meetNow({ again: false });
  return true;
}

function undo({ view, creation }: AppState): boolean {
  if (view !== "home" || creation.kind !== "created" || isTyping()) return false;
  // Invitations cannot be taken back; the card offers to cancel instead.
  if (creation.meeting.inviteeCount > 0) return false;
  void app.undoCreation();
  return true;
}

/** A row of the calendar has taken its own Ctrl+C by now. */
function copy(state: AppState, t: TFunction): boolean {
  const meeting = isUsualCopy() ? null : meetingMeant(state);
  if (meeting) void copyMeeting(meeting, null, state, t);
  return meeting !== null;
}

/** Text is selected or typed. */
const isUsualCopy = (): boolean => (window.getSelection()?.toString() ?? "") !== "" || isTyping();

/** The meeting of the menu that is open, or of the focused row, else the one that is looked at, else the latest. */
function meetingMeant(state: AppState): Meeting | null {
  const { view, detailsOf, recent } = state;
  const overlay = currentOverlay();
  if (overlay) return findMeeting(state, overlay.id);
  if (view === "details") return findMeeting(state, detailsOf);
  const row = document.activeElement?.closest<HTMLElement>("[data-meeting]");
  return findMeeting(state, row?.dataset["meeting"] ?? null) ?? recent[0] ?? null;
}

/** The menu of the focused row, of the meeting that is looked at, or of the one just created. */
function copyAs(state: AppState): boolean {
  const { view, creation } = state;
  const row = document.activeElement?.closest<HTMLElement>("[data-meeting]");
  const isHome = view === "home";
  const created = isHome && creation.kind === "created" ? creation.meeting : null;
  const meeting = row || !created ? meetingMeant(state) : created;
  const opener =
    row ??
    document.querySelector<HTMLElement>("#copy-as") ??
    document.querySelector<HTMLElement>("[data-meeting]");
  if (!meeting || !opener) return false;
  openOverlay({ kind: "copy", id: meeting.id, opener });
  return true;
}

const isTyping = (): boolean =>
  document.activeElement instanceof HTMLInputElement ||
  document.activeElement instanceof HTMLTextAreaElement;
