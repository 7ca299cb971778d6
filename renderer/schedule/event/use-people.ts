import { useEffect, useState } from "react";

import type { Invitee } from "../../../main/contract/event-draft.ts";
import { app } from "../../app.ts";

const searchAfterMilliseconds = 250;
const fewestCharacters = 2;
const mostCharacters = 100;
const nobody: readonly Invitee[] = [];

/** People whose name or address begins like the text, a moment after it was typed. */
export function usePeople(typed: string) {
  const [found, setFound] = useState<{ text: string; people: readonly Invitee[] } | null>(null);
  const [isRefused, setRefused] = useState(false);
  const text = typed.trim();
  const isName = text.length >= fewestCharacters && text.length <= mostCharacters;
  const isSearched = !isRefused && isName && !/[;,]/u.test(text);

  useEffect(() => {
    if (!isSearched) return undefined;
    let isStale = false;
    const timer = setTimeout(() => {
      void app.searchPeople({ text }).then((answer) => {
        if (isStale) return;
        if (answer.ok) setFound({ text, people: answer.value });
        // Everything else passes by itself; addresses can be typed all the time.
        else if (answer.error.kind === "sign-in-refused") setRefused(true);
      });
    }, searchAfterMilliseconds);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [text, isSearched]);

  // Those of an earlier text are not what Enter should choose.
  return { people: isSearched && found?.text === text ? found.people : nobody, isRefused };
}
