import type { TFunction } from "i18next";

import { joinFacts, joinSentences } from "../../i18n/joined.ts";
import { mostInvitees } from "../../../main/contract/event-limits.ts";

export interface InviteProblem {
  /** What is no address, as it was typed. */
  readonly rejected: readonly string[];
  readonly isTooMany: boolean;
}

const mostNamed = 3;
const longestNamed = 60;

export function inviteProblemText({ rejected, isTooMany }: InviteProblem, t: TFunction): string {
  const sentences = [
    ...(rejected.length > 0 ? [rejectedText(rejected, t)] : []),
    ...(isTooMany ? [t("event.tooMany", { most: mostInvitees })] : []),
  ];
  return joinSentences(sentences, t);
}

function rejectedText(rejected: readonly string[], t: TFunction): string {
  const named = rejected.slice(0, mostNamed).map((text) => t("event.quoted", { text: cut(text) }));
  const more = rejected.length - named.length;
  const texts = joinFacts(named, t);
  return more > 0
    ? t("event.noAddresses", { texts, count: more })
    : t("event.noAddress", { texts, count: rejected.length });
}

const cut = (text: string): string =>
  text.length > longestNamed ? `${text.slice(0, longestNamed)}…` : text;
