import type { Random } from "../random.ts";

/** In every text Microsoft writes for people; nowhere on a screen may it be seen. */
export const marker = "Zqx7Marker";

export const pick = <Item>(random: Random, items: readonly [Item, ...Item[]]): Item =>
  items[random.below(items.length)] ?? items[0];

const letters = (random: Random, size: number, alphabet: string): string =>
  Array.from({ length: size }, () => alphabet[random.below(alphabet.length)]).join("");
const hex = (random: Random, size: number) => letters(random, size, "0123456789abcdef");
export const guid = (random: Random): string =>
  [8, 4, 4, 4, 12].map((size) => hex(random, size)).join("-");

const knownErrors = [
  "access_denied",
  "authorization_declined",
  "authorization_pending",
  "consent_required",
  "expired_token",
  "interaction_required",
  "invalid_client",
  "invalid_grant",
  "invalid_request",
  "invalid_resource",
  "invalid_scope",
  "login_required",
  "server_error",
  "slow_down",
  "temporarily_unavailable",
  "unauthorized_client",
  "unsupported_grant_type",
] as const;

/** OAuth's error: one it knows, one nobody knows, or none at all. */
export function inventCode(random: Random): string {
  if (random.chance(0.6)) return pick(random, knownErrors);
  return pick(random, [
    letters(random, 1 + random.below(30), "abcdefghijklmnopqrstuvwxyz_"),
    letters(random, 5, "0123456789"),
    pick(random, ["", " ", "__proto__", "constructor", "toString", "hasOwnProperty", "not-msal"]),
    "<b>invalid_grant</b>",
    "invalid_grant ".repeat(40),
    "\u202Etnarg_dilavni",
    "network_error",
    "quick_meeting_network",
  ]);
}

const suberrors = [
  "additional_action",
  "bad_token",
  "basic_action",
  "client_mismatch",
  "consent_required",
  "device_authentication_failed",
  "message_only",
  "protection_policy_required",
  "token_expired",
  "user_password_expired",
  "",
  "offline",
  "aborted",
  "constructor",
  "something_new",
  "<i>x</i>",
] as const;
export const inventSuberror = (random: Random): string => pick(random, suberrors);

const knownNumbers = [
  16_000, 50_011, 50_020, 50_034, 50_053, 50_055, 50_057, 50_058, 50_076, 50_079, 50_105, 50_126,
  50_173, 50_194, 50_196, 53_000, 53_003, 54_005, 65_001, 65_004, 70_008, 70_011, 70_016, 70_018,
  70_019, 70_043, 80_013, 90_002, 90_033, 90_094, 500_011, 500_121, 530_032, 650_052, 700_016,
  700_082, 700_084, 7_000_218, 9_002_326,
] as const;

export const inventNumber = (random: Random): number =>
  random.chance(0.5) ? pick(random, knownNumbers) : 1_000 + random.below(10_000_000);

const stack = `TypeError: ${marker} is not a function
    at Object.${marker} (https://login.example/app.js:12:34)
    at async Promise.all (index 0)
    at node:internal/process/task_queues:95:5`;

/** What an `error_description` or a `message` holds. */
export function inventDescription(random: Random): string {
  const number = inventNumber(random);
  const tail = `Trace ID: ${guid(random)} Correlation ID: ${guid(random)} Timestamp: 2026-11-24 12:00:00Z`;
  return pick(random, [
    `AADSTS${number}: ${marker}, megan.bowen@contoso.com may not do this. ${tail}`,
    `AADSTS${number}: Megan Bowen ${marker}\r\n${tail}`,
    `${marker} AADSTS${number}`,
    `AADSTS${marker}: ${tail}`,
    `AADSTS${number}: x Correlation ID: ${marker}-Megan-Bowen`,
    `<!doctype html><script>alert("${marker}")</script><h1>${marker}</h1>`,
    `<img src=x onerror=alert(1)> ${marker}`,
    stack,
    `AADSTS${number}: ${stack}`,
    `${marker} `.repeat(900),
    `AADSTS${number}: \u202E\u05E9\u05DC\u05D5\u05DD ${marker} \u0645\u0631\u062D\u0628\u0627\u202C`,
    `\u0645\u0631\u062D\u0628\u0627 ${marker}`.repeat(200),
    `{{title}} $t(error.offline.title) {{- reference}} ${marker}`,
    `${marker}\0\u0007\u001B[31m`,
    "",
  ]);
}

export function inventRetryAfter(random: Random): string {
  return pick(random, [
    String(random.below(200)),
    "2.128",
    "0",
    "-5",
    "99999999",
    "9".repeat(20),
    "9".repeat(400),
    "1e3",
    "Tue, 24 Nov 2026 12:00:30 GMT",
    "Fri, 31 Dec 9999 23:59:59 GMT",
    "Thu, 01 Jan 1970 00:00:00 GMT",
    "Tue, 99 Foo 2026",
    `soon, ${marker}`,
    "",
  ]);
}

/** The `claims` of a challenge: JSON as it should be, and all that it should not be. */
export function inventClaims(random: Random): string {
  return pick(random, [
    '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}',
    '{"access_token":{"xms_cc":{"values":["cp1"]}}}',
    "{}",
    "[]",
    "null",
    '"text"',
    "",
    `{"access_token":`,
    `<b>${marker}</b>`,
    `{"id_token":{"x":{"value":"${"y".repeat(3_000)}"}}}`,
  ]);
}

const wrong: readonly [unknown, ...unknown[]] = [
  null,
  0,
  1,
  -1,
  true,
  "",
  [],
  [[]],
  {},
  [marker],
  { text: marker },
  [50_076],
  ["50076"],
  1e308,
];
/** Of no type anybody waits for here. */
export const inventWrongType = (random: Random): unknown => pick(random, wrong);
