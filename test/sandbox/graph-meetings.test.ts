import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createGraphCaller, type GraphCaller } from "./graph-caller.ts";
import { obtainTokens } from "./obtain-tokens.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";

let sandbox: Sandbox;
let graph: GraphCaller;
beforeAll(async () => {
  sandbox = await startSandbox();
  const { access_token: token } = await obtainTokens(sandbox);
  graph = createGraphCaller(sandbox.descriptor.graphBaseUrl, token);
});
afterAll(() => sandbox.close());

const path = "/me/onlineMeetings/createOrGet";
const times = { startDateTime: "2027-03-01T10:00:00+01:00", endDateTime: "2027-03-01T09:30:00Z" };
let count = 0;
const asking = (members: object = {}) => {
  count += 1;
  return { externalId: `intent-${count}`, subject: "Review", ...times, ...members };
};
const create = async (members?: object) => (await graph("POST", path, asking(members))).body;

describe("createOrGet", () => {
  it("makes a meeting the first time and answers the same one after", async () => {
    const body = asking();
    const made = await graph("POST", path, body);
    const again = await graph("POST", path, body);
    expect([made.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(made.body);
    const own = sandbox.meetings().filter(({ externalId }) => externalId === body.externalId);
    expect(own).toHaveLength(1);
  });

  it("answers an existing meeting with its old subject and times", async () => {
    const body = asking();
    await graph("POST", path, body);
    const later = { ...body, subject: "Other", endDateTime: "2027-03-01T12:00:00Z" };
    expect((await graph("POST", path, later)).body).toMatchObject({
      subject: "Review",
      startDateTime: "2027-03-01T09:00:00.0000000Z",
      endDateTime: "2027-03-01T09:30:00.0000000Z",
    });
  });

  it("makes one meeting of many calls at once", async () => {
    const body = asking();
    const replies = await Promise.all(Array.from({ length: 8 }, () => graph("POST", path, body)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(replies.map((reply) => reply.body?.["id"])).size).toBe(1);
  });

  it("keeps the requests of two people apart", async () => {
    const { access_token: token } = await obtainTokens(sandbox, { persona: "alex" });
    const other = createGraphCaller(sandbox.descriptor.graphBaseUrl, token);
    const body = asking();
    const replies = [await graph("POST", path, body), await other("POST", path, body)];
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  });

  it("starts now and lasts an hour where no times are given", async () => {
    const before = Date.now();
    await graph("POST", path, { externalId: "no-times" });
    const meeting = sandbox.meetings().find(({ externalId }) => externalId === "no-times");
    const startAt = Date.parse(meeting?.startDateTime ?? "");
    expect(startAt).toBeGreaterThanOrEqual(before);
    expect(Date.parse(meeting?.endDateTime ?? "") - startAt).toBe(3_600_000);
  });

  it.each([
    ["without an external id", { externalId: undefined }],
    ["with an empty external id", { externalId: "" }],
    ["with an end and no start", { startDateTime: undefined }],
    ["with an end before the start", { endDateTime: "2027-03-01T08:59:59Z" }],
    ["with a time without an offset", { startDateTime: "2027-03-01T10:00:00" }],
    ["with a time that is none", { startDateTime: "2027-02-30T25:00:00Z" }],
    ["with a number as subject", { subject: 7 }],
    ["with a lobby, which is for PATCH", { lobbyBypassSettings: { scope: "everyone" } }],
    ["with a passcode, which is for POST", { joinMeetingIdSettings: { isPasscodeRequired: true } }],
    ["with a member nobody knows", { isOnlineMeeting: true }],
    ["with an attendee of another shape", { participants: { attendees: [{ email: "a@b" }] } }],
  ])("refuses a request %s", async (_name, members) => {
    const body = asking(members);
    const reply = await graph("POST", path, body);
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ error: { code: "BadRequest", innerError: {} } });
    expect(sandbox.meetings().map(({ externalId }) => externalId)).not.toContain(body.externalId);
  });

  it("refuses a body that is not JSON, or is not said to be", async () => {
    expect((await graph("POST", path, "{")).status).toBe(400);
    const headers = { "content-type": "text/plain" };
    expect((await graph("POST", path, asking(), headers)).status).toBe(415);
  });

  it("takes participants and a chat", async () => {
    const attendees = [{ upn: "noah@contoso.com", role: "presenter" }];
    const chatInfo = { threadId: "19:chat@thread.v2" };
    const reply = await graph("POST", path, asking({ participants: { attendees }, chatInfo }));
    expect(reply).toMatchObject({ status: 201, body: { participants: { attendees } } });
  });

  it("notes in the request log which meeting and which id it was", async () => {
    const body = asking();
    const made = await graph("POST", path, body, { "client-request-id": "from-the-client" });
    expect(sandbox.requests().at(-1)).toMatchObject({
      operation: "createOrGet",
      part: "graph",
      method: "POST",
      path: `/v1.0${path}`,
      status: 201,
      externalId: body.externalId,
      meetingId: made.body?.["id"],
      clientRequestId: "from-the-client",
      requestId: made.headers.get("request-id"),
      carriedToken: true,
      faults: [],
    });
    expect(made.headers.get("client-request-id")).toBe("from-the-client");
  });
});

describe("what is told of a meeting", () => {
  it("has join addresses of both shapes, all on Teams' own host", async () => {
    const urls = [await create(), await create()].map((body) => String(body?.["joinWebUrl"]));
    expect(urls.toSorted()).toEqual([
      expect.stringMatching(
        /^https:\/\/teams\.microsoft\.com\/l\/meetup-join\/19%3ameeting_\w+%40thread\.v2\/0\?context=%7b/u,
      ),
      expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/meet\/\d{13}\?p=\w{18}$/u),
    ]);
  });

  it("has what people need to join and to change it", async () => {
    expect(await create()).toMatchObject({
      joinMeetingIdSettings: {
        isPasscodeRequired: true,
        joinMeetingId: expect.stringMatching(/^\d{13}$/u),
        passcode: expect.stringMatching(/^\w{8}$/u),
      },
      meetingOptionsWebUrl: expect.stringMatching(
        /^https:\/\/teams\.microsoft\.com\/meetingOptions/u,
      ),
      audioConferencing: { conferenceId: expect.any(String), tollNumber: expect.any(String) },
      chatInfo: { threadId: expect.stringMatching(/^19:meeting_/u) },
      participants: { organizer: { upn: "megan@contoso.com" }, attendees: [] },
      lobbyBypassSettings: { scope: "organization", isDialInBypassEnabled: false },
    });
  });

  it.each([
    ["de-DE,de;q=0.9,en;q=0.5", "Jetzt an der Besprechung teilnehmen", "de"],
    ["xx, fr", "Rejoignez la réunion maintenant", "fr"],
    ["ar", "انضم إلى الاجتماع الآن", "ar"],
    ["xx", "Join the meeting now", "en"],
  ])("has an invitation in the language of %s", async (asked, words, language) => {
    const reply = await graph("POST", path, asking(), { "accept-language": asked });
    const { content } = JSON.parse(JSON.stringify(reply.body?.["joinInformation"]));
    expect(content).toMatch(/^data:text\/html,%3cdiv\+/u);
    expect(decodeURIComponent(String(content).replaceAll("+", " "))).toContain(words);
    expect(reply.headers.get("content-language")).toBe(language);
  });
});
