import { beforeEach, describe, expect, test } from "vitest";

import { openHandlers, ownOrganisation } from "../../../fakes/open-handlers.ts";
import type { PersonaId } from "../../../sandbox/personas.ts";
import { runningSandbox } from "../../../fakes/running-sandbox.ts";
import { eventDraft } from "../../../fakes/event-draft.ts";

const sandbox = runningSandbox();
beforeEach(() => {
  for (const persona of ["alex", "extra-consent"] as const) {
    sandbox().withdrawApproval(persona);
    sandbox().emptyCalendar(persona);
  }
});

const organisations = [ownOrganisation("contoso", "organizations")];
const done = { ok: true, value: undefined };

async function openAs(persona: PersonaId) {
  const desk = await openHandlers(sandbox(), { organisations });
  const add = async (who: PersonaId) => {
    desk.person.choice = { persona: who };
    await desk.handlers.addAccount({ organisationId: "contoso" });
  };
  await add(persona);
  const scopes = () =>
    (new URL(desk.opened.at(-1) ?? "").searchParams.get("scope") ?? "").split(" ");
  return { ...desk, add, scopes, isAllowed: () => desk.state().calendarAllowed };
}

describe("the permission for events", () => {
  test("is looked for without asking, asked for once, and lets the failed event be made", async () => {
    const desk = await openAs("extra-consent");
    const { length } = desk.opened;
    expect(await desk.handlers.checkCalendar()).toEqual(done);
    expect(desk.isAllowed()).toBe(false);
    expect(
      await desk.handlers.schedule({ ...eventDraft, draftId: crypto.randomUUID() }),
    ).toMatchObject({
      error: { kind: "calendar-not-allowed" },
    });
    expect(desk.state().session.kind).toBe("signed-in");
    expect(desk.opened).toHaveLength(length);
    expect(await desk.handlers.allowCalendar()).toEqual(done);
    expect(desk.scopes()).toContain("Calendars.ReadWrite");
    expect(desk.scopes()).not.toContain("People.Read");
    expect(desk.isAllowed()).toBe(true);
    expect(await desk.handlers.retryCreation()).toMatchObject({ value: { kind: "event" } });
    expect(
      sandbox()
        .events()
        .filter(({ deletedAt }) => deletedAt === null),
    ).toHaveLength(1);
    await desk.handlers.allowCalendar();
    expect(desk.opened).toHaveLength(length + 1);
    await desk.close();
  });

  test("is each account's own", async () => {
    const desk = await openAs("alex");
    await desk.handlers.allowCalendar();
    expect(desk.isAllowed()).toBe(true);
    await desk.add("megan");
    expect(desk.isAllowed()).toBe(false);
    await desk.handlers.chooseAccount({ accountId: desk.idOf("Alex") });
    expect(desk.isAllowed()).toBe(true);
    await desk.close();
  });

  test("is not known of whoever signed out, until it is looked for anew", async () => {
    const desk = await openAs("alex");
    await desk.handlers.allowCalendar();
    expect(desk.isAllowed()).toBe(true);
    await desk.handlers.signOut({ accountId: desk.idOf("Alex"), atMicrosoft: false });
    await desk.add("alex");
    expect([desk.state().session.kind, desk.isAllowed()]).toEqual(["signed-in", false]);
    await desk.close();
  });

  test("that was taken back is not shown as given", async () => {
    const desk = await openAs("extra-consent");
    await desk.handlers.allowCalendar();
    sandbox().withdrawApproval("extra-consent");
    sandbox().expireAccessTokens();
    expect(
      await desk.handlers.schedule({ ...eventDraft, draftId: crypto.randomUUID() }),
    ).toMatchObject({
      error: { kind: "calendar-not-allowed" },
    });
    expect(desk.isAllowed()).toBe(false);
    await desk.close();
  });

  test("that an administrator must give is asked for by its name", async () => {
    const desk = await openAs("extra-approval");
    expect((await desk.handlers.allowCalendar()).ok).toBe(false);
    const { signIn } = desk.state();
    const body = signIn.kind === "failed" ? signIn.adminMessage?.body : "";
    expect(body).toContain("- Calendars.ReadWrite: create, change and cancel calendar events");
    await desk.handlers.openApprovalPage();
    expect(desk.scopes().map((scope) => scope.split("/").at(-1))).toContain("Calendars.ReadWrite");
    expect(desk.state().session.kind).toBe("signed-in");
    await desk.close();
  });

  test("that cannot be looked for is not said to be missing", async () => {
    const desk = await openAs("extra-consent");
    sandbox().faults.add({ on: "token", kind: "reset", times: "always" });
    expect((await desk.handlers.checkCalendar()).ok).toBe(false);
    await desk.close();
  });
});

describe("people", () => {
  test("are suggested once that is allowed", async () => {
    const desk = await openAs("extra-consent");
    expect(await desk.handlers.searchPeople({ text: "zoe" })).toMatchObject({
      error: { kind: "sign-in-refused", reason: "approval-needed" },
    });
    expect(desk.state().session.kind).toBe("signed-in");
    expect(await desk.handlers.allowPeople()).toEqual(done);
    expect(desk.scopes()).toContain("People.Read");
    expect(desk.scopes()).not.toContain("Calendars.ReadWrite");
    expect(await desk.handlers.searchPeople({ text: "zoe" })).toEqual({
      ok: true,
      value: [{ name: "Zoë Brontë-Ångström", address: "zoe@contoso.com" }],
    });
    await desk.close();
  });

  test("only the last search is answered", async () => {
    const desk = await openAs("alex");
    await desk.handlers.allowPeople();
    const [first, last] = await Promise.all([
      desk.handlers.searchPeople({ text: "z" }),
      desk.handlers.searchPeople({ text: "zoe" }),
    ]);
    expect(first).toMatchObject({ error: { kind: "cancelled" } });
    expect(last).toMatchObject({ value: [{ address: "zoe@contoso.com" }] });
    await desk.close();
  });

  test("typed or pasted are taken apart, what is no address is given back", async () => {
    const desk = await openAs("alex");
    const text = "Vance, Adele <adele@contoso.com>; zoe@contoso.com\nnobody";
    expect(await desk.handlers.checkInvitees({ text })).toEqual({
      ok: true,
      value: {
        people: [
          { name: "Vance, Adele", address: "adele@contoso.com" },
          { name: null, address: "zoe@contoso.com" },
        ],
        rejected: ["nobody"],
      },
    });
    await desk.close();
  });
});
