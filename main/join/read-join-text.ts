import { completeMeeting, labelledBeside } from "./complete-meeting.ts";
import { findLinks } from "./find-links.ts";
import { isHtml, readEntities, readHtml } from "./html-text.ts";
import { withLinesAtLabels } from "./invitation-labels.ts";
import { readMailText } from "./mail-text.ts";
import { completeness, type LinkReading, readLink } from "./read-link.ts";
import { readBareMeeting } from "./read-meeting-id.ts";
import { undoEscapes } from "./undo-escapes.ts";

export type JoinReading =
  | {
      readonly kind: "link";
      readonly url: string;
      readonly meetingId: string | null;
      readonly passcode: string | null;
    }
  | { readonly kind: "id"; readonly meetingId: string; readonly passcode: string | null }
  | { readonly kind: "empty" }
  /** A meeting of another product. */
  | { readonly kind: "other-product"; readonly product: string }
  /** A link to a Teams meeting that was cut off. */
  | { readonly kind: "incomplete" }
  /** A link that somebody wrapped in such a way that nothing says where it leads. */
  | { readonly kind: "wrapped"; readonly host: string; readonly by: string }
  /** A page of Teams that is not a meeting. */
  | { readonly kind: "teams-page" }
  /** A link that does not lead to Teams. */
  | { readonly kind: "not-teams"; readonly host: string }
  | { readonly kind: "not-understood" };

const maxLength = 20_000;

/** Reads what somebody pasted to join a meeting: a link, an invitation as text or HTML, or a meeting ID. */
export function readJoinText(text: string): JoinReading {
  const cut = text.slice(0, maxLength).toWellFormed().trim();
  if (cut === "") return { kind: "empty" };
  const plain = plainText(cut);
  const readings = new Map<string, LinkReading>();
  function read(link: string): LinkReading {
    const reading = readings.get(link) ?? readLink(link);
    readings.set(link, reading);
    return reading;
  }
  const found = findLinks(plain, (link) => completeness(read(link)));
  const links = found.map(({ link }) => read(link));
  const labelled = labelledBeside(found, plain);
  const meeting = links.find((link) => link.kind === "meeting");
  if (meeting) return { ...completeMeeting(meeting, labelled), kind: "link" };
  const { meetingId, passcode } = labelled.meetingId === null ? readBareMeeting(plain) : labelled;
  if (meetingId !== null) return { kind: "id", meetingId, passcode };
  return otherReading(links, labelled.product);
}

/** What keyboards and programs make of "https://". */
const brokenScheme = /\b(https?|ms-?teams) ?[:：] ?[/／]{2}/giu;

/** The text a person would see, wherever it was copied from. */
function plainText(text: string): string {
  const mail = undoEscapes(readMailText(text, isHtml(text)));
  const seen = readEntities(isHtml(mail) ? readHtml(mail) : mail);
  return withLinesAtLabels(seen.replaceAll(brokenScheme, "$1://"));
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
