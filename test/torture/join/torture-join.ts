import { spawnSync } from "node:child_process";

import { joinHosts } from "../../../main/base/clouds.ts";
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

/** What people paste, and what somebody might want them to paste. */
export async function tortureJoin(figures: Figures, seed: number, count: number): Promise<void> {
  const random = createRandom(seed);
  const own = countVerdicts(random, count, someInvitation);
  figures.exactly("pasted invitations: wrong meetings opened", own.wrong, "meetings", 0);
  figures.atLeast("pasted invitations: read", (100 * own.read) / count, "%", 99.5);
  const others = countVerdicts(random, count, otherInvitation);
  figures.exactly("other products' invitations: opened in Teams", others.wrong, "meetings", 0);
  compareReaders(figures, random, count);
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

/** Whether Python, RFC 3986 and WHATWG see the same allowed host in each address that was accepted. */
function compareReaders(figures: Figures, random: Random, count: number): void {
  const accepted: string[] = [];
  for (let turn = 0; turn < count; turn++) {
    const text = mutatedLink(random);
    const reading = readJoinText(text);
    if (reading.kind === "link") accepted.push(reading.url);
    if (isJoinUrl(text, joinHosts)) accepted.push(text);
  }
  figures.note("meddled join links: accepted", accepted.length, `of ${count}`);
  const odd = accepted.filter((url) => {
    const { hostname } = new URL(url);
    return splitAuthority(url) !== hostname || !joinHosts.includes(hostname);
  });
  figures.exactly("meddled join links: another host by RFC 3986", odd.length, "links", 0);
  const seen = pythonHosts(accepted);
  if (seen === null) figures.note("meddled join links: no Python here to compare with", 0, "links");
  else {
    const differing = accepted.filter((url, place) => new URL(url).hostname !== seen[place]);
    for (const url of differing.slice(0, 20)) console.log(`  ${JSON.stringify(url)}`);
    figures.exactly("meddled join links: another host by Python", differing.length, "links", 0);
  }
}

const script =
  "import json,sys,urllib.parse as p;print(json.dumps([p.urlsplit(u).hostname for u in json.load(sys.stdin)]))";

function pythonHosts(urls: readonly string[]): unknown[] | null {
  for (const command of ["python3", "python"]) {
    const { status, stdout } = spawnSync(command, ["-c", script], {
      input: JSON.stringify(urls),
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) continue;
    const hosts: unknown = JSON.parse(stdout);
    if (Array.isArray(hosts)) return hosts;
  }
  return null;
}
