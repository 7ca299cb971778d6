import { describe, expect, test } from "vitest";

import { readJoinText } from "../../../main/join/read-join-text.ts";

const meet = "https://teams.microsoft.com/meet/248719335402?p=";
const long =
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_N2Y%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%7d";

/** What people and their programs write in the line below a link. */
const next = [
  ..."Anna:|Ben|ok|OK!|10:04 Ben|[10:04] Ben|2026-11-24|24.11.26, 10:04|24/11/2026, 10:04 - Ben: ok".split(
    "|",
  ),
  ..."11/24/26, 10:04 AM - Ben: ok|LG|+49 69 5550|1234|69123 Heidelberg|Xk4Ru9|-- |#5|@ben|abc123".split(
    "|",
  ),
  ..."Raum3|B2B|R2D2|www.example.com|anna@contoso.com|1. Agenda|Id: 5|14:30|2nd|Room 5|ab12|明日|مرحبا".split(
    "|",
  ),
];
const before = [
  "",
  "Hello everybody, here is the link to our weekly design review meeting today: ",
  "24/11/2026, 10:03 - Anna: ",
];

describe.each(next)("the line below a link is no part of it: %s", (line) => {
  test.each(before)("after %j", (text) => {
    for (const passcode of ["Xk4Ru9", "Xk4Ru9ab"])
      expect(readJoinText(`${text}${meet}${passcode}\n${line}`)).toMatchObject({
        kind: "link",
        url: `${meet}${passcode}`,
        passcode,
      });
    expect(readJoinText(`${text}${long}\n${line}`)).toMatchObject({ kind: "link", url: long });
  });
});
