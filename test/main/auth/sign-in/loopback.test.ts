import { networkInterfaces } from "node:os";

import { describe, expect, test } from "vitest";

import { closed, type Sent } from "../visitor.ts";
import { form, loopbackOfEachTest, right, rightAnswer, state } from "./loopback-of-each-test.ts";

const { loopback, port, send, open, answerAfterTheRightOne } = loopbackOfEachTest();

describe("the answer", () => {
  test("with the right state gives the code, and the page says to return", async () => {
    const page = await send({ body: right });
    expect(page).toMatchObject({ status: 200 });
    expect(page.body).toContain("You can return.");
    expect(await loopback().answer).toEqual(rightAnswer);
  });

  test("may come without client_info, under 127.0.0.1, and with a charset", async () => {
    const type = "application/x-www-form-urlencoded; charset=utf-8";
    const body = form({ code: "a+b c", state });
    expect(await send({ body, type, host: `127.0.0.1:${port()}` })).toMatchObject({ status: 200 });
    expect(await loopback().answer).toEqual({ kind: "code", code: "a+b c", clientInfo: null });
  });

  test("may be an error, and the page does not say that it worked", async () => {
    const body = form({ error: "access_denied", error_description: "AADSTS65004: no", state });
    const page = await send({ body });
    expect(page.body).toContain("Nothing was changed.");
    expect(await loopback().answer).toEqual({
      kind: "error",
      error: "access_denied",
      description: "AADSTS65004: no",
    });
  });

  test("is an error where it carries error and code both", async () => {
    await send({ body: form({ error: "server_error", code: "the-code", state }) });
    expect(await loopback().answer).toEqual({
      kind: "error",
      error: "server_error",
      description: "",
    });
  });

  test("counts once: a replay is refused", async () => {
    await send({ body: right });
    const replay = await send({ body: form({ code: "another", state }) });
    expect(replay).toMatchObject({ status: 400 });
    expect(await loopback().answer).toMatchObject({ code: "the-code" });
  });
});

describe("what is refused, while the right answer still counts", () => {
  test.each([
    ["no state", form({ code: "x" })],
    ["a wrong state", form({ code: "x", state: "the-wrong-state" })],
    ["a state of another length", form({ code: "x", state: "the-right-state " })],
    ["an empty state", form({ code: "x", state: "" })],
    ["the state twice", `${form({ code: "x", state })}&${form({ state })}`],
    ["the right state and a wrong one", `${form({ code: "x", state })}&state=wrong`],
    ["a wrong state in an error", form({ error: "access_denied", state: "wrong" })],
    ["no code", form({ state })],
    ["an empty code", form({ code: "", state })],
    ["an empty body", ""],
    ["broken percent signs", "%%%=%&state=%zz"],
  ])("%s", async (_what, body) => {
    expect(await send({ body })).toMatchObject({ status: 400 });
    expect(await answerAfterTheRightOne()).toEqual(rightAnswer);
  });

  test.each<[string, number, Sent]>([
    ["a wrong host", 421, { body: right, host: "evil.example" }],
    ["a host that begins like ours", 421, { body: right, host: "localhost.evil.example" }],
    ["our host without the port", 421, { body: right, host: "localhost" }],
    ["another path", 404, { body: right, path: "/callback" }],
    ["a query", 404, { method: "GET", path: `/?${right}` }],
    ["the favicon", 404, { method: "GET", path: "/favicon.ico" }],
    ["two slashes", 404, { method: "GET", path: "//" }],
    ["an absolute address", 404, { method: "GET", path: "http://localhost/" }],
    ["PUT", 405, { method: "PUT", body: right }],
    ["DELETE", 405, { method: "DELETE", body: right }],
    ["JSON", 415, { body: right, type: "application/json" }],
    ["text", 415, { body: right, type: "text/plain" }],
    ["a type that begins alike", 415, { body: right, type: "application/x-www-form-urlencoded-x" }],
    ["a body over 64 KiB", 413, { body: `${right}&more=${"x".repeat(64 * 1024)}` }],
  ])("%s", async (_what, status, sent) => {
    expect(await send(sent)).toMatchObject({ status });
    expect(await answerAfterTheRightOne()).toEqual(rightAnswer);
  });

  test("a body of 64 KiB is not too large", async () => {
    const body = `${right}&more=`.padEnd(64 * 1024, "x");
    expect(await send({ body })).toMatchObject({ status: 200 });
  });

  test.each(["\0\x01\x02\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "\r\n"])(
    "bytes that are no request: %j",
    async (words) => {
      const socket = await open(words);
      socket.end();
      await closed(socket);
      expect(await answerAfterTheRightOne()).toEqual(rightAnswer);
    },
  );

  test("a body that is far too large", async () => {
    const body = "x".repeat(16 * 1024 * 1024);
    await send({ body }).catch(() => undefined);
    expect(await answerAfterTheRightOne()).toEqual(rightAnswer);
  });

  test("a body that breaks off", async () => {
    const socket = await open(
      `POST / HTTP/1.1\r\nhost: localhost:${port()}\r\ncontent-length: 500\r\ncontent-type: application/x-www-form-urlencoded\r\n\r\n${right}`,
    );
    socket.destroy();
    expect(await answerAfterTheRightOne()).toEqual(rightAnswer);
  });
});

describe("the port", () => {
  test("is free after close, and close may be called twice", async () => {
    await loopback().close();
    await expect(send({ method: "GET" })).rejects.toMatchObject({ code: "ECONNREFUSED" });
    await expect(loopback().close()).resolves.toBeUndefined();
  });

  test("is closed although somebody holds a connection open", async () => {
    const socket = await open(`POST / HTTP/1.1\r\nhost: localhost:${port()}\r\n`);
    await loopback().close();
    await closed(socket);
    expect(socket.destroyed).toBe(true);
  });

  test("is bound on the loopback addresses alone", async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .map(({ address }) => address)
      .filter((address) => !["127.0.0.1", "::1"].includes(address) && !address.startsWith("fe80"));
    // Elsewhere nobody answers there, not even with a refusal.
    if (process.platform === "linux") others.push("127.0.0.2");
    for (const host of new Set(others)) await expect(open("", host)).rejects.toBeInstanceOf(Error);
  });

  test("300 idle sockets do not keep the right answer out", async () => {
    await Promise.all(Array.from({ length: 300 }, () => open()));
    expect(await answerAfterTheRightOne()).toEqual(rightAnswer);
  });

  test("300 sockets that stop in their headers do not keep it out either", async () => {
    await Promise.all(Array.from({ length: 300 }, () => open("POST / HTTP/1.1\r\nhost: l")));
    expect(await answerAfterTheRightOne()).toEqual(rightAnswer);
  });

  test("300 requests that stop in their bodies do not keep it out either", async () => {
    const half = `POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\ncode=`;
    await Promise.all(Array.from({ length: 300 }, () => open(half)));
    expect(await answerAfterTheRightOne()).toEqual(rightAnswer);
  });

  test("a socket that never speaks is closed", async () => {
    const socket = await open();
    await closed(socket);
    expect(socket.destroyed).toBe(true);
  });
});
