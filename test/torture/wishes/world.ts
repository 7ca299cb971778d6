import type { MeetingOptions } from "../../../main/contract/meeting-options.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { createCalendarEvents } from "../../../main/graph/calendar-events.ts";
import { createGraph } from "../../../main/graph/client.ts";
import { createOnlineMeetings } from "../../../main/graph/online-meetings.ts";
import { createThrottleGates, type ThrottleGate } from "../../../main/graph/throttle-gate.ts";
import type { Meetings } from "../../../main/meetings/meetings.ts";
import type { Network } from "../../../main/base/network.ts";
import type { VaultProtection } from "../../../main/base/vault.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import { createMeetingsDesk, memoryFile } from "../../fakes/meetings-desk.ts";
import type { Random } from "../random.ts";
import { type MovingClock, turns } from "./moving-clock.ts";
import type { SimulatedGraph } from "./simulated-graph.ts";

/** A mistake on purpose, which the counters must see. */
export interface Mistake {
  readonly network?: (real: Network) => Network;
  readonly meetings?: (real: Meetings) => Meetings;
}

/** What a schedule takes place in. */
export interface World {
  readonly graph: SimulatedGraph;
  readonly clock: MovingClock;
  readonly random: Random;
  readonly options: MeetingOptions;
  readonly keepLinkReady: boolean;
  /** Whether the keyring protects what is kept of an invitation. */
  readonly protection: VaultProtection;
  readonly mistake: Mistake;
}

export const joinHosts = ["teams.microsoft.com"];

/** The real Graph clients on this line; what they are told to wait for is on the disk. */
function openLines(
  { clock, random, mistake }: World,
  disk: Record<string, unknown>,
  network: Network,
) {
  const gates = createThrottleGates({ file: memoryFile(disk, "throttled"), clock });
  const graphAt = (gate: ThrottleGate) =>
    createGraph({
      baseUrl: "https://graph.microsoft.com/v1.0",
      network: mistake.network?.(network) ?? network,
      token: async () => ({ ok: true, value: "token" }),
      gate,
      clock,
      log: memoryLog().log,
      random: () => random.below(1_000) / 1_000,
      newId: () => "id",
    });
  return {
    line: createOnlineMeetings({ graph: graphAt(gates("megan")), joinHosts }),
    calendarLine: createCalendarEvents({ graph: graphAt(gates("calendar-megan")), joinHosts }),
  };
}

/** One life of the app on what an earlier one left on its disk. */
export function openDesk(
  world: World,
  disk: Record<string, unknown>,
  network: Network,
  onState: (state: AppState) => void,
) {
  const { clock, options, keepLinkReady, protection, random, mistake } = world;
  const desk = createMeetingsDesk({
    ...openLines(world, disk, network),
    disk,
    clock,
    protection,
    onState,
    newId: () => `wish-${random.below(1e9)}-${random.below(1e9)}`,
    settings: {
      keepLinkReady,
      presets: [{ id: "mine", name: "Mine", options }],
      accountDefaults: { megan: { presetId: "mine" } },
    },
  });
  return { ...desk, meetings: mistake.meetings?.(desk.meetings) ?? desk.meetings };
}
export type Desk = ReturnType<typeof openDesk>;

/** A crash: what was sent still arrives, but no answer comes and nothing more is sent. */
export function cuttable({ network, delivered }: SimulatedGraph) {
  let isCut = false;
  const silence = new Promise<never>(() => undefined);
  const line: Network = async (request) => {
    if (isCut) return silence;
    const answer = await network(request);
    if (isCut) return silence;
    // The app needs a few turns to read it; what leaves in this very moment could not know.
    void turns(8).then(() => !isCut && delivered(answer));
    return answer;
  };
  return {
    network: line,
    isCut: () => isCut,
    cut() {
      isCut = true;
    },
  };
}
export type Line = ReturnType<typeof cuttable>;
