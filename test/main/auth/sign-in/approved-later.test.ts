import { expect, test } from "vitest";

import { createApprovedLater } from "../../../../main/auth/sign-in/approved-later.ts";
import { type AppError, fail, ok } from "../../../../main/contract/errors.ts";
import { accountOf, createSignInDesk } from "../../../fakes/sign-in-desk.ts";

const unapproved: AppError = {
  kind: "sign-in-refused",
  reason: "admin-approval-needed",
  trace: null,
};
const minute = 60_000;

/** Somebody whose administrator has not approved yet what they asked for. */
async function waitingForApproval({ account = accountOf("megan"), isNew = false } = {}) {
  const desk = createSignInDesk();
  const done: string[] = [];
  const asked: unknown[] = [];
  let isApproved = false;
  const refused = desk.flow.begin({
    organisationId: "contoso",
    account: isNew ? null : account,
    permissions: ["calendar"],
    onLater: async () => ok(void done.push("events")),
  });
  desk.contoso.browser[0]?.end(fail(unapproved));
  await refused;
  const session = {
    async token(demand: unknown) {
      asked.push(demand);
      return isApproved ? ok("token") : fail(unapproved);
    },
    state: () => ({ kind: "signed-in", account }) as const,
    admit: () => undefined,
  };
  const look = createApprovedLater({ signIn: desk.flow, session, clock: desk.clock });
  const approve = () => {
    isApproved = true;
  };
  return { ...desk, look, approve, done, asked, account };
}

test("approved meanwhile, what it was for goes on by itself", async () => {
  const { look, approve, done, asked, state, clock, account } = await waitingForApproval();
  await look();
  expect([state().signIn.kind, done]).toEqual(["failed", []]);
  approve();
  await clock.advance(3 * minute);
  await look();
  expect([state().signIn.kind, done]).toEqual(["idle", ["events"]]);
  expect(asked.at(-1)).toEqual({
    accountId: account.id,
    forceRefresh: true,
    permissions: ["calendar"],
    evenIfExpired: true,
  });
});

test("is asked every three minutes at most, and not once it was put away", async () => {
  const { look, asked, clock, flow } = await waitingForApproval();
  for (let minutes = 0; minutes < 9; minutes += 1) {
    await look();
    await clock.advance(minute);
  }
  expect(asked).toHaveLength(3);
  flow.dismiss();
  await clock.advance(3 * minute);
  await look();
  expect(asked).toHaveLength(3);
});

test("somebody new has nothing to ask with", async () => {
  const { look, asked } = await waitingForApproval({ isNew: true });
  await look();
  expect(asked).toEqual([]);
});
