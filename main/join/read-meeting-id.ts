import { foldText } from "./fold-text.ts";
import { meetingIdLabel, passcodeLabel } from "./invitation-labels.ts";
import { namesTeams, productAround } from "./named-products.ts";

export interface LabelledMeeting {
  readonly meetingId: string | null;
  readonly passcode: string | null;
  /** Whose ID it is, where it is not Teams': then there is none. */
  readonly product: string | null;
}

/** 9 to 15 digits, however grouped, but never over the end of a line. A conference ID for telephones ends with #. */
const digits = "\\d(?:[ \\t.\\-]{0,2}\\d){8,14}";
/** What a mail program that wraps lines leaves of an ID: alone on the next line. */
const wrappedGroup =
  "(?:[ \\t]{0,2}\\n[ \\t]{0,2}\\d{1,3}(?:[ ]\\d{1,3}){0,3}(?=[ \\t]{0,2}(?:\\n|$)))?";
const labelledId = new RegExp(
  `(?:${meetingIdLabel})[^\\p{L}\\p{N}+]{0,12}(${digits}(?!\\d)${wrappedGroup})(?!\\d|[ \\t]{0,2}#)`,
  "giu",
);
/** Without a colon, and on the next line, only what has a digit is one: "Passcode is needed" has none. */
const hasDigit = "(?=[a-z]{0,31}\\d)";
const labelledPasscode = new RegExp(
  `(?:${passcodeLabel})(?:` +
    "[^\\p{L}\\p{N}:\\n]{0,6}:[^\\p{L}\\p{N}\\n]{0,12}([a-z0-9]{3,32})|" +
    `[^\\p{L}\\p{N}:\\n]{1,8}(${hasDigit}[a-z0-9]{3,32})|` +
    `[ \\t]{0,3}:?[ \\t]{0,3}\\n[ \\t]{0,8}(${hasDigit}[a-z0-9]{4,12})(?=[ \\t]{0,8}(?:\\n|$))` +
    ")(?![a-z0-9])",
  "iu",
);
const bareId = new RegExp(`^#?(${digits})#?(?:[\\s,;/]{1,4}([a-z0-9]{3,32}))?$`, "iu");

/** The ID and the passcode of an invitation, by their labels. `text` is plain. */
export function readLabelledMeeting(text: string): LabelledMeeting {
  const folded = foldText(text);
  const found = labelledId.exec(folded);
  labelledId.lastIndex = 0;
  if (!found) return readByShape(folded);
  const { index, 0: all, 1: id = "" } = found;
  const product = productAround(folded, index, id) ?? productOfGroups(id);
  if (product !== null) return { meetingId: null, passcode: null, product };
  const after = folded.slice(index + all.length);
  const passcode = passcodeIn(after) ?? passcodeIn(folded) ?? passcodeBelow(after);
  return { meetingId: wholeId(id), passcode, product };
}

const longestBare = 200;

/** An ID without a label is one only where nothing stands beside it but a passcode: else it may be a telephone. */
export function readBareMeeting(text: string): Omit<LabelledMeeting, "product"> {
  if (text.length > longestBare) return { meetingId: null, passcode: null };
  const folded = foldText(text);
  const labelled = passcodeIn(folded);
  const rest = folded.replace(labelledPasscode, "").replace(/[\s,;]{1,8}$/u, "");
  const bare = bareId.exec(rest.trim());
  const { 1: id = "", 2: beside } = bare ?? [];
  return { meetingId: bare && onlyDigits(id), passcode: labelled ?? beside ?? null };
}

/** As Teams makes them: of large and small letters and digits, at least two of these. */
const teamsPasscode =
  "(?![a-z]+(?![A-Za-z0-9])|[A-Z]+(?![A-Za-z0-9])|\\d+(?![A-Za-z0-9]))[A-Za-z0-9]{5,8}";
const nextLine = `[ \\t]{0,3}\\n[^\\n:\\d]{1,50}:[ \\t]{0,3}(${teamsPasscode})[ \\t]{0,3}(?:\\n|$)`;
const belowId = new RegExp(`^${nextLine}`, "u");
const shaped = new RegExp(
  `(?:^|\\n)[^\\n:\\d+]{2,60}:[ \\t]{0,3}(\\d{3}(?: \\d{3}){2,4}(?: \\d{1,2})?)${nextLine}`,
  "u",
);

/** The passcode in the line below an ID, in words we do not know. */
const passcodeBelow = (after: string): string | null => belowId.exec(after)?.[1] ?? null;

/** Where the text is of Teams, digits in threes over a passcode are an ID, whatever they are called. */
function readByShape(folded: string): LabelledMeeting {
  const found = shaped.exec(folded);
  const { 1: id = "", 2: passcode = "" } = found ?? [];
  const isOfTeams = id.length >= 14 && namesTeams(folded);
  if (!found || !isOfTeams || productAround(folded, found.index, id) !== null)
    return { meetingId: null, passcode: passcodeIn(folded), product: null };
  return { meetingId: onlyDigits(id), passcode, product: null };
}

function passcodeIn(folded: string): string | null {
  const { 1: plain, 2: bare, 3: below } = labelledPasscode.exec(folded) ?? [];
  return plain ?? bare ?? below ?? null;
}

/** Teams writes its digits in threes; Zoom ends with four. */
const productOfGroups = (id: string): string | null =>
  /^\d{3}([ -])(?:\d{4}\1\d{4}|\d{3}\1\d{4})$/u.test(id) ? "Zoom" : null;

const onlyDigits = (text: string): string => text.replaceAll(/\D/gu, "");

/** No ID has more than 15 digits: then the next line was none of it. */
function wholeId(text: string): string {
  const digitsOf = onlyDigits(text);
  return digitsOf.length <= 15 ? digitsOf : onlyDigits(text.split("\n", 1)[0] ?? "");
}
