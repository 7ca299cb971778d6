import * as v from "valibot";

/** An object with these members and no others; an empty array is none. */
export const members = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value), "An array is no object."),
    v.strictObject(entries),
  );
