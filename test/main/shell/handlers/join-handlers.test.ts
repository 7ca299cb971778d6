import { describe, expect, test } from "vitest";

import { createStore } from "../../../../main/base/store.ts";
import { defaultSettings } from "../../../../main/contract/settings.ts";
import { ok } from "../../../../main/contract/errors.ts";
import type { Cloud, Session } from "../../../../main/contract/state.ts";
import { createJoinHandlers } from "../../../../main/shell/handlers/join-handlers.ts";
import { initialState } from "../../../../main/shell/initial-state.ts";
import { environment } from "../../../fakes/environment.ts";
import { ownOrganisation } from "../../../fakes/open-handlers.ts";

const account = {
  id: "megan",
  organisationId: "second",
  name: "Megan",
  username: "megan@contoso.com",
  kind: "member",
} as const;

function setUp(cloud: Cloud, session: Session = { kind: "signed-in", account }) {
  const opened: string[] = [];
  const open = async (url: string) => ok(void opened.push(url));
  const store = createStore({
    ...initialState(environment, defaultSettings),
    organisations: [
      { kind: "sample", id: "first" },
      { ...ownOrganisation("second", "contoso.com"), cloud },
    ],
    session,
  });
  const clipboard = { readText: async () => "", writeText: open };
  const opener = { openJoinUrl: open, openTeams: open };
  return { handlers: createJoinHandlers({ store, clipboard, opener }), opened };
}

describe("an ID alone is opened in the cloud of whoever organises", () => {
  test.each([
    ["global", "teams.microsoft.com"],
    ["us-l4", "gov.teams.microsoft.us"],
    ["us-l5", "dod.teams.microsoft.us"],
    ["china", "teams.microsoftonline.cn"],
  ] as const)("%s: %s", async (cloud, host) => {
    const { handlers, opened } = setUp(cloud);
    await handlers.join({ text: "248 719 335 402", passcode: "Xk4Ru9", how: "browser" });
    await handlers.join({ text: "Meeting ID: 248 719 335 402", passcode: "", how: "copy" });
    expect(opened).toEqual([
      `https://${host}/meet/248719335402?p=Xk4Ru9`,
      `https://${host}/meet/248719335402`,
    ]);
  });

  test("a link stays in its own", async () => {
    const { handlers, opened } = setUp("us-l4");
    const url = "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9";
    await handlers.join({ text: url, passcode: "", how: "browser" });
    expect(opened).toEqual([url]);
  });

  test("of nobody yet, in that of the first organisation", async () => {
    const { handlers, opened } = setUp("us-l4", { kind: "signed-out", error: null });
    await handlers.join({ text: "248 719 335 402", passcode: "", how: "browser" });
    expect(opened).toEqual(["https://teams.microsoft.com/meet/248719335402"]);
  });
});
