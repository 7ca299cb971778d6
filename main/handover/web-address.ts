import { normalAddress } from "../base/normal-address.ts";

/** An https address in its one normal form, or null: nothing else is handed over as something to press on. */
export const webAddress = (text: string | null): string | null =>
  text === null ? null : (normalAddress(text)?.href ?? null);

/** The same address with some of its ASCII signs percent-encoded, for where they would end it. */
export const encodeSigns = (url: string, signs: RegExp): string =>
  url.replaceAll(
    signs,
    (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
