import type { KeyboardEvent, RefObject } from "react";

import type { UpcomingMeeting } from "../../main/contract/upcoming.ts";
import { buttonFor, rowFor, typedAhead } from "../ui/list/row-stops.ts";

interface RowActions {
  readonly onMenu: (id: string, opener: HTMLElement) => void;
  readonly onCopyAs: (id: string, opener: HTMLElement) => void;
  readonly onCopy: (id: string) => void;
}

/** As in the other list: one tab stop, Up and Down between rows, Left and Right to a row's buttons, letters to a subject. */
export function useUpcomingKeys(
  list: RefObject<HTMLElement | null>,
  meetings: readonly UpcomingMeeting[],
  { onMenu, onCopyAs, onCopy }: RowActions,
): (event: KeyboardEvent) => void {
  return (event) => {
    const { target } = event;
    const row = target instanceof Element ? target.closest<HTMLElement>("[data-upcoming]") : null;
    if (row && press(event, row, row.dataset["upcoming"] ?? "")) event.preventDefault();
  };

  function press(event: KeyboardEvent, row: HTMLElement, id: string): boolean {
    const isRow = event.target === row;
    if (isCopy(event)) onCopy(id);
    else if (isCopyAs(event)) onCopyAs(id, row);
    else if (event.ctrlKey || event.metaKey || event.altKey) return false;
    else if (isForMenu(event, isRow)) onMenu(id, row);
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

/** The row does one thing by itself: it shows what can be done. */
const isForMenu = ({ key, shiftKey }: KeyboardEvent, isRow: boolean): boolean =>
  key === "ContextMenu" ||
  (key === "F10" && shiftKey) ||
  (isRow && (key === "Enter" || key === " "));

/** Of the link; the usual copy where text is selected. */
export const isCopy = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) &&
  !event.shiftKey &&
  event.key.toLowerCase() === "c" &&
  (window.getSelection()?.toString() ?? "") === "";

const isCopyAs = ({ ctrlKey, metaKey, shiftKey, key }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && shiftKey && key.toLowerCase() === "c";
