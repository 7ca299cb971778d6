import type { Clock } from "../../../main/clock.ts";
import type {
  Network,
  NetworkFailure,
  NetworkRequest,
  NetworkResult,
} from "../../../main/network.ts";
import type { Random } from "../random.ts";

/** What a request can meet on its way. Each may happen before or after Graph did its work. */
export const faultKinds = [
  "delay",
  "reset-before",
  "reset-after",
  "throttled",
  "500",
  "502",
  "503",
  "504",
  "half-body",
  "html",
  "redirect",
  "slow-drip",
  "huge-body",
] as const;
export type FaultKind = (typeof faultKinds)[number];

interface Existing {
  readonly externalId: string;
  readonly body: Record<string, unknown>;
}

/** Microsoft's side in memory and in simulated time: what exists, and whether it was called too early. */
export interface SimulatedGraph {
  readonly network: Network;
  /** The answer has reached an app that lives: from now on it knows until when to wait. */
  delivered(result: NetworkResult): void;
  /** By Graph's id. */
  readonly existing: ReadonlyMap<string, Existing>;
  /** How often a meeting was made, by externalId. */
  readonly made: ReadonlyMap<string, number>;
  readonly faults: FaultKind[];
  /** Calls that came before `Retry-After` allowed them. */
  undercuts(): number;
  calls(): number;
}

const joinUrl = (id: string) => `https://teams.microsoft.com/meet/${id}`;

export function createSimulatedGraph(
  clock: Clock & { pass(milliseconds: number): void },
  random: Random,
): SimulatedGraph {
  const existing = new Map<string, Existing>();
  const made = new Map<string, number>();
  const faults: FaultKind[] = [];
  let undercuts = 0;
  let calls = 0;
  let notBefore = 0;
  const askedUntil = new WeakMap<NetworkResult, number>();
  let ids = 0;

  /** Does what is asked, as Graph would: the body of its answer, or null for 404. */
  function act({ method, url, body: text = "{}" }: NetworkRequest): NetworkResult {
    const body: Record<string, unknown> = JSON.parse(text);
    if (method === "POST") return url.endsWith("/createOrGet") ? createOrGet(body) : create(body);
    const id = decodeURIComponent(url.split("/").at(-1) ?? "");
    const one = existing.get(id);
    if (!one) return answer(404, { error: { code: "NotFound", message: "" } });
    if (method === "DELETE") {
      existing.delete(id);
      return answer(204, undefined);
    }
    if (method === "PATCH") existing.set(id, { ...one, body: { ...one.body, ...body } });
    return answer(200, existing.get(id)?.body);
  }

  function createOrGet({ externalId, ...body }: Record<string, unknown>): NetworkResult {
    const known = [...existing].find(([, one]) => one.externalId === externalId);
    return known ? answer(200, known[1].body) : create({ externalId, ...body });
  }

  function create({ externalId, ...body }: Record<string, unknown>): NetworkResult {
    const id = `graph-${(ids += 1)}`;
    const name = String(externalId);
    existing.set(id, { externalId: name, body: { ...body, id, joinWebUrl: joinUrl(id) } });
    made.set(name, (made.get(name) ?? 0) + 1);
    return answer(201, existing.get(id)?.body);
  }

  function suffer(kind: FaultKind, request: NetworkRequest): NetworkResult {
    const acts = random.chance(0.5);
    switch (kind) {
      case "delay":
        clock.pass(random.below(9_000));
        return act(request);
      case "reset-before":
        return lost("reset");
      case "reset-after":
        act(request);
        return lost("reset");
      case "throttled":
        return throttled(429);
      case "503":
        return random.chance(0.5) ? throttled(503) : broken(503, acts, request);
      case "500":
      case "502":
      case "504":
        return broken(Number(kind), acts, request);
      case "half-body": {
        const whole = act(request);
        if (!whole.ok || whole.answer.status === 204) return whole;
        const half = whole.answer.body.slice(0, whole.answer.body.length / 2);
        return { ok: true, answer: { ...whole.answer, body: half } };
      }
      case "html":
        return answer(200, "<!doctype html><title>Welcome to the hotel</title>", "text/html");
      case "redirect":
        return { ok: false, failure: "redirected", mayHaveArrived: false };
      case "slow-drip":
        clock.pass(20_000);
        if (acts) act(request);
        return lost("timed-out");
      case "huge-body":
        if (acts) act(request);
        return lost("too-large");
    }
  }

  function broken(status: number, acts: boolean, request: NetworkRequest): NetworkResult {
    if (acts) act(request);
    return answer(status, { error: { code: "InternalServerError", message: "" } });
  }

  /** In every form that was seen: seconds, fractions, a date, nothing, nonsense. */
  function throttled(status: number): NetworkResult {
    const seconds = 1 + random.below(90);
    const now = clock.now();
    const wholeSecond = Math.ceil(now / 1_000) * 1_000;
    const forms: readonly (readonly [string | null, number])[] = [
      [String(seconds), now + seconds * 1_000],
      [`${seconds}.128`, now + seconds * 1_000 + 128],
      [new Date(wholeSecond + seconds * 1_000).toUTCString(), wholeSecond + seconds * 1_000],
      [null, 0],
      ["soon", 0],
    ];
    const [header, until] = forms[random.below(forms.length)] ?? [null, 0];
    const error = { error: { code: "TooManyRequests", message: "" } };
    const result = answer(
      status,
      error,
      "application/json",
      header === null ? {} : { "retry-after": header },
    );
    askedUntil.set(result, until);
    return result;
  }

  return {
    existing,
    made,
    faults,
    delivered(result) {
      notBefore = Math.max(notBefore, askedUntil.get(result) ?? 0);
    },
    undercuts: () => undercuts,
    calls: () => calls,
    async network(request) {
      if (request.signal?.aborted) return { ok: false, failure: "aborted", mayHaveArrived: false };
      calls += 1;
      if (clock.now() < notBefore) undercuts += 1;
      // A request takes its turns, so that presses, cancels and crashes fall in between.
      for (let turn = random.below(6); turn > 0; turn -= 1) await Promise.resolve();
      const kind = faults.shift();
      const result = kind ? suffer(kind, request) : act(request);
      for (let turn = random.below(6); turn > 0; turn -= 1) await Promise.resolve();
      return request.signal?.aborted
        ? { ok: false, failure: "aborted", mayHaveArrived: true }
        : result;
    },
  };
}

const lost = (failure: NetworkFailure): NetworkResult => ({
  ok: false,
  failure,
  mayHaveArrived: true,
});

function answer(
  status: number,
  body: unknown,
  type = "application/json",
  headers: Record<string, string> = {},
): NetworkResult {
  const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
  return {
    ok: true,
    answer: { status, headers: new Headers({ "content-type": type, ...headers }), body: text },
  };
}
