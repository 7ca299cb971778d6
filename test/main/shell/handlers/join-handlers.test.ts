import { describe, expect, test } from "vitest";

import { ok } from "../../../../main/contract/errors.ts";
import type { Account, Cloud } from "../../../../main/contract/state.ts";
import { createJoinHandlers } from "../../../../main/shell/handlers/join-handlers.ts";
import { sampleOrganisation } from "../../../../main/shell/organisations.ts";
import { ownOrganisation } from "../../../fakes/open-handlers.ts";

const megan = {
  id: "megan",
  organisationId: "second",
  name: "Megan",
  username: "megan@contoso.com",
  kind: "member",
} as const;

function setUp(cloud: Cloud, account: Account | null = megan) {
  const opened: string[] = [];
  const open = async (url: string) => ok(void opened.push(url));
  const organisations = [
    sampleOrganisation,
    { ...ownOrganisation("second", "contoso.com"), cloud },
  ];
  const handlers = createJoinHandlers({
    clipboard: { readText: async () => "", writeText: open },
    openMeeting: open,
    session: { account: () => account },
    organisations: { all: () => organisations },
  });
  return { handlers, opened };
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

  test("a passcode that was typed counts most, then the link's own, then the text's", async () => {
    const { handlers, opened } = setUp("global");
    const meet = "https://teams.microsoft.com/meet/248719335402";
    const join = (text: string, passcode: string) => handlers.join({ text, passcode, how: "copy" });
    await join(`${meet}?p=Own123\nPassword: Text123`, " Typed1 ");
    await join(`${meet}?p=Own123\nPassword: Text123`, " ");
    await join(`${meet}\nPasscode: Text123`, "");
    await join(meet, "Typed1");
    await join(`Meeting ID: 248 719 335 402\nPasscode: Text123`, "Typed1");
    expect(opened).toEqual(
      ["Typed1", "Own123", "Text123", "Typed1", "Typed1"].map((code) => `${meet}?p=${code}`),
    );
  });

  test("of nobody yet, in that of the first organisation", async () => {
    const { handlers, opened } = setUp("us-l4", null);
    await handlers.join({ text: "248 719 335 402", passcode: "", how: "browser" });
    expect(opened).toEqual(["https://teams.microsoft.com/meet/248719335402"]);
  });
});
