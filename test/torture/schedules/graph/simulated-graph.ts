import type { Network, NetworkRequest, NetworkResult } from "../../../../main/base/network.ts";
import type { Random } from "../../random.ts";
import type { MovingClock } from "../moving-clock.ts";
import { type FaultKind, suffer } from "./faults.ts";
import { lost, refused, type SimulatedCall } from "./graph-answer.ts";
import { createSimulatedCalendar, type SimulatedCalendar } from "./simulated-calendar.ts";
import { createSimulatedMeetings, type SimulatedMeetings } from "./simulated-meetings.ts";

/** Which calls a fault is for. */
export type Place = "create" | "change" | "look" | "end";

export interface Fault {
  readonly kind: FaultKind;
  /** Null hits whatever comes next. */
  readonly at: Place | null;
}

/** Microsoft's side in memory and in simulated time: what exists, and whether it was called too early. */
export interface SimulatedGraph {
  readonly network: Network;
  /** The answer has reached an app that lives: from now on it knows until when to wait. */
  delivered(result: NetworkResult): void;
  readonly meetings: SimulatedMeetings;
  readonly calendar: SimulatedCalendar;
  readonly faults: Fault[];
  /** Nothing gets through, and the app can know. */
  isOffline: boolean;
  /** Every token is refused until somebody signs in. */
  isSignInOver: boolean;
  /** Told of each meeting and each event that comes to be, by the id of its intent. */
  onMade: (intentId: string) => void;
  /** Events whose end was promised to somebody: to ask for one of them again would invite people. */
  readonly ended: Set<string>;
  /** Whether a meeting or an event of this intent exists. */
  has(intentId: string): boolean;
  /**
   * Whether a stranger still gets in by a link of this intent whose meeting is gone: links outlive their meetings.
   * `seen` are those that somebody ever saw; whoever is invited sees theirs.
   */
  letsIn(intentId: string, seen: ReadonlySet<string>): boolean;
  /** Whether something was asked for under this id, so that there may be one. */
  wasAsked(intentId: string): boolean;
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

function placeOf(call: SimulatedCall): Place {
  if (call.method === "GET") return "look";
  if (call.method === "PATCH") return "change";
  return call.method === "DELETE" || call.path.endsWith("/cancel") ? "end" : "create";
}

const intentIdOf = ({ body }: SimulatedCall): string =>
  [body["transactionId"], body["externalId"]].find((id) => typeof id === "string") ?? "";

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
  const faults: Fault[] = [];
  const ended = new Set<string>();
  const askedFor = new Set<string>();
  /** Who were told no, or nothing anybody can read: told so once more, they can believe it. */
  const doubted = new Set<string>();
  let undercuts = 0;
  let afterwards = 0;
  let calls = 0;
  const notBefore = { teams: 0, outlook: 0 };
  const asked = new WeakMap<NetworkResult, { service: "teams" | "outlook"; until: number }>();
  let underway: { readonly at: number; readonly act: () => void }[] = [];

  function act(call: SimulatedCall): NetworkResult {
    const result = serviceOf(call) === "teams" ? meetings.act(call) : calendar.act(call);
    if (placeOf(call) === "create" && result.ok && result.answer.status === 201)
      graph.onMade(intentIdOf(call));
    return result;
  }

  const has = (id: string) =>
    [...meetings.existing.values()].some(({ externalId }) => externalId === id) ||
    [...calendar.existing.values()].some(({ properties }) => properties.transactionId === id);

  function letsIn(id: string, seen: ReadonlySet<string>): boolean {
    const invited = calendar.goneLinks.get(id) ?? [];
    return meetings.deleted.some(({ externalId, body }) => {
      const link = String(body["joinWebUrl"]);
      const isKnown = invited.includes(link) || (externalId === id && seen.has(link));
      return isKnown && !isShut(body);
    });
  }

  function settle(): void {
    const arrived = underway.filter(({ at }) => at <= clock.now());
    underway = underway.filter(({ at }) => at > clock.now());
    for (const one of arrived.toSorted((first, second) => first.at - second.at)) {
      arrival = one.at;
      one.act();
    }
    arrival = null;
  }

  function nextFault(call: SimulatedCall): FaultKind | undefined {
    const place = placeOf(call);
    const index = faults.findIndex(({ at }) => at === null || at === place);
    const kind = index < 0 ? undefined : faults.splice(index, 1)[0]?.kind;
    // Where it exists already, Graph answers with it: nobody says no twice to what is done.
    if (place === "create" && kind !== undefined && doubts.has(kind) && has(intentIdOf(call)))
      return undefined;
    // Nor to whoever looks for it right after the first.
    if (place === "look" && kind === "403" && doubted.size > 0) return undefined;
    // A word of success to an end that did not come is no fault that was ever seen.
    return place === "end" && kind === "wrong-json" ? undefined : kind;
  }

  function meet(call: SimulatedCall): NetworkResult {
    const kind = nextFault(call);
    const id = intentIdOf(call);
    if (kind === undefined) {
      doubted.delete(id);
      return act(call);
    }
    const mayLie = placeOf(call) !== "create" || !doubted.has(id);
    if (doubts.has(kind)) doubted.add(id);
    const met = suffer(kind, { clock, random, act: () => act(call), mayLie });
    if (met.askedUntil > 0)
      asked.set(met.result, { service: serviceOf(call), until: met.askedUntil });
    // Nobody answers for it any more, but it is on its way.
    if (met.isLost && isEventCreation(call) && random.chance(0.5)) linger(call);
    return met.result;
  }

  const linger = (call: SimulatedCall) =>
    underway.push({
      at: clock.now() + random.below(9_000),
      act: () => act(call),
    });

  function arrive(request: NetworkRequest, call: SimulatedCall): NetworkResult {
    settle();
    if (request.signal?.aborted && isEventCreation(call) && random.chance(0.5)) {
      linger(call);
      return lost("aborted");
    }
    if (graph.isOffline) return { ok: false, failure: "offline", mayHaveArrived: false };
    if (graph.isSignInOver) return refused(401, "InvalidAuthenticationToken");
    return meet(call);
  }

  const graph: SimulatedGraph = {
    meetings,
    calendar,
    faults,
    isOffline: false,
    isSignInOver: false,
    onMade: () => undefined,
    ended,
    settle,
    has,
    letsIn,
    wasAsked: (id) => askedFor.has(id),
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
      if (placeOf(call) === "create") askedFor.add(intentIdOf(call));
      if (isEventCreation(call) && ended.has(intentIdOf(call))) afterwards += 1;
      const answered = async () => {
        // A request takes its turns, so that presses, cancels and crashes fall in between.
        for (let turn = random.below(30); turn > 0; turn -= 1) await Promise.resolve();
        const result = arrive(request, call);
        for (let turn = random.below(30); turn > 0; turn -= 1) await Promise.resolve();
        return result;
      };
      return request.signal ? Promise.race([answered(), aborted(request.signal)]) : answered();
    },
  };
  return graph;
}

const doubts: ReadonlySet<FaultKind> = new Set([
  "400",
  "403",
  "409",
  "412",
  "413",
  "422",
  "wrong-json",
  "page-instead",
  "redirect",
]);

function isShut({ lobbyBypassSettings: lobby }: Readonly<Record<string, unknown>>): boolean {
  return (
    typeof lobby === "object" && lobby !== null && "scope" in lobby && lobby.scope === "organizer"
  );
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
