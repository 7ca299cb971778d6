import type { Clock } from "../clock.ts";
import type { Meetings } from "../meetings/meetings.ts";

/** How long a sign-out waits for what is still on its way to Microsoft. */
const patienceMilliseconds = 5_000;

/** While an account's tokens are still there, what nobody waits for any more can be ended. */
export async function sayFarewell(
  accountId: string,
  { meetings, clock }: { readonly meetings: Pick<Meetings, "leave">; readonly clock: Clock },
): Promise<void> {
  const left = new AbortController();
  await Promise.race([meetings.leave(accountId), clock.sleep(patienceMilliseconds, left.signal)]);
  left.abort();
}
