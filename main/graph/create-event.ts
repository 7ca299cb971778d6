import { type AppError, ok, type Result } from "../contract/errors.ts";
import type { EventResult } from "./calendar-events.ts";
import type { Graph, GraphCall, GraphFailure, GraphResult } from "./client.ts";
import type { CalendarEvent } from "./event-answer.ts";
import { createBody, type EventRequest } from "./event-body.ts";
import { isRefusal, withTimes } from "./graph-errors.ts";

interface Ways {
  /** For the event that this request made. */
  readonly look: () => Promise<Result<CalendarEvent | null>>;
  readonly toEvent: (answer: GraphResult) => EventResult;
}

/**
 * Asks for an event once. Where an answer may have come after the event was made, it is looked for and not asked
 * for again: that could invite people a second time.
 */
export async function createEvent(
  graph: Graph,
  request: EventRequest,
  options: Pick<GraphCall, "signal" | "onWait" | "language">,
  { look, toEvent }: Ways,
): Promise<EventResult> {
  let earlier: Awaited<ReturnType<typeof look>> = ok(null);
  const answer = await graph({
    method: "POST",
    path: "/me/events",
    body: createBody(request),
    ...options,
    underwaySeconds: 10,
    // For how long Graph refuses repeats nobody promises, and a wait can be long.
    async isDone() {
      earlier = await look();
      return !earlier.ok || earlier.value !== null;
    },
  });
  const made = toEvent(answer);
  if (made.ok) return made;
  const { failure } = made;
  if (earlier.ok && earlier.value === null && isAnswer(failure.error)) earlier = await look();
  if (earlier.ok && earlier.value) return { ok: true, value: earlier.value };
  if (!earlier.ok && !isSaidTwice(failure, earlier.error))
    return { ok: false, failure: { error: earlier.error, mayHaveActed: true } };
  return { ok: false, failure: ofCreation(failure, request) };
}

/** There is no event yet that could be gone: on create, 404 means the person has no mailbox. */
function ofCreation({ error, mayHaveActed }: GraphFailure, times: EventRequest): GraphFailure {
  if (error.kind === "meeting-gone")
    return { error: { kind: "not-allowed", trace: error.trace }, mayHaveActed };
  return { error: withTimes(error, times), mayHaveActed: mayHaveActed || isRepeated(error) };
}

/** Not documented, but what Graph says where the id of an intent comes again with other words. */
const isRepeated = (error: AppError): boolean =>
  "trace" in error && error.trace?.code === "ErrorDuplicateTransactionId";

/** Whoever may not make events may not look for them either: then there is nothing to be unsure of. */
const isSaidTwice = (failure: GraphFailure, { kind }: AppError): boolean =>
  !failure.mayHaveActed && kind === failure.error.kind;

/** An answer that would be the end of it; of the others a repeated call takes care. */
const isAnswer = (error: AppError): boolean => isRefusal(error) || answers.has(error.kind);

const answers: ReadonlySet<AppError["kind"]> = new Set([
  "answer-unreadable",
  "captive-portal",
  "conflict",
  "intercepted",
  "meeting-gone",
  "personal-account",
  "unexpected",
]);
