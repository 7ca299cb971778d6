import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readClaimsChallenge } from "../../../main/graph/claims-challenge.ts";

const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const base64 = (text: string) => Buffer.from(text).toString("base64");
const base64url = (text: string) => Buffer.from(text).toString("base64url");
const encoded = base64(claims);

describe("a claims challenge", () => {
  test.each([
    ["as Graph sends it", `Bearer realm="", error="insufficient_claims", claims="${encoded}"`],
    ["in another order", `Bearer claims="${encoded}", error="insufficient_claims"`],
    ["with quoted pairs", `Bearer error="insufficient\\_claims", claims="\\${encoded}"`],
    ["without quotes", `Bearer error=insufficient_claims, claims=${encoded}`],
    ["in capitals", `BEARER ERROR="insufficient_claims", CLAIMS="${encoded}"`],
    ["with spaces", `Bearer   error = "insufficient_claims" ,  claims = "${encoded}"`],
    ["without spaces", `Bearer error="insufficient_claims",claims="${encoded}"`],
    [
      "with commas, quotes and an equals sign in the description",
      `Bearer error_description="Continuous access: a \\"policy\\", error=none, claims=x, said no", error="insufficient_claims", claims="${encoded}"`,
    ],
    [
      "after the challenge of another scheme",
      `PoP nonce="abc=", realm="x", Bearer error="insufficient_claims", claims="${encoded}"`,
    ],
    [
      "before another one",
      `Bearer error="insufficient_claims", claims="${encoded}", Basic realm="proxy, old"`,
    ],
    [
      "after another Bearer challenge, and after credentials of one word",
      `Negotiate YWJj==, Bearer error="invalid_token", claims="${base64('{"no":1}')}", Bearer error="insufficient_claims", claims="${encoded}"`,
    ],
  ])("is read %s", (_name, header) => {
    expect(readClaimsChallenge(header)).toBe(claims);
  });

  test("is read in both alphabets, with and without padding", () => {
    // These characters make "+" and "/" of the one alphabet, "-" and "_" of the other.
    const odd = JSON.stringify({ id_token: { x: { value: "\u00FB\u00FF\u00FE??>>~~" } } });
    expect(base64(odd)).toMatch(/[+/]/u);
    expect(base64url(odd)).toMatch(/[-_]/u);
    for (const text of [base64(odd), base64url(odd), base64(odd).replace(/=+$/u, "")])
      expect(readClaimsChallenge(`Bearer error="insufficient_claims", claims="${text}"`)).toBe(odd);
  });

  test("that cannot be read gives way to the next that can", () => {
    const bad = base64("not JSON");
    const challenge = (text: string) => `Bearer error="insufficient_claims", claims="${text}"`;
    expect(readClaimsChallenge(`${challenge(bad)}, ${challenge(encoded)}`)).toBe(claims);
  });
});

describe("no claims challenge", () => {
  test.each([
    ["no header", null],
    ["an empty header", ""],
    ["a plain 401", 'Bearer realm="", authorization_uri="https://login.microsoftonline.com/"'],
    ["another error", `Bearer error="invalid_token", claims="${encoded}"`],
    ["no error", `Bearer claims="${encoded}"`],
    ["no claims", 'Bearer error="insufficient_claims"'],
    ["empty claims", 'Bearer error="insufficient_claims", claims=""'],
    ["claims that are a list", `Bearer error="insufficient_claims", claims="${base64("[1]")}"`],
    ["claims that are null", `Bearer error="insufficient_claims", claims="${base64("null")}"`],
    ["claims that are text", `Bearer error="insufficient_claims", claims="${base64('"x"')}"`],
    [
      "error and claims of two challenges",
      `Bearer error="insufficient_claims", Bearer claims="${encoded}"`,
    ],
    [
      "one inside a description",
      `Bearer error_description="error=\\"insufficient_claims\\", claims=\\"${encoded}\\""`,
    ],
    [
      "one too long",
      `Bearer x="${"x".repeat(16_384)}", error="insufficient_claims", claims="${encoded}"`,
    ],
  ])("%s", (_name, header) => {
    expect(readClaimsChallenge(header)).toBeNull();
  });

  test("whatever is sent: no throw, and nothing but an object", () => {
    const word = fc.constantFrom(
      "Bearer",
      "error",
      "claims",
      "insufficient_claims",
      encoded,
      "=",
      '"',
      "\\",
      ",",
      " ",
    );
    const likely = fc.array(fc.oneof(word, fc.string({ maxLength: 4 })), { maxLength: 30 });
    const header = fc.oneof(
      fc.string({ unit: "binary-ascii" }),
      likely.map((words) => words.join("")),
    );
    const isObject = (text: string) => {
      const value: unknown = JSON.parse(text);
      return typeof value === "object" && value !== null && !Array.isArray(value);
    };
    fc.assert(
      fc.property(header, (text) => {
        const read = readClaimsChallenge(text);
        expect(read === null || isObject(read)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test("whatever object is asked for, it comes out as it went in", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }),
        fc.boolean(),
        (wanted, isUrl) => {
          const text = JSON.stringify(wanted);
          const code = isUrl ? base64url(text) : base64(text);
          const header = `Bearer realm="a, b", error="insufficient_claims", claims="${code}"`;
          expect(readClaimsChallenge(header)).toBe(text);
        },
      ),
      { numRuns: 100 },
    );
  });
});
