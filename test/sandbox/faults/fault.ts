import * as v from "valibot";

import { operationNames } from "../http/operations.ts";

/** Before the request has an effect, or after it had: the meeting exists, the tokens were issued. */
const when = v.optional(v.picklist(["before", "after"]), "before");
const milliseconds = v.pipe(v.number(), v.minValue(0));

/** Sent as it is ("2", "2.128"), or as an HTTP date so many seconds from now. */
const retryAfter = v.union([v.string(), v.strictObject({ dateInSeconds: v.number() })]);

const base = {
  /** Which calls it hits: one operation, all token calls, a whole part, or every call. */
  on: v.picklist([...operationNames, "token", "graph", "identity", "everything"]),
  times: v.optional(v.union([v.pipe(v.number(), v.integer()), v.literal("always")]), 1),
  /** How many matching calls go by untouched first. */
  skip: v.optional(v.pipe(v.number(), v.integer()), 0),
};

/** What can be made to go wrong. Delays and holds add up; of the others the oldest that matches is at work. */
export const faultSchema = v.variant("kind", [
  v.strictObject({
    kind: v.literal("delay"),
    ...base,
    beforeMilliseconds: v.optional(milliseconds, 0),
    afterMilliseconds: v.optional(milliseconds, 0),
  }),
  /** Waits until the test lets it go on: for what must be seen while a call is on its way. */
  v.strictObject({ kind: v.literal("hold"), ...base, when }),
  v.strictObject({ kind: v.literal("hang"), ...base, when }),
  v.strictObject({ kind: v.literal("reset"), ...base, when }),
  v.strictObject({
    kind: v.literal("status"),
    ...base,
    when,
    status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
    retryAfter: v.optional(retryAfter),
    /** Graph's error code; one that fits the status by default. */
    code: v.optional(v.string()),
    headers: v.optional(v.record(v.string(), v.string()), {}),
  }),
  v.strictObject({ kind: v.literal("half-body"), ...base }),
  v.strictObject({
    kind: v.literal("slow-drip"),
    ...base,
    bytesPerSecond: v.optional(v.number(), 5),
  }),
  v.strictObject({ kind: v.literal("html"), ...base, when }),
  v.strictObject({
    kind: v.literal("redirect"),
    ...base,
    when,
    /** Another host of this sample organisation by default, which logs who comes. */
    to: v.optional(v.string()),
  }),
  v.strictObject({
    kind: v.literal("huge-body"),
    ...base,
    when,
    bytes: v.optional(v.number(), 32 * 1024 * 1024),
  }),
  /** Microsoft Entra's refusal with this AADSTS number: on the token calls and on `chooseAccount`. */
  v.strictObject({ kind: v.literal("entra-error"), ...base, when, aadsts: v.number() }),
  /** Graph's 401 that asks for more than the token has; a token that has it is let through. */
  v.strictObject({
    kind: v.literal("claims-challenge"),
    ...base,
    when,
    claim: v.optional(v.picklist(["acrs", "nbf"]), "acrs"),
    /** An authentication context, or epoch seconds; "c1" and a time long ago by default. */
    value: v.optional(v.string()),
  }),
  /** Any other error: a body of the token endpoint, or what `chooseAccount` posts to the app. */
  v.strictObject({
    kind: v.literal("oauth-error"),
    ...base,
    when,
    status: v.optional(v.number(), 400),
    error: v.string(),
    description: v.optional(v.string(), "The sample organisation was told to answer this."),
    suberror: v.optional(v.string()),
    errorCodes: v.optional(v.array(v.number()), []),
    /** The `claims` member, JSON as text. */
    claims: v.optional(v.string()),
    retryAfter: v.optional(retryAfter),
  }),
  v.strictObject({
    kind: v.literal("empty-object"),
    ...base,
    when,
    status: v.optional(v.number(), 502),
  }),
]);

export type FaultInput = v.InferInput<typeof faultSchema>;
export type Fault = v.InferOutput<typeof faultSchema>;
/** A fault that only takes time. */
export type Pause = Extract<Fault, { kind: "delay" } | { kind: "hold" }>;
/** A fault that decides what the caller gets. */
export type Effect = Exclude<Fault, Pause>;
/** A fault that gives another answer than the true one. */
export type Replacement = Exclude<
  Effect,
  { kind: "hang" } | { kind: "reset" } | { kind: "half-body" } | { kind: "slow-drip" }
>;
