import { cleanLine } from "../handover/clean-line.ts";
import type { CalendarEntry } from "../graph/event-answer.ts";

/** A mailto: address, or why there is none. */
export type AttendeeMail =
  | { readonly kind: "ready"; readonly address: string }
  | { readonly kind: "nobody" }
  | { readonly kind: "too-many" };

/** Longer ones are cut or refused on the way to the mail program: Windows passes little more than 2,000. */
const maxLength = 2_000;
const maxSubject = 100;

/**
 * A new message to everybody in a meeting but the person at `ownAddress`. Nobody is left out in silence: where they
 * do not fit, there is none. Outlook on Windows parts addresses by semicolons alone, others by what RFC 6068 says.
 */
export function attendeeMail(
  participants: Participants,
  ownAddress: string,
  separator: "," | ";",
): AttendeeMail {
  const own = ownAddress.toLowerCase();
  const byName = new Map<string, string>();
  let least = 0;
  for (const address of everybody(participants)) {
    const name = address.toLowerCase();
    if (name === own) continue;
    if (!byName.has(name)) least += name.length;
    byName.set(name, address);
    // Encoding makes none of them shorter. The days are drawn each minute, and some events invite hundreds.
    if (least > maxLength) return { kind: "too-many" };
  }
  if (byName.size === 0) return { kind: "nobody" };
  const people = [...byName.values()].map(encodeAddress).join(separator);
  const line = cleanLine(participants.subject ?? "", maxSubject);
  // Not translated: mail programs take it for a reply in every language.
  const said = line === "" ? "" : `Re: ${line}`;
  const address = `mailto:${people}?subject=${encodeURIComponent(said)}`;
  return address.length > maxLength ? { kind: "too-many" } : { kind: "ready", address };
}

type Participants = Pick<CalendarEntry, "organiserAddress" | "inviteeAddresses" | "subject">;

function* everybody({ organiserAddress, inviteeAddresses }: Participants): Generator<string> {
  if (organiserAddress !== null) yield organiserAddress;
  yield* inviteeAddresses;
}

const encodeAddress = (address: string): string =>
  encodeURIComponent(address).replaceAll("%40", "@");
