import type { Random } from "../random.ts";
import { formOf, nearMiss, requestText, type Target } from "./request-text.ts";

/** Bytes for one connection. */
export interface HostileRequest {
  readonly kind: string;
  readonly parts: readonly (string | Buffer)[];
  /** Between the parts. */
  readonly pauseMilliseconds: number;
  /** What follows the last part: wait for the end, say that no more comes, or break off. */
  readonly ending: "wait" | "half-close" | "reset";
  /** Carries the right state, in an envelope no browser uses: harder than what a stranger can do. */
  readonly knowsState: boolean;
}

type Made = Pick<HostileRequest, "parts"> & Partial<HostileRequest>;
type Make = (random: Random, target: Target) => Made;

const pick = <Item>(random: Random, items: readonly [Item, ...Item[]]): Item =>
  items[random.below(items.length)] ?? items[0];
const foreign = (random: Random) => `foreign-${random.below(1e9)}`;
const foreignForm = (random: Random, { state }: Target) =>
  formOf({ code: foreign(random), state: nearMiss(state, random) });
const rightForm = (random: Random, { state }: Target) => formOf({ code: foreign(random), state });
const one = (text: string): Made => ({ parts: [text] });
const junk = (random: Random, size: number) =>
  Buffer.from(Array.from({ length: size }, () => random.below(256)));

/** A target that `new URL(target, base)` throws on. */
const urlBreakers = ["//", "///", "//:", "//?code=x", "http://[", "//[::x/", "//%"] as const;

const breakers: Record<string, Make> = {
  "two slashes and the like": (random, target) =>
    one(requestText(target, { method: "GET", path: pick(random, urlBreakers) })),
};

const makes: Record<string, Make> = {
  "a foreign code with a state that is nearly right": (random, target) =>
    one(requestText(target, { body: foreignForm(random, target) })),
  "no state": (random, target) =>
    one(requestText(target, { body: formOf({ code: foreign(random) }) })),
  "two states": (random, target) =>
    one(requestText(target, { body: `${foreignForm(random, target)}&state=${target.state}` })),
  "an error with a wrong state": (random, target) => {
    const state = nearMiss(target.state, random);
    return one(requestText(target, { body: formOf({ error: "access_denied", state }) }));
  },
  "broken percent signs": (random, target) =>
    one(requestText(target, { body: `code=%${foreign(random)}&state=%zz%%&%=%` })),
  "a wrong host": (random, target) => {
    const { port } = target;
    const host = pick(random, ["evil.example", `evil.example:${port}`, "", `[::1]:${port}`]);
    return one(requestText(target, { host, body: foreignForm(random, target) }));
  },
  "no host": (random, target) => {
    const version = pick(random, ["1.0", "1.1"]);
    return one(`POST / HTTP/${version}\r\n\r\n${foreignForm(random, target)}`);
  },
  "two hosts": (random, target) =>
    one(requestText(target, { more: ["host: evil.example"], body: foreignForm(random, target) })),
  "an absolute address": (random, target) => {
    const path = pick(random, [
      `http://localhost:${target.port}/`,
      "http://evil.example/",
      "file:///etc/passwd",
    ]);
    return one(requestText(target, { method: pick(random, ["GET", "POST"]), path }));
  },
  "another path": (random, target) => {
    const path = pick(random, [
      "/../../etc/passwd",
      "/..%2f..%2fetc%2fpasswd",
      "/%00",
      "/%2e%2e/",
      "/favicon.ico",
      `/${"a/".repeat(3_000)}`,
      "*",
      "/\\..\\..\\windows\\win.ini",
    ]);
    return one(requestText(target, { method: pick(random, ["GET", "POST"]), path }));
  },
  "an answer in the query": (random, target) =>
    one(requestText(target, { method: "GET", path: `/?${foreignForm(random, target)}` })),
  "another method": (random, target) => {
    const method = pick(random, [
      "HEAD",
      "PUT",
      "OPTIONS",
      "CONNECT",
      "DELETE",
      "M-SEARCH",
      "PRI",
      "post",
    ]);
    return one(requestText(target, { method, body: foreignForm(random, target) }));
  },
  "another content type": (random, target) => {
    const type = pick(random, [
      "application/json",
      "text/plain",
      "multipart/form-data; boundary=x",
      "application/x-www-form-urlencoded-x",
      "",
    ]);
    return one(requestText(target, { type, body: foreignForm(random, target) }));
  },
  "a huge body": (random, target) => {
    const padding = "x".repeat(100_000 + random.below(3_000_000));
    return one(requestText(target, { body: `${foreignForm(random, target)}&more=${padding}` }));
  },
  "chunks without end": (random, target) => {
    const chunk = `4000\r\n${"x".repeat(0x4000)}\r\n`;
    const parts = Array.from({ length: 1 + random.below(40) }, () => chunk);
    return { parts: [requestText(target, { isChunked: true }), ...parts] };
  },
  "chunks that drip": (random, target) => {
    const letters = foreignForm(random, target).slice(0, 2 + random.below(8));
    const parts = Array.from(letters, (letter) => `1\r\n${letter}\r\n`);
    return {
      parts: [requestText(target, { isChunked: true }), ...parts, "0\r\n\r\n"],
      pauseMilliseconds: 5 + random.below(40),
    };
  },
  "broken chunks": (random, target) => {
    const sizes = ["zz", "-1", "ffffffffffffffff", "1;x=\0", "0x5"] as const;
    return one(`${requestText(target, { isChunked: true })}${pick(random, sizes)}\r\nhello\r\n`);
  },
  "a length that is a lie": (random, target) => {
    const length = pick(random, ["5000", "3", "-1", "1e9", "9".repeat(30), "12, 12"]);
    return {
      parts: [requestText(target, { length, body: foreignForm(random, target) })],
      ending: pick(random, ["half-close", "reset", "wait"]),
    };
  },
  "length and chunks both": (random, target) =>
    one(
      requestText(target, {
        more: ["transfer-encoding: chunked"],
        body: `0\r\n\r\n${requestText(target, { body: foreignForm(random, target) })}`,
      }),
    ),
  "invalid HTTP": (random) => ({
    parts: [
      pick<string | Buffer>(random, [
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET / HTTQ/1.1\r\n\r\n",
        "POST / HTTP/1.1\r\nhost : x\r\n\r\n",
        "POST / HTTP/1.1\r\n folded: x\r\n\r\n",
        "\u0016\u0003\u0001\u0002\0",
        "\r\n\r\n\r\n",
        junk(random, 1 + random.below(2_000)),
      ]),
    ],
    ending: pick(random, ["wait", "half-close"]),
  }),
  NULs: (random, target) => {
    const body = `code=${foreign(random)}\0&state=${target.state}\0`;
    const path = pick(random, ["/", "/\0", "/%00/"]);
    return one(requestText(target, { path, body, more: ["x-nul: a\0b"].slice(random.below(2)) }));
  },
  "a flood of headers": (random, target) => {
    const size = 1 + random.below(30);
    const more = Array.from(
      { length: 5 + random.below(3_000) },
      (_, index) => `x-${index}: ${"y".repeat(size)}`,
    );
    return one(requestText(target, { more, body: foreignForm(random, target) }));
  },
  "one header without end": (random, target) =>
    one(requestText(target, { more: [`cookie: ${"y".repeat(1 + random.below(200_000))}`] })),
  "many at once in one connection": (random, target) => {
    const keep = { more: ["connection: keep-alive"] };
    const parts = Array.from({ length: 2 + random.below(60) }, () =>
      random.chance(0.5)
        ? requestText(target, { ...keep, body: foreignForm(random, target) })
        : requestText(target, { ...keep, method: "GET" }),
    );
    return one(parts.join(""));
  },
  "an upgrade": (random, target) =>
    one(
      requestText(target, {
        method: "GET",
        more: ["connection: upgrade", pick(random, ["upgrade: websocket", "upgrade: h2c"])],
      }),
    ),
  "an expectation": (random, target) =>
    one(
      requestText(target, {
        more: [`expect: ${pick(random, ["100-continue", "the-moon"])}`],
        body: foreignForm(random, target),
      }),
    ),
  "half a request": (random, target) => {
    const text = requestText(target, { body: foreignForm(random, target) });
    return {
      parts: [text.slice(0, random.below(text.length - 1))],
      ending: pick(random, ["half-close", "reset", "wait"]),
    };
  },
};

const knowing: Record<string, Make> = {
  "the right state, for a wrong host": (random, target) =>
    one(requestText(target, { host: "evil.example", body: rightForm(random, target) })),
  "the right state, in the query": (random, target) =>
    one(requestText(target, { method: "GET", path: `/?${rightForm(random, target)}` })),
  "the right state, by another method": (random, target) => {
    const method = pick(random, ["PUT", "PATCH", "DELETE"]);
    return one(requestText(target, { method, body: rightForm(random, target) }));
  },
  "the right state, as another type": (random, target) => {
    const type = pick(random, ["application/json", "text/plain", ""]);
    return one(requestText(target, { type, body: rightForm(random, target) }));
  },
  "the right state, twice": (random, target) =>
    one(requestText(target, { body: `${rightForm(random, target)}&state=${target.state}` })),
  "the right state, in a body that is too large": (random, target) =>
    one(
      requestText(target, { body: `${rightForm(random, target)}&more=${"x".repeat(64 * 1024)}` }),
    ),
  "the right state, in a body that breaks off": (random, target) => ({
    parts: [requestText(target, { length: "4000", body: rightForm(random, target) })],
    ending: pick(random, ["half-close", "reset"]),
  }),
};

/** `withBreakers` false leaves out what ends MSAL's process at once. */
export function hostileRequest(
  random: Random,
  target: Target,
  { knowsState, withBreakers }: { knowsState: boolean; withBreakers: boolean },
): HostileRequest {
  const all = Object.entries({
    ...makes,
    ...(withBreakers ? breakers : {}),
    ...(knowsState ? knowing : {}),
  });
  const [kind, make] = all[random.below(all.length)] ?? ["nothing", () => one("")];
  const isKnowing = kind in knowing;
  return {
    kind,
    pauseMilliseconds: 0,
    ending: "wait",
    knowsState: isKnowing,
    ...make(random, target),
  };
}
