import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createWords } from "../../../main/base/words.ts";
import { defaultSettings } from "../../../main/contract/settings.ts";
import type { Account, AppState } from "../../../main/contract/state.ts";
import { initialState } from "../../../main/shell/initial-state.ts";
import type { Notice } from "../../../main/shell/notices.ts";
import { createSignInSight } from "../../../main/shell/sign-in-sight.ts";
import { environment } from "../../fakes/environment.ts";
import { openHandlers, ownOrganisation } from "../../fakes/open-handlers.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";

const words = await createWords("en");
const idle = initialState(environment, defaultSettings);
const account: Account = {
  id: "megan",
  organisationId: "contoso",
  name: "Megan Bowen",
  username: "megan@contoso.com",
  kind: "member",
};
const signedOut: AppState = { ...idle, session: { kind: "signed-out", error: null } };
const inBrowser: AppState = {
  ...signedOut,
  signIn: { kind: "browser", username: null, deadlineAt: 1, browser: "open", redeeming: false },
};
const byCode: AppState = {
  ...inBrowser,
  signIn: { kind: "code", username: null, deadlineAt: 1, userCode: "ABC", page: null },
};
const admitted = {
  session: { kind: "signed-in", account },
  accounts: [{ account, key: "k", problem: null }],
} satisfies Partial<AppState>;
const signedIn: AppState = { ...idle, ...admitted };

/** All that is told while the state goes through these. */
function told(...states: readonly [AppState, ...AppState[]]): (string | undefined)[] {
  const look = createSignInSight(states[0]);
  return states.slice(1).map((state) => look(state, words)?.title);
}

test.each([
  [inBrowser, { ...inBrowser, ...admitted }],
  [byCode, { ...byCode, ...admitted }],
  [inBrowser, byCode],
])("its success is told when it ends, whatever came in between", (waiting, later) => {
  expect(told(signedOut, waiting, later, signedIn, signedIn)).toEqual([
    undefined,
    undefined,
    "You are signed in",
    undefined,
  ]);
});

test("why it failed is told", () => {
  const error = { kind: "sign-in-timed-out" } as const;
  const failed: AppState = { ...idle, signIn: { kind: "failed", error, adminMessage: null } };
  expect(told(signedOut, inBrowser, failed)).toEqual([undefined, "The sign-in wasn't finished"]);
});

test("nothing is told of one that the person ended, or that did not wait", () => {
  expect(told(signedOut, inBrowser, signedOut)).toEqual([undefined, undefined]);
  expect(told(signedOut, signedIn)).toEqual([undefined]);
});

test("nothing is told of one for more permission: what it was for says what came of it", () => {
  const waiting = { ...signedIn, signIn: inBrowser.signIn };
  expect(told(signedIn, waiting, signedIn)).toEqual([undefined, undefined]);
});

describe("of a real sign-in", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  async function open() {
    const desk = await openHandlers(sandbox, {
      organisations: [ownOrganisation("contoso", "organizations")],
    });
    const notices: Notice[] = [];
    const look = createSignInSight(desk.state());
    desk.store.subscribe((state) => {
      const notice = look(state, words);
      if (notice) notices.push(notice);
    });
    return { ...desk, notices };
  }
  const add = { organisationId: "contoso" };

  test("each success is told once, with who came", async () => {
    const { handlers, person, notices, close } = await open();
    await handlers.addAccount(add);
    person.choice = { persona: "alex" };
    await handlers.addAccount(add);
    const click = { name: "openPopup" };
    expect(notices).toEqual([
      {
        title: "You are signed in",
        body: "New meetings are organised by megan@contoso.com.",
        actions: [],
        click,
      },
      expect.objectContaining({ body: "New meetings are organised by alex@contoso.com." }),
    ]);
    await close();
  });

  test("who signs in again is told of it", async () => {
    const { handlers, workspace, idOf, notices, close } = await open();
    await handlers.addAccount(add);
    const ended = { kind: "sign-in-again", reason: null, trace: null } as const;
    workspace.session.markExpired(idOf("Megan"), ended);
    await handlers.signIn({ accountId: null });
    expect(notices.map(({ title }) => title)).toEqual(["You are signed in", "You are signed in"]);
    await close();
  });

  test("a refusal is told with its reason, and so is a guest who cannot organise", async () => {
    const { handlers, person, notices, state, close } = await open();
    person.choice = { deny: true };
    await handlers.addAccount(add);
    person.choice = { persona: "guest" };
    await handlers.addAccount(add);
    expect(state().signIn).toMatchObject({ kind: "failed", error: { kind: "guest-account" } });
    expect(notices.map(({ title }) => title)).toEqual([
      "Sign-in was declined",
      "Guests can't organise here",
    ]);
    await close();
  });
});
