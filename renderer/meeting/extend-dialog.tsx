import { Button, Dialog } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { TimeProblem } from "../../main/contract/errors.ts";
import { app } from "../app.ts";
import { formatTime } from "../format.ts";
import { draftOfMeeting, endOf } from "../ui/wall-time.ts";
import { announce } from "../ui/announcer.tsx";
import { DialogBox } from "../ui/dialog/dialog-box.tsx";
import { DialogPanel } from "../ui/dialog/dialog-panel.tsx";
import { act } from "./meeting-actions.ts";
import { closeOverlay } from "./overlay.ts";
import type { OverlayProps } from "./overlays.tsx";
import { TimeField } from "../ui/fields/time-field.tsx";
import { timeProblemText } from "../ui/fields/time-problem-text.ts";

/** Another end, typed. What cannot be is said here; what Microsoft says of it, where the meeting is. */
export function ExtendDialog({ overlay, meeting, state }: OverlayProps) {
  const { t } = useTranslation();
  const { id, subject } = meeting;
  const [draft, setDraft] = useState(() => draftOfMeeting(meeting, state.timeZone));
  const [problem, setProblem] = useState<TimeProblem | null>(null);
  const close = () => closeOverlay(overlay);

  async function save(): Promise<void> {
    const check = await app.checkSchedule(draft);
    // Its start may be over, and stays: only the end is typed here.
    const wrong = check.ok ? (check.value.problems?.end ?? null) : null;
    setProblem(wrong);
    if (wrong) return announce(timeProblemText(wrong, endOf(draft), state.locale, t), "assertive");
    close();
    const { date, time } = endOf(draft);
    const endAt = check.ok ? check.value.endAt : null;
    const shown = endAt === null ? `${date} ${time}` : formatTime(endAt, state);
    void act(
      { id, said: t("menu.extendedUntil", { time: shown }) },
      app.moveMeeting({ id, draft, before: null }),
      t,
    );
  }

  return (
    <Dialog open onOpenChange={close}>
      <DialogBox>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <DialogPanel
            isQuestion
            title={t("menu.extendTitle", { subject })}
            actions={
              <>
                <Button type="submit">{t("menu.extend")}</Button>
                <Button onClick={close}>{t("menu.extendCancel")}</Button>
              </>
            }
          >
            <TimeField
              name="end"
              dateLabel={t("schedule.endDate")}
              timeLabel={t("schedule.end")}
              value={endOf(draft)}
              problem={problem}
              locale={state.locale}
              isReadOnly={false}
              onChange={({ date, time }, endOccurrence) => {
                setProblem(null);
                setDraft({ ...draft, endDate: date, endTime: time, endOccurrence });
              }}
            />
          </DialogPanel>
        </form>
      </DialogBox>
    </Dialog>
  );
}
