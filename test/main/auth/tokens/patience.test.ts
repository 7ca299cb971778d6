import { describe, expect, test } from "vitest";

import { hastyClock } from "../../../fakes/hasty-clock.ts";
import { idOf, openAccounts } from "../../../fakes/open-accounts.ts";
import { askedOf, runningSandbox } from "../../../fakes/running-sandbox.ts";
import { openWorkspace } from "../../../fakes/open-workspace.ts";
import type { FaultInput } from "../../../sandbox/faults/fault.ts";

const sandbox = runningSandbox();
const asked = askedOf(sandbox);
const count = (operation: string) => asked(operation).length;

type Loss =
  | { readonly kind: "reset"; readonly when?: "before" | "after" }
  | { readonly kind: "half-body" }
  | { readonly kind: "empty-object" }
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string };

/** What may become of one answer of the token endpoint. */
const losses: readonly Loss[] = [
  { kind: "reset", when: "before" },
  { kind: "reset", when: "after" },
  { kind: "half-body" },
  { kind: "empty-object" },
  { kind: "status", status: 503 },
  { kind: "status", status: 429 },
  { kind: "status", status: 429, retryAfter: "3" },
];

describe("a press whose token is lost on its way", () => {
  test.each(losses)("%j makes its meeting", async (loss) => {
    const desk = await openWorkspace(sandbox(), { clock: hastyClock });
    await desk.begin();
    sandbox().expireAccessTokens();
    sandbox().faults.add({ on: "refreshTokens", ...loss } satisfies FaultInput);
    expect((await desk.meetings.meetNow({ again: true })).ok).toBe(true);
    expect(count("refreshTokens")).toBe(2);
    expect(desk.state().session.kind).toBe("signed-in");
    // And the refresh token that came with the second answer is as good as any.
    sandbox().expireAccessTokens();
    expect((await desk.meetings.meetNow({ again: true })).ok).toBe(true);
    await desk.close();
  });

  test("more often than anybody waits says so, and ends no session", async () => {
    const desk = await openWorkspace(sandbox(), { clock: hastyClock });
    await desk.begin();
    sandbox().expireAccessTokens();
    sandbox().faults.add({ on: "refreshTokens", kind: "reset", times: "always" });
    expect(await desk.meetings.meetNow({ again: true })).toMatchObject({
      error: { kind: "no-answer" },
    });
    expect(count("refreshTokens")).toBe(5);
    expect(desk.state().session.kind).toBe("signed-in");
    sandbox().faults.clear();
    expect((await desk.meetings.retry()).ok).toBe(true);
    await desk.close();
  });
});

describe("a sign-in whose answer is lost on its way", () => {
  test.each([losses[0], losses[4], losses[5]] as const)(
    "%j and was not given ends well",
    async (loss = { kind: "half-body" }) => {
      const desk = await openAccounts(sandbox());
      sandbox().faults.add({ on: "redeemCode", ...loss } satisfies FaultInput);
      expect((await desk.signIn({ persona: "megan" })).ok).toBe(true);
      expect(count("redeemCode")).toBe(2);
    },
  );

  test.each([losses[1], losses[2]] as const)(
    "%j but was given says that it was lost, not that the code is bad",
    async (loss = { kind: "half-body" }) => {
      const desk = await openAccounts(sandbox());
      sandbox().faults.add({ on: "redeemCode", ...loss } satisfies FaultInput);
      expect(await desk.signIn({ persona: "megan" })).toMatchObject({
        error: { kind: "sign-in-refused", reason: "answer-lost" },
      });
      expect(desk.onDisk()).not.toContain("megan");
      // Nothing of it is in the way of the next one.
      const again = await desk.signIn({ persona: "megan" });
      expect((await desk.token(idOf(again), { forceRefresh: true })).ok).toBe(true);
    },
  );

  test("nobody sits in front of a page that waits for a minute", async () => {
    const desk = await openAccounts(sandbox());
    const fault = { kind: "status", status: 429, retryAfter: "60" } as const;
    sandbox().faults.add({ on: "redeemCode", ...fault });
    expect(await desk.signIn({ persona: "megan" })).toMatchObject({
      error: { kind: "sign-in-refused", reason: "busy" },
    });
    expect(count("redeemCode")).toBe(1);
  });

  test("by code is asked for again with the refresh token it brought", async () => {
    const desk = await openAccounts(sandbox());
    sandbox().faults.add({ on: "refreshTokens", kind: "reset", when: "after" });
    const signedIn = await desk.signInWithCode({ persona: "alex" });
    expect((await desk.token(idOf(signedIn), { forceRefresh: true })).ok).toBe(true);
  });

  test("a policy's no is not taken for a spent code", async () => {
    const desk = await openAccounts(sandbox());
    sandbox().faults.add({ on: "redeemCode", kind: "reset", when: "before" });
    sandbox().faults.add({ on: "redeemCode", kind: "entra-error", aadsts: 53003 });
    expect(await desk.signIn({ persona: "megan" })).toMatchObject({
      error: { kind: "sign-in-refused", reason: "blocked-by-policy" },
    });
  });
});
