import type { Clock } from "../clock.ts";
import type { CopyPreview } from "../contract/answers.ts";
import type { Result } from "../contract/errors.ts";
import type { CopyFormat } from "../contract/copy-formats.ts";
import type { Clipboard } from "../meetings/fulfil.ts";
import type { HistoryEntry } from "../meetings/history.ts";
import type { Store } from "../store.ts";
import type { Words } from "../words.ts";
import { formatInvitation } from "./invitation.ts";
import type { InvitationFacts } from "./invitation-facts.ts";
import { invitationMail } from "./mail-address.ts";
import { checkTemplate } from "./template.ts";

export interface HandOverDependencies {
  readonly clipboard: Clipboard;
  readonly store: Store;
  readonly words: () => Words;
  readonly clock: Clock;
}

/** Every way a meeting leaves the app. */
export interface HandOver {
  /** In the format of the settings where none is named. Errors: clipboard-busy. */
  copy(entry: HistoryEntry, format: CopyFormat | null): Promise<Result<undefined>>;
  /** Empties the clipboard if it still holds what was copied of this meeting. */
  takeBack(entry: HistoryEntry): Promise<boolean>;
  preview(format: CopyFormat, template: string): CopyPreview;
  /** The text of an .ics file. */
  calendarFile(entry: HistoryEntry): Promise<string>;
  /** A mailto: address; null where not even the link fits into one. */
  mail(entry: HistoryEntry): string | null;
}

export function createHandOver({ clipboard, store, words, clock }: HandOverDependencies): HandOver {
  /** The plain text of the last copy, by meeting: for Undo. */
  const copied = new Map<string, string>();
  const wording = () => ({ locale: store.read().locale, words: words() });
  const formatted = (format: CopyFormat, facts: InvitationFacts, template: string) =>
    formatInvitation(format, facts, {
      ...wording(),
      template,
      eol: store.read().platform === "win32" ? "\r\n" : "\n",
    });

  function factsOf(entry: HistoryEntry, joinInformationHtml: string | null): InvitationFacts {
    const { dialIn, organiserUsername: organiser } = entry;
    const { timeZone } = store.read();
    const numbers = dialIn && { ...dialIn, country: null, city: null };
    return { ...entry, timeZone, dialIn: numbers, organiser, joinInformationHtml };
  }

  return {
    async copy(entry, format) {
      const { copyFormat, template } = store.read().settings;
      const chosen = format ?? copyFormat;
      const rich = richFormats.has(chosen) ? await readInvitation(entry) : null;
      const { text, html } = formatted(chosen, factsOf(entry, rich), template);
      copied.set(entry.id, text);
      // A plain link stays plain: no rich editor gets a surprise.
      if (html === null || chosen === "link") return clipboard.writeText(text);
      return clipboard.writeRich({ text, html });
    },
    takeBack: (entry) => clipboard.clearIfStill(copied.get(entry.id) ?? entry.joinUrl),
    preview(format, template) {
      const facts = exampleOf(store, clock.now());
      const problems = format === "template" ? checkTemplate(template) : [];
      return { ...formatted(format, facts, template), problems };
    },
    async calendarFile(entry) {
      const { calendarFile } = await import("./calendar-file.ts");
      const { id, startAt, endAt } = entry;
      const now = clock.now();
      // Counted in minutes since it was made: later files of the same meeting win.
      const sequence = Math.max(0, Math.floor((now - entry.createdAt) / 60_000));
      return calendarFile(factsOf(entry, null), { id, sequence, startAt, endAt, now }, wording());
    },
    mail: (entry) => invitationMail(factsOf(entry, null), wording()),
  };
}

const richFormats = new Set<CopyFormat>(["link-and-invitation", "invitation"]);

/** Teams' own invitation, cleaned. What cleans it takes long to load, and a plain link needs none of it. */
async function readInvitation({ invitation }: HistoryEntry): Promise<string | null> {
  if (invitation === null) return null;
  const { readJoinInformation } = await import("./join-information.ts");
  return readJoinInformation(invitation);
}

/** What a preview shows: no meeting of anybody's. */
function exampleOf(store: Store, now: number): InvitationFacts {
  const { timeZone, settings, session } = store.read();
  const startAt = Math.ceil(now / 1_800_000) * 1_800_000;
  const isKnown = session.kind === "signed-in" || session.kind === "expired";
  return {
    subject: settings.defaultSubject,
    startAt,
    endAt: startAt + settings.defaultDurationMinutes * 60_000,
    timeZone,
    joinUrl: "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9",
    meetingId: "248719335402",
    passcode: "Xk4Ru9",
    dialIn: {
      number: "+49 69 5550 0110",
      country: null,
      city: null,
      conferenceId: "902118447",
      moreNumbersUrl: null,
    },
    organiser: isKnown ? session.account.username : "megan@contoso.com",
    joinInformationHtml: null,
  };
}
