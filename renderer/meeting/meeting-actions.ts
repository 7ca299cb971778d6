import type { TFunction } from "i18next";

import type { Result } from "../../main/contract/errors.ts";
import type { Meeting } from "../../main/contract/meeting.ts";
import type { CopyFormat } from "../../main/contract/copy-formats.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "../ui/announcer.tsx";
import { createExternalValue } from "../ui/state/external-value.ts";
import { formatLabel, usualFormat } from "./copy-words.ts";

/** Where the words of a failure belong. */
type ActionPlace = "copy" | "rename" | "refresh" | "other";

interface ActionProblem {
  readonly id: string;
  readonly place: ActionPlace;
  readonly sentence: string;
}

/** What the last action on a meeting failed with. The next one clears it. */
const problem = createExternalValue<ActionProblem | null>(null);

export function useActionProblem(id: string): ActionProblem | null {
  const last = problem.useValue();
  return last?.id === id ? last : null;
}

interface Action {
  readonly id: string;
  readonly place?: ActionPlace;
  /** Said once it is done; null where something else says it. */
  readonly said: string | null;
}

/** Runs a request about one meeting and says what came of it. */
export async function act(
  { id, place = "other", said }: Action,
  request: Promise<Result<unknown>>,
  t: TFunction,
): Promise<boolean> {
  problem.set(null);
  const result = await request;
  if (result.ok) {
    if (said !== null) announce(said);
    return true;
  }
  const { whole } = errorText(result.error, t);
  problem.set({ id, place, sentence: whole });
  announce(whole, "assertive");
  return false;
}

/** Without a format: in the usual one of this meeting. */
export function copyMeeting(
  meeting: Meeting,
  format: CopyFormat | null,
  state: AppState,
  t: TFunction,
): Promise<boolean> {
  const { id, subject } = meeting;
  const used = format ?? usualFormat(meeting, state);
  const said =
    used === "link"
      ? t("home.copied", { subject })
      : t("copyAs.copied", { format: formatLabel(used, t) });
  return act({ id, place: "copy", said }, app.copyMeeting({ id, format }), t);
}

export const extendMeeting = ({ id }: Meeting, minutes: 15 | 30 | 60, by: string, t: TFunction) =>
  act({ id, said: t("menu.extended", { by }) }, app.extendMeeting({ id, minutes }), t);

export const saveCalendarFile = ({ id }: Meeting, t: TFunction) =>
  act({ id, said: t("menu.saved") }, app.saveCalendarFile({ id }), t);

export const cancelMeeting = ({ id, subject }: Meeting, t: TFunction) =>
  act({ id, said: t("menu.cancelled", { subject }) }, app.cancelMeeting({ id }), t);

export const keepMeeting = ({ id, subject }: Meeting, t: TFunction) =>
  act({ id, said: t("menu.kept", { subject }) }, app.keepMeeting({ id }), t);

export async function forgetMeeting({ id, subject }: Meeting, t: TFunction): Promise<void> {
  const said = t("menu.forgotten", { subject });
  if (!(await act({ id, said }, app.forgetMeeting({ id }), t))) return;
  // The focus went with the row; its neighbour takes it.
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    const row = document.querySelector<HTMLElement>('[data-meeting][tabindex="0"]');
    (row ?? document.querySelector<HTMLElement>("#meet-now"))?.focus();
  }, 50);
}
