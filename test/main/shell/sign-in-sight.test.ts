import { expect, test } from "vitest";

import { createWords } from "../../../main/base/words.ts";
import { defaultSettings } from "../../../main/contract/settings.ts";
import type { Account, AppState } from "../../../main/contract/state.ts";
import { initialState } from "../../../main/shell/initial-state.ts";
import { isSigningIn } from "../../../main/doors/tables.ts";
import { signInEnd } from "../../../main/shell/sign-in-sight.ts";
import { environment } from "../../fakes/environment.ts";

const words = await createWords("en");
const idle = initialState(environment, defaultSettings);
const account: Account = {
  id: "megan",
  organisationId: "contoso",
  name: "Megan Bowen",
  username: "megan@contoso.com",
  kind: "member",
};
const inBrowser: AppState = {
  ...idle,
  session: { kind: "signed-out", error: null },
  signIn: { kind: "browser", username: null, deadlineAt: 1, browser: "open", redeeming: false },
};
const byCode: AppState = {
  ...inBrowser,
  signIn: { kind: "code", username: null, deadlineAt: 1, userCode: "ABC", page: null },
};
const signedIn: AppState = {
  ...idle,
  session: { kind: "signed-in", account },
  accounts: [{ account, key: "k", problem: null }],
};

test.each([inBrowser, byCode])(
  "a sign-in that waits stays in sight, and its end is told",
  (waiting) => {
    expect(isSigningIn(waiting)).toBe(true);
    expect(signInEnd(inBrowser, waiting, words)).toBeNull();
    expect(signInEnd(waiting, signedIn, words)).toEqual({
      title: "You are signed in",
      body: "New meetings are organised by megan@contoso.com.",
      actions: [],
      click: { name: "openPopup" },
    });
  },
);

test("why it failed is told", () => {
  const error = { kind: "sign-in-timed-out" } as const;
  const failed: AppState = { ...idle, signIn: { kind: "failed", error, adminMessage: null } };
  expect(signInEnd(inBrowser, failed, words)?.title).toBe("The sign-in was not finished");
});

test("nothing is told of one that the person ended, or that did not wait", () => {
  expect(signInEnd(inBrowser, { ...idle, session: inBrowser.session }, words)).toBeNull();
  expect(signInEnd(idle, signedIn, words)).toBeNull();
});

test("nothing is told of one for more permission: what it was for says what came of it", () => {
  const waiting = { ...signedIn, signIn: inBrowser.signIn };
  expect(signInEnd(waiting, signedIn, words)).toBeNull();
});
