import { foldText } from "./fold-text.ts";
import { meetingIdLabel, ownPasscodeLabel, passcodeLabel } from "./invitation-labels.ts";
import { passcodeBehind, readOwnLabel } from "./read-own-label.ts";
import { longestOther, namesTeams, productAround } from "./named-products.ts";

export interface LabelledMeeting {
  readonly meetingId: string | null;
  readonly passcode: string | null;
  /** The other product the ID belongs to; then `meetingId` is null. */
  readonly product: string | null;
}

/** 9 to 15 digits, grouped in any way but on one line. A conference ID for phones ends with #. */
const digits = "\\d(?:[ \\t.\\-]{0,2}\\d){8,14}";
/** The last groups of an ID, alone on the next line where a mail program wrapped it. */
const wrappedGroup =
  "(?:[ \\t]{0,2}\\n[ \\t]{0,2}\\d{1,3}(?:[ ]\\d{1,3}){0,3}(?=[ \\t]{0,2}(?:\\n|$)))?";
const labelledId = new RegExp(
  `(?:${meetingIdLabel})[^\\p{L}\\p{N}+]{0,12}(${digits}(?!\\d)${wrappedGroup})(?!\\d|[ \\t]{0,2}#)`,
  "giu",
);
/** Without a colon, or on the next line, a passcode must have a digit, unlike the "is" of "Passcode is needed". */
const hasDigit = "(?=[a-z]{0,31}\\d)";
const labelledPasscode = new RegExp(
  `(?:${passcodeLabel})(?:` +
    "[^\\p{L}\\p{N}:\\n]{0,6}:[^\\p{L}\\p{N}\\n]{0,12}([a-z0-9]{3,32})|" +
    `[^\\p{L}\\p{N}:\\n]{1,8}(${hasDigit}[a-z0-9]{3,32})|` +
    `[ \\t]{0,3}:?[ \\t]{0,3}\\n[ \\t]{0,8}(${hasDigit}[a-z0-9]{4,12})(?=[ \\t]{0,8}(?:\\n|$))` +
    ")(?![a-z0-9])",
  "iu",
);
const bareId = new RegExp(
  `^#?(${digits})#?(?:(?:[\\s,;/|:(–-]{1,5}|[\\s,;(-]{1,4}(?:${ownPasscodeLabel})[\\s:=.-]{1,4})([a-z0-9]{3,32})\\)?)?$`,
  "iu",
);
/** Of a computer, or of a card: "192.168.100.200", "4111 1111 1111 1111". */
const anothers =
  /^(?:(?:1?\d?\d|2[0-4]\d|25[0-5])\.){3}(?:1?\d?\d|2[0-4]\d|25[0-5])$|^\d{4}([ -])\d{4}\1\d{4}/u;
/** Around what was copied: quotes, brackets, and the full stop of a sentence. */
const around = /^["'“„«‹([<]{1,3}(?=\d)|["'”“»›)\]>.!]{1,3}$/gu;
/** As people write it themselves: "Teams ID: 248 719 335 402". */
const shortLabel =
  /^(?:(?:ms|microsoft)[ -]?)?(teams)?(?:[ -]?(?:meeting))?[ :-]{0,3}(?:id)?[ \t:.#-]{0,3}(?=\d)/iu;

/** Finds the ID and the passcode of an invitation by their labels. `text` is plain text. */
export function readLabelledMeeting(text: string): LabelledMeeting {
  const folded = foldText(text);
  const found = labelledId.exec(folded);
  labelledId.lastIndex = 0;
  if (!found) return readOwn(folded) ?? readByShape(folded);
  const { index, 0: all, 1: id = "" } = found;
  const product = productAround(folded, index, id) ?? productOfGroups(id);
  if (product !== null) return { meetingId: null, passcode: null, product };
  const after = folded.slice(index + all.length);
  const passcode =
    passcodeBehind(after) ?? passcodeIn(after) ?? passcodeIn(folded) ?? passcodeBelow(after);
  return { meetingId: wholeId(id), passcode, product };
}

function readOwn(folded: string): LabelledMeeting | null {
  const own = readOwnLabel(folded);
  if (!own) return null;
  const product = productAround(folded, own.index, own.id);
  if (product !== null) return { meetingId: null, passcode: null, product };
  const passcode = own.passcode ?? passcodeIn(folded);
  return { meetingId: onlyDigits(own.id), passcode, product: null };
}

const longestBare = 200;

/** Digits without a label are an ID only if just a passcode stands beside them: they may be a phone number. */
export function readBareMeeting(text: string): Omit<LabelledMeeting, "product"> {
  if (text.length > longestBare) return { meetingId: null, passcode: null };
  const folded = foldText(text);
  const labelled = passcodeIn(folded);
  const rest = folded.replace(labelledPasscode, "").replace(/[\s,;]{1,8}$/u, "");
  const { 0: label = "", 1: teams } = shortLabel.exec(rest.trim()) ?? [];
  const { id, beside } = readAlone(rest.trim().slice(label.length));
  // Shorter ones may be another product's.
  const isNamed = label === "" || teams !== undefined || (id ?? "").length > longestOther;
  if (!isNamed) return { meetingId: null, passcode: null };
  return { meetingId: id, passcode: labelled ?? beside };
}

/** Digits alone, with at most a passcode behind them. */
function readAlone(text: string) {
  const typed = text.replaceAll(around, "");
  const { 1: id, 2: beside } = (anothers.test(typed) ? null : bareId.exec(typed)) ?? [];
  return { id: id === undefined ? null : onlyDigits(id), beside: beside ?? null };
}

/** Passcodes as Teams makes them: capitals, small letters and digits, of at least two of these kinds. */
const teamsPasscode =
  "(?![a-z]+(?![A-Za-z0-9])|[A-Z]+(?![A-Za-z0-9])|\\d+(?![A-Za-z0-9]))[A-Za-z0-9]{5,8}";
const nextLine = `[ \\t]{0,3}\\n[^\\n:\\d]{1,50}:[ \\t]{0,3}(${teamsPasscode})[ \\t]{0,3}(?:\\n|$)`;
const belowId = new RegExp(`^${nextLine}`, "u");
const shaped = new RegExp(
  `(?:^|\\n)[^\\n:\\d+]{2,60}:[ \\t]{0,3}(\\d{3}(?: \\d{3}){2,4}(?: \\d{1,2})?)${nextLine}`,
  "u",
);

/** The passcode in the line below an ID, under a label we do not know. */
const passcodeBelow = (after: string): string | null => belowId.exec(after)?.[1] ?? null;

/** In a text about Teams, digits in groups of three above a passcode are an ID, whatever the label says. */
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

/** Teams groups its digits in threes; Zoom's last group has four. */
const productOfGroups = (id: string): string | null =>
  /^\d{3}([ -])(?:\d{4}\1\d{4}|\d{3}\1\d{4})$/u.test(id) ? "Zoom" : null;

const onlyDigits = (text: string): string => text.replaceAll(/\D/gu, "");

/** No ID has more than 15 digits: if there are more, the next line does not belong to it. */
function wholeId(text: string): string {
  const digitsOf = onlyDigits(text);
  return digitsOf.length <= 15 ? digitsOf : onlyDigits(text.split("\n", 1)[0] ?? "");
}
