import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";

import type { Account, AppState, KnownAccount } from "../../../main/contract/state.ts";
import { initialState } from "../../../main/shell/initial-state.ts";
import { defaultSettings } from "../../../main/contract/settings.ts";
import { menuText, type TrayItem, trayView } from "../../../main/shell/tray-view.ts";
import { createWords, type Words } from "../../../main/base/words.ts";
import { creating as creatingNow, failed as failedWith } from "../../fakes/a-creation.ts";
import { anyText } from "../../fakes/any-text.ts";
import { aMeeting } from "../../fakes/a-meeting.ts";

let words: Words;
beforeAll(async () => {
  words = await createWords("en");
});

const megan: Account = {
  id: "1",
  organisationId: "sample",
  name: "Megan Bowen",
  username: "megan@contoso.com",
  kind: "member",
};
const known = (account: Account): KnownAccount => ({ account, key: account.id, problem: null });
const meeting = (id: string, subject = `Subject ${id}`) => aMeeting({ id, subject });

const environment = {
  platform: "linux",
  appVersion: "1.0.0",
  timeZone: "Europe/Berlin",
  preferredLanguages: ["en-GB"],
} as const;
const stateWith = (change: Partial<AppState> = {}): AppState => ({
  ...initialState(environment, defaultSettings),
  organisations: [{ kind: "sample", id: "sample" }],
  accounts: [known(megan)],
  session: { kind: "signed-in", account: megan },
  ...change,
});

const view = (change: Partial<AppState> = {}) => trayView(stateWith(change), words);
const creating = creatingNow();
const failed = failedWith({ kind: "not-allowed", trace: null });
const signingIn = {
  kind: "browser",
  username: null,
  deadlineAt: 0,
  browser: "open",
  redeeming: false,
} as const;
const expired = {
  kind: "expired",
  account: megan,
  error: { kind: "sign-in-again", reason: null, trace: null },
} as const;

/** The menu as lines, the items of a submenu behind ">". */
function lines(items: readonly TrayItem[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === "separator") return ["-"];
    if (item.kind === "submenu")
      return [item.label, ...lines(item.items).map((line) => `> ${line}`)];
    return [item.asks === null ? `(${item.label})` : item.label];
  });
}
const end = ["Open Quick Meeting", "Settings…", "-", "Quit Quick Meeting"];

describe("menu", () => {
  test("signed in: every action, in order", () => {
    expect(lines(view({ recent: [meeting("a")] }).menu)).toEqual([
      "Meet now",
      "Copy latest link",
      "Schedule…",
      "Join with ID…",
      "Copy the link of my room",
      "-",
      "Recent",
      "> Subject a",
      "> > Copy link",
      "> > Open in Teams",
      "> > Copy as",
      "> > > Invitation",
      "> > > Markdown",
      "> > > Meeting ID and passcode",
      "Organiser: megan@contoso.com",
      "> megan@contoso.com",
      "> -",
      "> Add an account…",
      "> Sign out megan@contoso.com",
      "-",
      ...end,
    ]);
  });

  test("offline, a link that is ready can still be handed over", () => {
    expect(lines(view({ online: false }).menu)[0]).toBe("(Meet now (offline))");
    expect(lines(view({ online: false, linkReady: true }).menu)[0]).toBe("Meet now");
  });

  test("nothing made yet: nothing to copy", () => {
    expect(lines(view().menu).slice(0, 3)).toEqual(["Meet now", "Schedule…", "Join with ID…"]);
  });

  test("signed out", () => {
    const session = { kind: "signed-out", error: null } as const;
    expect(lines(view({ session }).menu)).toEqual(["Sign in…", "-", "-", ...end]);
  });

  test("waiting for a sign-in", () => {
    expect(lines(view({ signIn: signingIn }).menu).slice(0, 2)).toEqual([
      "(Waiting for the sign-in…)",
      "Cancel sign-in",
    ]);
  });

  test("the sign-in has ended: old links can still be copied", () => {
    expect(lines(view({ session: expired, recent: [meeting("a")] }).menu).slice(0, 2)).toEqual([
      "Sign in…",
      "Copy latest link",
    ]);
  });

  test("not set up: the sample organisation only where there is one", () => {
    const organisations: [] = [];
    expect(lines(view({ organisations }).menu)).toEqual(["Set up Quick Meeting…", "-", ...end]);
    expect(lines(view({ organisations, sampleAvailable: true }).menu)).toEqual([
      "Set up Quick Meeting…",
      "Try the sample organisation",
      "-",
      ...end,
    ]);
  });

  test("offline: a meeting cannot be made", () => {
    expect(lines(view({ online: false }).menu)[0]).toBe("(Meet now (offline))");
  });

  test("creating: it can be cancelled", () => {
    expect(lines(view({ creation: creating }).menu)[0]).toBe("Cancel");
  });

  test("what is being cancelled is not offered for copying", () => {
    const leaving = [{ id: "a", endsAt: 0 }];
    const some = lines(view({ recent: [meeting("a"), meeting("b")], leaving }).menu);
    expect(some).toContain("Copy latest link");
    const only = view({ recent: [meeting("a")], leaving }).menu;
    expect(lines(only)).not.toContain("Copy latest link");
    expect(JSON.stringify(only)).not.toContain("copyMeeting");
  });

  test("at most five recent meetings, each named by its id", () => {
    const recent = ["a", "b", "c", "d", "e", "f"].map((id) => meeting(id));
    const menu = view({ recent }).menu.find(
      (item) => item.kind === "submenu" && item.label === "Recent",
    );
    const ids = JSON.stringify(menu).matchAll(
      /"name":"copyMeeting","input":\{"id":"(.)","format":null\}/gu,
    );
    expect(Array.from(ids, ([, id]) => id).join("")).toBe("abcde");
  });
});

describe("icon and tooltip, the first of these that holds", () => {
  test.each([
    [{ creation: creating, session: expired, online: false }, "busy", "creating a meeting"],
    [{ signIn: signingIn, creation: failed, online: false }, "busy", "waiting for sign-in"],
    [{ session: expired, creation: failed, online: false }, "attention", "sign in again"],
    [{ creation: failed, online: false }, "attention", "Teams didn't let you create a meeting"],
    [{ online: false }, "offline", "offline"],
    [{}, "idle", "megan@contoso.com"],
    [{ session: { kind: "signed-out", error: null } }, "idle", "not signed in"],
  ] as const)("%# %s", (change, icon, tooltip) => {
    expect(view(change)).toMatchObject({ icon, tooltip: `Quick Meeting: ${tooltip}` });
  });

  test("not set up", () => {
    const session = { kind: "signed-out", error: null } as const;
    expect(view({ organisations: [], session }).tooltip).toBe("Quick Meeting: not set up");
  });
});

describe("texts from outside", () => {
  test("an ampersand is shown, not made a mnemonic", () => {
    expect(menuText("R&D & friends")).toBe("R&&D && friends");
  });

  test("a cut never leaves half an escaped ampersand", () => {
    const text = menuText(`${"a".repeat(58)}&&&`);
    expect(text).toBe(`${"a".repeat(58)}&&…`);
  });

  test("line breaks and direction characters are gone", () => {
    expect(menuText("a\r\nb\u202Egnp\u2066.exe\u2028c")).toBe("a b gnp .exe c");
  });

  test("an item without any text can still be seen", () => {
    expect(menuText("\u200B\u200B")).toBe("…");
  });

  test("a person's address is a text like any other", () => {
    const session = {
      kind: "signed-in",
      account: { ...megan, username: "r&d\u202E@contoso.com" },
    } as const;
    expect(lines(view({ session }).menu)).toContain("Organiser: r&&d @contoso.com");
    expect(view({ session }).tooltip).toBe("Quick Meeting: r&d @contoso.com");
  });

  test("whatever the subject, the label is one short line with paired ampersands", () => {
    fc.assert(
      fc.property(anyText({ maxLength: 200 }), (subject) => {
        const label = menuText(subject);
        expect(label).not.toBe("");
        expect(label).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(label.replaceAll("&&", "")).not.toContain("&");
        const shown = [...new Intl.Segmenter().segment(label.replaceAll("&&", "&"))];
        expect(shown.length).toBeLessThanOrEqual(60);
      }),
    );
  });
});
