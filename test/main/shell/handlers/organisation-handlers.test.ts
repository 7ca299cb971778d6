import { describe, expect, test } from "vitest";

import { fail, ok } from "../../../../main/contract/errors.ts";
import { openHandlers, ownOrganisation } from "../../../fakes/open-handlers.ts";
import { fabrikamTenantId, homeTenantId } from "../../../sandbox/personas.ts";
import { runningSandbox } from "../../../fakes/running-sandbox.ts";

const sandbox = runningSandbox();

const contoso = ownOrganisation("contoso", "organizations");
const fabrikam = ownOrganisation("fabrikam", fabrikamTenantId);
const sample = { kind: "sample", id: "sample" } as const;
const draft = ({ id, clientId, tenant, cloud }: ReturnType<typeof ownOrganisation>) => ({
  id,
  clientId,
  tenant,
  cloud,
});

/** Megan is signed in at Contoso, Lee at Fabrikam. */
async function open() {
  const desk = await openHandlers(sandbox(), { organisations: [contoso, fabrikam] });
  desk.person.choice = { persona: "lee" };
  await desk.handlers.addAccount({ organisationId: "fabrikam" });
  desk.person.choice = { persona: "megan" };
  await desk.handlers.addAccount({ organisationId: "contoso" });
  const names = () => desk.state().accounts.map(({ account }) => account.name);
  return { ...desk, names };
}

describe("a new organisation", () => {
  test("gets an id of ours, and is there after a restart; the others stay", async () => {
    const { handlers, state, settings, platform, close } = await openHandlers(sandbox(), {
      organisations: [contoso],
    });
    const typed = { ...draft(fabrikam), id: null };
    expect(await handlers.saveOrganisation(typed)).toEqual(ok(undefined));
    const added = { ...fabrikam, id: "organisation-1" };
    expect(state().organisations).toEqual([contoso, added]);
    expect(settings.organisations()).toEqual([contoso, added]);
    await close();
    const after = await openHandlers(sandbox(), { disk: platform.disk });
    expect(after.state().organisations).toEqual([contoso, added]);
    await after.close();
  });

  test("is kept as it is meant, not as it was typed", async () => {
    const { handlers, state, close } = await openHandlers(sandbox());
    await handlers.saveOrganisation({
      id: null,
      clientId: ` ${contoso.clientId.toUpperCase()}\n`,
      tenant: " Contoso.COM ",
      cloud: "us-l4",
    });
    expect(state().organisations).toEqual([
      { ...contoso, id: "organisation-1", tenant: "contoso.com", cloud: "us-l4" },
    ]);
    await close();
  });

  test("that cannot be one is told field by field, and nothing is kept", async () => {
    const { handlers, state, close } = await openHandlers(sandbox());
    const problems = { clientId: "not-a-guid", tenant: "not-a-tenant" } as const;
    const typed = { id: null, clientId: "x", tenant: "../../y", cloud: "global" } as const;
    expect(await handlers.saveOrganisation(typed)).toEqual(
      fail({ kind: "invalid-organisation", problems }),
    );
    expect(state().organisations).toEqual([]);
    await close();
  });

  test("under an id that is not known is a new one, with an id of ours", async () => {
    const { handlers, state, close } = await openHandlers(sandbox());
    await handlers.saveOrganisation({ ...draft(contoso), id: "../../elsewhere" });
    expect(state().organisations.map(({ id }) => id)).toEqual(["organisation-1"]);
    await close();
  });
});

describe("a change", () => {
  test.each([
    ["client id", { clientId: "00000000-0000-4000-8000-000000000000" }],
    ["tenant", { tenant: homeTenantId }],
    ["cloud", { cloud: "us-l4" as const }],
  ])("of the %s signs out who was signed in there, and nobody else", async (_name, change) => {
    const { handlers, state, tokenFiles, names, close } = await open();
    expect(tokenFiles()).toHaveLength(2);
    const changed = { ...contoso, ...change };
    expect(await handlers.saveOrganisation({ ...draft(contoso), ...change })).toEqual(
      ok(undefined),
    );
    expect(state().organisations).toEqual([changed, fabrikam]);
    expect(names()).toEqual(["Lee Gu"]);
    expect(tokenFiles()).toHaveLength(1);
    expect(state().session).toMatchObject({ kind: "signed-in", account: { name: "Lee Gu" } });
    expect((await handlers.meetNow({ again: true })).ok).toBe(true);
    await close();
  });

  test("that changes nothing signs nobody out", async () => {
    const { handlers, names, state, tokenFiles, close } = await open();
    const typed = { ...draft(contoso), clientId: ` ${contoso.clientId.toUpperCase()}` };
    expect(await handlers.saveOrganisation(typed)).toEqual(ok(undefined));
    expect(names().toSorted()).toEqual(["Lee Gu", "Megan Bowen"]);
    expect(state().session).toMatchObject({ account: { name: "Megan Bowen" } });
    expect(tokenFiles()).toHaveLength(2);
    await close();
  });

  test("that cannot be one leaves everything, and everybody, as they were", async () => {
    const { handlers, state, names, close } = await open();
    await handlers.saveOrganisation({ ...draft(contoso), tenant: "a b" });
    expect(state().organisations).toEqual([contoso, fabrikam]);
    expect(names()).toHaveLength(2);
    await close();
  });
});

describe("an organisation that is removed", () => {
  test("takes its accounts, their tokens and their lists with it, and leaves the others", async () => {
    const { handlers, state, settings, tokenFiles, names, workspace, close } = await open();
    await handlers.meetNow({ again: true });
    expect(await handlers.removeOrganisation({ id: "contoso" })).toEqual(ok(undefined));
    expect(state().organisations).toEqual([fabrikam]);
    expect(settings.organisations()).toEqual([fabrikam]);
    expect(names()).toEqual(["Lee Gu"]);
    expect(tokenFiles()).toHaveLength(1);
    expect(workspace.descriptor("contoso")).toBeNull();
    expect(state().recent).toEqual([]);
    expect(await handlers.addAccount({ organisationId: "contoso" })).toEqual(
      fail({ kind: "not-set-up" }),
    );
    await close();
  });

  test("is removed once; a second time changes nothing", async () => {
    const { handlers, state, names, close } = await open();
    await handlers.removeOrganisation({ id: "contoso" });
    expect(await handlers.removeOrganisation({ id: "contoso" })).toEqual(ok(undefined));
    expect(state().organisations).toEqual([fabrikam]);
    expect(names()).toEqual(["Lee Gu"]);
    await close();
  });
});

describe("the sample organisation", () => {
  test("is added once, beside the others", async () => {
    const organisations = [contoso];
    const desk = await openHandlers(sandbox(), { organisations, sampleAvailable: true });
    expect(await desk.handlers.chooseSampleOrganisation()).toEqual(ok(undefined));
    await desk.handlers.chooseSampleOrganisation();
    expect(desk.state().organisations).toEqual([contoso, sample]);
    expect(desk.workspace.descriptor("sample")).not.toBeNull();
    await desk.close();
  });

  test("is not to be had in a packaged build", async () => {
    const { handlers, state, close } = await openHandlers(sandbox());
    expect(await handlers.chooseSampleOrganisation()).toEqual(fail({ kind: "not-set-up" }));
    expect(state().organisations).toEqual([]);
    await close();
  });
});

describe("a setup file", () => {
  test("is read, and adds nothing; choosing none is no failure", async () => {
    const { handlers, person, state, close } = await openHandlers(sandbox());
    expect(await handlers.openSetUpFile()).toEqual(ok(null));
    person.file = JSON.stringify({ clientId: contoso.clientId, tenant: "contoso.com" });
    expect(await handlers.openSetUpFile()).toEqual(
      ok({ clientId: contoso.clientId, tenant: "contoso.com", cloud: "global" }),
    );
    expect(state().organisations).toEqual([]);
    person.file = "{}";
    expect(await handlers.openSetUpFile()).toEqual(
      fail({ kind: "set-up-file-refused", why: "not-one" }),
    );
    await close();
  });
});

test("what an admin has to do is copied and mailed as it is shown", async () => {
  const { handlers, platform, opened, close } = await openHandlers(sandbox());
  const shown = await handlers.getSetUpRequest();
  if (!shown.ok) throw new Error(shown.error.kind);
  await handlers.copySetUpRequest();
  expect(platform.clipboard.text).toBe(`${shown.value.subject}\n\n${shown.value.body}`);
  await handlers.mailSetUpRequest();
  const mail = new URL(opened.at(-1) ?? "");
  expect(mail.searchParams.get("subject")).toBe(shown.value.subject);
  expect(mail.searchParams.get("body")?.replaceAll("\r\n", "\n")).toBe(shown.value.body);
  await close();
});
