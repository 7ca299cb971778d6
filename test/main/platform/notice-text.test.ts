import fc from "fast-check";
import { expect, test } from "vitest";

import { noticeBody } from "../../../main/platform/notice-text.ts";

const markup = `<a href="https://evil.example">R&D</a>`;

test("a body is no markup on Linux, and as it is elsewhere", () => {
  expect(noticeBody(markup, "linux")).toBe(
    `&lt;a href="https://evil.example"&gt;R&amp;D&lt;/a&gt;`,
  );
  expect(noticeBody(markup, "win32")).toBe(markup);
  expect(noticeBody(markup, "darwin")).toBe(markup);
});

test("no text opens an element, and each is read as it was written", () => {
  const read = (body: string) =>
    body.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  fc.assert(
    fc.property(fc.string(), (text) => {
      const body = noticeBody(text, "linux");
      expect(body).not.toMatch(/[<>]/u);
      expect(read(body)).toBe(text);
    }),
  );
});
