import { expectCard, formButton, inviteTo, openForm, pressUntilCopied } from "./by-hand.ts";
import { creations, expect, test } from "../desk.ts";
import type { Seat } from "../seat.ts";
import { hasten } from "./hasten.ts";

/** The meeting was made each time, and the app never heard of it. */
const lost = {
  "answered with 500": { kind: "status", status: 500, when: "after", times: "always" },
  "answered with wrong JSON": { kind: "empty-object", status: 200, when: "after", times: "always" },
  "answered by nobody": { kind: "reset", when: "after", times: "always" },
} as const;

const maybe = ["There may be a meeting.", "Your clipboard is unchanged."];

/** The form is done with: on Home a new one can be begun. */
const expectDone = async ({ page }: Seat) =>
  expect(page.getByRole("button", { name: "Schedule", exact: true })).toBeVisible();

for (const [name, fault] of Object.entries(lost))
  test(`a link that was made, and ${name}: the form's button finds it`, async ({ seat }) => {
    const { app, page, sandbox } = seat;
    await hasten(app);
    await openForm(page, "Northwind review");
    sandbox.faults.add({ on: "createOrGet", ...fault });
    await formButton(page, "Create and copy link").click();
    await expectCard(page, { title: "We couldn't confirm the meeting", says: maybe });
    expect(seat.meetings()).toHaveLength(1);
    expect(await app.clipboardText()).toBe("");
    // Microsoft is as it was: pressed again, nothing else comes of it.
    await formButton(page, "Check now").click();
    await expect(formButton(page, "Check now")).toBeEnabled();
    await expectCard(page, { title: "We couldn't confirm the meeting", says: maybe });

    sandbox.faults.clear();
    await pressUntilCopied(page, formButton(page, "Check now"));
    const made = seat.meetings();
    expect(made).toMatchObject([{ subject: "Northwind review", deletedAt: null }]);
    expect(await app.clipboardText()).toBe(made[0]?.joinWebUrl);
    expect(new Set(creations(sandbox).map(({ externalId }) => externalId)).size).toBe(1);
    await expectDone(seat);
  });

for (const [name, fault] of Object.entries(lost))
  test(`an event that was made, and ${name}: nobody is invited twice`, async ({ seat }) => {
    const { app, page, sandbox } = seat;
    await hasten(app);
    const before = sandbox.events().length;
    await openForm(page, "Northwind review");
    await inviteTo(seat, "zoe@contoso.com");
    sandbox.faults.add({ on: "createEvent", ...fault });
    // It cannot be looked for either.
    sandbox.faults.add({ on: "listEvents", kind: "status", status: 503, times: "always" });
    await formButton(page, "Create and send 1 invite").click();
    await expectCard(page, {
      title: "We couldn't confirm the event",
      says: [...maybe, "Invitations may have gone out."],
    });
    expect(sandbox.events().slice(before)).toHaveLength(1);
    expect(await app.clipboardText()).toBe("");

    sandbox.faults.clear();
    await pressUntilCopied(page, formButton(page, "Check now"));
    const made = sandbox.events().slice(before);
    expect(made).toMatchObject([{ attendees: ["zoe@contoso.com"], deletedAt: null }]);
    expect(seat.meetings()).toHaveLength(1);
    expect(await app.clipboardText()).toBe(made[0]?.joinWebUrl);
    // Whoever was invited heard of it once.
    const told = sandbox.requests().filter(({ operation }) => operation === "updateEvent");
    expect(told).toEqual([]);
    await expectDone(seat);
  });
