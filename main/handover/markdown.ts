import { fieldsOf, type InvitationFacts, line, type Wording } from "./invitation-facts.ts";
import { linesToText, type Piece, sentence } from "./lines.ts";
import { encodeSigns, webAddress } from "./web-address.ts";

/** Two lines that stay two wherever Markdown is read; what the meeting is called cannot change them. */
export function markdownOf(facts: InvitationFacts, wording: Wording): string[] {
  const fields = fieldsOf(facts, wording);
  const { date, start, end, zone } = fields;
  const url = line(facts.joinUrl, 4_096) ?? "";
  const isWhole = date !== null && start !== null && end !== null && zone !== null;
  const when = isWhole ? wording.words("invitation.whenShort", { date, start, end, zone }) : null;
  const id = markdownPiece(fields.id);
  const passcode = markdownPiece(fields.passcode);
  const both = sentence(wording.words, "idCommaPasscode", { id, passcode });
  const ids = linesToText([both ?? sentence(wording.words, "id", { id })], "\n");
  const target = encodeSigns(webAddress(url) ?? "", /[()<>\\]/gu);
  const link = `**[${escapeMarkdown(fields.subject ?? url)}](${target})**`;
  // Two blanks break the line, where one follows.
  const broken = when === null || ids === "" ? when : `${when}  `;
  return [link, broken, ids].filter((part): part is string => part !== null && part !== "");
}

const markdownPiece = (text: string | null): Piece | null =>
  text === null ? null : { text: escapeMarkdown(text) };

const escapeMarkdown = (text: string): string => text.replaceAll(/[\\[\]*_<>`]/gu, "\\$&");
