import type { Parameters } from "./parameters.ts";
import { type Operation, operations, type Part } from "./operations.ts";

/** What the sample organisation saw of one request. Addresses are kept without their query, which may hold a code. */
export interface RequestRecord {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly part: Part;
  readonly operation: Operation;
  readonly method: string;
  readonly path: string;
  /** Graph's own id of the request, in its `request-id` answer header. */
  readonly requestId: string;
  readonly clientRequestId: string | null;
  readonly carriedToken: boolean;
  /** What an OAuth request asked for, `claims` among it; no secrets. */
  readonly parameters: Parameters;
  /** Null where no status was sent: still open, hanging, or the connection was reset. */
  readonly status: number | null;
  /** Epoch milliseconds, null while open. */
  readonly endedAt: number | null;
  readonly meetingId: string | null;
  readonly externalId: string | null;
  readonly eventId: string | null;
  readonly transactionId: string | null;
  /** Kinds of the faults that were at work, in order. */
  readonly faults: readonly string[];
}

export type OpenRecord = { -readonly [Key in keyof RequestRecord]: RequestRecord[Key] };

export interface RequestLog {
  open(start: Pick<OpenRecord, StartKey>): OpenRecord;
  all(): readonly RequestRecord[];
  forget(): void;
}

type StartKey =
  | "operation"
  | "method"
  | "path"
  | "requestId"
  | "clientRequestId"
  | "carriedToken"
  | "parameters";

export function createRequestLog(now: () => number): RequestLog {
  let records: OpenRecord[] = [];
  return {
    open(start) {
      const record: OpenRecord = {
        ...start,
        at: now(),
        part: operations[start.operation],
        status: null,
        endedAt: null,
        meetingId: null,
        externalId: null,
        eventId: null,
        transactionId: null,
        faults: [],
      };
      records.push(record);
      return record;
    },
    all: () => structuredClone(records),
    forget: () => {
      records = [];
    },
  };
}
