import {
  type DialIn,
  type Fields,
  fieldsOf,
  formatDate,
  formatWeekday,
  instant,
  type InvitationFacts,
  line,
  type Wording,
} from "./invitation-facts.ts";
import { joinFacts, type Words } from "../base/words.ts";
import { type Line, type Piece, sentence } from "./lines.ts";
import { webAddress } from "./web-address.ts";

export const urlPiece = (url: string | null): Piece | null => {
  const text = line(url, 4_096);
  return text === null ? null : { text, href: webAddress(text) };
};

export const asPiece = (text: string | null): Piece | null => (text === null ? null : { text });

/** The invitation in our own words, as text. */
export function invitationLines(facts: InvitationFacts, wording: Wording): Line[] {
  const { words } = wording;
  const fields = fieldsOf(facts, wording);
  const { subject } = fields;
  const when = whenOf(facts, fields, wording);
  return [
    subject === null ? null : [{ text: subject, strong: true }],
    when === null ? null : [{ text: when }],
    [],
    ...linkLines(facts, wording),
    ...accessLines(fields, wording),
    [],
    sentence(words, dialInKey(facts, "dialIn"), dialInPieces(facts, words)),
    conferenceLine(fields, wording),
  ];
}

/** The same where links can be pressed and lines can be bold. */
export function invitationSections(facts: InvitationFacts, wording: Wording): Line[][] {
  const { words } = wording;
  const fields = fieldsOf(facts, wording);
  const when = whenOf(facts, fields, wording);
  const href = webAddress(facts.joinUrl);
  const join = { text: words("invitation.joinLink"), href, strong: true };
  const number = sentence(words, dialInKey(facts, "number"), dialInPieces(facts, words));
  const title = { text: words("invitation.dialInTitle"), strong: true };
  return [
    [
      fields.subject === null ? null : [{ text: fields.subject, strong: true }],
      when === null ? null : [{ text: when }],
      [],
      // What cannot be pressed is at least there to be read.
      ...(href === null ? linkLines(facts, wording) : [[join]]),
      [],
      ...accessLines(fields, wording),
    ],
    number === null ? [] : [[title], number, conferenceLine(fields, wording)],
  ];
}

const accessLines = ({ id, passcode }: Fields, { words }: Wording): Line[] => [
  sentence(words, "id", { id: asPiece(id) }),
  sentence(words, "passcode", { passcode: asPiece(passcode) }),
];

/** The least an invitation needs. */
export const linkLines = ({ joinUrl }: InvitationFacts, { words }: Wording): Line[] => [
  sentence(words, "join", { url: urlPiece(joinUrl) }),
];

/** "Tue 24 Nov 2026, 14:30 – 15:15 (Berlin)"; the end has its own day where that is another one. */
function whenOf(facts: InvitationFacts, fields: Fields, wording: Wording): string | null {
  const startAt = instant(facts.startAt);
  const endAt = instant(facts.endAt);
  const { date, start, end, zone } = fields;
  if (startAt === null || date === null || start === null || zone === null) return null;
  const weekday = formatWeekday(startAt, facts.timeZone, wording);
  const say = (key: string, values = {}) =>
    wording.words(`invitation.${key}`, { weekday, date, start, zone, ...values });
  if (endAt === null || end === null) return say("whenOpen");
  const endDate = formatDate(endAt, facts.timeZone, wording);
  if (endDate === date) return say("when", { end });
  const endWeekday = formatWeekday(endAt, facts.timeZone, wording);
  return say("whenAcrossDays", { end, endDate, endWeekday });
}

function dialInPieces({ dialIn }: InvitationFacts, words: Words): Record<string, Piece | null> {
  const number = line(dialIn?.number ?? null);
  if (dialIn === null || number === null) return { number: null };
  const place = joinFacts(placesOf(dialIn), words);
  const piece = { text: number, href: telAddress(number, dialIn.conferenceId) };
  return place === "" ? { number: piece } : { number: piece, place: { text: place } };
}

const placesOf = ({ country, city }: DialIn): string[] =>
  [line(country), line(city)].filter((part) => part !== null);

const dialInKey = ({ dialIn }: InvitationFacts, key: string): string =>
  dialIn !== null && placesOf(dialIn).length > 0 ? `${key}Place` : key;

/** Dials the number, waits, then types the conference ID, as the links in Teams' own invitations do. */
function telAddress(number: string, conferenceId: string | null): string | null {
  const digits = number.replaceAll(/[^+\d]/gu, "");
  if (!/^\+?\d{3,20}$/u.test(digits)) return null;
  const conference = (conferenceId ?? "").replaceAll(/\D/gu, "").slice(0, 20);
  return conference === "" ? `tel:${digits}` : `tel:${digits},,${conference}%23`;
}

export function dialInLines(facts: InvitationFacts, wording: Wording): Line[] {
  const { words } = wording;
  const more = webAddress(facts.dialIn?.moreNumbersUrl ?? null);
  return [
    sentence(words, dialInKey(facts, "number"), dialInPieces(facts, words)),
    conferenceLine(fieldsOf(facts, wording), wording),
    sentence(words, "moreNumbers", { url: urlPiece(more) }),
  ];
}

const conferenceLine = ({ conference }: Fields, { words }: Wording): Line =>
  sentence(words, "conference", { conference: asPiece(conference) });
