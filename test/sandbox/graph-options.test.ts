import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createGraphCaller, type GraphCaller } from "./graph-caller.ts";
import { obtainTokens } from "./obtain-tokens.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";

let sandbox: Sandbox;
let graph: GraphCaller;
let path: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  const { access_token: token } = await obtainTokens(sandbox);
  graph = createGraphCaller(sandbox.descriptor.graphBaseUrl, token);
  const asking = { externalId: "options", subject: "Review" };
  const { body } = await graph("POST", "/me/onlineMeetings/createOrGet", asking);
  path = `/me/onlineMeetings/${String(body?.["id"])}`;
});
afterAll(() => sandbox.close());

const options = {
  lobbyBypassSettings: { scope: "everyone", isDialInBypassEnabled: true },
  allowedPresenters: "organizer",
  allowMeetingChat: "limited",
  allowAttendeeToEnableMic: false,
  allowAttendeeToEnableCamera: false,
  allowTeamworkReactions: false,
  allowRecording: false,
  allowTranscription: false,
  recordAutomatically: true,
  isEntryExitAnnounced: true,
};

describe("the options of a meeting", () => {
  it("are all taken and answered, together and one by one", async () => {
    expect(await graph("PATCH", path, options)).toMatchObject({ status: 200, body: options });
    for (const [name, value] of Object.entries(options))
      expect((await graph("PATCH", path, { [name]: value })).body).toMatchObject(options);
    expect((await graph("GET", path)).body).toMatchObject(options);
  });

  it.each(Object.keys(options))("are refused with %s of another type", async (name) => {
    for (const value of [null, 1, "yes", [], { scope: 7 }])
      expect((await graph("PATCH", path, { [name]: value })).status).toBe(400);
  });

  it("have presenters by role only where somebody has it", async () => {
    const byRole = { allowedPresenters: "roleIsPresenter" };
    expect((await graph("PATCH", path, byRole)).status).toBe(400);
    const attendees = [{ upn: "alex@contoso.com", role: "presenter" }];
    const named = { ...byRole, participants: { attendees } };
    expect(await graph("PATCH", path, named)).toMatchObject({ status: 200, body: byRole });
    expect((await graph("PATCH", path, { participants: { attendees: [] } })).status).toBe(400);
  });

  it("are what the organisation lets them be", async () => {
    sandbox.setMeetingPolicy({ lobbyAtMost: "organization", mayRecordAutomatically: false });
    expect((await graph("PATCH", path, options)).body).toMatchObject({
      ...options,
      lobbyBypassSettings: { scope: "organization", isDialInBypassEnabled: true },
      recordAutomatically: false,
    });
    const narrow = { lobbyBypassSettings: { scope: "organizer" } };
    expect((await graph("PATCH", path, narrow)).body).toMatchObject(narrow);
    sandbox.setMeetingPolicy({ lobbyAtMost: null, mayRecordAutomatically: true });
    expect((await graph("PATCH", path, options)).body).toMatchObject(options);
  });
});
