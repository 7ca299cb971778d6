import type { Claim } from "../../../main/contract/offers/creation-offers.ts";
import en from "../../../renderer/i18n/en.json" with { type: "json" };
import type { Screen } from "./screen.ts";

/** What is so at Microsoft and on this computer, of the press that the screen is about. */
export interface Facts {
  /** Meetings of it that are there now, the ones of events among them. */
  readonly meetings: number;
  readonly events: number;
  /** Of events that were ever made of it. */
  readonly invitations: number;
  /** Nothing was copied since the person looked there. */
  readonly isClipboardUntouched: boolean;
  /** The link of its meeting is on the clipboard. */
  readonly isLinkCopied: boolean;
}

/** When each sentence is true; null where it says only what may be so. */
const claims: Readonly<Record<Claim, ((facts: Facts) => boolean) | null>> = {
  noMeeting: ({ meetings, events }) => meetings + events === 0,
  maybeMeeting: null,
  eventThere: ({ events }) => events === 1,
  maybeAsBefore: ({ meetings }) => meetings === 1,
  maybeStillThere: null,
  nobodyInvited: ({ invitations }) => invitations === 0,
  maybeInvited: null,
  invited: ({ invitations }) => invitations > 0,
  linkHeld: ({ isClipboardUntouched }) => isClipboardUntouched,
  oldLinkCleared: null,
  clipboardUnchanged: ({ isClipboardUntouched }) => isClipboardUntouched,
};

const others: readonly [sentence: string, isTrue: (facts: Facts) => boolean][] = [
  [en.created.titleHeld, ({ meetings }) => meetings === 1],
  [en.created.heldSentence, ({ isClipboardUntouched }) => isClipboardUntouched],
  [en.created.ended, ({ meetings, events }) => meetings + events === 0],
];

/** The sentences on the screen that are not so. */
export function falseSentences({ title, text }: Screen, facts: Facts): readonly string[] {
  const said = text.replaceAll(/\s+/gu, " ");
  const stated = Object.entries(claims).map(
    ([claim, isTrue]) => [String(Reflect.get(en.claim, claim)), isTrue] as const,
  );
  const wrong = [...stated, ...others]
    .filter(([sentence, isTrue]) => said.includes(sentence) && isTrue?.(facts) === false)
    .map(([sentence]) => sentence);
  const isLie = title === en.created.title && !(facts.isLinkCopied && facts.meetings === 1);
  return isLie ? [...wrong, title] : wrong;
}

/** Whether anything is stated at all: a robot that reads nothing finds nothing wrong. */
export const statesSomething = ({ text }: Screen): boolean =>
  Object.values(en.claim).some((sentence) => text.includes(sentence));
