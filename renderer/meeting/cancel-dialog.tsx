import { Button, Dialog } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { DialogBox } from "../ui/dialog/dialog-box.tsx";
import { DialogPanel } from "../ui/dialog/dialog-panel.tsx";
import { cancelMeeting } from "./meeting-actions.ts";
import { closeOverlay } from "./overlay.ts";
import { joinSentences } from "../i18n/joined.ts";
import type { OverlayProps } from "./overlays.tsx";

/** Cancelling takes the link from everybody, so it asks. */
export function CancelDialog({ overlay, meeting }: OverlayProps) {
  const { t } = useTranslation();
  const { inviteeCount: count, repeats } = meeting;
  const sentences = [
    count > 0 ? t("event.cancelTells", { count }) : t("menu.cancelSentence"),
    ...(repeats ? [t("event.cancelSeries")] : []),
  ];
  const close = () => closeOverlay(overlay);
  return (
    <Dialog open modalType="alert" onOpenChange={close}>
      <DialogBox>
        <DialogPanel
          isQuestion
          title={t("menu.cancelTitle", { subject: meeting.subject })}
          actions={
            <>
              <Button
                onClick={() => {
                  close();
                  void cancelMeeting(meeting, t);
                }}
              >
                {t("menu.cancel")}
              </Button>
              <Button data-harmless onClick={close}>
                {t("menu.cancelKeep")}
              </Button>
            </>
          }
        >
          {joinSentences(sentences, t)}
        </DialogPanel>
      </DialogBox>
    </Dialog>
  );
}
