import type { KeyboardEvent, RefObject } from "react";

import type { Invitee } from "../../../main/contract/event-draft.ts";
import type { ScheduleForm } from "../use-schedule-form.ts";
import type { Suggestions } from "./use-suggestions.ts";

interface Places {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly tags: RefObject<HTMLUListElement | null>;
}

/** What the keys of the field do, beside typing. */
export function useInviteeKeys(
  { form, invites }: ScheduleForm,
  suggestions: Suggestions,
  { input, tags }: Places,
) {
  const { inviteText: text } = form;
  const { people, active } = suggestions;

  function choose(person: Invitee): void {
    invites.choose(person);
    input.current?.focus();
  }

  function enter(): void {
    const person = people[active];
    if (person) choose(person);
    else void invites.take(text);
  }

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    // Enter never sends the form from here: somebody may just be choosing the last person.
    if (key === "Enter") enter();
    else if ((key === "," || key === ";") && text.includes("@")) void invites.take(text);
    else if (!suggestions.press(key) && !leaveForTags(event, text, tags.current)) return;
    event.preventDefault();
  }

  return { choose, press };
}

/** Out of an empty beginning: Backspace and the arrow that points there go to the last tag. */
function leaveForTags(
  { key, currentTarget }: KeyboardEvent<HTMLInputElement>,
  text: string,
  tags: HTMLUListElement | null,
): boolean {
  const isStart = currentTarget.selectionStart === 0 && currentTarget.selectionEnd === 0;
  const back = currentTarget.matches(":dir(rtl)") ? "ArrowRight" : "ArrowLeft";
  const last = tags?.querySelector<HTMLElement>("li:last-child button");
  if (!last || !isStart) return false;
  if (key === "Backspace" && text === "") last.click();
  else if (key === back) last.focus();
  else return false;
  return true;
}
