import { meetingDefaults } from "../../main/contract/defaults.ts";
import type { Account, AppState } from "../../main/contract/state.ts";
import type { TypedLine } from "../../main/contract/requests/typed-line.ts";
import { type FormDraft, newEvent } from "../schedule/draft.ts";
import { newDraft } from "../ui/wall-time.ts";

/** The form as the line fills it in; the same draft, so that both are one meeting. */
export function draftOfLine(
  id: string,
  { draft, time, phrase, isUnnamed }: TypedLine,
  state: AppState,
  account: Account,
): FormDraft {
  const { presetId = meetingDefaults(state, account).presetId, ...schedule } = draft;
  const { subject: _none, ...usual } = newDraft(Date.now(), state.timeZone, {
    ...meetingDefaults(state, account),
    options: draft.options,
  });
  const isTimed = time.kind === "read";
  return {
    id,
    sent: null,
    schedule: {
      ...schedule,
      // "Now" is over by the time the form is filled in.
      ...(isTimed ? {} : { ...usual, event: draft.event }),
      subject: isUnnamed ? "" : draft.subject,
    },
    phrase,
    zone: null,
    presetId,
    event: draft.event ?? newEvent,
    before: null,
    inviteText: "",
  };
}
