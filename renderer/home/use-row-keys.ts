import type { KeyboardEvent, RefObject } from "react";

import type { Meeting } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { isLeaving } from "./leaving.ts";
import { isAt, type ShortcutAt, shortcutOf } from "../keys/shortcuts.ts";
import { openOverlay } from "../meeting/overlay.ts";
import { buttonFor, rowFor, typedAhead } from "../ui/list/row-stops.ts";

/** The list is one tab stop: Up and Down between rows, Left and Right to a row's buttons, the rest as in any list. */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  rows: readonly Meeting[],
  state: AppState,
): (event: KeyboardEvent) => void {
  return (event) => {
    const { key, target } = event;
    const row = target instanceof Element ? target.closest<HTMLElement>("[data-meeting]") : null;
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const meeting = rows.find(({ id }) => id === row.dataset["meeting"]);
    const next = stopFor(key, target === row, row, rows);
    next?.focus();
    if (next || (meeting && command(event, row, meeting, state))) event.preventDefault();
  };

  function stopFor(
    key: string,
    isRow: boolean,
    row: HTMLElement,
    meetings: readonly Meeting[],
  ): HTMLElement | null {
    const all = [...(list.current?.querySelectorAll<HTMLElement>("[data-meeting]") ?? [])];
    const moved = rowFor(key, row, all) ?? buttonFor(key, row);
    if (moved || !isRow) return moved;
    const subjects = new Map(meetings.map(({ id, subject }) => [id, subject]));
    return typedAhead(key, row, all, ({ dataset }) => subjects.get(dataset["meeting"] ?? "") ?? "");
  }
}

/** What a key does with the row. True if it did something. */
function command(
  event: KeyboardEvent,
  opener: HTMLElement,
  { id, isGone }: Meeting,
  state: AppState,
): boolean {
  const name = shortcutOf(event, state.platform);
  if (name === null || !isAt(name, "row")) return false;
  const isOnRow = event.target === opener;
  // A row that is being cancelled has nothing left but the way back.
  if (name === "details" ? !isOnRow : isLeaving(state, id)) return false;
  if (isGone && changing.has(name)) return false;
  runs[name](id, opener);
  return true;
}

type AtRow = ShortcutAt<"row">;
const changing: ReadonlySet<AtRow> = new Set<AtRow>(["edit", "cancel"]);

const runs: Readonly<Record<AtRow, (id: string, opener: HTMLElement) => void>> = {
  details: (meetingId) => void app.navigate({ view: "details", meetingId }),
  rowMenu: (id, opener) => openOverlay({ kind: "menu", id, opener }),
  edit: (meetingId) => void app.navigate({ view: "schedule", meetingId }),
  cancel: (id, opener) => openOverlay({ kind: "cancel", id, opener }),
};
