import { AuthError, type AuthenticationResult } from "@azure/msal-node";
import { describe, expect, test } from "vitest";

import type { TokenRequest } from "../../../../main/auth/accounts.ts";
import { networkErrorCode } from "../../../../main/auth/msal-network.ts";
import type { Asked } from "../../../../main/auth/tokens/ask-patiently.ts";
import {
  type AccessToken,
  createRecentTokens,
} from "../../../../main/auth/tokens/recent-tokens.ts";
import { createSilentTokens } from "../../../../main/auth/tokens/silent-tokens.ts";
import { createFakeClock } from "../../../fakes/fake-clock.ts";

const minute = 60_000;
type Answer = { readonly token: string; readonly minutes?: number } | Failure;
interface Failure {
  readonly error: unknown;
  readonly retryAfter?: string;
}
const ours = (failure: string): Failure => ({
  error: new AuthError(networkErrorCode, "", failure, failure),
});
const busy = (retryAfter?: string): Failure => ({
  error: new AuthError("temporarily_unavailable", "id"),
  ...(retryAfter === undefined ? {} : { retryAfter }),
});
const ended: Failure = { error: new AuthError("invalid_grant", "", "") };
const token = (name: string, minutes = 60): Answer => ({ token: name, minutes });

const nothing: AuthenticationResult = {
  authority: "",
  uniqueId: "",
  tenantId: "",
  scopes: [],
  account: null,
  idToken: "",
  idTokenClaims: {},
  accessToken: "",
  fromCache: false,
  expiresOn: null,
  tokenType: "Bearer",
  correlationId: "",
};

function open(script: Answer[], clock = createFakeClock({ autoAdvance: true })) {
  const asks: { at: number; accountId: string }[] = [];
  const from = clock.now();
  let rejected = 0;
  const gate = { open: Promise.resolve() };
  const silent = createSilentTokens({
    clock,
    random: () => 0.5,
    newReference: () => "reference",
    recent: createRecentTokens(clock),
    challenges: new Map(),
    async ask({ accountId }, keep): Promise<Asked<AccessToken | null>> {
      asks.push({ at: (clock.now() - from) / 1_000, accountId });
      await gate.open;
      const answer = script.shift();
      if (!answer) throw new Error("nothing is scripted");
      if ("error" in answer)
        return { ok: false, error: answer.error, retryAfter: answer.retryAfter ?? null };
      const expiresOn = new Date(clock.now() + (answer.minutes ?? 60) * minute);
      const result: AuthenticationResult = { ...nothing, accessToken: answer.token, expiresOn };
      return { ok: true, value: keep(result) };
    },
    onRejected: async () => (rejected += 1),
  });
  const ask = (more: Partial<TokenRequest> = {}) =>
    silent.token({ accountId: "megan", forceRefresh: false, ...more });
  return { ask, asks, clock, silent, gate, rejected: () => rejected, left: script };
}

const value = (name: string) => ({ ok: true, value: { value: name } });

describe("one answer that is lost", () => {
  test.each([
    ["on its way", ours("reset")],
    ["in time", ours("timed-out")],
    ["before it was asked for", ours("offline")],
    ["in a 5xx", ours("server-failed")],
    ["in a busy moment", busy()],
  ])("%s costs nobody their token", async (_name, failure) => {
    const { ask, asks } = open([failure, token("one")]);
    expect(await ask({ forceRefresh: true })).toMatchObject(value("one"));
    expect(asks.map(({ at }) => at)).toEqual([0, 0.5]);
  });

  test("says when it is asked for again", async () => {
    const waits: [number, string][] = [];
    const { ask, clock } = open([ours("reset"), busy("3"), token("one")]);
    const from = clock.now();
    await ask({ onWait: (at, why) => waits.push([at - from, why]) });
    expect(waits).toEqual([
      [500, "no-answer"],
      [3_500, "throttled"],
    ]);
  });

  test("is asked for five times, then the person is told", async () => {
    const { ask, asks, left } = open(Array.from({ length: 6 }, () => ours("reset")));
    expect(await ask()).toMatchObject({ error: { kind: "no-answer" } });
    expect(asks).toHaveLength(5);
    expect(left).toHaveLength(1);
  });
});

describe("what is no lost answer", () => {
  test("an ended session is told at once, and leaves the disk", async () => {
    const { ask, asks, rejected } = open([ended]);
    expect(await ask()).toMatchObject({ error: { kind: "sign-in-again" } });
    expect([asks.length, rejected()]).toEqual([1, 1]);
  });

  test.each(["not-json", "intercepted", "aborted"])("%s is told at once", async (failure) => {
    const { ask, asks } = open([ours(failure)]);
    expect((await ask()).ok).toBe(false);
    expect(asks).toHaveLength(1);
  });
});

describe("Retry-After", () => {
  test("is kept, by every call of the account, and by no other's", async () => {
    const clock = createFakeClock();
    const { ask, asks } = open([busy("30"), token("alex"), token("one"), token("two")], clock);
    const first = ask({ forceRefresh: true });
    await clock.advance(0);
    const second = ask({ forceRefresh: true });
    const other = ask({ accountId: "alex" });
    await clock.advance(29_999);
    expect(asks.map(({ accountId }) => accountId)).toEqual(["megan", "alex"]);
    expect(await other).toMatchObject(value("alex"));
    await clock.advance(1);
    expect((await first).ok && (await second).ok).toBe(true);
    expect(asks.slice(2).map(({ at }) => at)).toEqual([30, 30]);
  });

  test("of an hour ends the call with the moment from which it makes sense again", async () => {
    const { ask, asks, clock } = open([busy("3600"), token("one")]);
    const retryAt = clock.now() + 60 * minute;
    const throttled = { error: { kind: "throttled", retryAfterSeconds: 3_600, retryAt } };
    expect(await ask()).toMatchObject(throttled);
    expect(await ask()).toMatchObject(throttled);
    expect(asks).toHaveLength(1);
    await clock.advance(60 * minute);
    expect(await ask()).toMatchObject(value("one"));
  });
});

describe("a cancel", () => {
  test("during the wait ends it, and nothing more is asked", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const { ask, asks } = open([ours("reset")], createFakeClock());
    const asking = ask({ signal, onWait: () => controller.abort() });
    expect(await asking).toEqual({ ok: false, error: { kind: "cancelled" } });
    expect(asks).toHaveLength(1);
  });

  test("does not wait for what is on its way; that is kept when it comes", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const { ask, asks, gate } = open([token("one")]);
    const held = Promise.withResolvers<void>();
    gate.open = held.promise;
    const asking = ask({ signal });
    controller.abort();
    expect(await asking).toEqual({ ok: false, error: { kind: "cancelled" } });
    held.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    expect(await ask()).toMatchObject(value("one"));
    expect(asks).toHaveLength(1);
  });

  test("that came first asks nothing", async () => {
    const { ask, asks } = open([]);
    expect(await ask({ signal: AbortSignal.abort() })).toMatchObject({
      error: { kind: "cancelled" },
    });
    expect(asks).toEqual([]);
  });
});

describe("the token at hand", () => {
  const failures = Array.from({ length: 5 }, () => ours("reset"));

  test("does, while it is good and no newer one can be had", async () => {
    const { ask, clock } = open([token("old", 10), ...failures, ...failures]);
    await ask();
    await clock.advance(5 * minute);
    expect(await ask()).toMatchObject(value("old"));
    await clock.advance(4 * minute);
    expect(await ask()).toMatchObject({ error: { kind: "no-answer" } });
  });

  test("does while Entra wants to be left alone", async () => {
    const { ask, asks, clock } = open([token("old"), busy("3600")]);
    await ask();
    await clock.advance(2 * minute);
    expect(await ask({ forceRefresh: true })).toMatchObject({ error: { kind: "throttled" } });
    expect(await ask()).toMatchObject(value("old"));
    expect(asks).toHaveLength(2);
  });

  test("does not where Graph refused it, or the session has ended", async () => {
    const { ask, clock } = open([token("old"), ...failures, ended]);
    await ask();
    expect((await ask({ forceRefresh: true })).ok).toBe(false);
    await clock.advance(2 * minute);
    expect(await ask()).toMatchObject({ error: { kind: "sign-in-again" } });
  });
});
