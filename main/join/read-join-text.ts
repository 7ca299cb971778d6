import { isJoinUrl } from "../graph/meeting-answer.ts";
import { readBareMeeting, readLabelledMeeting } from "./read-meeting-id.ts";
import { isSealedLink, unwrapLink } from "./unwrap-link.ts";

export type JoinReading =
  | {
      readonly kind: "link";
      readonly url: string;
      readonly meetingId: string | null;
      readonly passcode: string | null;
    }
  | { readonly kind: "id"; readonly meetingId: string; readonly passcode: string | null }
  | { readonly kind: "empty" }
  /** There is a link, wrapped by somebody who does not say in it where it leads. */
  | { readonly kind: "wrapped"; readonly host: string }
  /** There is a link, but not to Teams. */
  | { readonly kind: "not-teams"; readonly host: string }
  | { readonly kind: "not-understood" };

const maxLength = 20_000;

/** Reads what was pasted to join with: a link, an invitation in text or HTML, or a meeting ID. */
export function readJoinText(text: string, joinHosts: readonly string[]): JoinReading {
  const cut = text.slice(0, maxLength).toWellFormed().trim();
  if (cut === "") return { kind: "empty" };
  const plain = withoutTags(cut);
  const labelled = readLabelledMeeting(plain);
  const links = linksIn(cut, joinHosts).map(unwrapLink);
  const allowed = links.filter((link) => isJoinUrl(link, joinHosts)).map((link) => new URL(link));
  const meeting = allowed.find(({ pathname }) => isMeetingPath(pathname));
  if (meeting) return linkReading(meeting, labelled);
  const { meetingId, passcode } = labelled.meetingId === null ? readBareMeeting(plain) : labelled;
  if (meetingId !== null) return { kind: "id", meetingId, passcode };
  // Microsoft says the form of its links may change, so an unknown one is taken, but last.
  const unknown = allowed.find(({ pathname, hash }) => !isOtherPath(pathname + hash));
  if (unknown) return linkReading(unknown, labelled);
  return foreignReading(links, joinHosts);
}

/** The address that opens a meeting by its ID. */
export function joinAddressOf(meetingId: string, passcode: string | null, host: string): string {
  const query = passcode === null ? "" : `?p=${encodeURIComponent(passcode.toWellFormed())}`;
  return `https://${host}/meet/${meetingId.replaceAll(/\D/gu, "")}${query}`;
}

const isMeetingPath = (path: string): boolean =>
  /^\/(?:v2\/)?(?:l\/meetup-join|l\/meeting|meet)\/[^/]/u.test(path);

/** Pages of Teams that are no meeting: the start page, options, chats, channels, files. */
const isOtherPath = (path: string): boolean =>
  /^\/(?:v2\/?|_)?$|^\/(?:meetingOptions|l\/(?:chat|channel|team|message|file|app|entity|call))\b/iu.test(
    path,
  );

function linkReading(
  url: URL,
  labelled: { readonly meetingId: string | null; readonly passcode: string | null },
): JoinReading {
  const id = /\/meet\/(\d{9,15})$/u.exec(url.pathname)?.[1] ?? null;
  const p = url.searchParams.get("p") ?? "";
  // Longer ones are a proof for this link, not what people type.
  const passcode = labelled.passcode ?? (/^[A-Za-z0-9]{4,12}$/u.test(p) ? p : null);
  return { kind: "link", url: url.href, meetingId: id ?? labelled.meetingId, passcode };
}

function foreignReading(links: readonly string[], joinHosts: readonly string[]): JoinReading {
  const sealed = links.find(isSealedLink);
  if (sealed !== undefined) return { kind: "wrapped", host: new URL(sealed).hostname };
  const hosts = links.filter((link) => URL.canParse(link)).map((link) => new URL(link).hostname);
  const host = hosts.find((name) => name !== "" && !joinHosts.includes(name));
  return host === undefined ? { kind: "not-understood" } : { kind: "not-teams", host };
}

/** An address, or the beginning of one without a scheme, as address bars show it. */
const address =
  /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"'`[\]]+|(?<![\p{L}\p{N}@./:-])[a-z][a-z0-9.-]{3,60}\/[^\s<>"'`[\]]+/giu;

/** Every address in the text; without a scheme only those of the join hosts. */
function linksIn(text: string, joinHosts: readonly string[]): string[] {
  return (text.match(address) ?? []).flatMap((match) => {
    const link = withoutEnd(match.replaceAll(/&(?:amp|#38|#x26);/giu, "&"));
    if (/^https?:/iu.test(link)) return [link];
    const [host = ""] = link.split("/", 1);
    return joinHosts.includes(host.toLowerCase()) ? [`https://${link}`] : [];
  });
}

/** Without the signs of the sentence around it. A loop, because `+$` takes quadratic time. */
function withoutEnd(link: string): string {
  let end = link.length;
  while (end > 0 && /[\p{Cf}\p{Pe}\p{Pf}\p{Pi}.,;:!?*…。、，；：！？]/u.test(link.charAt(end - 1)))
    end--;
  return link.slice(0, end);
}

/** HTML as the lines people see; text without tags stays as it is. */
function withoutTags(text: string): string {
  if (!/<(?:a|br|div|html|p|span|td)\b/iu.test(text)) return text;
  return text
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/<(?:br|\/(?:p|div|tr|li|h\d))\b[^<>]*>/giu, "\n")
    .replaceAll(/<[^<>]*>/gu, " ")
    .replaceAll(/&(?:nbsp|#160|#xa0);/giu, " ");
}
