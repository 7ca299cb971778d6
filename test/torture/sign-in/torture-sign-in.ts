import type { Figures } from "../../figures.ts";
import { runInventedErrors } from "./invented-errors.ts";
import { runListener } from "./listener.ts";

export interface ListenerTorture {
  readonly requests: number;
  readonly sockets: number;
}

const log = (line: string) => console.log(line);

/** The listener of a sign-in under hostile requests: 10,000 and 2,000 idle sockets take two minutes. */
export async function tortureListener(
  figures: Figures,
  seed: number,
  { requests, sockets }: ListenerTorture,
): Promise<void> {
  const found = await runListener({ requests, sockets, seed, log });
  const name = `${requests} hostile requests to the listener`;
  figures.atLeast(`${name}: sent`, found.sent, "requests", requests * 0.95);
  figures.exactly(`${name}: foreign codes accepted`, found.foreignCodes, "codes", 0);
  figures.exactly(`${name}: sign-ins ended`, found.ended, "sign-ins", 0);
  figures.exactly(`${name}: connections never closed`, found.hung, "connections", 0);
  figures.exactly(`${name}: pages that repeat what was sent`, found.reflected, "pages", 0);
  figures.exactly(`${name}: answers of 500 and more`, found.broke, "answers", 0);
  figures.exactly(`${name}: right answers after it`, found.answeredAfter, "of 2", 2);
  figures.atMost(`${name}: memory`, found.rssGrowthMegabytes, "MB more", 20);
  figures.atMost(`${name}: heap`, found.heapGrowthMegabytes, "MB more", 20);
  figures.exactly(
    `right answer while ${sockets} idle sockets are held open`,
    found.answeredWhileIdle,
    "of 1",
    1,
  );
  const { answeredUnderFire, underFire } = found;
  figures.exactly(
    "right answers in the middle of it",
    answeredUnderFire,
    `of ${underFire}`,
    underFire,
  );
  const theirs = "the same to MSAL's own listener";
  figures.note(`${theirs}: requests it survived`, found.msalSurvived, "requests");
  figures.note(`${theirs}, without GET //: survived`, found.msalSurvivedWithout, "requests");
  figures.note(`${theirs}, without GET //: memory`, found.msalGrowthMegabytes, "MB more");
  figures.note(`${theirs}, without GET //: right answers after it`, found.msalAnswered, "of 1");
  figures.note(`${theirs}, without GET //: never closed`, found.msalHung, "connections");
  figures.note(`${theirs}: idle sockets it holds`, found.msalIdleHeld, "sockets");
  figures.note("idle sockets the app's listener holds", found.idleHeld, "sockets");
}

/** Answers nobody ever saw, at every edge where a foreign error becomes one of ours. */
export async function tortureErrors(figures: Figures, seed: number, count: number): Promise<void> {
  const found = await runInventedErrors({ count, seed, log });
  const name = `${count} invented errors`;
  figures.exactly(`${name}: blank sentences`, found.blank, "cases", 0);
  figures.exactly(`${name}: unfinished sentences`, found.unfinished, "cases", 0);
  figures.exactly(`${name}: their text, HTML or a stack shown`, found.leaks, "cases", 0);
  figures.exactly(`${name}: loops`, found.loops, "cases", 0);
  figures.exactly(`${name}: taken for a success`, found.falseSuccesses, "cases", 0);
  figures.exactly(`${name}: nobody can sign in afterwards`, found.deadEnds, "cases", 0);
  figures.exactly(`${name}: waits no clock can keep`, found.impossibleWaits, "cases", 0);
  figures.exactly(`${name}: thrown`, found.thrown, "cases", 0);
  figures.note(`${name}: sign-ins MSAL refuses for a while`, found.blocked, "cases");
}
