import { type RefObject, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { EventDraft, Invitee } from "../../../main/contract/event-draft.ts";
import { mostInvitees } from "../../../main/contract/event-limits.ts";
import { app } from "../../app.ts";
import type { FormDraft } from "../draft.ts";
import { announce } from "../../ui/announcer.tsx";
import { type InviteProblem, inviteProblemText } from "./invite-problem-text.ts";

/** Main takes no more at once; a hundred addresses are far less. */
const longestList = 20_000;

/** Who is invited, and what is typed on the way there. What is no address stays in the field. */
export function useInvites(
  latest: RefObject<FormDraft>,
  change: (part: Partial<FormDraft>) => void,
  changeEvent: (part: Partial<EventDraft>, others?: Partial<FormDraft>) => void,
) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<InviteProblem | null>(null);
  // One after another, so that people stand in the order they were typed.
  const checking = useRef(Promise.resolve());

  function type(inviteText: string): void {
    setProblem(null);
    change({ inviteText });
  }

  /** What does not fit is given back. */
  function add(people: readonly Invitee[], others: Partial<FormDraft> = {}): readonly Invitee[] {
    const { invitees } = latest.current.event;
    const fresh = people.filter(
      (person, at) => !isAmong(person, invitees) && !isAmong(person, people.slice(0, at)),
    );
    const taken = fresh.slice(0, mostInvitees - invitees.length);
    changeEvent({ invitees: [...invitees, ...taken] }, others);
    if (taken.length > 0) announce(t("event.added", { count: taken.length, name: shown(taken) }));
    return fresh.slice(taken.length);
  }

  function keepText(texts: readonly string[], why: InviteProblem): void {
    const { inviteText } = latest.current;
    change({ inviteText: [...texts, inviteText].filter((text) => text.trim() !== "").join("; ") });
    setProblem(why);
    announce(inviteProblemText(why, t), "assertive");
  }

  async function check(text: string): Promise<void> {
    if (text.length > longestList) return keepText([text], { rejected: [], isTooMany: true });
    const answer = await app.checkInvitees({ text });
    const { people, rejected } = answer.ok ? answer.value : { people: [], rejected: [text.trim()] };
    const left = add(people).map(({ address }) => address);
    const isTooMany = left.length > 0;
    if (isTooMany || rejected.length > 0) keepText([...rejected, ...left], { rejected, isTooMany });
  }

  /** Makes invited people of a text. */
  function take(text: string, rest = ""): Promise<void> {
    type(rest);
    checking.current = checking.current.then(() => (text.trim() === "" ? undefined : check(text)));
    return checking.current;
  }

  function choose(person: Invitee): void {
    setProblem(null);
    const left = add([person], { inviteText: "" });
    if (left.length > 0) setProblem({ rejected: [], isTooMany: true });
  }

  function remove(person: Invitee): void {
    const { invitees } = latest.current.event;
    setProblem(null);
    changeEvent({ invitees: invitees.filter(({ address }) => address !== person.address) });
    announce(t("event.removed", { name: shown([person]) }));
  }

  /** Whether nothing is left in the field that is nobody. */
  async function isSettled(): Promise<boolean> {
    if (latest.current.schedule.event === null) return true;
    await checking.current;
    await take(latest.current.inviteText);
    return latest.current.inviteText.trim() === "";
  }

  return { problem, type, take, choose, remove, isSettled };
}

const isAmong = ({ address }: Invitee, others: readonly Invitee[]): boolean =>
  others.some((other) => other.address.toLowerCase() === address.toLowerCase());

const shown = ([person]: readonly Invitee[]): string => person?.name ?? person?.address ?? "";
