import type { AppError, Trace } from "../contract/errors.ts";

export interface DetailsContext {
  readonly title: string;
  readonly appVersion: string;
  readonly platform: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a person sends to their IT team. Codes and ids alone: no names, addresses, subjects or links. */
export function errorDetails(error: AppError, context: DetailsContext): string {
  const { status, code, requestId, clientRequestId, attempts, at } = traceOf(error, context.now);
  const lines: readonly (readonly [string, string | number | null])[] = [
    ["Problem", context.title],
    ["Kind", "reason" in error ? `${error.kind}: ${error.reason}` : error.kind],
    ["Reference", "reference" in error ? error.reference : null],
    ["Code", code],
    ["HTTP status", status],
    ["Request id", requestId],
    ["Client request id", clientRequestId],
    ["Attempts", attempts],
    ["Time", at],
    ["App", `Quick Meeting ${context.appVersion}`],
    ["System", context.platform],
  ];
  return lines
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

const nothingKnown = { status: null, code: null, requestId: null, clientRequestId: null };

function traceOf(error: AppError, now: number): Trace {
  const trace = "trace" in error ? error.trace : null;
  return trace ?? { ...nothingKnown, attempts: 1, at: new Date(now).toISOString() };
}
