import { rememberOn } from "../../fakes/remembered.ts";
import { createSession, type Session } from "../../../main/auth/session.ts";
import type { Accounts } from "../../../main/auth/accounts.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { initialState } from "../../../main/shell/initial-state.ts";
import { defaultSettings } from "../../../main/contract/settings.ts";
import { createStore } from "../../../main/base/store.ts";
import type { Random } from "../random.ts";
import { accountIdOf } from "./desks.ts";
import { createRefreshCount, type Diary, noteTrouble } from "./diary.ts";
import { createIdentity, type Identity } from "./identity.ts";
import { type Computer, organisationId, silent, startAccounts } from "./one-start.ts";
import { names } from "./schedule.ts";
import type { SimulatedTime } from "./simulated-time.ts";
import { createWeather, type Weather } from "./weather.ts";
import { environment } from "../../fakes/environment.ts";

/** A computer that three people use for weeks, and everything around it. */
export interface Life {
  readonly random: Random;
  readonly time: SimulatedTime;
  readonly weather: Weather;
  readonly identity: Identity;
  readonly diary: Diary;
  session(): Session;
  signIn(name: string): Promise<void>;
  /** Who the app says has to sign in again. */
  prompted(): readonly string[];
  close(): Promise<void>;
  start(): Promise<void>;
}

export function createLife(time: SimulatedTime, random: Random, diary: Diary): Life {
  const weather = createWeather(time, random);
  const identity = createIdentity({
    time,
    delay: () => random.next() * 800,
    fault: weather.fault,
    isStrict: false,
    onRefresh: createRefreshCount(diary, time.uptime),
  });
  const computer: Computer = {
    time,
    disk: new Map(),
    network: identity.network,
    keyringDelay: () => random.next() * 100,
    isKeyringLocked: weather.isKeyringLocked,
  };
  const prompted = new Set<string>();
  let open = openOffice(computer, random, watch);

  function watch({ accounts }: AppState): void {
    for (const { account, problem } of accounts) {
      const { name } = account;
      const isNew = problem !== null && !prompted.has(name);
      if (problem === null) prompted.delete(name);
      else prompted.add(name);
      if (isNew && identity.isRevoked(name)) diary.neededPrompts += 1;
      else if (isNew) noteTrouble(diary, "needlessPrompts", `${name}: ${problem.kind}`);
    }
  }

  return {
    random,
    time,
    weather,
    identity,
    diary,
    session: () => open.session,
    prompted: () => [...prompted],
    async signIn(name) {
      const onCode = ({ userCode }: { userCode: string }) => identity.approve(userCode, name);
      const { signal } = new AbortController();
      const signedIn = await time.until(
        open.accounts.signInWithCode({ signal, accountId: null, loginHint: null, onCode }),
      );
      if (!signedIn.ok) throw new Error(`not signed in: ${signedIn.error.kind}`);
      open.session.admit(signedIn.value);
    },
    async close() {
      open.session.close();
      // What is on its way at the moment of closing may arrive; nothing may be planned after it.
      await time.pass(60_000);
      if (time.sleepers() > 0) noteTrouble(diary, "sleepersLeft", `${time.sleepers()} timers`);
    },
    async start() {
      open = openOffice(computer, random, watch);
      await time.until(open.session.restore());
    },
  };
}

interface Office {
  readonly session: Session;
  readonly accounts: Accounts;
}

/** One start of the app's sessions, built as workspace.ts builds them. */
function openOffice(computer: Computer, random: Random, watch: (state: AppState) => void): Office {
  const { disk, time } = computer;
  const accounts = startAccounts(computer);
  const store = createStore(initialState(environment, defaultSettings));
  store.subscribe(watch);
  const session = createSession({
    organisations: () => [{ id: organisationId, accounts }],
    store,
    keyOf: (accountId) => accountId,
    remembered: rememberOn(disk),
    clock: time,
    log: silent,
    random: random.next,
    onReady: () => undefined,
    onKnown: () => undefined,
  });
  return { session, accounts };
}

/** Everybody the app does not know, or asks to sign in, although their session is good. */
export const missing = ({ session, identity }: Life): string[] =>
  names.filter((name) => {
    const known = session()
      .known()
      .find(({ account }) => account.id === accountIdOf(name));
    return !identity.isRevoked(name) && known?.problem !== null;
  });
