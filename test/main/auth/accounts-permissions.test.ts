import { describe, expect, test } from "vitest";

import { idOf, openAccounts } from "../../fakes/open-accounts.ts";
import { askedOf, runningSandbox } from "../../fakes/running-sandbox.ts";
import { scopeOf } from "./scope-of.ts";

const sandbox = runningSandbox();
const asked = askedOf(sandbox);
describe("permissions", () => {
  test("the first sign-in asks for the least, and a feature's token for its own beside it", async () => {
    const desk = await openAccounts(sandbox());
    const id = idOf(await desk.signIn({ persona: "megan" }));
    const [first] = asked("authorize");
    expect(first?.parameters.scope?.split(" ").toSorted()).toEqual([
      "OnlineMeetings.ReadWrite",
      "User.Read",
      "offline_access",
      "openid",
      "profile",
    ]);
    expect((await desk.token(id)).ok).toBe(true);
    expect(await desk.token(id, { permissions: ["people"] })).toMatchObject({
      error: { kind: "sign-in-again", reason: "approval-needed" },
    });
    // Without the person nothing more can be had, and what there was is as good as before.
    expect(scopeOf(await desk.token(id)).scp).not.toContain("People.Read");
    await desk.signIn({ persona: "megan" }, { accountId: id, permissions: ["people"] });
    expect(scopeOf(await desk.token(id, { permissions: ["people"] })).scp).toContain("People.Read");
  });
});

describe("a claims challenge", () => {
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: "c1" } } });

  test("that no silent request meets is met by the next sign-in of that account alone", async () => {
    const desk = await openAccounts(sandbox());
    const id = idOf(await desk.signIn({ persona: "step-up" }));
    expect(await desk.token(id, { claims })).toMatchObject({
      error: { kind: "sign-in-again", reason: "verification-needed" },
    });
    await desk.signIn({ persona: "alex" });
    await desk.signIn({ persona: "step-up" }, { accountId: id });
    const asks = asked("authorize").map(({ parameters }) => parameters.claims?.includes("acrs"));
    expect(asks).toEqual([false, false, true]);
    expect(scopeOf(await desk.token(id)).acrs).toEqual(["c1"]);
    await desk.signIn({ persona: "step-up" }, { accountId: id });
    expect(asked("authorize").at(-1)?.parameters.claims).not.toContain("acrs");
  });

  test("of Microsoft's own, in a refusal of silent tokens, goes into the next sign-in too", async () => {
    const desk = await openAccounts(sandbox());
    const id = idOf(await desk.signIn({ persona: "megan" }));
    const error = "interaction_required";
    sandbox().faults.add({ on: "refreshTokens", kind: "oauth-error", error, claims });
    expect(await desk.token(id, { forceRefresh: true })).toMatchObject({
      error: { kind: "sign-in-again", reason: "verification-needed" },
    });
    await desk.signIn({ persona: "megan" }, { accountId: id });
    expect(asked("authorize").at(-1)?.parameters.claims).toContain("acrs");
  });

  test("goes to Microsoft as it came, however fresh the token is", async () => {
    const desk = await openAccounts(sandbox());
    const id = idOf(await desk.signIn({ persona: "megan" }));
    await desk.token(id);
    const wanted = JSON.stringify({ access_token: { nbf: { essential: true, value: "1" } } });
    expect((await desk.token(id, { claims: wanted })).ok).toBe(true);
    const [request] = asked("refreshTokens");
    expect(JSON.parse(request?.parameters.claims ?? "{}")).toMatchObject({
      access_token: { nbf: { essential: true, value: "1" }, xms_cc: { values: ["cp1"] } },
    });
  });
});
