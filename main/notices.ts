import { errorWords } from "./contract/error-words.ts";
import type { Creation } from "./contract/meeting.ts";
import type { AppState } from "./contract/state.ts";
import type { Words } from "./words.ts";

export type NoticeAction = "open" | "undo" | "again";

/** A notification as data. `action` names what its button does. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly action: { readonly id: NoticeAction; readonly label: string } | null;
}

/**
 * What to tell a person who is not looking at the window: only when the creation just changed, and
 * never with a link or a passcode in it.
 */
export function noticeFor(before: AppState, after: AppState, words: Words): Notice | null {
  if (before.creation === after.creation || after.popupShown) return null;
  return noticeOf(after.creation, after, words);
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
    action: { id: "undo", label: words("notify.action.undo") },
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
  if (outcome === "unsure")
    return { title: words("notify.unsure.title"), body: words("notify.unsure.body"), action };
  const { key, values } = errorWords(error);
  const body = words("notify.failed.body", { title: words(`${key}.title`, values) });
  return { title: words("notify.failed.title"), body, action };
}
