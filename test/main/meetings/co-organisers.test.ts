import { beforeAll, beforeEach, expect, test } from "vitest";

import type { EventDraft } from "../../../main/contract/event-draft.ts";
import type { MeetingOptions } from "../../../main/contract/meeting-options.ts";
import type { Graph } from "../../../main/graph/client.ts";
import {
  adele,
  draftOf,
  formOf,
  lee,
  openEventDesk,
  sightsOf,
  zoe,
} from "../../fakes/event-desk.ts";
import { runningSandbox } from "../../fakes/running-sandbox.ts";
import { openGraph } from "../../sandbox/open-graph.ts";

const sandbox = runningSandbox();
let teams: Graph;
beforeAll(async () => {
  teams = await openGraph(sandbox(), { persona: "alex", scopes: ["OnlineMeetings.ReadWrite"] });
});
beforeEach(() => sandbox().emptyCalendar("alex"));

const { count, living } = sightsOf(sandbox);
const guest = { address: "lee_fabrikam.example#EXT#@contoso.com", name: null };
const guarded: MeetingOptions = {
  lobby: "organizer",
  admitters: "organizerAndCoOrganizers",
  coOrganizers: "chosen",
};

async function open(event: Partial<EventDraft>, options: MeetingOptions = guarded) {
  const desk = await openEventDesk(sandbox());
  const { id } = await desk.made(event, { options });
  const { read, edit } = formOf(desk.meetings, id);
  return {
    ...desk,
    id,
    read,
    async edit(part: Partial<EventDraft>, changed: MeetingOptions) {
      expect(await edit(part, { options: changed })).toMatchObject({ ok: true });
    },
  };
}

/** The roles Teams has now. */
async function roles() {
  const meetingId = living()[0]?.meetingId ?? "";
  const path = `/me/onlineMeetings/${encodeURIComponent(meetingId)}`;
  const prefer = "include-unknown-enum-members";
  const answer = await teams({ method: "GET", path, prefer });
  if (!answer.ok) throw new Error(answer.failure.error.kind);
  return Object(answer.value.body).participants.attendees.map(
    ({ upn, role }: { upn: string; role: string }) => [upn, role],
  );
}

test("whoever is chosen organises it too, and may admit people", async () => {
  const presenting = { ...guarded, presenters: "roleIsPresenter" } as const;
  const desk = await open(
    {
      invitees: [zoe, adele, lee],
      coOrganizers: [zoe.address],
      presenters: [zoe.address, adele.address],
    },
    presenting,
  );
  expect(await roles()).toEqual([
    [zoe.address, "coorganizer"],
    [adele.address, "presenter"],
    [lee.address, "attendee"],
  ]);
  expect(desk.state().recent).toMatchObject([{ differences: [], asked: presenting }]);
  expect((await desk.read()).coOrganizers).toEqual([zoe.address]);
  await desk.close();
});

test.each([
  ["another organisation", lee],
  ["the guests", guest],
])("nobody of %s can: that is said, and the rest is set", async (_whose, outsider) => {
  const desk = await open({ invitees: [zoe, outsider], coOrganizers: [outsider.address] });
  const differences = [{ option: "coOrganizers", asked: "chosen", got: "nobody" }];
  const entry = { lobby: "organizer", differences, optionsFailed: true };
  expect(desk.state().recent).toMatchObject([entry]);
  // Fewer people can let others in, not more.
  expect(desk.state().creation).toMatchObject({ kind: "created", isHeld: false });
  await desk.close();
});

test("addresses are neither on plain disk nor told to windows", async () => {
  const desk = await open({ invitees: [zoe], coOrganizers: [zoe.address] });
  expect(JSON.stringify(desk.state())).not.toContain(zoe.address);
  for (const text of desk.platform.disk.values()) expect(text).not.toContain(zoe.address);
  await desk.close();
});

test("they keep that where something else is changed, until it is taken away", async () => {
  const desk = await open({ invitees: [zoe, adele], coOrganizers: [zoe.address] });
  await desk.edit({}, { lobby: "everyone" });
  await desk.edit({ presenters: [adele.address] }, { presenters: "roleIsPresenter" });
  expect(await roles()).toEqual([
    [zoe.address, "coorganizer"],
    [adele.address, "presenter"],
  ]);
  await desk.edit({}, { coOrganizers: "nobody" });
  expect(await roles()).toEqual([
    [zoe.address, "attendee"],
    [adele.address, "presenter"],
  ]);
  expect((await desk.read()).coOrganizers).toEqual([]);
  await desk.close();
});

test("cancelled, its link lets nobody in by that role either", async () => {
  const desk = await open({ invitees: [zoe], coOrganizers: [zoe.address] });
  const joinUrl = desk.state().recent[0]?.joinUrl ?? "";
  expect(sandbox().join(joinUrl, "coOrganiser")).toBe("in");
  await desk.meetings.changes.cancel(desk.id);
  await expect.poll(() => living().length, { interval: 5 }).toBe(0);
  expect(sandbox().join(joinUrl, "coOrganiser")).toBe("lobby");
  await desk.close();
});

test.each([
  ["nobody is", { coOrganizers: [] }],
  ["nobody of the invited is", { coOrganizers: ["somebody@contoso.com"] }],
])("where %s chosen is a problem before anything is sent", async (_what, event) => {
  const desk = await openEventDesk(sandbox());
  expect(await desk.schedule(event, { options: guarded })).toMatchObject({
    error: { kind: "invalid-schedule", problems: { coOrganizers: "nobody", presenters: null } },
  });
  const link = { ...draftOf({}, { options: guarded }), event: null };
  expect(await desk.meetings.schedule(link)).toMatchObject({
    error: { problems: { coOrganizers: "nobody" } },
  });
  expect(count("createEvent")).toBe(0);
  await desk.close();
});
