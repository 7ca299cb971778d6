import { is, meaningOf, type Token } from "./tokens.ts";
import type { Found } from "./slots.ts";
import { repeatings } from "../words/vocabulary.ts";

/** "every tuesday", "dienstags", "todos los días". Another rhythm than these is left unread. */
export function readEvery(tokens: readonly Token[], index: number): Found | null {
  const repeat = meaningOf(tokens[index], "repeat");
  const rhythm = repeat && repeatings[repeat.value];
  // In Arabic every Monday is "every day Monday".
  const isOfWeekday = rhythm === "daily" && is(tokens[index + 1], "weekday");
  if (rhythm && !isOfWeekday) return { repeats: rhythm, next: index + 1 };
  const every = isOfWeekday || is(tokens[index], "every");
  const at = every ? index + 1 : index;
  const weekday =
    meaningOf(tokens[at], "weekdays") ?? (every ? meaningOf(tokens[at], "weekday") : undefined);
  if (!weekday) return null;
  return {
    repeats: "weekly",
    weekday: { weekday: weekday.value, which: 0, weeks: 0 },
    next: at + 1,
  };
}
