import type { Creation } from "../../../../main/contract/meeting.ts";

/** What is on the card, on a line for whoever reads a schedule. */
export function describe(creation: Creation): string {
  switch (creation.kind) {
    case "created": {
      const { meeting, copied, isHeld, draftId } = creation;
      return `created ${meeting.kind} ${meeting.id} ${copied ? "copied" : "not copied"}${isHeld ? ", held" : ""} ${draftId ?? ""}`;
    }
    case "failed": {
      const { error, outcome, meetingKind, draftId } = creation;
      return `failed ${meetingKind} ${creation.intentId}: ${outcome} (${error.kind}) ${draftId ?? ""}`;
    }
    case "creating":
      return `creating ${creation.intentId} (${creation.reason}) ${creation.draftId ?? ""}`;
    case "repeat":
      return `repeat ${creation.meeting.id}`;
    case "ended":
      return `ended${creation.clipboardCleared ? ", clipboard cleared" : ""}`;
    case "ending":
    case "idle":
      return creation.kind;
  }
}
