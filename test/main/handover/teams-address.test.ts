import { expect, test } from "vitest";

import { joinHosts } from "../../../main/base/clouds.ts";
import { teamsAddress } from "../../../main/handover/teams-address.ts";

test.each([
  [
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%7d",
    "msteams:/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%7d",
  ],
  ["https://teams.microsoft.com/meet/123?p=x", "msteams:/meet/123?p=x"],
  ["https://gov.teams.microsoft.us/meet/123?p=x#y", "msteams:/meet/123?p=x"],
  ["https://teams.microsoft.com/meet/", null],
  ["https://teams.microsoft.com/l/chat/0/0?users=x", null],
  ["https://teams.microsoft.com/meet/../l/chat/0", null],
  ["https://teams.microsoft.com/meet/..%2fl%2fchat%2f0", null],
  ["https://teams.microsoft.com/meet/x%5C..%5Cl/chat", null],
  ["https://teams.microsoft.com/meet/%2e%2e/l/chat/0", null],
  ["https://teams.microsoft.com\\meet\\1", null],
  ["https:teams.microsoft.com/meet/1", null],
  ["https://teams.microsoft.com/", null],
  ["https://evil.example/meet/123", null],
  ["https://teams.microsoft.com.evil.example/meet/123", null],
  ["https://teams.microsoft.com@evil.example/meet/123", null],
  ["http://teams.microsoft.com/meet/123", null],
  ["https://teams.microsoft.com:8443/meet/123", null],
  ["https://teams.microsoft.com/meet/1\n23", null],
  ["https://teams.microsoft.com/meet/..%2f..%2fl%2fchat%2f0", null],
  ["https://teams.microsoft.com/meet//l/chat/0", null],
  ["https://teams.microsoft.com\\@evil.example/meet/123", null],
  ["msteams:/meet/123", null],
  ["", null],
])("%s", (joinUrl, address) => {
  expect(teamsAddress(joinUrl, joinHosts)).toBe(address);
});
