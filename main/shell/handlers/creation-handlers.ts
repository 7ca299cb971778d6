import type { Opener } from "../../base/opener.ts";
import { ok } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/requests/vocabulary.ts";
import type { Meetings } from "../../meetings/meetings.ts";

export interface CreationHandlersDependencies {
  readonly meetings: Meetings;
  readonly opener: Pick<Opener, "openOutlook">;
}

/** A press and the form, up to the link. */
export const createCreationHandlers = ({ meetings, opener }: CreationHandlersDependencies) =>
  ({
    meetNow: (options) => meetings.meetNow(options),
    useRepeat: () => meetings.useRepeat(),
    checkSchedule: async (draft) => ok(meetings.checkSchedule(draft)),
    schedule: ({ draftId, ...draft }) => meetings.schedule(draft, draftId),
    retryCreation: () => meetings.retry(),
    async showEvent() {
      const page = await meetings.eventPage();
      return page.ok ? opener.openOutlook(page.value) : page;
    },
    cancelCreation: () => meetings.cancel(),
    async dismissCreation() {
      meetings.dismiss();
      return ok(undefined);
    },
    undoCreation: () => meetings.undo(),
    async copyRoom() {
      const room = await meetings.copyRoom();
      return room.ok ? ok(undefined) : room;
    },
  }) satisfies Partial<Handlers>;
