import { expect, test } from "vitest";

import { readEventDetails } from "../../../main/graph/event-details.ts";
import { textAbove } from "../../../main/graph/event-body.ts";
import { readRecurrence } from "../../../main/graph/event-recurrence.ts";

const zoe = { emailAddress: { name: "Zoë", address: "zoe@contoso.com" }, type: "optional" };
const event = {
  id: "event",
  attendees: [zoe],
  recurrence: null,
  isReminderOn: true,
  reminderMinutesBeforeStart: 10,
};
const trace = {
  status: 200,
  code: null,
  requestId: null,
  clientRequestId: "ours",
  attempts: 1,
  at: "",
};
const reading = (body: unknown, withText = false) =>
  readEventDetails(async () => ({ ok: true, value: { status: 200, body, trace } }), "event", {
    withText,
  });

test("an event is read with everybody's part in it", async () => {
  expect(await reading(event)).toEqual({
    ok: true,
    value: {
      attendees: [{ name: "Zoë", address: "zoe@contoso.com", type: "optional" }],
      recurrence: null,
      reminderMinutes: 10,
      html: null,
    },
  });
  expect(await reading({ ...event, isReminderOn: false })).toMatchObject({
    value: { reminderMinutes: null },
  });
});

test.each([
  ["nothing", undefined],
  ["no attendees", { ...event, attendees: null }],
  ["somebody without an address", { ...event, attendees: [zoe, { emailAddress: {} }] }],
  [
    "an address with a second in it",
    { ...event, attendees: [{ emailAddress: { address: "a@b,c@d" } }] },
  ],
  ["a recurrence that is none", { ...event, recurrence: { pattern: 7 } }],
  ["a thousand people", { ...event, attendees: Array.from({ length: 1_000 }, () => zoe) }],
])("an answer with %s is none: nobody is uninvited by mistake", async (_what, body) => {
  expect(await reading(body)).toMatchObject({ error: { kind: "answer-unreadable" } });
});

test("without the text that was asked for there is nothing to put anything above", async () => {
  expect((await reading(event, true)).ok).toBe(false);
  const body = { contentType: "html", content: "<p>Agenda</p>" };
  expect(await reading({ ...event, body }, true)).toMatchObject({ value: { html: body.content } });
});

test.each([
  ["<p>old</p>", "<div>1 &lt; 2</div><br><p>old</p>"],
  [
    '<html><BODY dir="ltr"><p>old</p></BODY></html>',
    '<html><BODY dir="ltr"><div>1 &lt; 2</div><br><p>old</p></BODY></html>',
  ],
])("a text above %s", (html, whole) => {
  expect(textAbove("1 < 2", html)).toBe(whole);
});

const noEnd = { type: "noEnd", startDate: "2027-03-01" };
test.each([
  [{ type: "daily", interval: 1 }, "day"],
  [{ type: "weekly", interval: 1, daysOfWeek: ["Tuesday"] }, "week"],
  [
    {
      type: "weekly",
      interval: 1,
      daysOfWeek: ["friday", "monday", "tuesday", "wednesday", "thursday"],
    },
    "weekday",
  ],
  [{ type: "absoluteMonthly", interval: 1, dayOfMonth: 3 }, "month"],
  [{ type: "absoluteMonthly", interval: 3, dayOfMonth: 3 }, "other"],
  [{ type: "relativeMonthly", interval: 1, index: "first", daysOfWeek: ["monday"] }, "other"],
  [{ type: "absoluteYearly", interval: 1, month: 3, dayOfMonth: 1 }, "other"],
])("%j is every %s", (pattern, every) => {
  expect(readRecurrence({ pattern, range: noEnd })).toMatchObject({ every });
});

test.each([null, undefined, 7, {}, { pattern: {} }, { pattern: { type: { a: 1 } }, range: noEnd }])(
  "%j is no recurrence",
  (raw) => {
    expect(readRecurrence(raw)).toBeNull();
  },
);
