import { adminMessage } from "../../../main/auth/sign-in/admin-message.ts";
import { organisationDescriptor } from "../../../main/base/clouds.ts";
import { createWords } from "../../../main/base/words.ts";
import type { AppError, SignInRefusal } from "../../../main/contract/errors.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { checkLooks } from "../looks.ts";
import { test } from "../stage.ts";
import { appState, contoso, megan, mockNow } from "../stage-state.ts";
import { type Sight, shows, showsRole } from "../stage/sights.ts";

const trace = {
  status: 403,
  code: "Forbidden",
  requestId: "r",
  clientRequestId: "c",
  attempts: 1,
  at: "2026-11-23T12:52:00Z",
};
const words = await createWords("en");

/** With the message that main writes for the admin, where only an admin can help. */
function refusedFor(reason: SignInRefusal): Screen {
  const error: AppError = { kind: "sign-in-refused", reason, trace };
  const message = adminMessage(
    error,
    organisationDescriptor(contoso),
    words,
    new Date(mockNow),
    [],
  );
  return {
    sees: [showsRole("heading", `error.sign-in-refused.${reason}.title`)],
    signIn: { kind: "failed", error, adminMessage: message },
  };
}

const endedIn = (error: AppError): Screen => ({
  sees: [showsRole("heading", `error.${error.kind}.title`)],
  signIn: { kind: "failed", adminMessage: null, error },
});

interface Screen extends Partial<AppState> {
  readonly sees: readonly Sight[];
}

/** Every screen on the way to being signed in. */
const views: Readonly<Record<string, Screen>> = {
  "signed-out": {
    sees: [showsRole("heading", "signIn.title")],
    session: { kind: "signed-out", error: null },
  },
  "signed-out-locked": {
    sees: [shows("error.keyring-locked.title")],
    session: { kind: "signed-out", error: { kind: "keyring-locked" } },
  },
  approval: refusedFor("admin-approval-needed"),
  registration: refusedFor("redirect-missing"),
  "blocked-by-policy": refusedFor("blocked-by-policy"),
  "account-disabled": refusedFor("account-disabled"),
  "tenant-wrong": refusedFor("app-or-organisation-not-found"),
  "not-this-account": refusedFor("account-not-in-organisation"),
  "personal-account": endedIn({
    kind: "personal-account",
    username: "megan@live.com",
    trace: null,
  }),
  "other-account-came": endedIn({
    kind: "other-account-came",
    asked: megan.username,
    came: { ...megan, username: "alex@contoso.com" },
  }),
  guest: endedIn({ kind: "guest-account" }),
  "timed-out": endedIn({ kind: "sign-in-timed-out" }),
  waiting: {
    sees: [showsRole("heading", "signIn.waitingTitle")],
    signIn: {
      kind: "browser",
      username: "megan@contoso.com",
      deadlineAt: mockNow + 272_000,
      browser: "open",
      redeeming: false,
    },
  },
  "browser-not-opened": {
    sees: [shows("error.browser-not-opened.sentence")],
    signIn: {
      kind: "browser",
      username: null,
      deadlineAt: mockNow + 272_000,
      browser: "not-opened",
      redeeming: false,
    },
  },
  code: {
    sees: [showsRole("heading", "code.heading")],
    signIn: {
      kind: "code",
      username: null,
      deadlineAt: mockNow + 872_000,
      userCode: "G7KQM2XDL",
      page: "https://microsoft.com/devicelogin",
    },
  },
  proxy: {
    sees: [showsRole("heading", "proxy.title")],
    proxyLogin: { host: "proxy.contoso.com", port: 8080, again: true },
  },
  "first-run": {
    sees: [showsRole("heading", "setUp.title")],
    organisations: [],
    accounts: [],
    session: { kind: "signed-out", error: null },
  },
};

for (const [name, { sees, ...changes }] of Object.entries(views))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    const stage = await open({ state: appState(changes) });
    await checkLooks(name, stage, changes, sees);
  });
