import { beforeEach, describe, expect, test } from "vitest";

import { openHandlers, ownOrganisation } from "../../fakes/open-handlers.ts";
import { runningSandbox } from "../../fakes/running-sandbox.ts";

const sandbox = runningSandbox();
beforeEach(() => {
  sandbox().withdrawApproval("extra-consent");
});

/** Dana is asked apart for everything of the calendar. */
async function openAsDana() {
  const desk = await openHandlers(sandbox(), {
    organisations: [ownOrganisation("contoso", "organizations")],
  });
  const answer = (consent: boolean) => {
    desk.person.choice = { persona: "extra-consent", consent };
  };
  answer(true);
  await desk.handlers.addAccount({ organisationId: "contoso" });
  const isOn = () => desk.settings.settings().showUpcoming;
  return { ...desk, answer, isOn, shown: () => desk.state().upcoming.kind };
}

describe("a calendar that was wanted", () => {
  test("is shown after all, where the person declined first and then tries again", async () => {
    const desk = await openAsDana();
    desk.answer(false);
    expect((await desk.handlers.showUpcoming()).ok).toBe(false);
    expect([desk.isOn(), desk.shown()]).toEqual([false, "off"]);
    expect(desk.state().signIn.kind).toBe("failed");
    desk.answer(true);
    expect(await desk.handlers.retrySignIn({ asSomebodyElse: false })).toMatchObject({ ok: true });
    expect(desk.isOn()).toBe(true);
    await expect.poll(desk.shown).toBe("shown");
    await desk.close();
  });

  test("is not wanted any more once the failure was put away", async () => {
    const desk = await openAsDana();
    desk.answer(false);
    await desk.handlers.showUpcoming();
    await desk.handlers.dismissSignIn();
    desk.answer(true);
    const { account } = desk.state().accounts[0] ?? {};
    await desk.handlers.signIn({ accountId: account?.id ?? "" });
    expect(desk.state().signIn.kind).toBe("idle");
    expect([desk.isOn(), desk.shown()]).toEqual([false, "off"]);
    await desk.close();
  });

  test("is no part of a permission for something else", async () => {
    const desk = await openAsDana();
    desk.answer(false);
    expect((await desk.handlers.allowCalendar()).ok).toBe(false);
    desk.answer(true);
    await desk.handlers.retrySignIn({ asSomebodyElse: false });
    expect(desk.state().calendarAllowed).toBe(true);
    expect([desk.isOn(), desk.shown()]).toEqual([false, "off"]);
    await desk.close();
  });
});

describe("the permission to change the calendar", () => {
  test("is enough to read it: nobody is asked for the smaller one", async () => {
    const desk = await openAsDana();
    expect(await desk.handlers.allowCalendar()).toMatchObject({ ok: true });
    const { length } = desk.opened;
    expect(await desk.handlers.showUpcoming()).toMatchObject({ ok: true });
    expect(desk.opened).toHaveLength(length);
    await expect.poll(desk.shown).toBe("shown");
    await desk.close();
  });

  test("is asked for although reading was allowed, and reading goes on", async () => {
    const desk = await openAsDana();
    await desk.handlers.showUpcoming();
    await expect.poll(desk.shown).toBe("shown");
    const { length } = desk.opened;
    expect(await desk.handlers.allowCalendar()).toMatchObject({ ok: true });
    expect(desk.opened).toHaveLength(length + 1);
    expect(await desk.handlers.refreshUpcoming()).toMatchObject({ ok: true });
    await desk.close();
  });
});
