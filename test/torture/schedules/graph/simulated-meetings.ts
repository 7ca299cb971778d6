import type { NetworkResult } from "../../../../main/base/network.ts";
import { answer, bare, refused, type SimulatedCall } from "./graph-answer.ts";

export interface SimulatedMeeting {
  /** Null where it belongs to an event. */
  readonly externalId: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  /** Epoch milliseconds: before, nobody finds it by its link. */
  readonly knownFrom: number;
}

export interface SimulatedMeetings {
  /** By Graph's id. */
  readonly existing: ReadonlyMap<string, SimulatedMeeting>;
  /** Deleted ones. Their links go on opening, as Microsoft's do. */
  readonly deleted: readonly SimulatedMeeting[];
  /** How often a meeting was made, by externalId. */
  readonly made: ReadonlyMap<string, number>;
  act(call: SimulatedCall): NetworkResult;
  /** The meeting of an event: its link. */
  add(body: Readonly<Record<string, unknown>>, knownFrom: number): string;
  removeByJoinUrl(joinUrl: string): void;
}

/** `policy` is what the organisation insists on, whatever is asked. */
export function createSimulatedMeetings(
  now: () => number,
  policy: Readonly<Record<string, unknown>>,
): SimulatedMeetings {
  const existing = new Map<string, SimulatedMeeting>();
  const deleted: SimulatedMeeting[] = [];
  const made = new Map<string, number>();
  let ids = 0;

  function keep(
    externalId: string | null,
    asked: Readonly<Record<string, unknown>>,
    knownFrom: number,
  ): SimulatedMeeting {
    const id = `graph-${(ids += 1)}`;
    const joinWebUrl = `https://teams.microsoft.com/meet/${id}?p=1`;
    const meeting = { externalId, body: { ...asked, ...policy, id, joinWebUrl }, knownFrom };
    existing.set(id, meeting);
    return meeting;
  }

  function create({ externalId, ...body }: Record<string, unknown>): NetworkResult {
    const name = String(externalId);
    made.set(name, (made.get(name) ?? 0) + 1);
    return answer(201, keep(name, body, now()).body);
  }

  function createOrGet(body: Record<string, unknown>): NetworkResult {
    const known = [...existing.values()].find((one) => one.externalId === body["externalId"]);
    return known ? answer(200, known.body) : create(body);
  }

  function find(filter: string): NetworkResult {
    const [, joinUrl] = /^JoinWebUrl eq '(.*)'$/u.exec(filter) ?? [];
    if (joinUrl === undefined) return refused(400, "BadRequest");
    const found = byJoinUrl(joinUrl).filter(([, { knownFrom }]) => knownFrom <= now());
    return answer(200, { value: found.map(([, { body }]) => body) });
  }

  function remove(id: string): void {
    const one = existing.get(id);
    if (one) deleted.push(one);
    existing.delete(id);
  }

  const byJoinUrl = (joinUrl: string) =>
    [...existing].filter(([, { body }]) => body["joinWebUrl"] === joinUrl);

  function actOn(id: string, { method, body }: SimulatedCall): NetworkResult {
    const one = existing.get(id);
    if (!one) return refused(404, "NotFound");
    if (method === "DELETE") {
      remove(id);
      return bare(204);
    }
    if (method === "PATCH") existing.set(id, { ...one, body: { ...one.body, ...body, ...policy } });
    return answer(200, existing.get(id)?.body);
  }

  return {
    existing,
    deleted,
    made,
    act(call) {
      const [id] = call.path.split("/").slice(3);
      if (call.method === "POST")
        return id === "createOrGet" ? createOrGet(call.body) : create(call.body);
      return id === undefined
        ? find(call.query.get("$filter") ?? "")
        : actOn(decodeURIComponent(id), call);
    },
    add: (body, knownFrom) => String(keep(null, body, knownFrom).body["joinWebUrl"]),
    removeByJoinUrl(joinUrl) {
      for (const [id] of byJoinUrl(joinUrl)) remove(id);
    },
  };
}
