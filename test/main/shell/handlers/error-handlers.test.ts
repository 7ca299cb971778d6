import { describe, expect, test } from "vitest";

import { approvalAddress, mailAddress } from "../../../../main/auth/sign-in/admin-message.ts";
import { errorPlaces, fail, ok } from "../../../../main/contract/errors.ts";
import { openHandlers, ownOrganisation } from "../../../fakes/open-handlers.ts";
import { homeTenantId, type PersonaId } from "../../../sandbox/personas.ts";
import { runningSandbox } from "../../../fakes/running-sandbox.ts";

const sandbox = runningSandbox();

const contoso = ownOrganisation("contoso", homeTenantId);
const other = ownOrganisation("other", "organizations");

/** After one sign-in of this person at Contoso. */
async function open(persona: PersonaId) {
  const desk = await openHandlers(sandbox(), { organisations: [other, contoso] });
  desk.person.choice = { persona };
  await desk.handlers.addAccount({ organisationId: "contoso" });
  return desk;
}

describe("where an administrator must approve", () => {
  test("the message can be copied and mailed, just as it is shown", async () => {
    const { handlers, state, platform, opened, close } = await open("needs-approval");
    const { signIn } = state();
    const ready = signIn.kind === "failed" ? signIn.adminMessage : null;
    if (!ready) throw new Error("no message");
    expect(ready.body).toMatch(/^Correlation ID: [\w-]{8,}$/mu);
    expect(ready.body).toContain(`Tenant: ${homeTenantId}`);
    expect(await handlers.copyAdminMessage()).toEqual(ok(undefined));
    expect(platform.clipboard.text).toBe(`${ready.subject}\n\n${ready.body}`);
    expect(await handlers.mailAdminMessage()).toEqual(ok(undefined));
    expect(opened.at(-1)).toBe(mailAddress(ready));
    await close();
  });

  test("the page to approve on is that of the organisation that refused", async () => {
    const { handlers, workspace, opened, person, close } = await open("needs-approval");
    expect(await handlers.openApprovalPage()).toEqual(ok(undefined));
    const descriptor = workspace.descriptor("contoso");
    expect(opened.at(-1)).toBe(descriptor && approvalAddress(descriptor));
    expect(opened.at(-1)).toContain(`/${homeTenantId}/v2.0/adminconsent?`);
    person.opens = false;
    expect(await handlers.openApprovalPage()).toEqual(fail({ kind: "browser-not-opened" }));
    await close();
  });
});

describe("without such a refusal", () => {
  test("there is no message to send", async () => {
    const { handlers, platform, opened, close } = await open("blocked");
    const pages = opened.length;
    expect(await handlers.copyAdminMessage()).toEqual(fail({ kind: "not-set-up" }));
    expect(await handlers.mailAdminMessage()).toEqual(fail({ kind: "not-set-up" }));
    expect(platform.clipboard.text).toBe("");
    expect(opened).toHaveLength(pages);
    await close();
  });

  test("and no sign-in before, no page opens", async () => {
    const { handlers, opened, close } = await openHandlers(sandbox(), { organisations: [contoso] });
    expect(await handlers.openApprovalPage()).toEqual(fail({ kind: "not-set-up" }));
    expect(opened).toEqual([]);
    await close();
  });
});

describe("details to copy", () => {
  const nothing = fail({ kind: "unknown-meeting" });

  test("of a refused sign-in hold its codes, and nobody's name", async () => {
    const { handlers, platform, close } = await open("blocked");
    expect(await handlers.copyErrorDetails({ of: "signIn" })).toEqual(ok(undefined));
    const { text } = platform.clipboard;
    expect(text).toContain("Kind: sign-in-refused: blocked-by-policy");
    expect(text).toContain("Code: AADSTS53003");
    expect(text).toMatch(/^Request id: [\w-]{8,}$/mu);
    expect(text).toContain("App: Quick Meeting 1.2.3");
    expect(text).toContain("System: linux");
    expect(text).not.toMatch(/error\.|bruno|contoso\.com/iu);
    await close();
  });

  test("of a session that ended, and of a meeting that was refused, are of just that", async () => {
    const { handlers, platform, workspace, idOf, close } = await open("nolicence");
    expect(await handlers.copyErrorDetails({ of: "creation" })).toEqual(nothing);
    await handlers.meetNow({ again: true });
    expect(await handlers.copyErrorDetails({ of: "creation" })).toEqual(ok(undefined));
    expect(platform.clipboard.text).toContain("Kind: not-allowed");
    expect(platform.clipboard.text).toContain("HTTP status: 403");
    expect(await handlers.copyErrorDetails({ of: "session" })).toEqual(nothing);
    workspace.session.markExpired(idOf("Noah"), {
      kind: "sign-in-again",
      reason: "session-ended",
      trace: null,
    });
    await handlers.copyErrorDetails({ of: "session" });
    expect(platform.clipboard.text).toContain("Kind: sign-in-again: session-ended");
    await close();
  });

  test("of a calendar that could not be read are of that, without anything of it", async () => {
    const { handlers, platform, state, close } = await open("megan");
    sandbox().faults.add({ kind: "status", on: "listCalendarView", status: 403, times: "always" });
    await handlers.showUpcoming();
    await expect.poll(() => state().upcoming.kind).toBe("failed");
    expect(await handlers.copyErrorDetails({ of: "upcoming" })).toEqual(ok(undefined));
    const { text } = platform.clipboard;
    expect(text).toContain("Kind: not-allowed\nCode: ");
    expect(text).toContain("HTTP status: 403");
    expect(text).not.toMatch(/megan|contoso|https:/iu);
    sandbox().faults.clear();
    await close();
  });

  test("where nothing failed there are none, and the clipboard stays", async () => {
    const { handlers, platform, close } = await open("megan");
    for (const of of errorPlaces) expect(await handlers.copyErrorDetails({ of })).toEqual(nothing);
    expect(platform.clipboard.text).toBe("");
    await close();
  });
});

test("who has a personal account is led to their own Teams", async () => {
  const { handlers, state, opened, close } = await open("personal");
  expect(state().signIn).toMatchObject({ error: { kind: "personal-account" } });
  expect(await handlers.openPersonalTeams()).toEqual(ok(undefined));
  expect(opened.at(-1)).toBe("personal Teams");
  await close();
});
