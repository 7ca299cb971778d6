import { type AppError, ok } from "../../main/contract/errors.ts";
import { type MeetingOptions, shutOptions } from "../../main/contract/meeting-options.ts";
import type { OnlineMeeting } from "../../main/graph/meeting-answer.ts";
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

export interface FakeMeeting extends MeetingRequest {
  readonly options: MeetingOptions;
}

export interface FakeOnlineMeetings extends OnlineMeetings {
  /** What exists at Microsoft, by externalId. */
  readonly existing: Map<string, FakeMeeting>;
  readonly created: string[];
  readonly updated: string[];
  readonly ended: string[];
  /** Taken by the next calls, one each. */
  readonly faults: Fault[];
  /** What the organisation insists on, whatever is asked. */
  policy: MeetingOptions;
  /** Whether the organisation lets its people shut their meetings. */
  mayShut: boolean;
  /** Where it tells the time, links stop working 60 days after their meeting's end, as Microsoft's short ones do. */
  now: (() => number) | null;
  /** As it comes with every meeting. */
  invitation: string | null;
}

const gone: AppError = { kind: "meeting-gone", trace: null };
const idOf = (graphId: string) => graphId.replace("graph-", "");

export function createFakeOnlineMeetings(): FakeOnlineMeetings {
  const existing = new Map<string, FakeMeeting>();
  const created: string[] = [];
  const updated: string[] = [];
  const ended: string[] = [];
  const faults: Fault[] = [];

  const told = (meeting: FakeMeeting): OnlineMeeting => ({
    ...answerOf(meeting),
    invitation: fake.invitation,
  });

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

  const day = 24 * 3_600_000;
  function alive(id: string): FakeMeeting | undefined {
    const meeting = existing.get(id);
    if (fake.now && meeting && meeting.endAt + 60 * day <= fake.now()) existing.delete(id);
    return existing.get(id);
  }

  async function change(
    graphId: string,
    signal: AbortSignal | undefined,
    next: (meeting: FakeMeeting) => FakeMeeting,
  ): Promise<MeetingResult> {
    const id = idOf(graphId);
    const error = await suffer(signal, () => {
      const meeting = alive(id);
      if (meeting) existing.set(id, next(meeting));
    });
    const meeting = alive(id);
    if (error ?? !meeting) return refused(error ?? gone, error !== null);
    return meeting ? { ok: true, value: told(meeting) } : refused(gone, false);
  }

  const fake: FakeOnlineMeetings = {
    existing,
    created,
    updated,
    ended,
    faults,
    policy: {},
    mayShut: true,
    now: null,
    invitation: null,
    async createOrGet(request, { signal }): Promise<MeetingResult> {
      let acted = false;
      const error = await suffer(signal, () => {
        acted = true;
        if (alive(request.externalId)) return;
        existing.set(request.externalId, { ...request, options: fake.policy });
        created.push(request.externalId);
      });
      if (error) return refused(error, acted);
      const meeting = existing.get(request.externalId);
      return meeting ? { ok: true, value: told(meeting) } : refused(gone, false);
    },
    update: (graphId, { subject, times, options }, { signal } = {}) =>
      change(graphId, signal, (meeting) => {
        updated.push(idOf(graphId));
        return {
          ...meeting,
          ...(subject === undefined ? {} : { subject }),
          ...times,
          options: { ...meeting.options, ...options, ...fake.policy },
        };
      }),
    read: (graphId, { signal } = {}) => change(graphId, signal, (meeting) => meeting),
    async findByJoinUrl(joinUrl, { signal } = {}) {
      const error = await suffer(signal, () => undefined);
      const meeting = existing.get(joinUrl.split("/").at(-1) ?? "");
      if (error) return { ok: false, error };
      return ok(meeting ? told(meeting) : null);
    },
    async shut(graphId) {
      let isShut = false;
      const error = await suffer(undefined, () => {
        const meeting = existing.get(idOf(graphId));
        isShut = meeting !== undefined && fake.mayShut;
        if (meeting && isShut) existing.set(idOf(graphId), { ...meeting, options: shutOptions });
      });
      return error ? { ok: false, error } : ok({ isShut });
    },
    async end(graphId) {
      const error = await suffer(undefined, () => {
        const id = idOf(graphId);
        if (existing.delete(id)) ended.push(id);
      });
      return error ? { ok: false, error } : ok(undefined);
    },
  };
  return fake;
}

const refused = (error: AppError, mayHaveActed: boolean): MeetingResult => ({
  ok: false,
  failure: { error, mayHaveActed },
});

const answerOf = ({ externalId, ...meeting }: FakeMeeting): OnlineMeeting => ({
  ...meeting,
  graphId: `graph-${externalId}`,
  joinUrl: `https://teams.microsoft.com/meet/${externalId}`,
  meetingId: "248719335402",
  passcode: "Xk4Ru9",
  dialIn: null,
  expiresAt: null,
  coOrganizerCount: 0,
  optionsUrl: null,
  invitation: null,
});
