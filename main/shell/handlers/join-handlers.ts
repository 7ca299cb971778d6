import { joinHostOf } from "../../base/clouds.ts";
import type { JoinReading } from "../../contract/answers.ts";
import { fail, ok } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/requests/vocabulary.ts";
import type { Cloud } from "../../contract/state.ts";
import { joinAddressOf, withPasscode } from "../../join/complete-meeting.ts";
import { readJoinText } from "../../join/read-join-text.ts";
import type { Session } from "../../auth/session.ts";
import type { Clipboard } from "../../meetings/fulfil.ts";
import type { Organisations } from "../organisations.ts";
import type { OpenMeeting } from "./open-meeting.ts";

export interface JoinHandlersDependencies {
  readonly clipboard: Pick<Clipboard, "readText" | "writeText">;
  readonly openMeeting: OpenMeeting;
  readonly session: Pick<Session, "account">;
  readonly organisations: Pick<Organisations, "all">;
}

/** Meetings of anybody's, joined by what a person pasted. Only addresses of Teams' hosts leave here. */
export function createJoinHandlers({
  clipboard,
  openMeeting,
  session,
  organisations,
}: JoinHandlersDependencies) {
  /** An ID names no cloud, so it is one of the cloud in which the person organises. */
  function cloud(): Cloud {
    const all = organisations.all();
    const id = session.account()?.organisationId ?? all[0]?.id;
    const organisation = all.find((each) => each.id === id);
    return organisation?.kind === "own" ? organisation.cloud : "global";
  }

  /** A passcode typed beside the text wins over the link's own, and that over one found in the text. */
  function addressOf(text: string, typed: string): string | null {
    const reading = readJoinText(text);
    if (reading.kind === "link")
      return typed === "" ? reading.url : withPasscode(reading.url, typed);
    if (reading.kind !== "id") return null;
    return joinAddressOf(reading.meetingId, typed || reading.passcode, joinHostOf(cloud()));
  }

  return {
    readJoinText: async ({ text }) => ok(toReading(readJoinText(text))),
    pasteJoinText: async () => ok((await clipboard.readText()).slice(0, 20_000)),
    async join({ text, passcode, how }) {
      const address = addressOf(text, passcode.trim());
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
    case "other-product":
    case "incomplete":
    case "teams-page":
    case "not-teams":
    case "not-understood":
      return reading;
  }
}
