import { describe, expect, test } from "vitest";

import { readJoinText } from "../../../main/join/read-join-text.ts";

const read = readJoinText;
const meet = "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9";
const old =
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_N2Y%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%7d";
const meetReading = { kind: "link", url: meet, meetingId: "248719335402", passcode: "Xk4Ru9" };
const oldReading = { kind: "link", url: old, meetingId: null, passcode: null };

describe("a link", () => {
  test.each([
    meet,
    `  ${meet}\n`,
    `<${meet}>`,
    `See ${meet}.`,
    `(${meet})`,
    `[Join](${meet})`,
    `**[${meet}](${meet})**`,
    `"${meet}"`,
    `${meet}\u200b`,
    "teams.microsoft.com/meet/248719335402?p=Xk4Ru9",
    "HTTPS://Teams.Microsoft.COM/meet/248719335402?p=Xk4Ru9",
    `会议：${meet}。`,
    `https://zoom.us/j/123456789 or ${meet}`,
    `https://teams.microsoft.com/meetingOptions/?x=1 https://aka.ms/JoinTeamsMeeting ${meet}`,
  ])("%s", (text) => {
    expect(read(text)).toEqual(meetReading);
  });

  test.each([
    old,
    `Join: ${old}\r\n\r\nDial in: +49 69 5550 0110,,902118447#`,
    `<html><body><p>Join <a class=x href="${old}&amp;">now</a></p></body></html>`.replace(
      "&amp;",
      "",
    ),
  ])("of the older form: %s", (text) => {
    expect(read(text)).toEqual(oldReading);
  });

  test("of each cloud, and entities in HTML", () => {
    const url = "https://gov.teams.microsoft.us/l/meetup-join/19%3ax%40thread.v2/0?context=%7b%7d";
    const href = url.replace("?", "?a=1&amp;");
    expect(read(`<a href='${href}'>x</a>`)).toMatchObject({ kind: "link", url });
  });

  test("a long proof in the address is no passcode, the one in the text is", () => {
    const url = "https://teams.microsoft.com/meet/2487193354021?p=abcdefghijklmnopqr";
    expect(read(url)).toEqual({ kind: "link", url, meetingId: "2487193354021", passcode: null });
    expect(read(`${url}\nPasscode: Xk4Ru9ab`)).toMatchObject({ passcode: "Xk4Ru9ab" });
  });
});

describe("a meeting ID", () => {
  const id = { kind: "id", meetingId: "248719335402" };
  test.each([
    ["248719335402", null],
    ["248 719 335 402", null],
    ["248-719-335-402", null],
    ["248.719.335.402", null],
    ["248\u00a0719\u00a0335\u00a0402", null],
    ["２４８ ７１９ ３３５ ４０２", null],
    ["248 719 335 402 Xk4Ru9", "Xk4Ru9"],
    ["248 719 335 402 Passcode: Xk4Ru9", "Xk4Ru9"],
    ["Meeting ID: 248 719 335 402 Passcode: Xk4Ru9", "Xk4Ru9"],
    ["Meeting ID: 248 719 335 402, passcode: Xk4Ru9", "Xk4Ru9"],
    ["Meeting ID: 248 719 335 402\r\nPasscode: Xk4Ru9\r\n\r\nDial in: +49 69 5550 0110", "Xk4Ru9"],
    ["Meeting ID: 248 719 335 402\nPasscode:\n\nDownload Teams", null],
    ["Meeting ID: 248 719 335 402. A passcode is needed.", null],
    ["**Meeting ID:** 248 719 335 402\n**Passcode:** Xk4Ru9", "Xk4Ru9"],
    ["Besprechungs-ID: 248 719 335 402 Kennung: Xk4Ru9", "Xk4Ru9"],
    ["Besprechungs‑ID: 248 719 335 402\nPasscode: Xk4Ru9", "Xk4Ru9"],
    ["ID de réunion : 248 719 335 402\nCode secret : Xk4Ru9", "Xk4Ru9"],
    ["ID de la re\u0301union : 248 719 335 402\nCode d’accès : Xk4Ru9", "Xk4Ru9"],
    ["Id. de reunión: 248 719 335 402\nCódigo de acceso: Xk4Ru9", "Xk4Ru9"],
    ["ID da Reunião: 248 719 335 402\nSenha: Xk4Ru9", "Xk4Ru9"],
    ["Conference ID: 902 118 447#\nMeeting ID: 248 719 335 402", null],
    [
      "<div>Meeting&nbsp;ID:</div>\n<b>x</b><table><tr><td>Meeting ID</td>\n<td>248 719 335 402</td></tr>",
      null,
    ],
    ["<div>Meeting ID: 248 719 335 402</div><div>Passcode: <span>Xk4Ru9</span></div>", "Xk4Ru9"],
  ])("%j", (text, passcode) => {
    expect(read(text)).toEqual({ ...id, passcode });
  });

  test("13 digits, as newer ones have", () => {
    expect(read("248 719 335 402 1")).toEqual({
      kind: "id",
      meetingId: "2487193354021",
      passcode: null,
    });
  });
});

describe("neither", () => {
  test.each([
    ["", { kind: "empty" }],
    [" \n\t", { kind: "empty" }],
    ["hello", { kind: "not-understood" }],
    ["+49 69 5550 0110", { kind: "not-understood" }],
    ["Conference ID: 902 118 447#", { kind: "not-understood" }],
    ["Call me: 248 719 335 402", { kind: "not-understood" }],
    ["12345678", { kind: "not-understood" }],
    ["1234567890123456", { kind: "not-understood" }],
    ["https://zoom.us/j/123456789?pwd=x", { kind: "other-product", product: "Zoom" }],
    ["https://zoom.us/pricing", { kind: "not-teams", host: "zoom.us" }],
    ["https://", { kind: "not-understood" }],
    ["https://teams.microsoft.com/", { kind: "teams-page" }],
    ["https://teams.microsoft.com/l/chat/0/0?users=x", { kind: "teams-page" }],
  ])("%j", (text, reading) => {
    expect(read(text)).toEqual(reading);
  });

  test.each([
    ["http://teams.microsoft.com/meet/1", "incomplete"],
    ["https://teams.microsoft.com:8443/meet/1", "not-understood"],
    ["https://megan@teams.microsoft.com/meet/1", "not-understood"],
    ["https://teams.microsoft.com/meet/1\u202e2", "incomplete"],
    ["https://teams.microsoft.com/meet/1\u00002", "incomplete"],
    ["https://teams.microsoft.com@evil.example/meet/1", "not-teams"],
    ["https://teams.microsoft.com:443@evil.example/meet/1", "not-teams"],
    ["https://teams.microsoft.com.evil.example/meet/1", "not-teams"],
    ["https://evil.example/teams.microsoft.com/meet/1", "not-teams"],
    ["https://evil.example/?u=https://teams.microsoft.com/meet/1", "not-teams"],
    ["https://teams.microsoft.com./meet/1", "not-teams"],
    ["https://te\u0430ms.microsoft.com/meet/1", "not-teams"],
    ["https://xn--tems-53d.microsoft.com/meet/1", "not-teams"],
    ["evil.example@teams.microsoft.com/meet/1", "not-understood"],
    ["xteams.microsoft.com/meet/1", "not-understood"],
    ["javascript:'https://'", "not-understood"],
  ])("no trick gets through: %j", (text, kind) => {
    expect(read(text).kind).toBe(kind);
  });
});
