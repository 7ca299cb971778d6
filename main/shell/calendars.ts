import type { Session } from "../auth/session.ts";
import type { SignInFlow } from "../auth/sign-in/sign-in-flow.ts";
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import { shortHash } from "../base/organisation.ts";
import type { ObservableStore } from "../base/store.ts";
import type { DocumentFile } from "../base/vault.ts";
import { type Calendar, createCalendar } from "../calendar/create-calendar.ts";
import { createDismissed } from "../calendar/dismissed.ts";
import { createEventAccess, type EventAccess } from "../calendar/event-access.ts";
import { createInviteeTimes, type InviteeTimes } from "../calendar/invitee-times.ts";
import type { Organisers } from "./organisers.ts";

/** All that has to do with anybody's calendar. */
export interface Calendars {
  readonly calendar: Calendar;
  readonly eventAccess: EventAccess;
  readonly inviteeTimes: InviteeTimes;
  readonly close: () => void;
}

export interface CalendarsDependencies {
  readonly session: Session;
  readonly signIn: SignInFlow;
  readonly organisers: Organisers;
  readonly store: ObservableStore;
  readonly timeZone: () => string;
  readonly documentFile: (name: string) => DocumentFile;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
}

export function createCalendars({
  session,
  signIn,
  organisers,
  store,
  timeZone,
  documentFile,
  clock,
  log,
  random,
}: CalendarsDependencies): Calendars {
  const dismissed = createDismissed({ file: documentFile("dismissed"), hash: shortHash, clock });
  const graphOf = organisers.outlookOf;
  const { schedules } = organisers;
  const calendar = createCalendar({
    session,
    signIn,
    graphOf,
    dismissed,
    store,
    clock,
    log,
    random,
  });
  const organiser = () => organisers.current();
  const eventAccess = createEventAccess({ session, signIn, store, organiser });
  const inviteeTimes = createInviteeTimes({ schedules, timeZone, clock });
  return {
    calendar,
    eventAccess,
    inviteeTimes,
    close() {
      calendar.close();
      eventAccess.close();
      inviteeTimes.close();
    },
  };
}
