import type { LeavingLink, SpareLink, WantedLink } from "../../../main/meetings/outbox/intent.ts";

export const accountKey = "megan";

const known = (id: string, subject: string) => ({
  id,
  accountKey,
  askedAt: 0,
  startAt: 0,
  endAt: 1,
  subject,
});

export const wanted = (id: string, subject: string): WantedLink => ({
  ...known(id, subject),
  aim: "wanted",
  kind: "link",
  graphId: null,
  options: {},
  copyFormat: null,
  mayExist: false,
  earlierStarts: [],
  draftId: null,
});

export const spare = (id: string, subject: string): SpareLink => ({
  ...known(id, subject),
  aim: "spare",
  kind: "link",
  options: {},
  mayExist: false,
});

export const leaving = (id: string, subject: string): LeavingLink => ({
  ...known(id, subject),
  aim: "leaving",
  kind: "link",
  graphId: null,
  notBefore: null,
  draftId: null,
});
