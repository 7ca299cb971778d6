import type { IncomingHttpHeaders } from "node:http";

import type { Answer } from "./answer.ts";
import type { Operation } from "./operations.ts";
import type { OpenRecord } from "./request-log.ts";

/** One request as data: what a part of the sample organisation needs to answer it. */
export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly record: OpenRecord;
}

/** A call that a part of the sample organisation knows how to answer. */
export interface Recognised {
  readonly operation: Operation;
  readonly answer: (call: Call) => Promise<Answer> | Answer;
}

export type Incoming = Omit<Call, "record">;

/** Null where the address belongs to someone else. */
export type Recognise = (incoming: Incoming) => Recognised | null;
