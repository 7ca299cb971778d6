import { randomBytes } from "node:crypto";

/** Both forms are in use; apps must not read anything out of them. */
export type JoinUrlShape = "meetup-join" | "meet";

interface JoinUrlParts {
  readonly threadId: string;
  readonly oid: string;
  readonly tid: string;
  readonly joinMeetingId: string;
}

export function joinUrl(shape: JoinUrlShape, parts: JoinUrlParts): string {
  if (shape === "meet") {
    const proof = randomBytes(18).toString("base64url").replaceAll(/[-_]/gu, "Z").slice(0, 18);
    return `https://teams.microsoft.com/meet/${parts.joinMeetingId}?p=${proof}`;
  }
  const context = JSON.stringify({ Tid: parts.tid, Oid: parts.oid });
  return `https://teams.microsoft.com/l/meetup-join/${encode(parts.threadId)}/0?context=${encode(context)}`;
}

/** Microsoft writes escapes in small letters. */
const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/%[0-9A-F]{2}/gu, (escape) => escape.toLowerCase());
