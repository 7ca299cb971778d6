import { expect, test } from "./desk.ts";
import { inviteTo, openForm } from "./promise/by-hand.ts";

const strangers = Array.from({ length: 6 }, (_, n) => `guest${n}@fabrikam.example`);

test("inviting strangers is asked about outside the window; a no sends nothing, a yes does", async ({
  desk,
}) => {
  const started = await desk.startSignedIn();
  const { app, page } = started;
  const invited = () => desk.sandbox.events().flatMap(({ attendees }) => attendees);
  await openForm(page, "Tender");
  await inviteTo(started, ...strangers);
  const send = page.getByRole("button", { name: /^Create and/u });
  await send.click();
  await expect.poll(async () => (await app.questions()).length).toBe(1);
  const [question] = await app.questions();
  expect(question?.message).toBe("Send invitations to 6 people?");
  expect(question?.detail).toContain("6 of them are not at contoso.com: guest0@fabrikam.example");
  expect(question?.buttons).toEqual(["Send", "Cancel"]);
  // The form is as it was.
  await expect(send).toBeEnabled();
  await expect(page.getByLabel("Subject")).toHaveValue("Tender");
  expect(invited()).toEqual([]);

  await app.willSay("Send");
  await send.click();
  await expect.poll(() => invited().length).toBe(strangers.length);
  expect(await app.questions()).toHaveLength(2);
});

test("a colleague or two are nobody's question", async ({ desk }) => {
  const started = await desk.startSignedIn();
  const { app, page } = started;
  await openForm(page, "Design review");
  await inviteTo(started, "zoe@contoso.com", "guest@fabrikam.example");
  await page.getByRole("button", { name: /^Create and/u }).click();
  await expect.poll(() => desk.sandbox.events().length).toBe(1);
  expect(await app.questions()).toEqual([]);
});
