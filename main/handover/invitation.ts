import type { CopyFormat } from "../contract/copy-formats.ts";
import { fieldsOf, grouped, type InvitationFacts, line, type Wording } from "./invitation-facts.ts";
import {
  asPiece,
  dialInLines,
  invitationLines,
  invitationSections,
  urlPiece,
} from "./invitation-lines.ts";
import { linesToHtml, linesToText, pieceToHtml, sectionsToHtml, sentence } from "./lines.ts";
import { markdownOf } from "./markdown.ts";
import { fillTemplate } from "./template.ts";

export interface InvitationOptions extends Wording {
  readonly eol: "\n" | "\r\n";
  /** The person's own, for the format of that name. */
  readonly template?: string;
}

/** What goes on the clipboard: text always, HTML where rich editors should get more. */
export interface Handover {
  readonly text: string;
  readonly html: string | null;
}

type Unavailable = "no-dial-in" | "no-meeting-id";

/** Why a format cannot be had of this meeting; null when it can. */
export function unavailable(format: CopyFormat, facts: InvitationFacts): Unavailable | null {
  if (format === "dial-in" && line(facts.dialIn?.number ?? null) === null) return "no-dial-in";
  if (format === "id-and-passcode" && line(facts.meetingId) === null) return "no-meeting-id";
  return null;
}

/** A format that cannot be had, or that comes out empty, is the link: that is the promise. */
export function formatInvitation(
  format: CopyFormat,
  facts: InvitationFacts,
  options: InvitationOptions,
): Handover {
  const handover = unavailable(format, facts) ? null : formatted(format, facts, options);
  return handover === null || handover.text.trim() === "" ? linkOf(facts) : handover;
}

function formatted(
  format: CopyFormat,
  facts: InvitationFacts,
  options: InvitationOptions,
): Handover {
  const { words, eol } = options;
  const invitation = () => invitationLines(facts, options);
  const rich = () =>
    facts.joinInformationHtml ?? sectionsToHtml(invitationSections(facts, options));
  switch (format) {
    case "link":
      return linkOf(facts);
    case "link-and-invitation":
      return { text: linkOf(facts).text, html: rich() };
    case "invitation":
      return { text: linesToText(invitation(), eol), html: rich() };
    case "markdown":
      return { text: markdownOf(facts, options).join(eol), html: null };
    case "id-and-passcode": {
      const id = asPiece(grouped(line(facts.meetingId)));
      const passcode = asPiece(line(facts.passcode));
      const both = sentence(words, "idAndPasscode", { id, passcode });
      return { text: linesToText([both ?? sentence(words, "id", { id })], eol), html: null };
    }
    case "dial-in": {
      const lines = dialInLines(facts, options);
      return { text: linesToText(lines, eol), html: linesToHtml(lines) };
    }
    case "template":
      return {
        text: fillTemplate(options.template ?? "", fieldsOf(facts, options), eol),
        html: null,
      };
  }
}

function linkOf({ joinUrl }: InvitationFacts): Handover {
  const piece = urlPiece(joinUrl) ?? { text: "" };
  return { text: piece.text, html: pieceToHtml(piece) };
}
