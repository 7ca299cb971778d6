import type { Creation, Failed, Meeting } from "../../main/contract/meeting.ts";
import { aMeeting } from "./a-meeting.ts";

type Of<Kind extends Creation["kind"]> = Extract<Creation, { kind: Kind }>;

export const creating = (changes: Partial<Of<"creating">> = {}): Of<"creating"> => ({
  kind: "creating",
  intentId: "w-1",
  draftId: null,
  startedAt: 0,
  retryAt: null,
  reason: "first-try",
  ...changes,
});

export const created = (
  meeting: Meeting = aMeeting(),
  changes: Partial<Of<"created">> = {},
): Of<"created"> => ({
  kind: "created",
  meeting,
  draftId: null,
  copied: true,
  unset: null,
  isHeld: false,
  clipboard: "unchanged",
  createdAt: meeting.createdAt,
  ...changes,
});

/** Nothing was made. */
export const failed = (error: Failed["error"], changes: Partial<Failed> = {}): Failed => ({
  kind: "failed",
  clipboard: "unchanged",
  error,
  intentId: "w-1",
  draftId: null,
  outcome: "not-created",
  meetingKind: "link",
  inviteeCount: 0,
  ...changes,
});
