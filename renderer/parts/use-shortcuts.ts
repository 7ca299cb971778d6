import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { copyLink } from "./recent-list.tsx";

/** The popup's keys. Ctrl, or Cmd on macOS. */
export function useShortcuts(state: AppState): void {
  const { t } = useTranslation();
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.altKey || event.shiftKey) return;
      if (event.key === "Escape") return escape(state);
      const isControl = state.platform === "darwin" ? event.metaKey : event.ctrlKey;
      if (isControl && runKey(event.key)) event.preventDefault();
    }

    function runKey(key: string): boolean {
      switch (key.toLowerCase()) {
        case "enter":
          return meetNow(state);
        case "n":
          void app.navigate({ view: "schedule" });
          return true;
        case ",":
          void app.openSettings();
          return true;
        case "z":
          return undo(state);
        case "c": {
          const meeting = meetingToCopy(state);
          if (meeting) void copyLink(meeting, t);
          return meeting !== undefined;
        }
        default:
          return false;
      }
    }

    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [state, t]);
}

/** Back, or away. Menus and pickers take their own Escape first. */
function escape({ view }: AppState): void {
  if (view === "home") void app.hidePopup();
  else void app.navigate({ view: "home" });
}

function meetNow({ view, session, creation }: AppState): boolean {
  if (view !== "home" || session.kind !== "signed-in" || creation.kind === "creating") return false;
  void app.meetNow();
  return true;
}

function undo({ view, creation }: AppState): boolean {
  if (view !== "home" || creation.kind !== "created" || isTyping()) return false;
  void app.undoCreation();
  return true;
}

/** The focused row's meeting, else the latest; the usual copy where text is selected or typed. */
function meetingToCopy({ recent }: AppState) {
  const hasSelection = (window.getSelection()?.toString() ?? "") !== "";
  if (hasSelection || isTyping()) return undefined;
  const row = document.activeElement?.closest<HTMLElement>("[data-meeting]");
  return recent.find((meeting) => meeting.id === row?.dataset["meeting"]) ?? recent[0];
}

const isTyping = (): boolean =>
  document.activeElement instanceof HTMLInputElement ||
  document.activeElement instanceof HTMLTextAreaElement;
