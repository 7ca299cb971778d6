import { beforeEach, describe, expect, test } from "vitest";

import { approvalAddress } from "../../../main/auth/sign-in/admin-message.ts";
import { everyPermission, scopesFor } from "../../../main/auth/permissions.ts";
import { ok } from "../../../main/contract/errors.ts";
import { openHandlers, ownOrganisation } from "../../fakes/open-handlers.ts";
import { homeTenantId } from "../../sandbox/personas.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";

/** As most organisations are: an admin approves for everybody, and people nothing but their own name. */
let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
  return () => sandbox.close();
});

const persona = "policy-2026";
const contoso = ownOrganisation("contoso", homeTenantId);

async function open() {
  const desk = await openHandlers(sandbox, { organisations: [contoso] });
  desk.person.choice = { persona };
  /** The one mail to the admin: its text. */
  async function mail(): Promise<string> {
    expect(desk.state().signIn).toMatchObject({
      kind: "failed",
      error: { reason: "admin-approval-needed" },
    });
    expect(await desk.handlers.mailAdminMessage()).toEqual(ok(undefined));
    const { protocol, searchParams } = new URL(desk.opened.at(-1) ?? "");
    expect(protocol).toBe("mailto:");
    return searchParams.get("body") ?? "";
  }
  /** All five are named, and the one link grants them. The sample organisation's name is known to nobody else. */
  async function approveBy(body: string): Promise<void> {
    const descriptor = desk.workspace.descriptor("contoso");
    if (!descriptor) throw new Error("no organisation");
    for (const scope of scopesFor(descriptor, everyPermission))
      expect(body).toContain(`- ${scope.split("/").at(-1)}: `);
    const links = body.match(/https?:\/\/\S+\/adminconsent\S*/gu) ?? [];
    expect(links).toEqual([approvalAddress(descriptor)]);
    const { pathname, search } = new URL(links[0] ?? "");
    const address = `${sandbox.baseUrl}${pathname}${search}`;
    expect((await fetch(address, { method: "POST" })).status).toBe(200);
  }
  const pages = () => desk.opened.filter((url) => url.includes("/authorize")).length;
  return { ...desk, mail, approveBy, pages };
}

test("somebody new asks once, and is in with all five when it was approved", async () => {
  const desk = await open();
  await desk.handlers.addAccount({ organisationId: "contoso" });
  await desk.approveBy(await desk.mail());
  expect(await desk.handlers.retrySignIn({ asSomebodyElse: false })).toEqual(ok(undefined));
  expect(await desk.handlers.meetNow({ again: true })).toMatchObject({ ok: true });
  const before = desk.pages();
  expect(await desk.handlers.allowCalendar()).toEqual(ok(undefined));
  expect(await desk.handlers.changeSettings({ showUpcoming: true })).toEqual(ok(undefined));
  expect(desk.pages()).toBe(before);
  await desk.close();
});

describe("who approved it before the policy came", () => {
  test("waits for the calendar, which comes by itself once it was approved", async () => {
    sandbox.rememberApproval(persona);
    const desk = await open();
    expect(await desk.handlers.addAccount({ organisationId: "contoso" })).toEqual(ok(undefined));
    expect(await desk.handlers.allowCalendar()).toMatchObject({ ok: false });
    await desk.approveBy(await desk.mail());
    await desk.workspace.approvedLater();
    expect(desk.state()).toMatchObject({ signIn: { kind: "idle" }, calendarAllowed: true });
    await desk.close();
  });

  test("is not let in by a token from before, which says nothing of what is approved", async () => {
    sandbox.rememberApproval(persona);
    const desk = await open();
    expect(await desk.handlers.addAccount({ organisationId: "contoso" })).toEqual(ok(undefined));
    sandbox.withdrawApproval(persona);
    await desk.handlers.signIn({ accountId: null });
    await desk.workspace.approvedLater();
    expect(desk.state().signIn).toMatchObject({ kind: "failed" });
    await desk.close();
  });

  test("presses, is asked to sign in again, and gets the link without another press", async () => {
    sandbox.rememberApproval(persona);
    const desk = await open();
    expect(await desk.handlers.addAccount({ organisationId: "contoso" })).toEqual(ok(undefined));
    // The organisation took back what its people had approved for themselves.
    sandbox.withdrawApproval(persona);
    sandbox.expireAccessTokens();
    expect(await desk.handlers.meetNow({ again: true })).toMatchObject({ ok: false });
    expect(desk.state().creation).toMatchObject({
      kind: "failed",
      error: { kind: "sign-in-again" },
    });
    await desk.handlers.signIn({ accountId: null });
    await desk.approveBy(await desk.mail());
    await desk.workspace.approvedLater();
    await expect.poll(() => desk.state().creation.kind, { interval: 5 }).toBe("created");
    expect(desk.state()).toMatchObject({ signIn: { kind: "idle" }, creation: { copied: true } });
    expect(sandbox.meetings()).toHaveLength(1);
    await desk.close();
  });
});
