import type { Meeting } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";

/** Rows that were asked for, beyond those of the state: they are looked for by their menus. */
let asked: readonly Meeting[] = [];
export const noteAsked = (meetings: readonly Meeting[]): void => {
  asked = meetings;
};

/** In the list, looked at, as one's own room, or just created. */
export function findMeeting(state: AppState, id: string | null): Meeting | null {
  const { recent, detailed, room, creation } = state;
  const created = creation.kind === "created" ? creation.meeting : null;
  const known = [...recent, detailed, room, created, ...asked];
  return known.find((meeting) => meeting?.id === id) ?? null;
}
