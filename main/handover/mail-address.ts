import { fieldsOf, type InvitationFacts, type Wording } from "./invitation-facts.ts";
import { invitationLines, linkLines } from "./invitation-lines.ts";
import { linesToText } from "./lines.ts";

/** Longer ones are cut or refused on the way to the mail program: Windows passes little more than 2,000. */
const maxLength = 2_000;

/**
 * A new message with the invitation, without a recipient. Where it would get too long only the link
 * stays, then the subject is cut. Null where not even the link fits.
 */
export function invitationMail(facts: InvitationFacts, wording: Wording): string | null {
  const { subject } = fieldsOf(facts, wording);
  const whole = linesToText(invitationLines(facts, wording), "\r\n");
  const link = linesToText(linkLines(facts, wording), "\r\n");
  const address = mailAddress(subject ?? "", whole);
  if (address.length <= maxLength) return address;
  const room = maxLength - mailAddress("", link).length;
  return room < 0 ? null : mailAddress(cut(subject ?? "", room), link);
}

const mailAddress = (subject: string, body: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;

/** As many whole characters as fit encoded. */
function cut(text: string, room: number): string {
  let left = room;
  let kept = "";
  for (const character of text) {
    left -= encodeURIComponent(character).length;
    if (left < 0) break;
    kept += character;
  }
  return kept;
}
