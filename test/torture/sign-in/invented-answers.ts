import type { NetworkFailure, NetworkResult } from "../../../main/base/network.ts";
import type { Random } from "../random.ts";
import {
  guid,
  inventClaims,
  inventCode,
  inventDescription,
  inventNumber,
  inventRetryAfter,
  inventSuberror,
  inventWrongType,
  marker,
  pick,
} from "./invented-texts.ts";

type Fields = Record<string, unknown>;

/** Each field may be missing, or of another type. */
function loosen(random: Random, fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(() => random.chance(0.8))
      .map(([name, value]) => [name, random.chance(0.08) ? inventWrongType(random) : value]),
  );
}

/** An error of the token or device code endpoint. */
const entraError = (random: Random): Fields =>
  loosen(random, {
    error: inventCode(random),
    error_description: inventDescription(random),
    error_codes: random.chance(0.9) ? [inventNumber(random)] : [],
    suberror: inventSuberror(random),
    claims: random.chance(0.4) ? inventClaims(random) : "",
    correlation_id: guid(random),
    trace_id: guid(random),
    timestamp: "2026-11-24 12:00:00Z",
    error_uri: `https://login.example/error?code=${marker}`,
  });

/** What a success looks like, without anything in it that could be used. */
const hollowSuccess = (random: Random): Fields => ({
  ...loosen(random, {
    token_type: "Bearer",
    scope: "User.Read",
    expires_in: pick<unknown>(random, [3_600, "3600", -1, "soon", null, 1e308]),
    id_token: pick(random, ["", "a.b.c", marker, "e30.e30.e30"]),
    client_info: pick(random, ["", "e30", marker, "bnVsbA"]),
  }),
  access_token: pick<unknown>(random, [undefined, "", null, 5, {}, []]),
  refresh_token: pick<unknown>(random, [undefined, "", null, 5, {}]),
});

/** The first answer of a sign-in by code; not always one that can be used. */
export const inventDeviceStart = (random: Random): Fields => ({
  device_code: "the-device-code",
  user_code: "ABCD-1234",
  verification_uri: "https://login.example/device",
  expires_in: pick(random, [1, 60, 900, 3_600]),
  interval: pick(random, [1, 5, 60]),
  ...(random.chance(0.4) ? loosen(random, { expires_in: inventWrongType(random) }) : {}),
  ...(random.chance(0.2) ? { interval: inventWrongType(random) } : {}),
  ...(random.chance(0.2) ? { verification_uri: marker, message: marker } : {}),
});

const graphError = (random: Random): Fields => ({
  error: random.chance(0.1)
    ? inventWrongType(random)
    : loosen(random, {
        code: pick(random, [
          "InvalidAuthenticationToken",
          "AuthenticationError",
          "Forbidden",
          "TooManyRequests",
          "UnknownError",
          "",
          "__proto__",
          `<b>${inventCode(random)}</b>`,
          inventCode(random),
        ]),
        message: inventDescription(random),
        innerError: { message: inventDescription(random), "request-id": guid(random) },
        details: [{ message: inventDescription(random) }],
      }),
});

/** What is no object with fields at all. */
const oddBody = (random: Random): string =>
  pick(random, [
    "{}",
    "[]",
    "[1,2]",
    "null",
    "42",
    `"${marker}"`,
    "",
    `<!doctype html><title>${marker}</title><form action="http://hotel.example/">`,
    `{"error":"invalid_grant","error_description":"${marker}`,
    "[".repeat(2_000),
    `{"__proto__":{"error":"${marker}"},"constructor":1}`,
    `\uFEFF{"error":"invalid_grant"}`,
  ]);

const inventStatus = (random: Random): number =>
  random.chance(0.7)
    ? pick(random, [400, 400, 400, 200, 401, 403, 404, 408, 429, 500, 502, 503, 504])
    : 200 + random.below(400);

const challenge = (random: Random): string =>
  `Bearer realm="", error="insufficient_claims", claims="${Buffer.from(inventClaims(random)).toString("base64")}"`;

function inventHeaders(random: Random): Headers {
  const headers = new Headers({
    "content-type": pick(random, [
      "application/json",
      "application/json; charset=utf-8",
      "text/html",
    ]),
    "request-id": pick(random, [guid(random), `<b>${marker}</b>`]),
  });
  if (random.chance(0.3)) headers.set("retry-after", inventRetryAfter(random));
  if (random.chance(0.3)) headers.set("www-authenticate", challenge(random));
  return headers;
}

const failures = [
  "offline",
  "reset",
  "timed-out",
  "intercepted",
  "redirected",
  "too-large",
] as const;

function failed(random: Random): NetworkResult {
  const failure: NetworkFailure = pick(random, failures);
  return { ok: false, failure, mayHaveArrived: random.chance(0.5) };
}

/** Whatever may come back in the place of an answer: never a success. */
export function inventAnswer(random: Random, from: "entra" | "graph"): NetworkResult {
  if (random.chance(0.05)) return failed(random);
  const fields = from === "graph" ? graphError(random) : entraError(random);
  const filled = random.chance(0.1) ? hollowSuccess(random) : fields;
  const body = random.chance(0.15) ? oddBody(random) : JSON.stringify(filled);
  return {
    ok: true,
    answer: { status: inventStatus(random), headers: inventHeaders(random), body },
  };
}

export const answered = (status: number, fields: Fields): NetworkResult => ({
  ok: true,
  answer: {
    status,
    headers: new Headers({ "content-type": "application/json" }),
    body: JSON.stringify(fields),
  },
});
