import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { joinHosts } from "../../../main/base/clouds.ts";
import labels from "../../../main/join/invitation-labels.json" with { type: "json" };
import { readJoinText } from "../../../main/join/read-join-text.ts";
import { isJoinUrl } from "../../../main/graph/meeting-answer.ts";
import { judge } from "../../fakes/pasted/judge.ts";
import { otherInvitation, someInvitation } from "../../fakes/pasted/invitations.ts";
import { mutatedLink } from "../../fakes/pasted/mutated-links.ts";
import { splitAuthority, strictHost } from "../../fakes/pasted/strict-host.ts";
import { createRandom } from "../../torture/random.ts";

const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe("invitations in every language, wrapped, folded and surrounded by all sorts of things", () => {
  test("no wrong meeting is opened, and nearly all are read", () => {
    let [count, read] = [0, 0];
    fc.assert(
      fc.property(seed, (start) => {
        const invitation = someInvitation(createRandom(start));
        const verdict = judge(invitation, readJoinText(invitation.text));
        expect(verdict, invitation.made).not.toBe("wrong");
        count += 1;
        if (verdict === "read") read += 1;
      }),
      { numRuns: 2_500 },
    );
    expect(read / count).toBeGreaterThanOrEqual(0.995);
  });

  test("those of other products open nothing in Teams", () => {
    fc.assert(
      fc.property(seed, (start) => {
        const invitation = otherInvitation(createRandom(start));
        const reading = readJoinText(invitation.text);
        expect(judge(invitation, reading), invitation.made).not.toBe("wrong");
      }),
      { numRuns: 1_500 },
    );
  });
});

describe("labels", () => {
  test("there are at least 35 languages, each with where it was seen, and none twice", () => {
    const languages = labels.map(({ language }) => language);
    expect(new Set(languages).size).toBe(languages.length);
    expect(languages.length).toBeGreaterThanOrEqual(35);
    for (const { seen, meetingId, passcode } of labels)
      expect([seen, ...meetingId, ...passcode].every((text) => text.trim() === text && text)).toBe(
        true,
      );
  });

  const pairs = labels.flatMap(({ language, meetingId, passcode }) =>
    meetingId.flatMap((id) => passcode.map((code) => [language, id, code] as const)),
  );
  test.each(pairs)("%s: %s, %s", (_language, id, code) => {
    expect(readJoinText(`${id}: 248 719 335 402\r\n${code}: Xk4Ru9\r\n\r\n+49 69 555`)).toEqual({
      kind: "id",
      meetingId: "248719335402",
      passcode: "Xk4Ru9",
    });
  });
});

describe("join links that somebody meddled with", () => {
  test("of each that is accepted, every reader of addresses sees the same allowed host", () => {
    let accepted = 0;
    fc.assert(
      fc.property(seed, (start) => {
        const text = mutatedLink(createRandom(start));
        const reading = readJoinText(text);
        if (reading.kind === "link") {
          accepted += 1;
          expect(joinHosts, text).toContain(strictHost(reading.url));
          expect(new URL(reading.url).hostname, text).toBe(strictHost(reading.url));
          expect(new URL(reading.url).href, text).toBe(reading.url);
        }
        if (isJoinUrl(text, joinHosts)) {
          expect(joinHosts, text).toContain(splitAuthority(text));
          expect(new URL(text).hostname, text).toBe(splitAuthority(text));
        }
      }),
      { numRuns: 5_000 },
    );
    expect(accepted).toBeGreaterThan(1_000);
  });

  test("the strict reader takes nothing that is no plain address", () => {
    const odd = [
      "https://a@teams.microsoft.com/",
      "https://teams.microsoft.com:444/",
      "https://teams.microsoft.com\\@evil.example/",
      "https://teams.microsoft.com\u3002evil.example/",
      "https:///teams.microsoft.com/",
      "http://teams.microsoft.com/",
      "https://teams.microsoft.com/%zz",
      "https://teams.microsoft.com/ x",
    ];
    expect(odd.map(strictHost)).toEqual(odd.map(() => null));
    expect(strictHost("https://teams.microsoft.com/meet/1?p=x#y")).toBe("teams.microsoft.com");
  });
});
