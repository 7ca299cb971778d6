import { foldText } from "./fold-text.ts";
import labels from "./invitation-labels.json" with { type: "json" };

const signs = /[.*+?^${}()|[\]\\/-]/gu;

/** However the words are put together, and with any apostrophe. */
const patternOf = (label: string): string =>
  label
    .replaceAll(signs, (sign) => (sign === "-" ? "-" : `\\${sign}`))
    .replaceAll(/[\s-]+/gu, "[\\s-]{0,2}")
    .replaceAll("'", ".");

/** The longer first: one may begin like another. */
const anyOf = (names: readonly string[]): string =>
  [...new Set(names)]
    .toSorted((one, other) => other.length - one.length)
    .map(patternOf)
    .join("|");

const meetingIds = labels.flatMap(({ meetingId }) => meetingId);
const passcodes = labels.flatMap(({ passcode }) => passcode);

/** Microsoft's own labels in the languages that Teams has, as patterns over folded text. */
export const meetingIdLabel = anyOf(meetingIds.map(foldText));
export const passcodeLabel = anyOf(passcodes.map(foldText));

const anyLabel = new RegExp(`^(?:${meetingIdLabel}|${passcodeLabel})(?![A-Za-z0-9])`, "iu");
/** Whether a line begins with a label, of which the first word is enough to mistake it for something else. */
export const beginsWithLabel = (line: string): boolean =>
  anyLabel.test(foldText(line.slice(0, 60)));

const glued = new RegExp(
  `(?<=[A-Za-z0-9])(?=(?:${anyOf([...meetingIds, ...passcodes])})\\s{0,3}[:：])`,
  "gu",
);

/** Where lines were lost, a label would become part of what stands before it: of a link, or of a passcode. */
export const withLinesAtLabels = (text: string): string => text.replaceAll(glued, "\n");
