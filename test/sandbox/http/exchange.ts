import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

import type { Effect, Replacement } from "../faults/fault.ts";
import type { AtWork, FaultQueue } from "../faults/faults.ts";
import { isLetThrough, replacedAnswer, type ReplaceContext } from "../faults/replace.ts";
import { send } from "../faults/send.ts";
import { type Answer, emptyAnswer } from "./answer.ts";
import type { Call, Incoming, Recognise, Recognised } from "./call.ts";
import { harmlessParameters } from "./parameters.ts";
import { readBody } from "./read-body.ts";
import type { RequestLog } from "./request-log.ts";

export interface ExchangeDependencies {
  readonly parts: readonly Recognise[];
  /** Addresses of the test's own; neither logged nor touched by faults. */
  readonly control: (incoming: Incoming) => Answer | null;
  readonly faults: FaultQueue;
  readonly log: RequestLog;
  readonly replacing: ReplaceContext;
  readonly now: () => number;
  readonly closing: AbortSignal;
}

/** One request from its first byte to the last of its answer, with the faults that were asked for. */
export function createExchange(dependencies: ExchangeDependencies) {
  const { parts, control, log, faults, closing, now } = dependencies;
  const recognise = (incoming: Incoming) => {
    for (const part of parts) {
      const recognised = part(incoming);
      if (recognised) return recognised;
    }
    return elsewhere;
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const incoming = await readIncoming(request);
    const controlled = incoming ? (control(incoming) ?? openedAhead(incoming)) : emptyAnswer(413);
    if (controlled) await send(response, controlled, null, closing);
    if (controlled || !incoming) return;

    const recognised = recognise(incoming);
    const atWork = faults.take(recognised.operation);
    const { effect, delays } = atWork;
    const record = log.open({
      operation: recognised.operation,
      method: incoming.method,
      path: incoming.url.pathname,
      requestId: randomUUID(),
      clientRequestId: clientRequestId(incoming),
      carriedToken: incoming.headers.authorization !== undefined,
      parameters: harmlessParameters(incoming),
    });
    record.faults = [...delays, ...(effect ? [effect] : [])].map(({ kind }) => kind);
    await wait(atWork, "before", closing);
    if (closing.aborted) return;
    const call: Call = { ...incoming, record };
    const answer = await answerUnder(effect, recognised, call, dependencies.replacing);
    await wait(atWork, "after", closing);
    record.status = await send(response, answer, effect, closing);
    record.endedAt = now();
  };
}

/** A connection that is opened ahead asks for nothing: it is no call, so no fault is used up by it. */
const openedAhead = ({ method }: Incoming): Answer | null =>
  method === "OPTIONS" ? emptyAnswer(401) : null;

async function answerUnder(
  effect: Effect | null,
  { answer }: Recognised,
  call: Call,
  replacing: ReplaceContext,
): Promise<Answer> {
  if (effect && isLetThrough(effect, call)) return answer(call);
  const runs = effect === null || !("when" in effect) || effect.when === "after";
  const truth = runs ? await answer(call) : emptyAnswer(500);
  return effect && isReplacement(effect) ? replacedAnswer(effect, call, replacing) : truth;
}

const sendsTruth = new Set<Effect["kind"]>(["hang", "reset", "half-body", "slow-drip"]);

const isReplacement = (effect: Effect): effect is Replacement => !sendsTruth.has(effect.kind);

/** An address nobody knows, or the host a redirect pointed at. */
const elsewhere: Recognised = { operation: "elsewhere", answer: () => emptyAnswer(404) };

async function readIncoming(request: IncomingMessage): Promise<Incoming | null> {
  const body = await readBody(request);
  const address = `http://${request.headers.host ?? "127.0.0.1"}${request.url ?? "/"}`;
  if (body === null || !URL.canParse(address)) return null;
  const { method = "GET", headers } = request;
  return { method, headers, body, url: new URL(address) };
}

/** Graph has it in a header, Microsoft Entra in the query or the form. */
function clientRequestId({ headers, url, body, method }: Incoming): string | null {
  const [header] = [headers["client-request-id"] ?? null].flat();
  const form = method === "POST" && /=/u.test(body) ? new URLSearchParams(body) : null;
  const name = "client-request-id";
  return header ?? url.searchParams.get(name) ?? form?.get(name) ?? null;
}

/** As long as the delays say, and until what is held is let go. */
async function wait(
  { delays, released }: AtWork,
  when: "before" | "after",
  closing: AbortSignal,
): Promise<void> {
  const milliseconds = delays.reduce(
    (total, delay) => total + (delay.kind === "delay" ? delay[`${when}Milliseconds`] : 0),
    0,
  );
  if (milliseconds > 0)
    await sleep(milliseconds, undefined, { signal: closing }).catch(() => undefined);
  if (delays.some((delay) => delay.kind === "hold" && delay.when === when))
    await Promise.race([released, aborted(closing)]);
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
