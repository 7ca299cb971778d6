import { afterAll, beforeAll, expect, test } from "vitest";

import { openHandlers, ownOrganisation } from "../../../fakes/open-handlers.ts";
import { type Sandbox, startSandbox } from "../../../sandbox/sandbox.ts";

let sandbox: Sandbox;
let desk: Awaited<ReturnType<typeof openHandlers>>;
beforeAll(async () => {
  sandbox = await startSandbox();
  desk = await openHandlers(sandbox, { organisations: [ownOrganisation("o", "organizations")] });
});
afterAll(async () => {
  await desk.close();
  await sandbox.close();
});

test("times are read from words", async () => {
  const reading = await desk.handlers.readPhrase({
    text: "tomorrow 14:30 for 45 min",
    field: "when",
  });
  expect(reading).toMatchObject({
    value: { kind: "read", start: { time: "14:30" }, end: { time: "15:15" }, hint: null },
  });
  const text = "Design review tomorrow 14:30";
  expect(await desk.handlers.readPhrase({ text, field: "subject" })).toMatchObject({
    value: { kind: "read", from: 14, to: text.length },
  });
  expect(await desk.handlers.readPhrase({ text, field: "when" })).toMatchObject({
    value: { kind: "not-understood" },
  });
  expect(await desk.handlers.readPhrase({ text: "asap-ish", field: "when" })).toMatchObject({
    value: { kind: "not-understood", unclearZone: null },
  });
  expect(await desk.handlers.readPhrase({ text: "15:00 ist", field: "when" })).toMatchObject({
    value: { kind: "not-understood", unclearZone: "ist" },
  });
  expect(
    await desk.handlers.readPhrase({ text: "28 mar 2027 02:30", field: "when" }),
  ).toMatchObject({
    value: { kind: "problem", problem: { kind: "does-not-exist", after: "03:30" } },
  });
});

test("the computer's languages are read besides the app's", async () => {
  const preferredLanguages = ["en-GB", "fr-FR"];
  const french = await openHandlers(sandbox, { preferredLanguages });
  const question = { text: "demain 14h30", field: "when" } as const;
  expect(await french.handlers.readPhrase(question)).toMatchObject({
    value: { kind: "read", start: { time: "14:30" } },
  });
  expect(await desk.handlers.readPhrase(question)).toMatchObject({
    value: { kind: "not-understood" },
  });
  await french.close();
});

test("what else the words may mean is told", async () => {
  expect(await desk.handlers.readPhrase({ text: "1 hour", field: "when" })).toMatchObject({
    value: { kind: "read", hint: { kind: "also-means" } },
  });
});

test("zones are found by city", async () => {
  const found = await desk.handlers.searchZones({ text: "los ang" });
  expect(found).toMatchObject({ value: [{ id: "America/Los_Angeles", city: "Los Angeles" }] });
});
