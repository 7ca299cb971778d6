import { joinHosts } from "../../../main/base/clouds.ts";
import { normalAddress } from "../../../main/base/normal-address.ts";
import { isJoinUrl } from "../../../main/graph/meeting-answer.ts";
import { readJoinText } from "../../../main/join/read-join-text.ts";
import {
  type Invitation,
  otherInvitation,
  someInvitation,
} from "../../fakes/pasted/invitations.ts";
import { judge } from "../../fakes/pasted/judge.ts";
import { mutatedLink } from "../../fakes/pasted/mutated-links.ts";
import { splitAuthority } from "../../fakes/pasted/strict-host.ts";
import type { Figures } from "../../figures.ts";
import { createRandom, type Random } from "../random.ts";
import { curlReads, pythonReads, type Seen, whatwg } from "./url-readers.ts";

/** What people paste, and what somebody might want them to paste. */
export async function tortureJoin(figures: Figures, seed: number, count: number): Promise<void> {
  const random = createRandom(seed);
  const own = countVerdicts(random, count, someInvitation);
  figures.exactly("pasted invitations: wrong meetings opened", own.wrong, "meetings", 0);
  figures.atLeast("pasted invitations: read", (100 * own.read) / count, "%", 99.5);
  const others = countVerdicts(random, count, otherInvitation);
  figures.exactly("other products' invitations: opened in Teams", others.wrong, "meetings", 0);
  await compareReaders(figures, random, count);
}

function countVerdicts(random: Random, count: number, make: (random: Random) => Invitation) {
  const verdicts = { read: 0, unread: 0, wrong: 0 };
  for (let turn = 0; turn < count; turn++) {
    const invitation = make(random);
    const verdict = judge(invitation, readJoinText(invitation.text));
    verdicts[verdict] += 1;
    if (verdict === "wrong")
      console.log(`  ${invitation.made}: ${JSON.stringify(invitation.text)}`);
  }
  return verdicts;
}

/** Whether RFC 3986, Python and curl see what WHATWG does in each address that was accepted: an allowed host, and its path. */
async function compareReaders(figures: Figures, random: Random, count: number): Promise<void> {
  const accepted: string[] = [];
  for (let turn = 0; turn < count; turn++) {
    const text = mutatedLink(random);
    const reading = readJoinText(text);
    if (reading.kind === "link") accepted.push(reading.url);
    // Graph's is kept as it came, and handed on in its normal form.
    const handedOn = isJoinUrl(text, joinHosts) ? normalAddress(text) : null;
    if (handedOn) accepted.push(handedOn.href);
  }
  figures.note("meddled join links: accepted", accepted.length, `of ${count}`);
  const odd = accepted.filter((url) => {
    const { hostname } = new URL(url);
    return splitAuthority(url) !== hostname || !joinHosts.includes(hostname);
  });
  figures.exactly("meddled join links: another host by RFC 3986", odd.length, "links", 0);
  for (const [reader, seen] of [
    ["Python", pythonReads(accepted)],
    ["curl", await curlReads(accepted)],
  ] as const) {
    if (seen === null) figures.note(`meddled join links: no ${reader} here`, 0, "links");
    else {
      const differing = accepted.filter((url, at) => !isSame(whatwg(url), seen[at] ?? null));
      for (const url of differing.slice(0, 20)) console.log(`  ${reader}: ${JSON.stringify(url)}`);
      const name = `meddled join links: another host or path by ${reader}`;
      figures.exactly(name, differing.length, "links", 0);
    }
  }
}

const isSame = (one: Seen, other: Seen | null): boolean =>
  one.host === other?.host && one.path === other.path;
