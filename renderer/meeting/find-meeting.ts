import type { Meeting } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";

/** In the list, as one's own room, or just created. */
export function findMeeting(state: AppState, id: string | null): Meeting | null {
  const { recent, room, creation } = state;
  const listed = recent.find((meeting) => meeting.id === id);
  if (listed) return listed;
  if (room?.id === id) return room;
  return creation.kind === "created" && creation.meeting.id === id ? creation.meeting : null;
}
