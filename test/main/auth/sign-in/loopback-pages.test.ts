import { describe, expect, test } from "vitest";

import type { Sent } from "../visitor.ts";
import { form, loopbackOfEachTest, right, rightAnswer } from "./loopback-of-each-test.ts";

const { loopback, send, answerAfterTheRightOne } = loopbackOfEachTest();

describe("the pages", () => {
  test("GET / shows the neutral page and is no answer", async () => {
    const page = await send({ method: "GET" });
    expect(page).toMatchObject({ status: 200 });
    expect(page.body).toContain("Nothing has arrived yet.");
    expect(await answerAfterTheRightOne()).toEqual(rightAnswer);
  });

  test("escape their texts, and repeat nothing of the request", async () => {
    const { body } = await send({ body: form({ code: "<img>", state: "<b>" }) });
    expect(body).toContain(
      "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;more&#39;",
    );
    expect(body).not.toMatch(/<script|<img|<b>/u);
  });

  test.each<[string, Sent]>([
    ["neutral", { method: "GET" }],
    ["received", { body: right }],
    ["refused", { path: "/x" }],
    ["gone", { method: "GET", path: "/x" }],
  ])("forbid everything, and are not kept: %s", async (_name, sent) => {
    const { headers } = await send(sent);
    const policy = headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'none'");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  });
});

describe("the one-time address of the sign-in page", () => {
  const page = "https://login.example/authorize?state=secret";
  const pathOf = (address: string) => new URL(address).pathname;
  const visit = (address: string) => send({ method: "GET", path: pathOf(address) });

  test("is on this computer, tells nothing, and leads on", async () => {
    const address = loopback().oneTimeAddressOf(page);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{43}$/u);
    const { status, headers, body } = await visit(address);
    expect([status, headers.get("location"), body]).toEqual([302, page, ""]);
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(await answerAfterTheRightOne()).toEqual(rightAnswer);
  });

  test("opens once; whoever comes again reads that, and no more", async () => {
    const address = loopback().oneTimeAddressOf(page);
    await visit(address);
    const { status, headers, body } = await visit(address);
    expect([status, headers.get("location")]).toEqual([404, null]);
    expect(body).toContain("It works once.");
    expect(body).not.toMatch(/refused|secret/iu);
  });

  test.each(["/never-made", "/favicon.ico", `/?${right}`, "//"])(
    "that never was reads the same: %s",
    async (path) => {
      const { status, body } = await send({ method: "GET", path });
      expect([status, body.includes("It works once.")]).toEqual([404, true]);
    },
  );

  test("ends with a newer one", async () => {
    const [first, second] = [loopback().oneTimeAddressOf(page), loopback().oneTimeAddressOf(page)];
    expect(first).not.toBe(second);
    expect(await visit(first)).toMatchObject({ status: 404 });
    expect(await visit(second)).toMatchObject({ status: 302 });
  });

  test("is not used up by a browser that looks ahead, nor by another host or method", async () => {
    const address = loopback().oneTimeAddressOf(page);
    const path = pathOf(address);
    expect(await send({ path, method: "GET", ahead: true })).toMatchObject({ status: 404 });
    expect(await send({ path, method: "GET", host: "evil.example" })).toMatchObject({
      status: 421,
    });
    expect(await send({ path, body: right })).toMatchObject({ status: 404 });
    expect(await visit(address)).toMatchObject({ status: 302 });
  });
});
