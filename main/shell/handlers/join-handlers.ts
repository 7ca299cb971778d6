import { joinHostOf, joinHosts } from "../../base/clouds.ts";
import type { JoinReading } from "../../contract/answers.ts";
import { fail, ok } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/ipc.ts";
import type { AppState, Cloud } from "../../contract/state.ts";
import { joinAddressOf, readJoinText } from "../../join/read-join-text.ts";
import type { Clipboard } from "../../meetings/fulfil.ts";
import { openMeeting, type OpenMeetingDependencies } from "./open-meeting.ts";

type JoinRequests = "readJoinText" | "pasteJoinText" | "join";

export interface JoinHandlersDependencies extends OpenMeetingDependencies {
  readonly clipboard: Pick<Clipboard, "readText" | "writeText">;
}

/** Meetings of anybody's, joined by what a person pasted. Only addresses of Teams' hosts leave here. */
export function createJoinHandlers(
  dependencies: JoinHandlersDependencies,
): Pick<Handlers, JoinRequests> {
  const { store, clipboard } = dependencies;

  /** A passcode typed beside the text wins over one found in it. */
  function addressOf(text: string, passcode: string): string | null {
    const reading = readJoinText(text, joinHosts);
    if (reading.kind === "link") return reading.url;
    if (reading.kind !== "id") return null;
    const host = joinHostOf(cloudOf(store.read()));
    return joinAddressOf(reading.meetingId, passcode.trim() || reading.passcode, host);
  }

  return {
    readJoinText: async ({ text }) => ok(toReading(readJoinText(text, joinHosts))),
    pasteJoinText: async () => ok((await clipboard.readText()).slice(0, 20_000)),
    async join({ text, passcode, how }) {
      const address = addressOf(text, passcode);
      if (address === null) return fail({ kind: "unknown-meeting" });
      return how === "copy"
        ? clipboard.writeText(address)
        : openMeeting(dependencies, address, how);
    },
  };
}

/** An ID names no cloud, so it is one of the cloud in which the person organises. */
function cloudOf({ session, organisations }: AppState): Cloud {
  const id = "account" in session ? session.account.organisationId : organisations[0]?.id;
  const organisation = organisations.find((each) => each.id === id);
  return organisation?.kind === "own" ? organisation.cloud : "global";
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
    case "other-product":
    case "incomplete":
    case "teams-page":
    case "not-teams":
    case "not-understood":
      return reading;
  }
}
