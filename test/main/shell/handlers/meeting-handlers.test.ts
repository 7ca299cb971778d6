import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { ok } from "../../../../main/contract/errors.ts";
import { copyChoicesOf, defaultSettings } from "../../../../main/contract/settings.ts";
import { openHandlers, ownOrganisation } from "../../../fakes/open-handlers.ts";
import { runningSandbox } from "../../../fakes/running-sandbox.ts";

const sandbox = runningSandbox();
let desk: Awaited<ReturnType<typeof openHandlers>>;
beforeEach(async () => {
  desk = await openHandlers(sandbox(), { organisations: [ownOrganisation("o", "organizations")] });
  await desk.handlers.signIn({ accountId: null });
  desk.opened.length = 0;
});
afterEach(() => desk.close());

async function made() {
  const meeting = await desk.handlers.meetNow({ again: true });
  if (!meeting.ok) throw new Error(`no meeting: ${meeting.error.kind}`);
  return meeting.value;
}
const there = (id: string) =>
  sandbox()
    .meetings()
    .find(({ externalId }) => externalId === id);
const unknown = { ok: false, error: { kind: "unknown-meeting" } };

describe("hand over", () => {
  test("as link, as Markdown, as ID and passcode", async () => {
    const { id, joinUrl, meetingId, passcode } = await made();
    const { handlers, platform } = desk;
    expect(await handlers.copyMeeting({ id, format: null })).toEqual(ok(undefined));
    expect(platform.clipboard.text).toBe(joinUrl);
    await handlers.copyMeeting({ id, format: "markdown" });
    expect(platform.clipboard.text).toContain(`](${joinUrl})**`);
    await handlers.copyMeeting({ id, format: "id-and-passcode" });
    expect(platform.clipboard.text.replaceAll(" ", "")).toBe(
      `MeetingID:${meetingId}Passcode:${passcode}`,
    );
  });

  test("the format of the settings is what a press copies, and what Undo takes back", async () => {
    desk.store.update((state) => ({
      ...state,
      settings: { ...state.settings, copyFormat: "template", template: "Join: {url}" },
    }));
    const { joinUrl } = await made();
    expect(desk.platform.clipboard.text).toBe(`Join: ${joinUrl}`);
    await desk.handlers.undoCreation();
    expect(desk.platform.clipboard.text).toBe("");
  });

  test("in the browser, by mail, as a file, as a picture", async () => {
    const { id, joinUrl } = await made();
    const { handlers, opened, downloads } = desk;
    await handlers.openMeeting({ id, where: "browser" });
    // Linux has no Teams app.
    await handlers.openMeeting({ id, where: "teams" });
    await handlers.mailMeeting({ id });
    expect(opened).toEqual([joinUrl, joinUrl, expect.stringMatching(/^mailto:\?subject=/u)]);
    await handlers.saveCalendarFile({ id });
    expect(downloads).toMatchObject([
      { name: "meeting.ics", text: expect.stringContaining("BEGIN:VEVENT") },
    ]);
    const code = await handlers.getQrCode({ id });
    expect(code.ok && code.value.size).toBeGreaterThan(20);
  });

  test("to the Teams app where there is one", async () => {
    await desk.close();
    const organisations = [ownOrganisation("o", "organizations")];
    desk = await openHandlers(sandbox(), { organisations, platform: "win32" });
    await desk.handlers.signIn({ accountId: null });
    desk.opened.length = 0;
    const { id } = await made();
    await desk.handlers.openMeeting({ id, where: "teams" });
    expect(desk.opened).toEqual([expect.stringMatching(/^msteams:\/(?:l\/meetup-join|meet)\//u)]);
  });

  test("Microsoft's invitation comes in the language that is set, of older meetings when read again", async () => {
    const { handlers, platform } = desk;
    const { id } = await made();
    const copied = async () => {
      await handlers.copyMeeting({ id, format: "invitation" });
      return platform.clipboard.html;
    };
    expect(await copied()).toContain("Join the meeting now");
    await handlers.changeSettings({ invitationLanguage: "fr" });
    expect(await copied()).toContain("Join the meeting now");
    await handlers.refreshMeeting({ id });
    expect(await copied()).toContain("Rejoignez la réunion maintenant");
    await handlers.changeSettings({ invitationLanguage: "ar" });
    const { id: second } = await made();
    await handlers.copyMeeting({ id: second, format: "invitation" });
    expect(platform.clipboard.html).toContain("انضم إلى الاجتماع الآن");
  });

  test("the sample of the preview, from the settings", async () => {
    const { handlers, platform } = desk;
    const sample = {
      ...copyChoicesOf(defaultSettings),
      copyFormat: "template",
      template: "{subject} {id}",
    } as const;
    expect(await handlers.copySample(sample)).toEqual(ok(undefined));
    expect(platform.clipboard.text).toBe("Design sync with Fabrikam 248 719 335 402");
  });

  test("a preview shows nobody's meeting, and where a template is wrong", async () => {
    const preview = await desk.handlers.previewCopy({
      ...copyChoicesOf(defaultSettings),
      copyFormat: "template",
      template: "{url} {foo}",
    });
    expect(preview).toMatchObject({
      value: {
        text: expect.stringContaining("https://teams.microsoft.com/meet/248719335402"),
        html: null,
        problems: [{ kind: "unknown-field", name: "foo", start: 6, end: 11 }],
      },
    });
  });
});

describe("afterwards", () => {
  test("renamed, extended, opened for its options, cancelled", async () => {
    const { id, endAt } = await made();
    const { handlers } = desk;
    expect(await handlers.renameMeeting({ id, subject: "Review" })).toEqual(ok(undefined));
    expect(await handlers.extendMeeting({ id, minutes: 30 })).toEqual(ok(undefined));
    expect(there(id)).toMatchObject({ subject: "Review" });
    expect(desk.state().recent[0]).toMatchObject({ subject: "Review", endAt: endAt + 1_800_000 });
    await handlers.openOptionsPage({ id });
    expect(desk.opened).toEqual([expect.stringContaining("/meetingOptions")]);
    await handlers.cancelMeeting({ id });
    expect(desk.state().leaving).toMatchObject([{ id }]);
    await handlers.keepMeeting({ id });
    expect(desk.state().leaving).toEqual([]);
    expect(there(id)?.deletedAt).toBeNull();
  });

  test("what was renamed elsewhere is taken over", async () => {
    const { id } = await made();
    const other = await openHandlers(sandbox(), {
      disk: structuredClone(desk.platform.disk),
      organisations: [ownOrganisation("o", "organizations")],
    });
    await other.handlers.renameMeeting({ id, subject: "Renamed elsewhere" });
    await desk.handlers.refreshMeeting({ id });
    expect(desk.state().recent[0]?.subject).toBe("Renamed elsewhere");
    await other.close();
  });

  test("options the organisation overrides are said", async () => {
    sandbox().setMeetingPolicy({ lobbyAtMost: "organization" });
    const start = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const scheduled = await desk.handlers.schedule({
      draftId: crypto.randomUUID(),
      subject: "Open",
      startDate: start,
      startTime: "10:00",
      endDate: start,
      endTime: "11:00",
      startOccurrence: null,
      endOccurrence: null,
      timeZone: "UTC",
      options: { lobby: "everyone", chat: "disabled" },
      event: null,
    });
    expect(scheduled).toMatchObject({
      value: {
        startAt: Date.parse(`${start}T10:00Z`),
        lobby: "organization",
        differences: [{ option: "lobby", asked: "everyone", got: "organization" }],
      },
    });
    sandbox().setMeetingPolicy({});
  });

  test("the room is one meeting however often its link is copied", async () => {
    const before = sandbox().meetings().length;
    await desk.handlers.copyRoom();
    const link = desk.platform.clipboard.text;
    await desk.handlers.copyRoom();
    expect(desk.platform.clipboard.text).toBe(link);
    expect(sandbox().meetings()).toHaveLength(before + 1);
    expect(desk.state().recent).toEqual([]);
  });

  test("of a meeting nobody knows: nothing", async () => {
    const { handlers } = desk;
    const id = "nobody";
    expect(await handlers.copyMeeting({ id, format: null })).toEqual(unknown);
    expect(await handlers.openMeeting({ id, where: "browser" })).toEqual(unknown);
    expect(await handlers.saveCalendarFile({ id })).toEqual(unknown);
    expect(await handlers.getQrCode({ id })).toEqual(unknown);
    expect(await handlers.renameMeeting({ id, subject: "x" })).toEqual(unknown);
    expect(desk.opened).toEqual([]);
  });
});

describe("join", () => {
  const link = "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9aB";

  test("by a pasted link, an ID, an invitation; the window sees no address", async () => {
    const { handlers, opened } = desk;
    expect(await handlers.readJoinText({ text: `Join: ${link}` })).toMatchObject({
      value: { kind: "meeting", meetingId: "248719335402" },
    });
    await handlers.join({ text: link, passcode: "", how: "browser" });
    await handlers.join({ text: "248 719 335 402", passcode: " Xk4Ru9 ", how: "browser" });
    expect(opened).toEqual([link, "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9"]);
    await handlers.join({ text: link, passcode: "", how: "copy" });
    expect(desk.platform.clipboard.text).toBe(link);
  });

  test.each([
    ["https://teams.microsoft.com.evil.example/meet/1", { kind: "not-teams" }],
    ["javascript:alert(1)", { kind: "not-understood" }],
    ["https://zoom.us/j/83443460156", { kind: "other-product", product: "Zoom" }],
    ["https://lnkd.in/x", { kind: "wrapped", host: "lnkd.in", by: "LinkedIn" }],
    ["https://teams.microsoft.com/l/chat/0/0", { kind: "teams-page" }],
    ["https://teams.microsoft.com/l/meetup-join/19", { kind: "incomplete" }],
    ["", { kind: "empty" }],
  ])("%j opens nothing", async (text, reading) => {
    expect(await desk.handlers.readJoinText({ text })).toMatchObject({ value: reading });
    expect(await desk.handlers.join({ text, passcode: "", how: "browser" })).toEqual(unknown);
    expect(desk.opened).toEqual([]);
  });

  test("the clipboard is read only when it is asked for", async () => {
    desk.platform.clipboard.text = link;
    expect(await desk.handlers.pasteJoinText()).toEqual(ok(link));
  });
});
