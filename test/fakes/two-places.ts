import { createMeetingsDesk } from "./meetings-desk.ts";

/** Lets everything run that waits for nothing but promises. */
export const aMoment = () => new Promise((resolve) => setImmediate(resolve));

/** Somebody in front of Home and of the form at the same time. */
export function atTwoPlaces() {
  const desk = createMeetingsDesk();
  const send = (changes: Partial<typeof desk.draft> = {}) =>
    desk.meetings.schedule({ ...desk.draft, ...changes }, "draft-0001");
  /** Microsoft answers the next request when it is told to. */
  const holdNext = (act = true) => {
    const answer = Promise.withResolvers<void>();
    desk.online.faults.push({ act, wait: () => answer.promise });
    return answer.resolve;
  };
  const links = () => [...desk.online.existing.values()];
  return { ...desk, send, holdNext, links, creation: () => desk.state().creation };
}
