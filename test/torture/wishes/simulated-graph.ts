import type { Network, NetworkRequest, NetworkResult } from "../../../main/base/network.ts";
import type { Random } from "../random.ts";
import { type FaultKind, suffer } from "./faults.ts";
import { lost, type SimulatedCall } from "./graph-answer.ts";
import type { MovingClock } from "./moving-clock.ts";
import { createRefusals } from "./refusals.ts";
import { createSimulatedCalendar, type SimulatedCalendar } from "./simulated-calendar.ts";
import { createSimulatedMeetings, type SimulatedMeetings } from "./simulated-meetings.ts";

/** Microsoft's side in memory and in simulated time: what exists, and whether it was called too early. */
export interface SimulatedGraph {
  readonly network: Network;
  /** The answer has reached an app that lives: from now on it knows until when to wait. */
  delivered(result: NetworkResult): void;
  readonly meetings: SimulatedMeetings;
  readonly calendar: SimulatedCalendar;
  readonly faults: FaultKind[];
  /** Events whose end was promised to somebody: to ask for one of them again would invite people. */
  readonly ended: Set<string>;
  /** Everything that was sent long ago has arrived. */
  settle(): void;
  /** Calls that came before `Retry-After` allowed them. */
  undercuts(): number;
  /** Calls that asked for an event whose end was promised. */
  afterwards(): number;
  calls(): number;
}

const version = "/v1.0";
/** Outlook counts its calls by itself. */
const serviceOf = ({ path }: SimulatedCall) =>
  path.startsWith("/me/onlineMeetings") ? "teams" : "outlook";
const isEventCreation = ({ method, path }: SimulatedCall) =>
  method === "POST" && path === "/me/events";

export function createSimulatedGraph(
  clock: MovingClock,
  random: Random,
  policy: Readonly<Record<string, unknown>> = {},
): SimulatedGraph {
  /** When what was long underway arrives: epoch milliseconds. */
  let arrival: number | null = null;
  const now = () => arrival ?? clock.now();
  const meetings = createSimulatedMeetings(now, policy);
  const calendar = createSimulatedCalendar(now, random, meetings);
  const faults: FaultKind[] = [];
  const ended = new Set<string>();
  let undercuts = 0;
  let afterwards = 0;
  let calls = 0;
  const notBefore = { teams: 0, outlook: 0 };
  const asked = new WeakMap<NetworkResult, { service: "teams" | "outlook"; until: number }>();
  const refusals = createRefusals();
  let underway: { readonly at: number; readonly act: () => void }[] = [];

  const act = (call: SimulatedCall) =>
    serviceOf(call) === "teams" ? meetings.act(call) : calendar.act(call);

  function settle(): void {
    const arrived = underway.filter(({ at }) => at <= clock.now());
    underway = underway.filter(({ at }) => at > clock.now());
    for (const one of arrived.toSorted((first, second) => first.at - second.at)) {
      arrival = one.at;
      one.act();
    }
    arrival = null;
  }

  function meet(call: SimulatedCall, given: FaultKind | undefined): NetworkResult {
    const { kind, wasRefused, note } = refusals.hear(call, given);
    if (kind === undefined) return act(call);
    let isMade = false;
    const acting = () => {
      isMade = true;
      return act(call);
    };
    const met = suffer(kind, { clock, random, act: acting, wasRefused });
    note(isMade);
    if (met.askedUntil > 0)
      asked.set(met.result, { service: serviceOf(call), until: met.askedUntil });
    // Nobody answers for it any more, but it is on its way.
    if (met.isLost && isEventCreation(call) && random.chance(0.5)) linger(call);
    return met.result;
  }

  const linger = (call: SimulatedCall) =>
    underway.push({ at: clock.now() + random.below(9_000), act: () => act(call) });

  return {
    meetings,
    calendar,
    faults,
    ended,
    settle,
    delivered(result) {
      const one = asked.get(result);
      if (one) notBefore[one.service] = Math.max(notBefore[one.service], one.until);
    },
    undercuts: () => undercuts,
    afterwards: () => afterwards,
    calls: () => calls,
    async network(request) {
      if (request.signal?.aborted) return { ok: false, failure: "aborted", mayHaveArrived: false };
      const call = readCall(request);
      calls += 1;
      if (clock.now() < notBefore[serviceOf(call)]) undercuts += 1;
      if (isEventCreation(call) && ended.has(String(call.body["transactionId"]))) afterwards += 1;
      const answered = async () => {
        // A request takes its turns, so that presses, cancels and crashes fall in between.
        for (let turn = random.below(6); turn > 0; turn -= 1) await Promise.resolve();
        settle();
        if (request.signal?.aborted && isEventCreation(call) && random.chance(0.5)) {
          linger(call);
          return lost("aborted");
        }
        const result = meet(call, faults.shift());
        for (let turn = random.below(6); turn > 0; turn -= 1) await Promise.resolve();
        return result;
      };
      return request.signal ? Promise.race([answered(), aborted(request.signal)]) : answered();
    },
  };
}

/** Whoever lets a request go does not wait for it; what it does, it does all the same. */
const aborted = (signal: AbortSignal) =>
  new Promise<NetworkResult>((resolve) => {
    signal.addEventListener("abort", () => resolve(lost("aborted")), { once: true });
  });

function readCall({ method, url, body = "{}" }: NetworkRequest): SimulatedCall {
  const { pathname, searchParams: query } = new URL(url, "https://graph.microsoft.com");
  const path = pathname.startsWith(version) ? pathname.slice(version.length) : pathname;
  return { method, path, query, body: JSON.parse(body) };
}
