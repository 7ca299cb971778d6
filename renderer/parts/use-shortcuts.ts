import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { Meeting } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { findMeeting } from "./find-meeting.ts";
import { copyMeeting } from "./meeting-actions.ts";
import { currentOverlay, openOverlay } from "./overlay.ts";

/** The popup's keys. Ctrl, or Cmd on macOS. */
export function useShortcuts(state: AppState): void {
  const { t } = useTranslation();
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.altKey) return;
      if (event.key === "Escape" && !event.shiftKey) return escape(state);
      const isControl = state.platform === "darwin" ? event.metaKey : event.ctrlKey;
      const run = event.shiftKey ? runShiftedKey : runKey;
      if (isControl && run(event.key.toLowerCase())) event.preventDefault();
    }

    function runKey(key: string): boolean {
      switch (key) {
        case "enter":
          return meetNow(state);
        case "n":
          return go("schedule");
        case "j":
          return go("join");
        case "f":
          return search();
        case ",":
          void app.openSettings();
          return true;
        case "z":
          return undo(state);
        case "c": {
          const meeting = meetingToCopy(state);
          if (meeting) void copyMeeting(meeting, null, state, t);
          return meeting !== null;
        }
        default:
          return false;
      }
    }

    const runShiftedKey = (key: string): boolean => key === "c" && copyAs(state);

    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [state, t]);
}

/** Back, or away. Menus and pickers take their own Escape first. */
function escape({ view }: AppState): void {
  if (view === "home") void app.hidePopup();
  else void app.navigate({ view: "home" });
}

function go(view: "schedule" | "join"): boolean {
  void app.navigate({ view });
  return true;
}

/** The field where it is open, else the button that opens it. */
function search(): boolean {
  const field = document.querySelector<HTMLElement>("#search-meetings");
  if (field instanceof HTMLInputElement) field.select();
  else field?.click();
  return field !== null;
}

function meetNow({ view, session, creation }: AppState): boolean {
  if (view !== "home" || session.kind !== "signed-in" || creation.kind === "creating") return false;
  void app.meetNow({ again: false });
  return true;
}

function undo({ view, creation }: AppState): boolean {
  if (view !== "home" || creation.kind !== "created" || isTyping()) return false;
  void app.undoCreation();
  return true;
}

/** The meeting of the menu that is open, or of the focused row, else the one that is looked at, else the latest; the usual copy where text is selected or typed. */
function meetingToCopy(state: AppState): Meeting | null {
  const hasSelection = (window.getSelection()?.toString() ?? "") !== "";
  if (hasSelection || isTyping()) return null;
  return meetingMeant(state);
}

function meetingMeant(state: AppState): Meeting | null {
  const { view, detailsOf, recent } = state;
  const overlay = currentOverlay();
  if (overlay) return findMeeting(state, overlay.id);
  if (view === "details") return findMeeting(state, detailsOf);
  const row = document.activeElement?.closest<HTMLElement>("[data-meeting]");
  return recent.find((meeting) => meeting.id === row?.dataset["meeting"]) ?? recent[0] ?? null;
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
