import { type AppError, ok } from "../../main/contract/errors.ts";
import type { CalendarEvents, EventResult } from "../../main/graph/calendar-events.ts";
import type { CalendarEvent } from "../../main/graph/event-answer.ts";
import type { EventRequest } from "../../main/graph/event-body.ts";
import type { EventDetails } from "../../main/graph/event-details.ts";
import type { Fault, FakeOnlineMeetings } from "./fake-online-meetings.ts";

/** What exists may have been changed into what this app does not ask for. */
type Existing = Omit<EventRequest, "recurrence"> & {
  readonly recurrence: EventDetails["recurrence"];
  readonly html?: string;
};

export interface FakeCalendar extends CalendarEvents {
  /** What exists at Microsoft, by transactionId. */
  readonly existing: Map<string, Existing>;
  readonly created: string[];
  /** Those whose end was told to somebody, and those that were just deleted. */
  readonly cancelled: string[];
  readonly deleted: string[];
  /** Taken by the next calls, one each. */
  readonly faults: Fault[];
  hasTeams: boolean;
  /** Graph does not know any more which transactionIds it has seen: asked again, it makes a second event. */
  forgetsIds: boolean;
  /** So many changes take the link of their event away; asked for, it comes back, as another one where `isNew`. */
  losing: { changes: number; isNew: boolean; comesBack: boolean };
  /** How often an event is read before it shows its link. */
  readsUntilLink: number;
}

const gone: AppError = { kind: "meeting-gone", trace: null };
const idOf = (eventId: string) => eventId.replace("event-", "");

/** A calendar in memory; the meetings of its events are those of `online`. */
export function createFakeCalendar(online: FakeOnlineMeetings): FakeCalendar {
  const existing = new Map<string, Existing>();
  const created: string[] = [];
  const cancelled: string[] = [];
  const deleted: string[] = [];
  const faults: Fault[] = [];

  /** Answers whether the work was done, too. */
  async function suffer(signal: AbortSignal | undefined, act: () => void = () => undefined) {
    const fault = faults.shift() ?? {};
    await fault.wait?.(signal);
    const acted = fault.error === undefined ? !signal?.aborted : fault.act === true;
    if (acted || fault.act === true) act();
    const error: AppError | null = signal?.aborted ? { kind: "cancelled" } : (fault.error ?? null);
    return { error, acted: acted || fault.act === true };
  }

  /** By transactionId. */
  const links = new Map<string, string | null>();
  const linkOf = (id: string) => {
    const told = links.get(id);
    return told === undefined ? `https://teams.microsoft.com/meet/of-${id}` : told;
  };

  function loseOrGiveBack(id: string, isAsked: boolean): void {
    const { losing } = fake;
    if (losing.changes > 0) {
      losing.changes -= 1;
      links.set(id, null);
    } else if (isAsked && links.get(id) === null && losing.comesBack)
      links.set(id, `https://teams.microsoft.com/meet/${losing.isNew ? "new" : "of"}-${id}`);
  }

  const answerOf = (event: Existing): CalendarEvent => ({
    eventId: `event-${event.transactionId}`,
    subject: event.subject,
    startAt: event.startAt,
    endAt: event.endAt,
    joinUrl: fake.readsUntilLink > 0 ? null : linkOf(event.transactionId),
    webLink: null,
    inviteeCount: event.attendees.length,
    repeats: event.recurrence !== null,
  });

  function answered(id: string): EventResult {
    const event = existing.get(id);
    if (event) return { ok: true, value: answerOf(event) };
    return { ok: false, failure: { error: gone, mayHaveActed: false } };
  }

  function make(request: EventRequest): void {
    const { transactionId: id, subject, startAt, endAt } = request;
    if (existing.has(id) && !fake.forgetsIds) return;
    existing.set(id, request);
    created.push(id);
    const externalId = `of-${id}`;
    online.existing.set(externalId, { externalId, subject, startAt, endAt, options: {} });
  }

  const fake: FakeCalendar = {
    existing,
    created,
    cancelled,
    deleted,
    faults,
    hasTeams: true,
    forgetsIds: false,
    readsUntilLink: 0,
    losing: { changes: 0, isNew: false, comesBack: true },
    async create(request, { signal }) {
      const { error, acted } = await suffer(signal, () => make(request));
      if (error) return { ok: false, failure: { error, mayHaveActed: acted } };
      return answered(request.transactionId);
    },
    async read(eventId, { signal } = {}) {
      const { error } = await suffer(signal);
      if (error) return { ok: false, failure: { error, mayHaveActed: false } };
      fake.readsUntilLink = Math.max(0, fake.readsUntilLink - 1);
      return answered(idOf(eventId));
    },
    async readDetails(eventId, { withText }) {
      const { error } = await suffer(undefined);
      const event = existing.get(idOf(eventId));
      if (error || !event) return { ok: false, error: error ?? gone };
      const { attendees, recurrence, reminder, bodyText } = event;
      return ok({
        attendees: attendees.map((each) => ({ type: "required", ...each })),
        recurrence,
        reminderMinutes: reminder === "none" ? null : (reminder ?? 15),
        html: withText ? `<body>${bodyText ?? ""}</body>` : null,
      });
    },
    async update(eventId, { times, isOnline, ...changes }, { signal } = {}) {
      const id = idOf(eventId);
      const { error, acted } = await suffer(signal, () => {
        const event = existing.get(id);
        if (event) existing.set(id, { ...event, ...changes, ...times });
        loseOrGiveBack(id, isOnline === true);
      });
      if (error) return { ok: false, failure: { error, mayHaveActed: acted } };
      return answered(id);
    },
    async cancel(eventId) {
      const id = idOf(eventId);
      const { error } = await suffer(undefined, () => {
        const event = existing.get(id);
        if (!event) return;
        (event.attendees.length > 0 ? cancelled : deleted).push(id);
        existing.delete(id);
        online.existing.delete(`of-${id}`);
      });
      return error ? { ok: false, error } : ok(undefined);
    },
    allowedProviders: async () => ok({ teams: fake.hasTeams, preferred: null }),
    view: async () => ok([]),
    async findByTransaction(id, from, to) {
      const { error } = await suffer(undefined);
      if (error) return { ok: false, error };
      const event = existing.get(id);
      const isNear = event !== undefined && event.startAt >= from && event.startAt <= to;
      return ok(isNear ? answerOf(event) : null);
    },
  };
  return fake;
}
