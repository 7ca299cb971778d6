import * as v from "valibot";

/** An object as it is on disk. A later version may have written it: what is not understood stays in it. */
export type Stored = Readonly<Record<string, unknown>>;

/** Null for what is none. */
export const asStored = (raw: unknown): Stored | null =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw) ? { ...raw } : null;

/** Without what is undefined. */
export const defined = (change: object): Stored =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

/** Those that can be read, as many as may be, and all the others. */
export function readList<Item>(raw: unknown, schema: v.GenericSchema<Item>, most = Infinity) {
  const read: Item[] = [];
  const unread: unknown[] = [];
  const items: readonly unknown[] = Array.isArray(raw) ? raw : [];
  for (const item of items) {
    const parsed = v.safeParse(schema, item);
    if (parsed.success && read.length < most) read.push(parsed.output);
    else unread.push(item);
  }
  return { read, unread };
}
