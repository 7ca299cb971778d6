import type { MeetingOptions } from "../../../main/contract/meeting-options.ts";
import { createGraph } from "../../../main/graph/client.ts";
import { createOnlineMeetings, type OnlineMeetings } from "../../../main/graph/online-meetings.ts";
import { createThrottleGates } from "../../../main/graph/throttle-gate.ts";
import type { Network } from "../../../main/network.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import { createMeetingsDesk, memoryFile } from "../../fakes/meetings-desk.ts";
import type { Random } from "../random.ts";
import type { SimulatedGraph } from "./simulated-graph.ts";

/** What a schedule takes place in. */
export interface World {
  readonly graph: SimulatedGraph;
  readonly clock: ReturnType<typeof movingClock>;
  readonly random: Random;
  readonly options: MeetingOptions;
  readonly keepLinkReady: boolean;
}

/** The real Graph client on this line; what it is told to wait for is on the disk. */
export function openOnline(
  { clock, random }: World,
  disk: Record<string, unknown>,
  network: Network,
) {
  const gate = createThrottleGates({ file: memoryFile(disk, "throttled"), clock })("megan");
  const client = createGraph({
    baseUrl: "https://graph.microsoft.com/v1.0",
    network,
    token: async () => ({ ok: true, value: "token" }),
    gate,
    clock,
    log: memoryLog().log,
    random: () => random.below(1_000) / 1_000,
    newId: () => "id",
  });
  return createOnlineMeetings({ graph: client, joinHosts: ["teams.microsoft.com"] });
}

export const openDesk = (
  { clock, options, keepLinkReady, random }: World,
  disk: Record<string, unknown>,
  online: OnlineMeetings,
) =>
  createMeetingsDesk({
    disk,
    line: online,
    clock,
    newId: () => `wish-${random.below(1e9)}-${random.below(1e9)}`,
    settings: {
      keepLinkReady,
      presets: [{ id: "mine", name: "Mine", options }],
      accountDefaults: { megan: { presetId: "mine" } },
    },
  });

/** A crash: what was sent still arrives, but no answer comes and nothing more is sent. */
export function cuttable({ network, delivered }: SimulatedGraph) {
  let isCut = false;
  const silence = new Promise<never>(() => undefined);
  const line: Network = async (request) => {
    if (isCut) return silence;
    const answer = await network(request);
    if (isCut) return silence;
    // The app needs a few turns to read it; what leaves in this very moment could not know.
    void turns(8).then(() => delivered(answer));
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

export function movingClock() {
  let now = Date.parse("2026-11-24T12:00:00.500Z");
  return {
    now: () => now,
    /** Time passes only for whoever waits; between two turns anything else may happen. */
    async sleep(milliseconds: number, signal?: AbortSignal) {
      await Promise.resolve();
      if (!signal?.aborted) now += milliseconds;
    },
    pass(milliseconds: number) {
      now += milliseconds;
    },
  };
}

/** Lets the event loop turn: the grain at which a crash can fall between two steps. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}
