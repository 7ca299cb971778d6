import { rememberOn } from "../../../fakes/remembered.ts";
import type { Accounts } from "../../../../main/auth/accounts.ts";
import { createSession, type Session } from "../../../../main/auth/session.ts";
import { createSignInFlow } from "../../../../main/auth/sign-in/sign-in-flow.ts";
import type { Clock } from "../../../../main/base/clock.ts";
import { fail, ok } from "../../../../main/contract/errors.ts";
import type { Account } from "../../../../main/contract/state.ts";
import type { Log } from "../../../../main/base/log.ts";
import type { ObservableStore } from "../../../../main/base/store.ts";
import { turns } from "../moving-clock.ts";
import type { World } from "./world.ts";

export const account: Account = {
  id: "sample/oid.tid",
  organisationId: "sample",
  name: "Megan Bowen",
  username: "megan@contoso.com",
  kind: "member",
};
export const accountKey = "megan";

interface Dependencies {
  readonly store: ObservableStore;
  readonly log: Log;
  /** For each account that can be used again. */
  readonly onReady: () => void;
}

/** The real session and the real sign-in, over an account whose tokens are good, whatever Graph says to them. */
export function openSession(world: World, { store, log, onReady }: Dependencies) {
  const clock = withoutAlarms(world.clock);
  const accounts = createAccounts(world);
  const organisations = () => [{ id: account.organisationId, accounts }];
  const session: Session = createSession({
    organisations,
    store,
    log,
    onReady,
    onKnown: () => undefined,
    clock,
    keyOf: () => accountKey,
    remembered: rememberOn(new Map([["chosen", accountKey]])),
    random: () => 0.5,
  });
  const signIn = createSignInFlow({
    organisations,
    session,
    store,
    log,
    clock,
    openPage: async () => true,
    adminMessage: () => null,
  });
  return { session, signIn };
}

function createAccounts({ graph, clock, random, granted, patience }: World): Accounts {
  return {
    restore: async () => ok([{ account, hasRefreshToken: true }]),
    /** Somebody who mostly signs in, and sometimes closes the page, or forgets it. */
    async signIn({ permissions = [] }) {
      await turns(random.below(20));
      if (random.chance(0.15) && patience.isShort) return fail({ kind: "cancelled" });
      if (random.chance(0.1) && patience.isShort) return fail({ kind: "sign-in-timed-out" });
      graph.isSignInOver = false;
      if (permissions.includes("calendar")) granted.calendar = true;
      return ok(account);
    },
    signInWithCode: async () => fail({ kind: "cancelled" }),
    signOut: async () => ok("https://login.microsoftonline.com/logout"),
    async token({ permissions = [] }) {
      if (permissions.includes("calendar") && !granted.calendar)
        return fail({ kind: "sign-in-again", reason: "approval-needed", trace: null });
      return ok({ value: "token", expiresAt: clock.now() + 3_600_000 });
    },
  };
}

/** Nothing of this is renewed ahead of need. */
const withoutAlarms = ({ now }: Clock): Clock => ({
  now,
  sleep: () => new Promise<never>(() => undefined),
});
