import { findLinks, type FoundLink } from "./find-links.ts";
import { isHtml, readEntities, readHtml } from "./html-text.ts";
import { withLinesAtLabels } from "./invitation-labels.ts";
import { readMailText } from "./mail-text.ts";
import { completeness, type LinkReading, readLink } from "./read-link.ts";
import { type LabelledMeeting, readBareMeeting, readLabelledMeeting } from "./read-meeting-id.ts";
import { undoEscapes } from "./undo-escapes.ts";
import { unwrapLink } from "./unwrap-link.ts";

export type JoinReading =
  | {
      readonly kind: "link";
      readonly url: string;
      readonly meetingId: string | null;
      readonly passcode: string | null;
    }
  | { readonly kind: "id"; readonly meetingId: string; readonly passcode: string | null }
  | { readonly kind: "empty" }
  /** A meeting, but of another product. */
  | { readonly kind: "other-product"; readonly product: string }
  /** A link to a meeting of Teams that was cut off. */
  | { readonly kind: "incomplete" }
  /** There is a link, wrapped by somebody who does not say in it where it leads. */
  | { readonly kind: "wrapped"; readonly host: string; readonly by: string }
  /** A page of Teams, but no meeting. */
  | { readonly kind: "teams-page" }
  /** There is a link, but not to Teams. */
  | { readonly kind: "not-teams"; readonly host: string }
  | { readonly kind: "not-understood" };

const maxLength = 20_000;

/** Reads what was pasted to join with: a link, an invitation in text or HTML, or a meeting ID. */
export function readJoinText(text: string, joinHosts: readonly string[]): JoinReading {
  const cut = text.slice(0, maxLength).toWellFormed().trim();
  if (cut === "") return { kind: "empty" };
  const plain = plainText(cut);
  const readings = new Map<string, LinkReading>();
  function read(link: string): LinkReading {
    const reading = readings.get(link) ?? readLink(link, joinHosts);
    readings.set(link, reading);
    return reading;
  }
  const found = findLinks(plain, joinHosts, (link) => completeness(read(link)));
  const links = found.map(({ link }) => read(link));
  const labelled = readLabelledMeeting(unwrapped(plain, found));
  const meeting = links.find((link) => link.kind === "meeting");
  if (meeting) return linkReading(meeting, labelled);
  const { meetingId, passcode } = labelled.meetingId === null ? readBareMeeting(plain) : labelled;
  if (meetingId !== null) return { kind: "id", meetingId, passcode };
  return otherReading(links, labelled.product);
}

/** The address that opens a meeting by its ID. */
export function joinAddressOf(meetingId: string, passcode: string | null, host: string): string {
  const query = passcode === null ? "" : `?p=${encodeURIComponent(passcode.toWellFormed())}`;
  return `https://${host}/meet/${meetingId.replaceAll(/\D/gu, "")}${query}`;
}

/** What a person would see, whatever it was copied from. */
function plainText(text: string): string {
  const mail = undoEscapes(readMailText(text, isHtml(text)));
  const seen = readEntities(isHtml(mail) ? readHtml(mail) : mail);
  return withLinesAtLabels(seen);
}

/** The text as if nobody had wrapped its links: then they tell whose meeting it is about. */
function unwrapped(text: string, found: readonly FoundLink[]): string {
  const pieces = found.map(({ link, start }, place) => {
    const before = text.slice(found[place - 1]?.end ?? 0, start);
    return `${before}${unwrapLink(link).link} `;
  });
  return pieces.join("") + text.slice(found.at(-1)?.end ?? 0);
}

/** The text may tell of another meeting than the link: then what it says is not the link's. */
function linkReading(
  { url, meetingId, passcode }: LinkReading & { readonly kind: "meeting" },
  labelled: LabelledMeeting,
): JoinReading {
  const isOfAnother =
    labelled.product !== null ||
    (meetingId !== null && labelled.meetingId !== null && labelled.meetingId !== meetingId);
  const said = isOfAnother ? null : labelled;
  return {
    kind: "link",
    url,
    meetingId: meetingId ?? said?.meetingId ?? null,
    passcode: said?.passcode ?? passcode,
  };
}

function otherReading(links: readonly LinkReading[], product: string | null): JoinReading {
  const known = links.find((link) => link.kind === "other-product");
  if (known) return known;
  if (product !== null) return { kind: "other-product", product };
  const cutOff = links.find((link) => link.kind === "incomplete");
  if (cutOff) return cutOff;
  const wrapped = links.find((link) => link.kind === "wrapped");
  if (wrapped) return wrapped;
  if (links.some(({ kind }) => kind === "page")) return { kind: "teams-page" };
  const elsewhere = links.find((link) => link.kind === "elsewhere");
  return elsewhere ? { kind: "not-teams", host: elsewhere.host } : { kind: "not-understood" };
}
