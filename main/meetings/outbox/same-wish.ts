import { isSameOptions } from "../../contract/meeting-options.ts";
import type { Wish } from "./wish.ts";

/** What a person asks for, before it is a wish with an id. */
export type Asked = Pick<
  Wish,
  "subject" | "startAt" | "endAt" | "options" | "copyFormat" | "event"
>;

/** A press of the button as this one would be: for now, in the same way. */
export function isLike(wish: Wish, { options, copyFormat }: Asked): boolean {
  const isForNow = Math.abs(wish.startAt - wish.wishedAt) < 60_000;
  const isPress = wish.kind === "link" && wish.draftId === null && isForNow;
  return isPress && wish.copyFormat === copyFormat && isSameOptions(wish.options, options);
}

/** The form sent once more: under the same id, and as it is filled in now. */
export function continued(sent: Wish, asked: Wish): Wish {
  const { id, wishedAt, graphId, earlierStarts } = sent;
  const isChanged = asked.mayExist && !isSame(sent, asked);
  const starts = isChanged ? [...new Set([...earlierStarts, sent.startAt])] : earlierStarts;
  return { ...asked, id, wishedAt, graphId, earlierStarts: starts };
}

const isSame = (one: Asked, other: Asked): boolean =>
  one.subject === other.subject &&
  one.startAt === other.startAt &&
  one.endAt === other.endAt &&
  isSameOptions(one.options, other.options) &&
  JSON.stringify(one.event) === JSON.stringify(other.event);
