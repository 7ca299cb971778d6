import type {
  Accounts,
  CodeRequest,
  InteractiveRequest,
  RestoredAccount,
} from "../../main/auth/accounts.ts";
import { createSession } from "../../main/auth/session.ts";
import { createSignInFlow } from "../../main/auth/sign-in/sign-in-flow.ts";
import { type AppError, fail, ok, type Result } from "../../main/contract/errors.ts";
import type { Account } from "../../main/contract/state.ts";
import { initialState } from "../../main/shell/initial-state.ts";
import { defaultSettings } from "../../main/contract/settings.ts";
import { rememberOn } from "./remembered.ts";
import { createStore } from "../../main/base/store.ts";
import { createFakeClock } from "./fake-clock.ts";
import { memoryLog } from "./memory-log.ts";
import { environment } from "./environment.ts";

export const accountOf = (name: string, organisationId = "contoso"): Account => ({
  id: `${organisationId}/${name}.tid`,
  organisationId,
  name,
  username: `${name}@contoso.com`,
  kind: name === "guest" ? "guest" : "member",
});

/** One way to sign in that was begun: the test decides when and how it ends. */
export interface Attempt<Request> {
  readonly request: Request;
  readonly end: (result: Result<Account>) => void;
}

export interface FakeAccounts extends Accounts {
  readonly browser: Attempt<InteractiveRequest>[];
  readonly code: Attempt<CodeRequest>[];
  /** What `restore` finds. */
  kept: Result<readonly RestoredAccount[]>;
  /** What every silent request comes to. */
  refusal: AppError | null;
}

/** Accounts that do nothing by themselves; a cancel ends them as the real ones do. */
function createFakeAccounts(): FakeAccounts {
  function attempt<Request extends { readonly signal: AbortSignal }>(
    list: Attempt<Request>[],
    request: Request,
  ): Promise<Result<Account>> {
    const { promise, resolve } = Promise.withResolvers<Result<Account>>();
    request.signal.addEventListener("abort", () => resolve(fail({ kind: "cancelled" })));
    list.push({ request, end: resolve });
    return promise;
  }
  const accounts: FakeAccounts = {
    browser: [],
    code: [],
    kept: ok([]),
    refusal: null,
    restore: async () => accounts.kept,
    signIn(request) {
      const done = attempt(accounts.browser, request);
      const url = `https://login.example/${accounts.browser.length}`;
      request.onAddress(url, () => url);
      return done;
    },
    signInWithCode: (request) => attempt(accounts.code, request),
    token: async () =>
      accounts.refusal ? fail(accounts.refusal) : ok({ value: "token", expiresAt: 0 }),
    signOut: async () => ok("https://login.example/logout"),
  };
  return accounts;
}

/** Session and sign-in with everything around them in memory. */
export function createSignInDesk({ opens = true } = {}) {
  const store = createStore(initialState(environment, defaultSettings));
  const clock = createFakeClock();
  const { log, lines } = memoryLog();
  const contoso = createFakeAccounts();
  const fabrikam = createFakeAccounts();
  const organisations = [
    { id: "contoso", accounts: contoso },
    { id: "fabrikam", accounts: fabrikam },
  ];
  const browser = { opens, pages: [] as string[], gate: Promise.resolve() };
  const remembered = rememberOn(new Map());
  /** Each time that somebody came or left. */
  const knownOverTime: string[][] = [];
  const session = createSession({
    organisations: () => organisations,
    store,
    keyOf: (id) => `key of ${id}`,
    remembered,
    clock,
    log,
    random: () => 0,
    onReady: () => undefined,
    onKnown: () => knownOverTime.push(session.known().map(({ account }) => account.id)),
  });
  const flow = createSignInFlow({
    organisations: () => organisations,
    session,
    store,
    async openPage({ oneTimeAddress }, organisationId) {
      browser.pages.push(`${organisationId} ${oneTimeAddress()}`);
      await browser.gate;
      return browser.opens;
    },
    adminMessage: (error, { organisationId }) =>
      "reason" in error && error.reason === "admin-approval-needed"
        ? { subject: organisationId, body: "please" }
        : null,
    clock,
    log,
  });
  return {
    store,
    clock,
    lines,
    contoso,
    fabrikam,
    browser,
    remembered,
    session,
    knownOverTime,
    flow,
    state: store.read,
  };
}
