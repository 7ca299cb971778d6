import { expect, test } from "vitest";

import { ok } from "../../../main/contract/errors.ts";
import type { Creation } from "../../../main/contract/meeting.ts";
import { createMeetingHandlers } from "../../../main/shell/handlers/meeting-handlers.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";

type Desk = ReturnType<typeof createMeetingsDesk>;

/** Only what copies is asked for here. */
function handlersOf({ meetings, clipboard }: Desk) {
  const done = async () => ok(undefined);
  return createMeetingHandlers({
    meetings,
    handOver: {
      async copy({ joinUrl }) {
        clipboard.text = joinUrl;
        return ok(undefined);
      },
      takeBack: async () => false,
      preview: async () => ({ text: "", html: null, problems: [] }),
      copySample: done,
      calendarFile: async () => "",
      mail: async () => null,
    },
    openMeeting: done,
    opener: { openMail: done, openJoinUrl: done },
    saveDownload: done,
  });
}
const copiedOf = (creation: Creation) =>
  creation.kind === "created" || creation.kind === "repeat" ? creation.copied : null;

test("the latest link that is copied from the tray is no longer offered to be copied by hand", async () => {
  const desk = createMeetingsDesk();
  desk.clipboard.busy = true;
  await desk.meetings.meetNow({ again: false });
  expect(copiedOf(desk.state().creation)).toBe(false);
  await handlersOf(desk).copyLatest();
  expect(copiedOf(desk.state().creation)).toBe(true);
});

test("the latest is one that is handed out: not one that is leaving", async () => {
  const desk = createMeetingsDesk({ settings: { askBeforeSecond: false } });
  await desk.meetings.meetNow({ again: true });
  const first = desk.state().recent[0];
  await desk.clock.advance(60_000);
  await desk.meetings.meetNow({ again: true });
  desk.clock.hold();
  void desk.meetings.changes.cancel(desk.state().recent[0]?.id ?? "");
  await desk.clock.advance(0);
  expect(desk.state().leaving).toHaveLength(1);
  await handlersOf(desk).copyLatest();
  expect(desk.clipboard.text).toBe(first?.joinUrl);
  desk.clock.release();
});

test("the link of a repeated press, copied by hand, is no longer offered to be", async () => {
  const desk = createMeetingsDesk();
  await desk.meetings.meetNow({ again: false });
  await desk.clock.advance(60_000);
  desk.clipboard.busy = true;
  await desk.meetings.meetNow({ again: false });
  expect(desk.state().creation).toMatchObject({ kind: "repeat", copied: false });
  await handlersOf(desk).copyMeeting({ id: desk.state().recent[0]?.id ?? "", format: null });
  expect(copiedOf(desk.state().creation)).toBe(true);
});

test("and so is that of one's own room", async () => {
  const desk = createMeetingsDesk();
  desk.clipboard.busy = true;
  await desk.meetings.copyRoom();
  expect(copiedOf(desk.state().creation)).toBe(false);
  desk.clipboard.busy = false;
  await desk.meetings.copyRoom();
  expect(copiedOf(desk.state().creation)).toBe(true);
});
