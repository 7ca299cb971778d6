import * as v from "valibot";

/** A list whose length is looked at before any of its entries: of a million, none is. */
export const shortList = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(
    v.custom<v.InferInput<Item>[]>((input) => Array.isArray(input) && input.length <= most),
    v.array(item),
  );
