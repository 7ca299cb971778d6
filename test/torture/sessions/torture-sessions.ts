import type { Figures } from "../../figures.ts";
import { runDays } from "./days.ts";
import { runInterleavings } from "./interleavings.ts";

/** Sign-ins, sign-outs and token calls of three accounts at once, on the real accounts and the real MSAL. */
export async function tortureInterleavings(
  figures: Figures,
  seed: number,
  count: number,
): Promise<void> {
  const found = await runInterleavings({ count, seed });
  const name = `${count} interleavings of ${found.calls} account calls`;
  figures.exactly(`${name}: accounts lost`, found.accountsLost, "accounts", 0);
  figures.exactly(`${name}: refresh tokens lost`, found.deadTokens, "accounts", 0);
  figures.exactly(`${name}: false "sign in again"`, found.falselySignedOut, "answers", 0);
  figures.exactly(`${name}: signed out, and back after a restart`, found.reappeared, "accounts", 0);
  figures.exactly(`${name}: tokens after a sign-out`, found.tokensAfterSignOut, "answers", 0);
  const failed = found.refused + found.broken;
  figures.exactly(`${name}: failed without a cause`, failed, "calls", 0);
  // A run that decides nothing would pass everything above.
  figures.atLeast(`${name}: accounts judged`, found.decided, "accounts", count);
  figures.atLeast(`${name}: cancelled sign-ins`, found.cancelled, "calls", count / 10);
  for (const detail of found.details) console.log(detail);

  const few = Math.ceil(count / 10);
  const without = await runInterleavings({ count: few, seed, withoutQueue: true });
  const beside = `${few} of them with MSAL called side by side`;
  const wrong = without.accountsLost + without.deadTokens + without.falselySignedOut;
  figures.note(`${beside}: accounts lost or falsely signed out`, wrong, "accounts");
  figures.note(`${beside}: signed out, and back`, without.reappeared, "accounts");
}

/** A month on one computer, in simulated time. */
export async function tortureThirtyDays(figures: Figures, seed: number): Promise<void> {
  const found = await runDays({ days: 30, seed });
  const name = "30 days";
  const trouble = `${found.restarts} restarts, ${found.sleeps} sleeps, ${found.outages} outages, ${found.keyringLocks} locked keyrings, ${found.clockChanges} wrong clocks`;
  figures.exactly(
    `${name} (${trouble}): needless prompts`,
    found.needlessPrompts + found.forgotten,
    "prompts",
    0,
  );
  figures.note(`${name}: prompts after Microsoft ended a session`, found.neededPrompts, "prompts");
  figures.exactly(
    `${name}, ${found.asks} tokens asked for: none though the network was fine`,
    found.refused,
    "answers",
    0,
  );
  const expired = found.expired + found.expiredForGood;
  figures.exactly(`${name}: expired tokens that were not renewed`, expired, "tokens", 0);
  figures.note(
    `${name}: renewed only after Graph's refusal, the clock being wrong`,
    found.expiredByClock,
    "tokens",
  );
  const { refreshesInWorstMinute, refreshesInWorstHour, triesInWorstMinute } = found;
  // What the timer renews and what a changed clock makes MSAL renew may fall together.
  figures.atMost(`${name}: refreshes in the worst minute`, refreshesInWorstMinute, "refreshes", 2);
  figures.atMost(`${name}: refreshes in the worst hour`, refreshesInWorstHour, "refreshes", 60);
  figures.note(
    `${name}: requests in the worst minute of an outage`,
    triesInWorstMinute,
    "requests",
  );
  const left = found.sleepersLeft + found.handlesLeft;
  figures.exactly(`${name}: timers left at the end`, left, "timers", 0);
  figures.atMost(`${name}: heap after day 30 over day 3`, found.heapGrowthMegabytes, "MB", 2);
  for (const detail of found.details) console.log(detail);
}
