import * as v from "valibot";

/** What nobody changes once it is there: exactly these members. */
export const shape = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(v.strictObject(entries), v.readonly());

export const listOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.readonly());

/** A list whose length is looked at before any of its entries: of a million, none is. */
export const shortList = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(
    v.custom<v.InferInput<Item>[]>((input) => Array.isArray(input) && input.length <= most),
    v.array(item),
  );

/** One of several kinds, told apart by `kind` alone: `kindOf("created", { … })`. */
export const kindOf = <const Kind extends string, const Entries extends v.ObjectEntries>(
  kind: Kind,
  entries: Entries,
) => shape({ kind: v.literal(kind), ...entries });

/** Milliseconds since 1970, UTC. */
export const instant = v.number();
