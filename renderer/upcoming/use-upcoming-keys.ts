import type { KeyboardEvent, RefObject } from "react";

import type { UpcomingMeeting } from "../../main/contract/upcoming.ts";
import type { AppState } from "../../main/contract/state.ts";
import { shortcutOf } from "../keys/shortcuts.ts";
import { buttonFor, rowFor, typedAhead } from "../ui/list/row-stops.ts";

type Platform = AppState["platform"];

interface RowActions {
  readonly onMenu: (id: string, opener: HTMLElement) => void;
  readonly onCopyAs: (id: string, opener: HTMLElement) => void;
  readonly onCopy: (id: string) => void;
}

/** As in the other list: one tab stop, Up and Down between rows, Left and Right to a row's buttons, letters to a subject. */
export function useUpcomingKeys(
  list: RefObject<HTMLElement | null>,
  meetings: readonly UpcomingMeeting[],
  platform: Platform,
  { onMenu, onCopyAs, onCopy }: RowActions,
): (event: KeyboardEvent) => void {
  return (event) => {
    const { target } = event;
    const row = target instanceof Element ? target.closest<HTMLElement>("[data-upcoming]") : null;
    if (row && press(event, row, row.dataset["upcoming"] ?? "")) event.preventDefault();
  };

  function press(event: KeyboardEvent, row: HTMLElement, id: string): boolean {
    const isRow = event.target === row;
    const name = shortcutOf(event, platform);
    if (isCopy(event, platform)) onCopy(id);
    else if (name === "copyAs") onCopyAs(id, row);
    // The row does one thing by itself: it shows what can be done.
    else if (name === "rowMenu" || (isRow && name === "details")) onMenu(id, row);
    else if (event.ctrlKey || event.metaKey || event.altKey) return false;
    else return move(event.key, row, isRow);
    return true;
  }

  function move(key: string, row: HTMLElement, isRow: boolean): boolean {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-upcoming]") ?? [])];
    const moved = rowFor(key, row, rows) ?? buttonFor(key, row);
    const next = moved ?? (isRow ? typedAhead(key, row, rows, subjectOf) : null);
    next?.focus();
    return next !== null;
  }

  function subjectOf({ dataset }: HTMLElement): string {
    return meetings.find(({ id }) => id === dataset["upcoming"])?.subject ?? "";
  }
}

/** Of the link; the usual copy where text is selected. */
export const isCopy = (event: KeyboardEvent, platform: Platform): boolean =>
  shortcutOf(event, platform) === "copy" && (window.getSelection()?.toString() ?? "") === "";
