import { ownIdLabel, ownPasscodeLabel } from "./invitation-labels.ts";

export interface OwnMeeting {
  readonly id: string;
  readonly passcode: string | null;
  /** Where its label stands. */
  readonly index: number;
}

/** Twelve digits and more are nobody's but Teams'; fours are a card's, and addresses of computers have dots. */
const digits = String.raw`(?!\d{4}[ -]\d{4}[ -])\d{3}[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{3}(?:[ .-]?\d{1,3})?`;
/** At the beginning of a line, past the marks of lists, or behind a word. */
const labelled = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${ownIdLabel})[^\p{L}\p{N}+\n]{0,8}\n?[ \t]{0,4}(${digits})(?!\d|[ \t]{0,2}#)`,
  "giu",
);
/** Without a colon it must have a digit, unlike the "will" of "Code will follow". */
const behind = new RegExp(
  String.raw`^[^\p{L}\p{N}]{0,8}(?:${ownPasscodeLabel})(?:[^\p{L}\p{N}:=]{0,4}[:=][^\p{L}\p{N}\n]{0,6}|[^\p{L}\p{N}]{0,8}(?=[a-z]{0,31}\d))([a-z0-9]{3,32})(?![a-z0-9])`,
  "iu",
);
const lineBegins = /(?:^|[\n,;|])[^\p{L}\p{N}\n]{0,6}$/u;

/** What follows directly, under Microsoft's label or one that people use. */
export const passcodeBehind = (text: string): string | null => behind.exec(text)?.[1] ?? null;

/** An ID beside a label of people's own: "Meetingnummer: 248 719 335 402, Passwort: Xk4Ru9". */
export function readOwnLabel(folded: string): OwnMeeting | null {
  for (const { 0: all, 1: label = "", 2: id = "", index } of folded.matchAll(labelled)) {
    const passcode = passcodeBehind(folded.slice(index + all.length));
    const before = folded.slice(Math.max(0, index - 12), index);
    if (label.toLowerCase() !== "id" || isOfMeeting(before, id, passcode))
      return { id, passcode, index };
  }
  return null;
}

/** Everything has an ID: it is a meeting's where it stands first and is grouped as Teams does, or has a passcode. */
const isOfMeeting = (before: string, id: string, passcode: string | null): boolean =>
  lineBegins.test(before) && (passcode !== null || /^\d{3}( \d{3}){3}/u.test(id));
