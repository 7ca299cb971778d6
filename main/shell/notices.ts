import { noticeButtons, noticeClicks } from "../doors/tables.ts";
import type { Call } from "../contract/requests/vocabulary.ts";
import { errorWords } from "../contract/error-words.ts";
import type { AppError } from "../contract/errors.ts";
import { directionOf } from "../contract/languages.ts";
import type { Creation } from "../contract/meeting.ts";
import type { AppState } from "../contract/state.ts";
import { dateFormat } from "../contract/words/date-format.ts";
import { isolatedLine } from "../handover/clean-line.ts";
import type { Words } from "../base/words.ts";

export interface NoticeAction {
  readonly label: string;
  readonly asks: Call<"notification">;
}

/** A notification as data. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly actions: readonly NoticeAction[];
  readonly click: Call<"notification">;
}

/**
 * What to tell a person who is not looking at the window: only when the creation just changed, or a
 * reminder is due, and never with a link or a passcode in it.
 */
export function noticeFor(before: AppState, after: AppState, words: Words): Notice | null {
  if (after.popupShown) return null;
  const told = isNews(before.creation, after.creation)
    ? noticeOf(after.creation, after, words)
    : null;
  const notice = told ?? (before.reminder === after.reminder ? null : soonNotice(after, words));
  return notice && directed(notice, after.language);
}

/** Desktops go by the first letter, and that may be of an English subject in an Arabic sentence. */
function directed(notice: Notice, language: string): Notice {
  if (directionOf(language) === "ltr") return notice;
  const mark = "\u200f";
  return { ...notice, title: `${mark}${notice.title}`, body: `${mark}${notice.body}` };
}

/** The same meeting on the same card is none, whatever else is known of it now. */
function isNews(before: Creation, after: Creation): boolean {
  if (before.kind !== "created" || after.kind !== "created") return before !== after;
  const isSame = before.meeting.id === after.meeting.id && before.createdAt === after.createdAt;
  return !isSame || before.copied !== after.copied;
}

const maxSubject = 100;
const { popup } = noticeClicks;

const button = (name: keyof typeof noticeButtons, words: Words, id = ""): NoticeAction => ({
  label: words(`notify.action.${name}`),
  asks: noticeButtons[name](id),
});

function endedBody({ isShut, clipboardCleared }: Creation & { kind: "ended" }) {
  if (!isShut) return "bodyOpen";
  return clipboardCleared ? "body" : "bodyKept";
}

function noticeOf(creation: Creation, state: AppState, words: Words): Notice | null {
  switch (creation.kind) {
    case "created":
      if (creation.isHeld) return heldNotice(creation, words);
      return state.settings.notifyWhenCreated ? createdNotice(creation, state, words) : null;
    case "failed":
      return failedNotice(creation, words);
    case "repeat":
      return repeatNotice(creation, state, words);
    case "ended":
      return {
        title: words("notify.undone.title"),
        body: words(`notify.undone.${endedBody(creation)}`),
        actions: [],
        click: popup,
      };
    case "idle":
    case "creating":
    case "ending":
      return null;
  }
}

function createdNotice(
  { meeting, copied }: Creation & { kind: "created" },
  { locale, timeZone, settings }: AppState,
  words: Words,
): Notice {
  const clock = dateFormat(locale, { timeStyle: "short", timeZone });
  const subject = isolatedLine(meeting.subject ?? "", maxSubject);
  const username = isolatedLine(meeting.organiserUsername);
  const times = { start: clock.format(meeting.startAt), end: clock.format(meeting.endAt) };
  return {
    title: words(copied ? "notify.created.title" : "notify.ready.title"),
    body: settings.hideSubjects
      ? words("notify.created.bodyHidden", { subject: words("notify.hidden"), ...times })
      : words("notify.created.body", { subject, username, ...times }),
    actions: [
      // What others were invited to is cancelled with a word to them, not undone.
      ...(meeting.inviteeCount > 0 ? [] : [button("undo", words)]),
      button("openInTeams", words, meeting.id),
    ],
    click: popup,
  };
}

/** Also where notifications about new links are off: whoever pressed waits for a link. */
const heldNotice = (
  { meeting: { id } }: Extract<Creation, { kind: "created" }>,
  words: Words,
): Notice => ({
  title: words("notify.held.title"),
  body: words("notify.held.body"),
  actions: [button("copyAnyway", words, id), button("show", words)],
  click: popup,
});

/** Also where notifications about new links are off: a link that is not new must not pass for one. */
function repeatNotice(
  { meeting, copied }: Creation & { kind: "repeat" },
  { locale, timeZone }: AppState,
  words: Words,
): Notice {
  const clock = dateFormat(locale, { timeStyle: "short", timeZone });
  const time = clock.format(meeting.createdAt);
  return {
    title: words(copied ? "notify.repeat.title" : "notify.ready.title", { time }),
    body: words("notify.repeat.body"),
    actions: [button("again", words)],
    click: popup,
  };
}

function failedNotice(
  { error, outcome, clipboard }: Creation & { kind: "failed" },
  words: Words,
): Notice | null {
  if (error.kind === "cancelled") return null;
  const show = {
    actions: [button("show", words)],
    click: popup,
  };
  const { key, values } = errorWords(error);
  const title = words(`${key}.title`, values);
  if (error.kind === "link-not-ready") return { title, body: words(`${key}.sentence`), ...show };
  if (outcome === "not-ended")
    return { title: words("notify.notEnded.title"), body: words("notify.notEnded.body"), ...show };
  if (outcome === "unsure-change") {
    const body = words("notify.unsureChange.body");
    return { title: words("notify.unsureChange.title"), body, ...show };
  }
  if (outcome === "unsure")
    return { title: words("notify.unsure.title"), body: words("notify.unsure.body"), ...show };
  const isCleared = clipboard === "old-link-cleared";
  const body = words(isCleared ? "notify.failed.bodyCleared" : "notify.failed.body", { title });
  return { title: words("notify.failed.title"), body, ...show };
}

function soonNotice(
  { upcoming, reminder, settings, locale, timeZone }: AppState,
  words: Words,
): Notice | null {
  const rows = upcoming.kind === "shown" ? upcoming.days.flatMap((day) => day.rows) : [];
  const meeting = rows.find(({ id }) => id === reminder?.meetingId);
  if (!meeting) return null;
  const clock = dateFormat(locale, { timeStyle: "short", timeZone });
  const { id, startAt, endAt, organiserName, youOrganise } = meeting;
  const times = { start: clock.format(startAt), end: clock.format(endAt) };
  const isTold = organiserName !== null && !youOrganise && !settings.hideSubjects;
  const subject = settings.hideSubjects
    ? words("notify.hidden")
    : isolatedLine(meeting.subject ?? "", maxSubject) || words("untitled");
  const minutes = meeting.startsInMinutes ?? 0;
  const key = minutes > 0 ? "title" : minutes === 0 ? "now" : "ago";
  return {
    title: words(`notify.soon.${key}`, { subject, count: Math.abs(minutes) }),
    body: isTold
      ? words("notify.soon.body", { ...times, organiser: isolatedLine(organiserName) })
      : words("notify.soon.bodyOwn", times),
    actions: [button("join", words, id), button("snooze", words, id)],
    click: noticeClicks.home,
  };
}

/** What was asked for from outside the windows and refused, whatever window is open. */
export function errorNotice(error: AppError, words: Words): Notice {
  const { key, values } = errorWords(error);
  return {
    title: words(`${key}.title`, values),
    body: words(`${key}.sentence`, values),
    actions: [],
    click: popup,
  };
}

export const uncaughtNotice = (words: Words): Notice => ({
  title: words("notify.uncaught.title"),
  body: words("notify.uncaught.body"),
  actions: [],
  click: popup,
});
