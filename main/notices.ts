import { errorWords } from "./contract/error-words.ts";
import type { Creation } from "./contract/meeting.ts";
import type { AppState } from "./contract/state.ts";
import type { Upcoming, UpcomingMeeting } from "./contract/upcoming.ts";
import { cleanLine } from "./handover/clean-line.ts";
import type { Words } from "./words.ts";

export type NoticeAction = "open" | "undo" | "again" | "join";

/** A notification as data. `action` names what its button does. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly action: { readonly id: NoticeAction; readonly label: string } | null;
  /** The meeting of the calendar it is about. */
  readonly upcomingId?: string;
}

/**
 * What to tell a person who is not looking at the window: only when the creation just changed, or a
 * meeting is just about to begin, and never with a link or a passcode in it.
 */
export function noticeFor(before: AppState, after: AppState, words: Words): Notice | null {
  if (after.popupShown) return null;
  const told = before.creation === after.creation ? null : noticeOf(after.creation, after, words);
  return told ?? soonNotice(before, after, words);
}

function noticeOf(creation: Creation, state: AppState, words: Words): Notice | null {
  switch (creation.kind) {
    case "created":
      return state.settings.notifyWhenCreated ? createdNotice(creation, state, words) : null;
    case "failed":
      return failedNotice(creation, words);
    case "repeat":
      return repeatNotice(creation, state, words);
    case "ended":
      return {
        title: words("notify.undone.title"),
        body: words(creation.clipboardCleared ? "notify.undone.body" : "notify.undone.bodyKept"),
        action: null,
      };
    case "idle":
    case "creating":
    case "ending":
      return null;
  }
}

function createdNotice(
  { meeting, copied }: Creation & { kind: "created" },
  { locale, timeZone }: AppState,
  words: Words,
): Notice {
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone });
  const { subject, organiserUsername: username } = meeting;
  const times = { start: clock.format(meeting.startAt), end: clock.format(meeting.endAt) };
  return {
    title: words(copied ? "notify.created.title" : "notify.ready.title"),
    body: words("notify.created.body", { subject, username, ...times }),
    // What others were invited to is cancelled with a word to them, not undone.
    action: meeting.inviteeCount > 0 ? null : { id: "undo", label: words("notify.action.undo") },
  };
}

/** Also where notifications about new links are off: a link that is not new must not pass for one. */
function repeatNotice(
  { meeting, copied }: Creation & { kind: "repeat" },
  { locale, timeZone }: AppState,
  words: Words,
): Notice {
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone });
  const time = clock.format(meeting.createdAt);
  return {
    title: words(copied ? "notify.repeat.title" : "notify.ready.title", { time }),
    body: words("notify.repeat.body"),
    action: { id: "again", label: words("notify.action.again") },
  };
}

function failedNotice(
  { error, outcome }: Creation & { kind: "failed" },
  words: Words,
): Notice | null {
  if (error.kind === "cancelled") return null;
  const action = { id: "open", label: words("notify.action.show") } as const;
  const { key, values } = errorWords(error);
  const title = words(`${key}.title`, values);
  if (error.kind === "link-not-ready") return { title, body: words(`${key}.sentence`), action };
  if (outcome === "unsure")
    return { title: words("notify.unsure.title"), body: words("notify.unsure.body"), action };
  const body = words("notify.failed.body", { title });
  return { title: words("notify.failed.title"), body, action };
}

const soonMinutes = 2;
const maxSubject = 100;

/** In the last two minutes before the start. */
const isSoon = ({ hasLink, startsInMinutes: minutes }: UpcomingMeeting): boolean =>
  hasLink && minutes !== null && minutes > 0 && minutes <= soonMinutes;

const soonOf = (upcoming: Upcoming): readonly UpcomingMeeting[] =>
  upcoming.kind === "shown" ? upcoming.days.flatMap(({ rows }) => rows).filter(isSoon) : [];

function soonNotice(before: AppState, after: AppState, words: Words): Notice | null {
  const { upcoming, settings, locale, timeZone } = after;
  if (before.upcoming === upcoming || !settings.notifyBeforeMeetings) return null;
  const known = new Set(soonOf(before.upcoming).map(({ id }) => id));
  const meeting = soonOf(upcoming).find(({ id }) => !known.has(id));
  if (!meeting) return null;
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone });
  const { id, startAt, endAt, subject, startsInMinutes, organiserName, youOrganise } = meeting;
  const times = { start: clock.format(startAt), end: clock.format(endAt) };
  const isTold = organiserName !== null && !youOrganise;
  return {
    title: words("notify.soon.title", {
      subject: cleanLine(subject ?? "", maxSubject) || words("untitled"),
      count: startsInMinutes ?? 0,
    }),
    body: isTold
      ? words("notify.soon.body", { ...times, organiser: cleanLine(organiserName) })
      : words("notify.soon.bodyOwn", times),
    action: { id: "join", label: words("notify.action.join") },
    upcomingId: id,
  };
}
