import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Random } from "../random.ts";

type Fault = Parameters<Sandbox["faults"]["add"]>[0];
type On = Fault["on"];

const ofLinks = ["createOrGet", "createOrGet", "updateMeeting", "deleteMeeting"] as const;
const ofEvents = ["createEvent", "createEvent", "listEvents", "getCalendar"] as const;
const elsewhere = ["findMeetings", "updateMeeting", "cancelEvent", "deleteEvent"] as const;

const transient = [500, 502, 503, 504] as const;
const refusing = [400, 403, 409, 412, 422, 423] as const;

/** What the network and Microsoft do to one press. Calm in one of eight. */
export function storm(
  { faults, expireAccessTokens, revokeRefreshTokens, delayJoinUrls }: Sandbox,
  random: Random,
  kind: "link" | "event",
): void {
  const pick = <One>(all: readonly One[]): One | undefined => all[random.below(all.length)];
  delayJoinUrls(random.chance(0.15) ? 1 + random.below(4) : 0);
  // Said after the work was done it is believed at the second time, so it is not said falsely twice.
  let hasLied = false;

  function oneFault(on: On): Fault {
    const times = random.chance(0.25) ? ("always" as const) : 1 + random.below(7);
    const when = random.chance(0.5) ? ("after" as const) : ("before" as const);
    switch (random.below(8)) {
      case 0:
      case 1:
        return { on, kind: "reset", when, times };
      case 2:
        return { on, kind: "status", status: pick(transient) ?? 500, when, times };
      case 3:
        return { on, kind: "empty-object", status: 200, when: "after", times };
      case 4:
        return { on, kind: "status", status: 429, retryAfter: "1", times };
      case 5:
        return { on, kind: "half-body", times };
      default: {
        const lies = when === "after" && !hasLied;
        hasLied ||= lies;
        const told = lies ? ({ when, times: 1 } as const) : ({ when: "before", times } as const);
        if (random.chance(0.3)) return { on, kind: "html", ...told };
        return { on, kind: "status", status: pick(refusing) ?? 403, ...told };
      }
    }
  }

  const calls = kind === "link" ? ofLinks : ofEvents;
  for (let left = random.below(4); left > 0; left -= 1)
    faults.add(oneFault(pick(random.chance(0.75) ? calls : elsewhere) ?? "createOrGet"));
  if (!random.chance(0.15)) return;
  expireAccessTokens();
  revokeRefreshTokens("megan", "expired");
}
