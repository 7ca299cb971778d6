/** An https address as it came, or null: nothing else is handed over as something to press on. */
export function webAddress(text: string | null): string | null {
  if (text === null || !URL.canParse(text) || /[\s\\\p{Cc}\p{Cf}]/u.test(text)) return null;
  const { protocol, username, password } = new URL(text);
  return protocol === "https:" && username === "" && password === "" ? text : null;
}

/** The same address with some of its ASCII signs percent-encoded, for where they would end it. */
export const encodeSigns = (url: string, signs: RegExp): string =>
  url.replaceAll(
    signs,
    (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
