import type { NetworkResult } from "../../../../main/base/network.ts";
import type { Random } from "../../random.ts";
import type { MovingClock } from "../moving-clock.ts";
import { answer, lost, refused } from "./graph-answer.ts";

/** What a request can meet on its way. Each may happen before or after Graph did its work. */
export const lineFaults = [
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
/** What Graph itself may say, whatever it did. */
const words = [
  "400",
  "403",
  "409",
  "412",
  "413",
  "422",
  "wrong-json",
  "page-instead",
  "wait-a-moment",
  "wait-an-hour",
] as const;
export const faultKinds = [...lineFaults, ...words] as const;
export type FaultKind = (typeof faultKinds)[number];

/** What came of it for whoever asked. */
export interface Met {
  readonly result: NetworkResult;
  /** Epoch milliseconds, 0 where nobody asked to be left alone. */
  readonly askedUntil: number;
  /** It went out, and Graph has not seen it. */
  readonly isLost: boolean;
}

interface Scene {
  readonly clock: MovingClock;
  readonly random: Random;
  readonly act: () => NetworkResult;
  /** What says no, or nothing anybody can read, may have done its work all the same. */
  readonly mayLie: boolean;
}

export function suffer(kind: FaultKind, { clock, random, act, mayLie }: Scene): Met {
  const acts = random.chance(0.5);
  const doubtful = (result: NetworkResult) => {
    if (mayLie && acts) act();
    return met(result);
  };
  switch (kind) {
    case "delay":
      clock.pass(random.below(9_000));
      return met(act());
    case "reset-before":
      return { ...met(lost("reset")), isLost: true };
    case "reset-after":
      act();
      return met(lost("reset"));
    case "throttled":
      return throttled(429, clock.now(), random);
    case "wait-a-moment":
      return asksToWait(clock.now(), 3);
    case "wait-an-hour":
      return asksToWait(clock.now(), 3_600);
    case "503":
      if (acts) act();
      if (random.chance(0.5)) return throttled(503, clock.now(), random);
      return met(refused(503, "InternalServerError"));
    case "500":
    case "502":
    case "504":
      if (acts) act();
      return met(refused(Number(kind), "InternalServerError"));
    case "400":
    case "412":
    case "413":
    case "422":
      return met(refused(Number(kind), "BadRequest"));
    case "403":
      return doubtful(refused(403, "Forbidden"));
    case "409":
      return doubtful(refused(409, "Conflict"));
    case "wrong-json":
      return doubtful(answer(200, { hello: "world" }));
    case "page-instead":
      return doubtful(page());
    case "half-body":
      return met(half(act()));
    case "html":
      return met(page());
    case "redirect":
      return met({ ok: false, failure: "redirected", mayHaveArrived: false });
    case "slow-drip":
      clock.pass(20_000);
      if (acts) act();
      return { ...met(lost("timed-out")), isLost: !acts };
    case "huge-body":
      if (acts) act();
      return met(lost("too-large"));
  }
}

const met = (result: NetworkResult): Met => ({ result, askedUntil: 0, isLost: false });

const page = () =>
  answer(200, "<!doctype html><title>Welcome to the hotel</title>", {
    "content-type": "text/html",
  });

function half(whole: NetworkResult): NetworkResult {
  if (!whole.ok || whole.answer.body === "") return whole;
  const body = whole.answer.body.slice(0, whole.answer.body.length / 2);
  return { ok: true, answer: { ...whole.answer, body } };
}

function asksToWait(now: number, seconds: number): Met {
  const error = { error: { code: "TooManyRequests", message: "" } };
  const result = answer(429, error, { "retry-after": String(seconds) });
  return { ...met(result), askedUntil: now + seconds * 1_000 };
}

/** In every form that was seen: seconds, fractions, a date, nothing, nonsense. */
function throttled(status: number, now: number, random: Random): Met {
  const seconds = 1 + random.below(90);
  const wholeSecond = Math.ceil(now / 1_000) * 1_000;
  const forms: readonly (readonly [string | null, number])[] = [
    [String(seconds), now + seconds * 1_000],
    [`${seconds}.128`, now + seconds * 1_000 + 128],
    [new Date(wholeSecond + seconds * 1_000).toUTCString(), wholeSecond + seconds * 1_000],
    [null, 0],
    ["soon", 0],
  ];
  const [header, askedUntil] = forms[random.below(forms.length)] ?? [null, 0];
  const headers = header === null ? {} : { "retry-after": header };
  const error = { error: { code: "TooManyRequests", message: "" } };
  return { ...met(answer(status, error, headers)), askedUntil };
}
