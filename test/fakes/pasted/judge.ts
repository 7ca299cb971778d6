import type { JoinReading } from "../../../main/join/read-join-text.ts";
import type { Invitation } from "./invitations.ts";

/** Wrong is what opens another meeting than the one that was meant, or the right one with what does not let in. */
export function judge({ meeting }: Invitation, reading: JoinReading): "read" | "unread" | "wrong" {
  if (reading.kind === "link") return reading.url === meeting?.url ? "read" : "wrong";
  if (reading.kind !== "id") return meeting === null ? "read" : "unread";
  const isRight = reading.meetingId === meeting?.meetingId && reading.passcode === meeting.passcode;
  return isRight ? "read" : "wrong";
}
