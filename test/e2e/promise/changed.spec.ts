import {
  expectCard,
  formButton,
  inviteTo,
  openForm,
  pressUntilCopied,
  typeInto,
} from "./by-hand.ts";
import { expect, test } from "../desk.ts";
import type { Seat } from "../seat.ts";
import { hasten } from "./hasten.ts";

/** Sent from the form, made, and the answer lost. */
async function loseLink(seat: Seat, subject: string): Promise<void> {
  const { app, page, sandbox } = seat;
  await hasten(app);
  await openForm(page, subject);
  sandbox.faults.add({ on: "createOrGet", kind: "reset", when: "after", times: "always" });
  await formButton(page, "Create and copy link").click();
  await expectCard(page, { title: "We couldn't confirm the meeting" });
  sandbox.faults.clear();
}

async function loseEvent(seat: Seat, subject: string, guest: string): Promise<void> {
  const { app, page, sandbox } = seat;
  await hasten(app);
  await openForm(page, subject);
  await inviteTo(seat, guest);
  sandbox.faults.add({ on: "createEvent", kind: "reset", when: "after", times: "always" });
  sandbox.faults.add({ on: "listEvents", kind: "status", status: 503, times: "always" });
  await formButton(page, "Create and send 1 invite").click();
  await expectCard(page, { title: "We couldn't confirm the event" });
  sandbox.faults.clear();
}

const changes = "What you sent before is changed to this. No second meeting is made.";
const living = (all: readonly { readonly deletedAt: number | null }[]) =>
  all.filter(({ deletedAt }) => deletedAt === null);

test("a link, changed after its answer was lost, is the one meeting with what the form says now", async ({
  seat,
}) => {
  const { app, page } = seat;
  await loseLink(seat, "Draft one");
  await typeInto(page, page.getByLabel("Subject"), "Draft two");
  await typeInto(page, page.locator("#start-time"), "23:15");
  await page.getByRole("button", { name: "15 min" }).click();
  await expect(page.locator("footer")).toContainText(changes);
  await pressUntilCopied(page, formButton(page, "Create and copy link"));
  const made = seat.meetings();
  expect(made).toMatchObject([{ subject: "Draft two", deletedAt: null }]);
  const [start, end] = [made[0]?.startDateTime ?? "", made[0]?.endDateTime ?? ""].map(Date.parse);
  expect((end ?? 0) - (start ?? 0)).toBe(15 * 60_000);
  expect(await app.clipboardText()).toBe(made[0]?.joinWebUrl);
});

test("an event, changed after its answer was lost, is the one event; those it names are invited once", async ({
  seat,
}) => {
  const { app, page, sandbox } = seat;
  const before = sandbox.events().length;
  await loseEvent(seat, "Draft one", "zoe@contoso.com");
  await typeInto(page, page.getByLabel("Subject"), "Draft two");
  await inviteTo(seat, "adele@contoso.com");
  await expect(page.locator("footer")).toContainText(changes);
  await pressUntilCopied(page, formButton(page, "Create and send 2 invites"));
  const made = sandbox.events().slice(before);
  expect(made).toMatchObject([
    { subject: "Draft two", attendees: ["zoe@contoso.com", "adele@contoso.com"], deletedAt: null },
  ]);
  expect(seat.meetings()).toHaveLength(1);
  expect(await app.clipboardText()).toBe(made[0]?.joinWebUrl);
});

test("a link that became an event in the form: the link ends first, and one event is there", async ({
  seat,
}) => {
  const { app, page, sandbox } = seat;
  const before = sandbox.events().length;
  await loseLink(seat, "Only a link");
  const [lost] = seat.meetings();
  await inviteTo(seat, "zoe@contoso.com");
  await expect(page.locator("footer")).toContainText(changes);
  await pressUntilCopied(page, formButton(page, "Create and send 1 invite"));
  expect(seat.meetings().find(({ id }) => id === lost?.id)?.deletedAt).not.toBeNull();
  expect(living(seat.meetings())).toHaveLength(1);
  const made = sandbox.events().slice(before);
  expect(made).toMatchObject([{ attendees: ["zoe@contoso.com"], deletedAt: null }]);
  expect(await app.clipboardText()).toBe(made[0]?.joinWebUrl);
});

test("an event that became a link in the form: it is cancelled, and one link is there", async ({
  seat,
}) => {
  const { app, page, sandbox } = seat;
  const before = sandbox.events().length;
  await loseEvent(seat, "With a guest", "zoe@contoso.com");
  await page.getByText("Link only", { exact: true }).click();
  await expect(page.locator("footer")).toContainText(changes);
  await pressUntilCopied(page, formButton(page, "Create and copy link"));
  expect(sandbox.events().slice(before)).toMatchObject([{ deletedAt: expect.any(Number) }]);
  const made = living(seat.meetings());
  expect(made).toMatchObject([{ subject: "With a guest" }]);
  expect(await app.clipboardText()).toBe(Reflect.get(made[0] ?? {}, "joinWebUrl"));
});
