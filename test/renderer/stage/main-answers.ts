import { createInviteeTimes } from "../../../main/calendar/invitee-times.ts";
import { createJoinHandlers } from "../../../main/shell/handlers/join-handlers.ts";
import { createTimeHandlers } from "../../../main/shell/handlers/time-handlers.ts";
import { createTypedLineHandlers } from "../../../main/shell/handlers/typed-line-handlers.ts";
import { meetingDefaults } from "../../../main/contract/defaults.ts";
import { chooseLanguage, languages } from "../../../main/contract/languages.ts";
import { fail, ok } from "../../../main/contract/errors.ts";
import type { Invitee } from "../../../main/contract/event-draft.ts";
import type { Handlers } from "../../../main/contract/requests/vocabulary.ts";
import type { Meeting } from "../../../main/contract/meeting.ts";
import { splitAddresses } from "../../../main/graph/people.ts";
import type { Schedule } from "../../../main/graph/schedule-answer.ts";
import { createHandOver } from "../../../main/handover/hand-over.ts";
import { qrCode } from "../../../main/handover/qr-code.ts";
import {
  readExtension,
  readMove,
  readSubject,
} from "../../../main/meetings/changes/change-reading.ts";
import { listPage } from "../../../main/meetings/list-page.ts";
import { readSchedule } from "../../../main/meetings/schedule-reading.ts";
import type { Store } from "../../../main/base/store.ts";
import { createWords, type Words } from "../../../main/base/words.ts";
import { aMeeting } from "../../fakes/a-meeting.ts";
import { deafClipboard } from "../../fakes/deaf-clipboard.ts";

/** What main alone decides. No test may say it for main: then the screen would be of no app. */
export const decidedByMain = [
  "listMeetings",
  "checkSchedule",
  "readPhrase",
  "readTypedLine",
  "searchZones",
  "checkInvitees",
  "getQrCode",
  "previewCopy",
  "readJoinText",
] as const;

/** What main refuses by itself, or passes on; what comes of it out there a test may say. */
const refusedByMain = [
  "schedule",
  "moveMeeting",
  "renameMeeting",
  "extendMeeting",
  "join",
  "searchPeople",
  "readInviteeTimes",
] as const;

export const answeredByMain = [...decidedByMain, ...refusedByMain];
export type MainAnswers = Pick<Handlers, (typeof answeredByMain)[number]>;

/** Who is out there, as Microsoft would tell. */
export interface Outside {
  /** Whom the person works with; "off" where nobody may be suggested. */
  readonly people?: readonly Invitee[] | "off";
  /** All that is listed, where it is more than the state says. */
  readonly listed?: readonly Meeting[];
  /** The calendars that may be looked at. */
  readonly calendars?: readonly Schedule[];
}

export interface MainAnswersDependencies {
  readonly store: Store;
  /** Epoch milliseconds, the same as the page's. */
  readonly now: () => number;
  readonly outside: Outside;
}

const done = async () => ok(undefined);
const spoken = new Map(
  await Promise.all(languages.map(async ({ tag }) => [tag, await createWords(tag)] as const)),
);
const english = await createWords("en");
const wordsOf = (language: string): Words => spoken.get(chooseLanguage([language])) ?? english;

/** The app's own readings of what the page sends, over the state that it shows. */
export function createMainAnswers({ store, now, outside }: MainAnswersDependencies): MainAnswers {
  const { people = [], calendars = [], listed } = outside;
  const clock = { now, sleep: async () => undefined };
  const account = () => {
    const { session } = store.read();
    return session.kind === "signed-in" ? session.account : null;
  };
  function here() {
    const { language, locale, timeZone } = store.read();
    return { languages: [language, "en-GB"], locale, timeZone };
  }
  function defaultMinutes() {
    const state = store.read();
    const who = account();
    return who
      ? meetingDefaults(state, who).durationMinutes
      : state.settings.defaultDurationMinutes;
  }
  const handOver = createHandOver({
    store,
    clock,
    clipboard: deafClipboard,
    words: () => wordsOf(store.read().language),
  });
  const inviteeTimes = createInviteeTimes({
    clock,
    timeZone: () => store.read().timeZone,
    schedules: () =>
      ok({ accountId: account()?.id ?? "", schedules: { read: async (all) => ok(all.map(see)) } }),
  });
  const see = (address: string): Schedule =>
    calendars.find((each) => each.address === address) ?? {
      address,
      zone: null,
      hours: null,
      taken: null,
    };

  function meeting(id: string): Meeting | undefined {
    const { recent, room, creation } = store.read();
    const created = "meeting" in creation ? creation.meeting : null;
    return [...recent, room, created].find((each) => each?.id === id) ?? undefined;
  }

  const searchPeople = async (text: string) =>
    people === "off"
      ? fail({ kind: "sign-in-refused", reason: "approval-needed", trace: null } as const)
      : ok(people.filter((each) => isCalled(each, text)));

  return {
    ...createTimeHandlers({ defaultMinutes, here, clock }),
    ...createTypedLineHandlers({ account, known: () => store.read(), here, searchPeople, clock }),
    ...createJoinHandlers({
      clipboard: deafClipboard,
      openMeeting: done,
      session: { account },
      organisations: { all: () => store.read().organisations },
    }),
    async listMeetings(asked) {
      const { recent, locale } = store.read();
      return ok(listPage(listed ?? recent, asked, locale));
    },
    checkSchedule: async (draft) => ok(readSchedule(draft, store.read().timeZone, now())),
    checkInvitees: async ({ text }) => ok(splitAddresses(text)),
    searchPeople: ({ text }) => searchPeople(text),
    readInviteeTimes: (question) => inviteeTimes.read(question),
    previewCopy: async (choices) => ok(await handOver.preview(choices)),
    async getQrCode({ id }) {
      const code = qrCode(meeting(id)?.joinUrl ?? "");
      return code ? ok(code) : fail({ kind: "unknown-meeting" });
    },
    async schedule(draft) {
      const { problems, startAt, endAt } = readSchedule(draft, store.read().timeZone, now());
      if (problems) return fail({ kind: "invalid-schedule", problems });
      return ok(aMeeting({ subject: draft.subject, startAt: startAt ?? 0, endAt: endAt ?? 0 }));
    },
    async moveMeeting({ id, draft, before }) {
      const known = meeting(id);
      if (!known) return fail({ kind: "unknown-meeting" });
      const computerZone = store.read().timeZone;
      const change = readMove(known, draft, { computerZone, now: now(), before });
      return change.ok ? ok(undefined) : change;
    },
    async renameMeeting({ subject }) {
      const change = readSubject(subject);
      return change.ok ? ok(undefined) : change;
    },
    async extendMeeting({ id, minutes }) {
      const known = meeting(id);
      if (!known) return fail({ kind: "unknown-meeting" });
      const change = readExtension(known, minutes, now());
      return change.ok ? ok(undefined) : change;
    },
  };
}

/** As Microsoft finds people: by the beginning of a name or an address. */
function isCalled({ name, address }: Invitee, text: string): boolean {
  const words = [...(name ?? "").split(" "), address].map((word) => word.toLowerCase());
  return words.some((word) => word.startsWith(text.toLowerCase()));
}
