import type { MeetingOptions } from "../../../../main/contract/meeting-options.ts";
import type { Handlers } from "../../../../main/contract/requests/vocabulary.ts";
import type { Creation } from "../../../../main/contract/meeting.ts";
import type { claimsOf, offersOf } from "../../../../main/contract/offers/creation-offers.ts";
import type { Meetings } from "../../../../main/meetings/meetings.ts";
import type { Network, NetworkResult } from "../../../../main/base/network.ts";
import type { VaultProtection } from "../../../../main/base/vault.ts";
import type { Random } from "../../random.ts";
import type { SimulatedGraph } from "../graph/simulated-graph.ts";
import { type MovingClock, turns } from "../moving-clock.ts";
import type { SimulatedClipboard } from "./simulated-clipboard.ts";

/** A mistake on purpose, which the counters must see. */
export interface Mistake {
  readonly network?: (real: Network) => Network;
  readonly meetings?: (real: Meetings, clipboard: SimulatedClipboard) => Meetings;
  readonly handlers?: (real: Handlers) => Handlers;
  readonly offers?: (creation: Creation, now: number) => ReturnType<typeof offersOf>;
  readonly claims?: (creation: Creation) => ReturnType<typeof claimsOf>;
}

/** What somebody mostly does. */
export interface Habit {
  /** How a row of figures calls them. */
  readonly name: string;
  /** How often they cancel, undo or take that back, wherever it is offered. */
  readonly takesBack: number;
}

export const noHabit: Habit = { name: "", takesBack: 0 };
/** Whoever cancels, undoes and takes that back as soon as it is offered. */
export const takingBack: Habit = { name: " of cancels", takesBack: 0.6 };

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
  /** Whether the person has allowed the calendar. */
  readonly granted: { calendar: boolean };
  /** Whether they may close the page of a sign-in, or forget it. */
  readonly patience: { isShort: boolean };
  readonly habit: Habit;
  /** Told what happens, where a schedule is looked at alone. */
  readonly tell: (what: () => string) => void;
}

/** A crash: what was sent still arrives, but no answer comes and nothing more is sent. */
export function cuttable({ graph: { network, delivered }, tell }: World) {
  let isCut = false;
  const silence = new Promise<never>(() => undefined);
  const line: Network = async (request) => {
    if (isCut) return silence;
    const answer = await network(request);
    tell(() => `    ${request.method} ${new URL(request.url).pathname}: ${describe(answer)}`);
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
const describe = (result: NetworkResult): string =>
  result.ok ? String(result.answer.status) : result.failure;

export type Line = ReturnType<typeof cuttable>;
