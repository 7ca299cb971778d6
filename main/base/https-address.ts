/**
 * An https address that every reader takes for the same one, or null. What looks like another host to
 * somebody else is none: no backslashes, no credentials, no missing slashes, nothing invisible.
 */
export function httpsAddress(text: string): URL | null {
  if (!/^https:\/\/[^/\\]/iu.test(text) || /[\s\\\p{Cc}\p{Cf}]/u.test(text)) return null;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === "https:" && url.username === "" && url.password === "" ? url : null;
}
