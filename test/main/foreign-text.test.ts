import { expect, test } from "vitest";

import { redact } from "../../main/base/log.ts";
import { readClaimsChallenge } from "../../main/graph/claims-challenge.ts";
import { textAbove } from "../../main/graph/event-body.ts";
import { splitAddresses } from "../../main/graph/people.ts";
import { cleanLine, isolatedLine } from "../../main/handover/clean-line.ts";
import {
  readJoinInformation,
  sanitizeInvitation,
  textOf,
} from "../../main/handover/join-information.ts";
import { webAddress } from "../../main/handover/web-address.ts";
import { menuText } from "../../main/shell/tray-view.ts";

interface Reader {
  readonly read: (text: string) => unknown;
  /** The longest text that reaches it. */
  readonly cap: number;
}

/** Every reader of what strangers write, but for those of pasted texts and of times, which have their own laws. */
const readers: Readonly<Record<string, Reader>> = {
  "a log line": { read: redact, cap: 64_000 },
  "a claims challenge": { read: readClaimsChallenge, cap: 16_000 },
  "the text of an event": { read: (html) => textAbove("Hello", html), cap: 256_000 },
  addresses: { read: splitAddresses, cap: 20_000 },
  "one line": { read: (text) => cleanLine(text, text.length), cap: 64_000 },
  "a line within a sentence": { read: (text) => isolatedLine(text, text.length), cap: 64_000 },
  "an invitation": { read: (html) => readJoinInformation(`data:text/html,${html}`), cap: 64_000 },
  "cleaned HTML": { read: sanitizeInvitation, cap: 64_000 },
  "the text of HTML": { read: textOf, cap: 64_000 },
  "an address to press on": { read: webAddress, cap: 4_000 },
  "an item of the tray": { read: menuText, cap: 4_000 },
};

const hostile = [
  "<body ",
  '"\\',
  '"\\"',
  "a",
  "a@",
  "a.",
  "<p>",
  "<b><i>",
  "<a href='",
  "<!--",
  "&lt;",
  " ",
  "\t\n",
  "\u200b",
  "\u0301",
  "=",
  "a=",
  'a="\\',
  "Bearer ",
  "<>",
  "a <b",
  ";,",
  "%3C",
  "https://",
  "mailto:",
  "\u{1f468}\u200d",
  "\u202e",
  "x-",
];

/** Milliseconds of this thread, whatever else the machine does. */
function costOf(read: (text: string) => unknown, text: string): number {
  let least = Infinity;
  for (let tries = 0; tries < 3; tries += 1) {
    const began = process.threadCpuUsage();
    read(text);
    const { user, system } = process.threadCpuUsage(began);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}
/** Below this a clock says nothing about growth. */
const floorMilliseconds = 3;

const cases = Object.entries(readers).flatMap(([name, reader]) =>
  hostile.map((part) => [name, part, reader] as const),
);

test.each(cases)("%s is read in step with its length: %j", (_name, part, { read, cap }) => {
  const of = (length: number) => part.repeat(Math.floor(length / part.length));
  const some = costOf(read, of(cap / 16));
  const all = costOf(read, of(cap));
  // Sixteen times the text takes sixteen times as long; what grows with the square takes 256 times.
  expect(all).toBeLessThan(100 * Math.max(some, floorMilliseconds));
});
