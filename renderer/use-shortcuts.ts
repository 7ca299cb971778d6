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
import { typeLine } from "./typed-line/typing.ts";
import { refreshUpcoming } from "./upcoming/refresh-upcoming.ts";

/** The popup's keys. Ctrl, or Cmd on macOS. */
export function useShortcuts(state: AppState): void {
  const { t } = useTranslation();
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.altKey) return;
      if (event.key === "Escape" && !event.shiftKey) return escape(state);
      if (event.key === "F5") return refresh(event);
      const isControl = state.platform === "darwin" ? event.metaKey : event.ctrlKey;
      if (!event.ctrlKey && !event.metaKey) return typed(event);
      const run = event.shiftKey ? runShiftedKey : runKey;
      if (isControl && run(keyOf(event))) event.preventDefault();
    }

    function refresh(event: Pick<KeyboardEvent, "preventDefault">): void {
      event.preventDefault();
      void refreshUpcoming(state, t);
    }

    /** "?" asks for the keys, a letter begins a meeting. */
    function typed(event: KeyboardEvent): void {
      const isAsking = event.key === "F1" || (event.key === "?" && !isTyping());
      if (isAsking ? listKeys() : typeLine(event, state)) event.preventDefault();
    }

    function runKey(key: string): boolean {
      switch (key) {
        case "enter":
          return meetNow(state);
        case "n":
          return go("schedule");
        case "j":
          return go("join");
        case "d":
          return duplicate(state);
        case "o":
          return switchOrganiser(state);
        case "f":
          return search(state);
        case "1":
          return goToTab("recent");
        case "2":
          return goToTab("upcoming");
        case "r":
          void refreshUpcoming(state, t);
          return true;
        case ",":
          void app.openSettings();
          return true;
        case "z":
          return undo(state);
        case "c":
          return copy(state, t);
        default:
          return false;
      }
    }

    const runShiftedKey = (key: string): boolean => key === "c" && copyAs(state);

    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [state, t]);
}

/** Digits by their place: French keyboards type others there. */
const keyOf = ({ key, code }: KeyboardEvent): string =>
  /^Digit([12])$/u.exec(code)?.[1] ?? key.toLowerCase();

/** Back, or away. Menus and pickers take their own Escape first. */
function escape({ view }: AppState): void {
  if (view === "home") void app.hidePopup();
  else void app.navigate({ view: "home" });
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
