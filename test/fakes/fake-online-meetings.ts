import { type AppError, ok } from "../../main/contract/errors.ts";
import type {
  MeetingRequest,
  MeetingResult,
  OnlineMeetings,
} from "../../main/graph/online-meetings.ts";

/** What one call does besides its work. `error` after `act` is a lost answer: made, but not said. */
export interface Fault {
  readonly act?: boolean;
  readonly error?: AppError;
  readonly wait?: (signal: AbortSignal | undefined) => Promise<void>;
}

export interface FakeOnlineMeetings extends OnlineMeetings {
  /** What exists at Microsoft, by externalId. */
  readonly existing: Map<string, MeetingRequest>;
  readonly created: string[];
  readonly ended: string[];
  /** Taken by the next calls, one each. */
  readonly faults: Fault[];
}

export function createFakeOnlineMeetings(): FakeOnlineMeetings {
  const existing = new Map<string, MeetingRequest>();
  const created: string[] = [];
  const ended: string[] = [];
  const faults: Fault[] = [];

  async function suffer(
    signal: AbortSignal | undefined,
    act: () => void,
  ): Promise<AppError | null> {
    const fault = faults.shift() ?? {};
    await fault.wait?.(signal);
    if (signal?.aborted && fault.act !== true) return { kind: "cancelled" };
    if (fault.error === undefined || fault.act === true) act();
    return signal?.aborted ? { kind: "cancelled" } : (fault.error ?? null);
  }

  return {
    existing,
    created,
    ended,
    faults,
    async createOrGet(request, { signal }): Promise<MeetingResult> {
      let acted = false;
      const error = await suffer(signal, () => {
        acted = true;
        if (existing.has(request.externalId)) return;
        existing.set(request.externalId, request);
        created.push(request.externalId);
      });
      if (error) return { ok: false, failure: { error, mayHaveActed: acted } };
      const { subject, startAt, endAt } = existing.get(request.externalId) ?? request;
      const graphId = `graph-${request.externalId}`;
      const joinUrl = `https://teams.microsoft.com/meet/${request.externalId}`;
      const codes = { meetingId: "248719335402", passcode: "Xk4Ru9" };
      return { ok: true, value: { graphId, joinUrl, subject, startAt, endAt, ...codes } };
    },
    async end(graphId) {
      const error = await suffer(undefined, () => {
        const id = graphId.replace("graph-", "");
        if (existing.delete(id)) ended.push(id);
      });
      return error ? { ok: false, error } : ok(undefined);
    },
  };
}
