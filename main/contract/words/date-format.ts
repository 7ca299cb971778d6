/** With its zone: without one a formatter that is kept would show the computer's of when it was made. */
export type ZonedFormat = Intl.DateTimeFormatOptions & { readonly timeZone: string };

const made = new Map<string, Intl.DateTimeFormat>();

/**
 * The same formatter each time: to make one takes a hundred times as long as to use it, and a list of times asks
 * for one a line. Throws a RangeError where the zone is none.
 */
export function dateFormat(locale: string, options: ZonedFormat): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = made.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, options);
  made.set(key, format);
  return format;
}
