import { type Asked, askPatiently, type Patient } from "./ask-patiently.ts";
import { isSpentCode, tryOutcome } from "../auth-errors.ts";

/** Somebody sits in front of it, and sees no countdown. */
const longestWaitSeconds = 10;

/** The end of a sign-in by a person, as patient as the rest. Fails as MSAL does: by throwing its error. */
export async function redeemPatiently<Value>(
  patient: Patient,
  signal: AbortSignal,
  redeem: () => Promise<Asked<Value>>,
): Promise<Value> {
  let lost: unknown = null;
  const ask = async () => {
    const asked = await redeem();
    if (!asked.ok && mayBeSpent(asked)) lost ??= asked.error;
    return asked;
  };
  const asked = await askPatiently(patient, ask, { signal, longestWaitSeconds });
  if (asked.ok) return asked.value;
  // A code is good once: where a try whose answer was lost has spent it, that answer is what is missing.
  throw lost !== null && isSpentCode(asked.error) ? lost : asked.error;
}

function mayBeSpent({ error, retryAfter }: Asked<unknown> & { ok: false }): boolean {
  const outcome = tryOutcome(error, retryAfter);
  return outcome !== null && outcome.kind !== "no-connection";
}
