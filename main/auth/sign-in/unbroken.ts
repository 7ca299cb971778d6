import type { Log } from "../../base/log.ts";
import { fail, type Result } from "../../contract/errors.ts";

/** A port that cannot be had, or a bug: the waiting view must not stay for ever. */
export async function unbroken<Value>(
  running: Promise<Result<Value>>,
  log: Log,
): Promise<Result<Value>> {
  try {
    return await running;
  } catch (error) {
    log.error("sign-in-broke", { name: error instanceof Error ? error.name : typeof error });
    return fail({ kind: "unexpected", reference: "sign-in", trace: null });
  }
}
