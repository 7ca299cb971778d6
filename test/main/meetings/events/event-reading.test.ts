import { expect, test } from "vitest";

import type { EventDraft } from "../../../../main/contract/event-draft.ts";
import { contentOf, eventProblems } from "../../../../main/meetings/events/event-reading.ts";
import { plainEvent } from "../../../fakes/event-draft.ts";

const berlin = "Europe/Berlin";
/** A Saturday, in Berlin already the day after that of UTC. */
const startAt = Date.parse("2026-11-27T23:30:00Z");
const draft = (changes: Partial<EventDraft> = {}): EventDraft => ({
  ...plainEvent,
  ...changes,
});
const repeating = (every: "day" | "weekday", until: string | null, count: number | null = null) =>
  eventProblems(draft({ recurrence: { every, until, count } }), startAt, berlin)?.recurrence ??
  null;

test.each([
  ["day", "2026-11-27", "until-before-start"],
  ["day", "2026-11-28", null],
  // Weekdays that are asked for on a Saturday begin on Monday.
  ["weekday", "2026-11-29", "until-before-start"],
  ["weekday", "2026-11-30", null],
  ["day", "", "until-missing"],
  ["day", "2026-02-30", "until-missing"],
] as const)("every %s until %s: %s", (every, until, problem) => {
  expect(repeating(every, until)).toBe(problem);
});

test.each([
  [0, "count-out-of-range"],
  [1, null],
  [999, null],
  [1_000, "count-out-of-range"],
])("%i times: %s", (count, problem) => {
  expect(repeating("day", null, count)).toBe(problem);
});

test("nothing is wrong with a day while the start cannot be told", () => {
  const recurrence = { every: "day", until: "2020-01-01", count: null } as const;
  expect(eventProblems(draft({ recurrence }), null, berlin)).toBeNull();
});

test("each address is invited once, as Graph takes it", () => {
  const invitees = [
    { address: " Zoe@CONTOSO.com ", name: "Zoë" },
    { address: "zoe@contoso.com", name: null },
    { address: "lee@fabrikam.example", name: null },
  ];
  expect(eventProblems(draft({ invitees }), startAt, berlin)).toBeNull();
  expect(contentOf(draft({ invitees, message: "  \n" }), berlin)).toMatchObject({
    invitees: [{ address: "Zoe@contoso.com", name: "Zoë" }, { address: "lee@fabrikam.example" }],
    message: "",
  });
});
