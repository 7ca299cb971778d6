import { describe, expect, test } from "vitest";

import type { AppError, SignInRefusal } from "../../../main/contract/errors.ts";
import type { Creation, Failed } from "../../../main/contract/meeting.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { initialState } from "../../../main/shell/initial-state.ts";
import { noticeFor } from "../../../main/shell/notices.ts";
import { defaultSettings } from "../../../main/contract/settings.ts";
import { createWords } from "../../../main/base/words.ts";
import { created as createdOf, creating, failed as failedWith } from "../../fakes/a-creation.ts";
import { aMeeting } from "../../fakes/a-meeting.ts";
import { environment } from "../../fakes/environment.ts";

const words = await createWords("en");
const before = initialState({ ...environment, preferredLanguages: ["en-GB"] }, defaultSettings);
const meeting = aMeeting({
  id: "id-1",
  subject: "Stand-up",
  startAt: Date.parse("2026-11-24T12:00:00Z"),
  endAt: Date.parse("2026-11-24T13:30:00Z"),
  createdAt: 0,
  joinUrl: "https://teams.microsoft.com/l/meetup-join/secret",
  meetingId: "123 456",
  passcode: "hidden",
  organiserId: "megan",
  organiserUsername: "megan@contoso.com",
});
const created = createdOf(meeting);
const failed = (error: AppError, outcome: Failed["outcome"] = "not-created") =>
  failedWith(error, { outcome });
const notice = (creation: Creation, change: Partial<AppState> = {}) =>
  noticeFor(before, { ...before, creation, ...change }, words);

describe("a meeting that was made", () => {
  test("says what, when and who, with the times of this computer", () => {
    expect(notice(created)).toEqual({
      title: "Link copied",
      body: "Stand-up, 13:00 – 14:30, megan@contoso.com",
      actions: [
        { label: "Undo", asks: { name: "undoCreation" } },
        {
          label: "Open in Teams",
          asks: { name: "openMeeting", input: { id: "id-1", where: "teams" } },
        },
      ],
      click: { name: "openPopup" },
    });
  });

  test("offers no undo of what others were invited to", () => {
    const invited = { ...created, meeting: { ...meeting, inviteeCount: 2 } };
    const { title, actions } = notice(invited) ?? {};
    expect([title, actions?.map(({ label }) => label)]).toEqual(["Link copied", ["Open in Teams"]]);
  });

  test("whose link is not there yet is not said to have failed", () => {
    expect(notice(failed({ kind: "link-not-ready" }, "unsure"))).toMatchObject({
      title: "The event is in your calendar; its link isn't ready yet",
      body: expect.stringContaining("We'll keep checking"),
    });
  });

  test("follows the time zone and the locale", () => {
    const change = { locale: "en-US", timeZone: "America/New_York" };
    expect(notice(created, change)?.body).toMatch(/^Stand-up, 7:00\sAM – 8:30\sAM, megan/u);
  });

  test("does not say copied where it was not", () => {
    expect(notice({ ...created, copied: false })?.title).toBe("Link ready, copy it here");
  });

  test("holds no link and no passcode", () => {
    expect(JSON.stringify(notice(created))).not.toMatch(/https:|secret|hidden|123 456/u);
  });

  test("hides its subject and the address where that is wished for", () => {
    const settings = { ...defaultSettings, hideSubjects: true };
    expect(notice(created, { settings })?.body).toBe("Your meeting, 13:00 – 14:30");
    expect(JSON.stringify(notice(created, { settings }))).not.toMatch(/Stand-up|megan@/u);
  });

  test("is not told where the person turned that off", () => {
    const settings = { ...defaultSettings, notifyWhenCreated: false };
    expect(notice(created, { settings })).toBeNull();
  });

  test("takes a subject for text, not for words to fill in", () => {
    const subject = "{{username}} $t(notify.undone.title)";
    const hostile = notice({ ...created, meeting: { ...meeting, subject } });
    expect(hostile?.body).toMatch(/^\{\{username\}\} \$t\(notify\.undone\.title\), /u);
  });
});

describe("a meeting that was not made", () => {
  const offline = failed({ kind: "offline", trace: null });
  const click = { name: "openPopup" };
  const show = { actions: [{ label: "Show", asks: click }], click };

  test("says why, and that the clipboard is as it was", () => {
    expect(notice(offline)).toEqual({
      title: "No meeting was created",
      body: "You are offline. Your clipboard is unchanged.",
      ...show,
    });
  });

  test("is told although notifications of made ones are off", () => {
    const settings = { ...defaultSettings, notifyWhenCreated: false };
    expect(notice(offline, { settings })).not.toBeNull();
  });

  test("is never claimed where nobody knows", () => {
    expect(notice(failed({ kind: "no-answer", trace: null }, "unsure"))).toEqual({
      title: "We couldn't confirm the meeting",
      body: "Quick Meeting keeps checking and won't create a second one. Your clipboard is unchanged.",
      ...show,
    });
  });

  test("says of a change that the meeting is there, and of an old link that it is off the clipboard", () => {
    expect(notice(failed({ kind: "no-answer", trace: null }, "unsure-change"))).toMatchObject({
      title: "Your changes aren't confirmed",
    });
    const cleared = { ...offline, clipboard: "old-link-cleared" } as const;
    expect(notice(cleared)?.body).toMatch(/The old link is off your clipboard\.$/u);
  });

  test("is not told to the person who cancelled it", () => {
    expect(notice(failed({ kind: "cancelled" }))).toBeNull();
    expect(notice(failed({ kind: "cancelled" }, "unsure"))).toBeNull();
  });

  test.each<AppError>([
    { kind: "throttled", retryAfterSeconds: 3, retryAt: 3_000, trace: null },
    { kind: "unexpected", reference: "ref", trace: null },
    { kind: "not-signed-in" },
    ...(["busy", "blocked-by-policy"] satisfies SignInRefusal[]).map((reason) => ({
      kind: "sign-in-refused" as const,
      reason,
      trace: null,
    })),
  ])("has words: $kind", (error) => {
    expect(notice(failed(error))?.body).not.toMatch(/error\.|\{\{/u);
  });
});

describe("a meeting that was taken back", () => {
  test.each([
    [true, true, "Nobody gets in without you. The link is off your clipboard."],
    [true, false, "Nobody gets in without you."],
    [false, true, "Its link may still let people in."],
  ])("says so; shut: %s, taken off the clipboard: %s", (isShut, clipboardCleared, body) => {
    expect(notice({ kind: "ended", intentId: "m-1", clipboardCleared, isShut })).toEqual({
      title: "Meeting cancelled",
      body,
      actions: [],
      click: { name: "openPopup" },
    });
  });
});

describe("nothing is told", () => {
  test.each<Creation>([{ kind: "idle" }, creating(), { kind: "ending", intentId: "m-1", meeting }])(
    "on the way: $kind",
    (creation) => {
      expect(notice(creation)).toBeNull();
    },
  );

  test.each<Creation>([
    created,
    failed({ kind: "offline", trace: null }),
    { kind: "ended", intentId: "m-1", clipboardCleared: true, isShut: true },
  ])("to a person who looks at the window: $kind", (creation) => {
    expect(notice(creation, { popupShown: true })).toBeNull();
  });

  test("twice about the same creation", () => {
    const told = { ...before, creation: created };
    expect(noticeFor(told, { ...told, online: false }, words)).toBeNull();
    expect(noticeFor({ ...told, popupShown: true }, told, words)).toBeNull();
  });
});

test("in Arabic it is read from the right, also where it begins with an English subject", async () => {
  const arabic = await createWords("ar");
  const after = { ...before, language: "ar", locale: "ar", creation: created };
  const { title, body } = noticeFor(before, after, arabic) ?? {};
  for (const text of [title, body]) expect(text).toMatch(/^\u200f/u);
  expect(body).toContain("Stand-up");
});
