import { describe, expect, test } from "vitest";

import { type AppError, fail, ok } from "../../../main/contract/errors.ts";
import { accountOf, createSignInDesk } from "../../fakes/sign-in-desk.ts";

const megan = accountOf("megan");
const alex = accountOf("alex");
const guest = accountOf("guest");
const again: AppError = { kind: "sign-in-again", reason: null, trace: null };
const kept = (...accounts: (typeof megan)[]) =>
  ok(accounts.map((account) => ({ account, hasRefreshToken: true })));
const request = (accountId: string) => ({ accountId, forceRefresh: false });

/** Megan and Alex are known from earlier runs. */
async function restored() {
  const desk = createSignInDesk();
  desk.contoso.kept = kept(megan, alex);
  await desk.session.restore();
  return desk;
}

describe("a start", () => {
  test("takes up everybody, in their order; the first organises while nobody was chosen", async () => {
    const { state, fabrikam, session, remembered } = await restored();
    expect(state().session).toEqual({ kind: "signed-in", account: megan });
    fabrikam.kept = kept(accountOf("lee", "fabrikam"));
    await session.restore();
    expect(state().accounts).toEqual([
      { account: megan, key: "key of contoso/megan.tid", problem: null },
      { account: alex, key: "key of contoso/alex.tid", problem: null },
      expect.objectContaining({ key: "key of fabrikam/lee.tid" }),
    ]);
    expect(remembered.chosen()).toBeNull();
  });

  test("takes up who was chosen, wherever they are in the list", async () => {
    const desk = createSignInDesk();
    desk.remembered.choose("key of fabrikam/lee.tid");
    desk.contoso.kept = kept(megan);
    desk.fabrikam.kept = kept(accountOf("lee", "fabrikam"));
    await desk.session.restore();
    expect(desk.state().session).toMatchObject({ kind: "signed-in", account: { name: "lee" } });
  });

  test("without a refresh token is a new sign-in for the chosen one, and nobody in their place", async () => {
    const desk = createSignInDesk();
    desk.remembered.choose("key of contoso/alex.tid");
    desk.contoso.kept = ok([
      { account: megan, hasRefreshToken: true },
      { account: alex, hasRefreshToken: false },
    ]);
    await desk.session.restore();
    expect(desk.state().session).toEqual({ kind: "expired", account: alex, error: again });
    expect(desk.session.account()).toEqual(alex);
  });

  test.each(["keyring-locked", "sign-in-unreadable"] as const)(
    "at %s says why the chosen one is missing, and lets nobody else organise",
    async (kind) => {
      const desk = createSignInDesk();
      desk.remembered.choose("key of contoso/megan.tid");
      desk.contoso.kept = fail({ kind });
      desk.fabrikam.kept = kept(accountOf("lee", "fabrikam"));
      await desk.session.restore();
      expect(desk.state().session).toEqual({ kind: "signed-out", error: { kind } });
      expect(desk.session.account()).toBeNull();
      expect(desk.state().accounts.map(({ account }) => account.name)).toEqual(["lee"]);
      desk.session.close();
    },
  );

  test("with a keyring that opens soon after needs nobody", async () => {
    const desk = createSignInDesk();
    desk.contoso.kept = fail({ kind: "keyring-locked" });
    await desk.session.restore();
    desk.contoso.kept = kept(megan);
    await desk.clock.advance(4_999);
    expect(desk.state().session.kind).toBe("signed-out");
    await desk.clock.advance(1);
    expect(desk.state().session).toEqual({ kind: "signed-in", account: megan });
  });

  test("with nobody but a guest is nobody", async () => {
    const desk = createSignInDesk();
    desk.contoso.kept = kept(guest);
    await desk.session.restore();
    expect(desk.state().session).toEqual({ kind: "signed-out", error: null });
    expect(desk.state().accounts).toHaveLength(1);
  });
});

test("who comes and who leaves is told before the state says so", async () => {
  const desk = createSignInDesk();
  const told: [string[], string[]][] = [];
  desk.store.subscribe(({ accounts }) =>
    told.push([desk.knownOverTime.at(-1) ?? [], accounts.map(({ account }) => account.id)]),
  );
  desk.session.admit(megan);
  desk.session.admit(alex);
  await desk.session.signOut(megan.id);
  desk.session.markExpired(alex.id, again);
  expect(told).toEqual([
    [[megan.id], [megan.id]],
    [
      [megan.id, alex.id],
      [megan.id, alex.id],
    ],
    [[alex.id], [alex.id]],
    [[alex.id], [alex.id]],
  ]);
});

describe("a choice", () => {
  test("is remembered, and changes who organises at once", async () => {
    const { session, state, remembered } = await restored();
    expect(session.choose(alex.id)).toEqual(ok(undefined));
    expect(state().session).toEqual({ kind: "signed-in", account: alex });
    expect(remembered.chosen()).toBe("key of contoso/alex.tid");
  });

  test("of a guest or of a stranger is refused, and nothing changes", async () => {
    const { session, state, remembered } = await restored();
    session.choose(alex.id);
    session.admit(guest);
    const before = state();
    expect(session.choose(guest.id)).toEqual(fail({ kind: "guest-account" }));
    expect(session.choose("contoso/nobody.tid")).toEqual(fail({ kind: "not-signed-in" }));
    expect(state()).toEqual(before);
    expect(remembered.chosen()).toBe("key of contoso/alex.tid");
  });

  test("of somebody whose sign-in ended shows that, not somebody else", async () => {
    const { session, state } = await restored();
    session.markExpired(alex.id, again);
    expect(state().session).toMatchObject({ kind: "signed-in", account: megan });
    session.choose(alex.id);
    expect(state().session).toEqual({ kind: "expired", account: alex, error: again });
  });
});

describe("a sign-in that ended", () => {
  test("by a silent request is shown for that account, and the chosen one stays chosen", async () => {
    const { session, contoso, state, remembered } = await restored();
    session.choose(alex.id);
    contoso.refusal = again;
    expect(await session.token(request(alex.id))).toEqual(fail(again));
    expect(state().session).toEqual({ kind: "expired", account: alex, error: again });
    expect(remembered.chosen()).toBe("key of contoso/alex.tid");
    contoso.refusal = null;
    // Nothing is asked of Microsoft any more until the person signs in.
    expect(await session.token(request(alex.id))).toEqual(fail(again));
    expect(await session.token(request(megan.id))).toEqual(ok("token"));
  });

  test.each<AppError>([
    { kind: "offline", trace: null },
    { kind: "sign-in-refused", reason: "busy", trace: null },
  ])("is not what %j means", async (error) => {
    const { session, contoso, state } = await restored();
    contoso.refusal = error;
    expect(await session.token(request(megan.id))).toEqual(fail(error));
    expect(state().session.kind).toBe("signed-in");
  });

  test("is good again with the next one, in the same place of the list", async () => {
    const { session, state } = await restored();
    session.markExpired(megan.id, again);
    session.admit({ ...megan, name: "Megan, married" });
    expect(state().accounts.map(({ account, problem }) => [account.name, problem])).toEqual([
      ["Megan, married", null],
      ["alex", null],
    ]);
    expect(state().session).toMatchObject({ kind: "signed-in", account: { id: megan.id } });
  });

  test("when somebody else signs in instead: they organise, and it stays ended", async () => {
    const { session, state } = await restored();
    session.markExpired(megan.id, again);
    session.admit(alex);
    expect(state().session).toEqual({ kind: "signed-in", account: alex });
    expect(state().accounts.map(({ problem }) => problem)).toEqual([again, null]);
  });

  test("said of a request of before a new sign-in says nothing about the new one", async () => {
    const { session, contoso, state } = await restored();
    const late = Promise.withResolvers<ReturnType<typeof fail>>();
    contoso.token = () => late.promise;
    const asked = session.token(request(megan.id));
    session.admit(megan);
    late.resolve(fail(again));
    expect(await asked).toEqual(fail(again));
    expect(state().session).toEqual({ kind: "signed-in", account: megan });
  });
});

describe("a sign-out", () => {
  test("of one leaves the other, and answers the page at Microsoft", async () => {
    const { session, state } = await restored();
    expect(await session.signOut(megan.id)).toEqual(ok("https://login.example/logout"));
    expect(state().accounts.map(({ account }) => account)).toEqual([alex]);
    expect(await session.token(request(megan.id))).toEqual(fail({ kind: "not-signed-in" }));
    expect(await session.token(request(alex.id))).toEqual(ok("token"));
  });

  test("of somebody who is not chosen leaves the choice", async () => {
    const { session, state, remembered } = await restored();
    session.choose(alex.id);
    await session.signOut(megan.id);
    expect(remembered.chosen()).toBe("key of contoso/alex.tid");
    await session.signOut(alex.id);
    expect(remembered.chosen()).toBeNull();
    expect(state().session).toEqual({ kind: "signed-out", error: null });
  });

  test("of a stranger is nothing", async () => {
    const { session, state } = await restored();
    const before = state();
    expect(await session.signOut("contoso/nobody.tid")).toEqual(ok(null));
    expect(state()).toBe(before);
  });

  test("gives no token to who asked before it", async () => {
    const { session, contoso } = await restored();
    const late =
      Promise.withResolvers<ReturnType<typeof ok<{ value: string; expiresAt: number }>>>();
    contoso.token = () => late.promise;
    const asked = session.token(request(megan.id));
    await session.signOut(megan.id);
    late.resolve(ok({ value: "token", expiresAt: 0 }));
    expect(await asked).toEqual(fail({ kind: "not-signed-in" }));
  });

  test("while the disk is still being read is not undone by what was read", async () => {
    const { session, contoso, state } = await restored();
    const reading = Promise.withResolvers<ReturnType<typeof kept>>();
    contoso.restore = () => reading.promise;
    const restoring = session.restore();
    await session.signOut(megan.id);
    reading.resolve(kept(megan, alex));
    await restoring;
    expect(state().accounts.map(({ account }) => account)).toEqual([alex]);
  });
});
