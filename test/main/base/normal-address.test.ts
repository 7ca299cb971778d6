import fc from "fast-check";
import { expect, test } from "vitest";

import { normalAddress } from "../../../main/base/normal-address.ts";
import { splitAuthority } from "../../fakes/pasted/strict-host.ts";
import { anyText } from "../../fakes/any-text.ts";

test.each([
  ["https://teams.microsoft.com/meet/1?p=x#y", "https://teams.microsoft.com/meet/1?p=x#y"],
  ["HTTPS://Teams.Microsoft.COM:443", "https://teams.microsoft.com/"],
  ["https://a.example?x", "https://a.example/?x"],
  ["https://a.example/../b", "https://a.example/b"],
])("%s", (text, href) => {
  expect(normalAddress(text)?.href).toBe(href);
});

test.each([
  "",
  "https://",
  "http://a.example/",
  "https:/a.example/",
  "https:///a.example/",
  "https:\\\\a.example/",
  "https://a.example\\@evil.example/",
  "https://a.example/\\b",
  "https://b@a.example/",
  "https://a.example:444/",
  "https://a.example:0443/",
  "https://a.example:/",
  "https://a\u3002example/",
  "https://%61.example/",
  "https://\u0430.example/",
  "https://a.example/ b",
  "https://a.example/\u202eb",
  "https://a.example/\nb",
  "https://a_b.example/",
  "https://0x7f.1/",
])("readers might not agree on %j", (text) => {
  expect(normalAddress(text)).toBeNull();
});

test("the host is the one that the text spells", () => {
  const piece = fc.constantFrom("https://", "a.example", "/", "\\", "@", ":", "443", "?", "#", ".");
  const text = fc
    .array(fc.oneof(piece, anyText({ maxLength: 3 })), { maxLength: 8 })
    .map((parts) => `https://a.example${parts.join("")}`);
  fc.assert(
    fc.property(text, (address) => {
      const url = normalAddress(address);
      expect(url?.hostname ?? splitAuthority(address)).toBe(splitAuthority(address));
    }),
    { numRuns: 2_000 },
  );
});
