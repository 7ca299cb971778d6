import { describe, expect, test } from "vitest";

import { findMeeting } from "../../../main/join/find-meeting.ts";
import products from "../../../main/join/other-products.json" with { type: "json" };
import { otherProductOf } from "../../../main/join/other-products.ts";

const teams = "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9";

describe("in the texts of an event", () => {
  test.each([
    ["Zoom", "https://us02web.zoom.us/j/83443460156?pwd=abc"],
    ["Google Meet", "https://meet.google.com/abc-defg-hij"],
    ["Webex", "https://contoso.webex.com/contoso/j.php?MTID=m1"],
    ["Webex", "https://contoso.webex.com/meet/adele"],
    ["GoTo", "https://meet.goto.com/248719335"],
    ["Whereby", "https://whereby.com/contoso"],
    ["Jitsi Meet", "https://meet.jit.si/ContosoReview"],
    ["RingCentral", "https://v.ringcentral.com/join/248719335"],
    ["BlueJeans", "https://bluejeans.com/248719335"],
    ["Amazon Chime", "https://chime.aws/2487193354"],
    ["Tencent Meeting", "https://meeting.tencent.com/dm/AbCdEf"],
    ["Lark", "https://vc.feishu.cn/j/539862884"],
  ])("a meeting of %s is found", (product, url) => {
    expect(findMeeting([`Room 7, ${url}.`])).toEqual({ product, url });
    expect(findMeeting(["Room 7", `Join: <${url}>`])).toEqual({ product, url });
    const wrapped = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}`;
    expect(findMeeting([wrapped])).toEqual({ product, url });
  });

  test("a link without a passcode has the one that its own text says", () => {
    const meet = "https://teams.microsoft.com/meet/248719335402";
    expect(findMeeting(["Passcode: Room77", `${meet}\nPasscode: Xk4Ru9`])).toEqual({
      product: null,
      url: `${meet}?p=Xk4Ru9`,
    });
    expect(findMeeting([`${teams}\nPasscode: Other1`])).toEqual({ product: null, url: teams });
  });

  test("one of Teams is found before all others", () => {
    expect(findMeeting([`https://zoom.us/j/1`, teams])).toEqual({ product: null, url: teams });
  });

  test.each([
    "",
    "Room 7",
    "https://contoso.com/room/7",
    "https://zoom.us/pricing",
    "https://zoom.us.evil.example/j/83443460156",
    "https://evilzoom.us/j/83443460156",
    "https://zoom.us@evil.example/j/83443460156",
    "https://zoom.us\\@evil.example/j/83443460156",
    "https://zoom.us:8443/j/83443460156",
    "javascript:alert(1)//zoom.us/j/83443460156",
    "https://discord.com",
    "https://www.linkedin.com/in/adele",
    "https://teams.microsoft.com/l/chat/0/0",
  ])("none is found in %j", (text) => {
    expect(findMeeting([text])).toBeNull();
  });
});

test("no product is named twice, nor a host, and the best known are there", () => {
  const hosts = products.flatMap((each) => each.hosts);
  expect(new Set(hosts).size).toBe(hosts.length);
  const names = products.map(({ product }) => product);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(26);
  for (const host of hosts) expect(otherProductOf(new URL(`https://${host}/`))).toBeNull();
});
