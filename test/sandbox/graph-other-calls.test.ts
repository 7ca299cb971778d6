import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createGraphCaller, type GraphCaller } from "./graph-caller.ts";
import { obtainTokens } from "./obtain-tokens.ts";
import type { PersonaId } from "./personas.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";

let sandbox: Sandbox;
let graph: GraphCaller;
beforeAll(async () => {
  sandbox = await startSandbox();
  graph = await callerFor("megan");
});
afterAll(() => sandbox.close());

async function callerFor(persona: PersonaId, scopes?: readonly string[]) {
  const request = { persona, ...(scopes ? { scopes } : {}) };
  const { access_token: token } = await obtainTokens(sandbox, request);
  return createGraphCaller(sandbox.descriptor.graphBaseUrl, token);
}

let count = 0;
async function made() {
  count += 1;
  const times = { startDateTime: "2027-03-01T09:00:00Z", endDateTime: "2027-03-01T10:00:00Z" };
  const asking = { externalId: `meeting-${count}`, subject: "Review", ...times };
  const { body } = await graph("POST", "/me/onlineMeetings/createOrGet", asking);
  return { asking, body, path: `/me/onlineMeetings/${String(body?.["id"])}` };
}

const lobby = (scope: string) => ({ body: { lobbyBypassSettings: { scope } } });

describe("one meeting", () => {
  it("is read, changed and deleted by its id, and made anew by its id", async () => {
    const { asking, body, path } = await made();
    expect((await graph("GET", path)).body).toEqual(body);
    const renamed = await graph("PATCH", path, { subject: "Planning" });
    expect(renamed).toMatchObject({ status: 200, body: { id: body?.["id"], subject: "Planning" } });
    const gone = await graph("DELETE", path);
    expect([gone.status, gone.headers.get("content-length")]).toEqual([204, null]);
    for (const method of ["GET", "DELETE"])
      expect(await graph(method, path)).toMatchObject({ status: 404, body: { error: {} } });
    expect((await graph("PATCH", path, {})).status).toBe(404);
    const again = await graph("POST", "/me/onlineMeetings/createOrGet", asking);
    expect(again.status).toBe(201);
    expect(again.body?.["id"]).not.toBe(body?.["id"]);
    const own = sandbox.meetings().filter(({ externalId }) => externalId === asking.externalId);
    expect(own.map(({ deletedAt }) => deletedAt === null)).toEqual([false, true]);
  });

  it("is moved by both its times, never by one", async () => {
    const { path } = await made();
    const start = { startDateTime: "2027-04-01T09:00:00Z" };
    expect((await graph("PATCH", path, start)).status).toBe(400);
    const both = { ...start, endDateTime: "2027-04-01T09:15:00Z" };
    expect((await graph("PATCH", path, both)).body).toMatchObject({
      endDateTime: "2027-04-01T09:15:00.0000000Z",
    });
    expect(
      (await graph("PATCH", path, { ...both, endDateTime: "2027-03-01T09:15:00Z" })).status,
    ).toBe(400);
  });

  it("shows late members of an enumeration only to those who say that they know them", async () => {
    const { path } = await made();
    const change = { lobbyBypassSettings: { scope: "invited" } };
    expect(await graph("PATCH", path, change)).toMatchObject(lobby("unknownFutureValue"));
    const prefer = { prefer: "include-unknown-enum-members" };
    expect(await graph("GET", path, undefined, prefer)).toMatchObject(lobby("invited"));
  });

  it.each([
    ["a member that cannot be changed", { joinMeetingIdSettings: { isPasscodeRequired: false } }],
    ["its external id", { externalId: "other" }],
    ["a member nobody knows", { colour: "red" }],
    ["a lobby nobody knows", { lobbyBypassSettings: { scope: "nobody" } }],
  ])("refuses a change of %s", async (_name, change) => {
    const { path } = await made();
    expect((await graph("PATCH", path, change)).status).toBe(400);
  });

  it("of another person does not exist", async () => {
    const { path } = await made();
    const other = await callerFor("alex");
    expect((await other("GET", path)).status).toBe(404);
  });
});

describe("the search for a meeting", () => {
  it("finds it by its join address or its number, and nothing by others", async () => {
    const { body } = await made();
    const joinUrl = String(body?.["joinWebUrl"]);
    const number = sandbox.meetings().at(-1)?.joinMeetingId ?? "";
    const search = (filter: string) =>
      graph("GET", `/me/onlineMeetings?$filter=${encodeURIComponent(filter)}`);
    for (const filter of [
      `JoinWebUrl eq '${joinUrl}'`,
      `JoinWebUrl eq '${encodeURIComponent(joinUrl)}'`,
      `joinMeetingIdSettings/joinMeetingId eq '${number}'`,
    ])
      expect(await search(filter)).toMatchObject({
        status: 200,
        body: { value: [{ id: body?.["id"], joinWebUrl: joinUrl }] },
      });
    expect((await search("JoinWebUrl eq 'https://teams.microsoft.com/l/x'")).body).toMatchObject({
      value: [],
    });
    expect((await search("subject eq 'Review'")).status).toBe(400);
    expect((await graph("GET", "/me/onlineMeetings")).status).toBe(400);
  });
});

describe("the plain create", () => {
  it("makes another meeting each time, with options of its own", async () => {
    const before = sandbox.meetings().length;
    const body = { subject: "Plain", lobbyBypassSettings: { scope: "everyone" } };
    const first = await graph("POST", "/me/onlineMeetings", body);
    const second = await graph("POST", "/me/onlineMeetings", body);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(sandbox.meetings().length - before).toBe(2);
    expect(first.body).toMatchObject({
      subject: "Plain",
      lobbyBypassSettings: { scope: "everyone" },
    });
  });
});

describe("who may call", () => {
  it("reads the person, whole or in part", async () => {
    expect((await graph("GET", "/me")).body).toMatchObject({
      displayName: "Megan Bowen",
      userPrincipalName: "megan@contoso.com",
    });
    const { body } = await graph("GET", "/me?$select=displayName,mail");
    expect(Object.keys(body ?? {})).toEqual(["@odata.context", "displayName", "mail"]);
    expect((await graph("GET", "/me?$select=shoeSize")).status).toBe(400);
  });

  it.each([
    ["no token", null],
    ["something that is no JWT", "opaque"],
    ["a forged token", "eyJhbGciOiJub25lIn0.eyJvaWQiOiJ4In0.AAAA"],
  ])("refuses %s", async (_name, token) => {
    const call = createGraphCaller(sandbox.descriptor.graphBaseUrl, token);
    const reply = await call("GET", "/me");
    expect(reply).toMatchObject({
      status: 401,
      body: {
        error: {
          code: "InvalidAuthenticationToken",
          innerError: { "request-id": reply.headers.get("request-id") },
        },
      },
    });
    expect(reply.headers.get("www-authenticate")).toMatch(/^Bearer realm="", authorization_uri=/u);
  });

  it("refuses an id token, whose audience is the app", async () => {
    const { id_token: token } = await obtainTokens(sandbox);
    const reply = await createGraphCaller(sandbox.descriptor.graphBaseUrl, token)("GET", "/me");
    expect(reply.status).toBe(401);
  });

  it("refuses an access token once it has expired, and takes a new one", async () => {
    const call = await callerFor("megan");
    expect((await call("GET", "/me")).status).toBe(200);
    sandbox.expireAccessTokens();
    expect((await call("GET", "/me")).status).toBe(401);
    graph = await callerFor("megan");
    expect((await graph("GET", "/me")).status).toBe(200);
  });

  it("refuses a call whose permission the token lacks", async () => {
    const call = await callerFor("megan", ["User.Read", "OnlineMeetings.Read"]);
    const body = { externalId: "x" };
    expect(await call("POST", "/me/onlineMeetings/createOrGet", body)).toMatchObject({
      status: 403,
      body: { error: { code: "Forbidden", message: "" } },
    });
    const { path } = await made();
    expect((await call("GET", path)).status).toBe(200);
    expect((await call("DELETE", path)).status).toBe(403);
  });

  it("refuses meetings, and only meetings, to a person without a licence", async () => {
    const call = await callerFor("nolicence");
    const body = { externalId: "x" };
    expect((await call("POST", "/me/onlineMeetings/createOrGet", body)).status).toBe(403);
    expect((await call("GET", "/me")).status).toBe(200);
  });

  it("has no answer for what it does not know", async () => {
    expect((await graph("GET", "/me/messages")).status).toBe(404);
    expect((await graph("PUT", "/me")).status).toBe(404);
  });
});
