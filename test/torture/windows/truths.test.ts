import { describe, expect, test } from "vitest";

import en from "../../../renderer/i18n/en.json" with { type: "json" };
import type { Screen } from "./screen.ts";
import { type Facts, falseSentences } from "./truths.ts";

const nothing: Facts = {
  meetings: 0,
  events: 0,
  invitations: 0,
  isClipboardUntouched: true,
  isLinkCopied: false,
};
const screen = (text: string, title = ""): Screen => ({ place: "home", title, text, buttons: [] });

describe("what the robot finds wrong", () => {
  test.each<[string, Partial<Facts>]>([
    [en.claim.noMeeting, { meetings: 1 }],
    [en.claim.noMeeting, { events: 1 }],
    [en.claim.nobodyInvited, { invitations: 1 }],
    [en.claim.eventThere, {}],
    [en.claim.invited, {}],
    [en.claim.linkHeld, { isClipboardUntouched: false }],
    [en.claim.clipboardUnchanged, { isClipboardUntouched: false }],
    [en.created.titleHeld, {}],
    [en.created.ended, { meetings: 1 }],
  ])("“%s” while %o", (sentence, facts) => {
    expect(falseSentences(screen(sentence), { ...nothing, ...facts })).toContain(sentence);
  });

  test.each<Partial<Facts>>([{}, { meetings: 1 }, { meetings: 2, isLinkCopied: true }])(
    "a link called copied while %o",
    (facts) => {
      const copied = screen("", en.created.title);
      expect(falseSentences(copied, { ...nothing, ...facts })).toEqual([en.created.title]);
    },
  );

  test("nothing where everything is as it says, also over two lines", () => {
    const text = "No meeting was\ncreated. Nobody was invited. Your clipboard is unchanged.";
    expect(falseSentences(screen(text), nothing)).toEqual([]);
  });
});
