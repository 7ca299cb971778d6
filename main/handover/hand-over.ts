import type { Clock } from "../base/clock.ts";
import type { CopyPreview } from "../contract/answers.ts";
import type { CopyChoices } from "../contract/settings.ts";
import type { Result } from "../contract/errors.ts";
import type { CopyFormat } from "../contract/copy-formats.ts";
import type { Clipboard } from "../meetings/fulfil.ts";
import type { HistoryEntry } from "../meetings/history.ts";
import type { Store } from "../base/store.ts";
import type { Words } from "../base/words.ts";
import { included, takesMicrosofts } from "./included.ts";
import { formatInvitation, type Handover, unavailable } from "./invitation.ts";
import type { InvitationFacts, Wording } from "./invitation-facts.ts";
import { createInvitationWording } from "./invitation-wording.ts";
import { invitationMail } from "./mail-address.ts";
import { sampleMeeting } from "./sample-meeting.ts";
import { checkTemplate } from "./template.ts";

export interface HandOverDependencies {
  readonly clipboard: Clipboard;
  readonly store: Store;
  /** The app's own. */
  readonly words: () => Words;
  readonly clock: Clock;
}

/** Every way a meeting leaves the app. */
export interface HandOver {
  /** Without a format in the one of its preset, else of the settings. Errors: clipboard-busy. */
  copy(entry: HistoryEntry, format: CopyFormat | null): Promise<Result<undefined>>;
  /** Empties the clipboard if it still holds what was copied of this meeting. */
  takeBack(entry: HistoryEntry): Promise<boolean>;
  preview(choices: CopyChoices): Promise<CopyPreview>;
  /** What the preview shows, to be pasted somewhere. Errors: clipboard-busy. */
  copySample(choices: CopyChoices): Promise<Result<undefined>>;
  /** The text of an .ics file. */
  calendarFile(entry: HistoryEntry): Promise<string>;
  /** A mailto: address; null where not even the link fits into one. */
  mail(entry: HistoryEntry): Promise<string | null>;
}

export function createHandOver({ clipboard, store, words, clock }: HandOverDependencies): HandOver {
  /** The plain text of the last copy, by meeting: for Undo. */
  const copied = new Map<string, string>();
  const wordingOf = createInvitationWording(store, words);

  /** What is left out is left out of invitations; the other formats are what their names say. */
  function formatted(choices: CopyChoices, facts: InvitationFacts, wording: Wording): Handover {
    const { copyFormat: format, template } = choices;
    const said = invitations.has(format) ? included(facts, choices) : facts;
    const eol = store.read().platform === "win32" ? "\r\n" : "\n";
    return formatInvitation(format, said, { ...wording, template, eol });
  }

  function write(format: CopyFormat, facts: InvitationFacts, { text, html }: Handover) {
    // A plain link stays plain: no rich editor gets a surprise.
    if (html !== null && format !== "link") return clipboard.writeRich({ text, html });
    const isSecret = format === "id-and-passcode" && unavailable(format, facts) === null;
    return clipboard.writeText(text, { isSecret: isSecret && facts.passcode !== null });
  }

  function factsOf(entry: HistoryEntry, joinInformationHtml: string | null): InvitationFacts {
    const { dialIn, organiserUsername: organiser } = entry;
    const { timeZone } = store.read();
    const numbers = dialIn && { ...dialIn, country: null, city: null };
    return { ...entry, timeZone, dialIn: numbers, organiser, joinInformationHtml };
  }

  async function sample(choices: CopyChoices) {
    const wording = await wordingOf(choices.invitationLanguage);
    const facts = sampleMeeting(store.read(), wording, clock.now());
    return { facts, handover: formatted(choices, facts, wording) };
  }

  /** For where there is but one form. */
  async function written(entry: HistoryEntry): Promise<[InvitationFacts, Wording]> {
    const { settings } = store.read();
    const facts = included(factsOf(entry, null), settings);
    return [facts, await wordingOf(settings.invitationLanguage)];
  }

  return {
    async copy(entry, format) {
      const { settings } = store.read();
      const copyFormat = format ?? entry.copyFormat ?? settings.copyFormat;
      const isRich = withHtml.has(copyFormat) && takesMicrosofts(settings);
      const facts = factsOf(entry, isRich ? await readInvitation(entry) : null);
      const wording = await wordingOf(settings.invitationLanguage);
      const handover = formatted({ ...settings, copyFormat }, facts, wording);
      copied.set(entry.id, handover.text);
      return write(copyFormat, facts, handover);
    },
    takeBack: (entry) => clipboard.clearIfStill(copied.get(entry.id) ?? entry.joinUrl),
    async preview(choices) {
      const isOwn = choices.copyFormat === "template";
      const { handover } = await sample(choices);
      return { ...handover, problems: isOwn ? checkTemplate(choices.template) : [] };
    },
    async copySample(choices) {
      const { facts, handover } = await sample(choices);
      return write(choices.copyFormat, facts, handover);
    },
    async calendarFile(entry) {
      const { calendarFile } = await import("./calendar-file.ts");
      const { id, startAt, endAt } = entry;
      const now = clock.now();
      // Counted in minutes since it was made: later files of the same meeting win.
      const sequence = Math.max(0, Math.floor((now - entry.createdAt) / 60_000));
      const [facts, wording] = await written(entry);
      return calendarFile(facts, { id, sequence, startAt, endAt, now }, wording);
    },
    mail: async (entry) => invitationMail(...(await written(entry))),
  };
}

const withHtml = new Set<CopyFormat>(["link-and-invitation", "invitation"]);
const invitations = new Set<CopyFormat>([...withHtml, "markdown"]);

/** Teams' own invitation, cleaned. What cleans it takes long to load, and a plain link needs none of it. */
async function readInvitation({ invitation }: HistoryEntry): Promise<string | null> {
  if (invitation === null) return null;
  const { readJoinInformation } = await import("./join-information.ts");
  return readJoinInformation(invitation);
}
