import { foldText } from "./fold-text.ts";
import labels from "./invitation-labels.json" with { type: "json" };
import ownLabels from "./own-labels.json" with { type: "json" };

const signs = /[.*+?^${}()|[\]\\/-]/gu;

/** Matches the words of a label joined by spaces, by hyphens or by nothing, and any kind of apostrophe. */
const patternOf = (label: string): string =>
  label
    .replaceAll(signs, (sign) => (sign === "-" ? "-" : `\\${sign}`))
    .replaceAll(/[\s-]+/gu, "[\\s-]{0,2}")
    .replaceAll("'", ".");

/** Longer names first, because one may be the beginning of another. */
const anyOf = (names: readonly string[]): string =>
  [...new Set(names)]
    .toSorted((one, other) => other.length - one.length)
    .map(patternOf)
    .join("|");

const meetingIds = labels.flatMap(({ meetingId }) => meetingId);
const passcodes = labels.flatMap(({ passcode }) => passcode);

/** Microsoft's labels in the languages of Teams, as patterns for folded text. */
export const meetingIdLabel = anyOf(meetingIds.map(foldText));
export const passcodeLabel = anyOf(passcodes.map(foldText));

/** What people write themselves in place of Microsoft's labels. */
export const ownIdLabel = anyOf(ownLabels.flatMap(({ meetingId }) => meetingId).map(foldText));
export const ownPasscodeLabel = anyOf(
  [...passcodes, ...ownLabels.flatMap(({ passcode }) => passcode)].map(foldText),
);

const anyLabel = new RegExp(`^(?:${meetingIdLabel}|${passcodeLabel})(?![A-Za-z0-9])`, "iu");
/** Whether a line begins with a label, whose first word could otherwise pass for the rest of a link. */
export const beginsWithLabel = (line: string): boolean =>
  anyLabel.test(foldText(line.slice(0, 60)));

const glued = new RegExp(
  `(?<=[A-Za-z0-9])(?=(?:${anyOf([...meetingIds, ...passcodes])})\\s{0,3}[:：])`,
  "gu",
);

/** Where line breaks were lost, puts labels on lines of their own: they would become part of a link or a passcode. */
export const withLinesAtLabels = (text: string): string => text.replaceAll(glued, "\n");
