import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  answerRenderer,
  contentSecurityPolicy,
} from "../../../../main/platform/windows/renderer-files.ts";

const files = new Map(
  Object.entries({
    "index.html": '<meta nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>',
    "assets/index.js": "export {}",
    "assets/index.css": "",
    "assets/menu-7EIga1_v.js": "export {}",
    "assets/notes.txt": "not of a kind that is served",
  }).map(([name, text]) => [name, () => Buffer.from(text)]),
);
let loads = 0;
const newNonce = () => `nonce${(loads += 1)}`;
const get = (url: string, method = "GET") => answerRenderer({ method, url }, files, newNonce);

describe("what is served", () => {
  test("the page, also as the root, and whatever its query", () => {
    for (const url of [
      "app://main/",
      "app://main/index.html",
      "app://main/index.html?window=settings",
    ])
      expect(get(url)).toMatchObject({
        status: 200,
        headers: {
          "content-type": "text/html; charset=utf-8",
          "x-content-type-options": "nosniff",
        },
      });
  });

  test("files with their types", () => {
    expect(get("app://main/assets/index.js").headers["content-type"]).toMatch(/^text\/javascript/u);
    expect(get("app://main/assets/index.css").headers["content-type"]).toMatch(/^text\/css/u);
  });

  test("only what is named after its contents is kept: never the page with its nonce", () => {
    const caching = (path: string) => get(`app://main/${path}`).headers["cache-control"];
    expect(caching("assets/menu-7EIga1_v.js")).toBe("max-age=31536000, immutable");
    for (const path of ["", "index.html", "assets/index.js", "assets/none-7EIga1_v.js"])
      expect(caching(path)).toBe("no-store");
  });

  test("a nonce of its own for each load, the same in page and policy", () => {
    const [first, second] = [get("app://main/"), get("app://main/")];
    const nonceOf = (body: unknown) => /nonce="([^"]+)"/u.exec(String(body))?.[1] ?? "";
    expect(nonceOf(first.body)).not.toBe(nonceOf(second.body));
    expect(first.headers["content-security-policy"]).toContain(`'nonce-${nonceOf(first.body)}'`);
    expect(String(first.body)).not.toContain("__CSP_NONCE__");
  });
});

describe("what is refused", () => {
  test.each(["POST", "HEAD", "PUT", "OPTIONS"])("method %s", (method) => {
    expect(get("app://main/index.html", method)).toMatchObject({ status: 405, body: "" });
  });

  test.each([
    "app://other/index.html",
    "app://main:1/index.html",
    "app://main.evil/index.html",
    "app://main/nothing.js",
    "app://main/assets/notes.txt",
    "app://main/assets",
    "app://main/assets/",
    "app://main//index.html",
    "app://main/../package.json",
    "app://main/assets/../../main/main.js",
    "app://main/%2e%2e/main/main.js",
    "app://main/..%2fmain%2fmain.js",
    "app://main/assets%2findex.js",
    "app://main/..\\main\\main.js",
    "app://main/index.html%00.js",
    "app://main/index\u0000.html",
    "app://main/constructor",
    "app://main/__proto__",
    "not an address",
  ])("%s", (url) => {
    expect(get(url)).toMatchObject({ status: 404, body: "" });
  });

  test("no path leads to anything but the listed files", () => {
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (path, tail) => {
        const answer = get(`app://main${path}${tail}`);
        if (answer.status === 200)
          expect([...files.values()].map((read) => String(read()))).toContain(
            String(answer.body).replaceAll(/nonce\d+/gu, "__CSP_NONCE__"),
          );
        else expect(answer.status).toBe(404);
      }),
    );
  });
});

describe("policy", () => {
  const policy = new Map(
    contentSecurityPolicy("n0nce")
      .split("; ")
      .map((line) => [line.split(" ")[0], line.split(" ").slice(1)]),
  );

  test("nothing that is not named, and no network at all", () => {
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("connect-src")).toEqual(["'none'"]);
    for (const name of ["base-uri", "form-action", "frame-ancestors", "style-src-attr"])
      expect(policy.get(name)).toEqual(["'none'"]);
  });

  test("scripts from our own files alone, styles from them and under the nonce", () => {
    expect(policy.get("script-src")).toEqual(["'self'"]);
    expect(policy.get("style-src")).toEqual(["'self'", "'nonce-n0nce'"]);
  });

  test("no source by scheme, no wildcard, nothing unsafe", () => {
    expect(contentSecurityPolicy("n0nce")).not.toMatch(/unsafe|\*|app:|https?:|data:|blob:/u);
  });
});
