import type { AppError, Trace } from "./contract/errors.ts";

export interface DetailsContext {
  readonly title: string;
  readonly appVersion: string;
  readonly platform: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a person sends to their IT team. Codes and ids alone: no names, addresses, subjects or links. */
export function errorDetails(error: AppError, context: DetailsContext): string {
  const trace: Trace | null = "trace" in error ? error.trace : null;
  const lines: readonly (readonly [string, string | number | null])[] = [
    ["Problem", context.title],
    ["Kind", "reason" in error ? `${error.kind}: ${error.reason}` : error.kind],
    ["Reference", "reference" in error ? error.reference : null],
    ["Code", trace?.code ?? null],
    ["HTTP status", trace?.status ?? null],
    ["Request id", trace?.requestId ?? null],
    ["Client request id", trace?.clientRequestId ?? null],
    ["Attempts", trace?.attempts ?? null],
    ["Time", trace?.at ?? new Date(context.now).toISOString()],
    ["App", `Quick Meeting ${context.appVersion}`],
    ["System", context.platform],
  ];
  return lines
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}
