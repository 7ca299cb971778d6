import { describe, expect, test } from "vitest";

import { fail, ok } from "../../main/contract/errors.ts";
import { openHandlers, ownOrganisation } from "../fakes/open-handlers.ts";
import type { PersonaId } from "../sandbox/personas.ts";
import { runningSandbox } from "../fakes/running-sandbox.ts";

const sandbox = runningSandbox();

const contoso = ownOrganisation("contoso", "organizations");
const draft = {
  subject: "Merger",
  startDate: "2099-11-25",
  startTime: "14:30",
  endDate: "2099-11-25",
  endTime: "15:15",
  startOccurrence: null,
  endOccurrence: null,
  timeZone: null,
  options: {},
  event: null,
} as const;
const unknown = fail({ kind: "unknown-meeting" });
const made = () => sandbox().meetings().at(-1);

/** A desk with a list in which Megan has one meeting, and a link of her own. */
async function open(...others: PersonaId[]) {
  const desk = await openHandlers(sandbox(), { organisations: [contoso] });
  const { handlers, state, person, idOf } = desk;
  async function add(persona: PersonaId, organisationId = "contoso") {
    person.choice = { persona };
    await handlers.addAccount({ organisationId });
  }
  const signOut = (name: string) => handlers.signOut({ accountId: idOf(name), atMicrosoft: false });
  for (const persona of [...others, "megan"] as const) await add(persona);
  await handlers.copyRoom();
  await handlers.dismissCreation();
  const answer = await handlers.schedule({ ...draft, draftId: crypto.randomUUID() });
  const id = answer.ok ? answer.value.id : "";
  const link = made()?.joinWebUrl ?? "nothing was made";
  const subjects = () => state().recent.map(({ subject }) => subject);
  return { ...desk, add, signOut, id, link, subjects };
}

describe("after the last sign-out", () => {
  test("nothing that is published tells of what was made", async () => {
    const { state, signOut, link, close } = await open();
    expect(JSON.stringify(state())).toContain(link);
    expect(state()).toMatchObject({ creation: { kind: "created" }, room: { kind: "link" } });
    await signOut("Megan");
    expect(state()).toMatchObject({ recent: [], room: null, creation: { kind: "idle" } });
    for (const secret of [link, "Merger", "megan", "Megan"])
      expect(JSON.stringify(state())).not.toContain(secret);
    await close();
  });

  test("whoever names a meeting of it all the same is told that there is none", async () => {
    const { handlers, platform, opened, downloads, signOut, id, close } = await open();
    await signOut("Megan");
    await handlers.addAccount({ organisationId: "contoso" });
    await signOut("Megan");
    platform.clipboard.text = "something else";
    sandbox().forgetRequests();
    const before = [opened.length, downloads.length];
    const asked = await Promise.all([
      handlers.copyMeeting({ id, format: null }),
      handlers.openMeeting({ id, where: "browser" }),
      handlers.mailMeeting({ id }),
      handlers.saveCalendarFile({ id }),
      handlers.getQrCode({ id }),
      handlers.openOptionsPage({ id }),
      handlers.refreshMeeting({ id }),
      handlers.renameMeeting({ id, subject: "Mine" }),
      handlers.moveMeeting({ id, draft, before: null }),
      handlers.readEvent({ id }),
      handlers.extendMeeting({ id, minutes: 15 }),
      handlers.applyOptions({ id }),
      handlers.cancelMeeting({ id }),
      handlers.keepMeeting({ id }),
      handlers.forgetMeeting({ id }),
      handlers.undoCreation(),
      handlers.copyLatest(),
    ]);
    expect(asked).toEqual(asked.map(() => unknown));
    expect([opened.length, downloads.length]).toEqual(before);
    expect(platform.clipboard.text).toBe("something else");
    expect(sandbox().requests()).toEqual([]);
    await close();
  });

  test("the next one sees their own alone; the first, back again, sees and changes theirs", async () => {
    const { handlers, platform, state, add, signOut, subjects, id, link, close } = await open();
    await signOut("Megan");
    await add("alex");
    expect(state()).toMatchObject({ recent: [], room: null });
    expect(await handlers.copyLatest()).toEqual(unknown);
    // Theirs is no second one of what somebody else just made.
    await handlers.meetNow({ again: false });
    expect(state()).toMatchObject({ creation: { kind: "created" } });
    expect(subjects()).toEqual(["Quick meeting"]);
    await add("megan");
    expect(subjects()).toEqual(["Quick meeting", "Merger"]);
    await signOut("Alex");
    expect(subjects()).toEqual(["Merger"]);
    expect(state().room).not.toBeNull();
    expect(await handlers.copyLatest()).toEqual(ok(undefined));
    expect(platform.clipboard.text).toBe(link);
    expect(await handlers.renameMeeting({ id, subject: "Merged" })).toEqual(ok(undefined));
    expect(subjects()).toEqual(["Merged"]);
    await close();
  });

  test("a form or a page that was open is left", async () => {
    const { handlers, state, signOut, id, close } = await open();
    await handlers.navigate({ view: "details", meetingId: id });
    await signOut("Megan");
    expect(state()).toMatchObject({ view: "home", detailsOf: null });
    await close();
  });
});

describe("with several people", () => {
  test("each sign-out takes that person's alone, also the card of what they just made", async () => {
    const { state, signOut, subjects, close } = await open("alex");
    expect(state().creation.kind).toBe("created");
    await signOut("Alex");
    expect(state().creation.kind).toBe("created");
    expect(subjects()).toEqual(["Merger"]);
    await close();
  });

  test("a question about what somebody made a moment ago goes with them", async () => {
    const { handlers, state, signOut, close } = await open("alex");
    await handlers.dismissCreation();
    await handlers.meetNow({ again: true });
    await handlers.dismissCreation();
    await handlers.meetNow({ again: false });
    expect(state().creation.kind).toBe("repeat");
    await signOut("Megan");
    expect(state().creation.kind).toBe("idle");
    expect(await handlers.useRepeat()).toEqual(unknown);
    await close();
  });

  test.each([
    ["of whoever leaves goes with them", "Megan", "idle"],
    ["of somebody else stays", "Alex", "failed"],
  ])("a failure %s", async (_name, leaver, kind) => {
    const { handlers, state, signOut, close } = await open("alex");
    await handlers.dismissCreation();
    sandbox().faults.add({ kind: "status", on: "createOrGet", status: 403, times: 2 });
    await handlers.meetNow({ again: true });
    expect(state().creation.kind).toBe("failed");
    await signOut(leaver);
    expect(state().creation.kind).toBe(kind);
    await close();
  });

  test("one whose sign-in has ended is still here, and so is the list", async () => {
    const { workspace, state, idOf, subjects, close } = await open();
    const ended = { kind: "sign-in-again", reason: null, trace: null } as const;
    workspace.session.markExpired(idOf("Megan"), ended);
    expect(state().session.kind).toBe("expired");
    expect(subjects()).toEqual(["Merger"]);
    await close();
  });
});

test("what was cancelled a moment before a sign-out is ended, and leaves no line behind", async () => {
  const { handlers, state, platform, signOut, id, close } = await open();
  expect(await handlers.cancelMeeting({ id })).toEqual(ok(undefined));
  expect(state().leaving).toMatchObject([{ id }]);
  expect(made()?.deletedAt).toBeNull();
  await signOut("Megan");
  expect(made()?.deletedAt).not.toBeNull();
  expect(state().leaving).toEqual([]);
  expect(platform.disk.get("wishes")).toContain('"wishes":[]');
  await close();
});

test("what could not be ended before a sign-out shows no line to others, and its end stays on disk", async () => {
  const { handlers, state, platform, signOut, id, close } = await open("alex");
  await handlers.cancelMeeting({ id });
  sandbox().faults.add({ kind: "status", on: "deleteMeeting", status: 403 });
  await signOut("Megan");
  expect(state()).toMatchObject({ leaving: [], recent: [] });
  expect(made()?.deletedAt).toBeNull();
  expect(platform.disk.get("wishes")).toContain('"aim":"unwanted"');
  await close();
});

test("an organisation that is removed and added again brings the lists of its people back, as theirs", async () => {
  const { handlers, state, add, subjects, id, close } = await open();
  const { id: organisationId, kind: _kind, ...same } = contoso;
  const room = state().room?.joinUrl;
  await handlers.removeOrganisation({ id: organisationId });
  expect(subjects()).toEqual([]);
  await handlers.saveOrganisation({ id: null, ...same });
  const [again] = state().organisations;
  expect(again?.id).not.toBe(organisationId);
  await add("megan", again?.id);
  expect(subjects()).toEqual(["Merger"]);
  expect(state().room?.joinUrl).toBe(room);
  expect(await handlers.renameMeeting({ id, subject: "Merged" })).toEqual(ok(undefined));
  await close();
});
