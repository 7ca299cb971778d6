import { useState } from "react";

import type { ScheduleForm } from "../use-schedule-form.ts";
import { usePeople } from "./use-people.ts";

/** Who is suggested, and who of them Enter would choose. */
export function useSuggestions({ form, isBusy }: ScheduleForm) {
  const { inviteText, event } = form;
  const { people: found, isRefused } = usePeople(inviteText);
  const [isFocused, setFocused] = useState(false);
  const [moved, setMoved] = useState<{ text: string; to: number | null }>({ text: "", to: 0 });
  const isMoved = moved.text === inviteText;
  const isOpen = isFocused && !isBusy && !(isMoved && moved.to === null);
  const people = isOpen
    ? found.filter(({ address }) => !event.invitees.some((one) => one.address === address))
    : [];
  // Whoever types an address means that one.
  const first = inviteText.includes("@") ? -1 : 0;
  const active = isMoved ? (moved.to ?? first) : first;

  /** Whether the key was meant for the list. */
  function press(key: string): boolean {
    if (people.length === 0) return false;
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    if (step === 0 && key !== "Escape") return false;
    const to = step === 0 ? null : around(active + step, people.length);
    setMoved({ text: inviteText, to });
    return true;
  }

  return { people, active, isRefused, press, setFocused };
}

const around = (at: number, length: number): number => (at < 0 ? length - 1 : at % length);

export type Suggestions = ReturnType<typeof useSuggestions>;
