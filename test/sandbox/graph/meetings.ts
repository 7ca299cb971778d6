import { randomBytes, randomInt, randomUUID } from "node:crypto";

import type { Persona } from "../personas.ts";
import { type JoinUrlShape, joinUrl } from "./join-urls.ts";
import { expiryOf } from "./joining.ts";
import type { MeetingProperties } from "./meeting-schema.ts";

/** A meeting as the service keeps it. */
export interface StoredMeeting {
  readonly id: string;
  readonly oid: string;
  readonly tid: string;
  readonly externalId: string | null;
  readonly threadId: string;
  readonly joinWebUrl: string;
  readonly joinMeetingId: string;
  readonly passcode: string;
  readonly conferenceId: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly deletedAt: number | null;
  /** Belongs to the sample calendar: nobody made it by a call. */
  readonly isSample?: boolean;
  /** Its invitation is half a megabyte, as Microsoft's is once in a while. */
  readonly isWordy?: boolean;
  readonly properties: MeetingProperties;
}

export interface Meetings {
  create(
    organiser: Persona,
    externalId: string | null,
    properties: MeetingProperties,
    isSample?: boolean,
  ): StoredMeeting;
  /** These three find only meetings that were not deleted and have not expired. */
  get(id: string): StoredMeeting | null;
  getByExternalId(organiser: Persona, externalId: string): StoredMeeting | null;
  find(accepts: (meeting: StoredMeeting) => boolean): StoredMeeting | null;
  update(id: string, properties: MeetingProperties): StoredMeeting | null;
  remove(id: string): void;
  /** Deleted and expired ones too. */
  everFound(accepts: (meeting: StoredMeeting) => boolean): StoredMeeting | null;
  /** Somebody has opened it, deleted or not. */
  bringBack(id: string): void;
  /** Deleted ones too, oldest first; not those of the sample calendar. */
  all(): readonly StoredMeeting[];
}

const everyWordy = 50;

export interface MeetingsDependencies {
  readonly saved: readonly StoredMeeting[];
  readonly joinUrlShape: JoinUrlShape | "mixed";
  readonly now: () => number;
  readonly onChange: () => void;
}

export function createMeetings(dependencies: MeetingsDependencies): Meetings {
  const { saved, joinUrlShape, now, onChange } = dependencies;
  const meetings = new Map(saved.map((meeting) => [meeting.id, meeting]));
  const idsByExternalId = new Map(
    saved.map((meeting) => [externalKey(meeting, meeting.externalId), meeting.id]),
  );
  function isThere(meeting: StoredMeeting): boolean {
    const expiry = expiryOf(meeting);
    return meeting.deletedAt === null && (expiry === null || expiry >= now());
  }
  const get = (id: string) => {
    const meeting = meetings.get(id);
    return meeting && isThere(meeting) ? meeting : null;
  };
  const keep = (meeting: StoredMeeting) => {
    meetings.set(meeting.id, meeting);
    idsByExternalId.set(externalKey(meeting, meeting.externalId), meeting.id);
    if (meeting.isSample !== true) onChange();
    return meeting;
  };
  const made = () => [...meetings.values()].filter(({ isSample }) => isSample !== true);
  const nextShape = (): JoinUrlShape => {
    if (joinUrlShape !== "mixed") return joinUrlShape;
    return made().length % 2 === 0 ? "meetup-join" : "meet";
  };
  return {
    create({ oid, tid }, externalId, properties, isSample = false) {
      const threadId = `19:meeting_${randomUUID().replaceAll("-", "")}@thread.v2`;
      const joinMeetingId = digits(13);
      return keep({
        id: Buffer.from(`1*${oid}*0**${threadId}`).toString("base64").replaceAll("=", ""),
        oid,
        tid,
        externalId,
        threadId,
        joinWebUrl: joinUrl(nextShape(), { threadId, oid, tid, joinMeetingId }),
        joinMeetingId,
        passcode: randomBytes(6).toString("base64url").replaceAll(/[-_]/gu, "x").slice(0, 8),
        conferenceId: digits(9),
        createdAt: now(),
        deletedAt: null,
        ...(isSample ? { isSample } : {}),
        ...(made().length % everyWordy === everyWordy - 1 ? { isWordy: true } : {}),
        properties,
      });
    },
    get,
    getByExternalId: (organiser, externalId) =>
      get(idsByExternalId.get(externalKey(organiser, externalId)) ?? ""),
    find: (accepts) =>
      [...meetings.values()].find((meeting) => isThere(meeting) && accepts(meeting)) ?? null,
    everFound: (accepts) => [...meetings.values()].find(accepts) ?? null,
    bringBack(id) {
      const meeting = meetings.get(id);
      if (meeting && meeting.deletedAt !== null) keep({ ...meeting, deletedAt: null });
    },
    update(id, properties) {
      const meeting = meetings.get(id);
      return meeting ? keep({ ...meeting, properties }) : null;
    },
    remove(id) {
      const meeting = meetings.get(id);
      if (meeting) keep({ ...meeting, deletedAt: now() });
    },
    all: made,
  };
}

const externalKey = (
  { tid, oid }: Pick<Persona, "tid" | "oid">,
  externalId: string | null,
): string => JSON.stringify([tid, oid, externalId]);

const digits = (count: number): string =>
  Array.from({ length: count }, (_, index) => randomInt(index === 0 ? 1 : 0, 10)).join("");
