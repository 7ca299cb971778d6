import { joinHosts } from "../../base/clouds.ts";
import type { JoinReading } from "../../contract/answers.ts";
import { fail, ok } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/requests/vocabulary.ts";
import { joinAddressOf, readJoinText } from "../../join/read-join-text.ts";
import type { Clipboard } from "../../meetings/fulfil.ts";
import type { OpenMeeting } from "./open-meeting.ts";

export interface JoinHandlersDependencies {
  readonly clipboard: Pick<Clipboard, "readText" | "writeText">;
  readonly openMeeting: OpenMeeting;
}

/** Meetings of anybody's, joined by what a person pasted. Only addresses of Teams' hosts leave here. */
export function createJoinHandlers({ clipboard, openMeeting }: JoinHandlersDependencies) {
  const [host = ""] = joinHosts;

  /** A passcode typed beside the text wins over one found in it. */
  function addressOf(text: string, passcode: string): string | null {
    const reading = readJoinText(text, joinHosts);
    if (reading.kind === "link") return reading.url;
    if (reading.kind !== "id") return null;
    return joinAddressOf(reading.meetingId, passcode.trim() || reading.passcode, host);
  }

  return {
    readJoinText: async ({ text }) => ok(toReading(readJoinText(text, joinHosts))),
    pasteJoinText: async () => ok((await clipboard.readText()).slice(0, 20_000)),
    async join({ text, passcode, how }) {
      const address = addressOf(text, passcode);
      if (address === null) return fail({ kind: "unknown-meeting" });
      return how === "copy" ? clipboard.writeText(address) : openMeeting(address, how);
    },
  } satisfies Partial<Handlers>;
}

/** Addresses stay in main: a window sees what a person would read out. */
function toReading(reading: ReturnType<typeof readJoinText>): JoinReading {
  switch (reading.kind) {
    case "link":
    case "id": {
      const { meetingId, passcode } = reading;
      return { kind: "meeting", meetingId, passcode };
    }
    case "empty":
    case "wrapped":
    case "not-teams":
    case "not-understood":
      return reading;
  }
}
