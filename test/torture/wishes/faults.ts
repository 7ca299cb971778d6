import type { NetworkResult } from "../../../main/base/network.ts";
import type { Random } from "../random.ts";
import { answer, lost, refused } from "./graph-answer.ts";
import type { MovingClock } from "./moving-clock.ts";

/** What a request can meet on its way. Each may happen before or after Graph did its work. */
export const faultKinds = [
  "delay",
  "reset-before",
  "reset-after",
  "throttled",
  "refused",
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
  /** What was refused a moment ago is not made by the request that is refused now. */
  readonly wasRefused: boolean;
}

/** Refusals, in words and by sending the request elsewhere. */
export const isRefusing = (kind: FaultKind): boolean => kind === "refused" || kind === "redirect";

export function suffer(kind: FaultKind, { clock, random, act, wasRefused }: Scene): Met {
  const acts = random.chance(0.5) && !(isRefusing(kind) && wasRefused);
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
    case "refused":
      if (acts) act();
      return met(refusal(random));
    case "503":
      if (acts) act();
      if (random.chance(0.5)) return throttled(503, clock.now(), random);
      return met(refused(503, "InternalServerError"));
    case "500":
    case "502":
    case "504":
      if (acts) act();
      return met(refused(Number(kind), "InternalServerError"));
    case "half-body":
      return met(halfOf(act()));
    case "html": {
      if (acts) act();
      const page = "<!doctype html><title>Welcome to the hotel</title>";
      return met(answer(200, page, { "content-type": "text/html" }));
    }
    case "redirect":
      if (acts) act();
      return met({ ok: false, failure: "redirected", mayHaveArrived: true });
    case "slow-drip":
      clock.pass(20_000);
      if (acts) act();
      return { ...met(lost("timed-out")), isLost: !acts };
    case "huge-body":
      if (acts) act();
      return met(lost("too-large"));
  }
}

const refusals = [400, 403, 409, 412, 413, 422];
const refusal = (random: Random) =>
  refused(refusals[random.below(refusals.length)] ?? 403, "Forbidden");

function halfOf(whole: NetworkResult): NetworkResult {
  if (!whole.ok || whole.answer.body === "") return whole;
  const body = whole.answer.body.slice(0, whole.answer.body.length / 2);
  return { ok: true, answer: { ...whole.answer, body } };
}

const met = (result: NetworkResult): Met => ({ result, askedUntil: 0, isLost: false });

/** In every form that was seen: seconds, fractions, a date, nothing, nonsense. */
function throttled(status: number, now: number, random: Random): Met {
  // Sometimes longer than anybody waits in front of it.
  const seconds = 1 + random.below(random.chance(0.2) ? 3_000 : 90);
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
