import type { AppState } from "../../contract/state.ts";
import { dateFormat } from "../../contract/words/date-format.ts";

/** A subject may say {date} and {time}: the start, as the person reads dates. */
export function fillSubject(
  pattern: string,
  startAt: number,
  { locale, timeZone }: Pick<AppState, "locale" | "timeZone">,
): string {
  const written = (style: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { ...style, timeZone }).format(startAt);
  return pattern
    .replaceAll("{date}", () => written({ dateStyle: "medium" }))
    .replaceAll("{time}", () => written({ timeStyle: "short" }));
}
