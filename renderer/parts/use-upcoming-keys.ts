import type { KeyboardEvent, RefObject } from "react";

import type { UpcomingMeeting } from "../../main/contract/upcoming.ts";

interface RowActions {
  readonly onMenu: (id: string, opener: HTMLElement) => void;
  readonly onCopy: (id: string) => void;
}

/** As in the other list: one tab stop, Up and Down between rows, Left and Right to a row's buttons, letters to a subject. */
export function useUpcomingKeys(
  list: RefObject<HTMLElement | null>,
  meetings: readonly UpcomingMeeting[],
  { onMenu, onCopy }: RowActions,
): (event: KeyboardEvent) => void {
  return (event) => {
    const { target } = event;
    const row = target instanceof Element ? target.closest<HTMLElement>("[data-upcoming]") : null;
    if (row && press(event, row, row.dataset["upcoming"] ?? "")) event.preventDefault();
  };

  function press(event: KeyboardEvent, row: HTMLElement, id: string): boolean {
    const isRow = event.target === row;
    if (isCopy(event)) onCopy(id);
    else if (event.ctrlKey || event.metaKey || event.altKey) return false;
    else if (isForMenu(event, isRow)) onMenu(id, row);
    else return move(event.key, row, isRow);
    return true;
  }

  function move(key: string, row: HTMLElement, isRow: boolean): boolean {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-upcoming]") ?? [])];
    const next = rowFor(key, row, rows) ?? buttonFor(key, row) ?? (isRow ? begun(key, rows) : null);
    next?.focus();
    return next !== null;
  }

  /** A letter goes to the next row that begins with it. */
  function begun(key: string, rows: readonly HTMLElement[]): HTMLElement | null {
    if (!/^[\p{L}\p{N}]$/u.test(key)) return null;
    const letter = key.toLocaleLowerCase();
    const subjects = new Map(meetings.map(({ id, subject }) => [id, subject ?? ""]));
    const start = rows.findIndex((row) => row === document.activeElement) + 1;
    const begins = ({ dataset }: HTMLElement) =>
      subjects
        .get(dataset["upcoming"] ?? "")
        ?.toLocaleLowerCase()
        .startsWith(letter) ?? false;
    return [...rows.slice(start), ...rows.slice(0, start)].find(begins) ?? null;
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

function rowFor(key: string, row: HTMLElement, rows: readonly HTMLElement[]) {
  const index = rows.indexOf(row);
  switch (key) {
    case "ArrowDown":
      return rows[index + 1] ?? row;
    case "ArrowUp":
      return rows[index - 1] ?? row;
    case "Home":
      return rows[0] ?? row;
    case "End":
      return rows.at(-1) ?? row;
    default:
      return null;
  }
}

function buttonFor(key: string, row: HTMLElement): HTMLElement | null {
  if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
  const isForward = (key === "ArrowRight") !== row.matches(":dir(rtl)");
  const stops = [row, ...row.querySelectorAll("button")];
  const index = stops.findIndex((stop) => stop === document.activeElement);
  return stops[index + (isForward ? 1 : -1)] ?? null;
}
