/**
 * An https address that every reader of addresses takes for the same one: no other port, nobody's name before the
 * host, no backslash, and the host spelt as it is. Null for everything else. What is handed on is its `href`.
 */
export function normalAddress(text: string): URL | null {
  const [, host = ""] = /^https:\/\/([a-z0-9.-]+)(?::443)?(?:[/?#]|$)/iu.exec(text) ?? [];
  if (host === "" || /[\s\\\p{Cc}\p{Cf}]/u.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.hostname === host.toLowerCase() ? url : null;
}
